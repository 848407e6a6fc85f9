#include <doctest/doctest.h>

#include <string>

#include "dates/dates.hpp"
#include "grammar/library.hpp"

namespace dates_examples_test {

using namespace whosaid;

namespace {

// The `expression` that the rule captured: the chunk, but for an article before it.
Span expression_of(TokenTable const& table, DateChunk const& chunk, grammar::Language const& language) {
  for (auto const& capture : chunk.captures)
    if (capture.name == language.capture("expression")) return table.span(capture.first, capture.last);
  return table.span(chunk.first, chunk.last);
}

// The answer in the spelling of dates.peg: the ISO form, several when ambiguous, "-" when open, "none" when no such date.
std::string answer(grammar::Example const& example, grammar::Language const& language, grammar::Scratch& scratch) {
  TokenTable table;
  tokenize(example.sentence, language.vocabulary(), table);
  auto const chunks = find_dates(table, 0, static_cast<std::uint32_t>(table.tokens.size()), language, scratch);
  DateFrame frame;
  frame.anchor = parse_iso_day(example.attribute("published"));
  frame.reference = parse_iso_day(example.attribute("reference"));
  frame.locale = example.attribute("locale");
  if (example.attribute("tense") == "future") frame.tense = Tense::future;
  if (example.attribute("tense") == "past") frame.tense = Tense::past;
  for (auto const& chunk : chunks) {
    auto const& rule = language.grammar("dates")->rule_name(chunk.rule);
    auto const found = resolve_date(table, chunk, frame, language);
    if (!example.captures.empty()) {
      auto const words = expression_of(table, chunk, language);
      if (words != example.captures.front().span) continue;
      if (!rule.ends_with("/" + example.rule)) return "rule " + std::string{rule};
    } else if (!rule.ends_with("/" + example.rule)) {
      continue;
    }
    std::string out = found.iso;
    for (auto const& reading : found.alternatives) out += (out.empty() ? "" : " ") + reading;
    return out.empty() ? "-" : out;
  }
  std::string seen = "none";
  if (!example.captures.empty())
    for (auto const& chunk : chunks) seen += " but \"" + std::string{table.span(chunk.first, chunk.last).in(table.text)} + "\"";
  return seen;
}

}  // namespace

TEST_CASE("every dated example of dates.peg resolves to what it says") {
  auto const library = grammar::Library::open();
  REQUIRE_MESSAGE(static_cast<bool>(library), (library ? "" : library.problems().front().to_string()));
  std::size_t dated = 0;
  for (auto const& code : library->languages()) {
    auto const& language = *library->language(code);
    grammar::Scratch scratch;
    for (auto const& example : language.examples("dates")) {
      if (example.expected.empty()) continue;
      ++dated;
      auto const got = answer(example, language, scratch);
      CHECK_MESSAGE(got == example.expected, example.file, ":", example.line, ": ", example.written, " but got ", got);
    }
  }
  CHECK(dated >= 250);
}

}  // namespace dates_examples_test
