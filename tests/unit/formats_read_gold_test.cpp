#include "formats/read_gold.hpp"

#include <doctest/doctest.h>

#include <string>

namespace formats_read_gold_test {

using namespace whosaid;

namespace {

constexpr std::string_view full =
    R"({"id":"a","language":"en","published":"2024-03-12","title":"T","text":"“No,” 🔥 Ida said. “Né.”","quotes":[)"
    R"({"id":"1","kind":"direct","quoted":[[1,4]],"spans":[[0,5]],"cue":[[12,16]],"source":[[8,11]],"addressee":[],)"
    R"("speaker":"Ida","speakers":["Ida","Ola"],"role":null,"said_date":"2024-03","form":"name","quoted_text":["No,"],"note":{"x":[1]}},)"
    R"({"id":2,"kind":"direct","quoted":[[19,22]],"spans":[[18,23]],"cue":[],"source":[],"speaker":null,"type":"Implicit"}],)"
    R"("discard":[[5,7]],"characters":[{"name":"Ida","aliases":["I."],"mentions":[[8,11]],"x":1}],"corpus":"c"})";

gold::Document read_one(std::string_view line) {
  auto const gold = formats::read_gold(line, "g.jsonl");
  REQUIRE(gold);
  REQUIRE(gold->documents.size() == 1);
  return gold->documents.front();
}

std::string first_problem(std::string_view content) {
  auto const gold = formats::read_gold(content, "g.jsonl");
  return gold ? "" : gold.problems().front().to_string();
}

std::string checked(gold::Document document) {
  formats::GoldFile file;
  file.documents.push_back(std::move(document));
  file.lines = {7};
  auto const problems = formats::check_gold(file, "g.jsonl");
  return problems.empty() ? "" : problems.front().to_string();
}

}  // namespace

TEST_CASE("gold is read field by field") {
  auto const document = read_one(full);
  CHECK(document.id == "a");
  CHECK(document.published == "2024-03-12");
  REQUIRE(document.quotes.size() == 2);
  auto const& quote = document.quotes[0];
  CHECK(quote.quoted == std::vector<gold::Range>{{1, 4}});
  CHECK(quote.source == std::vector<gold::Range>{{8, 11}});
  CHECK(quote.speaker == "Ida");
  CHECK(quote.speakers.size() == 2);
  CHECK(quote.role.judged);
  CHECK_FALSE(quote.role.value);
  CHECK_FALSE(quote.affiliation.judged);
  CHECK(quote.said_date.value == "2024-03");
  CHECK(quote.extra == R"({"quoted_text":["No,"],"note":{"x":[1]}})");
  CHECK(document.quotes[1].id == "2");  // an id may be a number
  CHECK_FALSE(document.quotes[1].speaker);
  CHECK(document.discard == std::vector<gold::Range>{{5, 7}});
  CHECK(document.characters[0].aliases == std::vector<std::string>{"I."});
  CHECK(document.extra == R"({"corpus":"c"})");
}

TEST_CASE("what was read is written without a loss") {
  auto const document = read_one(full);
  std::string line;
  formats::write_gold(document, line);
  CHECK(read_one(line) == document);
  std::string again;
  formats::write_gold(read_one(line), again);
  CHECK(again == line);
}

TEST_CASE("empty lines and a byte order mark are passed over, lines are counted") {
  auto const gold = formats::read_gold("\xEF\xBB\xBF\n\r\n{\"id\":\"a\",\"text\":\"\"}\r\n\n{\"id\":\"b\",\"text\":\"\"}", "g");
  REQUIRE(gold);
  CHECK(gold->lines == std::vector<std::uint32_t>{3, 5});
  CHECK(formats::read_gold("", "g")->documents.empty());
}

TEST_CASE("what cannot be read is said with its place") {
  CHECK(first_problem("\n{\"id\":\"a\",}") == "g.jsonl:2:11: not JSON");
  CHECK(first_problem("[1]") == "g.jsonl:1:1: not a JSON object");
  CHECK(first_problem("{\"id\":\"\xFF\"}") == "g.jsonl:1:8: not UTF-8");
  CHECK(first_problem(R"({"id":"a"})") == "g.jsonl:1: 'text' is missing");
  CHECK(first_problem(R"({"id":"a","text":"","quotes":[{"id":"1","kind":"direct","spans":[[3]]}]})") ==
        "g.jsonl:1: quote 1: 'spans' must be a list of [start,end]");
  CHECK(first_problem(R"({"id":"a","text":"","quotes":[{"id":"1","kind":"direct","spans":[[-1,4]]}]})") ==
        "g.jsonl:1: quote 1: 'spans' must be a list of [start,end]");
  CHECK(first_problem(R"({"id":"a","text":"","quotes":[7]})") == "g.jsonl:1: quote 1: not an object");
  auto const two = formats::read_gold("{\n{\"id\":\"a\"}\n", "g");
  REQUIRE_FALSE(two);
  CHECK(two.problems().size() == 2);
}

TEST_CASE("what JSON allows and cannot be kept is refused") {
  CHECK(first_problem(R"({"id":"a","text":"","more":888e880})") == "g.jsonl:1:1: a number is too large to be read");
  auto const nested = [](std::size_t depth) {
    return R"({"id":"a","text":"]]","more":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  CHECK(formats::read_gold(nested(499) + "\n" + nested(499), "g"));
  CHECK(first_problem(nested(500)) == "g.jsonl:1:1: nested more than 500 deep");
  CHECK(first_problem(nested(300'000)) == "g.jsonl:1:1: nested more than 500 deep");
}

TEST_CASE("sound annotation has no problems") { CHECK(checked(read_one(full)) == ""); }

TEST_CASE("every flaw of an annotation is named") {
  auto const with = [](auto change) {
    auto document = read_one(full);
    change(document);
    return checked(std::move(document));
  };
  std::string const place = "g.jsonl:7: document a: ";
  CHECK(with([](auto& d) { d.quotes[1].id = "1"; }) == place + "quote 1: the id stands twice");
  CHECK(with([](auto& d) { d.quotes[0].kind = "dirct"; }) == place + "quote 1: unknown kind 'dirct'");
  CHECK(with([](auto& d) { d.quotes[0].source = {{8, 8}}; }) == place + "quote 1: source [8,8] is empty");
  CHECK(with([](auto& d) { d.quotes[0].source = {{8, 99}}; }) == place + "quote 1: source [8,99] ends behind the text");
  CHECK(with([](auto& d) { d.quotes[0].source = {{8, 12}}; }) == place + "quote 1: source [8,12] has outer white space");
  CHECK(with([](auto& d) { d.quotes[0].spans = {{0, 5}, {4, 6}}; }) ==
        place + "quote 1: spans [4,6] overlaps the one before it or is out of order");
  CHECK(with([](auto& d) { d.quotes[0].spans = {{6, 11}}; }) == place + "quote 1: quoted words stand outside the content: [1,4]");
  CHECK(with([](auto& d) { std::swap(d.quotes[0], d.quotes[1]); }) == place + "quote 1: stands behind a quote that begins later");
  CHECK(with([](auto& d) { d.quotes[0].quoted = {{1, 3}}; }) == place + "quote 1: quoted_text is not what stands at [1,3]: 'No'");
  for (std::string const day : {"2024-02-30", "2023-02-29", "2024-03-00", "2024-00-12", "2024-13", "2024-W00", "2024-W54", "2024-3-1", "24", "2024/2025/2026", "March"})
    CHECK(with([&](auto& d) { d.quotes[0].said_date.value = day; }) == place + "quote 1: said_date '" + day + "' is no date");
  for (auto const* day : {"2024", "2024-12", "2024-02-29", "2024-W53", "2024-W10/2024-03-12"})
    CHECK(with([&](auto& d) { d.quotes[0].said_date.value = day; }).empty());
  CHECK(with([](auto& d) { d.quotes[1].quoted.clear(), d.quotes[1].spans.clear(); }) == place + "quote 2: no words");
  CHECK(with([](auto& d) { d.discard = {{5, 90}}; }) == place + "discard [5,90] ends behind the text");
  CHECK(with([](auto& d) { d.quotes[0].section = "boddy"; }) == place + "quote 1: unknown section 'boddy'");
  CHECK(with([](auto& d) { d.quotes[0].speakers = {"Ola"}; }) == place + "quote 1: speakers does not begin with the speaker");
}

TEST_CASE("two documents of one name are a flaw") {
  auto const gold = formats::read_gold("{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"a\",\"text\":\"\"}\n", "g");
  REQUIRE(gold);
  auto const problems = formats::check_gold(*gold, "g");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].to_string() == "g:2: document a: the id stands twice");
}

}  // namespace formats_read_gold_test
