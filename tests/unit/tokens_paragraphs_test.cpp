#include "tokens/paragraphs.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace tokens_paragraphs_test {

using namespace whosaid;

namespace {

// The text with every break that ends a paragraph written as "¶".
std::string shown(std::string_view text) {
  std::vector<std::uint32_t> breaks;
  find_paragraph_breaks(text, breaks);
  std::string out;
  std::size_t from = 0;
  for (auto at : breaks) {
    out += text.substr(from, at - from);
    out += "¶";
    from = at + 1;
  }
  out += text.substr(from);
  return out;
}

}  // namespace

TEST_CASE("an empty line ends a paragraph") {
  CHECK(shown("One line.\n\nAnother.\n") == "One line.¶\nAnother.\n");
  CHECK(shown("One line.\r\n \t\r\nAnother.") == "One line.\r¶ \t\r\nAnother.");
  CHECK(shown("One.\n\u00A0\nTwo.") == "One.¶\u00A0\nTwo.");
}

TEST_CASE("without empty lines every line is a paragraph") {
  CHECK(shown("The council met on Monday.\nIt voted for the dam.\nNobody spoke.") ==
        "The council met on Monday.¶It voted for the dam.¶Nobody spoke.");
}

TEST_CASE("short lines of a header stay apart") {
  CHECK(shown("Dam talks resume\n2 min read\nMinister says the valley must wait\n\nBody.") ==
        "Dam talks resume¶2 min read¶Minister says the valley must wait¶\nBody.");
}

TEST_CASE("wrapped lines keep their paragraph") {
  std::string wrapped =
      "The council of the valley met on Monday and voted for the\n"
      "dam, which the engineers of the province had asked for since\n"
      "the flood of three years ago, when two bridges were lost and\n"
      "a school.\n";
  CHECK(shown(wrapped) == wrapped);
  CHECK(shown(wrapped + "\nNext paragraph.") == wrapped.substr(0, wrapped.size() - 1) + "¶\nNext paragraph.");
}

TEST_CASE("in a wrapped text two lines may be one paragraph") {
  std::string wrapped =
      "The council of the valley met on Monday and voted for the\n"
      "dam, which the engineers of the province had asked for since\n"
      "the flood of three years ago, when two bridges were lost.\n"
      "\n"
      "“Nobody in this valley was asked,” said the mayor of Orin,\n"
      "Ada Lund.";
  auto end = wrapped.find("\n\n");
  CHECK(shown(wrapped) == wrapped.substr(0, end) + "¶" + wrapped.substr(end + 1));
}

TEST_CASE("a sentence that visibly goes on is not cut") {
  std::string text = "“Nobody in this valley was asked what they think,\nand nobody will be,” she said.";
  CHECK(shown(text) == text);
  CHECK(shown("Engineer Lin Wu, who wrote the warning, said she felt\n&ldquo;no satisfaction at all.&rdquo;") ==
        "Engineer Lin Wu, who wrote the warning, said she felt\n&ldquo;no satisfaction at all.&rdquo;");
}

TEST_CASE("many lines take linear time") {
  auto begin = std::chrono::steady_clock::now();
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "a line of text here\n";
  std::vector<std::uint32_t> breaks;
  find_paragraph_breaks(text, breaks);
  CHECK(breaks.size() > 199000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

}  // namespace tokens_paragraphs_test
