#include "graph/check_words.hpp"

#include <doctest/doctest.h>

namespace graph_check_words_test {

using namespace whosaid::graph;

namespace {

WordCheck check(std::string_view asked, std::string_view said) {
  WordNumbers numbers;
  return check_words(asked, said, numbers);
}

}  // namespace

TEST_CASE("case, punctuation and apostrophes do not count") {
  CHECK(check("we DON'T know", "“We don’t know.”").match == WordMatch::exact);
  CHECK(check("", "We know").match == WordMatch::different);
  CHECK(check("?!", "We know").match == WordMatch::different);
  CHECK(check("We know", "").match == WordMatch::different);
}

TEST_CASE("a stretch of what was said is trimmed, and the rest is told") {
  auto const found = check("will not close", "We will not close the bridge");
  CHECK(found.match == WordMatch::trimmed);
  CHECK(found.left_before == "We");
  CHECK(found.left_after == "the bridge");
  CHECK(found.changes.empty());
}

TEST_CASE("an ellipsis stands for words, in their order") {
  auto const found = check("We will … the bridge", "We will not close the bridge");
  CHECK(found.match == WordMatch::trimmed);
  REQUIRE(found.left_inside.size() == 1);
  CHECK(found.left_inside[0] == "not close");
  CHECK(check("the bridge ... we will", "We will not close the bridge").match == WordMatch::different);
  CHECK(check("We will ... not close", "We will not close").match == WordMatch::exact);
}

TEST_CASE("a quarter of the words may differ, and the places are told") {
  auto const found = check("We may close the bridge in May", "Look: we will not close the bridge in May");
  CHECK(found.match == WordMatch::different);  // one changed, one left out, of seven
  auto const one = check("We will close the bridge in May now", "Look: we will not close the bridge in May");
  CHECK(one.match == WordMatch::altered);
  CHECK(one.edits == 2);
  REQUIRE(one.changes.size() == 2);
  CHECK(one.changes[0].asked.empty());
  CHECK(one.changes[0].said == "not");
  CHECK(one.changes[1].asked == "now");
  CHECK(one.changes[1].said.empty());
  CHECK(one.left_before == "Look");
  CHECK(one.left_after.empty());
}

TEST_CASE("two words are no altered form of anything") { CHECK(check("we may", "we will").match == WordMatch::different); }

}  // namespace graph_check_words_test
