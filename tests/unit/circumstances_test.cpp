#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace circumstances_test {

using namespace whosaid;

namespace {

struct Found {
  std::string text;
  std::vector<Quote> quotes;
  std::vector<Speaker> speakers;
  [[nodiscard]] std::string words(std::optional<Span> const& span) const { return span ? std::string(span->in(text)) : ""; }
  [[nodiscard]] std::string speaker(std::size_t i) const {
    return quotes.at(i).speaker.valid() ? speakers[quotes[i].speaker.value].name : "";
  }
};

Found read(std::string text) {
  auto found = whosaid_tests::read(text, "2024-03-15");
  return {std::move(text), std::move(found.quotes), std::move(found.speakers)};
}

Status status(std::string text) {
  auto const found = read(std::move(text));
  REQUIRE(found.quotes.size() == 1);
  return found.quotes.front().status;
}

}  // namespace

TEST_CASE("whom it was told") {
  auto const hearer = [](std::string text) {
    auto const found = read(std::move(text));
    return found.words(found.quotes.at(0).addressee);
  };
  CHECK(hearer("“We will act,” Nora Quill told reporters on Monday.") == "reporters");
  CHECK(hearer("Nora Quill told a news conference that the plan was “a joke”.") == "a news conference");
  CHECK(hearer("“We will act,” Nora Quill said to the crowd.") == "the crowd");
  CHECK(hearer("Nora Quill called it “a joke”.") == "");
  CHECK(hearer("Nora Quill said the council was “a joke”.") == "");
  CHECK(hearer("“Listen, Maria, we lost,” said Nora Quill.") == "Maria");
  auto const nested = read("“She told me, ‘Sell it all,’ and I did,” Nora Quill said.");
  REQUIRE(nested.quotes.size() == 2);
  CHECK(nested.words(nested.quotes[1].addressee) == "Nora Quill");
}

TEST_CASE("where, by which channel, through whom") {
  auto const first = read("“We will act,” Nora Quill told reporters at a rally in Arden on Monday.");
  CHECK(first.words(first.quotes.at(0).venue) == "a rally");
  CHECK_FALSE(first.quotes.at(0).channel.has_value());
  auto const inquiry = read("“We will act,” Nora Quill told the inquiry.");
  CHECK(inquiry.words(inquiry.quotes.at(0).venue) == "the inquiry");
  CHECK(inquiry.words(inquiry.quotes.at(0).addressee) == "the inquiry");
  auto const post = read("“We will act,” Nora Quill wrote in a post on X.");
  CHECK(post.words(post.quotes.at(0).channel) == "a post on X");
  auto const letter = read("In a letter to parents, Nora Quill called it “a joke”.");
  CHECK(letter.words(letter.quotes.at(0).channel) == "a letter");
  auto const interpreter = read("“We want peace,” Nora Quill said through an interpreter.");
  CHECK(interpreter.words(interpreter.quotes.at(0).via) == "an interpreter");
}

TEST_CASE("a chain of hearsay: who only reports is not the speaker") {
  auto const chain = read("Canal News reported that Nora Quill said “we will act”.");
  CHECK(chain.speaker(0) == "Nora Quill");
  CHECK(chain.words(chain.quotes.at(0).reported_by) == "Canal News");
  auto const quoted = read("The Halden Mirror quoted Nora Quill as saying: “We will act.”");
  CHECK(quoted.speaker(0) == "Nora Quill");
  CHECK(quoted.words(quoted.quotes.at(0).reported_by) == "The Halden Mirror");
  auto const by = read("Nora Quill was quoted by the state news agency as saying: “We will act.”");
  CHECK(by.speaker(0) == "Nora Quill");
  CHECK(by.words(by.quotes.at(0).via) == "the state news agency");
  auto const minutes = read("Nora Quill called it “a joke”, according to the minutes.");
  CHECK(minutes.speaker(0) == "Nora Quill");
  CHECK(minutes.words(minutes.quotes.at(0).reported_by) == "the minutes");
  auto const retold = read("Emil Dray said that Nora Quill told him: “We will act.”");
  CHECK(retold.speaker(0) == "Nora Quill");
  CHECK(retold.words(retold.quotes.at(0).reported_by) == "Emil Dray");
  CHECK_FALSE(read("“We will act,” Nora Quill said.").quotes.at(0).reported_by.has_value());
}

TEST_CASE("what becomes of the words") {
  CHECK(status("Nora Quill said “we will act”.") == Status::asserted);
  CHECK(status("Nora Quill denied saying “we will act”.") == Status::denied);
  CHECK(status("Nora Quill never said “we will act”.") == Status::denied);
  CHECK(status("Nora Quill refused to call the plan “a joke”.") == Status::denied);
  CHECK(status("Nora Quill denied the claim. “We will act,” she said.") == Status::asserted);
  CHECK(status("Nora Quill would have said “we will act”.") == Status::hypothetical);
  CHECK(status("If asked, Nora Quill would say “we will act”.") == Status::hypothetical);
  CHECK(status("Nora Quill will say on Monday that the plan is “a joke”.") == Status::scheduled);
  CHECK(status("Nora Quill is expected to say: “We will act.”") == Status::scheduled);
  CHECK(status("Nora Quill will say only that the plan is “a joke”.") == Status::asserted);
  CHECK(status("Nora Quill withdrew her claim that the plan was “a joke”.") == Status::retracted);
  CHECK(status("The paper misquoted Ms Quill as saying “we will act”.") == Status::retracted);
  CHECK(status("Nora Quill thought: “We will act.”") == Status::thought);
  CHECK(status("Nora Quill accepted that the plan was “a joke”.") == Status::asserted);
  CHECK(status("Nora Quill rejected claims that she had called the plan “a joke”.") == Status::denied);
  CHECK(status("Nora Quill insisted she had never called the plan “a joke”.") == Status::denied);
  CHECK(status("At no point did Nora Quill call the plan “a joke”.") == Status::denied);
  CHECK(status("Nora Quill did not deny calling the plan “a joke”.") == Status::asserted);
  CHECK(status("In a speech to be delivered on Monday, Nora Quill says the plan is “a joke”.") == Status::scheduled);
  CHECK(status("If Nora Quill says the plan is “a joke”, the council will fall.") == Status::hypothetical);
  CHECK(status("It was as if Nora Quill had said “we will act”.") == Status::hypothetical);
  CHECK(status("Nora Quill wanted to call the plan “a joke”.") == Status::hypothetical);
  CHECK(status("Nora Quill could say only that the plan was “a joke”.") == Status::asserted);
  CHECK(status("“We will act,” Nora Quill told herself.") == Status::thought);
  CHECK(status("“We will act,” Nora Quill said to herself.") == Status::thought);
}

TEST_CASE("what is still to come is dated ahead") {
  auto const found = read("Nora Quill is expected to say on Monday: “We will act.”");
  CHECK(found.quotes.at(0).said.date == "2024-03-18");
}

TEST_CASE("a note on mistakes takes back what the paper reported") {
  auto const found = read(
      "The harbour was shut. “We will act,” Nora Quill said.\n\n"
      "Correction: An earlier version of this article said Emil Dray had called the plan “a joke”.");
  REQUIRE(found.quotes.size() == 2);
  CHECK(found.quotes[0].status == Status::asserted);
  CHECK(found.quotes[1].status == Status::retracted);
}

}  // namespace circumstances_test
