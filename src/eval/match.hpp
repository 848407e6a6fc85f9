// Which stretch of one side belongs to which of the other: the matching behind score_document(). Private to this floor.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "eval/words.hpp"
#include "model/table.hpp"

namespace whosaid::eval {

// A trimmed stretch and the quote it belongs to (an index into its side's quotes).
struct Stretch {
  Range span;
  std::uint32_t quote = 0;
};

// Keeps one stretch per place, the last one's quote winning and the first one's position in the list staying: two quotes
// that claim the same words are one claim.
[[nodiscard]] std::vector<Stretch> one_per_place(std::vector<Stretch> const& stretches);

// Looks up stretches by place. O(n log n) to build.
class Places {
 public:
  explicit Places(std::vector<Stretch> const& stretches);
  [[nodiscard]] Stretch const* at(Range span) const;        // exactly this place; logarithmic
  [[nodiscard]] Stretch const* touching(Range span) const;  // any that overlaps; logarithmic
  [[nodiscard]] Stretch const* holding(Range span) const;   // any that contains it; logarithmic

 private:
  std::vector<Stretch> sorted_;
  std::vector<std::size_t> furthest_;  // index of the stretch with the greatest end among sorted_[0..i]
};

// For each of `wanted` the index of the one in `found` that shares at least `share` (> 0.5) of what both cover, each used
// once, equal ones first; nothing where there is none.
[[nodiscard]] std::vector<std::optional<std::size_t>> match_by_cover(std::vector<Stretch> const& wanted,
                                                                     std::vector<Stretch> const& found, double share);

// A side of an indirect attribution.
struct IndirectReport {
  Ranges content, source, cue;
  std::uint32_t quote = 0;
};
struct ReportMatch {
  std::vector<std::optional<std::size_t>> found;  // per wanted report
  std::vector<bool> used;                         // per found report
  struct Nearest {
    std::optional<std::size_t> report;
    bool source_agrees = false, cue_agrees = false;
  };
  std::vector<Nearest> nearest;                   // per wanted report without a match: one with the same content
};
// Content overlaps by half, the cue touches, the source overlaps by half; what the gold leaves open is not asked. The
// wanted ones that have both a source and a cue choose first.
[[nodiscard]] ReportMatch match_reports(Text const& text, std::vector<IndirectReport> const& wanted, std::vector<IndirectReport> const& found);

}  // namespace whosaid::eval
