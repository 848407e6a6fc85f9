// What tables say about somebody, as numbers of content words: enough to see whether two can be one.
#pragma once
#include <cstdint>
#include <vector>

namespace whosaid::graph {

using Ids = std::vector<std::uint32_t>;

// Both sorted, without doubles. Linear.
[[nodiscard]] bool share_one(Ids const& a, Ids const& b);
void merge_into(Ids& into, Ids const& from);

struct Facts {
  Ids roles, affiliations, all;

  [[nodiscard]] bool empty() const { return all.empty(); }
  void add(Facts const& other) {
    merge_into(roles, other.roles);
    merge_into(affiliations, other.affiliations);
    merge_into(all, other.all);
  }
};

// People of one full name: both have a role and an affiliation, and no word is shared.
[[nodiscard]] inline bool full_names_contradict(Facts const& a, Facts const& b) {
  return !a.roles.empty() && !a.affiliations.empty() && !b.roles.empty() && !b.affiliations.empty() && !share_one(a.all, b.all);
}

// People of one family name: both have any fact, and no word is shared.
[[nodiscard]] inline bool short_names_contradict(Facts const& a, Facts const& b) {
  return !a.empty() && !b.empty() && !share_one(a.all, b.all);
}

}  // namespace whosaid::graph
