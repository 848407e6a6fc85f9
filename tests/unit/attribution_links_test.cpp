// Which source a quote gets where more than its sentence decides: src/attribution/attribution.cpp and circumstances.cpp.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "read_article.hpp"

namespace attribution_links_test {

using namespace whosaid;
using whosaid_tests::List;
using whosaid_tests::read;
using whosaid_tests::speakers;

namespace {

std::string words(std::string const& text, std::optional<Span> const& span) { return span ? std::string(span->in(text)) : ""; }

}  // namespace

TEST_CASE("a line below a quote names its speaker") {
  std::string const before = "The council met on Monday.\n\n“We never sold the land.”\n\n", behind = "\n\nThe vote is in May.";
  CHECK(speakers(read(before + "— Nora Quill, council leader" + behind)) == List{"Nora Quill"});
  CHECK(speakers(read(before + "- Nora Quill." + behind)) == List{"Nora Quill"});
  CHECK(speakers(read(before + "-Nora Quill, tweeting after the speech." + behind)) == List{"Nora Quill"});
}

TEST_CASE("a list below a quote names nobody") {
  std::string const before = "The council met on Monday.\n\n“We never sold the land.”\n\n";
  CHECK(speakers(read(before + "– Nora Quill said the council would appeal.\n\n– The minister had resigned.")) == List{"-"});
  CHECK(speakers(read(before + "Nora Quill, council leader, had left.")) == List{"-"});
}

TEST_CASE("who said it speaks, who tells of it reports") {
  for (std::string const text : {"“The wall will hold,” Nora Quill said, according to court papers.",
                                 "“The wall will hold,” Nora Quill told the inquiry in May, according to court papers."}) {
    auto const found = read(text);
    REQUIRE(found.quotes.size() == 1);
    CHECK(speakers(found) == List{"Nora Quill"});
    CHECK(words(text, found.quotes[0].reported_by) == "court papers");
  }
  std::string const text = "Nora Quill said the wall was “finished”, the agency reported.";
  auto const found = read(text);
  CHECK(speakers(found) == List{"Nora Quill"});
  CHECK(words(text, found.quotes.at(0).reported_by) == "the agency");
  CHECK(speakers(read("The wall is “finished”, the agency reported.")) == List{"the agency"});
}

TEST_CASE("only the words behind \"not\" are denied") {
  auto const found = read("Nora Quill said the plan was “a mistake”, not “a crime”.");
  REQUIRE(found.quotes.size() == 2);
  CHECK(found.quotes[0].status == Status::asserted);
  CHECK(found.quotes[1].status == Status::denied);
  CHECK(read("Nora Quill called it a bad, if not “criminal”, idea.").quotes.at(0).status == Status::asserted);
  CHECK(read("Nora Quill said the plan was not only “a mistake” but late.").quotes.at(0).status == Status::asserted);
}

TEST_CASE("a question that somebody is said to ask is not the one's who answers") {
  CHECK(speakers(read("Nora Quill asked, “Will it hold?” Jan Abery told her, “It will.”")) == List{"Nora Quill", "Jan Abery"});
  CHECK(speakers(read("“Will it hold?” Jan Abery asked, “Or will it not?”")) == List{"Jan Abery", "Jan Abery"});
}

TEST_CASE("whom the cue names hears it, not whom a later phrase names") {
  std::string const text = "“The tram is late,” Nora Quill told me, with the patience of someone talking to a child.";
  CHECK(words(text, read(text).quotes.at(0).addressee) == "me");
}

TEST_CASE("speech without marks is read for what it reports in marks") {
  auto const found = read("Q: Why did you leave?\n\nA: My boss told me, “You are done.” I wrote a song called “Blue Door”.\n\nQ: Did it sell?\n\n"
                          "A: “Four copies,” my mother says, “and I bought three.”\n\nQ: And now?");
  REQUIRE(found.quotes.size() >= 3);
  CHECK(found.quotes[2].inside.valid());
  CHECK(speakers(found).at(2) == "My boss");
  std::size_t inside = 0;
  for (Quote const& quote : found.quotes) inside += quote.inside.valid() ? 1u : 0u;
  CHECK(inside == 1);  // the song is no speech
}

TEST_CASE("an answer inside a quote keeps what stands behind its cue") {
  auto const found = read("“‘You will see,’ my father told me once, ‘how it ends.’ And I did,” Nora Quill said.");
  REQUIRE(found.quotes.size() == 2);
  CHECK(found.quotes[1].segments.size() == 2);
}

TEST_CASE("what somebody does between two quotes makes both his") {
  CHECK(speakers(read("“Nobody asked.” Nora Quill put down her cup. “Nobody ever asks.”")) == List{"Nora Quill", "Nora Quill"});
  CHECK(speakers(read("“It was the council.” Nora Quill shrugged. “They never came.”")) == List{"Nora Quill", "Nora Quill"});
  CHECK(speakers(read("“Nobody asked,” said Emil Dray. “Nobody ever asks.” Nora Quill nodded. “They never do,” she said.")) ==
        List{"Emil Dray", "Emil Dray", "Nora Quill"});
}

TEST_CASE("words of a report between two quotes part them") {
  auto const parted = read("Having called the claims “fantasy”, Nora Quill later told police they were “broadly true”.");
  CHECK(parted.quotes.size() == 2);
  auto const whole = read("“I was”, Nora Quill admitted, “a bit of a fool”.");
  REQUIRE(whole.quotes.size() == 1);
  CHECK(whole.quotes[0].segments.size() == 2);
}

TEST_CASE("of two who are said to speak the nearer has the words, and the outer reports them") {
  std::string const text = "Nora Quill revealed Emil Dray had told her it was “a joke”.";
  auto const found = read(text);
  CHECK(speakers(found) == List{"Emil Dray"});
  CHECK(words(text, found.quotes.at(0).reported_by) == "Nora Quill");
  CHECK(speakers(read("Nora Quill said that Emil Dray dismissed the plan as “a joke”.")) == List{"Emil Dray"});
  CHECK(speakers(read("Nora Quill said the plan was “a joke”.")) == List{"Nora Quill"});
  CHECK(speakers(read("Nora Quill said Emil Dray thought it was “a joke”.")) == List{"Nora Quill"});
}

TEST_CASE("two words on both sides of a cue without a comma are two quotes") {
  auto const found = read("The “queen” she called “majesty” left, Nora Quill said.");
  for (auto const& quote : found.quotes) CHECK(quote.segments.size() == 1);
}

TEST_CASE("those before whom words are said do not say them") {
  CHECK(speakers(read("Emil Dray was “driven by greed”, the court heard.")) == List{"-"});
  CHECK(speakers(read("The court heard that Emil Dray was “driven by greed”.")) == List{"-"});
  CHECK(speakers(read("The inquest heard Emil Dray told a nurse: “I can't go on.”")) == List{"Emil Dray"});
  // Headlines: the words are speech, and nobody in sight says them.
  for (std::string const text : {"‘We were ignored’, inquiry told", "‘I feared for my life’, murder trial jury hears", "Clerk ‘kept two books’, panel hears"}) {
    CAPTURE(text);
    CHECK(speakers(read(text)) == List{"-"});
  }
  CHECK(speakers(read("The court said that Emil Dray was “driven by greed”.")) == List{"The court"});
}

TEST_CASE("words of a question are not said by whoever is asked") {
  CHECK(speakers(read("Asked whether Emil Dray was “a liar”, Nora Quill said: “You know what I think.”")) == List{"-", "Nora Quill"});
  CHECK(speakers(read("Nora Quill, asked whether Emil Dray was “a liar,” said: “You know what I think.”")) == List{"-", "Nora Quill"});
  CHECK(speakers(read("Asked if the bridge was “a joke,” Nora Quill said it was “no joke”.")) == List{"-", "Nora Quill"});
  CHECK(speakers(read("Nora Quill asked whether Emil Dray was “a liar”.")) == List{"Nora Quill"});
  CHECK(speakers(read("Nora Quill, the treasurer, asked whether Emil Dray was “a liar”.")) == List{"Nora Quill"});
}

TEST_CASE("whoever is accused or branded does not say it, and the verb is shown without a speaker") {
  for (std::string const text : {"Dray accused of “treason”", "Nora Quill was accused of “treason”.", "Harbour clerk “kept two sets of books”, jury told"}) {
    CAPTURE(text);
    auto const found = read(text);
    REQUIRE(found.quotes.size() == 1);
    CHECK(!found.quotes[0].source);
    CHECK(found.quotes[0].cue);
    CHECK(found.quotes[0].confidence < 0.3f);
  }
  CHECK(speakers(read("Nora Quill accused Emil Dray of “treason”.")) == List{"Nora Quill"});
  CHECK(speakers(read("Nora Quill, whom he accused of “treason”, left.")).front() != "Nora Quill");
}

TEST_CASE("a quote in two halves is as sure as its less sure half, one that somebody else reports less sure than one that nobody does") {
  auto const whole = read("“It was late when we came home,” said Nora Quill.");
  auto const halves = read("“It was late,” said Nora Quill, “when we came home.”");
  REQUIRE(halves.quotes.size() == 1);
  CHECK(halves.quotes[0].segments.size() == 2);
  CHECK(halves.quotes[0].confidence < whole.quotes.at(0).confidence);
  auto const reported = read("Emil Dray said that Nora Quill called it “a slow and costly mistake”.");
  auto const plain = read("Nora Quill called it “a slow and costly mistake”.");
  CHECK(reported.quotes.at(0).confidence < plain.quotes.at(0).confidence);
}

TEST_CASE("a quote that goes on is as sure as the one before, nobody is never sure") {
  auto const found = read("“We lost it all,” Nora Quill told reporters. “The house, the car, the boat.”\n\nIt rained.\n\n“And the dog left.”");
  REQUIRE(found.quotes.size() == 3);
  CHECK(found.quotes[1].confidence > 0.85f);
  CHECK(found.quotes[1].confidence <= found.quotes[0].confidence);
  CHECK(!found.quotes[2].source);
  CHECK(found.quotes[2].confidence < 0.5f);
}

}  // namespace attribution_links_test
