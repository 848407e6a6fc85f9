#include "eval/match.hpp"

#include <doctest/doctest.h>

namespace eval_match_test {

using namespace whosaid;
using eval::Range;

TEST_CASE("one claim per place: the first one's position, the last one's quote") {
  auto const kept = eval::one_per_place({{{1, 5}, 0}, {{7, 9}, 1}, {{1, 5}, 2}});
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].quote == 2);
  CHECK(kept[1].quote == 1);
}

TEST_CASE("stretches are looked up by place") {
  eval::Places const places({{{10, 20}, 0}, {{0, 100}, 1}, {{30, 40}, 2}});
  CHECK(places.at({30, 40})->quote == 2);
  CHECK(places.at({30, 41}) == nullptr);
  CHECK(places.touching({99, 120})->quote == 1);
  CHECK(places.touching({100, 120}) == nullptr);
  CHECK(places.holding({12, 20}) != nullptr);
  CHECK(places.holding({90, 101}) == nullptr);
  CHECK(eval::Places({}).touching({0, 1}) == nullptr);
}

TEST_CASE("each stretch is matched once, equal ones first") {
  auto const matches = eval::match_by_cover({{{0, 10}, 0}, {{1, 10}, 1}}, {{{1, 10}, 0}, {{0, 9}, 1}}, 0.8);
  CHECK(matches[1] == 0);  // equal
  CHECK(matches[0] == 1);  // what is left: nine of ten
  CHECK_FALSE(eval::match_by_cover({{{0, 10}, 0}}, {{{5, 15}, 0}}, 0.8)[0]);
}

TEST_CASE("a hundred thousand reports are matched in a moment") {
  std::string words;
  std::vector<eval::IndirectReport> reports;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    words += "he said so ";
    reports.push_back({{{i * 11 + 8, i * 11 + 10}}, {{i * 11, i * 11 + 2}}, {{i * 11 + 3, i * 11 + 7}}, i});
  }
  eval::Text const text(words, {});
  auto const matches = eval::match_reports(text, reports, reports);
  CHECK(matches.found.front() == 0);
  CHECK(matches.found.back() == 99'999);
}

}  // namespace eval_match_test
