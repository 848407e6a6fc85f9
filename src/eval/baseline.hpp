// What an evaluation said about every quote, kept to be compared with a later one.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "eval/breakdown.hpp"
#include "eval/figures.hpp"

namespace whosaid::eval {

enum class Outcome : char { not_asked = '-', right = '+', wrong = 'x' };

// The judgement of one item, free of indexes, so that it can be stored.
struct Verdict {
  std::string document;
  Range span;
  bool indirect = false;
  bool extra = false;  // claimed where the gold has nothing
  std::array<Outcome, metric_count> outcomes{};
  std::string rule;     // that made the prediction, "" when there was none
  std::string speaker;  // predicted, "" when left open
  std::string words;
};

struct Baseline {
  std::vector<std::pair<std::string, double>> figures;  // every figure that exists, in the order of figure_names()
  std::vector<std::string> documents;                   // ids, in order
  std::vector<Verdict> verdicts;                        // by document, then as in the items
};
[[nodiscard]] Baseline make_baseline(std::vector<Case> const& documents, Tally const& pooled, WordLists const& lists);

enum class Direction : unsigned char { gained, lost, changed };
inline constexpr std::array<std::string_view, 3> direction_names = {"gained", "lost", "changed"};

// One quote that is judged or attributed differently now. Pointers into the two baselines; one may be null, not both.
struct VerdictChange {
  Direction direction = Direction::changed;
  Verdict const* before = nullptr;
  Verdict const* after = nullptr;
  std::string what;  // "source", "span, speaker", "no longer claimed", "now claimed", "rule"
};

struct Comparison {
  std::vector<VerdictChange> changes;                 // by document and place
  struct PerRule {
    std::string rule;
    std::array<std::uint64_t, 3> count{};             // by Direction
  };
  std::vector<PerRule> rules;                         // those with changes, by name; a quote counts for the rule it has or had
  std::vector<std::string> only_before, only_after;   // documents that cannot be compared
  std::uint64_t gold_changed = 0;                     // items whose gold is not the same in both
  [[nodiscard]] std::uint64_t count(Direction direction) const;
};
// A quote is lost when anything about it was right and is no longer, gained when the opposite holds, changed when both do or
// when only its rule or speaker moved. Documents are matched by id, quotes by place. O(n log n).
[[nodiscard]] Comparison compare(Baseline const& before, Baseline const& after);

}  // namespace whosaid::eval
