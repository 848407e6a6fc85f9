// What is known only when all tables are in: people over documents, memberships, repeats and conflicts.
#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/difference.hpp"
#include "graph/graph_in_making.hpp"

namespace whosaid::graph {
namespace {

using Text = std::string_view;

}  // namespace

// Records become nodes, and the edges that waited for them are drawn.
void GraphBuilder::Impl::finish_people() {
  graph.organisations = organisations.finish();
  auto matched = people.match(organisations, graph.documents);
  graph.speakers = std::move(matched.speakers);
  auto const& node_of = matched.of_record;
  for (auto const& [quote, record] : said) {
    auto const speaker = node_of[record];
    auto& node = graph.quotes[quote];
    if (node.speaker == none) node.speaker = speaker;
    ++graph.speakers[speaker].quotes;
    graph.edges.push_back({EdgeKind::said, speaker, quote, none, node.cue});
  }
  for (auto const& [quote, record] : addressed)
    graph.edges.push_back({EdgeKind::addressed_to, quote, node_of[record], none, {}});

  // One edge for each person and organisation, with the role that most documents give.
  struct Row {
    std::uint32_t speaker, organisation;
    Text role;
  };
  std::vector<Row> rows;
  rows.reserve(memberships.size());
  for (auto const& membership : memberships)
    rows.push_back({node_of[membership.record], organisations.node_of(membership.organisation), membership.role});
  std::stable_sort(rows.begin(), rows.end(), [](Row const& a, Row const& b) {
    return a.speaker != b.speaker ? a.speaker < b.speaker : a.organisation < b.organisation;
  });
  for (std::size_t i = 0; i < rows.size();) {
    std::vector<std::pair<Text, std::uint32_t>> roles;
    std::size_t end = i;
    for (; end < rows.size() && rows[end].speaker == rows[i].speaker && rows[end].organisation == rows[i].organisation; ++end) {
      if (rows[end].role.empty()) continue;
      auto const known = std::find_if(roles.begin(), roles.end(), [&](auto const& role) { return role.first == rows[end].role; });
      if (known != roles.end()) ++known->second;
      else if (roles.size() < 32) roles.emplace_back(rows[end].role, 1u);
    }
    std::stable_sort(roles.begin(), roles.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
    graph.edges.push_back({EdgeKind::member_of, rows[i].speaker, rows[i].organisation, static_cast<std::uint32_t>(end - i),
                           roles.empty() ? Text{} : roles[0].first});
    i = end;
  }
  for (std::uint32_t i = 0; i < graph.speakers.size(); ++i)
    if (auto const organisation = graph.speakers[i].organisation; organisation != none)
      graph.edges.push_back({EdgeKind::same_as, i, organisation, none, {}});
}

void GraphBuilder::Impl::finish_changes(Link const& link, Repeat& repeat) {
  auto const words_of = [&](std::uint32_t quote) {
    return Words(all_words).subspan(wordings[quote].begin, wordings[quote].count);
  };
  auto const earlier_text = graph.quotes[link.earlier].text, later_text = graph.quotes[link.later].text;
  auto const earlier_spans = word_spans(earlier_text), later_spans = word_spans(later_text);
  auto const slice = [](Text text, std::vector<Span> const& spans, std::uint32_t first, std::uint32_t last) {
    return first < last ? text.substr(spans[first].begin, spans[last - 1].end - spans[first].begin) : Text{};
  };
  // align() lets the ends of its second argument go free: that has to be the longer one.
  bool const swapped = wordings[link.earlier].count > wordings[link.later].count;
  bool const cut = link.later_is_shorter || link.earlier_is_shorter;
  auto const ends = cut ? Ends::cut : Ends::whole;
  auto const alignment = swapped ? align(words_of(link.later), words_of(link.earlier), ends)
                                 : align(words_of(link.earlier), words_of(link.later), ends);
  for (auto hunk : alignment.hunks) {
    if (swapped) std::swap(hunk.a_first, hunk.b_first), std::swap(hunk.a_last, hunk.b_last);
    repeat.changes.push_back({slice(earlier_text, earlier_spans, hunk.a_first, hunk.a_last),
                              slice(later_text, later_spans, hunk.b_first, hunk.b_last)});
  }
}

// Two speakers that do not contradict each other as the source of the same words: one may be the other, or speak for it.
bool GraphBuilder::Impl::same_side(std::uint32_t a, std::uint32_t b) const {
  auto const& x = graph.speakers[a];
  auto const& y = graph.speakers[b];
  if (x.type == "anonymous" || y.type == "anonymous" || x.type == "group" || y.type == "group") return true;
  for (auto const& apart : x.apart)
    if (apart.speaker == b && apart.may_be) return true;
  for (auto const& apart : y.apart)
    if (apart.speaker == a && apart.may_be) return true;
  auto const speaks_for = [&](SpeakerNode const& person, SpeakerNode const& organisation) {
    return organisation.organisation != none &&
           std::any_of(person.affiliations.begin(), person.affiliations.end(),
                       [&](Text name) { return organisations.find(name) == organisation.organisation; });
  };
  return speaks_for(x, y) || speaks_for(y, x);
}

void GraphBuilder::Impl::finish_repeats() {
  auto const count = static_cast<std::uint32_t>(graph.quotes.size());
  for (std::uint32_t i = 0; i < count; ++i) wordings[i].speaker = graph.quotes[i].speaker;
  // First appearance: by publication, then by document id, so that the order of tables does not matter, then by place.
  std::vector<std::uint32_t> order(count), rank(count);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    auto const& x = graph.documents[graph.quotes[a].document];
    auto const& y = graph.documents[graph.quotes[b].document];
    if (x.instant != y.instant) return x.instant < y.instant;
    if (x.own_id != y.own_id) return x.own_id < y.own_id;
    return a < b;
  });
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;

  auto const links = find_repeats(wordings, all_words, rank);
  graph.repeats.reserve(links.size());
  for (auto const& link : links) {
    Repeat repeat;
    repeat.likeness = link.likeness;
    repeat.later_is_shorter = link.later_is_shorter;
    repeat.earlier_is_shorter = link.earlier_is_shorter;
    if (link.likeness == Likeness::altered) finish_changes(link, repeat);
    auto const a = graph.quotes[link.earlier].speaker, b = graph.quotes[link.later].speaker;
    repeat.conflict = a != none && b != none && a != b && !same_side(a, b);
    graph.edges.push_back({EdgeKind::repeats, link.later, link.earlier, static_cast<std::uint32_t>(graph.repeats.size()), {}});
    graph.repeats.push_back(std::move(repeat));
  }
  find_conflicts(rank);
}

// Marks first appearances over whole families of repeats, and gathers conflicting ones.
void GraphBuilder::Impl::find_conflicts(std::vector<std::uint32_t> const& rank) {
  std::vector<std::uint32_t> parent(graph.quotes.size());
  std::iota(parent.begin(), parent.end(), 0u);
  auto const top = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::vector<std::uint32_t> touched, disputed;
  for (auto const& edge : graph.edges) {
    if (edge.kind != EdgeKind::repeats) continue;
    auto a = top(edge.from), b = top(edge.to);
    if (a != b) {
      if (rank[b] < rank[a]) std::swap(a, b);
      parent[b] = a;  // the top of a family is its first appearance
    }
    touched.push_back(edge.from);
    touched.push_back(edge.to);
    if (graph.repeats[edge.detail].conflict) disputed.push_back(edge.from), disputed.push_back(edge.to);
  }
  for (auto const quote : touched) graph.quotes[quote].first = top(quote);

  std::sort(disputed.begin(), disputed.end(), [&](std::uint32_t a, std::uint32_t b) {
    auto const x = rank[graph.quotes[a].first], y = rank[graph.quotes[b].first];
    return x != y ? x < y : rank[a] < rank[b];
  });
  disputed.erase(std::unique(disputed.begin(), disputed.end()), disputed.end());
  for (std::size_t i = 0; i < disputed.size();) {
    Conflict conflict;
    auto const family = graph.quotes[disputed[i]].first;
    for (; i < disputed.size() && graph.quotes[disputed[i]].first == family; ++i) {
      conflict.quotes.push_back(disputed[i]);
      auto const speaker = graph.quotes[disputed[i]].speaker;
      if (std::find(conflict.speakers.begin(), conflict.speakers.end(), speaker) == conflict.speakers.end())
        conflict.speakers.push_back(speaker);
    }
    graph.conflicts.push_back(std::move(conflict));
  }
}

Graph GraphBuilder::finish() && {
  auto& in = *impl_;
  in.numbers.clear();
  in.quote_ids = {};
  in.prints = {};
  in.finish_people();
  if (in.options.repeats) in.finish_repeats();
  Graph out = std::move(in.graph);
  impl_.reset();
  return out;
}

}  // namespace whosaid::graph
