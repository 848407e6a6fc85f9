#include "graph/graph.hpp"

namespace whosaid::graph {

std::string_view to_string(NodeKind kind) {
  switch (kind) {
    case NodeKind::document: return "document";
    case NodeKind::quote: return "quote";
    case NodeKind::speaker: return "speaker";
    case NodeKind::organisation: return "organisation";
    case NodeKind::date: return "date";
  }
  return "";
}

std::string_view to_string(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::said: return "said";
    case EdgeKind::said_on: return "said_on";
    case EdgeKind::appears_in: return "appears_in";
    case EdgeKind::published_on: return "published_on";
    case EdgeKind::member_of: return "member_of";
    case EdgeKind::addressed_to: return "addressed_to";
    case EdgeKind::repeats: return "repeats";
    case EdgeKind::same_as: return "same_as";
  }
  return "";
}

std::string_view to_string(Likeness likeness) {
  switch (likeness) {
    case Likeness::identical: return "identical";
    case Likeness::trimmed: return "trimmed";
    case Likeness::altered: return "altered";
  }
  return "";
}

NodeKind from_kind(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::said:
    case EdgeKind::member_of:
    case EdgeKind::same_as: return NodeKind::speaker;
    case EdgeKind::published_on: return NodeKind::document;
    case EdgeKind::said_on:
    case EdgeKind::appears_in:
    case EdgeKind::addressed_to:
    case EdgeKind::repeats: return NodeKind::quote;
  }
  return NodeKind::quote;
}

NodeKind to_kind(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::said:
    case EdgeKind::repeats: return NodeKind::quote;
    case EdgeKind::said_on:
    case EdgeKind::published_on: return NodeKind::date;
    case EdgeKind::appears_in: return NodeKind::document;
    case EdgeKind::member_of:
    case EdgeKind::same_as: return NodeKind::organisation;
    case EdgeKind::addressed_to: return NodeKind::speaker;
  }
  return NodeKind::quote;
}

std::string_view Graph::id_of(NodeKind kind, std::uint32_t index) const {
  switch (kind) {
    case NodeKind::document: return documents[index].id;
    case NodeKind::quote: return quotes[index].id;
    case NodeKind::speaker: return speakers[index].id;
    case NodeKind::organisation: return organisations[index].id;
    case NodeKind::date: return dates[index].id;
  }
  return {};
}

}  // namespace whosaid::graph
