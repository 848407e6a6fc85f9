#include "guess_language.hpp"

#include <doctest/doctest.h>

namespace guess_language_test {

using namespace whosaid;

namespace {

grammar::Library library() {
  return *grammar::Library::open();
}

}  // namespace

TEST_CASE("a text that does not say its language is known by its small words") {
  auto const known = library();
  LanguageGuess const guess(known, "en");
  CHECK(guess.of("“We are still waiting,” said Kai Brandt.") == "en");
  CHECK(guess.of("„Wir warten noch“, sagte Kai Brandt.") == "de");
  CHECK(guess.of("Die Brücke ist wieder offen. Das teilte die Stadt am Montag mit.") == "de");
}

TEST_CASE("what is not clear is the usual language") {
  auto const known = library();
  LanguageGuess const guess(known, "en");
  CHECK(guess.of("") == "en");
  CHECK(guess.of("Halvik. Oyelar. Brandt.") == "en");
  CHECK(guess.of("« Nous attendons encore », a dit Luc Morel, des années après le début des travaux.") == "en");
  CHECK(guess.of("The paper Die Woche said: “Das ist nicht gut.” The mayor did not reply to it.") == "en");
  CHECK(guess.of("Wir") == "en");
}

TEST_CASE("only the beginning of a long text is looked at") {
  auto const known = library();
  LanguageGuess const guess(known, "en");
  std::string text;
  for (int i = 0; i < 30; ++i) text += "The mayor said it was late. ";
  for (int i = 0; i < 300; ++i) text += "Wir warten noch auf sie. ";
  CHECK(guess.of(text) == "en");
}

TEST_CASE("a library without the usual language always answers it") {
  auto const only = grammar::Library::from_files({{"xx/names.peg", "language xx\ngrammar names\n\nx -> person 1\n  <- 'X'\n  |  X\n"}});
  REQUIRE(static_cast<bool>(only));
  LanguageGuess const guess(*only, "en");
  CHECK(guess.of("„Wir warten noch“, sagte Kai Brandt.") == "en");
}

}  // namespace guess_language_test
