// The graph in the words of schema.org: NewsArticle, Quotation, Person, Organization.
#include <algorithm>

#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"
#include "formats/json_write.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

using Text = std::string_view;

// Everything that is not unreserved in RFC 3986 is percent-encoded; a name space of our own keeps ids from clashing.
std::string urn(Text id) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out = "urn:whosaid:";
  for (char const c : id) {
    bool const plain = is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.' ||
                       c == '_' || c == '~' || c == ':';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

void member(std::string& out, Text name, Text value) {
  if (value.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  append_json_string(out, value);
}

void reference(std::string& out, Text id) {
  out += "{\"@id\":";
  append_json_string(out, Text(urn(id)));
  out += '}';
}

// `list` has no, one or several items; JSON-LD wants no list around a single one.
template <class List, class Write>
void members(std::string& out, Text name, List const& list, Write write) {
  if (list.empty()) return;
  out += ",\"";
  out += name;
  out += list.size() > 1 ? "\":[" : "\":";
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i) out += ',';
    write(list[i]);
  }
  if (list.size() > 1) out += ']';
}

void begin(std::string& out, Text id, Text type) {
  out += "{\"@id\":";
  append_json_string(out, Text(urn(id)));
  out += ",\"@type\":\"";
  out += type;
  out += '"';
}

// Edges by the node that they start from, or end at: numbers of edges, all nodes of one kind behind each other.
class EdgesOf {
 public:
  EdgesOf(graph::Graph const& graph, graph::EdgeKind kind, std::size_t nodes, std::uint32_t graph::Edge::*end) : starts_(nodes + 1) {
    for (auto const& edge : graph.edges)
      if (edge.kind == kind) ++starts_[edge.*end + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    edges_.resize(starts_.back());
    auto next = starts_;
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i)
      if (graph.edges[i].kind == kind) edges_[next[graph.edges[i].*end]++] = i;
  }
  [[nodiscard]] std::span<std::uint32_t const> of(std::size_t node) const {
    return {edges_.data() + starts_[node], starts_[node + 1] - starts_[node]};
  }

 private:
  std::vector<std::uint32_t> starts_, edges_;
};

Text type_of(graph::SpeakerNode const& node) { return node.type == "organisation" || node.type == "group" ? "Organization" : "Person"; }

}  // namespace

void write_graph_jsonld(graph::Graph const& graph, GraphSink& sink) {
  using graph::EdgeKind;
  auto& out = sink.text;
  EdgesOf const speakers(graph, EdgeKind::said, graph.quotes.size(), &graph::Edge::to);
  EdgesOf const addressees(graph, EdgeKind::addressed_to, graph.quotes.size(), &graph::Edge::from);
  EdgesOf const repeats(graph, EdgeKind::repeats, graph.quotes.size(), &graph::Edge::from);
  EdgesOf const memberships(graph, EdgeKind::member_of, graph.speakers.size(), &graph::Edge::from);

  out += "{\"@context\":\"https://schema.org\",\"@graph\":[";
  Text comma = "\n";
  auto const next = [&] {
    sink.offer();
    out += comma;
    comma = ",\n";
  };
  for (auto const& node : graph.documents) {
    next();
    begin(out, node.id, "NewsArticle");
    member(out, "identifier", node.own_id);
    member(out, "url", node.url);
    member(out, "headline", node.title);
    member(out, "datePublished", node.published);
    member(out, "inLanguage", node.language);
    if (!node.author.empty()) {
      out += ",\"author\":{\"@type\":\"Person\"";
      member(out, "name", node.author);
      out += '}';
    }
    if (!node.publisher.empty()) {
      out += ",\"publisher\":{\"@type\":\"Organization\"";
      member(out, "name", node.publisher);
      out += '}';
    }
    out += '}';
  }
  for (std::uint32_t i = 0; i < graph.quotes.size(); ++i) {
    auto const& node = graph.quotes[i];
    auto const& document = graph.documents[node.document];
    next();
    begin(out, node.id, "Quotation");
    member(out, "identifier", node.own_id);
    member(out, "text", node.text);
    auto const by = speakers.of(i);
    for (Text const name : {Text("creator"), Text("spokenByCharacter")})
      members(out, name, by, [&](std::uint32_t edge) { reference(out, graph.speakers[graph.edges[edge].from].id); });
    // An interval is no date of creation.
    if (node.said.find('/') == Text::npos && node.said.find('W') == Text::npos) member(out, "dateCreated", node.said);
    else if (node.date != graph::none && !graph.dates[node.date].first.empty())
      member(out, "temporalCoverage", std::string(graph.dates[node.date].first) + '/' + std::string(graph.dates[node.date].last));
    member(out, "datePublished", document.published);
    member(out, "inLanguage", document.language);
    out += ",\"isPartOf\":";
    reference(out, document.id);
    members(out, "mentions", addressees.of(i), [&](std::uint32_t edge) { reference(out, graph.speakers[graph.edges[edge].to].id); });
    members(out, "isBasedOn", repeats.of(i), [&](std::uint32_t edge) { reference(out, graph.quotes[graph.edges[edge].to].id); });
    out += '}';
  }
  for (std::uint32_t i = 0; i < graph.speakers.size(); ++i) {
    auto const& node = graph.speakers[i];
    next();
    begin(out, node.id, type_of(node));
    member(out, "name", node.name);
    members(out, "alternateName", node.aliases, [&](Text alias) { append_json_string(out, alias); });
    if (type_of(node) == "Person") members(out, "jobTitle", node.roles, [&](Text role) { append_json_string(out, role); });
    if (node.organisation != graph::none) {
      out += ",\"sameAs\":";
      append_json_string(out, Text(urn(graph.organisations[node.organisation].id)));
    }
    members(out, "memberOf", memberships.of(i), [&](std::uint32_t number) {
      auto const& edge = graph.edges[number];
      if (edge.text.empty()) return reference(out, graph.organisations[edge.to].id);
      out += "{\"@type\":\"OrganizationRole\"";
      member(out, "roleName", edge.text);
      out += ",\"memberOf\":";
      reference(out, graph.organisations[edge.to].id);
      out += '}';
    });
    out += '}';
  }
  for (auto const& node : graph.organisations) {
    next();
    begin(out, node.id, "Organization");
    member(out, "name", node.name);
    members(out, "alternateName", node.aliases, [&](Text alias) { append_json_string(out, alias); });
    out += '}';
  }
  out += "\n]}\n";
  sink.flush();
}

}  // namespace whosaid::formats
