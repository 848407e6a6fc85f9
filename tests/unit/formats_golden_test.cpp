// Every output format writes one and the same batch; what it must look like stands in src/formats/golden/, a file a format.
// WHOSAID_UPDATE_GOLDEN=1 rewrites the files, for a look at the difference.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "formats/formats.hpp"

namespace whosaid::formats_golden_test {
namespace {

table::TextSpan span(std::uint32_t start, std::string text) { return {start, start + static_cast<std::uint32_t>(text.size()), std::move(text)}; }

// "The pier will stand," Mayor Ann Ode told reporters on Monday, "=and it will 'hold'." …
table::Table pier() {
  table::Table table;
  table.document.id = "pier";
  table.document.path = "news/pier.txt";
  table.document.title = "Town keeps \"its\" pier, mayor says";
  table.document.publisher = "The Harbour Post";
  table.document.published = "2025-03-12";
  table.document.language = "en";
  table.document.extra = R"({"tags":["pier",1.50]})";
  auto& mayor = table.speakers.emplace_back();
  mayor.id = "s1";
  mayor.name = "Ann Ode";
  mayor.type = "person";
  mayor.aliases = {"Mayor Ann Ode", "she"};
  mayor.roles = {"Mayor"};
  mayor.affiliations = {"Port Sola"};
  mayor.mentions = {span(23, "Mayor Ann Ode"), span(120, "she")};
  mayor.role_evidence = {{"Mayor", span(23, "Mayor")}};
  auto& engineer = table.speakers.emplace_back();
  engineer.id = "s2";
  engineer.name = "Bo Lind";
  engineer.type = "person";

  auto& first = table.quotes.emplace_back();
  first.id = "0123456789";
  first.kind = "direct";
  first.segments = {span(1, "The pier will stand,"), span(64, "=and it will hold.")};
  first.text = "The pier will stand, =and it will hold.";
  first.speaker = "s1";
  first.speaker_name = "Ann Ode";
  first.source.emplace().span = span(23, "Mayor Ann Ode");
  first.source->form = "name";
  first.cue.emplace().span = span(37, "told");
  first.cue->lemma = "tell";
  first.addressee = span(42, "reporters");
  first.said.date = "2025-03-10";
  first.said.basis = "explicit";
  first.said.expression = span(55, "Monday");
  first.before = "\"";
  first.after = "\"";
  first.basis = "explicit";
  first.confidence = 0.97;
  first.rule = "en/attribution/inside_quote";

  auto& second = table.quotes.emplace_back();
  second.id = "abcdef0123";
  second.kind = "mixed";
  second.segments = {span(140, "=HYPERLINK(\"x\"),\n\x1b[2J")};
  second.text = second.segments[0].text;
  second.speakers = {"s1", "s2"};
  second.speaker = "s1";
  second.speaker_name = "Ann Ode";
  second.status = "denied";
  second.section = "caption";
  second.basis = "inferred";
  second.confidence = 0.5;
  second.parent = "0123456789";
  second.duplicates = 1;
  second.edited = true;

  auto& third = table.quotes.emplace_back();
  third.id = "00ff00ff00";
  third.kind = "direct";
  third.segments = {span(200, "Voilà, 港が残る.")};
  third.text = third.segments[0].text;
  third.candidates = {{"Ann Ode", 0.41}, {"Bo Lind", 0.4}};
  table.problems = {"1 sequence replaced by U+FFFD"};
  return table;
}

std::string write_batch(formats::OutputFormat const& format) {
  auto silent = pier();
  silent.document.id = "silent.txt";
  silent.document.title.reset();
  silent.speakers.clear();
  silent.quotes.clear();
  silent.problems.clear();
  formats::WriteOptions options;
  options.width = 90;
  std::string out(format.open);
  format.write(pier(), options, out);
  out += format.between;
  format.write(silent, options, out);
  if (format.write_error) {
    out += format.between;
    format.write_error({"in.jsonl:3", "broken_json", "in.jsonl:3: not JSON"}, options, out);
  }
  out += format.close;
  return out;
}

}  // namespace

TEST_CASE("every output format writes what its golden file shows") {
  for (auto const& format : formats::output_formats()) {
    auto const path = std::string(WHOSAID_SOURCE_ROOT) + "/src/formats/golden/" + std::string(format.name) +
                      (format.extension.empty() ? ".txt" : std::string(format.extension));
    auto const written = write_batch(format);
    if (std::getenv("WHOSAID_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << written;
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "no golden file " << path);
    std::stringstream golden;
    golden << file.rdbuf();
    CHECK_MESSAGE(golden.str() == written, "differs from " << path);
  }
}

TEST_CASE("a colourless table holds no escape, a colourful one ends each") {
  auto const& format = *formats::find_output_format("table");
  formats::WriteOptions options;
  std::string plain, colourful;
  format.write(pier(), options, plain);
  options.colour = true;
  format.write(pier(), options, colourful);
  CHECK(plain.find('\x1b') == std::string::npos);
  std::string stripped;
  for (std::size_t i = 0; i < colourful.size(); ++i) {
    if (colourful[i] == '\x1b') i = colourful.find('m', i);
    else stripped += colourful[i];
  }
  CHECK(stripped == plain);
}

TEST_CASE("a table fits the width it was given") {
  for (int const width : {40, 60, 80, 132, 200}) {
    formats::WriteOptions options;
    options.width = width;
    std::string out;
    formats::find_output_format("table")->write(pier(), options, out);
    std::istringstream lines(out);
    std::string line;
    while (std::getline(lines, line) && !line.empty()) {}  // the heading is not cut
    while (std::getline(lines, line)) CHECK_MESSAGE(line.size() <= static_cast<std::size_t>(width) + 24, line);  // bytes: “” and 港
  }
}

}  // namespace whosaid::formats_golden_test
