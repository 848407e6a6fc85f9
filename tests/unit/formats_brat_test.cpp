#include "formats/brat.hpp"

#include <doctest/doctest.h>

#include <string>

#include "eval/words.hpp"
#include "formats/annotations.hpp"
#include "formats/read_gold.hpp"

namespace formats_brat_test {

using namespace whosaid;

namespace {

// Emoji, a line break inside a quote, a quote in two stretches, a joint speaker, a shared source.
constexpr char article[] =
    "🔥 “It holds,” Ida Maro and Ola Fenn said\nMonday, “and 🧱 it\nstays.” “Né; no.” They said it cracked.";

table::TextSpan at(std::uint32_t start, std::uint32_t end) {
  return {start, end, eval::Text(article, {}).slice({start, end})};
}

table::Table extracted() {
  table::Table table;
  table.document.id = "a/1";
  table.document.language = "en";
  table.document.published = "2024-03-12";
  table.document.title = "Dam; wall";
  table.speakers.reserve(2);
  table.quotes.reserve(3);
  auto& ida = table.speakers.emplace_back();
  ida.id = "s1";
  ida.name = "Ida Maro";
  ida.aliases = {"Maro"};
  ida.roles = {"harbour master", "mayor; retired"};
  ida.mentions = {at(14, 22), at(77, 81)};
  auto& ola = table.speakers.emplace_back();
  ola.id = "s2";
  ola.name = "Ola Fenn";
  ola.mentions = {at(27, 35), at(77, 81)};
  auto& split = table.quotes.emplace_back();
  split.id = "q1";
  split.kind = "direct";
  split.segments = {at(3, 12), at(50, 65)};
  split.source = table::Source{at(14, 35), "name"};
  split.cue = table::Cue{at(36, 40), "say"};
  split.speaker = "s1";
  split.speaker_name = "Ida Maro";
  split.speakers = {"s1", "s2"};
  split.said.date = "2024-03-11";
  split.said.basis = "explicit";
  split.said.expression = at(41, 47);
  split.basis = "explicit";
  split.confidence = 0.875;
  split.rule = "en/attribution/r";
  auto next = split;
  next.id = "q2";
  next.segments = {at(68, 75)};
  next.said = {};
  next.basis = "inferred";
  table.quotes.push_back(next);
  auto report = split;
  report.id = "q3";
  report.kind = "indirect";
  report.segments = {at(87, 97)};
  report.source = table::Source{at(77, 81), "pronoun"};
  report.cue = table::Cue{at(82, 86), "say"};
  report.status = "thought";
  table.quotes.push_back(report);
  return table;
}

Result<gold::Document> back(formats::BratFiles const& files) {
  return formats::read_brat(files.text, files.annotations, files.document, "other", "a.ann");
}

std::string problem(std::string_view annotations) {
  auto const read = formats::read_brat("“Nó,” he said.", annotations, "", "x", "x.ann");
  return read ? "" : read.problems().front().to_string();
}

}  // namespace

TEST_CASE("the engine's answer survives the way through brat") {
  auto const gold = formats::gold_of(extracted(), article);
  REQUIRE(gold.quotes.size() == 3);
  CHECK(gold.quotes[0].quoted.size() == 2);
  CHECK(gold.quotes[0].speakers == std::vector<std::string>{"Ida Maro", "Ola Fenn"});
  CHECK(gold.quotes[0].role.value == "harbour master; mayor; retired");
  CHECK(gold.quotes[1].said_date.judged);
  CHECK_FALSE(gold.quotes[1].said_date.value);
  CHECK(gold.quotes[2].quoted.empty());

  auto const files = formats::write_brat(gold);
  CHECK(files.text == article);
  auto const again = back(files);
  REQUIRE(again);
  CHECK(*again == gold);

  std::string line;
  formats::write_gold(*again, line);
  auto const read = formats::read_gold(line, "g");
  REQUIRE(read);
  CHECK(read->documents.front() == gold);
  formats::GoldFile file{{*again}, {1}};
  CHECK(formats::check_gold(file, "g").empty());
}

TEST_CASE("standoff counts code points and writes a discontinuous stretch as one span") {
  auto const ann = formats::write_brat(formats::gold_of(extracted(), article)).annotations;
  CHECK(ann.find("T1\tQuote 3 12;50 65\tIt holds, and 🧱 it stays.\n") != std::string::npos);
  CHECK(ann.find("A1\tKind T1 direct\n") != std::string::npos);
  CHECK(ann.find("date_said=2024-03-11") != std::string::npos);
  CHECK(ann.find("mayor\\; retired") != std::string::npos);
  CHECK(ann.find("R1\tSaid Arg1:T1 Arg2:T4\n") != std::string::npos);
  // Both quotes rest on one mention: it stands once.
  CHECK(ann.find("Ida Maro and Ola Fenn\n") == ann.rfind("Ida Maro and Ola Fenn\n"));
}

TEST_CASE("everything that gold can say survives") {
  gold::Document document;
  document.id = "d";
  document.language = "en";
  document.text = "“No,” he\tsaid; “x” was a sign. -";
  document.discard = {{15, 18}, {31, 32}};
  document.extra = R"({"corpus":"c; d","n":[1]})";
  document.characters = {{"Zed", {"Z."}, {}, R"({"x":1})"}, {"Ann", {}, {{6, 8}}, {}}};
  gold::Quote quote;
  quote.id = "E; 1\\2";
  quote.kind = "direct";
  quote.quoted = {{1, 4}};
  quote.spans = {{0, 5}};
  quote.source = {{6, 8}};
  quote.cue = {{9, 13}};
  quote.type = "Attribution";
  quote.role = {true, "-"};
  quote.affiliation = {true, std::nullopt};
  quote.speaker = "";
  quote.extra = R"({"note":"a; b\nc","y":null})";
  auto bare = quote;
  bare.id = "2";
  bare.quoted.clear();
  bare.spans = {{9, 13}};
  bare.speaker.reset();
  bare.role = {};
  auto indirect = quote;
  indirect.id = "3";
  indirect.kind = "indirect";
  indirect.spans = {{15, 18}};
  indirect.quoted = {{16, 17}};
  document.quotes = {quote, bare, indirect};
  auto const again = back(formats::write_brat(document));
  REQUIRE(again);
  CHECK(*again == document);
}

TEST_CASE("files that other hands made are read without the third file") {
  auto const read = formats::read_brat("“Nó,” he said.",
                                       "T1\tQuote 1 4\tNó,\r\n"
                                       "T2\tSpeaker 6 8\the\n"
                                       "T3\tCue 9 13\tsaid\n"
                                       "T4\tVenue 9 13\tsaid\n"
                                       "E1\tSaid:T1\n"
                                       "R1\tSaid Arg1:T1 Arg2:T2\t\n"
                                       "R2\tCuedBy Arg1:T1 Arg2:T3\n"
                                       "R3\tLikes Arg1:T1 Arg2:T9\n"
                                       "#1\tAnnotatorNotes T1\tdate_said=2024-03-11\n"
                                       "#2\tAnnotatorNotes T9\twhatever\n",
                                       "", "doc1", "doc1.ann");
  REQUIRE(read);
  CHECK(read->id == "doc1");
  REQUIRE(read->quotes.size() == 1);
  CHECK(read->quotes[0].id == "T1");
  CHECK(read->quotes[0].kind == "direct");
  CHECK(read->quotes[0].quoted == std::vector<gold::Range>{{1, 4}});
  CHECK(read->quotes[0].spans == std::vector<gold::Range>{{1, 4}});
  CHECK(read->quotes[0].source == std::vector<gold::Range>{{6, 8}});
  CHECK(read->quotes[0].cue == std::vector<gold::Range>{{9, 13}});
  CHECK(read->quotes[0].said_date.value == "2024-03-11");
}

TEST_CASE("a mention tied to a named one is that person's") {
  auto const read = formats::read_brat("Ida. She.", "T1\tSpeaker 0 3\tIda\nT2\tSpeaker 5 8\tShe\n#1\tAnnotatorNotes T1\tname=Ida; alias=I.\n*\tCoref T1 T2\n", "", "x", "x.ann");
  REQUIRE(read);
  REQUIRE(read->characters.size() == 1);
  CHECK(read->characters[0].aliases == std::vector<std::string>{"I."});
  CHECK(read->characters[0].mentions == std::vector<gold::Range>{{0, 3}, {5, 8}});
}

TEST_CASE("a quote without a speaker in its note is said by the person of its mention") {
  auto const text = "“No.” “Yes.” “So.” She, Elena Petrova. The minister.";
  std::string const spans =
      "T1\tQuote 1 4\tNo.\nT2\tQuote 7 11\tYes.\nT3\tQuote 14 17\tSo.\nT4\tSpeaker 19 22\tShe\nT5\tSpeaker 24 37\tElena Petrova\n"
      "T6\tSpeaker 39 51\tThe minister\nR1\tSaid Arg1:T1 Arg2:T4\nR2\tSaid Arg1:T2 Arg2:T6\nR3\tSaid Arg1:T3 Arg2:T6\n#1\tAnnotatorNotes T2\tspeaker=-\n";
  auto const tied = formats::read_brat(text, spans + "*\tCoref T4 T5 T6\n", "", "x", "x.ann");
  REQUIRE(tied);
  CHECK(tied->quotes[0].speaker == "Elena Petrova");
  CHECK(!tied->quotes[1].speaker);
  REQUIRE(tied->characters.size() == 1);
  CHECK(tied->characters[0].name == "Elena Petrova");
  CHECK(tied->characters[0].mentions.size() == 3);
  auto const again = back(formats::write_brat(*tied));
  REQUIRE(again);
  CHECK(*again == *tied);

  // What begins a sentence has a capital and need not be a name.
  auto const unnamed = formats::read_brat(text, spans + "*\tCoref T4 T6\n", "", "x", "x.ann");
  REQUIRE(unnamed);
  CHECK(!unnamed->quotes[2].speaker);
  auto const apart = formats::read_brat(text, spans, "", "x", "x.ann");
  REQUIRE(apart);
  CHECK(!apart->quotes[0].speaker);
  CHECK(apart->characters.empty());
}

TEST_CASE("what is broken is said with its line") {
  CHECK(problem("T1\tQuote 1 4\tNó.\n") == "x.ann:1: the text has 'Nó,' there, not 'Nó.'");
  CHECK(problem("\nT1\tQuote 1 99\tNó,\n") == "x.ann:2: '1 99' stands outside the text");
  CHECK(problem("T1\tQuote one 4\tNó,\n") == "x.ann:1: 'one 4' is no place");
  CHECK(problem("T1\tQuote 4 1\tNó,\n") == "x.ann:1: '4 1' is no place");
  CHECK(problem("T1\tQuote\n") == "x.ann:1: a span needs an id, a place and its words, parted by tabs");
  CHECK(problem("R1\tSaid Arg1:T1 Arg2:T2\n") == "x.ann:1: there is no quote T1");
  CHECK(problem("T1\tQuote 1 4\tNó,\nR1\tSaid Arg1:T1 Arg2:T2\n") == "x.ann:2: there is no span T2");
  CHECK(problem("T1\tQuote 1 4\tNó,\nT1\tQuote 1 4\tNó,\n") == "x.ann:2: the id T1 stands twice");
  CHECK(problem("A1\tKind T7 direct\n") == "x.ann:1: there is no quote T7");
  CHECK(problem("\xFF") == "x.ann: the annotation is not UTF-8");
}

}  // namespace formats_brat_test
