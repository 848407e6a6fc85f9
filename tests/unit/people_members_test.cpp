#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_members_test {

using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("one of several who were told of together is called after them") {
  CHECK(speakers("They shouted in verse, according to two witnesses. “A reindeer,” one said. “I heard nothing,” the other said.") ==
        List{"one of two witnesses", "the other of two witnesses"});
  CHECK(speakers("Patients were surveyed. Most thought nurses napped. One wrote that she had “assumed they were bats”.") == List{"one of the patients"});
  CHECK(speakers("Three nurses spoke to the Post. The first said the ward was “a zoo”. The second said she had “given up”.") ==
        List{"the first of three nurses", "the second of three nurses"});
}

TEST_CASE("where one unnamed person spoke last, another is another like him") {
  CHECK(speakers("A senior minister said the plan was “dead”. Another said: “It lives.” A third said it was “a zombie”.") ==
        List{"A senior minister", "another senior minister", "a third senior minister"});
  CHECK(speakers("“He lies,” one woman said. “They all lie,” said another.") == List{"one woman", "another woman"});
}

TEST_CASE("a pronoun means the one of several who spoke last") {
  CHECK(speakers("Two former clerks gave similar accounts. One said that a supervisor had lied to her. “I asked him why,” she said.") == List{"one of two former clerks"});
}

TEST_CASE("no group: the word stands for itself") {
  CHECK(speakers("The council has two options. “It is late,” said another.") == List{"another"});
  CHECK(speakers("“They came at night,” Ana Weiss said, and named the guards.\n\nIt rained.\n\nIt rained on.\n\nAnd on. “It is late,” said another.") == List{"Ana Weiss", "another"});
}

TEST_CASE("what is read: a text of several, not one of those who wrote them") {
  CHECK(speakers("The firm ignored three warnings from its mechanics. One, sent in March 2024, read: “It will kill somebody.”") == List{"One"});
  CHECK(speakers("The firm ignored three warnings from its mechanics. One, heard in March 2024, said: “It will kill somebody.”") == List{"one of its mechanics"});
}

}  // namespace people_members_test
