#include "graph/organisations.hpp"

#include <algorithm>
#include <unordered_set>

#include "text/ascii.hpp"

namespace whosaid::graph {
namespace {

// "IMF", "U.N.": two to eight capital letters and nothing else. Gives them in lower case, "" for other names.
std::string acronym(std::string_view name) {
  std::string out;
  for (char const c : name) {
    if (c == '.') continue;
    if (!is_ascii_upper(c)) return {};
    out += ascii_lower(c);
  }
  return out.size() >= 2 && out.size() <= 8 ? out : std::string{};
}

}  // namespace

std::string OrganisationMatcher::key_of(std::string_view name) const {
  std::string key;
  auto const list = name_words(name);
  for (auto const& word : list)
    if (!words_.filler(word)) key += word + ' ';
  if (key.empty())
    for (auto const& word : list) key += word + ' ';
  return key.empty() ? std::string(name) : key;
}

std::uint32_t OrganisationMatcher::add(std::string_view name) {
  if (auto const seen = by_name_.find(name); seen != by_name_.end()) return seen->second;
  auto const kept = strings_.share(name);
  auto const [found, fresh] = by_key_.emplace(key_of(name), static_cast<std::uint32_t>(entries_.size()));
  if (fresh) entries_.push_back({kept, {}});
  else entries_[found->second].names.push_back(kept);
  by_name_.emplace(kept, found->second);
  return found->second;
}

std::vector<OrganisationNode> OrganisationMatcher::finish() {
  // Initials of the names of several words, with and without their small words.
  std::unordered_map<std::string, std::uint32_t> by_initials;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    auto const list = name_words(entries_[i].name);
    if (list.size() < 2) continue;
    std::string all, content;
    for (auto const& word : list) {
      all += word[0];
      if (!words_.filler(word)) content += word[0];
    }
    for (auto const& initials : {all, content}) {
      auto const [at, fresh] = by_initials.emplace(initials, i);
      if (!fresh && at->second != i) at->second = none;  // two names: neither
    }
  }

  std::vector<OrganisationNode> nodes;
  node_of_.assign(entries_.size(), none);
  std::vector<std::uint32_t> owner(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    owner[i] = i;
    if (auto const letters = acronym(entries_[i].name); !letters.empty())
      if (auto const full = by_initials.find(letters); full != by_initials.end() && full->second != none) owner[i] = full->second;
  }
  std::unordered_map<std::string, std::uint32_t> ids;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (owner[i] != i) continue;
    node_of_[i] = static_cast<std::uint32_t>(nodes.size());
    std::string id = "organisation:" + slug(entries_[i].name);
    if (auto const count = ++ids[id]; count > 1) id += '-' + std::to_string(count);
    nodes.push_back({strings_.keep(id), entries_[i].name, entries_[i].names});
  }
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (owner[i] == i) continue;
    node_of_[i] = node_of_[owner[i]];
    auto& aliases = nodes[node_of_[i]].aliases;
    aliases.push_back(entries_[i].name);
    aliases.insert(aliases.end(), entries_[i].names.begin(), entries_[i].names.end());
  }
  return nodes;
}

std::uint32_t OrganisationMatcher::find(std::string_view name) const {
  if (auto const seen = by_name_.find(name); seen != by_name_.end()) return node_of_[seen->second];
  auto const found = by_key_.find(key_of(name));
  return found == by_key_.end() ? none : node_of_[found->second];
}

}  // namespace whosaid::graph
