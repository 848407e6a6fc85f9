// Step 2 of matching people: who of those that carry one name is one person.
#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/people_matcher.hpp"

namespace whosaid::graph {

// The profiles of one name become clusters.
void PeopleMatcher::Impl::cluster_name(std::uint32_t entry) {
  auto const& list = entries[entry].profiles;
  // Profiles with a shared word are one; each word remembers the first cluster that has it.
  std::vector<std::uint32_t> group(list.size());
  std::iota(group.begin(), group.end(), 0u);
  auto const top = [&](std::uint32_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  std::unordered_map<std::uint32_t, std::uint32_t> first_with;
  std::uint32_t bare = none;  // the profiles without facts
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    auto const& facts = profiles[list[i]].facts;
    if (facts.empty()) {
      if (bare == none) bare = i;
      else group[i] = bare;
    }
    for (auto const word : facts.all) {
      auto const [found, fresh] = first_with.emplace(word, i);
      if (!fresh) {
        auto const a = top(found->second), b = top(i);
        group[std::max(a, b)] = std::min(a, b);
      }
    }
  }
  std::unordered_map<std::uint32_t, std::uint32_t> cluster_of;
  Ids made;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    auto const [found, fresh] = cluster_of.emplace(top(i), static_cast<std::uint32_t>(clusters.size()));
    if (fresh) {
      clusters.emplace_back();
      clusters.back().entry = entry;
      made.push_back(found->second);
    }
    auto& cluster = clusters[found->second];
    auto const& profile = profiles[list[i]];
    if (cluster.why.empty() && share_one(cluster.facts.all, profile.facts.all))
      cluster.why = "same name; in common: " + shared_words(cluster.facts, profile.facts);
    cluster.profiles.push_back(list[i]);
    cluster.facts.add(profile.facts);
    for (auto const record : profile.records) cluster.documents.push_back(document_of_record[record]);
  }
  for (auto const i : made) {
    auto& documents = clusters[i].documents;
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    if (clusters[i].why.empty()) clusters[i].why = "same name; nothing contradicts";  // bare, or of one profile
  }
  entries[entry].clusters = made;
  // Clusters that contradict stay apart; those that contradict none of several stay open.
  bool const full = !entries[entry].name.surname_only();
  auto const contradict = [&](std::uint32_t a, std::uint32_t b) {
    return full ? full_names_contradict(clusters[a].facts, clusters[b].facts)
                : short_names_contradict(clusters[a].facts, clusters[b].facts);
  };
  if (made.size() < 2) return;
  // The largest first, so that the outcome does not hang on the order of tables.
  std::stable_sort(made.begin(), made.end(), [&](std::uint32_t a, std::uint32_t b) {
    return clusters[a].documents.size() > clusters[b].documents.size();
  });
  std::vector<char> core(made.size(), 0);
  std::size_t const compared = std::min<std::size_t>(made.size(), 256);  // a name with more disjoint lives is not compared
  for (std::size_t a = 0; a < compared; ++a)
    for (std::size_t b = a + 1; b < compared; ++b)
      if (contradict(made[a], made[b])) core[a] = core[b] = 1;
  Ids people;
  std::size_t all_documents = 0;
  for (std::size_t i = 0; i < made.size(); ++i) all_documents += clusters[made[i]].documents.size();
  for (std::size_t i = 0; i < made.size(); ++i)
    if (core[i] && std::none_of(people.begin(), people.end(), [&](auto other) { return !contradict(made[i], other); }))
      people.push_back(made[i]);
  for (std::size_t i = 0; i < made.size(); ++i) {
    auto const cluster = made[i];
    if (std::find(people.begin(), people.end(), cluster) != people.end()) continue;
    if (people.empty()) {  // nothing contradicts: all are the largest one
      if (i > 0) join(cluster, made[0], clusters[cluster].why);
      continue;
    }
    Ids fitting;
    for (auto const other : people)
      if (!contradict(cluster, other)) fitting.push_back(other);
    auto const largest = clusters[people[0]].documents.size();
    if (fitting.size() == 1) {
      join(cluster, fitting[0], "same name; contradicts the others of that name");
    } else if (!fitting.empty() && fitting[0] == people[0] && all_documents >= 10 && largest * 10 >= all_documents * 9) {
      join(cluster, fitting[0], "same name; nine in ten documents mean this person");
    } else {
      clusters[cluster].open = clusters[cluster].facts.empty();
      clusters[cluster].apart = fitting;
      clusters[cluster].apart_why = "same name, and several people carry it";
    }
  }
  for (auto const a : people)
    for (auto const b : people)
      if (a != b && clusters[a].apart.size() < 8) {
        clusters[a].apart.push_back(b);
        clusters[a].apart_why = "same name, but no role or affiliation in common";
        clusters[a].apart_may_be = false;
      }
}

void PeopleMatcher::Impl::join(std::uint32_t cluster, std::uint32_t into, std::string why) {
  into = root(into);
  clusters[cluster].parent = into;
  clusters[cluster].why = std::move(why);
  clusters[into].facts.add(clusters[cluster].facts);
  merge_into(clusters[into].documents, clusters[cluster].documents);
}

}  // namespace whosaid::graph
