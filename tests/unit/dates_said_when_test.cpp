#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "whosaid.hpp"

using namespace whosaid;

namespace {

// "2024-03-12 explicit" for each quote of a text, in order.
std::vector<std::string> said(std::string text, char const* published = "2024-03-15") {
  auto const extractor = Extractor::open();
  REQUIRE_MESSAGE(static_cast<bool>(extractor), (extractor ? "" : extractor.problems().front().to_string()));
  Document document;
  document.text = std::move(text);
  if (*published != '\0') document.published = published;
  Workspace workspace;
  std::vector<std::string> out;
  for (auto const& quote : extractor->extract(document, workspace).quotes) {
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

TEST_CASE("what somebody says, or has said, belongs to no day") {
  std::string const text = "Nora Quill said on Tuesday that the harbour would stay shut.\n\n“We will act,” Quill ";
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

TEST_CASE("what is counted from the text is counted from the day spoken of last") {
  CHECK(said("“We will act,” Nora Quill said on Monday. “We did not act,” she said the next day.") ==
        List{"2024-03-11 explicit", "2024-03-12 explicit"});
  CHECK(said("“We will act,” Nora Quill said on Monday. “We did not act,” she said the next day. “Not at all,” she said.").back() ==
        "2024-03-12 event");
}
