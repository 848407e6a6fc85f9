// The graph as files. A format is one graph_*.cpp in this folder and one row in graph_formats.cpp.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace whosaid::formats {

// Where a graph goes, piece by piece: a million quotes are never one string. Formats of several files begin each with file().
class GraphSink {
 public:
  virtual ~GraphSink() = default;
  virtual void file(std::string_view name) = 0;
  virtual void write(std::string_view bytes) = 0;

  // What the formats append to; hands itself on when it has grown. offer() after every node or edge, flush() at the end.
  std::string text;
  void offer() {
    if (text.size() >= (1u << 18)) flush();
  }
  void flush() {
    write(text);
    text.clear();
  }
};

struct GraphFormat {
  std::string_view name;       // as given to --format
  std::string_view help;
  std::string_view extension;  // ".gexf", by which -o knows the format; "" = none
  bool directory = false;      // several files
  void (*write)(graph::Graph const&, GraphSink&) = nullptr;
};
[[nodiscard]] std::span<GraphFormat const> graph_formats();
[[nodiscard]] GraphFormat const* find_graph_format(std::string_view name);  // nullptr when there is none
[[nodiscard]] GraphFormat const* guess_graph_format(std::string_view path);  // by extension; nullptr when none has it

void write_graph_json(graph::Graph const&, GraphSink&);
void write_graph_graphml(graph::Graph const&, GraphSink&);
void write_graph_gexf(graph::Graph const&, GraphSink&);
void write_graph_dot(graph::Graph const&, GraphSink&);
void write_graph_neo4j(graph::Graph const&, GraphSink&);
void write_graph_jsonld(graph::Graph const&, GraphSink&);
void write_graph_html(graph::Graph const&, GraphSink&);

}  // namespace whosaid::formats
