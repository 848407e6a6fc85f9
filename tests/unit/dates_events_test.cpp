#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace dates_events_test {

using namespace whosaid;

namespace {

// "2024-03-12" for the last quote of a text written on Friday, 2024-03-15; "" where it claims no day.
std::string day(std::string text) {
  auto const quotes = whosaid_tests::read(std::move(text), "2024-03-15").quotes;
  if (quotes.empty()) return "no quote";
  auto const& said = quotes.back().said;
  return said.basis == DateBasis::explicit_ || said.basis == DateBasis::event ? said.date : "";
}

}  // namespace

TEST_CASE("a day counted from what happened on another") {
  std::string const vote = "The vote was held on March 5. Shops were shut. ";
  CHECK(day(vote + "A day after the vote, Quill said: “We lost.”") == "2024-03-06");
  CHECK(day(vote + "Two days before the vote, Quill said: “We lost.”") == "2024-03-03");
  CHECK(day(vote + "On the eve of the vote, Quill said: “We lost.”") == "2024-03-04");
  CHECK(day(vote + "On the day of the vote, Quill said: “We lost.”") == "2024-03-05");
  CHECK(day(vote + "Hours after the vote, Quill said: “We lost.”") == "2024-03-05");
  CHECK(day("The mill collapsed on March 5. It was old. The day after the collapse, Quill said: “We lost.”") == "2024-03-06");
  CHECK(day("The ferry sank on March 5. A day after the sinking, Quill said: “We lost.”") == "2024-03-06");
}

TEST_CASE("what the text gave no day, or a day of something else, tells none") {
  CHECK(day("Shops were shut. A day after the vote, Quill said: “We lost.”").empty());
  CHECK(day("The ferry sank on March 5. Shops were shut. A day after the vote, Quill said: “We lost.”").empty());
  CHECK(day("Dray said on March 5 that he feared the vote. Shops were shut. A day after the vote, Quill said: “We lost.”").empty());
  CHECK(day("The vote was held on March 5. A day after the vote, Quill said on Tuesday: “We lost.”") == "2024-03-12");
}

TEST_CASE("a day brought to the front") {
  CHECK(day("It was on Tuesday that Nora Quill said: “We lost.”") == "2024-03-12");
  CHECK(day("Not until Tuesday did Nora Quill say: “We lost.”") == "2024-03-12");
  CHECK(day("Until Tuesday, said Nora Quill, “we slept”.").empty());
}

TEST_CASE("the day of what is heard, or has just ended") {
  CHECK(day("Nora Quill told Tuesday’s meeting: “We lost.”") == "2024-03-12");
  CHECK(day("Tuesday’s statement from Nora Quill read: “We lost.”") == "2024-03-12");
  CHECK(day("“We lost,” Nora Quill said after Tuesday’s draw.") == "2024-03-12");
  CHECK(day("“We lost,” Nora Quill said after Tuesday’s flood.").empty());
  CHECK(day("Speaking ahead of Tuesday’s parade, Nora Quill said: “We lost.”").empty());
  CHECK(day("Nora Quill, in a 2019 interview with Canal News, said: “We lost.”") == "2019");
}

TEST_CASE("the day of another's deed, of what lasts, and of what is to come") {
  CHECK(day("The boat was found on Monday by Nora Quill, who said: “It was empty.”").empty());
  CHECK(day("“We lost,” Nora Quill said in her first interview since leaving office in 2019.").empty());
  CHECK(day("In a memo obtained on Monday by Canal News, Nora Quill wrote: “We lost.”").empty());
  CHECK(day("The March 5 vote was “rigged,” Nora Quill said.").empty());
  CHECK(day("On Monday, Nora Quill said, the sky went “black”.").empty());
}

TEST_CASE("a date that the reported words begin with is theirs") {
  CHECK(day("Nora Quill said cuts on Monday had been “a storm”.").empty());
  CHECK(day("Nora Quill said Monday had been “a storm”.").empty());
  CHECK(day("Nora Quill said Monday that it had been “a storm”.") == "2024-03-11");
  CHECK(day("Nora Quill’s argument on Monday was that it had been “a storm”.") == "2024-03-11");
}

TEST_CASE("an opening statement is heard where all the rest is") {
  CHECK(day("The trial began on Tuesday. Jurors heard from a nurse.\n\n“He lied,” prosecutor Nora Quill said in her opening statement.") == "2024-03-12");
  CHECK(day("The trial began on Tuesday. Jurors heard from a nurse.\n\n“He lied,” prosecutor Nora Quill said in a statement.").empty());
}

TEST_CASE("what once happened to somebody is not when he speaks") {
  CHECK(day("Elected in 2019, Nora Quill said: “We lost.”").empty());
  CHECK(day("Having been elected in 2019, Nora Quill said: “We lost.”").empty());
  CHECK(day("Dressed in black on Tuesday, Nora Quill said: “We lost.”") == "2024-03-12");
  CHECK(day("Commenting on Tuesday’s report, Nora Quill said: “We lost.”").empty());
  CHECK(day("Some voters say the 2016 campaign could be “a mess” again.").empty());
  CHECK(day("On May 3, according to the indictment, Nora Quill told Dray: “We lost.”") == "2023-05-03");
  CHECK(day("In a letter obtained by Canal News and dated Feb. 9, Nora Quill wrote: “We lost.”") == "2024-02-09");
}

TEST_CASE("where somebody is he speaks") {
  CHECK(day("Nora Quill visited Arden on Monday. “We lost,” she told residents.") == "2024-03-11");
  CHECK(day("Nora Quill met reporters on Monday. “We lost,” she told them.") == "2024-03-11");
  CHECK(day("Nora Quill was elected on Monday. “We lost,” she told residents.").empty());
}

TEST_CASE("a claim told of was made at another time, unless a day stands beside it") {
  std::string const text = "Nora Quill told reporters on Tuesday that she would stay. ";
  CHECK(day(text + "Her claim that the plan was “dead” cost votes.").empty());
  CHECK(day(text + "Her claim on Monday that the plan was “dead” cost votes.") == "2024-03-11");
}

TEST_CASE("a clause with when or as says when") {
  CHECK(day("“We lost,” Nora Quill said when she took office in 2019.") == "2019");
  CHECK(day("“We lost,” Nora Quill said as she left court on Tuesday.") == "2024-03-12");
  CHECK(day("“We lost,” Nora Quill said when the mill, built in 1911, shut.").empty());
  CHECK(day("“We lost,” Nora Quill said because the mill shut in 2019.").empty());
}

TEST_CASE("a text says what it says since the day of its release") {
  std::string const report = "The tunnel was unsafe, according to a report released on Thursday.\n\nIt opened in 1934. ";
  CHECK(day(report + "“No single decision closed the tunnel,” the report says.") == "2024-03-14");
  CHECK(day(report + "“No single decision closed the tunnel,” Nora Quill says.").empty());
  CHECK(day("The tunnel was shut on Thursday.\n\nIt opened in 1934. “No single decision closed the tunnel,” the report says.").empty());
}

TEST_CASE("a hearing goes on") {
  std::string const trial = "The trial of Emil Dray heard from the prosecution on Wednesday. “He lied,” Nora Quill told the jury.\n\n";
  CHECK(day(trial + "“He loved her,” Mark Yee said.") == "2024-03-13");
  CHECK(day(trial + "On Thursday it was the turn of the defence. “He loved her,” Mark Yee said.") == "2024-03-14");
}

TEST_CASE("afterwards: of the day told last, unless a year was told since") {
  CHECK(day("Rovers won 2-1 on Tuesday. It rained. “I could cry,” captain Nora Quill said afterwards.") == "2024-03-12");
  CHECK(day("Rovers won 2-1 on Tuesday for the first time since 1978. “I could cry,” captain Nora Quill said afterwards.") == "2024-03-12");
  CHECK(day("Emil Dray spoke on Tuesday. He met Quill in 2009. “I could cry,” Nora Quill said afterwards.").empty());
  CHECK(day("“I could cry,” Nora Quill said afterwards.").empty());
}

TEST_CASE("what follows at once in the present is of the same day") {
  CHECK(day("In a statement on Tuesday, Nora Quill dismissed the plan. Quill says it is “a joke”.") == "2024-03-12");
  CHECK(day("In a statement on Tuesday, Nora Quill dismissed the plan. Quill has called it “a joke”.").empty());
  CHECK(day("In a statement on Tuesday, Nora Quill dismissed the plan. Emil Dray says it is “a joke”.").empty());
  CHECK(day("In a statement in 2019, Nora Quill dismissed the plan. Quill says it is “a joke”.").empty());
}

TEST_CASE("a paragraph that opens with a day is of that day") {
  CHECK(day("It rained.\n\nOn Tuesday, campaigners said they would go to court. “We lost,” said Nora Quill, who leads them.") == "2024-03-12");
  CHECK(day("It rained.\n\nCampaigners left on Tuesday. “We lost,” said Nora Quill, who leads them.").empty());
}

TEST_CASE("the dates of a timeline head its entries; those of a note on mistakes head nothing") {
  std::string const timeline = "How the row went\n\nHere is how it went.\n\n4 January 2024\n\nEmil Dray writes: “The bolts are gone.”\n\n12 January 2024\n\n";
  CHECK(day(timeline + "Nora Quill says: “It is safe.”") == "2024-01-12");
  CHECK(day("Correction: In an article on 10 March we quoted Mayor Nora Quill as saying the bridge was “a trap”.").empty());
}

}  // namespace dates_events_test
