#include "graph/match_people.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::graph {
namespace {

using Ids = std::vector<std::uint32_t>;

bool share_one(Ids const& a, Ids const& b) {  // both sorted
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    if (*i < *j) ++i;
    else ++j;
  }
  return false;
}

void merge_into(Ids& into, Ids const& from) {  // both sorted, no doubles
  Ids both;
  both.reserve(into.size() + from.size());
  std::set_union(into.begin(), into.end(), from.begin(), from.end(), std::back_inserter(both));
  into = std::move(both);
}

bool has_capital(std::string_view name) {
  for (std::size_t at = 0; at < name.size();)
    if (char_class(next_code_point(name, at)) & (char_upper | char_ideograph)) return true;
  return false;
}

// What tables say about somebody, as sorted numbers of content words.
struct Facts {
  Ids roles, affiliations, all;

  [[nodiscard]] bool empty() const { return all.empty(); }
  void add(Facts const& other) {
    merge_into(roles, other.roles);
    merge_into(affiliations, other.affiliations);
    merge_into(all, other.all);
  }
};

bool full_names_contradict(Facts const& a, Facts const& b) {
  return !a.roles.empty() && !a.affiliations.empty() && !b.roles.empty() && !b.affiliations.empty() && !share_one(a.all, b.all);
}

bool short_names_contradict(Facts const& a, Facts const& b) { return !a.empty() && !b.empty() && !share_one(a.all, b.all); }

// All that is equal in records of equal name, type, roles and affiliations.
struct Profile {
  std::string_view name, type;
  std::vector<std::string_view> aliases, roles, affiliations;
  std::uint32_t entry = none;  // none: one node per document
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
  std::vector<std::uint32_t> apart;  // clusters
  std::string apart_why;
  bool apart_may_be = true;
  bool open = false;                 // a node per document: two or more people fit
};

struct ProfileKeyHash {
  std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};

}  // namespace

struct PeopleMatcher::Impl {
  NameWords const& words;
  Strings& strings;
  std::unordered_map<std::string, std::uint32_t> profile_of;   // joined fields
  std::unordered_map<std::string, std::uint32_t> entry_of;     // PersonName::key
  std::unordered_map<std::string, std::uint32_t> word_number;  // of facts
  std::vector<std::string_view> word_text;
  std::vector<Profile> profiles;
  std::vector<Entry> entries;
  std::vector<Cluster> clusters;
  Ids profile_of_record, document_of_record;
  std::string key;  // reused

  // Clusters that may own a given cluster, by the last word of the name (with the first letter) and by the first word.
  std::unordered_map<std::string, Ids> by_family, by_first;

  std::uint32_t root(std::uint32_t cluster) const {
    while (clusters[cluster].parent != none) cluster = clusters[cluster].parent;
    return cluster;
  }

  Ids numbers(std::vector<std::string_view> const& facts) {
    Ids out;
    for (auto const fact : facts)
      for (auto& word : fact_words(fact, words)) {
        auto const [found, fresh] = word_number.emplace(std::move(word), static_cast<std::uint32_t>(word_text.size()));
        if (fresh) word_text.push_back(strings.keep(found->first));
        out.push_back(found->second);
      }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // Up to three words that both share, for a reason.
  std::string shared_words(Facts const& a, Facts const& b) const {
    Ids both;
    std::set_intersection(a.all.begin(), a.all.end(), b.all.begin(), b.all.end(), std::back_inserter(both));
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(both.size(), 3); ++i) {
      if (i) out += ", ";
      out += word_text[both[i]];
    }
    return out;
  }

  void gather_names(OrganisationMatcher const& organisations);
  void cluster_name(std::uint32_t entry);
  void join_shorter_names();
  void join(std::uint32_t cluster, std::uint32_t into, std::string why);
  void place(std::uint32_t cluster);
  Result write_nodes(std::span<DocumentNode const> documents);
};

// Named people get an entry each; the rest stays as it is.
void PeopleMatcher::Impl::gather_names(OrganisationMatcher const& organisations) {
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    auto& profile = profiles[i];
    bool const person = profile.type == "person";
    bool const maybe = profile.type == "unknown" || profile.type.empty();
    if (profile.type == "organisation" || maybe) profile.organisation = organisations.find(profile.name);
    if (profile.type == "organisation") continue;
    if (!person && !maybe) continue;
    if (maybe && (!has_capital(profile.name) || profile.organisation != none)) continue;
    auto name = parse_name(profile.name, words);
    if (name.key.empty()) continue;
    profile.facts.roles = numbers(profile.roles);
    profile.facts.affiliations = numbers(profile.affiliations);
    profile.facts.all = profile.facts.roles;
    merge_into(profile.facts.all, profile.facts.affiliations);
    auto const [found, fresh] = entry_of.emplace(name.key, static_cast<std::uint32_t>(entries.size()));
    if (fresh) entries.push_back({std::move(name), {}, {}});
    profile.entry = found->second;
    entries[found->second].profiles.push_back(i);
  }
}

// Step 2: the profiles of one name become clusters.
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
    if (!cluster.profiles.empty() && !profile.facts.empty() && cluster.why.empty())
      cluster.why = "same name; in common: " + shared_words(cluster.facts, profile.facts);
    cluster.profiles.push_back(list[i]);
    cluster.facts.add(profile.facts);
    for (auto const record : profile.records) cluster.documents.push_back(document_of_record[record]);
  }
  for (auto const i : made) {
    auto& documents = clusters[i].documents;
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    if (clusters[i].why.empty()) clusters[i].why = "same name; nothing contradicts";
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

// Step 3, for one cluster, when all fuller names have been placed.
void PeopleMatcher::Impl::place(std::uint32_t number) {
  auto const& name = entries[clusters[number].entry].name;
  bool const surname = name.surname_only();
  struct Fit {
    std::uint32_t cluster;
    std::string_view how;
    bool shares;
  };
  std::vector<Fit> fits;
  auto const consider = [&](std::uint32_t other, std::string_view how, bool needs_shared) {
    auto const owner = root(other);
    if (owner == number || fits.size() >= 64) return;  // sixty-four people fit: which, is not to be known
    if (std::any_of(fits.begin(), fits.end(), [&](Fit const& fit) { return fit.cluster == owner; })) return;
    auto const& a = clusters[number].facts;
    auto const& b = clusters[owner].facts;
    bool const shares = share_one(a.all, b.all);
    if (needs_shared && !shares) return;
    if (surname ? short_names_contradict(a, b) : full_names_contradict(a, b)) return;
    fits.push_back({owner, how, shares});
  };
  auto const& last = name.words.back();
  constexpr std::size_t many = 4096;  // a family name in more full names than that is not settled by it
  auto const look_in = [&](std::string const& family) {
    auto const found = by_family.find(family);
    if (found == by_family.end() || found->second.size() > many) return;
    for (auto const other : found->second) {
      auto const& fuller = entries[clusters[other].entry].name;
      auto const how = short_form_of(name, fuller, words);
      if (!how.empty()) consider(other, how, how == "short form of the given name");
    }
  };
  if (surname) {
    look_in(last);
  } else {
    char const letter = name.words[0][0], formal = words.given(name.words[0])[0];
    look_in(last + ' ' + letter);
    if (formal != letter) look_in(last + ' ' + formal);  // "Bill" is also looked for among the Williams
  }
  if (auto const found = by_first.find(name.words[0]);
      !clusters[number].facts.empty() && found != by_first.end() && found->second.size() <= many) {
    for (auto const other : found->second) {
      auto const& fuller = entries[clusters[other].entry].name;
      if (surname) {
        consider(other, "first word of the name", true);
      } else if (fuller.words.size() == name.words.size() &&
                 std::is_permutation(name.words.begin(), name.words.end(), fuller.words.begin())) {
        consider(other, "other order of the name", true);
      }
    }
  }
  if (fits.empty()) return;
  auto const sharing = std::count_if(fits.begin(), fits.end(), [](Fit const& fit) { return fit.shares; });
  if (fits.size() > 1 && sharing == 1) {
    auto const best = *std::find_if(fits.begin(), fits.end(), [](Fit const& fit) { return fit.shares; });
    for (auto const& fit : fits)
      if (fit.cluster != best.cluster && clusters[number].apart.size() < 8) clusters[number].apart.push_back(fit.cluster);
    fits = {best};
  }
  if (fits.size() == 1) {
    std::string why(fits[0].how);
    why += fits[0].shares ? "; in common: " + shared_words(clusters[number].facts, clusters[fits[0].cluster].facts)
                          : "; the only full name that it fits";
    clusters[number].apart.clear();
    join(number, fits[0].cluster, std::move(why));
    return;
  }
  auto& cluster = clusters[number];
  cluster.open = cluster.facts.empty();
  cluster.apart.clear();
  for (auto const& fit : fits)
    if (cluster.apart.size() < 8) cluster.apart.push_back(fit.cluster);
  cluster.apart_why = "fits several full names";
}

void PeopleMatcher::Impl::join_shorter_names() {
  // Fullest names first: most words, most of them whole, with a suffix, with the formal given name.
  struct Rank {
    std::size_t words, whole;
    bool suffix, formal;
  };
  std::vector<Rank> ranks(entries.size());
  Ids order(entries.size());
  std::iota(order.begin(), order.end(), 0u);
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    auto const& name = entries[i].name;
    auto const whole = std::count_if(name.words.begin(), name.words.end(), [](auto const& word) { return word.size() > 1; });
    ranks[i] = {name.words.size(), static_cast<std::size_t>(whole), !name.suffix.empty(), words.given(name.words[0]) == name.words[0]};
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    auto const& x = ranks[a];
    auto const& y = ranks[b];
    if (x.words != y.words) return x.words > y.words;
    if (x.whole != y.whole) return x.whole > y.whole;
    if (x.suffix != y.suffix) return x.suffix;
    if (x.formal != y.formal) return x.formal;
    return entries[a].name.key < entries[b].name.key;
  });
  for (auto const i : order) {
    auto const& entry = entries[i];
    auto const& name = entry.name;
    // A bare cluster comes last: its namesakes may have found their owners by then.
    for (auto const cluster : entry.clusters)
      if (clusters[cluster].parent == none) place(cluster);
    if (name.surname_only() || !name.full()) continue;
    for (auto const cluster : entry.clusters) {
      auto const& last = name.words.back();
      by_family[last].push_back(cluster);
      by_family[last + ' ' + name.words[0][0]].push_back(cluster);
      for (auto const& word : name.words)
        if (word.size() > 1) by_first[word].push_back(cluster);
    }
  }
}

PeopleMatcher::PeopleMatcher(NameWords const& words, Strings& strings)
    : impl_(new Impl{words, strings, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}) {}
PeopleMatcher::~PeopleMatcher() = default;

std::uint32_t PeopleMatcher::add(Record const& record) {
  auto& in = *impl_;
  auto& key = in.key;
  key.assign(record.name);
  key += '\0';
  key += record.type;
  for (auto const role : record.roles) (key += '\1') += role;
  for (auto const affiliation : record.affiliations) (key += '\2') += affiliation;
  auto const [found, fresh] = in.profile_of.emplace(key, static_cast<std::uint32_t>(in.profiles.size()));
  if (fresh) {
    Profile profile;
    profile.name = in.strings.share(record.name);
    profile.type = in.strings.share(record.type);
    for (auto const role : record.roles) profile.roles.push_back(in.strings.share(role));
    for (auto const affiliation : record.affiliations) profile.affiliations.push_back(in.strings.share(affiliation));
    in.profiles.push_back(std::move(profile));
  }
  auto& aliases = in.profiles[found->second].aliases;
  for (auto const alias : record.aliases)
    if (aliases.size() < 16 && std::find(aliases.begin(), aliases.end(), alias) == aliases.end())
      aliases.push_back(in.strings.share(alias));
  auto const number = static_cast<std::uint32_t>(in.profile_of_record.size());
  in.profile_of_record.push_back(found->second);
  in.document_of_record.push_back(record.document);
  return number;
}

PeopleMatcher::Result PeopleMatcher::match(OrganisationMatcher const& organisations, std::span<DocumentNode const> documents) {
  auto& in = *impl_;
  for (std::uint32_t record = 0; record < in.profile_of_record.size(); ++record)
    in.profiles[in.profile_of_record[record]].records.push_back(record);
  in.gather_names(organisations);
  for (std::uint32_t entry = 0; entry < in.entries.size(); ++entry) in.cluster_name(entry);
  in.join_shorter_names();
  return in.write_nodes(documents);
}

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

std::uint32_t distinct(Ids documents) {
  std::sort(documents.begin(), documents.end());
  return static_cast<std::uint32_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

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

}  // namespace

PeopleMatcher::Result PeopleMatcher::Impl::write_nodes(std::span<DocumentNode const> documents) {
  Result out;
  out.of_record.assign(profile_of_record.size(), none);
  auto const count = static_cast<std::uint32_t>(profile_of_record.size());

  // Which root a profile belongs to, and which documents that root takes by its own names.
  std::vector<std::uint32_t> cluster_of(profiles.size(), none);
  for (std::uint32_t i = 0; i < clusters.size(); ++i)
    for (auto const profile : clusters[i].profiles) cluster_of[profile] = i;
  // Documents of the names that are not shorter forms, per root, to see who is kept apart.
  std::unordered_map<std::uint32_t, Ids> own_documents;
  for (std::uint32_t i = 0; i < clusters.size(); ++i)
    if (clusters[i].parent != none && clusters[i].entry != clusters[root(i)].entry) own_documents.emplace(root(i), Ids{});
  for (auto& [owner, list] : own_documents)
    for (auto const cluster : entries[clusters[owner].entry].clusters)
      if (root(cluster) == owner)
        for (auto const profile : clusters[cluster].profiles)
          for (auto const record : profiles[profile].records) list.push_back(document_of_record[record]);
  for (auto& [owner, list] : own_documents) std::sort(list.begin(), list.end());

  std::vector<std::uint32_t> node_of_cluster(clusters.size(), none), node_of_organisation;
  std::vector<std::string_view> only_in;
  std::vector<Ids> members;            // records of each node
  std::vector<std::uint32_t> cluster_of_node;
  auto const new_node = [&](std::uint32_t cluster, std::string_view document) {
    out.speakers.emplace_back();
    only_in.push_back(document);
    members.emplace_back();
    cluster_of_node.push_back(cluster);
    return static_cast<std::uint32_t>(out.speakers.size() - 1);
  };
  std::unordered_map<std::uint64_t, std::uint32_t> open_nodes;  // cluster and document
  std::vector<char> kept_apart;
  for (std::uint32_t record = 0; record < count; ++record) {
    auto const& profile = profiles[profile_of_record[record]];
    auto const document = document_of_record[record];
    std::uint32_t node = none;
    auto const cluster = cluster_of[profile_of_record[record]];
    if (cluster == none && profile.organisation != none) {
      if (node_of_organisation.size() <= profile.organisation) node_of_organisation.resize(profile.organisation + 1, none);
      auto& at = node_of_organisation[profile.organisation];
      if (at == none) at = new_node(none, {});
      node = at;
      out.speakers[node].organisation = profile.organisation;
    } else if (cluster == none) {
      node = new_node(none, documents[document].own_id);
    } else {
      auto const owner = root(cluster);
      bool apart = clusters[cluster].open;
      if (!apart && clusters[cluster].entry != clusters[owner].entry)
        if (auto const own = own_documents.find(owner); own != own_documents.end())
          apart = std::binary_search(own->second.begin(), own->second.end(), document);
      if (apart) {
        auto const [found, fresh] = open_nodes.emplace(std::uint64_t{cluster} << 32 | document, 0u);
        if (fresh) {
          found->second = new_node(cluster, documents[document].own_id);
          kept_apart.resize(out.speakers.size(), 0);
          kept_apart.back() = !clusters[cluster].open;
        }
        node = found->second;
      } else {
        if (node_of_cluster[owner] == none) node_of_cluster[owner] = new_node(owner, {});
        node = node_of_cluster[owner];
      }
    }
    members[node].push_back(record);
    out.of_record[record] = node;
  }
  kept_apart.resize(out.speakers.size(), 0);

  std::vector<std::uint32_t> last_seen(profiles.size(), none), profile_count(profiles.size(), 0);
  for (std::uint32_t i = 0; i < out.speakers.size(); ++i) {
    auto& node = out.speakers[i];
    Counted names, aliases, roles, affiliations;
    Ids all_documents, in_node;
    for (auto const record : members[i]) {
      auto const profile = profile_of_record[record];
      all_documents.push_back(document_of_record[record]);
      if (last_seen[profile] != i) {
        last_seen[profile] = i;
        profile_count[profile] = 0;
        in_node.push_back(profile);
      }
      ++profile_count[profile];
    }
    node.documents = distinct(all_documents);
    // The fullest name: that of the cluster that the others were merged into, as most documents spell it.
    Counted spellings;
    auto const entry = cluster_of_node[i] == none ? none : clusters[cluster_of_node[i]].entry;
    for (auto const profile : in_node) {
      auto const& from = profiles[profile];
      auto const times = profile_count[profile];
      if (entry == none || from.entry == entry) spellings.add(from.name, times);
      aliases.add(from.name, times);
      for (auto const alias : from.aliases) aliases.add(alias, 1);
      for (auto const role : from.roles) roles.add(role, times);
      for (auto const affiliation : from.affiliations) affiliations.add(affiliation, times);
      if (node.type.empty() || node.type == "unknown") node.type = from.type;
    }
    if (node.type.empty()) node.type = "unknown";
    if (auto const all = spellings.take(); !all.empty()) node.name = all[0];
    node.aliases = aliases.take(node.name);
    node.roles = roles.take();
    node.affiliations = affiliations.take();
    // Why these are one: a line per spelling.
    if (entry != none && node.documents > 1) {
      for (auto const profile : in_node) {
        auto const& from = profiles[profile];
        auto const& why = clusters[cluster_of[profile]].why;
        auto const known = std::find_if(node.merges.begin(), node.merges.end(),
                                        [&](Merge const& merge) { return merge.name == from.name && merge.why == why; });
        if (known != node.merges.end()) known->documents += profile_count[profile];
        else if (node.merges.size() < 32)
          node.merges.push_back({from.name, strings.share(why), profile_count[profile], document_of_record[from.records[0]]});
      }
    }
    if (entry != none) {
      auto const& cluster = clusters[cluster_of_node[i]];
      if (kept_apart[i]) {
        if (auto const owner = node_of_cluster[root(cluster_of_node[i])]; owner != none)
          node.apart.push_back({owner, "the document tells the two apart", false});
      } else {
        for (auto const other : cluster.apart)
          if (auto const owner = node_of_cluster[root(other)]; owner != none && owner != i)
            node.apart.push_back({owner, strings.share(cluster.apart_why), cluster.apart_may_be});
      }
    }
  }
  give_ids(out.speakers, only_in, strings);
  return out;
}

}  // namespace whosaid::graph
