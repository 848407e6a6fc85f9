// Clusters of records become nodes, with the reasons on them.
#include <algorithm>
#include <unordered_map>

#include "graph/people.hpp"

namespace whosaid::graph {
namespace {

// Adds strings once each, counting; then gives them, most counted first.
class Counted {
 public:
  void add(std::string_view text, std::uint32_t count) {
    for (auto& [known, total] : list_)
      if (known == text) return void(total += count);
    if (list_.size() < 64) list_.emplace_back(text, count);
  }
  [[nodiscard]] std::vector<std::string_view> take(std::string_view except = {}) {
    std::stable_sort(list_.begin(), list_.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
    std::vector<std::string_view> out;
    for (auto const& [text, count] : list_)
      if (text != except && out.size() < 24) out.push_back(text);
    return out;
  }

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> list_;
};

// Ids for all nodes: the name alone where it is the only one; else with an affiliation or role; else numbered.
void give_ids(std::vector<SpeakerNode>& nodes, std::vector<std::string_view> const& only_in, Strings& strings) {
  std::vector<std::string> ids(nodes.size());
  std::unordered_map<std::string, std::uint32_t> uses;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    ids[i] = "speaker:" + slug(nodes[i].name);
    if (!only_in[i].empty()) (ids[i] += '@') += only_in[i];
    ++uses[ids[i]];
  }
  std::unordered_map<std::string, std::uint32_t> taken;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (uses[ids[i]] > 1) {
      auto const& facts = !nodes[i].affiliations.empty() ? nodes[i].affiliations : nodes[i].roles;
      if (!facts.empty()) ids[i] += '~' + slug(facts[0]);
    }
    std::string id = ids[i];
    while (true) {
      auto const count = ++taken[ids[i]];
      if (count > 1) id = ids[i] + '-' + std::to_string(count);
      if (count == 1 || taken.emplace(id, 1).second) break;
    }
    nodes[i].id = strings.keep(id);
  }
}

// Which node each record belongs to, and what each node is made of.
class Assignment {
 public:
  struct Node {
    std::uint32_t cluster = none;       // none: an organisation, or somebody without a proper name
    std::uint32_t organisation = none;
    std::string_view only_in;           // own id of the one document that it belongs to, "" = no such bond
    bool kept_apart = false;            // that document has the fuller name as somebody else
    Ids records;
  };

  Assignment(People const& people, std::span<DocumentNode const> documents) : people_(people), documents_(documents) {
    cluster_of.assign(people.profiles.size(), none);
    for (std::uint32_t i = 0; i < people.clusters.size(); ++i)
      for (auto const profile : people.clusters[i].profiles) cluster_of[profile] = i;
    find_own_documents();
    node_of_cluster.assign(people.clusters.size(), none);
    of_record.reserve(people.profile_of_record.size());
    for (std::uint32_t record = 0; record < people.profile_of_record.size(); ++record) {
      of_record.push_back(node_of(record));
      nodes[of_record.back()].records.push_back(record);
    }
  }

  std::vector<Node> nodes;
  Ids of_record, cluster_of, node_of_cluster;

 private:
  void find_own_documents();
  [[nodiscard]] std::uint32_t node_of(std::uint32_t record);
  std::uint32_t add(Node node) {
    nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }

  People const& people_;
  std::span<DocumentNode const> documents_;
  std::unordered_map<std::uint32_t, Ids> own_documents_;        // of a root with shorter names: where its own name stands
  std::unordered_map<std::uint64_t, std::uint32_t> open_nodes_;  // cluster and document
  Ids node_of_organisation_;
};

void Assignment::find_own_documents() {
  auto const& clusters = people_.clusters;
  for (std::uint32_t i = 0; i < clusters.size(); ++i)
    if (auto const root = people_.root(i); clusters[i].entry != clusters[root].entry) own_documents_.emplace(root, Ids{});
  for (auto& [root, list] : own_documents_) {
    for (auto const cluster : people_.entries[clusters[root].entry].clusters)
      if (people_.root(cluster) == root)
        for (auto const profile : clusters[cluster].profiles)
          for (auto const record : people_.profiles[profile].records) list.push_back(people_.document_of_record[record]);
    std::sort(list.begin(), list.end());
  }
}

std::uint32_t Assignment::node_of(std::uint32_t record) {
  auto const& clusters = people_.clusters;
  auto const profile = people_.profile_of_record[record];
  auto const document = people_.document_of_record[record];
  auto const cluster = cluster_of[profile];
  if (cluster == none) {
    auto const organisation = people_.profiles[profile].organisation;
    if (organisation == none) return add({none, none, documents_[document].own_id, false, {}});
    if (node_of_organisation_.size() <= organisation) node_of_organisation_.resize(organisation + 1, none);
    auto& node = node_of_organisation_[organisation];
    if (node == none) node = add({none, organisation, {}, false, {}});
    return node;
  }
  auto const root = people_.root(cluster);
  bool kept_apart = false;
  if (auto const own = own_documents_.find(root); own != own_documents_.end() && clusters[cluster].entry != clusters[root].entry)
    kept_apart = std::binary_search(own->second.begin(), own->second.end(), document);
  if (!kept_apart && !clusters[cluster].open) {
    if (node_of_cluster[root] == none) node_of_cluster[root] = add({root, none, {}, false, {}});
    return node_of_cluster[root];
  }
  auto const [found, fresh] = open_nodes_.emplace(std::uint64_t{cluster} << 32 | document, 0u);
  if (fresh) found->second = add({cluster, none, documents_[document].own_id, kept_apart, {}});
  return found->second;
}

// Everything but the id.
class Describe {
 public:
  Describe(People const& people, Assignment const& assignment, Strings& strings)
      : people_(people), assignment_(assignment), strings_(strings), times_(people.profiles.size(), 0) {}

  [[nodiscard]] SpeakerNode operator()(Assignment::Node const& from) {
    SpeakerNode node;
    node.organisation = from.organisation;
    count_profiles(from, node);
    name_and_facts(from, node);
    if (from.cluster != none) {
      if (node.documents > 1) reasons(node);
      not_merged(from, node);
    }
    for (auto const profile : profiles_) times_[profile] = 0;
    return node;
  }

 private:
  void count_profiles(Assignment::Node const& from, SpeakerNode& node) {
    profiles_.clear();
    documents_.clear();
    for (auto const record : from.records) {
      auto const profile = people_.profile_of_record[record];
      documents_.push_back(people_.document_of_record[record]);
      if (times_[profile]++ == 0) profiles_.push_back(profile);
    }
    std::sort(documents_.begin(), documents_.end());
    node.documents = static_cast<std::uint32_t>(std::unique(documents_.begin(), documents_.end()) - documents_.begin());
  }

  void name_and_facts(Assignment::Node const& from, SpeakerNode& node) {
    // The name is that of the cluster that the others were merged into, as most documents spell it.
    auto const entry = from.cluster == none ? none : people_.clusters[from.cluster].entry;
    Counted spellings, aliases, roles, affiliations;
    for (auto const number : profiles_) {
      auto const& profile = people_.profiles[number];
      auto const times = times_[number];
      if (entry == none || profile.entry == entry) spellings.add(profile.name, times);
      aliases.add(profile.name, times);
      for (auto const alias : profile.aliases) aliases.add(alias, 1);
      for (auto const role : profile.roles) roles.add(role, times);
      for (auto const affiliation : profile.affiliations) affiliations.add(affiliation, times);
      if (node.type.empty() || node.type == "unknown") node.type = profile.type;
    }
    if (node.type.empty()) node.type = "unknown";
    if (auto const all = spellings.take(); !all.empty()) node.name = all[0];
    node.aliases = aliases.take(node.name);
    node.roles = roles.take();
    node.affiliations = affiliations.take();
  }

  // A line for each spelling.
  void reasons(SpeakerNode& node) {
    for (auto const number : profiles_) {
      auto const& profile = people_.profiles[number];
      auto const& why = people_.clusters[assignment_.cluster_of[number]].why;
      auto const known = std::find_if(node.merges.begin(), node.merges.end(),
                                      [&](Merge const& merge) { return merge.name == profile.name && merge.why == why; });
      if (known != node.merges.end()) known->documents += times_[number];
      else if (node.merges.size() < 32)
        node.merges.push_back({profile.name, strings_.share(why), times_[number], people_.document_of_record[profile.records[0]]});
    }
  }

  void not_merged(Assignment::Node const& from, SpeakerNode& node) {
    if (from.kept_apart) {
      if (auto const other = assignment_.node_of_cluster[people_.root(from.cluster)]; other != none)
        node.apart.push_back({other, "the document tells the two apart", false});
      return;
    }
    auto const& cluster = people_.clusters[from.cluster];
    for (auto const number : cluster.apart)
      if (auto const other = assignment_.node_of_cluster[people_.root(number)]; other != none)
        node.apart.push_back({other, strings_.share(cluster.apart_why), cluster.apart_may_be});
  }

  People const& people_;
  Assignment const& assignment_;
  Strings& strings_;
  Ids times_;                // of each profile in the node at hand
  Ids profiles_, documents_;  // of the node at hand
};

}  // namespace

PeopleMatcher::Result write_people(People const& people, std::span<DocumentNode const> documents, Strings& strings) {
  Assignment assignment(people, documents);
  PeopleMatcher::Result out;
  out.speakers.reserve(assignment.nodes.size());
  Describe describe(people, assignment, strings);
  std::vector<std::string_view> only_in;
  for (auto const& node : assignment.nodes) {
    out.speakers.push_back(describe(node));
    only_in.push_back(node.only_in);
  }
  give_ids(out.speakers, only_in, strings);
  out.of_record = std::move(assignment.of_record);
  return out;
}

}  // namespace whosaid::graph
