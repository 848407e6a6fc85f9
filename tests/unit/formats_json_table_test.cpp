#include "formats/json_table.hpp"

#include <doctest/doctest.h>

#include "formats/json_write.hpp"

namespace whosaid::formats_json_table_test {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  formats::append_json_string(out, text);
  return out;
}

std::string json_score(double value) {
  std::string out;
  formats::append_json_score(out, value);
  return out;
}

std::string to_json(table::Table const& table) {
  std::string out;
  formats::write_json(table, out);
  return out;
}

// Every field set, so that one left out by writer or reader shows.
table::Table full_table() {
  table::Table table;
  table.document = {"a1", "news/a1.txt", "https://paper.example/a1", "Dam \"safe\"", "The Paper", "Ann Ode", "2025-03-12T08:00:00Z",
                    "en", R"({"tags":["dam",1.50]})", "\"It holds,\" said Rao."};
  table::Speaker speaker{"s1", "Mira Rao", "person", {"Rao"}, {"engineer"}, {"Dam Board"}, {}, {}, {}};
  speaker.mentions = {{17, 20, "Rao"}};
  speaker.role_evidence = {{"engineer", {3, 9, "engineer"}}};
  speaker.affiliation_evidence = {{"Dam Board", {4, 9, "Board"}}};
  table.speakers = {speaker};
  table::Quote quote;
  quote.id = "0123456789";
  quote.kind = "mixed";
  quote.text = "It holds,";
  quote.segments = {{1, 10, "It holds,"}};
  quote.speaker = "s1";
  quote.speaker_name = "Mira Rao";
  quote.speakers = {"s1", "s2"};
  quote.source.emplace().span = {17, 20, "Rao"};
  quote.source->form = "name";
  quote.cue.emplace().span = {12, 16, "said"};
  quote.cue->lemma = "say";
  quote.addressee = table::TextSpan{1, 2, "a"};
  quote.channel = table::TextSpan{2, 3, "b"};
  quote.venue = table::TextSpan{3, 4, "c"};
  quote.via = table::TextSpan{4, 5, "d"};
  quote.reported_by = "Herald";
  quote.said = {"2025-03-11", "explicit", table::TextSpan{5, 6, "e"}, {"2025-11-03"}};
  quote.status = "denied";
  quote.section = "caption";
  quote.before = "\"";
  quote.after = "\" said";
  quote.basis = "explicit";
  quote.confidence = 0.95;
  quote.candidates = {{"Rao", 0.5}};
  quote.rule = "en/attribution/after_quote";
  quote.parent = "abcdef0123";
  quote.duplicates = 2;
  quote.edited = true;
  quote.unclosed = true;
  table.quotes = {quote};
  table.problems = {"one byte was not UTF-8"};
  return table;
}

}  // namespace

TEST_CASE("strings are escaped, and control characters of both ranges never stand raw") {
  CHECK(json_string("plain") == "\"plain\"");
  CHECK(json_string("a\"b\\c\nd") == R"("a\"b\\c\nd")");
  CHECK(json_string(std::string_view("\0\x1b[2J\x7f", 6)) == R"("\u0000\u001b[2J\u007f")");
  CHECK(json_string("\xC2\x85\xC2\x9F") == R"("\u0085\u009f")");
  CHECK(json_string("\xC2\xA0\xC2\xAB\xF0\x9F\x94\xA5") == "\"\xC2\xA0\xC2\xAB\xF0\x9F\x94\xA5\"");
  CHECK(json_string("") == "\"\"");
}

TEST_CASE("scores have at most four decimals") {
  CHECK(json_score(0.95) == "0.95");
  CHECK(json_score(1) == "1");
  CHECK(json_score(0) == "0");
  CHECK(json_score(1.0 / 3) == "0.3333");
  CHECK(json_score(0.99999) == "1");
  CHECK(json_score(-2.5) == "-2.5");
  CHECK(json_score(0.0 / 0.0) == "0");
}

TEST_CASE("an empty table has every field of the contract") {
  table::Table table;
  table.document.id = "a";
  table.document.language = "en";
  CHECK(to_json(table) ==
        R"({"schema":"whosaid.quotes/1","document":{"id":"a","path":null,"url":null,"title":null,"publisher":null,)"
        R"("author":null,"published":null,"language":"en"},"speakers":[],"quotes":[]})");
}

TEST_CASE("a quote's fields come in the documented order") {
  table::Table table;
  table.document.id = "a";
  table.quotes.emplace_back().id = "q";
  auto const json = to_json(table);
  auto at = json.find("\"quotes\"");
  for (auto const* field : {"id", "kind", "text", "segments", "speaker", "speaker_name", "source", "cue", "addressee", "said",
                            "status", "section", "context", "basis", "confidence", "candidates", "rule"}) {
    auto const next = json.find('"' + std::string(field) + "\":", at);
    CHECK_MESSAGE(next != std::string::npos, field);
    at = next;
  }
  CHECK(json.find("parent") == std::string::npos);
  CHECK(json.find("edited") == std::string::npos);
}

TEST_CASE("a table comes back as it was written") {
  auto const json = to_json(full_table());
  formats::TableReader reader;
  auto const back = reader.read(json, "t.jsonl", 1);
  REQUIRE_MESSAGE(bool(back), (back ? std::string() : back.problems()[0].to_string()));
  CHECK(back->document.extra == R"({"tags":["dam",1.5]})");  // the one place where the reader writes a number its own way
  auto again = *back;
  again.document.extra = full_table().document.extra;
  CHECK(to_json(again) == json);
}

TEST_CASE("unknown fields are skipped and wrong types are named with their place") {
  formats::TableReader reader;
  auto read = [&](std::string_view json) {
    auto const result = reader.read(json, "t.jsonl", 7);
    return result ? std::string("read") : result.problems()[0].to_string();
  };
  CHECK(read(R"({"document":{"id":"a","new":1},"quotes":[],"more":{}})") == "read");
  CHECK(read(R"({"document":{"id":"a"}})") == "t.jsonl:7: not a quote table: quotes is missing");
  CHECK(read(R"({"document":{"id":7},"quotes":[]})") == "t.jsonl:7: not a quote table: document.id is not a string");
  CHECK(read(R"({"document":{"id":"a"},"quotes":[{"text":"x","segments":[{"start":3,"end":1}]}]})") ==
        "t.jsonl:7: not a quote table: quotes[0].segments[0].end stands before start");
  CHECK(read(R"({"document":{"id":"a"},"quotes":[{"text":"x","confidence":"high"}]})") ==
        "t.jsonl:7: not a quote table: quotes[0].confidence is not a number");
  CHECK(read(R"({"schema":"other/2","document":{"id":"a"},"quotes":[]})").find("schema") != std::string::npos);
  CHECK(read("[1]").find("is not an object") != std::string::npos);
  CHECK(read("{\"document\":").find("not JSON") != std::string::npos);
  CHECK(read("").find("not JSON") != std::string::npos);
}

TEST_CASE("an error line of a batch comes back as a problem") {
  std::string line;
  formats::write_json_error({"a.jsonl:3", "broken_json", "line 3 is \"broken\""}, line);
  CHECK(line == R"({"document":{"id":"a.jsonl:3"},"error":{"code":"broken_json","message":"line 3 is \"broken\""}})");
  formats::TableReader reader;
  auto const result = reader.read(line);
  REQUIRE_FALSE(bool(result));
  CHECK(result.problems()[0].message.find("line 3 is \"broken\"") != std::string::npos);
}

}  // namespace whosaid::formats_json_table_test
