#include "graph/repeats.hpp"

#include <algorithm>

#include "graph/anchors.hpp"
#include "graph/repeat_search.hpp"

namespace whosaid::graph {
namespace {

constexpr std::uint32_t phrase_words = 10;  // longer ones are nobody's common phrase
constexpr std::uint32_t phrase_limit = 12;

}  // namespace

void RepeatSearch::make_classes() {
  struct Keyed {
    std::uint64_t hash;
    std::uint32_t rank, quote;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(wordings_.size());
  auto const least = std::min(limits_.words_same_speaker, limits_.altered_same_speaker);
  for (std::uint32_t i = 0; i < wordings_.size(); ++i)
    if (wordings_[i].count >= least) {
      auto const words = words_of(i);
      keyed.push_back({hash_words(1, words.data(), words.size()), rank_[i], i});
    }
  std::sort(keyed.begin(), keyed.end(), [](Keyed const& a, Keyed const& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.rank < b.rank;
  });
  // Runs of one hash, ordered by their first rank. Two sequences of one 64-bit hash are told apart by comparing.
  struct Run {
    std::uint32_t rank, first, last;
  };
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < keyed.size();) {
    std::uint32_t end = i + 1;
    auto const a = words_of(keyed[i].quote);
    while (end < keyed.size() && keyed[end].hash == keyed[i].hash) {
      auto const b = words_of(keyed[end].quote);
      if (!std::equal(a.begin(), a.end(), b.begin(), b.end())) break;
      ++end;
    }
    runs.push_back({keyed[i].rank, i, end});
    i = end;
  }
  std::sort(runs.begin(), runs.end(), [](Run const& a, Run const& b) { return a.rank < b.rank; });
  members_.reserve(keyed.size());
  starts_.reserve(runs.size() + 1);
  heads_.reserve(runs.size());
  for (auto const& run : runs) {
    starts_.push_back(static_cast<std::uint32_t>(members_.size()));
    heads_.push_back({wordings_[keyed[run.first].quote].begin, wordings_[keyed[run.first].quote].count});
    for (auto i = run.first; i < run.last; ++i) members_.push_back(keyed[i].quote);
  }
  starts_.push_back(static_cast<std::uint32_t>(members_.size()));
}

void RepeatSearch::link_identical() {
  std::vector<std::uint32_t> firsts;  // first quote of each speaker, for words too few for everybody
  for (std::uint32_t cls = 0; cls < classes(); ++cls) {
    auto const first = head(cls);
    bool const anybody = wordings_[first].count >= limits_.words_any_speaker;
    firsts.clear();
    firsts.push_back(first);
    for (auto i = starts_[cls] + 1; i < starts_[cls + 1]; ++i) {
      auto const quote = members_[i];
      std::uint32_t earlier = none;
      if (anybody) {
        earlier = first;
      } else if (wordings_[quote].speaker != none) {
        for (std::size_t k = 0; k < firsts.size() && k < bucket_limit && earlier == none; ++k)
          if (same_speaker(firsts[k], quote)) earlier = firsts[k];
        if (earlier == none) firsts.push_back(quote);
      }
      if (earlier != none && wordings_[earlier].document != wordings_[quote].document)
        links_.push_back({quote, earlier, Likeness::identical, false, false});
    }
  }
}

// A member of the class that stands in another document; none when all stand in that one.
std::uint32_t RepeatSearch::member_elsewhere(std::uint32_t cls, std::uint32_t document) const {
  for (auto i = starts_[cls]; i < starts_[cls + 1]; ++i)
    if (wordings_[members_[i]].document != document) return members_[i];
  return none;
}

void RepeatSearch::link_related() {
  // Words that stand inside many quotes of others are a common phrase: then only their own speaker repeats them.
  std::vector<std::uint32_t> inside(classes(), 0);
  auto const foreign_cut = [&](Related const& r) {
    return r.cut && of_class(r.shorter).size() <= phrase_words && !same_speaker(head(r.shorter), head(r.longer));
  };
  for (auto const& related : related_)
    if (foreign_cut(related)) ++inside[related.shorter];
  std::erase_if(related_, [&](Related const& r) { return foreign_cut(r) && inside[r.shorter] > phrase_limit; });

  // For every class the closest earlier ones: cuts before altered ones, then by edits, then by length in common, then first.
  auto const later_of = [](Related const& r) { return std::max(r.shorter, r.longer); };
  auto const earlier_of = [](Related const& r) { return std::min(r.shorter, r.longer); };
  std::sort(related_.begin(), related_.end(), [&](Related const& x, Related const& y) {
    if (later_of(x) != later_of(y)) return later_of(x) < later_of(y);
    if (x.likeness != y.likeness) return x.likeness < y.likeness;
    if (x.cut != y.cut) return x.cut < y.cut;
    if (x.edits != y.edits) return x.edits < y.edits;
    auto const common_x = of_class(x.shorter).size(), common_y = of_class(y.shorter).size();
    if (common_x != common_y) return common_x > common_y;
    return earlier_of(x) < earlier_of(y);
  });
  std::vector<std::uint32_t> taken;
  for (std::size_t i = 0; i < related_.size();) {
    auto const later = later_of(related_[i]);
    taken.clear();
    for (; i < related_.size() && later_of(related_[i]) == later; ++i) {
      auto const& related = related_[i];
      auto const earlier = earlier_of(related);
      if (taken.size() >= limits_.links_per_wording) continue;
      if (std::find(taken.begin(), taken.end(), earlier) != taken.end()) continue;
      auto from = head(later);
      auto to = member_elsewhere(earlier, wordings_[from].document);
      if (to == none) {  // all earlier ones stand in the document of the first later one: take another of these
        from = member_elsewhere(later, wordings_[from].document);
        to = head(earlier);
        if (from == none) continue;
      }
      taken.push_back(earlier);
      if (rank_[from] < rank_[to]) std::swap(from, to);
      bool const from_shorter = wordings_[from].count == of_class(related.shorter).size() &&
                                of_class(related.shorter).size() != of_class(related.longer).size();
      links_.push_back({from, to, related.likeness, related.cut && from_shorter, related.cut && !from_shorter});
    }
  }
  std::sort(links_.begin(), links_.end(), [&](Link const& a, Link const& b) {
    if (rank_[a.later] != rank_[b.later]) return rank_[a.later] < rank_[b.later];
    if (a.likeness != b.likeness) return a.likeness < b.likeness;
    return rank_[a.earlier] < rank_[b.earlier];
  });
}

std::vector<Link> find_repeats(std::span<Wording const> wordings, Words words, std::span<std::uint32_t const> rank,
                               RepeatLimits const& limits) {
  return RepeatSearch(wordings, words, rank, limits).run();
}

}  // namespace whosaid::graph
