#include <doctest/doctest.h>

#include "graph/iso_time.hpp"

namespace graph_iso_time_test {

using namespace whosaid::graph;

TEST_CASE("iso_time: instants are ordered over zones") {
  CHECK(instant_of("1970-01-01") == 0);
  CHECK(instant_of("2025-03-12T09:30:00+03:00") == instant_of("2025-03-12T06:30:00Z"));
  CHECK(instant_of("2025-03-12T09:30:00.123-05:00") == instant_of("2025-03-12T14:30:00Z"));
  CHECK(instant_of("2025-03-12") < instant_of("2025-03-12T00:01"));
  CHECK(instant_of("last week") == unknown_time);
  CHECK(instant_of("2025-02-30") == unknown_time);
  CHECK(instant_of("") == unknown_time);
}

TEST_CASE("iso_time: the days of a date") {
  auto const days = [](std::string_view iso) {
    auto const found = days_of(iso);
    return found ? found->first + " " + found->last : std::string("none");
  };
  CHECK(days("2025-03-12") == "2025-03-12 2025-03-12");
  CHECK(days("2024-02") == "2024-02-01 2024-02-29");
  CHECK(days("2019") == "2019-01-01 2019-12-31");
  CHECK(days("2024-W10") == "2024-03-04 2024-03-10");
  CHECK(days("2021-W01") == "2021-01-04 2021-01-10");
  CHECK(days("2024-03-01/2024-03-05") == "2024-03-01 2024-03-05");
  CHECK(days("2024-03-05/2024-03-01") == "none");
  CHECK(days("soon") == "none");
}

}  // namespace graph_iso_time_test
