#include "formats/graph_text.hpp"

#include "graph/iso_time.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80) {
      auto const begin = at;
      char32_t const point = next_code_point(text, at);
      if (point == 0xFFFE || point == 0xFFFF) out += "\xEF\xBF\xBD";
      else out.append(text, begin, at - begin);
      continue;
    }
    ++at;
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n':
      case '\r': out += "&#" + std::to_string(c) + ';'; break;  // a reader would make blanks of them in an attribute
      default:
        if (c < 0x20) out += "\xEF\xBF\xBD";
        else out += static_cast<char>(c);
    }
  }
}

std::string shortened(std::string_view text, std::size_t points) {
  std::string out;
  bool blank = false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = static_cast<unsigned char>(text[at]);
    if (c <= 0x20 || c == 0x7F) {
      blank = !out.empty();
      ++at;
      continue;
    }
    if (count + blank >= points) return out += "…";
    if (blank) out += ' ', ++count, blank = false;
    auto const begin = at;
    (void)next_code_point(text, at);
    out.append(text, begin, at - begin);
    ++count;
  }
  return out;
}

std::string label_of(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index) {
  constexpr std::size_t points = 72;
  switch (kind) {
    case graph::NodeKind::document: {
      auto const& node = graph.documents[index];
      return shortened(!node.title.empty() ? node.title : node.own_id, points);
    }
    case graph::NodeKind::quote: return shortened(graph.quotes[index].text, points);
    case graph::NodeKind::speaker: return shortened(graph.speakers[index].name, points);
    case graph::NodeKind::organisation: return shortened(graph.organisations[index].name, points);
    case graph::NodeKind::date: return std::string(graph.dates[index].iso);
  }
  return {};
}

NodeDays days_of(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index) {
  auto const published = [&](std::uint32_t document) -> NodeDays {
    auto const& node = graph.documents[document];
    if (node.instant == graph::unknown_time || node.published.size() < 10) return {};
    return {node.published.substr(0, 10), node.published.substr(0, 10)};
  };
  switch (kind) {
    case graph::NodeKind::document: return published(index);
    case graph::NodeKind::quote: {
      auto const& node = graph.quotes[index];
      if (node.date != graph::none && !graph.dates[node.date].first.empty())
        return {graph.dates[node.date].first, graph.dates[node.date].last};
      return published(node.document);
    }
    case graph::NodeKind::date: return {graph.dates[index].first, graph.dates[index].last};
    case graph::NodeKind::speaker:
    case graph::NodeKind::organisation: return {};
  }
  return {};
}

std::string changes_line(graph::Repeat const& repeat) {
  std::string out;
  for (auto const& change : repeat.changes) {
    if (!out.empty()) out += "; ";
    if (change.from.empty()) (out += "+ ") += change.to;
    else if (change.to.empty()) (out += "− ") += change.from;
    else ((out += change.from) += " → ") += change.to;
  }
  return out;
}

}  // namespace whosaid::formats
