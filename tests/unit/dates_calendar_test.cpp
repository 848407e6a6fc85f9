#include <doctest/doctest.h>

#include "dates/calendar.hpp"

namespace dates_calendar_test {

using namespace whosaid::calendar;

namespace {
Days day(int y, int m, int d) { return *make_day(y, m, d); }
}  // namespace

TEST_CASE("days that do not exist are not made") {
  CHECK(make_day(2024, 2, 29).has_value());
  CHECK_FALSE(make_day(2023, 2, 29).has_value());
  CHECK_FALSE(make_day(2024, 13, 1).has_value());
  CHECK_FALSE(make_day(2024, 0, 1).has_value());
  CHECK_FALSE(make_day(2024, 4, 31).has_value());
  CHECK_FALSE(make_day(2024, 4, 0).has_value());
}

TEST_CASE("a week belongs to the year of its Thursday") {
  CHECK(week_stretch(day(2024, 3, 8)).iso == "2024-W10");
  CHECK(week_stretch(day(2021, 1, 3)).iso == "2020-W53");
  CHECK(week_stretch(day(2021, 1, 4)).iso == "2021-W01");
  CHECK(week_stretch(day(2024, 12, 30)).iso == "2025-W01");
  CHECK(week_stretch(day(2023, 1, 1)).iso == "2022-W52");
  CHECK(weekday_of(week_stretch(day(2024, 3, 8)).first) == 1);
  CHECK(weekday_of(week_stretch(day(2024, 3, 8)).last) == 7);
}

TEST_CASE("months and years roll over") {
  CHECK(month_stretch(2024, 0).iso == "2023-12");
  CHECK(month_stretch(2024, 14).iso == "2025-02");
  CHECK(month_stretch(2024, 2).last == day(2024, 2, 29));
  CHECK(add_months(day(2024, 3, 31), -1) == day(2024, 2, 29));
  CHECK(add_months(day(2024, 3, 15), -15) == day(2022, 12, 15));
  CHECK(year_stretch(987).iso == "0987");
}

TEST_CASE("an interval of one part is that part") {
  CHECK(join(day_stretch(day(2024, 3, 1)), day_stretch(day(2024, 3, 1))).iso == "2024-03-01");
  CHECK(join(weekend_stretch(day(2024, 3, 9)), weekend_stretch(day(2024, 3, 16))).iso == "2024-03-09/2024-03-17");
}

TEST_CASE("a season may run into the next year") {
  CHECK(months_of("12/02", 2019)->iso == "2019-12/2020-02");
  CHECK(months_of("03/05", 2019)->iso == "2019-03/2019-05");
  CHECK_FALSE(months_of("3", 2019).has_value());
  CHECK_FALSE(months_of("13/14", 2019).has_value());
}

TEST_CASE("holidays: fixed, by weekday, from Easter, shifted, or whole") {
  CHECK(holiday_in("12-25", 2024) == day(2024, 12, 25));
  CHECK(holiday_in("m11.4.4", 2023) == day(2023, 11, 23));
  CHECK(holiday_in("m11.4.4+1", 2023) == day(2023, 11, 24));
  CHECK(holiday_in("m5.5.1", 2024) == day(2024, 5, 27));
  CHECK(holiday_in("e-2", 2024) == day(2024, 3, 29));
  CHECK(holiday_in("e+1", 2025) == day(2025, 4, 21));
  CHECK(holiday_in("2001-09-11", 2024) == day(2001, 9, 11));
  for (auto const* broken : {"", "m11", "m13.1.1", "m11.6.1", "m11.1.7", "12", "12-", "02-30", "Easter", "e+x", "12-25x", "2001-09"})
    CHECK_MESSAGE(!holiday_in(broken, 2024).has_value(), broken);
}

TEST_CASE("Easter Sunday, at the ends of its range too") {
  CHECK(easter_sunday(1818) == day(1818, 3, 22));
  CHECK(easter_sunday(1943) == day(1943, 4, 25));
  CHECK(easter_sunday(2000) == day(2000, 4, 23));
  CHECK(easter_sunday(2024) == day(2024, 3, 31));
  CHECK(easter_sunday(2038) == day(2038, 4, 25));
}

}  // namespace dates_calendar_test
