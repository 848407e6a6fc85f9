// GraphML. Attributes are plain strings and numbers, lists joined by "; ", so that every reader takes them.
#include <array>

#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"

namespace whosaid::formats {
namespace {

using Text = std::string_view;

struct Key {
  Text name, type;
};
constexpr std::array node_keys{
    Key{"kind", "string"},      Key{"label", "string"},        Key{"text", "string"},     Key{"name", "string"},
    Key{"type", "string"},      Key{"roles", "string"},        Key{"affiliations", "string"}, Key{"aliases", "string"},
    Key{"why_merged", "string"}, Key{"documents", "int"},      Key{"quotes", "int"},      Key{"document", "string"},
    Key{"title", "string"},     Key{"url", "string"},          Key{"publisher", "string"}, Key{"published", "string"},
    Key{"language", "string"},  Key{"quote_kind", "string"},   Key{"said", "string"},     Key{"said_basis", "string"},
    Key{"status", "string"},    Key{"section", "string"},      Key{"confidence", "double"}, Key{"start", "int"},
    Key{"end", "int"},          Key{"first_appearance", "string"}, Key{"date", "string"},
};
constexpr std::array edge_keys{
    Key{"kind", "string"}, Key{"cue", "string"},     Key{"role", "string"},
    Key{"likeness", "string"}, Key{"cut", "string"}, Key{"changes", "string"}, Key{"conflict", "boolean"},
};

void data(std::string& out, char prefix, Text name, Text value) {
  if (value.empty()) return;
  out += "<data key=\"";
  out += prefix;
  out += name;
  out += "\">";
  append_xml(out, value);
  out += "</data>";
}

std::string joined(std::vector<Text> const& list) {
  std::string out;
  for (auto const text : list) {
    if (!out.empty()) out += "; ";
    out += text;
  }
  return out;
}

void write_graphml_node(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index, std::string& out) {
  auto const text = [&](Text name, Text value) { data(out, 'n', name, value); };
  auto const number = [&](Text name, std::uint32_t value) { data(out, 'n', name, std::to_string(value)); };
  out += "<node id=\"";
  append_xml(out, graph.id_of(kind, index));
  out += "\">";
  text("kind", to_string(kind));
  text("label", label_of(graph, kind, index));
  switch (kind) {
    case graph::NodeKind::document: {
      auto const& node = graph.documents[index];
      text("document", node.own_id);
      text("title", node.title);
      text("url", node.url);
      text("publisher", node.publisher);
      text("published", node.published);
      text("language", node.language);
      break;
    }
    case graph::NodeKind::quote: {
      auto const& node = graph.quotes[index];
      text("text", node.text);
      text("quote_kind", node.kind);
      text("said", node.said);
      text("said_basis", node.said_basis);
      text("status", node.status);
      text("section", node.section);
      std::string confidence = std::to_string(node.confidence);
      text("confidence", confidence);
      number("start", node.start);
      number("end", node.end);
      if (node.first != graph::none) text("first_appearance", graph.quotes[node.first].id);
      break;
    }
    case graph::NodeKind::speaker: {
      auto const& node = graph.speakers[index];
      text("name", node.name);
      text("type", node.type);
      text("roles", joined(node.roles));
      text("affiliations", joined(node.affiliations));
      text("aliases", joined(node.aliases));
      std::string why;
      for (auto const& merge : node.merges) ((((why += why.empty() ? "" : "; ") += merge.name) += " (") += merge.why) += ')';
      text("why_merged", why);
      number("documents", node.documents);
      number("quotes", node.quotes);
      break;
    }
    case graph::NodeKind::organisation:
      text("name", graph.organisations[index].name);
      text("aliases", joined(graph.organisations[index].aliases));
      break;
    case graph::NodeKind::date: text("date", graph.dates[index].iso); break;
  }
  out += "</node>\n";
}

void write_graphml_edge(graph::Graph const& graph, graph::Edge const& edge, std::size_t number, std::string& out) {
  out += "<edge id=\"e" + std::to_string(number) + "\" source=\"";
  append_xml(out, source_of(graph, edge));
  out += "\" target=\"";
  append_xml(out, target_of(graph, edge));
  out += "\">";
  data(out, 'e', "kind", to_string(edge.kind));
  if (edge.kind == graph::EdgeKind::said) data(out, 'e', "cue", edge.text);
  if (edge.kind == graph::EdgeKind::member_of) data(out, 'e', "role", edge.text);
  if (edge.kind == graph::EdgeKind::repeats) {
    auto const& repeat = graph.repeats[edge.detail];
    data(out, 'e', "likeness", to_string(repeat.likeness));
    data(out, 'e', "cut", repeat.later_is_shorter ? "source" : repeat.earlier_is_shorter ? "target" : "");
    data(out, 'e', "changes", changes_line(repeat));
    data(out, 'e', "conflict", repeat.conflict ? "true" : "false");
  }
  out += "</edge>\n";
}

}  // namespace

void write_graph_graphml(graph::Graph const& graph, GraphSink& sink) {
  auto& out = sink.text;
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  auto const declare = [&](char prefix, Text domain, Key key) {
    ((out += "<key id=\"") += prefix) += key.name;
    ((out += "\" for=\"") += domain) += "\" attr.name=\"";
    ((((out += key.name) += "\" attr.type=\"") += key.type) += "\"/>\n");
  };
  for (auto const key : node_keys) declare('n', "node", key);
  for (auto const key : edge_keys) declare('e', "edge", key);
  out += "<graph id=\"whosaid\" edgedefault=\"directed\">\n";
  for_each_node(graph, [&](graph::NodeKind kind, std::uint32_t index) {
    write_graphml_node(graph, kind, index, out);
    sink.offer();
  });
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    write_graphml_edge(graph, graph.edges[i], i, out);
    sink.offer();
  }
  out += "</graph>\n</graphml>\n";
  sink.flush();
}

}  // namespace whosaid::formats
