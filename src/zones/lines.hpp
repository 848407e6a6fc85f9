// The lines of a text and what zones.peg says about each by its words alone.
#pragma once
#include <cstdint>
#include <vector>

#include "grammar/library.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Kinds that zones.peg emits, as bits; their names are those of the grammar.
enum class LineKind : std::uint16_t {
  header = 1 << 0,       // of the site, and only ever above the article: "2 min read"
  boilerplate = 1 << 1,  // of the site, anywhere
  teaser = 1 << 2,
  list_head = 1 << 3,
  comments_head = 1 << 4,
  byline = 1 << 5,
  published = 1 << 6,
  updated = 1 << 7,
  dateline = 1 << 8,
  credit = 1 << 9,
  caption = 1 << 10,
  correction = 1 << 11,
  name_line = 1 << 12,
  ticker = 1 << 13,
};

// A line; the lines of a hard-wrapped paragraph are one.
struct Line {
  std::uint32_t first = 0, last = 0;  // tokens, half-open
  std::uint16_t kinds = 0;            // LineKind bits of rules that tell the whole line
  bool sentence = false;              // ends like one: a stop, also inside closing marks
  bool asks = false;                  // that stop is ? or !, as headlines have it too
  bool bullet = false;                // begins with one
  bool paragraph = false;             // begins one
  bool open = false;                  // ends in a colon or comma: goes on in the next line
  bool upper = false;                 // begins with a capital letter, a number, a mark or a bullet
  Range author, date;            // captures of its rules
  Range dateline;
  std::uint32_t credit = 0;           // token at which the credit of a picture begins; 0 with no credit bit
  [[nodiscard]] bool is(LineKind kind) const { return (kinds & static_cast<std::uint16_t>(kind)) != 0; }
  [[nodiscard]] std::uint32_t size() const { return last - first; }
  // Running text, as against headlines, names and labels.
  [[nodiscard]] bool prose() const { return (sentence && size() >= 12) || size() >= 40; }
};

struct Lines {
  std::vector<Line> list;            // cover the table, in order
  std::vector<Range> widgets;   // buttons inside a line
};

[[nodiscard]] Lines read_lines(TokenTable const& table, grammar::Language const& language, grammar::Scratch& scratch);

}  // namespace whosaid
