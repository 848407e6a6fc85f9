// Arithmetic of the proleptic Gregorian calendar and its ISO 8601 spellings. Pure functions, no locale, no clock.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::calendar {

using Days = std::chrono::sys_days;

// A day, week, month, year or interval: its ISO spelling and the days it covers, both ends included.
struct Stretch {
  std::string iso;
  Days first, last;
};

[[nodiscard]] inline int year_of(Days d) { return static_cast<int>(std::chrono::year_month_day{d}.year()); }
[[nodiscard]] inline int month_of(Days d) { return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{d}.month())); }
[[nodiscard]] inline int weekday_of(Days d) { return static_cast<int>(std::chrono::weekday{d}.iso_encoding()); }  // Monday = 1
[[nodiscard]] inline Days monday_of(Days d) { return d - std::chrono::days{weekday_of(d) - 1}; }

// nullopt when there is no such day.
[[nodiscard]] std::optional<Days> make_day(int year, int month, int day);
// Same day `months` later or earlier; the month's last day where it is too short.
[[nodiscard]] Days add_months(Days day, int months);

[[nodiscard]] Stretch day_stretch(Days day);                             // 2024-03-12
[[nodiscard]] Stretch week_stretch(Days any_day_of_it);                  // 2024-W10
[[nodiscard]] Stretch weekend_stretch(Days any_day_of_the_week);         // 2024-03-09/2024-03-10
[[nodiscard]] Stretch month_stretch(int year, int month);                // 2024-03; month outside 1..12 moves the year
[[nodiscard]] Stretch year_stretch(int year);                            // 2024
[[nodiscard]] Stretch join(Stretch const& from, Stretch const& to);      // from's beginning / to's end

// "03/05": whole months first/last; the last lies in the next year when it is smaller. nullopt: no such spelling.
[[nodiscard]] std::optional<Stretch> months_of(std::string_view months, int year);
// "12-25", "m11.4.4" (POSIX: month, week with 5 = last, weekday with 0 = Sunday), "e-2" (days from Easter Sunday), each
// may end in +n or -n days; or a whole date. nullopt: no such spelling.
[[nodiscard]] std::optional<Days> holiday_in(std::string_view holiday, int year);
// Easter Sunday of the western churches.
[[nodiscard]] Days easter_sunday(int year);

}  // namespace whosaid::calendar
