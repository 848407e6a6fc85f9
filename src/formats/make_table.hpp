// A document and what was found in it become the quote table of the contract.
#pragma once
#include <string_view>

#include "model/document.hpp"
#include "model/extraction.hpp"
#include "model/table.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {

struct TableOptions {
  OffsetUnit offsets = OffsetUnit::code_point;
  bool with_text = false;
  double min_confidence = 0;  // quotes below it are left out
  bool direct = true, mixed = true, indirect = true;
};

// Spans of `found` are bytes of `document.text`. Speakers that no quote refers to are left out; the others are numbered s1, s2 …
// in the order of `found`. `notes` are what the reader had to repair. Linear; thread-safe.
[[nodiscard]] table::Table make_table(Document const& document, Extraction const& found, TableOptions const& options = {},
                                      Problems const& notes = {});

// The contract's words for the enumerations.
[[nodiscard]] std::string_view name_of(QuoteKind kind);
[[nodiscard]] std::string_view name_of(Section section);
[[nodiscard]] std::string_view name_of(Status status);
[[nodiscard]] std::string_view name_of(Basis basis);
[[nodiscard]] std::string_view name_of(DateBasis basis);
[[nodiscard]] std::string_view name_of(MentionForm form);
[[nodiscard]] std::string_view name_of(SpeakerType type);

}  // namespace whosaid::formats
