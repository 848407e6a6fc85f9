// The graph for Graphviz.
#include <array>

#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"

namespace whosaid::formats {
namespace {

// A quoted identifier or label: only the quotation mark and the backslash have to be escaped.
void quoted(std::string& out, std::string_view text) {
  out += '"';
  for (char const c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  out += '"';
}

constexpr std::array<std::string_view, 5> looks = {
    "shape=note, fillcolor=\"#eeeeee\"", "shape=box, fillcolor=\"#d6ecfa\"", "shape=ellipse, fillcolor=\"#fbdcc4\"",
    "shape=hexagon, fillcolor=\"#c9eddf\"", "shape=plain, fillcolor=\"#ffffff\""};

}  // namespace

void write_graph_dot(graph::Graph const& graph, GraphSink& sink) {
  auto& out = sink.text;
  out += "digraph whosaid {\nrankdir=LR;\nnode [style=filled, fontname=\"sans-serif\"];\nedge [fontname=\"sans-serif\", fontsize=10];\n";
  for_each_node(graph, [&](graph::NodeKind kind, std::uint32_t index) {
    quoted(out, graph.id_of(kind, index));
    out += " [label=";
    quoted(out, label_of(graph, kind, index));
    ((out += ", kind=") += to_string(kind)) += ", ";
    (out += looks[static_cast<std::size_t>(kind)]) += "];\n";
    sink.offer();
  });
  for (auto const& edge : graph.edges) {
    quoted(out, source_of(graph, edge));
    out += " -> ";
    quoted(out, target_of(graph, edge));
    ((out += " [kind=") += to_string(edge.kind)) += ", label=";
    if (edge.kind == graph::EdgeKind::repeats) {
      auto const& repeat = graph.repeats[edge.detail];
      std::string label(to_string(repeat.likeness));
      if (!repeat.changes.empty()) label += ": " + changes_line(repeat);
      quoted(out, label);
      out += repeat.conflict ? ", color=red, style=dashed" : ", style=dashed";
    } else if (edge.kind == graph::EdgeKind::member_of && !edge.text.empty()) {
      quoted(out, edge.text);
    } else {
      quoted(out, to_string(edge.kind));
    }
    out += "];\n";
    sink.offer();
  }
  out += "}\n";
  sink.flush();
}

}  // namespace whosaid::formats
