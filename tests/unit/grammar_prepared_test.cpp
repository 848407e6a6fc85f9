// The languages as the build prepared them against the same files read the long way.
#include <doctest/doctest.h>

#include "grammar/language.hpp"
#include "grammar/library.hpp"
#include "grammar/prepared.hpp"

using namespace whosaid;
using namespace whosaid::grammar;

TEST_CASE("what the build prepared is what the files say") {
  auto const now = prepare_languages();
  auto const built = prepared_languages();
  REQUIRE(now.size() == built.size());
  REQUIRE(!now.empty());
  for (std::size_t i = 0; i < now.size(); ++i) {
    CHECK(built[i].code == now[i].code);
    CHECK((built[i].bytes == now[i].bytes));  // in brackets: megabytes are not for showing
  }
}

TEST_CASE("a prepared language packs to the bytes that it was made from") {
  for (auto const& built : prepared_languages()) CHECK((pack_language(*unpack_language(built.bytes)) == built.bytes));
}

TEST_CASE("a prepared language knows its words, its phrases and where its words are written") {
  auto const library = Library::open();
  REQUIRE(library);
  auto const* const language = library->language("en");
  REQUIRE(language);
  auto const& vocabulary = language->vocabulary();
  auto const verbs = vocabulary.lexicon("speech_verb");
  REQUIRE(verbs >= 0);
  auto const said = vocabulary.find_raw("Said");
  REQUIRE(said != 0);
  CHECK(vocabulary.word(said) == "said");
  CHECK(vocabulary.classes(said).has(static_cast<std::uint16_t>(verbs)));
  CHECK(vocabulary.lemma(said, static_cast<std::uint16_t>(verbs)) == "say");
  CHECK(vocabulary.find_raw("zzqx") == 0);
  CHECK(vocabulary.longest_phrase() > 1);
}

TEST_CASE("a prepared language reads its examples when somebody asks") {
  auto const library = Library::open();
  REQUIRE(library);
  auto const* const language = library->language("en");
  REQUIRE(language);
  for (auto const& name : language->grammar_names()) CHECK(!language->examples(name).empty());
  CHECK(!language->rules().empty());
  CHECK(!language->needed_by("attribution").empty());
}
