// What recurs every year: a month and its days, a season, a holiday, a quarter. Pure functions.
#pragma once
#include <optional>

#include "dates/calendar.hpp"
#include "dates/date_parts.hpp"

namespace whosaid {

// The part of the expression that recurs, in `year`; nullopt when that year has none (February 29).
[[nodiscard]] std::optional<calendar::Stretch> in_year(DateParts const& p, int year);
// The one of them that is meant: the latest not after `base`, with a margin of 14 days for a day while the tense is unknown;
// Tense::future: the first that is not over.
[[nodiscard]] std::optional<calendar::Stretch> pick_year(DateParts const& p, calendar::Days base, Tense tense);
// The same behind "last" (-1), "this" (0), "next" (1), or farther: the summer before last (-2).
[[nodiscard]] std::optional<calendar::Stretch> turn_year(DateParts const& p, calendar::Days base, int direction);
// "Tuesday, March 12": the nearest year in which that is a Tuesday; nullopt when none is near.
[[nodiscard]] std::optional<calendar::Stretch> year_by_weekday(DateParts const& p, calendar::Days base);

}  // namespace whosaid
