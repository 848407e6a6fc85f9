#include "grammar/library.hpp"

#include <doctest/doctest.h>

namespace grammar_library_test {

using namespace whosaid;
using namespace whosaid::grammar;

namespace {

// A small language: names by capital letters, and the attribution grammar of the notation's first page.
std::vector<GrammarFile> small_language() {
  return {
      {"xx/names.peg",
       "language xx\ngrammar names\n\n"
       "# Two or more capital words.\n"
       "full_name -> person 0.9\n"
       "  <- first:[word & capital & !%role & !%opener] last:[word & capital]+\n"
       "  |  We met [first Jane] [last Doe] there.\n"
       "  |! the mayor of Springfield\n"},
      {"xx/attribution.peg",
       "# Who said the quote.\n"
       "language xx\ngrammar attribution\n\n"
       "# \"…,\" said Jane Doe, the mayor.\n"
       "after_quote -> attribution 0.95\n"
       "  <- <quote> \",\"? cue:%speech_verb speaker:speaker_phrase\n"
       "  |  \"We will win,\" [cue said] [speaker Jane Doe], the mayor.\n"
       "  |  \"We will win,\" [cue pointed out] [speaker the prime minister].\n"
       "  |! \"We will win\" was painted on the bus.\n"
       "  |? \"We will win,\" [cue said] a tearful [speaker Jane Doe].\n"
       "\n"
       "according_to -> attribution 0.97\n"
       "  <- cue:(\"according\" \"to\") speaker:speaker_phrase \",\" <quote>\n"
       "  |  [cue According to] [speaker Jane Doe], \"we will win\".\n"
       "\n"
       "speaker_phrase <- <person> / determiner (!%role [word & !capital])* %role\n"
       "determiner     <- \"the\" / \"its\" / \"their\"\n"},
      {"xx/lexicons/speech_verb.txt", "say, said\npoint out, pointed out\n"},
      {"xx/lexicons/role.txt", "mayor\nprime minister\n"},
      {"xx/lexicons/opener.txt", "we\n"},
      {"xx/marks.txt", "\" \"\n"},
  };
}

std::string messages(Problems const& problems) {
  std::string out;
  for (auto const& problem : problems) out += problem.to_string() + "\n";
  return out;
}

}  // namespace

TEST_CASE("a language is loaded from files and its examples hold") {
  auto library = Library::from_files(small_language());
  REQUIRE_MESSAGE(library, messages(library.problems()));
  auto const* language = library->language("xx-YY");
  REQUIRE(language);
  CHECK(language->code() == "xx");
  CHECK(language->file("marks.txt") == "\" \"\n");
  CHECK(language->chunk_kind("quote") == 0);
  CHECK(language->chunk_kind("person") > 0);
  CHECK(language->chunk_kind("nobody") == -1);
  CHECK(language->grammar_names() == std::vector<std::string>{"attribution", "names"});

  auto const report = run_examples(*language, "");
  CHECK_MESSAGE(report.failed == 0, messages(report.failures));
  CHECK(report.passed == 6);
  CHECK(report.known_gaps == 1);

  auto const rules = list_rules(*language);
  REQUIRE(rules.size() == 5);
  CHECK(rules[0].name == "xx/attribution/after_quote");
  CHECK(rules[0].comment == "\"…,\" said Jane Doe, the mayor.");
  CHECK(rules[0].line == 6);
  CHECK(rules[0].examples == 4);
}

TEST_CASE("tabs may stand behind the word language") {
  auto const library = Library::from_files({{"aa/names.peg", "language\t\taa\ngrammar names\n\nx -> person 1\n  <- 'X'\n  |  X\n"}});
  REQUIRE_MESSAGE(library, messages(library.problems()));
  CHECK(library->languages() == std::vector<std::string>{"aa"});
  REQUIRE(library->language("aa"));
  CHECK(library->language("aa")->code() == "aa");
}

TEST_CASE("so may any blank before it, and no language goes without a name") {
  for (std::string const blank : {"\v\v", "\f", " \t\v", "\r"}) {
    CAPTURE(blank);
    auto const library = Library::from_files({{"aa/names.peg", blank + "language aa\ngrammar names\n\nx -> person 1\n  <- 'X'\n  |  X\n"}});
    if (!library) {
      CHECK(!library.problems().empty());
      continue;
    }
    for (std::string const& code : library->languages()) CHECK(library->language(code));
  }
}

TEST_CASE("a file beside the folders is for all languages that have none of its name") {
  auto const library = Library::from_files({
      {"aa/names.peg", "language aa\ngrammar names\n\nx -> person 1\n  <- 'X'\n  |  X\n"},
      {"aa/marks.txt", "own"},
      {"bb/names.peg", "language bb\ngrammar names\n\nx -> person 1\n  <- 'X'\n  |  X\n"},
      {"marks.txt", "shared"},
      {"zz/names.peg", "language zz\ngrammar names\n\nx -> person 1\n  <- 'X'\n  |  X\n"},
      {"zz/marks.txt", "behind"},
  });
  REQUIRE(static_cast<bool>(library));
  CHECK(library->language("aa")->file("marks.txt") == "own");
  CHECK(library->language("bb")->file("marks.txt") == "shared");
  CHECK(library->language("zz")->file("marks.txt") == "behind");
}

}  // namespace grammar_library_test
