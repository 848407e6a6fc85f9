#include <doctest/doctest.h>

#include <string>

#include "dates/dates.hpp"
#include "dates/digits.hpp"

namespace dates_digits_test {

using namespace whosaid;
using namespace whosaid::digits;

namespace {
std::string read(std::string_view text, Order order = Order::any) {
  std::string out;
  for (auto const& reading : read_date(text, order)) out += (out.empty() ? "" : " ") + reading.iso;
  return out;
}
}  // namespace

TEST_CASE("dates in digits alone: the values decide, and what they leave open stays open") {
  CHECK(read("2024-03-12") == "2024-03-12");
  CHECK(read("2024/3/12") == "2024-03-12");
  CHECK(read("2024-03-12T10:00:00Z") == "2024-03-12");
  CHECK(read("12/03/2025") == "2025-03-12 2025-12-03");
  CHECK(read("12.3.2025") == "2025-03-12 2025-12-03");
  CHECK(read("13/03/2025") == "2025-03-13");
  CHECK(read("03/13/2025") == "2025-03-13");
  CHECK(read("05/05/2025") == "2025-05-05");
  CHECK(read("12/03/25") == "2025-03-12 2025-12-03");
  CHECK(read("12/03/98") == "1998-03-12 1998-12-03");
  CHECK(read("12/03/2025", Order::day_month) == "2025-03-12");
  CHECK(read("12/03/2025", Order::month_day) == "2025-12-03");
  CHECK(read("30/03/2025", Order::month_day) == "2025-03-30");
  CHECK(read("2015-16") == "2015/2016");
  CHECK(read("2015/16") == "2015/2016");
  CHECK(read("2015/03") == "");
  CHECK(read("1999-2003") == "1999/2003");
  CHECK(read("2024-03") == "2024-03");  // no season ends before it begins
  CHECK(read("03/2024") == "2024-03");
  CHECK(read("2024-W10") == "2024-W10");
  CHECK(read("2024-W10-3") == "2024-03-06");
  CHECK(read("2020-W53") == "2020-W53");
}

TEST_CASE("digits that are no date") {
  for (auto const* text : {"", "3-2", "24/7", "12.50", "1.2.3", "30/02/2025", "32/01/2025", "2024-13-01", "12/03-2025", "12-03-25",
                           "2010-11", "2017-2015", "2024-03-12-", "2024-03-12x", "1,000", "192.168.1.1", "99999/1/1", "13/2024", "2024-00",
                           "2024-W54", "2024-W10-8", "2024-W1", "2024-w1o", "2023-W53"})
    CHECK_MESSAGE(read(text).empty(), text);
}

TEST_CASE("times of day") {
  for (auto const* text : {"12:04", "9.30pm", "5 p.m.", "5pm", "18:30", "9.30", "23:59:59", "10 Uhr", "1430"}) CHECK_MESSAGE(is_clock(text), text);
  for (auto const* text : {"", "5", "12.5", "25:00", "12:60", "1,000", "12/03/2024", "noon", "3-2", "100 hours", "12:04:5", "1.2.3"})
    CHECK_MESSAGE(!is_clock(text), text);
}

TEST_CASE("years, decades, small numbers and pairs") {
  CHECK(read_year("2024") == 2024);
  CHECK(read_year("'92") == 1992);
  CHECK(read_year("’09") == 2009);
  CHECK_FALSE(read_year("92").has_value());
  CHECK_FALSE(read_year("2300").has_value());
  CHECK_FALSE(read_year("202").has_value());
  CHECK_FALSE(read_year("20x4").has_value());
  CHECK(read_decade("1990s") == 1990);
  CHECK(read_decade("'90s") == 1990);
  CHECK(read_decade("\u201990s") == 1990);
  CHECK(read_decade("00s") == 2000);
  CHECK(read_decade("1990\u2019s") == 1990);
  CHECK_FALSE(read_decade("1995s").has_value());
  CHECK_FALSE(read_decade("1990").has_value());
  CHECK(read_small("3") == 3);
  CHECK(read_small("22nd") == 22);
  CHECK_FALSE(read_small("3.5").has_value());
  CHECK_FALSE(read_small("12345").has_value());
  CHECK_FALSE(read_small("nd").has_value());
  CHECK(read_pair("3-5")->last == 5);
  CHECK_FALSE(read_pair("5-3").has_value());
  CHECK_FALSE(read_pair("3-5-7").has_value());
}

TEST_CASE("an ISO day, also at the head of a longer stamp") {
  CHECK(parse_iso_day("2024-03-12") == Day{2024, 3, 12});
  CHECK(parse_iso_day("2024-03-12T23:59:00+03:00") == Day{2024, 3, 12});
  for (auto const* text : {"", "2024-03", "12/03/2024", "2024-02-30", "2024-3-12", "yesterday!"})
    CHECK_MESSAGE(!parse_iso_day(text).has_value(), text);
}

}  // namespace dates_digits_test
