#include "quotes/mark_rules.hpp"

#include <doctest/doctest.h>

namespace quotes_mark_rules_test {

using namespace whosaid;

TEST_CASE("pairs, families and what a mark is first") {
  auto rules = MarkRules::read("pair “ ”  # English\npair „ “\npair \" \"\nloose “ \"\npair ‘ ’\napostrophe ’\nmeasure \"\ndash —\n");
  auto left = rules.number(U'“');
  auto right = rules.number(U'”');
  auto straight = rules.number(U'"');
  CHECK(rules.fit(left, right) == Fit::pair);
  CHECK(rules.fit(left, straight) == Fit::loose);
  CHECK(rules.fit(right, left) == Fit::none);
  CHECK(rules.mainly_opens(left));
  CHECK(rules.closes(left));
  CHECK_FALSE(rules.mainly_opens(straight));
  CHECK_FALSE(rules.mainly_closes(straight));
  CHECK(rules.family(left) == rules.family(straight));
  CHECK(rules.family(left) != rules.family(rules.number(U'‘')));
  CHECK(rules.is_apostrophe(rules.number(U'’')));
  CHECK(rules.is_measure(straight));
  CHECK(rules.is_dialogue_dash(U'—'));
  CHECK_FALSE(rules.is_dialogue_dash(U'-'));
  CHECK(rules.number(U'«') == MarkRules::unknown);
}

TEST_CASE("lines that make no sense are reported and left out") {
  Problems problems;
  auto rules = MarkRules::read("pair “\npairs a b\nmeasure abc\n\npair « »\n", &problems);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].to_string() == "marks.txt:1:1: expected two marks of one character each");
  CHECK(problems[1].to_string() == "marks.txt:2:1: unknown word 'pairs'");
  CHECK(problems[2].to_string() == "marks.txt:3:1: 'abc' is not one character");
  CHECK(rules.number(U'«') != MarkRules::unknown);
}

TEST_CASE("no file is no marks") { CHECK(MarkRules::read("").number(U'"') == MarkRules::unknown); }

}  // namespace quotes_mark_rules_test
