#include "graph/match_people.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "graph/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::graph {
namespace {

// Has no letters with a case: Arabic, Thai, Hindi.
bool caseless(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    auto const point = next_code_point(name, at);
    if (point < 0x590 && (char_class(point) & char_letter)) return false;
  }
  return true;
}

}  // namespace

struct PeopleMatcher::Impl : People {
  Impl(NameWords const& words_in, Strings& strings_in) : words(words_in), strings(strings_in) {}

  NameWords const& words;
  Strings& strings;
  std::unordered_map<std::string, std::uint32_t> profile_of;   // joined fields
  std::unordered_map<std::string, std::uint32_t> entry_of;     // PersonName::key
  std::unordered_set<std::string> families;                    // last words of people's names
  std::unordered_map<std::string, std::uint32_t> word_number;  // of facts
  std::vector<std::string_view> word_text;
  std::string key;  // reused

  // Clusters that may own a given cluster, by the last word of the name (with the first letter) and by the first word.
  std::unordered_map<std::string, Ids> by_family, by_first;

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
};

// Named people get an entry each; the rest stays as it is.
void PeopleMatcher::Impl::gather_names(OrganisationMatcher const& organisations) {
  auto const take = [&](std::uint32_t i) {
    auto& profile = profiles[i];
    if (!has_proper_word(profile.name, words) && !caseless(profile.name)) return;
    auto name = parse_name(profile.name, words);
    if (name.key.empty()) return;
    families.insert(name.words.back());
    profile.facts.roles = numbers(profile.roles);
    profile.facts.affiliations = numbers(profile.affiliations);
    profile.facts.all = profile.facts.roles;
    merge_into(profile.facts.all, profile.facts.affiliations);
    auto const [found, fresh] = entry_of.emplace(name.key, static_cast<std::uint32_t>(entries.size()));
    if (fresh) entries.push_back({std::move(name), {}, {}});
    profile.entry = found->second;
    entries[found->second].profiles.push_back(i);
  };
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].type == "person") take(i);
    if (profiles[i].type == "organisation") profiles[i].organisation = organisations.find(profiles[i].name);
  }
  // Of unknown type: an organisation if one has that name and no person has; else maybe a person.
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].type != "unknown" && !profiles[i].type.empty()) continue;
    auto const last = name_words(profiles[i].name);
    if (last.empty() || !families.contains(last.back())) profiles[i].organisation = organisations.find(profiles[i].name);
    if (profiles[i].organisation == none) take(i);
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
    : impl_(new Impl(words, strings)) {}
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
  return write_people(in, documents, in.strings);
}

}  // namespace whosaid::graph
