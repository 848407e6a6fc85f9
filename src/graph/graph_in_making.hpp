// The graph in the making: what build_graph.cpp fills from tables and finish_graph.cpp makes nodes and edges of.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/build_graph.hpp"
#include "graph/match_people.hpp"
#include "graph/organisations.hpp"
#include "graph/repeats.hpp"
#include "graph/speakers_of.hpp"
#include "graph/words.hpp"

namespace whosaid::graph {

struct GraphBuilder::Impl {
  using Text = std::string_view;

  struct RecordEdge {
    std::uint32_t quote, record;
  };

  struct Membership {
    std::uint32_t record, organisation;  // number of OrganisationMatcher
    Text role;
  };

  explicit Impl(NameWords const& words_in, BuildOptions options_in)
      : words(words_in), options(options_in), organisations(words_in, graph.strings), people(words_in, graph.strings) {}

  NameWords const& words;
  BuildOptions options;
  Graph graph;
  OrganisationMatcher organisations;
  PeopleMatcher people;
  WordNumbers numbers;
  std::vector<std::uint32_t> all_words;
  std::vector<Wording> wordings;
  std::vector<RecordEdge> said, addressed;
  std::vector<Membership> memberships;
  std::unordered_set<std::uint64_t> prints;
  std::unordered_map<Text, std::uint32_t> document_uses;
  std::unordered_set<Text> quote_ids;
  std::unordered_map<Text, std::uint32_t> dates;
  std::string scratch;

  Text joined(Text a, Text b, Text c = {}, Text d = {}) {
    ((scratch.assign(a) += b) += c) += d;
    return graph.strings.keep(scratch);
  }
  std::uint32_t date(Text iso);
  std::uint32_t add_document(table::Table const& table);
  void add_memberships(table::Speaker const& speaker, std::uint32_t record);
  void add_quote(SpeakersOf& speakers, table::Quote const& quote, std::uint32_t document,
                 std::vector<std::uint32_t> const& records);
  void add_addressee(SpeakersOf& speakers, table::TextSpan const& addressee, std::uint32_t quote, std::uint32_t document,
                     std::vector<std::uint32_t> const& records);
  void finish_people();
  void finish_repeats();
  void finish_changes(Link const& link, Repeat& repeat);
  void find_conflicts(std::vector<std::uint32_t> const& rank);
  bool same_side(std::uint32_t a, std::uint32_t b) const;
};

}  // namespace whosaid::graph
