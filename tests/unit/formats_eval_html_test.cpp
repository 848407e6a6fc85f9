#include "formats/eval_html.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/pages.hpp"

namespace formats_eval_html_test {

using namespace whosaid;

namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

std::string page_of(gold::Document const& gold, table::Table const* table) {
  std::vector<eval::Case> cases;
  cases.push_back({&gold, table, eval::score_document(gold, table, {})});
  std::string out;
  formats::write_eval_html(eval::summarise(cases), cases, {}, out);
  return out;
}

gold::Document hostile() {
  gold::Document gold;
  gold.id = "<id>\"'&";
  gold.title = "</h2><script>alert(1)</script>";
  gold.text = "“</div><script>x\x07</script>,” Ida <b>said</b>.";
  gold::Quote quote;
  quote.id = "1";
  quote.kind = "direct\" onclick=\"x";
  quote.quoted = {{1, 28}};
  quote.spans = {{0, 29}};
  quote.source = {{30, 33}};
  quote.cue = {{37, 41}};
  quote.speaker = "<i>Ida";
  gold.quotes.push_back(quote);
  return gold;
}

}  // namespace

TEST_CASE("no text of a document becomes markup") {
  auto const page = page_of(hostile(), nullptr);
  CHECK(count(page, "<script") == 1);
  CHECK(count(page, "</script>") == 1);
  CHECK(page.find("onclick=\"") == std::string::npos);
  CHECK(page.find('\x07') == std::string::npos);
  CHECK(page.find("<i>Ida") == std::string::npos);
  CHECK(page.find("&lt;i&gt;Ida") != std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
  CHECK(page.find("https://") == std::string::npos);
}

TEST_CASE("both sides stand in the page, each with the whole text") {
  gold::Document gold;
  gold.id = "d";
  gold.text = "“It holds,” Ida said. “We wait.”";
  gold::Quote quote;
  quote.id = "1";
  quote.kind = "direct";
  quote.quoted = {{1, 10}};
  quote.spans = {{0, 11}};
  quote.source = {{12, 15}};
  quote.cue = {{16, 20}};
  gold.quotes.push_back(quote);
  table::Table table;
  table.document.id = "d";
  auto& found = table.quotes.emplace_back();
  found.kind = "direct";
  found.segments = {{1, 10, "It holds,"}};
  found.source = table::Source{{12, 15, "Ida"}, "name"};
  found.cue = table::Cue{{16, 20, "said"}, "say"};
  found.rule = "en/attribution/r";
  auto& extra = table.quotes.emplace_back();
  extra.kind = "direct";
  extra.segments = {{23, 31, "We wait."}};
  auto const page = page_of(gold, &table);
  CHECK(count(page, "<span class=\"right\" data-row=\"d0-0\">It holds</span>") == 2);
  CHECK(count(page, "<span class=\"wrong\" data-row=\"d0-1\">We wait</span>") == 1);
  CHECK(count(page, "<span class=\"source\">Ida</span>") == 2);
  CHECK(count(page, "<span class=\"cue\">said</span>") == 2);
  CHECK(count(page, "data-cause=\"extra, no speech in the gold\"") == 1);
  CHECK(count(page, "data-rule=\"en/attribution/r\"") == 1);
  CHECK(count(page, "<article") == count(page, "</article>"));
  CHECK(count(page, "<tr") == count(page, "</tr>"));
}

TEST_CASE("stretches that overlap are cut where one of them ends") {
  auto gold = hostile();
  gold.text = "abcdef";
  gold.quotes[0].quoted = {{0, 4}};
  gold.quotes[0].source = {{2, 6}};
  gold.quotes[0].cue.clear();
  auto const page = page_of(gold, nullptr);
  CHECK(page.find("<span class=\"wrong\" data-row=\"d0-0\">ab</span><span class=\"wrong source\" data-row=\"d0-0\">cd</span>"
                  "<span class=\"source\">ef</span>") != std::string::npos);
}

TEST_CASE("control characters are shown as replacement characters") {
  std::string out;
  formats::pages::append_escaped(out, "a\x01\n\t\x7F\xC2\x9B\xC3\xA9<");
  CHECK(out == "a\xEF\xBF\xBD\n\t\xEF\xBF\xBD\xEF\xBF\xBD\xC3\xA9&lt;");
  CHECK_FALSE(formats::pages::file("eval.js").empty());
  CHECK(formats::pages::file("none").empty());
}

}  // namespace formats_eval_html_test
