#include "dates/calendar_steps.hpp"

#include <algorithm>

namespace whosaid::calendar {

using std::chrono::days;

Days latest_weekday(Days base, int weekday) { return base - days{(weekday_of(base) - weekday + 7) % 7}; }
Days first_weekday(Days base, int weekday) { return base + days{(weekday - weekday_of(base) + 7) % 7}; }

Stretch turn_weekday(Days base, int weekday, int direction, Tense tense) {
  Days day = monday_of(base) + days{7 * direction + weekday - 1};
  if (direction < 0) day = latest_weekday(base - days{1}, weekday) + days{7 * (direction + 1)};
  if (direction == 0 && tense == Tense::past) day = latest_weekday(base, weekday);
  if (direction == 0 && tense == Tense::future) day = first_weekday(base, weekday);
  return day_stretch(day);
}

std::optional<Stretch> step(Days base, std::string_view unit, int steps) {
  if (unit == "p1d") return day_stretch(base + days{steps});
  if (unit == "p1w") return week_stretch(base + days{7 * steps});
  if (unit == "p2w") return week_stretch(base + days{14 * steps});
  if (unit == "p1we") return weekend_stretch(base + days{7 * steps});
  int const year = year_of(base), month = month_of(base);
  if (unit == "p1m") return month_stretch(year, month + steps);
  if (unit == "p3m") {
    int const first = (month - 1) / 3 * 3 + 1 + 3 * steps;
    return join(month_stretch(year, first), month_stretch(year, first + 2));
  }
  if (unit == "p1y") return year_stretch(year + steps);
  if (unit == "p10y") return year_stretch(year + 10 * steps);
  if (unit == "p100y") return year_stretch(year + 100 * steps);
  // Hours stay within the day as long as that is likely; where it is not, nothing is said.
  if (unit == "pt1h" && steps > -12 && steps < 12) return day_stretch(base);
  if (unit == "pt1h" && steps % 24 == 0) return day_stretch(base + days{steps / 24});
  if (unit == "pt1m") return day_stretch(base);
  return std::nullopt;
}

std::optional<int> days_in(std::string_view unit) {
  if (unit == "p1d") return 1;
  if (unit == "p1w") return 7;
  if (unit == "p2w") return 14;
  return std::nullopt;
}

std::optional<Stretch> span_from(Days base, std::string_view unit, int count, int direction) {
  int const n = count * direction;
  Days other = base;
  if (auto const length = days_in(unit)) other = base + days{n * *length};
  else if (unit == "p1m") other = add_months(base, n);
  else if (unit == "p3m") other = add_months(base, 3 * n);
  else if (unit == "p1y") other = add_months(base, 12 * n);
  else if (unit == "p10y") other = add_months(base, 120 * n);
  else if (unit == "pt1h") other = base + days{(n + (n > 0 ? 23 : -23)) / 24};
  else return std::nullopt;
  return join(day_stretch(std::min(base, other)), day_stretch(std::max(base, other)));
}

std::optional<Stretch> nth_weekday(int nth, int weekday, Stretch const& month) {
  auto const day = nth > 0 ? first_weekday(month.first, weekday) + days{7 * (nth - 1)} : latest_weekday(month.last, weekday) + days{7 * (nth + 1)};
  return day < month.first || day > month.last ? std::nullopt : std::optional{day_stretch(day)};
}

}  // namespace whosaid::calendar
