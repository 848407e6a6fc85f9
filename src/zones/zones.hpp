// What part of a scraped page a line belongs to: headline, byline, caption, body, related links, boilerplate.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "grammar/library.hpp"
#include "model/document.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

struct Zone {
  std::uint32_t first = 0, last = 0;  // tokens, half-open; zones cover the whole table in order
  Section section = Section::body;
};

struct Zones {
  std::vector<Zone> list;
  std::optional<std::string> title, author;  // as they stand in the text
  std::optional<Span> published;             // the date expression of the header, still unresolved
  std::optional<Span> dateline;              // "MINSK, May 3 —"; part of the body
  std::vector<std::uint32_t> openings;       // tokens behind the dash of a dateline, where the report's first sentence begins
  std::vector<Span> corrections;             // notes on mistakes; part of the body
  // Section of a token of the table; body when there is no such token.
  [[nodiscard]] Section section_of(std::uint32_t token) const;  // logarithmic
};

// Zones that the reader of the input knew come first; the rest is found by `zones.peg` line by line and by position.
// `document.title`, when given, helps to see the headline. Text without line breaks, or of paragraphs alone, is body, a
// first line without a full stop its headline: `related` and `boilerplate` are given only to lines that say so themselves
// or stand in a list that does. Works on a table before or after quotes are folded; before is better, for a line inside
// a quote that runs over paragraphs is seen only then. Linear. Thread-safe for different `scratch`.
[[nodiscard]] Zones find_zones(TokenTable const& table, Document const& document, grammar::Language const& language,
                               grammar::Scratch& scratch);

}  // namespace whosaid
