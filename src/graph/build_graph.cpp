#include "graph/build_graph.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "graph/difference.hpp"
#include "graph/iso_time.hpp"
#include "graph/match_people.hpp"
#include "graph/organisations.hpp"
#include "graph/repeats.hpp"
#include "graph/speakers_of.hpp"
#include "graph/words.hpp"

namespace whosaid::graph {
namespace {

using Text = std::string_view;

Text or_empty(std::optional<std::string> const& text) { return text ? Text(*text) : Text{}; }

std::uint64_t hash_text(std::uint64_t h, Text text) {
  for (char const c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return (h ^ 0xFF) * 0x100000001B3ull;
}

// What makes a table the same as one before: its document and its quotes.
std::uint64_t print_of(table::Table const& table) {
  std::uint64_t h = hash_text(0xCBF29CE484222325ull, table.document.id);
  h = hash_text(h, or_empty(table.document.url));
  h = hash_text(h, or_empty(table.document.published));
  for (auto const& quote : table.quotes) h = hash_text(hash_text(h, quote.id), quote.text);
  return h;
}

// A proper name, perhaps with an article before it, and not a clause that has a name in it: "ban all Muslims".
bool looks_like_name(Text text, NameWords const& words) {
  while (true) {
    auto const first = text.substr(0, text.find(' '));
    if (has_proper_word(first, words)) return true;
    auto const folded = name_words(first);
    if (first.size() == text.size() || folded.empty() || !words.filler(folded[0])) return false;
    text.remove_prefix(first.size() + 1);
  }
}

struct RecordEdge {
  std::uint32_t quote, record;
};

struct Membership {
  std::uint32_t record, organisation;  // number of OrganisationMatcher
  Text role;
};

}  // namespace

struct GraphBuilder::Impl {
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

GraphBuilder::GraphBuilder(NameWords const& words, BuildOptions options) : impl_(new Impl(words, options)) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

// Number of the date node, made when new.
std::uint32_t GraphBuilder::Impl::date(Text iso) {
  if (auto const found = dates.find(iso); found != dates.end()) return found->second;
  DateNode node;
  node.id = joined("date:", iso);
  node.iso = node.id.substr(5);
  if (auto const days = days_of(iso)) {
    node.first = graph.strings.share(days->first);
    node.last = graph.strings.share(days->last);
  }
  auto const number = static_cast<std::uint32_t>(graph.dates.size());
  graph.dates.push_back(node);
  dates.emplace(node.iso, number);
  return number;
}

std::uint32_t GraphBuilder::Impl::add_document(table::Table const& table) {
  auto const& from = table.document;
  auto const number = static_cast<std::uint32_t>(graph.documents.size());
  DocumentNode node;
  node.own_id = graph.strings.keep(from.id);
  if (auto const uses = ++document_uses[node.own_id]; uses > 1) {
    node.own_id = joined(from.id, "#", std::to_string(uses));
    graph.problems.push_back({from.id, 0, 0, "another document has this id; this one is called " + std::string(node.own_id)});
  }
  node.id = joined("document:", node.own_id);
  node.title = graph.strings.keep(or_empty(from.title));
  node.url = graph.strings.keep(or_empty(from.url));
  node.path = graph.strings.keep(or_empty(from.path));
  node.publisher = graph.strings.share(or_empty(from.publisher));
  node.author = graph.strings.share(or_empty(from.author));
  node.published = graph.strings.share(or_empty(from.published));
  node.language = graph.strings.share(from.language);
  node.instant = instant_of(node.published);
  graph.documents.push_back(node);
  if (node.instant != unknown_time)
    graph.edges.push_back({EdgeKind::published_on, number, date(node.published.substr(0, 10)), none, {}});
  return number;
}

// Every affiliation with the role that stands nearest to it in the text; a role alone goes with all.
void GraphBuilder::Impl::add_memberships(table::Speaker const& speaker, std::uint32_t record) {
  for (std::size_t i = 0; i < speaker.affiliations.size(); ++i) {
    Text role;
    if (speaker.roles.size() == 1) {
      role = speaker.roles[0];
    } else if (!speaker.roles.empty() && !speaker.affiliation_evidence.empty()) {
      std::uint32_t nearest = 80;  // code points; farther away it is another sentence
      for (auto const& where : speaker.affiliation_evidence) {
        if (where.value != speaker.affiliations[i]) continue;
        for (auto const& fact : speaker.role_evidence) {
          auto const gap = fact.where.start > where.where.end   ? fact.where.start - where.where.end
                           : where.where.start > fact.where.end ? where.where.start - fact.where.end
                                                                : 0;
          if (gap < nearest) nearest = gap, role = fact.value;
        }
      }
    } else if (speaker.roles.size() == speaker.affiliations.size()) {
      role = speaker.roles[i];
    }
    memberships.push_back({record, organisations.add(speaker.affiliations[i]), graph.strings.share(role)});
  }
}

void GraphBuilder::Impl::add_addressee(SpeakersOf& speakers, table::TextSpan const& addressee, std::uint32_t quote,
                                       std::uint32_t document, std::vector<std::uint32_t> const& records) {
  if (auto const speaker = speakers.addressed(addressee); speaker != none) return addressed.push_back({quote, records[speaker]});
  // "told reporters": the words stay on the quote, a node would join all the reporters of the world.
  if (!looks_like_name(addressee.text, words)) return;
  addressed.push_back({quote, people.add({addressee.text, "unknown", {}, {}, {}, document})});
}

void GraphBuilder::Impl::add_quote(SpeakersOf& speakers, table::Quote const& from, std::uint32_t document,
                                   std::vector<std::uint32_t> const& records) {
  auto const number = static_cast<std::uint32_t>(graph.quotes.size());
  QuoteNode node;
  auto const& own_document = graph.documents[document].own_id;
  node.id = joined("quote:", from.id);
  if (from.id.empty() || quote_ids.contains(node.id)) {
    node.id = joined("quote:", own_document, "/", from.id.empty() ? std::to_string(number) : from.id);
    for (std::uint32_t copy = 2; quote_ids.contains(node.id); ++copy)
      node.id = joined("quote:", own_document, "/", from.id + "-" + std::to_string(copy));
  }
  quote_ids.insert(node.id);
  node.own_id = from.id.empty() || node.id.size() == from.id.size() + 6 ? node.id.substr(6) : graph.strings.keep(from.id);
  node.text = graph.strings.keep(from.text);
  node.kind = graph.strings.share(from.kind);
  node.status = graph.strings.share(from.status);
  node.section = graph.strings.share(from.section);
  node.basis = graph.strings.share(from.basis);
  if (from.cue) node.cue = graph.strings.share(from.cue->lemma.empty() ? from.cue->span.text : from.cue->lemma);
  if (from.addressee) node.addressee = graph.strings.share(from.addressee->text);
  node.said = graph.strings.share(or_empty(from.said.date));
  node.said_basis = graph.strings.share(from.said.basis);
  node.document = document;
  node.confidence = static_cast<float>(from.confidence);
  if (!from.segments.empty()) node.start = from.segments.front().start, node.end = from.segments.back().end;
  if (!node.said.empty()) node.date = date(node.said);
  graph.quotes.push_back(node);

  // Joint speakers all say it.
  auto const say = [&](std::string const& id) {
    if (auto const speaker = speakers.by_id(id); speaker != none) said.push_back({number, records[speaker]});
  };
  if (from.speakers.size() > 1) {
    for (auto const& id : from.speakers) say(id);
  } else if (from.speaker) {
    say(*from.speaker);
  }
  if (node.date != none) graph.edges.push_back({EdgeKind::said_on, number, node.date, none, {}});
  graph.edges.push_back({EdgeKind::appears_in, number, document, none, {}});
  if (from.addressee) add_addressee(speakers, *from.addressee, number, document, records);

  Wording wording;
  wording.begin = all_words.size();
  wording.document = document;
  if (options.repeats) numbers.append(node.text, all_words);
  wording.count = static_cast<std::uint32_t>(all_words.size() - wording.begin);
  wordings.push_back(wording);
}

void GraphBuilder::add(table::Table const& table) {
  auto& in = *impl_;
  if (!in.prints.insert(print_of(table)).second) {
    in.graph.problems.push_back({table.document.id, 0, 0, "the same table came before; left out"});
    return;
  }
  auto const document = in.add_document(table);
  std::vector<std::uint32_t> records;
  records.reserve(table.speakers.size());
  PeopleMatcher::Record record;
  for (auto const& speaker : table.speakers) {
    record.name = speaker.name;
    record.type = speaker.type;
    record.aliases.assign(speaker.aliases.begin(), speaker.aliases.end());
    record.roles.assign(speaker.roles.begin(), speaker.roles.end());
    record.affiliations.assign(speaker.affiliations.begin(), speaker.affiliations.end());
    record.document = document;
    records.push_back(in.people.add(record));
    if (speaker.type == "organisation") in.organisations.add(speaker.name);
    in.add_memberships(speaker, records.back());
  }
  SpeakersOf speakers(table);
  for (auto const& quote : table.quotes) in.add_quote(speakers, quote, document, records);
}

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
