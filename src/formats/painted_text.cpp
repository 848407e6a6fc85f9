#include "formats/painted_text.hpp"

#include <algorithm>
#include <set>

#include "formats/pages.hpp"

namespace whosaid::formats {
namespace {

using eval::Metric;
using pages::append_escaped;

eval::Range drawn_range(table::TextSpan const& span) { return {span.start, span.end}; }

}  // namespace

void paint(eval::Text const& text, std::vector<Painted> const& stretches, std::string const& document, std::string& out) {
  struct Edge {
    std::uint32_t at;
    bool opens;
    Painted const* stretch;
  };
  std::vector<Edge> edges;
  for (auto const& stretch : stretches) {
    auto const end = std::min(stretch.range.end, text.size());
    if (stretch.range.start >= end) continue;
    edges.push_back({stretch.range.start, true, &stretch});
    edges.push_back({end, false, &stretch});
  }
  std::stable_sort(edges.begin(), edges.end(), [](Edge const& a, Edge const& b) { return a.at < b.at; });
  std::array<std::uint32_t, layer_names.size()> open{};
  std::multiset<std::uint32_t> rows;
  std::uint32_t at = 0;
  auto const put = [&](std::uint32_t end) {
    if (end == at) return;
    bool const painted = std::any_of(open.begin(), open.end(), [](auto count) { return count != 0; });
    if (painted) {
      out += "<span class=\"";
      bool first = true;
      for (std::size_t layer = 0; layer < open.size(); ++layer)
        if (open[layer] != 0) {
          if (!first) out += ' ';
          out += layer_names[layer];
          first = false;
        }
      out += '"';
      if (!rows.empty()) out.append(" data-row=\"").append(document).append("-").append(std::to_string(*rows.rbegin())).append("\"");
      out += '>';
    }
    append_escaped(out, text.slice({at, end}));
    if (painted) out += "</span>";
    at = end;
  };
  for (auto const& edge : edges) {
    put(edge.at);
    auto& count = open[static_cast<std::size_t>(edge.stretch->layer)];
    if (edge.opens) {
      ++count;
      if (edge.stretch->item != eval::no_quote) rows.insert(edge.stretch->item);
    } else {
      --count;
      if (edge.stretch->item != eval::no_quote) rows.erase(rows.find(edge.stretch->item));
    }
  }
  put(text.size());
}

Layer layer_of(eval::Item const& item) {
  auto const main = item.indirect ? Metric::indirect : Metric::span;
  if (!item.of(main).right) return Layer::wrong;
  for (auto metric : {Metric::source, Metric::cue, Metric::speaker, Metric::date})
    if (item.of(metric).asked() && !item.of(metric).right) return Layer::partly;
  return Layer::right;
}

std::vector<Painted> gold_side(eval::Case const& document) {
  std::vector<Painted> out;
  for (std::uint32_t row = 0; row < document.score.items.size(); ++row) {
    auto const& item = document.score.items[row];
    if (item.extra()) continue;
    auto const& quote = document.gold->quotes[item.gold];
    if (item.indirect)
      for (auto range : quote.spans) out.push_back({range, layer_of(item), row});
    else
      out.push_back({item.span, layer_of(item), row});
  }
  for (auto const& quote : document.gold->quotes) {
    for (auto range : quote.source) out.push_back({range, Layer::source});
    for (auto range : quote.cue) out.push_back({range, Layer::cue});
  }
  for (auto range : document.gold->discard) out.push_back({range, Layer::discard});
  return out;
}

std::vector<Painted> predicted_side(eval::Case const& document) {
  std::vector<Painted> out;
  if (!document.predicted) return out;
  for (std::uint32_t row = 0; row < document.score.items.size(); ++row) {
    auto const& item = document.score.items[row];
    if (!item.matched) continue;
    if (!item.indirect) out.push_back({item.span, layer_of(item), row});
    else
      for (auto const& segment : document.predicted->quotes[item.predicted].segments) out.push_back({drawn_range(segment), layer_of(item), row});
  }
  for (auto const& quote : document.predicted->quotes) {
    if (quote.section == "related" || quote.section == "boilerplate")
      for (auto const& segment : quote.segments) out.push_back({drawn_range(segment), Layer::other});
    if (quote.source) out.push_back({drawn_range(quote.source->span), Layer::source});
    if (quote.cue) out.push_back({drawn_range(quote.cue->span), Layer::cue});
  }
  return out;
}

}  // namespace whosaid::formats
