// Named features and their weights: a text file that a person can read and change decides between candidates.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"

namespace whosaid {

using FeatureId = std::uint16_t;

// A feature that holds for a candidate, with its value (mostly 1).
struct Fact {
  FeatureId id = 0;
  float value = 1;
};

// The name of a fact from its parts: {"source.rule", "active"} -> "source.rule.active". For opening only.
[[nodiscard]] std::string fact_name(std::initializer_list<std::string_view> parts);
// A rule as facts name it: "en/attribution/after_quote" -> "after_quote".
[[nodiscard]] inline std::string_view short_name(std::string_view rule) { return rule.substr(rule.rfind('/') + 1); }

class Facts;

// weights.txt: one `name value` a line, `#` comments. Features the file does not name weigh 0. Built when a language is
// opened (every feature the scorer can use is registered then); frozen and shared by threads afterwards.
class Weights {
 public:
  Weights();
  Problems read(std::string_view file, std::string_view content);
  // Number of a feature, registered when new. Only while opening.
  FeatureId id(std::string_view name);
  [[nodiscard]] float operator[](FeatureId id) const { return values_[id]; }
  void set(FeatureId id, float value) { values_[id] = value; }
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] std::string_view name(FeatureId id) const { return names_[id]; }
  [[nodiscard]] float sum(Facts const& facts) const;
  // "quote.rule.after_quote +2.10, quote.length.10 +0.31 = 2.41", the largest first; for explain.
  [[nodiscard]] std::string explain(Facts const& facts) const;

 private:
  void grow();
  [[nodiscard]] std::size_t slot_of(std::string_view name) const;

  std::vector<float> values_;
  std::vector<std::string_view> names_;
  // Ten thousand names are registered at every start: they stand in a row, and a table of numbers finds them.
  std::shared_ptr<std::pmr::monotonic_buffer_resource> texts_;  // copies share it; only one of them may register more
  std::vector<FeatureId> slots_;  // 1 + number, 0 = free; at most half full
};

// Features that hold for one candidate; reused between candidates, so that nothing is allocated while scoring.
class Facts {
 public:
  void clear() { list_.clear(), only_sum_ = nullptr; }
  // For those whom nobody looks on: from here on only the sum is kept, in the order in which facts are added.
  void clear_for_sum(Weights const& weights) { list_.clear(), only_sum_ = &weights, sum_ = 0; }
  void add(FeatureId id, float value = 1) {
    if (only_sum_) sum_ += (*only_sum_)[id] * value;
    else list_.push_back({id, value});
  }
  [[nodiscard]] std::vector<Fact> const& list() const { return list_; }

 private:
  friend class Weights;
  std::vector<Fact> list_;
  Weights const* only_sum_ = nullptr;
  float sum_ = 0;
};

inline float Weights::sum(Facts const& facts) const {
  if (facts.only_sum_ == this) return facts.sum_;
  float total = 0;
  for (Fact const& fact : facts.list()) total += values_[fact.id] * fact.value;
  return total;
}

}  // namespace whosaid
