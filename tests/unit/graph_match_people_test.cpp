// The same person over documents: src/graph/match_people.cpp, through the builder.
#include <doctest/doctest.h>

#include <algorithm>

#include "graph/build_graph.hpp"

namespace graph_match_people_test {

namespace {

using namespace whosaid;

graph::NameWords name_words() {
  graph::NameWords words;
  words.add(
      "@honorific\nmr, mister\nmrs\ndr\n@suffix\njr\nsr\n@particle\nvan\nder\n@filler\nthe\nof\nformer\n"
      "@role\nspokesperson, spokesman, spokeswoman\n@given\nwilliam, bill\n");
  return words;
}

struct Somebody {
  std::string name;
  std::vector<std::string> roles{}, affiliations{};
  std::string type = "person";
};

// One document for each list; every speaker says one thing nobody else says.
graph::Graph build(std::vector<std::vector<Somebody>> const& documents) {
  static auto const words = name_words();
  graph::GraphBuilder builder(words);
  for (std::size_t d = 0; d < documents.size(); ++d) {
    table::Table table;
    table.document.id = "doc" + std::to_string(d + 1);
    for (std::size_t i = 0; i < documents[d].size(); ++i) {
      auto const& from = documents[d][i];
      table::Speaker speaker;
      speaker.id = "s" + std::to_string(i + 1);
      speaker.name = from.name;
      speaker.type = from.type;
      speaker.roles = from.roles;
      speaker.affiliations = from.affiliations;
      table::Quote quote;
      quote.id = table.document.id + "q" + std::to_string(i + 1);
      quote.text = "Utterance " + quote.id;
      quote.speaker = speaker.id;
      table.speakers.push_back(speaker);
      table.quotes.push_back(quote);
    }
    builder.add(table);
  }
  return std::move(builder).finish();
}

// Id of the speaker node of quote `quote` ("doc1q1").
std::string speaker_of(graph::Graph const& graph, std::string_view quote) {
  for (auto const& node : graph.quotes)
    if (node.own_id == quote) return node.speaker == graph::none ? "" : std::string(graph.speakers[node.speaker].id);
  return "no such quote";
}

graph::SpeakerNode const& node_of(graph::Graph const& graph, std::string_view quote) {
  auto const found = std::find_if(graph.quotes.begin(), graph.quotes.end(), [&](auto const& node) { return node.own_id == quote; });
  return graph.speakers.at(found->speaker);
}

bool same(graph::Graph const& graph, std::string_view a, std::string_view b) { return speaker_of(graph, a) == speaker_of(graph, b); }

}  // namespace

TEST_CASE("people: one full name in two documents is one node") {
  auto const graph = build({{{"Mira Okafor"}}, {{"Mira Okafor"}}});
  CHECK(graph.speakers.size() == 1);
  CHECK(speaker_of(graph, "doc1q1") == "speaker:mira-okafor");
  CHECK(graph.speakers[0].documents == 2);
  REQUIRE(graph.speakers[0].merges.size() == 1);
  CHECK(graph.speakers[0].merges[0].why == "same name; nothing contradicts");
}

TEST_CASE("people: accents, titles, case and nicknames in quotation marks do not matter") {
  auto const graph = build({{{"José Ibáñez"}}, {{"Dr. Jose Ibanez"}}, {{"JOSE IBANEZ"}}, {{"José “Pepe” Ibáñez"}}});
  CHECK(graph.speakers.size() == 1);
}

TEST_CASE("people: namesakes with different roles and affiliations stay apart") {
  auto const graph = build({{{"John Harrow", {"mayor"}, {"Westfield"}}}, {{"John Harrow", {"goalkeeper"}, {"Rovers"}}}});
  REQUIRE(graph.speakers.size() == 2);
  CHECK(speaker_of(graph, "doc1q1") == "speaker:john-harrow~westfield");
  CHECK(speaker_of(graph, "doc2q1") == "speaker:john-harrow~rovers");
  REQUIRE(node_of(graph, "doc1q1").apart.size() == 1);
  CHECK_FALSE(node_of(graph, "doc1q1").apart[0].may_be);
}

TEST_CASE("people: a namesake without facts is left open, with both named") {
  auto const graph = build(
      {{{"John Harrow", {"mayor"}, {"Westfield"}}}, {{"John Harrow", {"goalkeeper"}, {"Rovers"}}}, {{"John Harrow"}}});
  CHECK(graph.speakers.size() == 3);
  CHECK(node_of(graph, "doc3q1").apart.size() == 2);
  CHECK(node_of(graph, "doc3q1").apart[0].may_be);
  CHECK(speaker_of(graph, "doc3q1") == "speaker:john-harrow@doc3");
}

TEST_CASE("people: a shared word of role or affiliation is enough, also over several documents") {
  auto const graph = build({{{"Ana Petrov", {"spokesman"}, {"Harbour Trust"}}},
                            {{"Ana Petrov", {"spokesperson"}, {"City Hall"}}},
                            {{"Ana Petrov", {"adviser"}, {"City Hall"}}}});
  CHECK(graph.speakers.size() == 1);
}

TEST_CASE("people: a family name joins the only full name that it fits") {
  auto const graph = build({{{"Mira Okafor"}}, {{"Okafor"}}, {{"Mrs. Okafor"}}});
  CHECK(graph.speakers.size() == 1);
  auto const& merges = graph.speakers[0].merges;
  REQUIRE(merges.size() == 3);
  CHECK(std::any_of(merges.begin(), merges.end(), [](auto const& merge) {
    return merge.name == "Okafor" && merge.why == "family name; the only full name that it fits";
  }));
}

TEST_CASE("people: a family name with two full names stays open") {
  auto const graph = build({{{"Mira Okafor"}}, {{"Sam Okafor"}}, {{"Okafor"}}});
  CHECK(graph.speakers.size() == 3);
  CHECK_FALSE(same(graph, "doc1q1", "doc3q1"));
  CHECK_FALSE(same(graph, "doc2q1", "doc3q1"));
  CHECK(node_of(graph, "doc3q1").apart.size() == 2);
}

TEST_CASE("people: a role settles which of two full names a family name means") {
  auto const graph = build({{{"Mira Okafor", {"mayor"}}}, {{"Sam Okafor", {"coach"}}}, {{"Okafor", {"mayor"}}}});
  CHECK(same(graph, "doc1q1", "doc3q1"));
}

TEST_CASE("people: a family name whose role contradicts joins nobody") {
  auto const graph = build({{{"Mira Okafor", {"mayor"}}}, {{"Okafor", {"goalkeeper"}}}});
  CHECK_FALSE(same(graph, "doc1q1", "doc2q1"));
}

TEST_CASE("people: two speakers that one document keeps apart are not joined") {
  auto const graph = build({{{"Mira Okafor"}, {"Okafor"}}, {{"Okafor"}}});
  CHECK_FALSE(same(graph, "doc1q1", "doc1q2"));
  CHECK(same(graph, "doc1q1", "doc2q1"));
}

TEST_CASE("people: initials and middle names") {
  auto const graph = build({{{"Dana J. Whitlock"}}, {{"D. Whitlock"}}, {{"Dana Whitlock"}}, {{"Dana Jo Whitlock"}}});
  CHECK(graph.speakers.size() == 1);
  CHECK(graph.speakers[0].name == "Dana Jo Whitlock");
  CHECK(build({{{"Dana J. Whitlock"}}, {{"Dana K. Whitlock"}}}).speakers.size() == 2);
  CHECK(build({{{"Dana J. Whitlock"}}, {{"Dana K. Whitlock"}}, {{"Dana Whitlock"}}}).speakers.size() == 3);
}

TEST_CASE("people: junior is not senior") {
  CHECK(build({{{"Dana Whitlock Jr."}}, {{"Dana Whitlock Sr."}}}).speakers.size() == 2);
  CHECK(build({{{"Dana Whitlock Jr."}}, {{"Dana Whitlock"}}}).speakers.size() == 1);
}

TEST_CASE("people: short given names and other orders need a fact in common") {
  CHECK(build({{{"Bill Marsh"}}, {{"William Marsh"}}}).speakers.size() == 2);
  CHECK(build({{{"Bill Marsh", {"coach"}}}, {{"William Marsh", {"coach"}}}}).speakers.size() == 1);
  CHECK(build({{{"Orsolya Vadas", {"coach"}}}, {{"Vadas Orsolya", {"coach"}}}}).speakers.size() == 1);
  CHECK(build({{{"Orsolya Vadas"}}, {{"Vadas Orsolya"}}}).speakers.size() == 2);
}

TEST_CASE("people: particles of a family name may be left out") {
  CHECK(build({{{"Lena van der Horst"}}, {{"van der Horst"}}, {{"Horst"}}}).speakers.size() == 1);
}

TEST_CASE("people: groups and anonymous sources are one node per document") {
  auto const graph = build({{{"officials", {}, {}, "group"}}, {{"officials", {}, {}, "group"}}});
  CHECK(graph.speakers.size() == 2);
  CHECK(speaker_of(graph, "doc1q1") == "speaker:officials@doc1");
}

TEST_CASE("people: an organisation that speaks is tied to its node, acronyms included") {
  auto const graph = build({{{"Harbour Safety Board", {}, {}, "organisation"}},
                            {{"HSB", {}, {}, "organisation"}},
                            {{"Mira Okafor", {"director"}, {"the Harbour Safety Board"}}}});
  CHECK(graph.organisations.size() == 1);
  CHECK(graph.organisations[0].id == "organisation:harbour-safety-board");
  CHECK(same(graph, "doc1q1", "doc2q1"));
  auto const member = std::find_if(graph.edges.begin(), graph.edges.end(),
                                   [](auto const& edge) { return edge.kind == graph::EdgeKind::member_of; });
  REQUIRE(member != graph.edges.end());
  CHECK(member->text == "director");
}

TEST_CASE("people: who has no proper name, and whose type is unknown") {
  CHECK(build({{{"The candidate"}}, {{"The candidate"}}}).speakers.size() == 2);
  CHECK(build({{{"Mira Okafor"}}, {{"Okafor", {}, {}, "unknown"}}}).speakers.size() == 1);
  CHECK(build({{{"Sam Reed", {"aide"}, {"Mira Okafor"}}, {"Mira Okafor"}}, {{"Mira Okafor", {}, {}, "unknown"}}}).speakers.size() == 2);
  CHECK(build({{{"Sam Reed", {"reporter"}, {"Evening Echo"}}}, {{"Evening Echo", {}, {}, "unknown"}}}).speakers[1].organisation == 0);
  CHECK(build({{{"محمد سالم"}}, {{"محمد سالم"}}}).speakers.size() == 1);
}

TEST_CASE("people: the order of tables does not change who is who") {
  std::vector<std::vector<Somebody>> documents = {{{"Mira Okafor", {"mayor"}, {"Westfield"}}},
                                                  {{"Okafor"}},
                                                  {{"M. Okafor", {"mayor"}}},
                                                  {{"Sam Okafor", {"coach"}, {"Rovers"}}},
                                                  {{"Okafor", {"coach"}}}};
  auto const forward = build(documents);
  std::reverse(documents.begin(), documents.end());
  auto const backward = build(documents);
  std::vector<std::string> a, b;
  for (int i = 1; i <= 5; ++i) {
    a.push_back(speaker_of(forward, "doc" + std::to_string(i) + "q1"));
    b.push_back(speaker_of(backward, "doc" + std::to_string(6 - i) + "q1"));
  }
  CHECK(a[0] == b[0]);
  CHECK(a[2] == b[2]);
  CHECK(a[3] == b[3]);
  CHECK(a[4] == b[4]);
}

}  // namespace graph_match_people_test
