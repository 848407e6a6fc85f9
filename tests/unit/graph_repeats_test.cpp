// The same words in several documents: src/graph/repeats.cpp, difference.cpp and words.cpp, through the builder.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "graph/build_graph.hpp"
#include "graph/difference.hpp"
#include "graph/words.hpp"

namespace doctest {
template <>
struct StringMaker<std::vector<String>> {
  static String convert(std::vector<String> const& list) {
    String out;
    for (auto const& line : list) out += line + "; ";
    return out;
  }
};
}  // namespace doctest

namespace graph_repeats_test {

namespace {

using namespace whosaid;

struct Said {
  std::string text, speaker, published = "2024-05-01";
};

graph::Graph build(std::vector<Said> const& list) {
  static graph::NameWords const words;
  graph::GraphBuilder builder(words);
  for (std::size_t i = 0; i < list.size(); ++i) {
    table::Table table;
    table.document.id = "d" + std::to_string(i + 1);
    table.document.published = list[i].published;
    table::Quote quote;
    quote.id = "q" + std::to_string(i + 1);
    quote.text = list[i].text;
    if (!list[i].speaker.empty()) {
      table::Speaker speaker;
      speaker.id = "s1";
      speaker.name = list[i].speaker;
      speaker.type = "person";
      table.speakers.push_back(speaker);
      quote.speaker = "s1";
    }
    table.quotes.push_back(quote);
    builder.add(table);
  }
  return std::move(builder).finish();
}

// "q2 trimmed q1" for every link, in order.
std::vector<doctest::String> links(graph::Graph const& graph) {
  std::vector<doctest::String> out;
  for (auto const& edge : graph.edges)
    if (edge.kind == graph::EdgeKind::repeats) {
      auto const& repeat = graph.repeats[edge.detail];
      std::string line(graph.quotes[edge.from].own_id);
      line += ' ';
      line += to_string(repeat.likeness);
      line += ' ';
      line += graph.quotes[edge.to].own_id;
      for (auto const& change : repeat.changes) (((line += " [") += change.from) += " -> ") += std::string(change.to) + "]";
      if (repeat.conflict) line += " conflict";
      out.emplace_back(line.c_str());
    }
  return out;
}

using Lines = std::vector<doctest::String>;

constexpr auto dam = "The dam will hold through the winter, and we have checked every gate of it twice.";

}  // namespace

TEST_CASE("repeats: identical but for case, marks and apostrophes") {
  CHECK(links(build({{"We won’t give the harbour away!", "A Moss"}, {"we won't give the Harbour away", "A Moss"}})) ==
        Lines{"q2 identical q1"});
}

TEST_CASE("repeats: the earlier publication is the first appearance, whatever the order of tables") {
  auto const graph = build({{dam, "A Moss", "2024-05-03"}, {dam, "A Moss", "2024-05-01"}, {dam, "A Moss", "2024-05-02T10:00:00Z"}});
  CHECK(links(graph) == Lines{"q3 identical q2", "q1 identical q2"});
  CHECK(graph.quotes[0].first == 1);
  CHECK(graph.quotes[1].first == 1);
}

TEST_CASE("repeats: a cut of the words, whichever came first") {
  CHECK(links(build({{dam, "A Moss"}, {"hold through the winter, and we have checked", "A Moss"}})) == Lines{"q2 trimmed q1"});
  auto const graph = build({{"checked every gate of it twice", "A Moss"}, {dam, "A Moss"}});
  CHECK(links(graph) == Lines{"q2 trimmed q1"});
  CHECK(graph.repeats[0].earlier_is_shorter);
  CHECK_FALSE(graph.repeats[0].later_is_shorter);
}

TEST_CASE("repeats: short cuts count for one speaker only") {
  CHECK(links(build({{dam, "A Moss"}, {"every gate of", "A Moss"}})) == Lines{"q2 trimmed q1"});
  CHECK(links(build({{dam, "A Moss"}, {"every gate of", "B Reed"}})).empty());
  CHECK(links(build({{dam, "A Moss"}, {"checked every gate of it", ""}})) == Lines{"q2 trimmed q1"});
  CHECK(links(build({{"It is over", "A Moss"}, {"It is over", "A Moss"}})) == Lines{"q2 identical q1"});
  CHECK(links(build({{"It is over", "A Moss"}, {"It is over", "B Reed"}})).empty());
}

TEST_CASE("repeats: altered words are shown") {
  CHECK(links(build({{"The council may close the bridge before the end of May.", "A Moss"},
                     {"The council will close the bridge before the end of May.", "A Moss"}})) ==
        Lines{"q2 altered q1 [may -> will]"});
  CHECK(links(build({{"We may attack tomorrow", "A Moss"}, {"We will attack tomorrow", "A Moss"}})) ==
        Lines{"q2 altered q1 [may -> will]"});
  CHECK(links(build({{"The council will close the bridge before the end of May.", "A Moss"},
                     {"The council will not close the bridge before the end of May.", "A Moss"}})) ==
        Lines{"q2 altered q1 [ -> not]"});
  CHECK(links(build({{"The council will not close the bridge before the end of May.", "A Moss"},
                     {"The council will close the old bridge before the end of May.", "A Moss"}})) ==
        Lines{"q2 altered q1 [not -> ] [ -> old]"});
}

TEST_CASE("repeats: a cut with a changed word inside") {
  CHECK(links(build({{dam, "A Moss"}, {"hold through the winter, and we have tested every gate of it", "A Moss"}})) ==
        Lines{"q2 altered q1 [checked -> tested]"});
}

TEST_CASE("repeats: two speakers for the same words are a conflict") {
  auto const graph = build({{dam, "A Moss"}, {dam, "B Reed"}, {dam, "A Moss"}});
  CHECK(links(graph) == Lines{"q2 identical q1 conflict", "q3 identical q1"});
  REQUIRE(graph.conflicts.size() == 1);
  CHECK(graph.conflicts[0].quotes == std::vector<std::uint32_t>{0, 1});
  CHECK(graph.conflicts[0].speakers.size() == 2);
}

TEST_CASE("repeats: other words of the same speaker are no repeat") {
  CHECK(links(build({{"The roof of the school was repaired in the spring by three men.", "A Moss"},
                     {"The price of bread rose again this week and nobody was surprised.", "A Moss"}}))
            .empty());
}

TEST_CASE("repeats: words of one document are not linked to each other") {
  static graph::NameWords const words;
  graph::GraphBuilder builder(words);
  table::Table table;
  table.document.id = "d";
  for (auto const* id : {"a", "b"}) {
    table::Quote quote;
    quote.id = id;
    quote.text = dam;
    table.quotes.push_back(quote);
  }
  builder.add(table);
  CHECK(links(std::move(builder).finish()).empty());
}

TEST_CASE("repeats: a table that comes twice is left out, one with a used id is renamed") {
  static graph::NameWords const words;
  graph::GraphBuilder builder(words);
  table::Table table;
  table.document.id = "d";
  builder.add(table);
  builder.add(table);
  table.document.url = "https://news.example/2";
  builder.add(table);
  auto const graph = std::move(builder).finish();
  REQUIRE(graph.documents.size() == 2);
  CHECK(graph.documents[1].id == "document:d#2");
  CHECK(graph.problems.size() == 2);
}

TEST_CASE("repeats: every single change in a quote of any length is found") {
  std::mt19937 random(7);
  for (int length = 4; length <= 40; ++length) {
    std::vector<std::string> words;
    for (int i = 0; i < length; ++i) {
      std::string word;
      for (int k = 0; k < 5; ++k) word += static_cast<char>('a' + random() % 26);
      words.push_back(word);
    }
    auto const text = [](std::vector<std::string> const& list) {
      std::string out;
      for (auto const& word : list) (out += word) += ' ';
      return out;
    };
    for (int at = 0; at < length; ++at) {
      auto changed = words;
      changed[static_cast<std::size_t>(at)] = "other";
      CAPTURE(length);
      CAPTURE(at);
      auto const found = links(build({{text(words), "A Moss"}, {text(changed), "A Moss"}}));
      REQUIRE(found.size() == 1);
      CHECK(found[0] == ("q2 altered q1 [" + words[static_cast<std::size_t>(at)] + " -> other]").c_str());
    }
  }
}

TEST_CASE("words: what counts as one") {
  auto const cut = [](std::string_view text) {
    std::string out;
    for (auto const span : graph::word_spans(text)) (out += span.in(text)) += '|';
    return out;
  };
  CHECK(cut("“Don’t,” she-said… 3.5%") == "Don’t|she|said|3|5|");
  CHECK(cut("'tis the dogs' bowl") == "tis|the|dogs|bowl|");
  CHECK(cut("Größe 你好") == "Größe|你|好|");
  CHECK(cut("") == "");
}

TEST_CASE("difference: count_edits agrees with align") {
  std::mt19937 random(3);
  std::vector<std::uint32_t> row;
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::uint32_t> a, b;
    for (auto n = random() % 12; n > 0; --n) a.push_back(static_cast<std::uint32_t>(random() % 4));
    for (auto n = random() % 12; n > 0; --n) b.push_back(static_cast<std::uint32_t>(random() % 4));
    auto const exact = graph::align(a, b, graph::Ends::whole).edits;
    for (std::uint32_t limit = 0; limit < 6; ++limit)
      CHECK(graph::count_edits(a, b, limit, graph::Ends::whole, row) == std::min(exact, limit + 1));
  }
}

}  // namespace graph_repeats_test
