#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read_article.hpp"

namespace dates_said_when_test {

using namespace whosaid;

namespace {

// "2024-03-12 explicit" for each quote of a text, in order.
std::vector<std::string> said(std::string text, char const* published = "2024-03-15") {
  std::vector<std::string> out;
  for (auto const& quote : whosaid_tests::read(std::move(text), published).quotes) {
    char const* basis = "none";
    if (quote.said.basis == DateBasis::explicit_) basis = "explicit";
    if (quote.said.basis == DateBasis::event) basis = "event";
    if (quote.said.basis == DateBasis::published) basis = "published";
    out.push_back((quote.said.date.empty() ? "-" : quote.said.date) + " " + basis);
  }
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("the date beside the cue") {
  CHECK(said("“We will act,” Nora Quill said on Tuesday.") == List{"2024-03-12 explicit"});
  CHECK(said("On Tuesday, Nora Quill said: “We will act.”") == List{"2024-03-12 explicit"});
  CHECK(said("“We will act,” Nora Quill on Tuesday told reporters.") == List{"2024-03-12 explicit"});
  CHECK(said("“We will act,” Nora Quill will say on Monday.") == List{"2024-03-18 explicit"});
}

TEST_CASE("without a date the publication is a basis of its own; without that nothing is said") {
  CHECK(said("“We will act,” Nora Quill said.") == List{"2024-03-15 published"});
  CHECK(said("“We will act,” Nora Quill said.", "") == List{"- none"});
  CHECK(said("“We will act,” Nora Quill said on Tuesday.", "") == List{"- none"});
}

TEST_CASE("a date inside the quote, or one that bounds something else, dates nothing") {
  CHECK(said("“We met on Tuesday,” Nora Quill said.") == List{"2024-03-15 published"});
  CHECK(said("“We met,” said Nora Quill, who has led the council since Monday.") == List{"2024-03-15 published"});
}

TEST_CASE("the dateline goes before the publication date") {
  CHECK(said("ARDEN, March 11 — “We will act,” Nora Quill said on Tuesday.") == List{"2024-03-05 explicit"});
}

TEST_CASE("a day stays with the speaker to whom it was given, and not with others") {
  std::string const text =
      "Nora Quill said on Tuesday that the harbour would stay shut.\n\n“We will act,” Quill said.\n\n“They never act,” Emil Dray said.";
  CHECK(said(text) == List{"2024-03-12 event", "2024-03-15 published"});
}

TEST_CASE("what somebody says elsewhere, or has said, belongs to no day") {
  std::string const text = "Nora Quill said on Tuesday that the harbour would stay shut.\n\nIt opened in 1911.\n\n“We will act,” Quill ";
  CHECK(said(text + "says.") == List{"2024-03-15 published"});
  CHECK(said(text + "has said.") == List{"2024-03-15 published"});
}

TEST_CASE("a gathering gives its day to all who are quoted from it, but not to a letter") {
  std::string const text =
      "The trial of a ferry captain opened in Arden on Wednesday, when his lawyer told the court that he had slept.\n\n"
      "“He was awake,” the prosecutor, Emil Dray, told the court.\n\n";
  CHECK(said(text + "“I was asleep,” Orla Finn said.") == List{"2024-03-13 event", "2024-03-13 event"});
  CHECK(said(text + "“I was asleep,” Orla Finn said in a letter.") == List{"2024-03-13 event", "2024-03-15 published"});
}

TEST_CASE("an opening that gathers people gives its day, also without a word of speech") {
  std::string const text =
      "More than 200 parents filled the hall on Monday night to hear why the school board would cut nine bus routes.\n\n"
      "“My daughter is six,” said Orla Finn.";
  CHECK(said(text).back() == "2024-03-11 event");
  // What gathers tonight is still to come.
  CHECK(said("Five candidates meet in Arden on Friday night for a debate.\n\n“We are glad,” said Orla Finn.").back() == "2024-03-15 published");
}

TEST_CASE("question and answer are of one occasion, until narration comes between") {
  std::string const text = "“Did you look?” Emil Dray asked the clerk on Monday.\n\n";
  CHECK(said(text + "“I did not.”\n\n“In nine years?”").back() == "2024-03-11 event");
  CHECK(said(text + "“I did not,” Orla Finn replied.").back() == "2024-03-11 event");
  CHECK(said(text + "“I did not,” Orla Finn said.").back() == "2024-03-15 published");
  CHECK(said(text + "The ledger was red.\n\n“I did not,” Orla Finn replied.").back() == "2024-03-15 published");
  CHECK(said(text + "In 2017 the clerk had spoken of “a bonfire”.").back() != "2024-03-11 event");
}

TEST_CASE("a quote inside a dated one was said at another time") {
  CHECK(said("Nora Quill said on Tuesday that the harbour would stay shut. “I asked him. He said: ‘Never again.’ I left,” Quill said.").back() ==
        "2024-03-15 published");
}

TEST_CASE("a headline has the day of the quote that says its words") {
  CHECK(said("Harbour clerk ‘kept two sets of books’\n\n“She kept two sets of books,” Emil Dray told the court on Monday.").front() ==
        "2024-03-11 event");
  CHECK(said("Harbour clerk ‘zog zog’\n\n“She kept two blib blib,” Emil Dray told the court on Monday.").front() == "2024-03-15 published");
}

TEST_CASE("what is counted from the text is counted from the day spoken of last") {
  CHECK(said("“We will act,” Nora Quill said on Monday. “We did not act,” she said the next day.") ==
        List{"2024-03-11 explicit", "2024-03-12 explicit"});
  CHECK(said("“We will act,” Nora Quill said on Monday. “We did not act,” she said the next day. “Not at all,” she said.").back() ==
        "2024-03-12 event");
}

TEST_CASE("a date in another clause is not that of the cue") {
  CHECK(said("“We met,” said Nora Quill, who visited the harbour on Tuesday.") == List{"2024-03-15 published"});
  CHECK(said("Nora Quill said that those who left on Tuesday were “fools”.") == List{"2024-03-15 published"});
  CHECK(said("In 2008, Nora Quill said, the harbour was “a swamp”.") == List{"2024-03-15 published"});
  CHECK(said("Last May, when the harbour was shut, Nora Quill says it was “a swamp”.") == List{"2024-03-15 published"});
  CHECK(said("“We act,” Nora Quill wrote to the head of the council on Tuesday.") == List{"2024-03-12 explicit"});
  CHECK(said("“We act,” Nora Quill said in a letter dated March 5.") == List{"2024-03-05 explicit"});
}

TEST_CASE("a sentence that opens with its day gives it to the people it names, and the next one takes it away") {
  std::string const text = "Nora Quill said on Monday that the harbour would stay shut.\n\n";
  CHECK(said(text + "On Wednesday Quill visited the market.\n\n“We will act,” Quill said.") == List{"2024-03-13 event"});
  CHECK(said(text + "On Tuesday Quill will visit the market.\n\n“We will act,” Quill said.") == List{"2024-03-11 event"});
}

TEST_CASE("a paragraph that opens with an occasion gives its day to all in it") {
  CHECK(said("At a rally in Arden on Monday, the crowd sang. “We will act,” said Nora Quill. “Never,” said Emil Dray.") ==
        List{"2024-03-11 event", "2024-03-11 event"});
  CHECK(said("The harbour was shut on Monday. “We will act,” said Nora Quill.") == List{"2024-03-15 published"});
}

TEST_CASE("a month reaches to the end of its paragraph") {
  std::string const text = "Nora Quill said in February that the harbour was “a swamp”. She added that the council was “asleep”.";
  CHECK(said(text) == List{"2024-02 explicit", "2024-02 event"});
  CHECK(said(text + "\n\n“We will act,” she said.").back() == "2024-03-15 published");
}

TEST_CASE("an interview of its own, paragraphs on, is another day") {
  std::string const text = "Nora Quill said on Monday that the harbour would stay shut.\n\nIt rained.\n\nIt rained again.\n\n";
  CHECK(said(text + "“We will act,” Quill said in a long interview.") == List{"2024-03-15 published"});
  CHECK(said(text + "“We will act,” Quill said.") == List{"2024-03-11 event"});
}

TEST_CASE("a sentence may look back on what was quoted before it") {
  CHECK(said("“We will act,” Nora Quill said.\n\nQuill's comments came in an interview on Monday.") == List{"2024-03-11 event"});
  CHECK(said("“We will act,” Emil Dray said.\n\nNora Quill's comments came in an interview on Monday.") == List{"2024-03-15 published"});
}

TEST_CASE("what has two ends or an hour is meant as a whole, whatever stands before it") {
  CHECK(said("“We met,” Nora Quill said between March 3 and March 5.") == List{"2024-03-03/2024-03-05 explicit"});
  CHECK(said("“We met,” Nora Quill said shortly after midnight on Tuesday.") == List{"2024-03-12 explicit"});
  CHECK(said("“We met,” Nora Quill said in an interview that aired on Sunday.") == List{"2024-03-10 explicit"});
  CHECK(said("“We will act,” Nora Quill said ahead of a vote on Tuesday.") == List{"2024-03-15 published"});
}

TEST_CASE("what is planned, and what a noun is of, is not when somebody spoke") {
  std::string const text = "Nora Quill was scheduled to give a speech on Tuesday.\n\n“We will act,” Quill said.";
  CHECK(said(text) == List{"2024-03-15 published"});
  CHECK(said("Nora Quill said Monday's speech was “a joke”.") == List{"2024-03-15 published"});
  CHECK(said("“We will act,” Nora Quill said in Sunday's interview.") == List{"2024-03-10 explicit"});
  CHECK(said("Nora Quill said those who on Sunday called her so were “fools”.") == List{"2024-03-15 published"});
}

TEST_CASE("a paragraph that opens in another place is another day") {
  std::string const text = "Nora Quill said on Monday in Lund that the harbour would stay shut.\n\n";
  CHECK(said(text + "In Arden, she called it “a swamp”.") == List{"2024-03-15 published"});
  CHECK(said(text + "She called it “a swamp”.") == List{"2024-03-11 event"});
}

TEST_CASE("a paragraph that opens with an email of its own, and what is no act of speech, have no part in an occasion") {
  std::string const text = "Nora Quill said on Monday that the harbour would stay shut.\n\nIt rained.\n\nIt rained again.\n\n";
  CHECK(said(text + "In an email, Quill thanked the council. “We will act,” she wrote.") == List{"2024-03-15 published"});
  CHECK(said(text + "Quill believed in “the harbour of the future”.").back() == "2024-03-15 published");
}

TEST_CASE("a date of a relative clause is not that of the words") {
  CHECK(said("Nora Quill, who was arrested on Monday, said: “We will act.”") == List{"2024-03-15 published"});
  CHECK(said("Nora Quill, whose son died on Monday, said: “We will act.”") == List{"2024-03-15 published"});
  CHECK(said("Nora Quill, who was arrested on Monday, said on Tuesday: “We will act.”") == List{"2024-03-12 explicit"});
  CHECK(said("Asked on Tuesday about the strike that began on Monday, Nora Quill said: “We will act.”") == List{"2024-03-12 explicit"});
}

TEST_CASE("a signature and a document say their own day") {
  CHECK(said("“We will act.” — Nora Quill, 6 March 2024") == List{"2024-03-06 explicit"});
  CHECK(said("“We will act,” Nora Quill said (6 March 2024).") == List{"2024-03-06 explicit"});
  CHECK(said("“We will act,” the memo, dated March 6, warned.") == List{"2024-03-06 explicit"});
}

TEST_CASE("a dateline dates the report alone") {
  CHECK(said("ARDEN, March 14 — Mayor Nora Quill wants “nobody” to leave the town.") == List{"2024-03-15 published"});
}

TEST_CASE("a gathering gives its day to people, not to bodies, and a vote is none") {
  CHECK(said("The trial opened on Tuesday.\n\n“We will act,” Nora Quill told the jury.\n\n“They never act,” said Kolm Energy.") ==
        List{"2024-03-12 event", "2024-03-15 published"});
  CHECK(said("The council voted on Tuesday to shut the harbour.\n\n“We will act,” Nora Quill said.") == List{"2024-03-15 published"});
}

TEST_CASE("a day far back stays in its paragraph") {
  CHECK(said("Nora Quill said on Feb. 13: “We will act.” She added: “Soon.”\n\n“We did,” Quill said.") ==
        List{"2024-02-13 explicit", "2024-02-13 event", "2024-03-15 published"});
}

TEST_CASE("what was once or often said belongs to another time") {
  CHECK(said("Nora Quill spoke on Tuesday in Halden. She once called the harbour “a puddle”.") == List{"2024-03-15 published"});
}

TEST_CASE("a report that hears people on several days is none of a gathering") {
  CHECK(said("The trial opened on Monday.\n\n“We will act,” Nora Quill said on Tuesday.\n\n“They never act,” said Emil Dray.") ==
        List{"2024-03-12 explicit", "2024-03-15 published"});
}

TEST_CASE("what the press was told was not said at the gathering, nor what somebody else reports") {
  std::string const opening = "The trial opened on Tuesday.\n\n";
  CHECK(said(opening + "“We will act,” Nora Quill told the Halden Court.") == List{"2024-03-12 event"});
  CHECK(said(opening + "“We will act,” Nora Quill told the XNA.") == List{"2024-03-15 published"});
  CHECK(said(opening + "“We will act,” Nora Quill told the Halden Courier.") == List{"2024-03-15 published"});
  std::string const freed = "On Tuesday Judge Orla Finn said Emil Dray could go. ";
  CHECK(said(freed + "He told a girl to “hop in”.") == List{"2024-03-12 event"});
  CHECK(said(freed + "Police say he told a girl to “hop in”.") == List{"2024-03-15 published"});
}

TEST_CASE("a relative clause keeps its date though its verb may be one of telling") {
  CHECK(said("The union, which endorsed Quill on Tuesday, issued a statement calling it “a shame”.") == List{"2024-03-15 published"});
  CHECK(said("Halden Motors, which reported a loss on Tuesday, said it was “safe”.") == List{"2024-03-15 published"});
  CHECK(said("Nora Quill, who told staff on Tuesday that it was “a shame”, has left.") == List{"2024-03-12 explicit"});
  CHECK(said("Nora Quill, who spoke at a rally on Tuesday, said it was “a shame”.") == List{"2024-03-12 event"});
}

TEST_CASE("a date that only tells which event is meant dates no words") {
  CHECK(said("“It was vile,” Nora Quill said after the March 12 attack.") == List{"2024-03-15 published"});
  CHECK(said("“We will act,” Nora Quill said ahead of a Tuesday deadline.") == List{"2024-03-15 published"});
  CHECK(said("“We will act,” Nora Quill said in a Tuesday interview.") == List{"2024-03-12 explicit"});
  CHECK(said("At the Tuesday gala, Nora Quill said: “We will act.”") == List{"2024-03-12 explicit"});
}

TEST_CASE("the present tells of dated words, but of no day") {
  CHECK(said("In a video posted on Monday, Nora Quill says: “We will act.”") == List{"2024-03-11 explicit"});
  CHECK(said("On Monday, Nora Quill says: “We will act.”") == List{"2024-03-15 published"});
  CHECK(said("Last year, the harbour board is criticised by Nora Quill for “a high risk”.").size() == 1);
}

TEST_CASE("what began or opened on a day was not said on it, though one may open by saying") {
  CHECK(said("Before the trial, which began on Monday, Nora Quill said that she was “ready”.") == List{"2024-03-15 published"});
  CHECK(said("In her 2015 book, Nora Quill calls the bank “a casino”.") == List{"2015 explicit"});
}

TEST_CASE("a question dates its answer") {
  CHECK(said("When asked in April 2019 if she would sell, Nora Quill replied: “Never.”") == List{"2019-04 explicit"});
  CHECK(said("Asked on Tuesday if she would sell, Nora Quill replied: “Never.”") == List{"2024-03-12 explicit"});
}

TEST_CASE("a month or a year is counted from the last date that tells one") {
  CHECK(said("A second plant burned in 2015. The following year an inquiry warned that the rules were “widely ignored”.") == List{"2016 explicit"});
  CHECK(said("Nora Quill spoke on Tuesday. Emil Dray said that year that the rules were “widely ignored”.").front() == "2024 explicit");
  CHECK(said("Emil Dray said that month that the rules were “widely ignored”.") == List{"- none"});
}

TEST_CASE("the same afternoon is that of the last day told, or of the occasion on which the speaker was heard") {
  CHECK(said("A bus burned in Arden on Monday with 41 people on board.\n\nNobody was hurt.\n\nNora Quill wrote to parents the same afternoon: “All are safe.”") ==
        List{"2024-03-11 explicit"});
  std::string const heard = "Nora Quill said on Thursday that the harbour would stay shut.\n\nThe harbour was dug in 1911.\n\nIt is deep.\n\n";
  CHECK(said(heard + "Moments later, Quill said: “We will act.”") == List{"2024-03-14 event"});
}

TEST_CASE("a paragraph on a gathering gives its day to the exchange behind it") {
  std::string const text =
      "Emil Dray said on Tuesday that he would win. “I will win,” Dray said.\n\nAt their only debate, last Friday in Arden, each was asked for a weakness.\n\n"
      "“Modesty,” Nora Quill said.\n\n“She parks badly,” Dray said.\n\n";
  CHECK(said(text) == List{"2024-03-12 event", "2024-03-08 event", "2024-03-08 event"});
}

TEST_CASE("the country of the dateline knows its holidays") {
  CHECK(said("NEW DELHI, Aug 20 — “We will act,” Nora Quill said on Independence Day.", "2024-08-20") == List{"2024-08-15 explicit"});
  CHECK(said("WASHINGTON, July 8 — “We will act,” Nora Quill said on Independence Day.", "2024-07-08") == List{"2024-07-04 explicit"});
}

TEST_CASE("a letter was written on the day of its date, not on that of its reading") {
  CHECK(said("In a letter dated Feb. 2 and seen by Canal News on Thursday, Nora Quill wrote: “I did not know.”") == List{"2024-02-02 explicit"});
  CHECK(said("“I did not know,” Nora Quill wrote in a memo obtained by Canal News on Thursday.") == List{"2024-03-15 published"});
}

TEST_CASE("what is said on Tuesday's vote has no day; on Tuesday's broadcast, or at Tuesday's vote, it has one") {
  CHECK(said("Nora Quill said on Tuesday’s vote: “It is a disgrace.”") == List{"2024-03-15 published"});
  CHECK(said("At Tuesday’s vote, Nora Quill said: “It is a disgrace.”") == List{"2024-03-12 explicit"});
  CHECK(said("Nora Quill said on Tuesday’s podcast: “It is a disgrace.”") == List{"2024-03-12 explicit"});
}

TEST_CASE("at the time is when that was which was told last") {
  CHECK(said("Nora Quill left the council on Dec. 28. “I made mistakes,” Quill said at the time.", "2024-01-10") == List{"2023-12-28 explicit"});
  CHECK(said("Nora Quill left the council in 2019. “I made mistakes,” Quill said at the time.") == List{"2019 explicit"});
}

TEST_CASE("a date that means no day without that of publication counts none from there") {
  std::string const text = "At twelve next day Emil Dray walked home. Some months later he said: “We will act.”";
  CHECK(said(text, "") == List{"- none"});
}

TEST_CASE("dates on lines of their own date what stands below them") {
  std::string const page =
      "A harbour and its keepers\n\nPublished 12 March 2024\n\nThe harbour has stood for years and its keepers have told many tales about it.\n\nMost of those who told them still live in the town of Arden, where the harbour is.\n\n";
  CHECK(said(page + "March 3, 2019\n\nThe council met. “We will act,” says Nora Quill.\n\nJune 5, 2020\n\n“We acted,” says Nora Quill.") ==
        List{"2019-03-03 event", "2020-06-05 event"});
}

TEST_CASE("an interview over several days dates the sentence behind it, and a quote alone follows the speech told before it") {
  CHECK(said("In an interview with Canal News over the weekend, Nora Quill laughed off the advert. “It is sand,” Quill said. “It is air,” Quill said.") ==
        List{"2024-03-09/2024-03-10 event", "2024-03-15 published"});
  CHECK(said("In a video on Thursday, Nora Quill asked who would pay.\n\n“Not those who broke it.”") == List{"2024-03-14 event"});
}

TEST_CASE("the day of what a speaker says that somebody did is no day of the saying") {
  CHECK(said("Nora Quill said she spoke to the mayor on Tuesday and he “was well”.") == List{"2024-03-15 published"});
  CHECK(said("Nora Quill recalled talking with the mayor on Tuesday.\n\n“He was well,” Quill said.") == List{"2024-03-15 published"});
  CHECK(said("Nora Quill said on Tuesday she had met the mayor and he “was well”.") == List{"2024-03-12 explicit"});
  CHECK(said("Nora Quill wrote to him on Tuesday. “You were well,” she said.") == List{"2024-03-12 event"});
}

}  // namespace dates_said_when_test
