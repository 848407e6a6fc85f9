// Where an element stands in its page, and all the text below it.
#include <algorithm>

#include "formats/page.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t longest_path = 64;      // steps; every paragraph has a path, and no real page is as deep

}  // namespace

// Which child of its name each element is. Names of one parent's children are few; beyond `most_names` different ones,
// places are not counted.
void Page::number_children() const {
  constexpr std::size_t most_names = 64;
  struct Count {
    std::string_view name;
    std::uint32_t seen;
    std::uint32_t first;
  };
  places_.assign(nodes_.size(), 0);
  std::vector<Count> counts;
  for (std::uint32_t parent = 0; parent < nodes_.size(); ++parent) {
    if (!nodes_[parent].element) continue;
    counts.clear();
    for (auto i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end) {
      if (!nodes_[i].element) continue;
      auto const own = name(i);
      auto found = std::find_if(counts.begin(), counts.end(), [&](Count const& one) { return one.name == own; });
      if (found == counts.end()) {
        if (counts.size() < most_names) counts.push_back({own, 1, i});
        continue;
      }
      if (found->seen == 1) places_[found->first] = 1;
      places_[i] = ++found->seen;
    }
  }
}

std::string Page::path(std::uint32_t node) const {
  if (places_.size() != nodes_.size()) number_children();
  while (node != no_node && !nodes_[node].element) node = nodes_[node].parent;
  std::vector<std::uint32_t> steps;
  for (; node != no_node && steps.size() < longest_path; node = nodes_[node].parent) steps.push_back(node);
  std::string out = node == no_node ? "" : "…";
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (!out.empty()) out += '/';
    out += name(*step);
    if (places_[*step]) out += '[' + std::to_string(places_[*step]) + ']';
  }
  return out;
}

std::string Page::text_below(std::uint32_t node) const {
  std::string out;
  for (auto i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].tag == Tag::script || nodes_[i].tag == Tag::style) i = nodes_[i].end - 1;
    else if (is_block(nodes_[i].tag) || nodes_[i].tag == Tag::br) out += ' ';
    for (char const c : nodes_[i].text) {
      bool const space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!space) out += c;
      else if (!out.empty() && out.back() != ' ') out += ' ';
    }
  }
  auto const begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(' ') + 1 - begin);
}

}  // namespace whosaid::formats
