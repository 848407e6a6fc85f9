// From one day to another: weekdays, units before and after, the second Sunday of a month. Pure functions.
#pragma once
#include <optional>
#include <string_view>

#include "dates/calendar.hpp"
#include "dates/dates.hpp"

namespace whosaid::calendar {

// The latest such day on or before `base`, the first on or after it; weekday 1 = Monday.
[[nodiscard]] Days latest_weekday(Days base, int weekday);
[[nodiscard]] Days first_weekday(Days base, int weekday);
// "last Tuesday", "this Tuesday", "next Tuesday": direction -1, 0, 1, or farther.
[[nodiscard]] Stretch turn_weekday(Days base, int weekday, int direction, Tense tense);
// The unit (ISO 8601 duration, or p1we for a weekend) that holds the day `steps` units away; nullopt where a unit of that size is no answer.
[[nodiscard]] std::optional<Stretch> step(Days base, std::string_view unit, int steps);
// For units that are a whole number of days.
[[nodiscard]] std::optional<int> days_in(std::string_view unit);
// A stretch of `count` units that ends (direction -1) or begins (1) at `base`.
[[nodiscard]] std::optional<Stretch> span_from(Days base, std::string_view unit, int count, int direction);
// The second Sunday of a month, or its last (nth -1).
[[nodiscard]] std::optional<Stretch> nth_weekday(int nth, int weekday, Stretch const& month);

}  // namespace whosaid::calendar
