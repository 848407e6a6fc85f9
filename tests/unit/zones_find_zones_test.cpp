#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "dates/dates.hpp"
#include "grammar/library.hpp"
#include "zones/zones.hpp"

namespace zones_find_zones_test {

using namespace whosaid;

namespace {

char const* name(Section section) {
  switch (section) {
    case Section::headline: return "headline";
    case Section::standfirst: return "standfirst";
    case Section::body: return "body";
    case Section::caption: return "caption";
    case Section::blockquote: return "blockquote";
    case Section::related: return "related";
    case Section::boilerplate: return "boilerplate";
  }
  return "?";
}

struct Fixture {
  grammar::Library library;
  grammar::Language const& language;
  grammar::Scratch scratch;
  TokenTable table;
  Document document;
  Zones zones;

  Fixture() : library(open()), language(*library.language("en")) {}
  static grammar::Library open() {
    auto library = grammar::Library::open();
    REQUIRE_MESSAGE(static_cast<bool>(library), (library ? "" : library.problems().front().to_string()));
    return *library;
  }
  void run(std::string text) {
    document.text = std::move(text);
    tokenize(document.text, language.vocabulary(), table);
    zones = find_zones(table, document, language, scratch);
    std::uint32_t at = 0;
    for (auto const& zone : zones.list) {  // they cover the table in order
      CHECK(zone.first == at);
      CHECK(zone.last > zone.first);
      at = zone.last;
    }
    CHECK(at == table.tokens.size());
  }
  // "headline: Storm closes the harbour" for every zone.
  std::vector<std::string> seen() const {
    std::vector<std::string> out;
    for (auto const& zone : zones.list) {
      auto text = std::string{table.span(zone.first, zone.last).in(table.text)};
      for (auto& c : text)
        if (c == '\n') c = '|';
      out.push_back(name(zone.section) + std::string{": "} + text);
    }
    return out;
  }
  std::string published() {
    return zones.published ? resolve_date_text(zones.published->in(document.text), language, scratch) : "";
  }
};

std::string const first_paragraph =
    "The ferry company said on Tuesday that all of its boats would stay in Arden until the wind drops below forty knots.";
std::string const second_paragraph =
    "“Nobody goes out in this,” said Mira Holt, who has run the harbour office for eleven years and has seen worse.";

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a scraped page: header, headline twice, standfirst, caption, body, teaser, list of links") {
  run(" date 2025-02-11 WORLD\n3 min read\nStorm closes the Arden harbour\n"
      "Boats stay in port while the wind is stronger than at any time in the past thirty years.\n00:00\n"
      "Storm closes the Arden harbour\nWaves break over the mole. [Photo: Delta] / Delta\nFebruary 11, 2025\n\n" +
      first_paragraph + "\n\nRelatedDelta News - Bridge to the island shut for repairs\n\nThe wind\n\nRECOMMENDED\n\n" + second_paragraph +
      "\n\nSOURCE:Delta News and agencies\nExplore\nIsland school wins a prize for its garden\n"
      "Minister promises a new bridge by spring\n'We could use a little sun' - farmers count the cost");
  auto const got = seen();
  REQUIRE(got.size() == 14);
  CHECK(got[0] == "boilerplate: date 2025-02-11 WORLD|3 min read");
  CHECK(got[1] == "headline: Storm closes the Arden harbour");
  CHECK(got[2].starts_with("standfirst: Boats stay"));
  CHECK(got[3] == "boilerplate: 00:00");
  CHECK(got[4] == "headline: Storm closes the Arden harbour");
  CHECK(got[5] == "caption: Waves break over the mole. [Photo: Delta] / Delta");
  CHECK(got[6] == "boilerplate: February 11, 2025");
  CHECK(got[7] == "body: " + first_paragraph);
  CHECK(got[8] == "related: RelatedDelta News - Bridge to the island shut for repairs");
  CHECK(got[9] == "body: The wind");
  CHECK(got[10] == "boilerplate: RECOMMENDED");
  CHECK(got[11] == "body: " + second_paragraph);
  CHECK(got[12] == "boilerplate: SOURCE:Delta News and agencies|Explore");
  CHECK(got[13].starts_with("related: Island school"));
  CHECK(got[13].ends_with("count the cost"));
  CHECK(zones.title == "Storm closes the Arden harbour");
  CHECK(published() == "2025-02-11");
}

TEST_CASE_FIXTURE(Fixture, "a paper's name between byline and date is no author") {
  run("Group sues over ban\n\nBy Nora Quill\nHalden Business Ledger\nMar 4, 2026\n\n“We lost power at noon,” said Emil Dray.");
  CHECK(zones.author == "Nora Quill");
}

TEST_CASE_FIXTURE(Fixture, "byline and publication line above one paragraph") {
  run("By Nora Quill\nUpdated 12:04 EDT, Tue March 12, 2024 | 4 min read\nShare\n\n“We lost power at noon,” said Emil Dray.");
  CHECK(seen() == std::vector<std::string>{"boilerplate: By Nora Quill|Updated 12:04 EDT, Tue March 12, 2024 | 4 min read|Share",
                                           "body: “We lost power at noon,” said Emil Dray."});
  CHECK(zones.author == "Nora Quill");
  CHECK(published() == "2024-03-12");
}

TEST_CASE_FIXTURE(Fixture, "the day of publication goes before the day of an update") {
  run("Storm closes the Arden harbour\nUpdated 13 March 2024\nPublished 12 March 2024\n\n" + first_paragraph + "\n\n" + second_paragraph);
  CHECK(published() == "2024-03-12");
  CHECK(seen().front() == "headline: Storm closes the Arden harbour");
}

TEST_CASE_FIXTURE(Fixture, "an article begins behind a stamp on its first line") {
  run(" date 2024-03-12 LUND (Harbour Wire) – The dam broke on Monday, and nobody knows who left the lower gate open.\nIt was shut.");
  CHECK(seen() == std::vector<std::string>{"boilerplate: date 2024-03-12",
                                           "body: LUND (Harbour Wire) – The dam broke on Monday, and nobody knows who left the lower gate open.|It was shut."});
  CHECK(zones.published->in(table.text) == "2024-03-12");
  run("date 2024-03-12 Storm closes the harbour of Lund\nThe harbour was closed on Monday, said the council, which fears for the boats.");
  CHECK(seen().at(1) == "headline: Storm closes the harbour of Lund");
  CHECK(zones.published->in(table.text) == "2024-03-12");
  // A date in the article's own words is none.
  run("The date 2024-03-12 is that of the vote, and the council of Lund will keep it whatever the harbour master says.");
  CHECK_FALSE(zones.published.has_value());
}

TEST_CASE_FIXTURE(Fixture, "navigation, the paper's name, a ticker, a standfirst that is a quote, and names above a date") {
  run("Arden Herald Online\nNews | Sport | 'Your Money' | Puzzles\nBreaking: 'I am staying,' says harbour master\n\n"
      "Storm closes the harbour for a third day\n\n“Nobody goes out in this weather”\n\nNora Quill and Emil Dray\n"
      "Tue 5 Nov 2024 11.14 GMT\nLast modified on Tue 5 Nov 2024 16.40 GMT\nShare\n\n" + first_paragraph);
  CHECK(seen() == std::vector<std::string>{
                      "boilerplate: Arden Herald Online|News | Sport | 'Your Money' | Puzzles",
                      "related: Breaking: 'I am staying,' says harbour master", "headline: Storm closes the harbour for a third day",
                      "standfirst: “Nobody goes out in this weather”",
                      "boilerplate: Nora Quill and Emil Dray|Tue 5 Nov 2024 11.14 GMT|Last modified on Tue 5 Nov 2024 16.40 GMT|Share",
                      "body: " + first_paragraph});
  CHECK(zones.author == "Nora Quill and Emil Dray");
  CHECK(published() == "2024-11-05");
}

TEST_CASE_FIXTURE(Fixture, "points below the headline introduce the article") {
  run("Storm closes the harbour for a third day\n\n- Boats stay in port\n- Company 'cannot say when' it ends\n\n" + first_paragraph +
      "\n\n" + second_paragraph);
  REQUIRE(seen().size() == 3);
  CHECK(seen()[1] == "standfirst: - Boats stay in port|- Company 'cannot say when' it ends");
}

TEST_CASE_FIXTURE(Fixture, "a live blog: its entries have headlines, their times are no header") {
  run("Storm live: boats stay in port for a third day\n\n18:42\n‘It sounded like a train’\n\n" + first_paragraph +
      "\n\n18:20\nWarning extended again\n\n" + second_paragraph + "\n\n18:05\n" + first_paragraph);
  auto const got = seen();
  REQUIRE(got.size() == 9);
  CHECK(got[0] == "headline: Storm live: boats stay in port for a third day");
  CHECK(got[1] == "boilerplate: 18:42");
  CHECK(got[2] == "headline: ‘It sounded like a train’");
  CHECK(got[3] == "body: " + first_paragraph);
  CHECK(got[5] == "headline: Warning extended again");
  CHECK(got[8] == "body: " + first_paragraph);
}

TEST_CASE_FIXTURE(Fixture, "text without line breaks, and paragraphs alone, are body") {
  run(first_paragraph + " " + second_paragraph);
  CHECK(seen().size() == 1);
  CHECK(zones.section_of(0) == Section::body);
  run(first_paragraph + "\n\n" + second_paragraph + "\n\n" + first_paragraph);
  CHECK(seen().size() == 1);
  CHECK_FALSE(zones.title.has_value());
  CHECK_FALSE(zones.published.has_value());
}

TEST_CASE_FIXTURE(Fixture, "a first line without a full stop is the headline of a clean article") {
  run("Storm closes the Arden harbour\n\n" + first_paragraph + "\n\n" + second_paragraph);
  REQUIRE(seen().size() == 2);
  CHECK(seen()[0] == "headline: Storm closes the Arden harbour");
  run("The winners are:\n\n" + first_paragraph);
  CHECK(seen().size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "a known title finds its line, full stop or not") {
  document.title = "Storm Closes Harbour";
  run("Storm closes harbour.\n\n" + first_paragraph + "\n\n" + second_paragraph);
  CHECK(seen()[0] == "headline: Storm closes harbour.");
  document.title = "Another title";
  run("Storm closes harbour\n\n" + first_paragraph + "\n\n" + second_paragraph);
  CHECK(seen().size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "datelines are noted and stay in the body") {
  run("ARDEN, May 3 — “We wait,” Orla Finn said on April 30.");
  REQUIRE(zones.dateline.has_value());
  CHECK(zones.dateline->in(document.text) == "ARDEN, May 3 —");
  CHECK(seen().size() == 1);
  run("LUND, Sweden (AP) - " + first_paragraph);
  REQUIRE(zones.dateline.has_value());
  CHECK(zones.dateline->in(document.text) == "LUND, Sweden (AP) -");
  run("(Reuters) - " + first_paragraph);
  REQUIRE(zones.dateline.has_value());
  run("Lund was quiet - too quiet for the mayor, who had seen the storm of the year before.");
  CHECK_FALSE(zones.dateline.has_value());
}

TEST_CASE_FIXTURE(Fixture, "captions with credits, and a credit at the end of a long paragraph") {
  run("A banner reading “Water now” hangs in Arden. Photograph: Nora Quill/Delta\n\n" + first_paragraph);
  CHECK(seen()[0] == "caption: A banner reading “Water now” hangs in Arden. Photograph: Nora Quill/Delta");
  std::string longer = first_paragraph;
  for (int i = 0; i < 3; ++i) longer += " " + first_paragraph;
  run(longer + " (AP Photo/Nora Quill)\n\n" + second_paragraph);
  CHECK(seen()[0] == "body: " + longer);
  CHECK(seen()[1] == "caption: (AP Photo/Nora Quill)");
  run(first_paragraph + "\n\n“There is nothing to confirm,” said Kay Orme. “We are watching it.” (AFP)");
  CHECK(seen()[0].starts_with("body: "));
  CHECK(seen()[0].ends_with("“We are watching it.”"));
}

TEST_CASE_FIXTURE(Fixture, "an advertisement inside a quote that runs over paragraphs") {
  run("“We asked twice,” said Kay Orme. “Nobody came.\n\nAdvertisement\n\n“So we walked.”");
  CHECK(seen() == std::vector<std::string>{"body: “We asked twice,” said Kay Orme. “Nobody came.", "boilerplate: Advertisement",
                                           "body: “So we walked.”"});
}

TEST_CASE_FIXTURE(Fixture, "buttons inside a sentence") {
  run("“We lost it all,” Copy link Share on X said Emil Dray.");
  CHECK(seen() == std::vector<std::string>{"body: “We lost it all,”", "boilerplate: Copy link Share on X", "body: said Emil Dray."});
}

TEST_CASE_FIXTURE(Fixture, "correction notes stay and are listed") {
  run(first_paragraph + "\n\nThis article was amended on 3 May 2024. An earlier version misquoted Ms Holt as saying “we will lose”.");
  CHECK(seen().size() == 1);
  REQUIRE(zones.corrections.size() == 1);
  CHECK(zones.corrections[0].in(document.text).starts_with("This article was amended"));
}

TEST_CASE_FIXTURE(Fixture, "running text behind the head of a list is no list") {
  run(first_paragraph + "\n\nRelated\n\n" + second_paragraph + "\n\n" + first_paragraph);
  CHECK(seen() == std::vector<std::string>{"body: " + first_paragraph, "boilerplate: Related",
                                           "body: " + second_paragraph + "||" + first_paragraph});
}

TEST_CASE_FIXTURE(Fixture, "a list of titles at the end that nothing announces") {
  std::string const list =
      "Island school wins a prize for its garden\nMinister promises a new bridge by spring\nTwo held after fire in a barn\n"
      "Ferry fares to rise again in May\nChoir sings for the last time in the old hall";
  run(first_paragraph + "\n" + second_paragraph + "\n" + first_paragraph + "\n" + list);
  CHECK(seen().back() == [&] {
    auto out = "related: " + list;
    for (auto& c : out)
      if (c == '\n') c = '|';
    return out;
  }());
  run(first_paragraph + "\n" + second_paragraph + "\nThe winners of this year are:\n" + list);
  CHECK(seen().size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "readers' comments at the end") {
  std::string text = "Storm closes the Arden harbour\n\n";
  for (int i = 0; i < 4; ++i) text += first_paragraph + "\n\n";
  run(text + "Comments (2)\n\nOld sailor\n\n“Rubbish,” said nobody ever.");
  CHECK(seen().back() == "boilerplate: Comments (2)||Old sailor||“Rubbish,” said nobody ever.");
  run("Comments\n\n" + text);
  CHECK(zones.section_of(static_cast<std::uint32_t>(table.tokens.size()) - 1) == Section::body);
}

TEST_CASE_FIXTURE(Fixture, "hard-wrapped lines are one paragraph") {
  run("The ferry company said on Tuesday that all of its boats would stay in\n"
      "Arden until the wind drops. A spokeswoman for the company was not able to\nsay when that would be, or what it costs.");
  CHECK(seen().size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "what the reader of the input knew wins") {
  std::string const text = "Advertisement\n\n" + first_paragraph + "\n\nMost read\n\nIsland school wins a prize";
  auto const at = static_cast<std::uint32_t>(text.find("The ferry"));
  document.zones = {{{0, 13}, Section::body, ""}, {{at, at + static_cast<std::uint32_t>(first_paragraph.size())}, Section::blockquote, ""}};
  run(text);
  CHECK(seen() == std::vector<std::string>{"body: Advertisement", "blockquote: " + first_paragraph, "boilerplate: Most read",
                                           "related: Island school wins a prize"});
}

TEST_CASE_FIXTURE(Fixture, "the words of a picture that are written twice are no part of the text") {
  run("Storm closes the harbour\n\n" + first_paragraph + "\nMira HoltMira Holt\nMira Holt\n\n" + second_paragraph + "\n\n“Never again never again”");
  CHECK(seen() == std::vector<std::string>{"headline: Storm closes the harbour", "body: " + first_paragraph, "boilerplate: Mira HoltMira Holt", "caption: Mira Holt",
                                           "body: " + second_paragraph + "||“Never again never again”"});
}

TEST_CASE_FIXTURE(Fixture, "nothing, and very much of it") {
  run("");
  CHECK(zones.list.empty());
  CHECK(zones.section_of(0) == Section::body);
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "Explore\n";
  run(many);
  CHECK(zones.section_of(0) == Section::boilerplate);
  many.clear();
  for (int i = 0; i < 200000; ++i) many += "Share (";
  run(many);
  CHECK(zones.list.size() >= 1);
}

}  // namespace zones_find_zones_test
