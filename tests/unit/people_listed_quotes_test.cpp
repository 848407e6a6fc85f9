#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_listed_quotes_test {

using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("quotes under headings are whose session it is") {
  CHECK(speakers("What Ana Weiss had to say after the draw:\n\nOn the knee\n\n“It is fine. We wait.”\n\nOn the fans\n\n“They sang all night.”") == List{"Ana Weiss", "Ana Weiss"});
  CHECK(speakers("Quotes from Coach Ana Weiss.\n\n1. The knee\n\n“It is fine. We wait.”") == List{"Ana Weiss"});
  CHECK(speakers("Every word from Jan Kolm’s press conference\n\nOn the squad: “Nobody is hurt.”\n\nOn the fans: “They sang.”") == List{"Jan Kolm", "Jan Kolm"});
  CHECK(speakers("“It was late,” Kolm said.\n\nOn the fans: “They sang.”") == List{"Kolm", "Kolm"});
  CHECK(speakers("“It was late,” Jan Kolm said.\n\nOn the injury to Emil Dray: “It is his knee.”") == List{"Jan Kolm", "Jan Kolm"});
  CHECK(speakers("Interview with Ana Weiss\n\nWhat is the book about?\n\n“Bread. And my mother.”") == List{"Ana Weiss"});
  CHECK(speakers("Quotes from Coach Ana Weiss.\n\n1. The knee\n\n“It is fine. We") == List{"Ana Weiss"});
}

TEST_CASE("quotes under headings are nobody's where no session or two people are told of") {
  CHECK(speakers("Ana Weiss won in Halden.\n\nThe knee\n\n“It is fine. We wait.”") == List{"-"});
  CHECK(speakers("Ana Weiss and Jan Kolm held a press conference.\n\nOn the squad\n\n“Nobody is hurt.”") == List{"-"});
  CHECK(speakers("“It was late,” Kolm said.\n\nOn Monday: “They sang.”") == List{"Kolm", "-"});
}

TEST_CASE("under lines of names stand their bearers' quotes, under a single one perhaps a caption's neighbour") {
  CHECK(speakers("Quotes after the match\n\nKolm City manager Jan Dole\n\n“We ran. They did not.”\n\nAna Weiss, Halden manager\n\n“We did run. In circles.”") == List{"Jan Dole", "Ana Weiss"});
  CHECK(speakers("The town is old.\n\nAna Weiss\n\n“We did run. In circles.”") == List{"-"});
  CHECK(speakers("Jan Dole left Halden\n\n“We ran. They did not.”\n\nAna Weiss won the vote\n\n“We did run. In circles.”") == List{"-", "-"});
}

TEST_CASE("a label of initials is the one person whose they are") {
  CHECK(speakers("Jan Kolm faces the media today\n\nJK on the fans: “They sang all night.”") == List{"Jan Kolm"});
  CHECK(speakers("Jan Kolm and Jon Keller face the media today\n\nJK on the fans: “They sang all night.”") == List{"JK"});
}

TEST_CASE("a performer may go by one name") {
  CHECK(speakers("Vexly has cancelled her tour.\n\nThe pop star, 22, told fans: “I am tired.”") == List{"Vexly"});
  CHECK(speakers("Rosalba shocked fans on Monday. “It was late,” the singer said.") == List{"Rosalba"});
  CHECK(speakers("Vexly has lost the match. The striker said: “I am tired.”") == List{"The striker"});
}

TEST_CASE("a countryman is whoever acts in the sentence before, where the text tells what he is") {
  CHECK(speakers("Coach Jan Kolm has dropped Bo Lund. The Norwegian said: “He slept.”") == List{"Jan Kolm"});
  CHECK(speakers("Jan Kolm met Bo Lund. The Norwegian said: “He slept.”") == List{"The Norwegian"});
}

}  // namespace people_listed_quotes_test
