// GEXF 1.2 with the days of quotes and documents, so that Gephi's timeline works as soon as the file is open.
#include <array>

#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"

namespace whosaid::formats {
namespace {

using Text = std::string_view;

enum NodeAttribute : int { kind_, name_, type_, roles_, text_, status_, published_, url_, quotes_, node_attributes };
constexpr std::array<Text, node_attributes> node_names = {"kind", "name", "type", "roles", "text", "status", "published", "url", "quotes"};

enum EdgeAttribute : int { edge_kind_, role_, cue_, likeness_, changes_, conflict_, edge_attributes };
constexpr std::array<Text, edge_attributes> edge_names = {"kind", "role", "cue", "likeness", "changes", "conflict"};

// One colour for each kind of node, told apart also by people who do not see red and green.
constexpr std::array<Text, 5> colours = {R"(r="136" g="136" b="136")", R"(r="86" g="180" b="233")", R"(r="213" g="94" b="0")",
                                         R"(r="0" g="158" b="115")", R"(r="204" g="204" b="153")"};

void value(std::string& out, int attribute, Text text) {
  if (text.empty()) return;
  out += "<attvalue for=\"" + std::to_string(attribute) + "\" value=\"";
  append_xml(out, text);
  out += "\"/>";
}

void days(std::string& out, NodeDays days) {
  if (days.first.empty()) return;
  (((out += " start=\"") += days.first) += "\" end=\"") += days.last;
  out += '"';
}

void write_gexf_node(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index, std::string& out) {
  out += "<node id=\"";
  append_xml(out, graph.id_of(kind, index));
  out += "\" label=\"";
  append_xml(out, label_of(graph, kind, index));
  out += '"';
  days(out, days_of(graph, kind, index));
  out += "><attvalues>";
  value(out, kind_, to_string(kind));
  switch (kind) {
    case graph::NodeKind::document:
      value(out, published_, graph.documents[index].published);
      value(out, url_, graph.documents[index].url);
      break;
    case graph::NodeKind::quote:
      value(out, text_, graph.quotes[index].text);
      value(out, status_, graph.quotes[index].status);
      break;
    case graph::NodeKind::speaker: {
      auto const& node = graph.speakers[index];
      value(out, name_, node.name);
      value(out, type_, node.type);
      std::string roles;
      for (auto const role : node.roles) (roles += roles.empty() ? "" : "; ") += role;
      value(out, roles_, roles);
      value(out, quotes_, std::to_string(node.quotes));
      break;
    }
    case graph::NodeKind::organisation: value(out, name_, graph.organisations[index].name); break;
    case graph::NodeKind::date: break;
  }
  out += "</attvalues><viz:color ";
  out += colours[static_cast<std::size_t>(kind)];
  out += "/></node>\n";
}

void write_gexf_edge(graph::Graph const& graph, graph::Edge const& edge, std::size_t number, std::string& out) {
  out += "<edge id=\"" + std::to_string(number) + "\" source=\"";
  append_xml(out, source_of(graph, edge));
  out += "\" target=\"";
  append_xml(out, target_of(graph, edge));
  ((out += "\" label=\"") += to_string(edge.kind)) += '"';
  // An edge lives as long as the quote or document at its end.
  if (edge.kind == graph::EdgeKind::said) days(out, days_of(graph, graph::NodeKind::quote, edge.to));
  else if (from_kind(edge.kind) != graph::NodeKind::speaker) days(out, days_of(graph, from_kind(edge.kind), edge.from));
  out += "><attvalues>";
  value(out, edge_kind_, to_string(edge.kind));
  if (edge.kind == graph::EdgeKind::said) value(out, cue_, edge.text);
  if (edge.kind == graph::EdgeKind::member_of) value(out, role_, edge.text);
  if (edge.kind == graph::EdgeKind::repeats) {
    auto const& repeat = graph.repeats[edge.detail];
    value(out, likeness_, to_string(repeat.likeness));
    value(out, changes_, changes_line(repeat));
    if (repeat.conflict) value(out, conflict_, "true");
  }
  out += "</attvalues></edge>\n";
}

}  // namespace

void write_graph_gexf(graph::Graph const& graph, GraphSink& sink) {
  auto& out = sink.text;
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
      "<meta><creator>whosaid</creator><description>Who said what, when</description></meta>\n"
      "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n";
  auto const declare = [&](Text domain, std::span<Text const> names) {
    ((out += "<attributes class=\"") += domain) += "\" mode=\"static\">\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
      ((out += "<attribute id=\"" + std::to_string(i) + "\" title=\"") += names[i]) += "\" type=\"";
      (out += names[i] == "quotes" ? "integer" : names[i] == "conflict" ? "boolean" : "string") += "\"/>\n";
    }
    out += "</attributes>\n";
  };
  declare("node", node_names);
  declare("edge", edge_names);
  out += "<nodes>\n";
  for_each_node(graph, [&](graph::NodeKind kind, std::uint32_t index) {
    write_gexf_node(graph, kind, index, out);
    sink.offer();
  });
  out += "</nodes>\n<edges>\n";
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    write_gexf_edge(graph, graph.edges[i], i, out);
    sink.offer();
  }
  out += "</edges>\n</graph>\n</gexf>\n";
  sink.flush();
}

}  // namespace whosaid::formats
