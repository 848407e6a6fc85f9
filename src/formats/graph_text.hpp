// What the graph's formats share: labels, escaping, and which dates a node has.
#pragma once
#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace whosaid::formats {

// Appends text for XML content or attributes; characters that XML 1.0 cannot hold become U+FFFD.
void append_xml(std::string& out, std::string_view text);

// At most `points` code points, then "…"; white space of any kind becomes one blank.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t points);

// A short name for people: title, words of the quote, name, date.
[[nodiscard]] std::string label_of(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index);

// First and last day of a node, "" when it has none: a quote's are those of its utterance, else of its publication.
struct NodeDays {
  std::string_view first, last;
};
[[nodiscard]] NodeDays days_of(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index);

// "may → will; + not; − today": an altered repeat's changes on one line.
[[nodiscard]] std::string changes_line(graph::Repeat const& repeat);

// Calls visit(kind, index) for every node: documents, quotes, speakers, organisations, dates.
template <class Visit>
void for_each_node(graph::Graph const& graph, Visit visit) {
  using enum graph::NodeKind;
  for (std::uint32_t i = 0; i < graph.documents.size(); ++i) visit(document, i);
  for (std::uint32_t i = 0; i < graph.quotes.size(); ++i) visit(quote, i);
  for (std::uint32_t i = 0; i < graph.speakers.size(); ++i) visit(speaker, i);
  for (std::uint32_t i = 0; i < graph.organisations.size(); ++i) visit(organisation, i);
  for (std::uint32_t i = 0; i < graph.dates.size(); ++i) visit(date, i);
}

inline std::string_view source_of(graph::Graph const& graph, graph::Edge const& edge) {
  return graph.id_of(graph::from_kind(edge.kind), edge.from);
}
inline std::string_view target_of(graph::Graph const& graph, graph::Edge const& edge) {
  return graph.id_of(graph::to_kind(edge.kind), edge.to);
}

}  // namespace whosaid::formats
