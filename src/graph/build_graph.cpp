#include "graph/build_graph.hpp"

#include "graph/graph_in_making.hpp"
#include "graph/iso_time.hpp"

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

}  // namespace

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

}  // namespace whosaid::graph
