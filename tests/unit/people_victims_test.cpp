#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_victims_test {

using namespace whosaid;
using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("of a dead man's family the living speak") {
  CHECK(speakers("Tim Holt, 12, drowned in May. His father, Emil, said: “He was kind.” Mr Holt added: “We miss him.”") == List{"Emil Holt", "Emil Holt"});
  CHECK(speakers("Tim Holt was killed in May. His wife, Rosa, said: “He was kind.” Holt said she would “go on”.") == List{"Rosa Holt", "Rosa Holt"});
  CHECK(speakers("The inquest into the death of Tim Holt opened. His father, Emil Holt, wept. “We miss him,” Mr Holt said.") == List{"Emil Holt"});
}

TEST_CASE("the dead are quoted where nobody else bears their name") {
  CHECK(speakers("Tim Holt, who died in May, was a poet. “I write,” Holt said in 2019.") == List{"Tim Holt"});
  CHECK(speakers("Tim Holt, 40, lives in Halden. His father, Emil, said: “He is kind.” Mr Holt added: “I work.”") == List{"Emil Holt", "Tim Holt"});
}

TEST_CASE("a title goes with whoever bears it") {
  CHECK(speakers("Dr Ana Holt and Emil Holt met. “It is late,” Dr Holt said.") == List{"Ana Holt"});
  CHECK(speakers("Ana Holt and Prof Emil Holt met. “It is late,” Prof Holt said.") == List{"Emil Holt"});
}

TEST_CASE("a wife named beside her husband bears his name") {
  CHECK(speakers("Emil Holt and his wife Rosa run the mill. “We are old,” Mrs Holt said.") == List{"Rosa Holt"});
}

}  // namespace people_victims_test
