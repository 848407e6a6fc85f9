// What a token of digits can mean: a date, a year, a day, a time. No words, no language.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "dates/calendar.hpp"

namespace whosaid::digits {

// Which number of 12/03/2025 is the month.
enum class Order : unsigned char { any, day_month, month_day };

// A date written in digits alone: 2024-03-12, 2024/3/12, 12/03/2024, 12.3.24, 2015-16, 2015-2017, 2024-03, 03/2024,
// 2024-W10, 2024-W10-3, 3Q23, 1H2024; what follows an ISO date
// behind a "T" is a time and is stepped over. Every reading that the values and `order` allow, day before month first;
// two readings at most, one when both are the same day; none when it is no date.
[[nodiscard]] std::vector<calendar::Stretch> read_date(std::string_view text, Order order);

// 12:04, 9.30pm, 5 p.m.: with minutes, or with anything that is no digit behind the hour.
[[nodiscard]] bool is_clock(std::string_view text);

// "2024", "mid-2024", the first of "2015-16"; years 1000 to 2199 only.
[[nodiscard]] std::optional<int> read_year(std::string_view text);
// "1990s", "'90s", "90s": the first year of it; two digits are those of the 20th century (00s and 10s of the 21st).
[[nodiscard]] std::optional<int> read_decade(std::string_view text);
// "3", "3rd", "03": up to four digits with at most two letters behind them.
[[nodiscard]] std::optional<int> read_small(std::string_view text);
// "3-5": two days of one month.
struct Pair {
  int first = 0, last = 0;
};
[[nodiscard]] std::optional<Pair> read_pair(std::string_view text);

}  // namespace whosaid::digits
