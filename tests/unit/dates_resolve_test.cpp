#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "dates/dates.hpp"
#include "grammar/library.hpp"

namespace dates_resolve_test {

using namespace whosaid;

namespace {

struct Fixture {
  grammar::Library library;
  grammar::Language const& language;
  grammar::Scratch scratch;
  TokenTable table;
  std::string text;
  std::vector<DateChunk> chunks;

  Fixture() : library(open()), language(*library.language("en")) {}
  static grammar::Library open() {
    auto library = grammar::Library::open();
    REQUIRE_MESSAGE(static_cast<bool>(library), (library ? "" : library.problems().front().to_string()));
    return *library;
  }
  void run(std::string words) {
    text = std::move(words);
    tokenize(text, language.vocabulary(), table);
    chunks = find_dates(table, 0, static_cast<std::uint32_t>(table.tokens.size()), language, scratch);
  }
  std::string words(std::size_t chunk) const { return std::string{table.span(chunks[chunk].first, chunks[chunk].last).in(text)}; }
  std::string text_date(std::string_view words, std::string_view locale = {}) { return resolve_date_text(words, language, scratch, locale); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "chunks come in order, do not overlap and are added to the table") {
  run("Last week, on Tuesday, March 12, 2024, and again the day before yesterday, Rao spoke over the weekend.");
  REQUIRE(chunks.size() == 4);
  CHECK(words(0) == "Last week");
  CHECK(words(1) == "Tuesday, March 12, 2024");
  CHECK(words(2) == "the day before yesterday");
  CHECK(words(3) == "the weekend");
  REQUIRE(table.chunks.size() == 4);
  for (std::uint32_t i = 0; i < 4; ++i) {
    CHECK(table.chunks[i].data == i);
    CHECK(table.chunks[i].first == chunks[i].first);
    CHECK(table.chunks[i].kind == language.chunk_kind("date"));
    CHECK(table.tokens[chunks[i].first].chunk == i + 1);
  }
}

TEST_CASE_FIXTURE(Fixture, "an article belongs to the chunk where the rule says so, and to nothing else") {
  run("He left a week ago. The Tuesday vote in the 1990s was the third of May.");
  REQUIRE(chunks.size() == 4);
  CHECK(words(0) == "a week ago");
  CHECK(words(1) == "Tuesday");
  CHECK(words(2) == "the 1990s");
  CHECK(words(3) == "the third of May");
}

TEST_CASE_FIXTURE(Fixture, "a date inside a folded quote is not found") {
  run("“We leave on Monday,” Rao said on Tuesday.");
  std::uint32_t close = 0;
  while (table.span(close, close + 1).in(text) != "”") ++close;
  tokenize(text, language.vocabulary(), table);
  table.tokens[0].width = close + 1;
  auto const found = find_dates(table, 0, static_cast<std::uint32_t>(table.tokens.size()), language, scratch);
  REQUIRE(found.size() == 1);
  CHECK(table.span(found[0].first, found[0].last).in(text) == "Tuesday");
}

TEST_CASE_FIXTURE(Fixture, "only the region asked for is read") {
  run("Monday and Tuesday and Wednesday");
  tokenize(text, language.vocabulary(), table);
  CHECK(find_dates(table, 1, 4, language, scratch).size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "dates that stand by themselves, as headers and metadata write them") {
  CHECK(text_date("March 12, 2025") == "2025-03-12");
  CHECK(text_date("2025-03-12") == "2025-03-12");
  CHECK(text_date("2025-03-12T10:00:00+03:00") == "2025-03-12");
  CHECK(text_date("Tue 12 Mar 2024 12.04 GMT") == "2024-03-12");
  CHECK(text_date("Updated 12:04 EDT, Tue March 12, 2024 | 4 min read") == "2024-03-12");
  CHECK(text_date("12 March 2024") == "2024-03-12");
  CHECK(text_date("Tuesday, 12 March 2024 at 18:30") == "2024-03-12");
  CHECK(text_date("March 2024") == "2024-03");
  CHECK(text_date("13/03/2024") == "2024-03-13");
  CHECK(text_date("12/03/2024", "en-GB") == "2024-03-12");
  CHECK(text_date("12/03/2024", "en_us") == "2024-12-03");
}

TEST_CASE_FIXTURE(Fixture, "nothing is made up where a date is open, ambiguous or missing") {
  for (auto const* words : {"", "Tuesday", "March 12", "12/03/2024", "yesterday", "2 min read", "from 2015 to 2017", "\xFF\xFE"})
    CHECK_MESSAGE(text_date(words).empty(), words);
}

TEST_CASE_FIXTURE(Fixture, "the rule is named for the one who asks why") {
  run("Rao spoke on Tuesday.");
  REQUIRE(chunks.size() == 1);
  auto const found = resolve_date(table, chunks[0], Day{2024, 3, 15}, Tense::unknown, language);
  CHECK(found.iso == "2024-03-12");
  CHECK(found.rule == "en/dates/bare_weekday");
  CHECK_FALSE(found.from_context);
}

TEST_CASE_FIXTURE(Fixture, "what is counted from the text says so, with and without a day to count from") {
  run("Two days later Rao spoke.");
  REQUIRE(chunks.size() == 1);
  auto const open = resolve_date(table, chunks[0], Day{2024, 3, 15}, Tense::past, language);
  CHECK(open.iso.empty());
  CHECK(open.from_context);
  DateFrame frame;
  frame.reference = Day{2024, 2, 28};
  CHECK(resolve_date(table, chunks[0], frame, language).iso == "2024-03-01");
}

TEST_CASE_FIXTURE(Fixture, "an anchor that is no day is no anchor") {
  run("Rao spoke on Tuesday.");
  REQUIRE(chunks.size() == 1);
  CHECK(resolve_date(table, chunks[0], Day{2024, 2, 30}, Tense::unknown, language).iso.empty());
}

TEST_CASE_FIXTURE(Fixture, "long runs of words that could begin a date stay linear") {
  for (auto const* word : {"the ", "12 ", "March ", "Tuesday ", "a week ", "2024 ", "12/03/2024 ", "last "}) {
    std::string many;
    while (many.size() < 1'000'000) many += word;
    auto const start = std::chrono::steady_clock::now();
    run(std::move(many));
    CHECK_MESSAGE(std::chrono::steady_clock::now() - start < std::chrono::seconds(std::getenv("WHOSAID_SANITIZED") ? 200 : 10), word);
  }
}

}  // namespace dates_resolve_test
