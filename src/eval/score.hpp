// Compares one quote table with one gold document. Everything that is reported later - figures, breakdowns, errors,
// reliability, regressions - is a sum over, or a selection of, the items made here. docs/evaluation.md defines the measures.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/words.hpp"
#include "model/gold.hpp"
#include "model/table.hpp"

namespace whosaid::eval {

// What is measured. `role` and `affiliation` count content words, everything else counts stretches or quotes.
enum class Metric : unsigned char { span, span_overlap, source, cue, speaker, date, indirect, role, affiliation };
inline constexpr std::size_t metric_count = 9;
inline constexpr std::array<std::string_view, metric_count> metric_names = {
    "span", "span_overlap", "source", "cue", "speaker", "date", "indirect", "role", "affiliation"};

// One question of one metric: was there something to find, did the engine claim something, was that right?
struct Judgement {
  bool wanted = false;
  bool claimed = false;
  bool right = false;
  [[nodiscard]] bool asked() const { return wanted || claimed; }
};

inline constexpr std::uint32_t no_quote = 0xFFFFFFFFu;

// Why a stretch was not found, or found where none is.
enum class Near : unsigned char {
  nothing,           // nothing of the other side touches it
  boundary,          // the other side has it with other limits
  nested,            // it lies inside, or across, a stretch that both sides have
  other_kind,        // the other side has it as indirect speech (or direct, for an indirect item)
  skipped_section,   // predicted, but in a section that is not counted
  source_differs,    // indirect: the content is there with another source
  cue_differs,       // indirect: the content is there with another cue
};

// One counted stretch: a gold segment, a predicted segment without gold, or an indirect attribution of either side.
struct Item {
  std::uint32_t gold = no_quote;       // index into the gold document's quotes
  std::uint32_t predicted = no_quote;  // index into the table's quotes: of the match, else of what touches it
  Range span;                          // trimmed stretch; hull of the content for indirect speech
  bool indirect = false;
  bool matched = false;                // `predicted` was matched, not merely near
  Near near = Near::nothing;
  std::array<Judgement, metric_count> judged{};

  [[nodiscard]] Judgement const& of(Metric m) const { return judged[static_cast<std::size_t>(m)]; }
  Judgement& of(Metric m) { return judged[static_cast<std::size_t>(m)]; }
  [[nodiscard]] bool extra() const { return gold == no_quote; }
};

struct Counts {
  std::uint64_t right = 0;     // true positives
  std::uint64_t claimed = 0;   // all that the engine claimed
  std::uint64_t wanted = 0;    // all that the gold holds
  std::uint64_t reached = 0;   // wanted ones whose stretch was found at all
  Counts& operator+=(Counts const& other);
  [[nodiscard]] double precision() const;  // 0 when nothing was claimed
  [[nodiscard]] double recall() const;     // 0 when nothing was wanted
  [[nodiscard]] double f1() const;
};
using Tally = std::array<Counts, metric_count>;

// A predicted quote's confidence and whether all that was said about it is right.
struct Confidence {
  double value = 0;
  bool right = false;
};

struct DocumentScore {
  bool missing = false;               // no table was predicted for it
  std::vector<Item> items;            // gold segments, extras, indirect speech; each group in order of the text
  Counts role, affiliation;           // in content words, per speaker of the document
  std::vector<Confidence> confidence; // of direct and mixed predicted quotes that touch no discarded region
};

// `predicted` may be null: then everything of the gold is missed. Offsets of both are code points. Never fails: ranges
// outside the text are cut. O(n log n) in text and quotes. Thread-safe.
[[nodiscard]] DocumentScore score_document(gold::Document const& gold, table::Table const* predicted, WordLists const& lists);

// Sums of the items and of the word counts.
[[nodiscard]] Tally tally(DocumentScore const& score);
void add(Tally& to, Tally const& from);
void add(Tally& to, Item const& item);

}  // namespace whosaid::eval
