// Gold annotation as annotation tools see it: labelled stretches and relations between them. brat, Label Studio and doccano
// are written from this one view.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/gold.hpp"
#include "model/table.hpp"

namespace whosaid::formats {

namespace label {
inline constexpr std::string_view quote = "Quote", content = "Content", speaker = "Speaker", cue = "Cue", addressee = "Addressee",
                                  date = "DateExpr", no_speech = "Discard";
inline constexpr std::string_view said = "Said", cued_by = "CuedBy", said_on = "SaidOn", addressed_to = "AddressedTo",
                                  content_of = "ContentOf";
}  // namespace label

struct LabelledSpan {
  std::string_view label;
  std::vector<gold::Range> ranges;  // several: discontinuous
  gold::Quote const* quote = nullptr;          // of a Quote
  std::vector<gold::Character const*> characters;  // of a Speaker that is a mention of them
};

struct SpanRelation {
  std::string_view type;
  std::size_t from = 0, to = 0;  // indexes of spans
};

struct Annotations {
  std::vector<LabelledSpan> spans;      // quotes first, in order; a stretch with one label stands once
  std::vector<SpanRelation> relations;
  std::vector<std::vector<std::size_t>> same_person;  // mentions of one character, two or more each
};

// Views `document`. A quote's span is what stands inside the marks, or the reported content where there are no marks; a
// content that is wider is a span of its own. O(n log n).
[[nodiscard]] Annotations annotations_of(gold::Document const& document);

// The engine's answer as gold, to be corrected by hand. `text` is the document's; offsets of the table are code points.
// Dates are judged; roles and affiliations are those of the speaker. Publisher, author, address, basis of the date, rule and confidence stay as `extra`.
[[nodiscard]] gold::Document gold_of(table::Table const& table, std::string_view text);

}  // namespace whosaid::formats
