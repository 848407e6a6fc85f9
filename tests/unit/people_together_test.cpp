// Two who speak as one: src/people/together.cpp.
#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_together_test {

using namespace whosaid;
using whosaid_tests::List;

namespace {

// Of each quote everybody who says it, joined by "+".
List voices(std::string text) {
  auto const found = whosaid_tests::read(std::move(text));
  List out;
  for (auto const& quote : found.quotes) {
    std::string all;
    for (SpeakerId const id : quote.joint) all += (all.empty() ? "" : "+") + found.speakers[id.value].name;
    if (all.empty()) all = quote.speaker.valid() ? found.speakers[quote.speaker.value].name : "-";
    out.push_back(all);
  }
  return out;
}

std::string const pair = "Nora Quill+Emil Dray", couple = "Nora Dray+Emil Dray";

}  // namespace

TEST_CASE("two who spoke as one go on as they, and under other nouns for two") {
  std::string const opening = "Nora Quill and Emil Dray sold the mill.\n\n“We cried,” the couple said. ";
  CHECK(voices(opening + "“It was ours,” they added. It rained. The road was wet. “It is gone,” the pair said.") == List{pair, pair, pair});
  CHECK(voices(opening + "The union was angry. They said it was “wrong”.").back() != pair);
}

TEST_CASE("a pair that opens a report is the two new names that begin the next sentence and are described") {
  std::string const opening = "A couple who lost their home said the council was “deaf”.\n\n";
  CHECK(voices(opening + "Nora and Emil Dray, of Mill Lane, had to wait.") == List{couple});
  CHECK(voices(opening + "Nora Quill and Emil Dray, both 34, had to wait.") == List{pair});
  CHECK(voices(opening + "Nora Quill and Emil Dray disagreed.") != List{pair});
  CHECK(voices("Two brothers who bake say it is “hot”.\n\nEmil and Jan Dray, from Halden, began in May.") == List{"Emil Dray+Jan Dray"});
}

TEST_CASE("a couple whom nothing names stays the couple that spoke") {
  CHECK(voices("Nora Quill and Emil Dray left. A couple from Halden said it was “sad”. “We cried,” the couple said.") == List{"A couple from Halden", "A couple from Halden"});
}

TEST_CASE("they who say I are the one person who acts before") {
  CHECK(voices("Residents are angry. Mayor Ana Weiss left. “I am furious,” they said.") == List{"Ana Weiss"});
  CHECK(voices("Quill, who was late, said: “I slept.” They added: “I am sorry.”") == List{"Quill", "Quill"});
  CHECK(voices("Residents are angry. Mayor Ana Weiss left. “We are furious,” they said.") == List{"Residents"});
  CHECK(voices("Fans booed Jan Kolm. “I hate it,” they said.") == List{"Fans"});
  CHECK(voices("Critics said Jan Kolm had lied. “I hate it,” they wrote.") == List{"Critics"});
}

TEST_CASE("whom dashes or brackets name behind a noun speaks") {
  CHECK(voices("The agents – Ana Weiss and Jan Kolm – said it was “late”.") == List{"Ana Weiss+Jan Kolm"});
  CHECK(voices("The mayor – Ana Weiss – said it was “late”.") == List{"Ana Weiss"});
  CHECK(voices("The mayor – a friend of Ana Weiss – said it was “late”.") == List{"The mayor"});
  CHECK(voices("Officials (among them Ana Weiss) said it was “late”.") == List{"Officials"});
}

TEST_CASE("the body is the one body about") {
  CHECK(voices("The Kolm Federation is old. “It was late,” the body added.") == List{"Kolm Federation"});
  CHECK(voices("The club is old. “It was late,” the body added.") == List{"the body"});
}

}  // namespace people_together_test
