#include "eval/words.hpp"

#include <doctest/doctest.h>

namespace eval_words_test {

using namespace whosaid;
using eval::Range;
using eval::Ranges;

namespace {

eval::WordLists lists() {
  return eval::read_word_lists(
      "# the yardstick of these tests\n"
      "article: the a an\n"
      "title: mr dr\n"
      "title: president\n"
      "function: of for\n"
      "other: ignored\n");
}

}  // namespace

TEST_CASE("word lists are read by key, over several lines") {
  auto const words = lists();
  CHECK(words.articles == std::vector<std::string>{"a", "an", "the"});
  CHECK(words.titles == std::vector<std::string>{"dr", "mr", "president"});
  CHECK(words.functions == std::vector<std::string>{"for", "of"});
}

TEST_CASE("a range is trimmed to its first and last letter or digit") {
  eval::Text const text("x “Né — 5%,” y", lists());
  CHECK(text.trimmed({1, 12}) == Range{3, 9});
  CHECK(text.slice(text.trimmed({1, 12})) == "Né — 5");
  CHECK(text.trimmed({5, 8}) == Range{8, 8});       // nothing but a dash: empty at its end
  CHECK(text.trimmed({0, 900}) == Range{0, 14});    // cut to the text
  CHECK(text.trimmed({900, 950}) == Range{14, 14});
}

TEST_CASE("words are found by place and cut at the limits of the range") {
  eval::Text const text("The mayor of 🔥 Lund’s_x said", lists());
  CHECK(text.words_of({{0, 29}}) == Ranges{{4, 9}, {10, 12}, {15, 19}, {20, 23}, {24, 28}});
  CHECK(text.words_of({{0, 3}}) == Ranges{{0, 3}});        // an article alone counts
  CHECK(text.words_of({{6, 11}}) == Ranges{{6, 9}, {10, 11}});
  CHECK(text.words_of({{6, 6}}).empty());                  // an empty range in the middle of a word holds no word
  CHECK(text.words_of({{24, 28}, {4, 9}, {24, 28}}) == Ranges{{4, 9}, {24, 28}});
}

TEST_CASE("two mentions overlap when they share half of the words of the shorter") {
  eval::Text const text("the old harbour master Ida Maro: “No”", lists());
  CHECK(text.overlap({{23, 31}}, {{0, 31}}, 0.5));          // Ida Maro in the whole
  CHECK(text.overlap({{0, 22}}, {{4, 31}}, 0.5));
  CHECK_FALSE(text.overlap({{0, 22}}, {{23, 31}}, 0.5));
  CHECK_FALSE(text.overlap({{4, 26}}, {{23, 31}}, 0.51));   // one of two words
  CHECK(text.overlap({{31, 32}}, {{31, 32}}, 0.01));        // a colon against a colon
  CHECK_FALSE(text.overlap({{31, 32}}, {{32, 33}}, 0.01));
  CHECK_FALSE(text.overlap({}, {{0, 31}}, 0.5));
}

TEST_CASE("names are one person's by equality, alias, or the words of the shorter") {
  auto const words = lists();
  CHECK(eval::same_name("Ida Maro", "ida maro", {}, words));
  CHECK(eval::same_name("Ida Maro", "Maro", {}, words));
  CHECK(eval::same_name("Ida Maro", "Dr Maro", {}, words));
  CHECK(eval::same_name("Maro", "President Ida Maro", {}, words));
  CHECK(eval::same_name("Ida Maro", "the harbour cat", {"The Harbour Cat"}, words));
  CHECK_FALSE(eval::same_name("Ida Maro", "Ida", {}, words));        // the surname decides
  CHECK_FALSE(eval::same_name("Ida Maro", "Ola Maro", {}, words));
  CHECK_FALSE(eval::same_name("Ida Maro", "", {}, words));
  CHECK_FALSE(eval::same_name("Dr", "Mr", {}, words));               // no word left to compare
  CHECK(eval::same_name("Ömer O’Dall", "ö. o’dall", {}, words) == false);
  CHECK(eval::same_name("Ömer O’Dall", "o’dall", {}, words));
  CHECK_FALSE(eval::same_name("Ida O’Dall", "O'Dall", {}, words));   // marks are part of a name as written
}

TEST_CASE("content words leave out articles and function words") {
  CHECK(eval::content_words("the Mayor of Lund; mayor, for now", lists()) ==
        std::vector<std::string>{"lund", "mayor", "now"});
  CHECK(eval::content_words("", lists()).empty());
}

}  // namespace eval_words_test
