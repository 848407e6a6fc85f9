#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "whosaid.hpp"

using namespace whosaid;

namespace {

using List = std::vector<std::string>;

Extraction read(std::string text) {
  static auto const extractor = Extractor::open();
  REQUIRE_MESSAGE(static_cast<bool>(extractor), (extractor ? "" : extractor.problems().front().to_string()));
  Document document;
  document.text = std::move(text);
  Workspace workspace;
  return extractor->extract(document, workspace);
}

// The speaker of each quote in order; "-" = open.
List speakers(std::string text) {
  auto const found = read(std::move(text));
  List out;
  for (auto const& quote : found.quotes) out.push_back(quote.speaker.valid() ? found.speakers[quote.speaker.value].name : "-");
  return out;
}

// "role; role | affiliation; affiliation" of the first speaker.
std::string facts(std::string text) {
  auto const found = read(std::move(text));
  if (found.speakers.empty()) return "nobody";
  std::string out;
  for (auto const& role : found.speakers.front().roles) out += (out.empty() ? "" : "; ") + role.value;
  out += " |";
  for (auto const& affiliation : found.speakers.front().affiliations) out += " " + affiliation.value + ";";
  return out;
}

}  // namespace

TEST_CASE("a role noun means the one who bears the role") {
  CHECK(speakers("Nora Quill, the mayor of Halden, met Emil Dray on Tuesday.\n\n“We will act,” the mayor said.") == List{"Nora Quill"});
  CHECK(speakers("Senator Nora Quill met Emil Dray, a plumber.\n\n“We will act,” the senator said.") == List{"Nora Quill"});
}

TEST_CASE("somebody new is not taken for somebody known") {
  CHECK(speakers("Nora Quill met Emil Dray, a plumber.\n\n“We will act,” a spokesman said.") == List{"a spokesman"});
}

TEST_CASE("pronouns of the narration keep their person present") {
  CHECK(speakers("Nora Quill met Emil Dray. He was late. He sat down. “We will act,” he said.") == List{"Emil Dray"});
}

TEST_CASE("letters behind a name are a role, not a part of the name") {
  CHECK(speakers("“We will act,” said Hester Dunn KC.") == List{"Hester Dunn"});
  CHECK(facts("“We will act,” said Hester Dunn KC.") == "KC |");
}

TEST_CASE("a surname that a couple shares stays open, with both as candidates") {
  auto const found = read("Bram Holt and his wife, Nora Holt, sold the mill. “I cried,” Holt said.");
  REQUIRE(found.quotes.size() == 1);
  CHECK_FALSE(found.quotes.front().speaker.valid());
  REQUIRE(found.quotes.front().candidates.size() == 2);
  CHECK(found.quotes.front().candidates[0].name == "Bram Holt");
  CHECK(found.quotes.front().candidates[1].name == "Nora Holt");
}

TEST_CASE("roles and affiliations from appositions") {
  CHECK(facts("“We will act,” said Ana Weiss, the mayor of Halden.") == "mayor | Halden;");
  CHECK(facts("“We will act,” said Senator Ana Weiss (D-Ohio).") == "Senator | D-Ohio;");
}

TEST_CASE("letters of a body stand for it") {
  CHECK(speakers("The Halden Water Board met. “We will act,” the HWB said.") == List{"Halden Water Board"});
}

TEST_CASE("the body that somebody has is not that person") {
  CHECK(speakers("Nora Quill spoke first. “We will act,” Nora Quill's campaign said.") == List{"Nora Quill's campaign"});
}

TEST_CASE("the name before an apposition speaks") {
  CHECK(speakers("Jan Brewer, an early supporter of the plan, calls it “a priority”.") == List{"Jan Brewer"});
}

TEST_CASE("whom the speaker calls by name is addressed") {
  std::string const text = "“Listen, Maria, we lost,” said Emil Dray.";
  auto const found = read(text);
  REQUIRE(found.quotes.size() == 1);
  REQUIRE(found.quotes.front().addressee.has_value());
  CHECK(found.quotes.front().addressee->in(text) == "Maria");
  auto const list = read("“We met Maria, Anna, and Emil,” said Nora Quill.");
  REQUIRE(list.quotes.size() == 1);
  CHECK_FALSE(list.quotes.front().addressee.has_value());
}

TEST_CASE("a headline names those whom the text names") {
  CHECK(speakers("Nora Quill Defends Harbour Plan Against Angry Critics\n\nNora Quill stood up.\n\n“We will act,” she said.") == List{"Nora Quill"});
}
