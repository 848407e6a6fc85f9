// Which day a holiday is where a report was written, and the weekend that it lengthens. Pure functions.
// Tests: tests/unit/dates_holidays_test.cpp and the examples of dates.peg.
#pragma once
#include <string>
#include <string_view>

#include "dates/calendar.hpp"

namespace whosaid {

// The holiday of a country among "us=07-04;in=08-15;*=…", as holiday_in() reads it; one that all keep alike has no such choice. "" when
// none is known. `land` as ISO 3166 has it, in lower case. Points into `holiday`.
[[nodiscard]] std::string_view holiday_of(std::string_view holiday, std::string_view land);

// "en-IN" is of "in"; "" when no country is stated.
[[nodiscard]] std::string land_of_locale(std::string_view locale);

// Up to a Monday or Tuesday, from a Thursday or Friday on; else the weekend of its week.
[[nodiscard]] calendar::Stretch long_weekend(calendar::Days holiday);

}  // namespace whosaid
