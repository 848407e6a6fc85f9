// Headlines and pull quotes take their speaker from the article that says their words again: src/attribution/echo.cpp.
#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace attribution_echo_test {

using namespace whosaid;
using whosaid_tests::List;
using whosaid_tests::read;
using whosaid_tests::speakers;

TEST_CASE("a headline's words are said by whoever says them below") {
  auto const found = read("Storm Elin: 'We heard a crack and ran'\n\nThe roof of a bungalow was torn off on Tuesday night in the old harbour.\n\n"
                          "“We heard a crack and ran, all of us,” Jana Morrow said.");
  CHECK(speakers(found) == List{"Jana Morrow", "Jana Morrow"});
  CHECK(found.quotes[0].section == Section::headline);
  CHECK(found.quotes[0].basis == Basis::inferred);
  CHECK(found.quotes[0].rule == "attribution/echo");
  CHECK(!found.quotes[0].source);
}

TEST_CASE("two words say who a headline's nameless speaker is") {
  std::string const body = "\n\nThe ferry left the old harbour of the town an hour early on Tuesday.\n\n“It was far too late for us,” Jana Morrow said.";
  CHECK(speakers(read("Captain says ferry was ‘too late’" + body)) == List{"Jana Morrow", "Jana Morrow"});
  CHECK(speakers(read("Orla Dane says ferry was ‘too late’" + body)) == List{"Orla Dane", "Jana Morrow"});
}

TEST_CASE("few words are anybody's: a name beside them stays") {
  auto const found = read("Orla Dane: 'Too late'\n\nThe ferry left the old harbour of the town an hour early on Tuesday.\n\n“It was too late,” Jana Morrow said.");
  CHECK(speakers(found) == List{"Orla Dane", "Jana Morrow"});
}

TEST_CASE("two people say the words: nobody is chosen") {
  auto const found = read("'We never tell him anything'\n\nThe ferry left the old harbour of the town an hour early on Tuesday.\n\n"
                          "“Why? We never tell him anything,” Jana Morrow said.\n\n“We never tell him anything at all,” Piet Alvers said.");
  CHECK(speakers(found) == List{"-", "Jana Morrow", "Piet Alvers"});
}

TEST_CASE("a quote of the body with a cue of its own is left alone") {
  auto const found = read("“It was too late,” said a man who would not give his name.\n\n“It was too late for us,” Jana Morrow said.");
  CHECK(speakers(found)[0] != "Jana Morrow");
}

TEST_CASE("a pull quote is still counted on the sentence that it repeats") {
  auto const found = read("“Nobody told us a thing”\n\nJana Morrow waited outside. “Nobody told us a thing,” she said.");
  REQUIRE(found.quotes.size() == 1);
  CHECK(found.quotes[0].duplicates == 1);
}

TEST_CASE("the reporter above the body is nobody's pronoun") {
  auto const found = read("Ferry left an hour early\n\nBy Jana Morrow | Published 4:12 PM EST, Thu February 6, 2025\n\n"
                          "The ferry left the old harbour of the town an hour early on Tuesday. “It was far too late for us,” she said.");
  REQUIRE(found.quotes.size() == 1);
  CHECK(speakers(found) == List{"-"});
  CHECK(found.quotes[0].candidates.empty());
  CHECK(found.published == "2025-02-06");
}

}  // namespace attribution_echo_test
