#include <doctest/doctest.h>

#include "dates/holidays.hpp"

namespace dates_holidays_test {

using namespace whosaid;

TEST_CASE("a holiday has the day of its country, else that of all others, else none") {
  CHECK(holiday_of("12-25", "in") == "12-25");
  CHECK(holiday_of("us=07-04;in=08-15", "in") == "08-15");
  CHECK(holiday_of("us=07-04;in=08-15", "us") == "07-04");
  CHECK(holiday_of("us=07-04;in=08-15", "") == "");
  CHECK(holiday_of("us=07-04;in=08-15", "u") == "");
  CHECK(holiday_of("ca=m10.2.1;*=m11.4.4", "us") == "m11.4.4");
  CHECK(holiday_of("ca=m10.2.1;*=m11.4.4", "ca") == "m10.2.1");
}

TEST_CASE("the country of a locale") {
  CHECK(land_of_locale("en-IN") == "in");
  CHECK(land_of_locale("en_us") == "us");
  CHECK(land_of_locale("en-GB-oxendict") == "gb");
  CHECK(land_of_locale("en") == "");
  CHECK(land_of_locale("zh-Hans") == "");
}

TEST_CASE("a holiday lengthens the weekend beside it") {
  auto const weekend = [](int month, int day) { return long_weekend(*calendar::make_day(2024, month, day)).iso; };
  CHECK(weekend(9, 2) == "2024-08-31/2024-09-02");    // a Monday
  CHECK(weekend(11, 28) == "2024-11-28/2024-12-01");  // a Thursday
  CHECK(weekend(3, 29) == "2024-03-29/2024-03-31");   // a Friday
  CHECK(weekend(3, 31) == "2024-03-30/2024-03-31");   // a Sunday
}

}  // namespace dates_holidays_test
