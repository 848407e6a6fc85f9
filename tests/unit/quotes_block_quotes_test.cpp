#include "quotes/block_quotes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "quotes/pair_marks.hpp"

namespace quotes_block_quotes_test {

using namespace whosaid;

namespace {

// Block quotes of a text whose zones are given as the stretches between < and >, with / between their paragraphs.
std::string found(std::string const& marked) {
  std::string text;
  std::vector<KnownZone> zones;
  int block = 0;
  std::uint32_t begin = 0;
  for (char const c : marked) {
    auto const here = static_cast<std::uint32_t>(text.size());
    if (c == '<') {
      begin = here;
      ++block;
    } else if (c == '/' || c == '>') {
      zones.push_back({{begin, here}, Section::blockquote, "body/blockquote[" + std::to_string(block) + "]/p"});
      if (c == '/') text += "\n\n";
      begin = static_cast<std::uint32_t>(text.size());
    } else {
      text += c;
    }
  }
  Vocabulary vocabulary;
  REQUIRE(vocabulary.add_lexicon("speech_verb", "speech_verb.txt", "wrote\nsaid\n").empty());
  (void)vocabulary.freeze();
  TokenTable table;
  tokenize(text, vocabulary, table);
  std::vector<MarkedQuote> quotes;
  add_block_quotes(table, vocabulary, zones, quotes);
  std::string out;
  for (auto const& quote : quotes) {
    CHECK(quote.block);
    if (!out.empty()) out += " | ";
    for (auto const& segment : quote.segments) out += "[" + std::string(segment.in(text)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("a block quotation is a quote when it is introduced") {
  CHECK(found("The traders answered:\n\n<We accept it.>\n\nThey left.") == "[We accept it.]");
  CHECK(found("In a letter the traders wrote\n\n<We accept it.>") == "[We accept it.]");
  CHECK(found("The road was closed.\n\n<No vehicles beyond this point>") == "");
  CHECK(found("<We accept it.>\n\nThey left.") == "");
}

TEST_CASE("paragraphs of one block are one quote, two blocks are two") {
  CHECK(found("They wrote:\n\n</One.><Two.>").find("Two") == std::string::npos);
  CHECK(found("They wrote:\n\n<One./Two.>\n\nAnd then:\n\n<Three.>") == "[One.][Two.] | [Three.]");
}

TEST_CASE("a block with quotation marks is left to them") { CHECK(found("They wrote:\n\n<\"One,\" it said.>") == ""); }

}  // namespace quotes_block_quotes_test
