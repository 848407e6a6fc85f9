// From counts to figures: precision, recall, F1 and accuracy of each metric, by name, with bootstrap intervals.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/score.hpp"

namespace whosaid::eval {

enum class Value : unsigned char { precision, recall, f1, accuracy };
inline constexpr std::size_t value_count = 4;
inline constexpr std::array<std::string_view, value_count> value_names = {"precision", "recall", "f1", "accuracy"};

// Nothing for an accuracy that a metric does not have (only cue and speaker have one) and for a metric about which neither
// gold nor engine says anything.
[[nodiscard]] std::optional<double> value_of(Tally const& counts, Metric metric, Value value);

struct FigureName {
  Metric metric = Metric::span;
  Value value = Value::f1;
  [[nodiscard]] std::string to_string() const;  // "source.f1"
};
// "source.f1", "span.p", "date.recall"; a bare metric means its F1, or its accuracy where it has one. Nothing when unknown.
[[nodiscard]] std::optional<FigureName> figure_named(std::string_view name);
// Every name that figure_named() knows in its long form, for messages.
[[nodiscard]] std::vector<std::string> figure_names();

struct Interval {
  double low = 0, high = 0;
};
// [metric][value]; nothing where value_of() gives nothing.
using Intervals = std::array<std::array<std::optional<Interval>, value_count>, metric_count>;
// 95 % percentile bootstrap over documents with a fixed seed: the same documents give the same intervals on every machine.
// Nothing for fewer than two documents. O(documents x rounds).
[[nodiscard]] Intervals bootstrap(std::span<Tally const> documents, std::size_t rounds = 1000);

// Mean over the documents in which the figure exists.
[[nodiscard]] std::optional<double> mean_over_documents(std::span<Tally const> documents, Metric metric, Value value);

// How often the engine is right when it claims a confidence. Bin i holds [i/10, (i+1)/10), the last one also 1.0.
struct Reliability {
  struct Bin {
    std::uint64_t quotes = 0, right = 0;
    double claimed = 0;  // sum of the confidences
  };
  std::array<Bin, 10> bins{};
  [[nodiscard]] std::uint64_t quotes() const;
  [[nodiscard]] double share_of_top() const;  // of the quotes, those with a confidence of 0.9 or more
  [[nodiscard]] double right_of_top() const;
};
void add(Reliability& to, std::vector<Confidence> const& quotes);

}  // namespace whosaid::eval
