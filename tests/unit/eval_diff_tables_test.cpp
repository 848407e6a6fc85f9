#include "eval/diff_tables.hpp"

#include <doctest/doctest.h>

namespace eval_diff_tables_test {

using namespace whosaid;
using eval::Direction;

namespace {

table::Quote quote(std::uint32_t start, std::string text, std::string speaker, std::string rule) {
  table::Quote quote;
  quote.kind = "direct";
  quote.segments = {{start, start + static_cast<std::uint32_t>(text.size()), text}};
  quote.text = std::move(text);
  quote.speaker_name = std::move(speaker);
  quote.rule = std::move(rule);
  return quote;
}

table::Table table_of(std::string id, std::vector<table::Quote> quotes) {
  table::Table table;
  table.document.id = std::move(id);
  table.quotes = std::move(quotes);
  return table;
}

}  // namespace

TEST_CASE("alike tables do not differ") {
  std::vector<table::Table> const tables = {table_of("a", {quote(0, "One two", "Ida", "r"), quote(20, "Three", "Ola", "r")})};
  auto const diff = eval::diff_tables(tables, tables);
  CHECK(diff.empty());
  CHECK(diff.same == 2);
}

TEST_CASE("quotes are gained, lost and changed, in order of the text, and summed by rule") {
  std::vector<table::Table> const before = {
      table_of("a", {quote(0, "One two three", "Ida", "r"), quote(20, "Lost words", "Ola", "r"), quote(40, "Same", "Ola", "r")})};
  std::vector<table::Table> const after = {
      table_of("a", {quote(0, "One two three.", "Maro", "s"), quote(40, "Same", "Ola", "r"), quote(60, "New", "Ola", "s")})};
  auto const diff = eval::diff_tables(before, after);
  REQUIRE(diff.changes.size() == 3);
  CHECK(diff.same == 1);
  CHECK(diff.changes[0].direction == Direction::changed);
  REQUIRE(diff.changes[0].fields.size() == 3);
  CHECK(diff.changes[0].fields[0].field == "words");
  CHECK(diff.changes[0].fields[1].field == "speaker");
  CHECK(diff.changes[0].fields[1].before == "Ida");
  CHECK(diff.changes[0].fields[1].after == "Maro");
  CHECK(diff.changes[0].fields[2].field == "rule");
  CHECK(diff.changes[1].direction == Direction::lost);
  CHECK(diff.changes[2].direction == Direction::gained);
  REQUIRE(diff.rules.size() == 2);
  CHECK(diff.rules[0].count == std::array<std::uint64_t, 3>{0, 1, 0});
  CHECK(diff.rules[1].count == std::array<std::uint64_t, 3>{1, 0, 1});
}

TEST_CASE("a quote that only moved is alike") {
  auto const diff = eval::diff_tables({table_of("a", {quote(0, "Twice", "Ida", "r"), quote(9, "Twice", "Ola", "r")})},
                                      {table_of("a", {quote(500, "Twice", "Ida", "r"), quote(509, "Twice", "Ola", "r")})});
  CHECK(diff.empty());
  CHECK(diff.same == 2);
}

TEST_CASE("documents on one side are named") {
  auto const diff = eval::diff_tables({table_of("a", {})}, {table_of("b", {quote(0, "x", "", "")})});
  CHECK(diff.only_before == std::vector<std::string>{"a"});
  CHECK(diff.only_after == std::vector<std::string>{"b"});
  CHECK_FALSE(diff.empty());
}

}  // namespace eval_diff_tables_test
