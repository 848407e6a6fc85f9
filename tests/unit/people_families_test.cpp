#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_families_test {

using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("the elder and the younger of two who bear a surname") {
  CHECK(speakers("Bram Holt and his son, Jan Holt, sold the mill.\n\n“I never saw it,” the elder Holt said. “Nor did I,” said the younger Holt.") == List{"Bram Holt", "Jan Holt"});
  CHECK(speakers("Bram Holt and his father, Jan Holt, sold the mill.\n\n“I never saw it,” the elder Holt said.") == List{"Jan Holt"});
  CHECK(speakers("Bram Holt, 34, and Jan Holt, 61, sold the mill.\n\n“I never saw it,” the younger Mr. Holt said.") == List{"Bram Holt"});
  CHECK(speakers("Bram Holt and Jan Holt sold the mill.\n\n“I never saw it,” the elder Holt said.") == List{"-"});
}

TEST_CASE("kin whom the text names the other way round") {
  CHECK(speakers("Anna Holt's son Piet Holt, 9, fell from the roof.\n\n“He was so brave,” his mother said.") == List{"Anna Holt"});
  CHECK(speakers("Bram Holt's son Piet Holt, 9, fell from the roof.\n\n“He was so brave,” his mother said.") == List{"Piet Holt's mother"});
}

TEST_CASE("one who is called they") {
  CHECK(speakers("Alex Hale, who uses they/them pronouns, runs a shop. Emil Dray owns the house.\n\n“We love bread,” they said.") == List{"Alex Hale"});
  CHECK(speakers("Emil Dray and Alex Hale (they/them) left. Dray was late.\n\n“We love bread,” they said. “So do I,” he said.") == List{"Alex Hale", "Emil Dray"});
}

TEST_CASE("people called by where they come from or by their age") {
  CHECK(speakers("Striker Kai Berg, a German, scored. Emil Dray of Britain did not.\n\n“I felt light,” the German said. “I did not,” the Briton said.") == List{"Kai Berg", "Emil Dray"});
  CHECK(speakers("Kai Berg of Finland won. Emil Dray was second.\n\n“I felt light,” the Finn said.") == List{"Kai Berg"});
  CHECK(speakers("Kai Berg of Finland beat Piet Holm of Finland.\n\n“I felt light,” the Finn said.") == List{"the Finn"});
  CHECK(speakers("The 26-year-old Kai Berg beat Emil Dray in Lund.\n\n“I felt light,” the 26-year-old said.") == List{"Kai Berg"});
}

TEST_CASE("the husband of a couple, and a younger one of whom nothing tells") {
  CHECK(speakers("Leah and Connor Holt lost the mill.\n\n“It was late,” Mrs Holt said. “We wept,” her husband said.") == List{"Leah Holt", "Connor Holt"});
  CHECK(speakers("Roger Pell left. “No,” Pell said. His brother Nigel Pell, a trader, left.\n\n“I never traded,” the younger Pell said.") == List{"Roger Pell", "-"});
}

TEST_CASE("the defendant is whom the text calls charged") {
  CHECK(speakers("Craig Venn, 52, denies murdering Peter Holt.\n\nJudge Anita Rowe adjourned the case. “I understand,” the defendant said.") == List{"Craig Venn"});
}

TEST_CASE("a surname in law") {
  CHECK(speakers("Mr Holt’s widow, Joanne, wept. “No,” Mrs Holt said.") == List{"Joanne Holt"});
  CHECK(speakers("Mr Holt’s widow, Joanne, wept. “No,” Mr Holt said.") == List{"Holt"});
  CHECK(speakers("Colin Holt founded the chain. His wife, Dawn, baked. “It hurts,” Mr Holt said. “I wept,” Mrs Holt said.") == List{"Colin Holt", "Dawn Holt"});
}

TEST_CASE("names with a hyphen and a small letter, and words that are no names") {
  CHECK(speakers("South Korean President Park Sun-hee called it “reckless”. The Korean Central News Agency did not.") == List{"Park Sun-hee"});
  CHECK(speakers("Ban Soo-jin, a professor, met Bram Holt.\n\n“It rains,” said Halden-born Ana Weiss. “No,” Ban said.") == List{"Ana Weiss", "Ban Soo-jin"});
}

TEST_CASE("people called by what they do, near their name") {
  CHECK(speakers("Emil Dray left.\n\nDetective Sergeant Paul Frith found the gun. “It was wiped,” the detective said.") == List{"Paul Frith"});
  CHECK(speakers("Nora Quill left.\n\nCaptain Dominic Ryle was sorry. “We were poor,” the midfielder said.") == List{"Dominic Ryle"});
  CHECK(speakers("Nora Quill left. His Republican rival, former Gov. Chip Barrow, said: “It rains.”") == List{"Chip Barrow"});
}

}  // namespace people_families_test
