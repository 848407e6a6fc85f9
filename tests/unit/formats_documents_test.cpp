#include "formats/documents.hpp"

#include <doctest/doctest.h>

#include "formats/formats.hpp"
#include "formats/text_markup.hpp"

namespace whosaid::formats_documents_test {
namespace {

// Collects what a reader hands over, one line each: id, text, extra or error code.
struct Collector final : formats::DocumentSink {
  std::string seen;
  void take(Document& document, Problems const& notes) override {
    seen += document.id + '|' + document.text + '|' + document.extra + '|' + std::to_string(notes.size()) + '\n';
  }
  void fail(formats::FailedDocument const& failed) override { seen += failed.id + '!' + failed.code + '\n'; }
};

std::string read(std::string_view format, std::string_view bytes, std::uint32_t line = 1) {
  std::string padded(bytes);
  padded.resize(bytes.size() + formats::record_padding, '\0');
  Collector collector;
  auto const reader = formats::find_input_format(format)->make({});
  reader->read({std::string_view(padded).substr(0, bytes.size()), "in", line, false}, collector);
  return collector.seen;
}

}  // namespace

TEST_CASE("a line of JSON becomes a document") {
  CHECK(read("jsonl", R"({"id":"a","text":"x"})") == "a|x||0\n");
  CHECK(read("jsonl", R"({"text":"x"})", 3) == "in:3|x||0\n");
  CHECK(read("jsonl", R"( {"id":12.50,"text":"x\n\u00e9"} )") == "12.50|x\n\xC3\xA9||0\n");
  CHECK(read("jsonl", R"({"a":[1.50,{"b":null}],"text":"x","id":"a","c":-0})") == R"(a|x|{"a":[1.50,{"b":null}],"c":-0}|0)" "\n");
  CHECK(read("json", "{\n\"text\":\"x\",\n\"a\":[1,\r\n\t2],\"b\":\"\xC2\x9B\x7F\"}", 1) == R"(in:1|x|{"a":[1,   2],"b":"\u009b\u007f"}|0)" "\n");
  CHECK(read("jsonl", R"({"id":null,"text":"x","html":"<p>"})") == "in:1|x||0\n");
}

TEST_CASE("block quotations that a text marks up are zones of it") {
  auto const quoted = [](std::string text) {
    Document document;
    document.text = std::move(text);
    formats::mark_block_quotes(document);
    std::string out;
    for (auto const& zone : document.zones) (out += zone.span.in(document.text)) += '|' + zone.path + ' ';
    return out;
  };
  CHECK(quoted("<p>He wrote:</p><blockquote class=\"a\">We pay.</blockquote>") == "We pay.|blockquote ");
  CHECK(quoted("He wrote:\n\n> We pay.\n> Soon.\n\nHe left.\n> No.") == "We pay.|blockquote[1] Soon.|blockquote[1] No.|blockquote[2] ");
  CHECK(quoted("> We pay.") == "We pay.|blockquote[1] ");
  CHECK(quoted("<blockquote>never closed, 5 > 4\n>\n") == "");
}

TEST_CASE("a broken line fails with a code, whatever is broken") {
  CHECK(read("jsonl", "") == "in:1!empty_line\n");
  CHECK(read("jsonl", " \t\r") == "in:1!empty_line\n");
  for (auto const* broken : {"{", "{}}", "{\"text\"}", "{\"text\":\"x\"", "{\"text\":\"x\"},", "{\"text\":\"x\"}{\"text\":\"y\"}", "nul",
                             "{\"text\":\"x\",\"b\":[1 2]}", "{\"text\":\"x\",\"b\":{\"c\":tru}}", "{\"text\":\"\t\"}", "{\"text\":\"\\q\"}"}) {
    CHECK_MESSAGE(read("jsonl", broken) == "in:1!broken_json\n", broken);
  }
  CHECK(read("jsonl", "[1]") == "in:1!broken_json\n");
  CHECK(read("jsonl", "{}") == "in:1!no_text\n");
  CHECK(read("jsonl", R"({"id":"a","text":null})") == "a!no_text\n");
  CHECK(read("jsonl", R"({"text":["x"],"id":"a"})") == "a!no_text\n");
}

TEST_CASE("a reader is as good after a broken line as before") {
  auto const bytes = std::string(R"({"id":"a","text":"x","k":1})");
  auto const reader = formats::find_input_format("jsonl")->make({});
  Collector collector;
  for (auto const& line : {bytes, std::string("{\"id\":\"b\",\"text\":\"y\",\"k\":[}"), bytes}) {
    auto padded = line + std::string(formats::record_padding, '\0');
    reader->read({std::string_view(padded).substr(0, line.size()), "in", 1, false}, collector);
  }
  CHECK(collector.seen == "a|x|{\"k\":1}|0\nin:1!broken_json\na|x|{\"k\":1}|0\n");
}

TEST_CASE("bytes that are not UTF-8 and lone surrogates are replaced and noted") {
  CHECK(read("text", "caf\xE9") == "in:1|caf\xEF\xBF\xBD||1\n");
  CHECK(read("jsonl", "{\"text\":\"\xFF\"}") == "in:1|\xEF\xBF\xBD||1\n");
  CHECK(read("jsonl", R"({"text":"\ud83d \\ud83d \ud83d\udd25 \udd25"})") == "in:1|\xEF\xBF\xBD \\ud83d \xF0\x9F\x94\xA5 \xEF\xBF\xBD||1\n");
  CHECK(read("jsonl", "{\"text\":\"\xFF\\ud800\"}") == "in:1|\xEF\xBF\xBD\xEF\xBF\xBD||2\n");
}

TEST_CASE("a byte order mark before JSON is skipped, and only at the start") {
  CHECK(read("jsonl", "\xEF\xBB\xBF{\"text\":\"x\"}") == "in:1|x||0\n");
  CHECK(read("json", "\xEF\xBB\xBF[{\"text\":\"x\"}]", 0) == "in:1|x||0\n");
  CHECK(read("jsonl", "\xEF\xBB\xBF{\"text\":\"x\"}", 2) == "in:2!broken_json\n");
  CHECK(read("text", "\xEF\xBB\xBFx") == "in:1|\xEF\xBB\xBFx||0\n");
}

TEST_CASE("a JSON file is one object or a list of them") {
  CHECK(read("json", "{\n \"id\": \"a\",\n \"text\": \"x\"\n}", 0) == "a|x||0\n");
  CHECK(read("json", R"([{"id":"a","text":"x"}, {"text":"y"}, 3])", 0) == "a|x||0\nin:2|y||0\nin:3!broken_json\n");
  CHECK(read("json", "[{\"text\":\"x\"}", 0).find("broken_json") != std::string::npos);
}

TEST_CASE("the input format is told by the ending, else by the first bytes") {
  auto const guess = [](std::string_view path, std::string_view bytes) { return formats::guess_input_format(path, bytes)->name; };
  CHECK(guess("a.txt", "{\"text\":\"x\"}") == "text");
  CHECK(guess("A.JSONL", "x") == "jsonl");
  CHECK(guess("dir.html/a", "x") == "text");
  CHECK(guess("a.htm", "x") == "html");
  CHECK(guess("", " <!DOCTYPE html>") == "html");
  CHECK(guess("", "\xEF\xBB\xBF{\"text\":\"x\"}\n") == "jsonl");
  CHECK(guess("", "{\n\"text\":\"x\"}") == "json");
  CHECK(guess("", "{sic} he said") == "text");
  CHECK(guess("", "") == "text");
}

TEST_CASE("a possible ISO day is told from others") {
  for (auto const* day : {"2025-03-12", "2024-02-29", "2025-03-12T08:00:00Z", "2025-12-31 10:00"}) CHECK_MESSAGE(formats::begins_with_iso_day(day), day);
  for (auto const* day : {"", "2025-3-12", "2025-02-29", "1900-02-29", "2025-13-01", "2025-04-31", "2025-00-10", "2025-03-123", "20250312", "yesterday!"}) {
    CHECK_FALSE_MESSAGE(formats::begins_with_iso_day(day), day);
  }
}

}  // namespace whosaid::formats_documents_test
