#include "tokens/lexicon.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tokens_lexicon_test {

using namespace whosaid;

namespace {
std::vector<std::string> phrases(Vocabulary const& vocabulary, std::vector<std::string> const& words) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(words.size());
  for (auto const& word : words) numbers.push_back(vocabulary.find_raw(word));
  std::vector<Vocabulary::PhraseHit> hits;
  vocabulary.find_phrases(numbers.data(), numbers.size(), hits);
  std::vector<std::string> out;
  out.reserve(hits.size());
  for (auto const& hit : hits)
    out.push_back(vocabulary.lexicon_names()[hit.lexicon] + ":" + std::to_string(hit.count) + ":" +
                  std::string(vocabulary.phrase_lemma(hit.lemma)));
  return out;
}
}  // namespace

TEST_CASE("entries, comments, forms and lemmas") {
  Vocabulary v;
  CHECK(v.add_lexicon("verb", "verb.txt",
                      "# speech\nsay, says, said, saying\nwent\tgo  # by tab\n\nÉCRIRE\npoint out, pointed out\r\n")
            .empty());
  CHECK(v.freeze().empty());
  auto verb = static_cast<std::uint16_t>(v.lexicon("verb"));
  auto said = v.find_raw("SAID");
  REQUIRE(said != 0);
  CHECK(said == v.find("said"));
  CHECK(v.classes(said).has(verb));
  CHECK(v.lemma(said, verb) == "say");
  CHECK(v.lemma(v.find("went"), verb) == "go");
  CHECK(v.lemma(v.find("say"), verb) == "say");
  CHECK(v.word(said) == "said");
  CHECK(v.classes(v.find_raw("écrire")).has(verb));
  CHECK(v.find("speech") == 0);
  CHECK(v.lexicon("noun") == -1);
  CHECK(v.begins_phrase(v.find("pointed")));
  CHECK_FALSE(v.begins_phrase(said));
  CHECK(phrases(v, {"Pointed", "out", "said"}) == std::vector<std::string>{"verb:2:point out"});
  CHECK(phrases(v, {"pointed", "said"}).empty());
}

TEST_CASE("exact lists know a written form, which is also its folded word") {
  Vocabulary v;
  CHECK(v.add_lexicon("pronoun", "p", "us\nwho\n").empty());
  CHECK(v.add_lexicon("acronym", "a", "@exact\nUS\nWorld Bank\n").empty());
  CHECK(v.freeze().empty());
  auto pronoun = static_cast<std::uint16_t>(v.lexicon("pronoun"));
  auto acronym = static_cast<std::uint16_t>(v.lexicon("acronym"));
  CHECK_FALSE(v.classes(v.find_raw("us")).has(acronym));
  CHECK_FALSE(v.classes(v.find_raw("Us")).has(acronym));
  CHECK(v.classes(v.find_raw("US")).has(acronym));
  CHECK(v.classes(v.find_raw("US")).has(pronoun));
  CHECK(v.folded_word(v.find_raw("US")) == v.find("us"));
  CHECK(v.word(v.find_raw("US")) == "us");
  std::vector<Vocabulary::PhraseHit> hits;
  std::uint32_t words[] = {v.find_raw("world"), v.find_raw("bank")};
  v.find_phrases(words, 2, hits);
  REQUIRE(hits.size() == 1);
  CHECK(v.phrase_written(hits[0].entry) == "World Bank");
}

TEST_CASE("includes take in other lists, also in a circle, and a broken one is reported with its place") {
  Vocabulary v;
  CHECK(v.add_lexicon("a", "a.txt", "@include b\nalpha\n").empty());
  CHECK(v.add_lexicon("b", "b.txt", "beta\n@include a\n@include missing\n").empty());
  auto problems = v.freeze();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].to_string() == "b.txt:3:1: no lexicon named 'missing'");
  auto a = static_cast<std::uint16_t>(v.lexicon("a"));
  CHECK(v.classes(v.find("beta")).has(a));
  CHECK(v.classes(v.find("alpha")).has(static_cast<std::uint16_t>(v.lexicon("b"))));
}

TEST_CASE("problems name file, line and column") {
  Vocabulary v;
  auto problems = v.add_lexicon("x", "x.txt", "say, , said\n@nothing\nword\n@exact\n");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].to_string() == "x.txt:1:1: an entry is empty");
  CHECK(problems[1].to_string() == "x.txt:2:1: unknown directive '@nothing'");
  CHECK(problems[2].to_string() == "x.txt:4:1: @exact must stand before the first entry");
}

TEST_CASE("more lists than there are bits are refused") {
  Vocabulary v;
  for (std::size_t i = 0; i < max_lexicons; ++i) CHECK(v.add_lexicon("l" + std::to_string(i), "f", "x").empty());
  CHECK(v.add_lexicon("one more", "f", "x").size() == 1);
}

TEST_CASE("entries are cut as text is") {
  Vocabulary v;
  CHECK(v.add_lexicon("body", "b", "attorney general's office\n表示\nsupercalifragilisticexpialidocious\n").empty());
  CHECK(v.freeze().empty());
  CHECK(phrases(v, {"attorney", "general", "'s", "office"}).size() == 1);
  CHECK(phrases(v, {"表", "示"}).size() == 1);
  CHECK(v.find_raw("Supercalifragilisticexpialidocious") != 0);
}

TEST_CASE("numbers of many words stay apart") {
  Vocabulary v;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(5000);
  for (int i = 0; i < 5000; ++i) numbers.push_back(v.add_word("word" + std::to_string(i)));
  CHECK(v.freeze().empty());
  CHECK(v.word_count() == 5000);
  for (int i = 0; i < 5000; ++i) CHECK(v.find("word" + std::to_string(i)) == numbers[static_cast<std::size_t>(i)]);
}

}  // namespace tokens_lexicon_test
