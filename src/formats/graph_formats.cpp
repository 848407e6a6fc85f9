#include "formats/graph_formats.hpp"

#include <algorithm>
#include <array>

namespace whosaid::formats {
namespace {

constexpr std::array known_formats{
    GraphFormat{"json", "nodes, edges and conflicts with everything that is known about them", ".json", false, write_graph_json},
    GraphFormat{"graphml", "GraphML, for networkx, yEd, igraph", ".graphml", false, write_graph_graphml},
    GraphFormat{"gexf", "GEXF 1.2 with dates, for Gephi's timeline", ".gexf", false, write_graph_gexf},
    GraphFormat{"dot", "Graphviz", ".dot", false, write_graph_dot},
    GraphFormat{"neo4j", "a directory of CSV files for neo4j-admin import", "", true, write_graph_neo4j},
    GraphFormat{"jsonld", "schema.org Quotation, Person, NewsArticle", ".jsonld", false, write_graph_jsonld},
    GraphFormat{"html", "one page to look at, without a network: the graph, and a timeline for each speaker", ".html", false,
                write_graph_html},
};

}  // namespace

std::span<GraphFormat const> graph_formats() { return known_formats; }

GraphFormat const* find_graph_format(std::string_view name) {
  auto const found = std::find_if(known_formats.begin(), known_formats.end(), [&](auto const& format) { return format.name == name; });
  return found == known_formats.end() ? nullptr : &*found;
}

GraphFormat const* guess_graph_format(std::string_view path) {
  auto const found = std::find_if(known_formats.begin(), known_formats.end(), [&](auto const& format) {
    return !format.extension.empty() && path.ends_with(format.extension);
  });
  return found == known_formats.end() ? nullptr : &*found;
}

}  // namespace whosaid::formats
