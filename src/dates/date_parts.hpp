// The captures of a date rule as numbers and values: what dates.peg found, before any calendar is asked.
//
// The names below are all that C++ knows of the grammars: a capture's words are valued by the lexicon of the same name
// (the lemma behind the tab), its digits as digits. A language needs no code, only lexicons with these values:
//   year decade month day weekday quarter half   numbers; weekday 1 = Monday
//   season "03/05"  holiday see calendar.hpp     relative_day context_day  days from now, from the day spoken of
//   direction span context_direction sign context_sign  -1, 0, 1
//   nth  1 … 5, -1 is the last   turn  directions farther away: -2, 2   century  19 is the years 1801 to 1900
//   count  a number     unit grain holder  ISO 8601 durations: p1d p1w p2w p1m p3m p1y p10y pt1h pt1m, and p1we, a weekend
//   exact  0: "exactly two weeks ago" is a day
//   land  a country as ISO 3166 writes it, in lower case: it chooses among the values of a holiday
//   shift  days off the day found, backwards where a direction is negative   offset  -1, 1: `count` of `unit` before or after the day found
//   event  any word: what happened on the day that the caller gives as the day spoken of
// Lexicons fold their values to lower case, so that is how they are written here.
// grain is what "ten years ago this week" is counted in, holder the week or weekend that holds the day.
// end_year end_month end_day end_weekday take the lexicon of the name without "end_", grain and holder that of "unit", weekdays
// ("two Sundays ago") its own.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "dates/dates.hpp"
#include "grammar/library.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

struct DateParts {
  std::optional<int> year, decade, month, day, weekday, quarter, half;
  std::optional<int> relative_day, direction, span, sign, count, nth, century, week;
  std::optional<int> context_day, context_direction, context_sign;
  std::optional<int> shift, offset;        // days off the day found; the way in which `count` of `unit` lie from it
  std::optional<int> end_year, end_month, end_day, end_weekday;
  std::string_view unit, grain, holder, season, holiday, land;  // values from the lexicons; live as long as the Language
  std::string_view numeric;                // of the text
  bool vague = false;                      // "a few": the distance is open
  bool event = false;                      // "the vote": counted from the day that the text gave to it
};

// The capture and lexicon numbers of one language, looked up once when it is opened.
struct DateNames {
  static constexpr std::size_t count = 38;
  grammar::Grammar const* grammar = nullptr;  // of dates; nullptr when the language has none
  int date_kind = -1, article = -1, name = -1, same_time = -1, event = -1;
  std::array<int, count> capture{};
  std::array<int, count> lexicon{};
  explicit DateNames(grammar::Language const& language);

  // Whether a date can do without any other token than such ones: 2024, 12/03/2025, 12th, "mid-20s", a month, a unit. Words and numbers that
  // only turn or count ("last", "two", "ago", 12) date nothing by themselves.
  [[nodiscard]] bool tells(TokenTable const& table, Token const& token) const {
    if (tells_[token.word] != 0) return true;
    return (token.phrase != 0 || token.is(feature::number | feature::hyphenated)) && tells_otherwise(table, token);
  }

 private:
  [[nodiscard]] bool tells_otherwise(TokenTable const& table, Token const& token) const;
  [[nodiscard]] static bool number_tells(std::string_view number);
  [[nodiscard]] static bool has_digit(std::string_view word);
  [[nodiscard]] bool phrase_tells(TokenTable const& table, Token const& token) const;
  std::vector<unsigned char> tells_;  // by word number
  std::vector<std::uint16_t> telling_;  // lexicons
};

// nullopt when a number cannot be what the rule took it for: the 45th of March, 30.5 as a time. Captures that are not
// listed above are ignored.
[[nodiscard]] std::optional<DateParts> read_date_parts(TokenTable const& table, std::span<grammar::Capture const> captures,
                                                       DateNames const& names, grammar::Language const& language);

// The country of the first place in a range that the language's list of them knows, "in"; "" without one. Lives as long as the Language.
[[nodiscard]] std::string_view find_land(TokenTable const& table, std::uint32_t first, std::uint32_t last, DateNames const& names,
                                         grammar::Language const& language);

// find_dates() and resolve_date() for those who have the numbers.
[[nodiscard]] std::vector<DateChunk> find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last,
                                                grammar::Language const& language, DateNames const& names,
                                                grammar::Scratch& scratch);
// Appends to `out`.
void find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last, grammar::Language const& language, DateNames const& names,
                grammar::Scratch& scratch, std::vector<DateChunk>& out);
[[nodiscard]] ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, DateFrame const& frame,
                                        grammar::Language const& language, DateNames const& names);

}  // namespace whosaid
