#include "formats/make_table.hpp"

#include <doctest/doctest.h>

namespace whosaid::formats_make_table_test {
namespace {

Span find(std::string_view text, std::string_view words) {
  auto const at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

// One quote of the given words, by nobody.
Quote quote_of(std::string_view text, std::string_view words) {
  Quote quote;
  quote.segments = {find(text, words)};
  quote.span = quote.segments[0];
  return quote;
}

Document document_of(std::string text) {
  Document document;
  document.id = "a";
  document.text = std::move(text);
  return document;
}

}  // namespace

TEST_CASE("offsets count code points, bytes or UTF-16 units, and text is the slice") {
  auto const document = document_of("🔥 Zoë: “naïve,” she said.");
  Extraction found;
  found.quotes.push_back(quote_of(document.text, "naïve,"));
  auto const start = [&](OffsetUnit unit) {
    formats::TableOptions options;
    options.offsets = unit;
    auto const table = formats::make_table(document, found, options);
    CHECK(table.quotes[0].segments[0].text == "naïve,");
    return std::pair(table.quotes[0].segments[0].start, table.quotes[0].segments[0].end);
  };
  CHECK(start(OffsetUnit::code_point) == std::pair(8u, 14u));
  CHECK(start(OffsetUnit::byte) == std::pair(14u, 21u));
  CHECK(start(OffsetUnit::utf16) == std::pair(9u, 15u));
}

TEST_CASE("a quote's id depends on document, place and words, and on nothing else") {
  auto const document = document_of("“Yes,” he said. “Yes,” she said.");
  Extraction found;
  found.quotes.push_back(quote_of(document.text, "Yes,"));
  Quote second = found.quotes[0];
  second.segments = {{static_cast<std::uint32_t>(document.text.rfind("Yes")), static_cast<std::uint32_t>(document.text.rfind("Yes") + 4)}};
  found.quotes.push_back(second);
  auto const table = formats::make_table(document, found);
  auto const id = table.quotes[0].id;
  CHECK(id.size() == 10);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(table.quotes[1].id != id);

  formats::TableOptions bytes;
  bytes.offsets = OffsetUnit::byte;
  found.quotes[0].confidence = 0.5f;
  CHECK(formats::make_table(document, found, bytes).quotes[0].id == id);
  auto other = document;
  other.id = "b";
  CHECK(formats::make_table(other, found).quotes[0].id != id);
}

TEST_CASE("the same stretch twice gets two ids") {
  auto const document = document_of("“Yes.”");
  Extraction found;
  found.quotes = {quote_of(document.text, "Yes."), quote_of(document.text, "Yes.")};
  auto const table = formats::make_table(document, found);
  CHECK(table.quotes[1].id == table.quotes[0].id + "-2");
}

TEST_CASE("segments are joined by one space") {
  auto const document = document_of("“The dam,” Rao said, “will hold.”");
  Extraction found;
  found.quotes.push_back(quote_of(document.text, "The dam,"));
  found.quotes[0].segments.push_back(find(document.text, "will hold."));
  CHECK(formats::make_table(document, found).quotes[0].text == "The dam, will hold.");
}

TEST_CASE("context ends at words and at paragraphs") {
  std::string const far = "This sentence stands before the other one and is much too long to be taken whole. ";
  auto const context = [](std::string text) {
    auto const document = document_of(std::move(text));
    Extraction found;
    found.quotes.push_back(quote_of(document.text, "Yes."));
    auto const table = formats::make_table(document, found);
    return std::pair(table.quotes[0].before, table.quotes[0].after);
  };
  CHECK(context("She said: “Yes.” Nothing more.") == std::pair<std::string, std::string>("She said: “", "” Nothing more."));
  CHECK(context("One.\n\nShe\nsaid: “Yes.”\nMore.\n\nLast.") == std::pair<std::string, std::string>("She\nsaid: “", "”\nMore."));
  CHECK(context("One line.\nShe said: “Yes.”\nAnother.") == std::pair<std::string, std::string>("She said: “", "”"));
  CHECK(context(far + "“Yes.” " + far).first == "the other one and is much too long to be taken whole. “");
  CHECK(context(far + "“Yes.” " + far).second == "” This sentence stands before the other one and is much too");
  CHECK(context("Yes.") == std::pair<std::string, std::string>("", ""));
}

TEST_CASE("only who speaks or is spoken to is listed, in order of appearance") {
  auto const document = document_of("Ann met Bo and Cy. “Yes.”");
  Extraction found;
  found.speakers.resize(3);
  found.speakers[0].name = "Ann";
  found.speakers[1].name = "Bo";
  found.speakers[1].mentions = {find(document.text, "Bo")};
  found.speakers[2].name = "Cy";
  found.speakers[2].roles = {{"mayor", {0, 3}}, {"mayor", {4, 7}}};
  auto quote = quote_of(document.text, "Yes.");
  quote.speaker = SpeakerId{2};
  quote.candidates = {{SpeakerId{0}, "", 0.5f, ""}};
  found.quotes.push_back(quote);
  auto table = formats::make_table(document, found);
  REQUIRE(table.speakers.size() == 1);
  CHECK(table.speakers[0].id == "s1");
  CHECK(table.speakers[0].name == "Cy");
  CHECK(table.speakers[0].roles == std::vector<std::string>{"mayor"});
  CHECK(table.speakers[0].role_evidence.size() == 2);
  CHECK(table.quotes[0].speaker == "s1");
  CHECK(table.quotes[0].speaker_name == "Cy");
  CHECK(table.quotes[0].candidates[0].name == "Ann");

  found.quotes[0].addressee = find(document.text, "Bo");
  table = formats::make_table(document, found);
  REQUIRE(table.speakers.size() == 2);
  CHECK(table.speakers[0].name == "Bo");
  CHECK(table.quotes[0].speaker == "s2");
}

TEST_CASE("kinds and confidence choose the quotes, and a parent that was left out is not named") {
  auto const document = document_of("“He said ‘Yes.’”");
  Extraction found;
  found.quotes = {quote_of(document.text, "He said ‘Yes.’"), quote_of(document.text, "Yes.")};
  found.quotes[0].kind = QuoteKind::mixed;
  found.quotes[0].confidence = 0.4f;
  found.quotes[1].confidence = 0.9f;
  found.quotes[1].inside = QuoteId{0};
  auto table = formats::make_table(document, found);
  CHECK(table.quotes[1].parent == table.quotes[0].id);
  formats::TableOptions options;
  options.mixed = false;
  table = formats::make_table(document, found, options);
  REQUIRE(table.quotes.size() == 1);
  CHECK(table.quotes[0].text == "Yes.");
  CHECK_FALSE(table.quotes[0].parent);
  options = {};
  options.min_confidence = 0.5;
  CHECK(formats::make_table(document, found, options).quotes.size() == 1);
}

TEST_CASE("what the input says goes before what the text says") {
  auto document = document_of("x");
  Extraction found;
  found.published = "2025-03-12";
  found.title = "Found";
  found.language = "en";
  auto table = formats::make_table(document, found);
  CHECK(table.document.published == "2025-03-12");
  CHECK(table.document.title == "Found");
  CHECK(table.document.language == "en");
  document.published = "2025-03-11T08:00:00Z";
  document.title = "Given";
  table = formats::make_table(document, found, {}, {{"a", 0, 0, "repaired"}});
  CHECK(table.document.published == "2025-03-11T08:00:00Z");
  CHECK(table.document.title == "Given");
  CHECK(table.problems == std::vector<std::string>{"repaired"});
}

}  // namespace whosaid::formats_make_table_test
