#include "tokens/tokens.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tokens/lexicon.hpp"

namespace tokens_tokens_test {

using namespace whosaid;

TEST_CASE("every feature has one name and one bit of its own") {
  Features all = 0;
  std::set<std::string_view> names;
  for (auto const& [name, bit] : feature_names()) {
    CHECK((bit & (bit - 1)) == 0);
    CHECK((all & bit) == 0);
    all |= bit;
    CHECK(names.insert(name).second);
  }
  CHECK(all == (feature::bullet << 1) - 1);
}

TEST_CASE("tables find tokens and paragraphs, and are reused") {
  Vocabulary vocabulary;
  (void)vocabulary.freeze();
  TokenTable table;
  std::string text = "One two.\n\nThree four.";
  tokenize(text, vocabulary, table);
  REQUIRE(table.tokens.size() == 6);
  CHECK(table.paragraphs == std::vector<std::uint32_t>{0, 3});
  CHECK(table.paragraph_of(2) == 0);
  CHECK(table.paragraph_of(3) == 1);
  CHECK(table.at_or_after(4) == 1);
  CHECK(table.at_or_after(5) == 2);
  CHECK(table.at_or_after(1000) == 6);
  CHECK(table.span(0, 2).in(text) == "One two");
  table.add_chunk({0, 2, 1, 0, 7, 0});
  table.add_chunk({0, 1, 2, 0, 8, 0});
  CHECK(table.tokens[0].chunk == 2);
  CHECK(table.chunks[1].next == 1);
  tokenize("x", vocabulary, table);
  CHECK(table.tokens.size() == 1);
  CHECK(table.chunks.empty());
  tokenize("", vocabulary, table);
  CHECK(table.tokens.empty());
}

TEST_CASE("sentences are listed, without those inside of folded quotes, and paragraphs end behind a quote that binds them") {
  Vocabulary vocabulary;
  (void)vocabulary.freeze();
  TokenTable table;
  tokenize("One two. Three - four “Five. Six.\n\nSeven.” Eight.\n\nNine.", vocabulary, table);
  using List = std::vector<std::uint32_t>;
  REQUIRE(table.tokens.size() == 18);
  CHECK(table.sentences == List{0, 3, 9, 11, 14, 16});
  CHECK(table.paragraph_end(0, 18) == 11);
  table.begin_sentences({5, 5, 9});
  CHECK(table.sentences == List{0, 3, 5, 9, 11, 14, 16});
  CHECK(table.tokens[5].is(feature::sentence_start));
  table.tokens[6].width = 8;  // from the opening mark to the closing one
  table.folded = {6};
  table.keep_narration();
  CHECK(table.sentences == List{0, 3, 5, 14, 16});
  CHECK(table.paragraph_end(0, 18) == 16);
  CHECK(table.paragraph_end(0, 12) == 12);
  CHECK(table.paragraph_end(16, 18) == 18);
}

}  // namespace tokens_tokens_test
