#include <doctest/doctest.h>

#include <string>

#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace tokens_sentences_test {

using namespace whosaid;

namespace {

Vocabulary const& vocabulary() {
  static Vocabulary const made = [] {
    Vocabulary v;
    (void)v.add_lexicon("abbreviation", "a", "mr.\ngen.\njan.\ninc.\n");
    (void)v.add_lexicon("abbreviation_final", "a", "u.s.\np.m.\ninc.\n");
    (void)v.add_lexicon("sentence_opener", "s", "the\nhe\nbut\n");
    (void)v.freeze();
    return v;
  }();
  return made;
}

// The first tokens of all sentences.
std::string starts(std::string_view text) {
  TokenTable table;
  tokenize(text, vocabulary(), table);
  std::string out;
  for (auto const& token : table.tokens) {
    if (!token.is(feature::sentence_start)) continue;
    if (!out.empty()) out += ' ';
    out += token.span().in(text);
  }
  return out;
}

}  // namespace

TEST_CASE("a sentence ends at a stop before a word that can begin one") {
  CHECK(starts("One is here. Two is there! Three? 4 of them. five") == "One Two Three 4");
  CHECK(starts("Go! he said. Then") == "Go Then");
  CHECK(starts("It ended.Then it rained. 3.5 is fine.") == "It Then 3.5");
}

TEST_CASE("closing marks and brackets belong to the sentence before") {
  CHECK(starts("\"We go.\" He left. (We stay.) They sleep.") == "\" He ( They");
  CHECK(starts("“We go.” “No.”") == "“ “");
  CHECK(starts("“We go,” he said. “No.”") == "“ “");
}

TEST_CASE("abbreviations and initials end nothing, except those that may") {
  CHECK(starts("Mr. Rao met Gen. J. K. Lund in Jan. The") == "Mr.");
  CHECK(starts("He is in the U.S. The bank is not. A U.S. Senate aide came at 5 p.m. He left.") == "He The A He");
  CHECK(starts("Samuel I. The Great is older than I. The end.") == "Samuel The");
}

TEST_CASE("an ellipsis ends a sentence only before a capital") {
  CHECK(starts("We … wait ... here ... Then we go.") == "We Then");
  TokenTable table;
  tokenize("We … wait … Then…", vocabulary(), table);
  CHECK_FALSE(table.tokens[1].is(feature::stop));
  CHECK(table.tokens[3].is(feature::stop));
  CHECK(table.tokens[5].is(feature::stop));
}

TEST_CASE("paragraphs begin sentences; letters without case do too") {
  CHECK(starts("no stop here\n\nlower start") == "no lower");
  CHECK(starts("私は行く。彼は来る。") == "私 彼");
  CHECK(starts("Нет. Да. нет") == "Нет Да");
}

}  // namespace tokens_sentences_test
