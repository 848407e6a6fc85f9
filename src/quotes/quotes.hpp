// Where quotation begins and ends: pairs of marks become quotes, folded onto their opening mark's token.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "grammar/library.hpp"
#include "model/document.hpp"
#include "model/span.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

inline constexpr std::uint32_t no_parent = 0xFFFFFFFFu;

// One stretch of quotation as the marks show it; whether it is speech is decided by attribution.
// A quote over several paragraphs, each re-opened without a close, is one with one segment per paragraph.
struct MarkedQuote {
  std::uint32_t first = 0, last = 0;     // tokens, half-open: from the opening mark to behind the closing one
  std::uint32_t inner_first = 0, inner_last = 0;  // tokens between the marks
  std::vector<Span> segments;            // bytes inside the marks, per paragraph
  std::uint32_t parent = no_parent;      // index of the quote it stands in
  bool unclosed = false;                 // the closing (or opening) mark is missing; its place is the nearest sensible border
  bool unopened = false;
  bool block = false;                    // no marks at all: transcript line, dialogue dash, introduced block
};

// Pairs marks by the language's marks.txt and a stack; outer quotes get Token::width, feature::quote and the ends_*/begins_*
// features on their opening mark, and a chunk <quote> with data = index into the result. Nested quotes are folded inside
// their parent. Ordered by place. Linear in the text; one stray mark never spoils the next paragraph. `zones`: what the reader of
// the document knew, for quotations that a page sets apart as blocks; `asides`: token ranges in order of place that a quotation may go
// on behind.
[[nodiscard]] std::vector<MarkedQuote> find_quotes(TokenTable& table, grammar::Language const& language,
                                                   std::span<KnownZone const> zones = {});
// The same with marks.txt read beforehand.
class MarkRules;  // quotes/mark_rules.hpp
[[nodiscard]] std::vector<MarkedQuote> find_quotes(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary,
                                                   std::span<KnownZone const> zones = {}, std::span<Range const> asides = {});

// While it lives, what a quote without marks says can be read token by token: such a quote is folded onto its first word, one with
// marks onto its opening mark, which stands before what is read. Changes and restores `table`; one thread for each table.
class Unfolded {
 public:
  Unfolded(TokenTable& table, MarkedQuote const& quote);
  Unfolded(Unfolded const&) = delete;
  Unfolded& operator=(Unfolded const&) = delete;
  ~Unfolded();

 private:
  Token& first_;
  std::uint32_t width_;
  Features features_;
};

}  // namespace whosaid
