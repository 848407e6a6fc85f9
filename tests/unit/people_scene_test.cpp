// Nouns for whom a scene holds beside those who are named, and bodies that somebody has left.
#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_scene_test {

using whosaid_tests::facts;
using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("the prosecutor is not the defendant, nor the moderator a candidate") {
  CHECK(speakers("Craig Venn told jurors on Monday he was asleep. “You were not asleep,” the prosecutor said.") == List{"the prosecutor"});
  CHECK(speakers("Jan Dole met Ana Weiss in a debate. “I have a plan,” Dole said. “I need a weakness,” said the moderator.") == List{"Jan Dole", "the moderator"});
  CHECK(speakers("Prosecutor Ana Weiss asked why. “You were not asleep,” the prosecutor said.") == List{"Ana Weiss"});
}

TEST_CASE("whoever speaks of the one man named as he is rather somebody else") {
  CHECK(speakers("Jan Dole scored twice on Saturday. “I am happy,” the striker said.") == List{"Jan Dole"});
  CHECK(speakers("Jan Dole scored twice on Saturday. “He is a joy,” the pensioner said.") == List{"the pensioner"});
}

TEST_CASE("nobody says something of himself") {
  CHECK(speakers("Ana Weiss met Rosa Hart on Monday. “She is a fine boss,” she said about Hart.") == List{"Ana Weiss"});
  CHECK(speakers("Donald Holt met Jan Dole. “He's a great golfer,” the real estate developer said of Mr. Dole.") == List{"Donald Holt"});
}

TEST_CASE("a body that a noun and a clause explain is the one that speaks in the clause") {
  CHECK(speakers("The plan was attacked by Kolm Watch, a charity that called it “a disgrace”.") == List{"Kolm Watch"});
}

TEST_CASE("what somebody has left is part of what he was, and no body of his") {
  CHECK(facts("“No,” said Ana Weiss, a former Northair captain.") == "former Northair captain |");
  CHECK(facts("“No,” said former Northair captain Ana Weiss.") == "former Northair captain |");
  CHECK(facts("“No,” said Ana Weiss, former chief executive of Kolm Foods and now chairwoman of Halden Bank.") ==
        "former chief executive of Kolm Foods; chairwoman | Halden Bank;");
  CHECK(facts("“No,” said Ana Weiss, a Northair captain.") == "captain | Northair;");
  CHECK(facts("“No,” said Ana Weiss, a former Republican senator.") == "former Republican senator | Republican;");
}

TEST_CASE("where somebody sits gives way to his party") {
  CHECK(facts("“No,” said Sen. Ana Weiss of Ohio.") == "Sen. | Ohio;");
  CHECK(facts("“No,” said Sen. Ana Weiss of Ohio, a Republican who left in May.") == "Sen. | Republican;");
}

TEST_CASE("a linked body is a body, a base is none") {
  CHECK(facts("“No,” said the al Kolm-linked cleric Ana Weiss.") == "cleric | al Kolm;");
  CHECK(facts("“No,” said Halden-based cleric Ana Weiss.") == "cleric |");
}

TEST_CASE("somebody's firm may bear his own name, and nobody's first name is a body") {
  CHECK(facts("“No,” said Ana Weiss, a mapmaker whose company, Weiss, drew it.").ends_with("| Weiss;"));
}

TEST_CASE("what a preposition governs does not speak for whoever is named last before the verb") {
  CHECK(speakers("Tuesday at Halden University in Berea, OH, after winning Ohio in the primary, Gov. Jan Dole (R-OH), said, “I'm getting ready to go.”") == List{"Jan Dole"});
}

TEST_CASE("a bracket behind a subject may end the text") {
  CHECK(speakers("“We will see,” Dole said. He met Jan Holt (R-Ohio)") == List{"Dole"});
}

TEST_CASE("a paper asks through whoever wrote the interview") {
  List const said = speakers("‘My gran thought I was in prison’\n\nHe saved two penalties. Five years on, Emeka Dray talks to Sideline about milk and myths\n\nInterview by Fenella Marr\n\n"
                             "Sideline: Everybody asks you about the fog. What did you have for breakfast?\n\nDray: Porridge. And then a second porridge.\n\n"
                             "Sideline: You were still delivering milk the week you signed. Is it true?\n\nDray: I pushed it. Two miles, uphill, four hundred pints.\n\n"
                             "Sideline: Who was the worst coach you ever had?\n\nDray: I will not say his name. He had us train without a ball.\n");
  REQUIRE(said.size() >= 6);
  CHECK(List(said.end() - 6, said.end()) == List{"Fenella Marr", "Emeka Dray", "Fenella Marr", "Emeka Dray", "Fenella Marr", "Emeka Dray"});
}

TEST_CASE("whose words a preposition governs may be whoever else the sentence names, and no woman is a husband") {
  CHECK(facts("The prospect of Holt's speech was a source of worry, largely because of the businessman's rhetoric. “We will see,” Ana Weiss said.") == " |");
  CHECK(facts("Beloved by her husband, Anna Weiss was calm. “We will see,” Weiss said.") == " |");
  CHECK(facts("Retired Gen. Jan Dole led them. “We will see,” General Dole said.") == "Retired Gen. |");
}

}  // namespace people_scene_test
