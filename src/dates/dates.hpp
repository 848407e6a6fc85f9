// A <date> chunk becomes a day, a week, a month or a year, counted from an anchor.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/library.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

struct Day {  // proleptic Gregorian
  std::int32_t year = 0;
  std::uint8_t month = 0, day = 0;
  friend bool operator==(Day, Day) = default;
};
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view iso);  // takes the first ten characters of a longer one

// What dates.peg emitted at a place: the rule's kind and captures, before any calendar is asked.
struct DateChunk {
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint16_t rule = 0;
  std::vector<grammar::Capture> captures;
};
// Runs the language's `dates` grammar over [first, last) and adds <date> chunks with data = index into the result.
[[nodiscard]] std::vector<DateChunk> find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last,
                                                grammar::Language const& language, grammar::Scratch& scratch);

enum class Tense : unsigned char { unknown, past, future };

struct ResolvedDate {
  std::string iso;                        // 2024-03-12, 2024-W10, 2024-03, 2024, 2024-03-01/2024-03-05; "" = open
  std::vector<std::string> alternatives;  // other readings of an ambiguous one (12/03/2025)
  std::string_view rule;                  // of dates.peg, for explain
};
// `anchor` is the day the expression is counted from (dateline, then publication date); nothing is invented without one.
[[nodiscard]] ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, std::optional<Day> anchor,
                                        Tense tense, grammar::Language const& language);

}  // namespace whosaid
