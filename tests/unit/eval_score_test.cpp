// The definitions of the measures, pinned on one small invented article. Every number was worked out by hand.
#include "eval/score.hpp"

#include <doctest/doctest.h>

#include <string>

#include "eval/figures.hpp"

namespace eval_score_test {

using namespace whosaid;
using eval::Metric;

namespace {

//                          0         1         2         3         4         5         6         7         8
//                          0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567
constexpr char article[] = "“It holds,” Ida Maro said Monday. “We wait.” She added that it was late. “Cold Tea” won.";

table::TextSpan span(std::uint32_t start, std::uint32_t end) { return {start, end, {}}; }

eval::WordLists lists() { return eval::read_word_lists("article: the a\ntitle: mr\nfunction: of\n"); }

gold::Document gold_article() {
  gold::Document document;
  document.id = "d";
  document.language = "en";
  document.text = article;
  gold::Quote first;
  first.id = "1";
  first.kind = "direct";
  first.quoted = {{1, 10}};
  first.spans = {{0, 11}};
  first.source = {{12, 20}};
  first.cue = {{21, 25}};
  first.speaker = "Ida Maro";
  first.said_date = {true, "2024-03-11"};
  first.role = {true, "harbour master of Lunde"};
  first.form = "name";
  first.basis = "explicit";
  auto second = first;
  second.id = "2";
  second.quoted = {{35, 43}};
  second.spans = {{34, 44}};
  second.basis = "inferred";
  gold::Quote third;
  third.id = "3";
  third.kind = "indirect";
  third.spans = {{55, 71}};
  third.source = {{45, 48}};
  third.cue = {{49, 54}};
  third.speaker = "Ida Maro";
  document.quotes = {first, second, third};
  return document;
}

table::Quote quote(std::string kind, std::uint32_t start, std::uint32_t end) {
  table::Quote quote;
  quote.kind = std::move(kind);
  quote.segments = {span(start, end)};
  quote.confidence = 0.95;
  return quote;
}

// What a perfect engine would say.
table::Table perfect() {
  table::Table table;
  table.document.id = "d";
  auto& speaker = table.speakers.emplace_back();
  speaker.id = "s1";
  speaker.name = "Ida Maro";
  speaker.roles = {"harbour master", "of Lunde"};
  table.quotes = {quote("direct", 1, 10), quote("direct", 35, 43), quote("indirect", 55, 71)};
  for (auto& q : table.quotes) {
    q.speaker = "s1";
    q.speaker_name = "Ida Maro";
    q.source = table::Source{span(12, 20), "name"};
    q.cue = table::Cue{span(21, 25), "say"};
    q.said.date = "2024-03-11";
    q.said.basis = "explicit";
  }
  table.quotes[2].source = table::Source{span(45, 48), "pronoun"};
  table.quotes[2].cue = table::Cue{span(49, 54), "add"};
  return table;
}

eval::Counts counts(table::Table const* table, Metric metric, gold::Document const& gold = gold_article()) {
  return eval::tally(eval::score_document(gold, table, lists()))[static_cast<std::size_t>(metric)];
}

void check(eval::Counts const& counts, std::uint64_t right, std::uint64_t claimed, std::uint64_t wanted) {
  CHECK(counts.right == right);
  CHECK(counts.claimed == claimed);
  CHECK(counts.wanted == wanted);
}

}  // namespace

TEST_CASE("a perfect answer has every figure at one") {
  auto const table = perfect();
  check(counts(&table, Metric::span), 2, 2, 2);
  check(counts(&table, Metric::span_overlap), 2, 2, 2);
  check(counts(&table, Metric::source), 2, 2, 2);
  check(counts(&table, Metric::cue), 2, 2, 2);
  check(counts(&table, Metric::speaker), 2, 2, 2);
  check(counts(&table, Metric::date), 2, 2, 2);
  check(counts(&table, Metric::indirect), 1, 1, 1);
  check(counts(&table, Metric::role), 3, 3, 3);  // harbour, master, lunde: once per speaker, not per quote
  check(counts(&table, Metric::affiliation), 0, 0, 0);
}

TEST_CASE("a document without a table misses everything and claims nothing") {
  check(counts(nullptr, Metric::span), 0, 0, 2);
  check(counts(nullptr, Metric::source), 0, 0, 2);
  check(counts(nullptr, Metric::indirect), 0, 0, 1);
  check(counts(nullptr, Metric::role), 0, 0, 3);
  CHECK(eval::score_document(gold_article(), nullptr, lists()).missing);
}

TEST_CASE("limits may differ by marks and white space, not by words") {
  auto table = perfect();
  table.quotes[0].segments = {span(0, 11)};   // with its marks
  table.quotes[1].segments = {span(38, 44)};  // “We” is lost: 4 of 7 characters
  check(counts(&table, Metric::span), 1, 2, 2);
  check(counts(&table, Metric::span_overlap), 1, 2, 2);
  check(counts(&table, Metric::source), 1, 2, 2);  // the extra stretch claims a source, too
  auto const score = eval::score_document(gold_article(), &table, lists());
  CHECK(score.items[1].near == eval::Near::boundary);
}

TEST_CASE("a quote inside a quote is missed for another reason than one with other limits") {
  auto gold = gold_article();
  gold.quotes[1].quoted = {{4, 9}};  // "holds" inside "It holds,"
  auto const table = perfect();
  auto const score = eval::score_document(gold, &table, lists());
  CHECK(score.items[1].near == eval::Near::nested);
  CHECK(score.items[1].predicted == 0);
  CHECK_FALSE(score.items[1].matched);
}

TEST_CASE("eight tenths of what both cover is near enough for span_overlap") {
  auto gold = gold_article();
  gold.text = "“abcdefgh ij” x";
  gold.quotes.resize(1);
  gold.quotes[0].quoted = {{1, 12}};
  auto table = perfect();
  table.quotes.resize(1);
  table.quotes[0].segments = {span(1, 9)};  // 8 of 11
  check(counts(&table, Metric::span_overlap, gold), 0, 1, 1);
  table.quotes[0].segments = {span(1, 11)};  // 10 of 11
  check(counts(&table, Metric::span, gold), 0, 1, 1);
  check(counts(&table, Metric::span_overlap, gold), 1, 1, 1);
}

TEST_CASE("quotation marks that are no speech cost precision, in a discarded region they do not") {
  auto table = perfect();
  table.quotes.push_back(quote("direct", 74, 82));
  check(counts(&table, Metric::span), 2, 3, 2);
  check(counts(&table, Metric::source), 2, 2, 2);  // it claims no source
  auto gold = gold_article();
  gold.discard = {{72, 88}};
  check(counts(&table, Metric::span, gold), 2, 2, 2);
  CHECK(eval::score_document(gold, &table, lists()).confidence.size() == 2);
  table.quotes.back().section = "boilerplate";
  check(counts(&table, Metric::span), 2, 2, 2);
}

TEST_CASE("a wrong source counts against precision and recall, none against recall alone") {
  auto table = perfect();
  table.quotes[0].source->span = span(35, 37);
  table.quotes[1].source.reset();
  check(counts(&table, Metric::source), 0, 1, 2);
}

TEST_CASE("a cue is asked of the quotes that were found") {
  auto table = perfect();
  table.quotes[0].segments = {span(1, 3)};  // not found
  table.quotes[1].cue->span = span(24, 33);  // touches the cue's word "said" from inside: d is no word of it
  auto const cue = counts(&table, Metric::cue);
  CHECK(cue.reached == 1);
  CHECK(cue.right == 0);
  auto const tally = eval::tally(eval::score_document(gold_article(), &table, lists()));
  CHECK(eval::value_of(tally, Metric::cue, eval::Value::accuracy) == 0.0);
}

TEST_CASE("a speaker may be called by the surname, and an unresolved id falls back to the name") {
  auto table = perfect();
  table.speakers[0].name = "Maro";
  table.quotes[1].speaker = std::nullopt;
  table.quotes[1].speaker_name = "Olaf Maro";
  check(counts(&table, Metric::speaker), 1, 2, 2);
}

TEST_CASE("a date counts only when the text says it") {
  auto table = perfect();
  table.quotes[0].said.basis = "published";
  table.quotes[1].said.date = "2024-03-12";
  check(counts(&table, Metric::date), 0, 1, 2);
  auto gold = gold_article();
  gold.quotes[0].said_date.value.reset();
  gold.quotes[1].said_date = {};  // not judged
  table = perfect();
  check(counts(&table, Metric::date, gold), 0, 1, 0);
}

TEST_CASE("an indirect report needs its content, its cue and its source") {
  auto table = perfect();
  auto const right = [&] { return counts(&table, Metric::indirect).right; };
  auto const near = [&] { return eval::score_document(gold_article(), &table, lists()).items[2].near; };
  table.quotes[2].segments = {span(60, 71)};  // "it was late" of "that it was late"
  CHECK(right() == 1);
  table.quotes[2].source->span = span(12, 20);
  CHECK(right() == 0);
  CHECK(near() == eval::Near::source_differs);
  table.quotes[2].source->span = span(45, 48);
  table.quotes[2].cue->span = span(21, 25);
  CHECK(right() == 0);
  CHECK(near() == eval::Near::cue_differs);
  table.quotes[2].kind = "direct";
  CHECK(right() == 0);
  CHECK(near() == eval::Near::other_kind);
}

TEST_CASE("an indirect report that the gold leaves half open neither helps nor hurts") {
  auto gold = gold_article();
  gold.quotes[2].cue.clear();
  auto const table = perfect();
  check(counts(&table, Metric::indirect, gold), 0, 0, 0);
}

TEST_CASE("one predicted report answers one gold report, those with source and cue first") {
  auto gold = gold_article();
  auto open = gold.quotes[2];
  open.id = "0";
  open.cue.clear();
  gold.quotes.insert(gold.quotes.begin(), open);
  auto const table = perfect();
  check(counts(&table, Metric::indirect, gold), 1, 1, 1);
}

TEST_CASE("two predicted quotes at one place are one claim") {
  auto table = perfect();
  table.quotes.push_back(table.quotes[0]);
  table.quotes.back().source.reset();  // the later one wins
  check(counts(&table, Metric::span), 2, 2, 2);
  check(counts(&table, Metric::source), 1, 1, 2);
}

TEST_CASE("the speaker of a quote in several stretches is asked once") {
  auto gold = gold_article();
  gold.quotes[0].quoted.push_back({35, 43});
  gold.quotes.erase(gold.quotes.begin() + 1);
  auto table = perfect();
  check(counts(&table, Metric::span, gold), 2, 2, 2);
  check(counts(&table, Metric::speaker, gold), 1, 1, 1);
  check(counts(&table, Metric::date, gold), 1, 1, 1);
}

TEST_CASE("a quote is right for the reliability table when words, source and speaker are") {
  auto table = perfect();
  table.quotes[1].source->span = span(35, 37);
  auto const score = eval::score_document(gold_article(), &table, lists());
  REQUIRE(score.confidence.size() == 2);
  CHECK(score.confidence[0].right);
  CHECK_FALSE(score.confidence[1].right);
}

TEST_CASE("ranges outside the text are cut, not followed") {
  auto table = perfect();
  table.quotes[0].segments = {span(4000000000u, 4000000001u)};
  table.quotes[0].source->span = span(90, 20);
  check(counts(&table, Metric::span), 1, 2, 2);
}

}  // namespace eval_score_test
