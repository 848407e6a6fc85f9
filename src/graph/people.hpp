// The state between matching people and writing their nodes: what match_people.cpp fills and people_nodes.cpp reads.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/facts.hpp"
#include "graph/graph.hpp"
#include "graph/match_people.hpp"
#include "graph/names.hpp"

namespace whosaid::graph {

// All that is equal in records of equal name, type, roles and affiliations.
struct Profile {
  std::string_view name, type;
  std::vector<std::string_view> aliases, roles, affiliations;
  std::uint32_t entry = none;  // none: one node per document, or an organisation
  std::uint32_t organisation = none;
  Facts facts;
  Ids records;
};

// One name, and the clusters of profiles that carry it.
struct Entry {
  PersonName name;
  Ids profiles, clusters;
};

// Records that are one person.
struct Cluster {
  std::uint32_t entry = none;
  std::uint32_t parent = none;  // the cluster it was merged into; none: a node of its own
  Ids profiles;
  Facts facts;       // of a root: also those of what was merged into it
  Ids documents;     // sorted; same
  std::string why;
  Ids apart;         // clusters
  std::string apart_why;
  bool apart_may_be = true;
  bool open = false;  // a node per document: two or more people fit
};

struct People {
  std::vector<Profile> profiles;
  std::vector<Entry> entries;
  std::vector<Cluster> clusters;
  Ids profile_of_record, document_of_record;

  [[nodiscard]] std::uint32_t root(std::uint32_t cluster) const {
    while (clusters[cluster].parent != none) cluster = clusters[cluster].parent;
    return cluster;
  }
};

[[nodiscard]] PeopleMatcher::Result write_people(People const& people, std::span<DocumentNode const> documents, Strings& strings);

}  // namespace whosaid::graph
