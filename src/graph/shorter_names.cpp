// Step 3 of matching people: whom a shorter form of a name means.
#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/people_matcher.hpp"

namespace whosaid::graph {

// For one cluster, when all fuller names have been placed.
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

}  // namespace whosaid::graph
