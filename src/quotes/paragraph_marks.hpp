// The marks of one paragraph, with what stands around each and what is still to come.
#pragma once
#include <cstdint>
#include <vector>

#include "quotes/mark_rules.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

inline constexpr std::uint32_t no_mark = 0xFFFFFFFFu;

// What the spaces and punctuation around a mark say.
enum class Side : unsigned char { open, close, either };
enum class Left : unsigned char { space, opening, dash, punct, text };
enum class Right : unsigned char { space, punct, text };

struct Mark {
  std::uint32_t token = 0;
  unsigned char number = 0;
  bool single = false;      // may be an apostrophe
  bool after_number = false;
  Left left = Left::space;
  Right right = Right::space;
  Side side = Side::either;
  // Of the same sort (single or not) behind this mark in the paragraph:
  std::uint32_t opens_after = 0, closes_after = 0, marks_after = 0;
  std::uint32_t next_open = no_mark, next_close = no_mark;  // indexes of marks
  std::uint32_t next_good_close = no_mark;                // a close that is no plural possessive
};

// Number of the mark that a token is, MarkRules::unknown for any other.
[[nodiscard]] unsigned char mark_number(TokenTable const& table, MarkRules const& rules, std::uint32_t token);

// Fills `marks` with those of the paragraph [first, last). Takes feature::mark from the marks around values of left-over
// markup (id="7"). Linear.
void collect_marks(TokenTable& table, MarkRules const& rules, std::uint32_t first, std::uint32_t last, std::vector<Mark>& marks);

}  // namespace whosaid
