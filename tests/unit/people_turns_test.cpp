// People who take turns: src/people/turns.cpp, and names that a text brings up late.
#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_turns_test {

using namespace whosaid;
using whosaid_tests::List;
using whosaid_tests::read;
using whosaid_tests::speakers;

namespace {

std::string const opening = "“Where is the boat?” asked Nora Quill.\n\n“Gone with the tide,” answered Emil Dray.\n\n";

}  // namespace

TEST_CASE("two who take turns") {
  auto const found = read(opening + "“And you let it go?”\n\n“I was asleep.”\n\nThe gulls came back.");
  CHECK(speakers(found) == List{"Nora Quill", "Emil Dray", "Nora Quill", "Emil Dray"});
  CHECK(found.quotes[2].basis == Basis::inferred);
  CHECK(found.quotes[2].rule == "people/turns");
  CHECK(!found.quotes[2].source);
  CHECK(found.quotes[2].confidence < 0.7f);
}

TEST_CASE("turns before the first that names its speaker") {
  CHECK(speakers(read("“You let it go?”\n\n“I was asleep.”\n\n" + opening + "The gulls came back.")) ==
        List{"Nora Quill", "Emil Dray", "Nora Quill", "Emil Dray"});
}

TEST_CASE("who is called by name does not speak") {
  CHECK(speakers(read(opening + "“Tell me, Nora, why ask?”\n\nThe gulls came back."))[2] == "-");
}

TEST_CASE("ends that contradict each other leave a turn open") {
  CHECK(speakers(read(opening + "“And you let it go?”\n\n“I was asleep,” said Nora Quill.\n\nThe gulls came back."))[2] != "Nora Quill");
}

TEST_CASE("a paragraph between ends the conversation") {
  CHECK(speakers(read(opening + "The gulls came back, and nobody moved for a while.\n\n“It will rain.”\n\nIt did."))[2] == "-");
}

TEST_CASE("a paragraph that tells before it quotes is no turn of the conversation before it") {
  auto const found = read(opening + "“And you let it go?”\n\nThe gulls came back. It was noon. “I was asleep,” said Nora Quill.\n\nIt rained.");
  CHECK(speakers(found) == List{"Nora Quill", "Emil Dray", "Nora Quill", "Nora Quill"});
}

TEST_CASE("a name that comes up late and by chance takes nobody over") {
  std::string story = "Anne Holm came home.\n\n";
  for (int i = 0; i < 7; ++i) story += "“It rains,” said Anne.\n\n";
  story += "Thus Mrs. Allan Anne could hardly bear.\n\n“It rains,” said Anne.";
  for (std::string const& name : speakers(read(story))) CHECK(name == "Anne Holm");
}

TEST_CASE("a name cut by a line break is written on one line") {
  CHECK(speakers(read("The harbour was shut all day.\n\n“We had to do that,” said Nora\nQuill, who runs the\nharbour.\n\nIt rained.")) ==
        List{"Nora Quill"});
}

TEST_CASE("two given names before one surname are no couple where one has a name of his own") {
  CHECK(speakers(read("Emil Dray came first. Emil and Nora Quill went in.\n\n“Sit down,” said Emil.")) == List{"Emil Dray"});
}

}  // namespace people_turns_test
