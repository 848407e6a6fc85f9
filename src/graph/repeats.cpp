#include "graph/repeats.hpp"

#include <algorithm>
#include <array>

#include "graph/anchors.hpp"

namespace whosaid::graph {
namespace {

constexpr std::uint32_t bucket_limit = 24;
constexpr std::array<std::uint32_t, 3> anchor_widths = {3, 6, 12};
constexpr std::uint32_t stretch = 6;  // one anchor for so many words
constexpr std::uint32_t anchors_limit = 24;
constexpr std::size_t related_limit = 64;    // relatives of one class that are looked at: only the closest few are kept
constexpr std::uint32_t phrase_words = 10;  // longer ones are nobody's common phrase
constexpr std::uint32_t phrase_limit = 12;

struct Candidate {
  std::uint32_t shorter = 0, longer = 0;  // classes
  std::int32_t offset = 0;                // where the shorter one's first word stands in the longer one, about
};

struct Related {
  std::uint32_t shorter = 0, longer = 0;
  Likeness likeness = Likeness::trimmed;
  bool cut = false;                       // the shorter one is a part of the longer one
  std::uint32_t edits = 0;
};

class Search {
 public:
  Search(std::span<Wording const> wordings, Words words, std::span<std::uint32_t const> rank, RepeatLimits const& limits)
      : wordings_(wordings), words_(words), rank_(rank), limits_(limits) {}

  std::vector<Link> run() {
    make_classes();
    link_identical();
    collect_short();
    collect_anchored();
    link_related();
    return std::move(links_);
  }

 private:
  [[nodiscard]] Words words_of(std::uint32_t quote) const {
    return words_.subspan(wordings_[quote].begin, wordings_[quote].count);
  }
  // The quote that stands for a class: its first appearance.
  [[nodiscard]] std::uint32_t head(std::uint32_t cls) const { return members_[starts_[cls]]; }
  [[nodiscard]] Words of_class(std::uint32_t cls) const { return words_.subspan(heads_[cls].begin, heads_[cls].count); }
  [[nodiscard]] std::size_t classes() const { return heads_.size(); }
  [[nodiscard]] bool same_speaker(std::uint32_t a, std::uint32_t b) const {
    return wordings_[a].speaker != none && wordings_[a].speaker == wordings_[b].speaker;
  }

  void make_classes();
  void link_identical();
  void collect_short();
  void collect_anchored();
  [[nodiscard]] bool worth_judging(std::uint32_t shorter, std::uint32_t longer) const;
  void judge(Candidate const& candidate);
  void link_related();
  [[nodiscard]] std::uint32_t member_elsewhere(std::uint32_t cls, std::uint32_t document) const;

  std::span<Wording const> wordings_;
  Words words_;
  std::span<std::uint32_t const> rank_;
  RepeatLimits limits_;

  // Classes of equal sequences, in order of first appearance; members by rank.
  std::vector<std::uint32_t> members_, starts_;
  struct Stretch {
    std::uint64_t begin;
    std::uint32_t count;
  };
  std::vector<Stretch> heads_;  // the words of each class
  std::vector<Related> related_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> row_;
  std::vector<std::uint32_t> word_stands_in_;  // last class scanned that has the word
};

void Search::make_classes() {
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

void Search::link_identical() {
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

// Sequences too short for anchors: cuts of three to five words and altered ones of up to seven, by exact hashes.
void Search::collect_short() {
  // Cuts: every short class by its whole sequence and speaker; then every position of every class.
  constexpr std::uint32_t longest_cut = 5;
  std::vector<Anchor> wholes;
  for (std::uint32_t cls = 0; cls < classes(); ++cls) {
    auto const words = of_class(cls);
    if (words.size() > longest_cut || words.size() < limits_.words_same_speaker) continue;
    if (words.size() >= limits_.words_any_speaker) {
      wholes.push_back({hash_words(2, words.data(), words.size()), cls, 0});
      continue;
    }
    std::uint32_t last = none;
    for (auto i = starts_[cls]; i < starts_[cls + 1] && i < starts_[cls] + bucket_limit; ++i) {
      auto const speaker = wordings_[members_[i]].speaker;
      if (speaker == none || speaker == last) continue;
      last = speaker;
      wholes.push_back({hash_words(3 + std::uint64_t{speaker}, words.data(), words.size()), cls, 0});
    }
  }
  AnchorIndex index;
  index.build(std::move(wholes));
  if (!index.empty()) {
    std::vector<std::uint32_t> seen(classes(), 0);  // how often a cut was found: what everybody says is nobody's
    for (std::uint32_t cls = 0; cls < classes(); ++cls) {
      auto const words = of_class(cls);
      auto const speaker = wordings_[head(cls)].speaker;
      for (std::uint32_t at = 0; at < words.size(); ++at)
        for (std::uint32_t width = limits_.words_same_speaker; width <= longest_cut && at + width <= words.size(); ++width) {
          bool const anybody = width >= limits_.words_any_speaker;
          if (!anybody && speaker == none) continue;
          if (width == words.size()) continue;
          for (auto const& whole : index.find(hash_words(anybody ? 2 : 3 + std::uint64_t{speaker}, words.data() + at, width)))
            if (seen[whole.wording]++ < bucket_limit) judge({whole.wording, cls, static_cast<std::int32_t>(at)});
        }
    }
  }
  // One word exchanged, inserted or left out: equal when the right word of each is taken away.
  constexpr std::uint32_t longest_altered = 7;
  std::vector<Anchor> without_one;
  for (std::uint32_t cls = 0; cls < classes(); ++cls) {
    auto const words = of_class(cls);
    auto const speaker = wordings_[head(cls)].speaker;
    if (speaker == none || words.size() > longest_altered || words.size() + 1 < limits_.altered_same_speaker) continue;
    std::array<std::uint32_t, longest_altered> rest{};
    without_one.push_back({hash_words(3 + std::uint64_t{speaker}, words.data(), words.size()), cls, 0});
    for (std::size_t skip = 0; skip < words.size(); ++skip) {
      std::size_t n = 0;
      for (std::size_t i = 0; i < words.size(); ++i)
        if (i != skip) rest[n++] = words[i];
      without_one.push_back({hash_words(3 + std::uint64_t{speaker}, rest.data(), n), cls, 0});
    }
  }
  std::sort(without_one.begin(), without_one.end(), [](Anchor const& a, Anchor const& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.wording < b.wording;
  });
  for (std::size_t i = 0; i < without_one.size();) {
    std::size_t end = i + 1;
    while (end < without_one.size() && without_one[end].hash == without_one[i].hash) ++end;
    for (std::size_t later = i + 1; later < end; ++later)
      for (std::size_t earlier = i; earlier < later && earlier < i + 8; ++earlier) {
        auto a = without_one[earlier].wording, b = without_one[later].wording;
        if (a == b) continue;
        if (of_class(a).size() > of_class(b).size()) std::swap(a, b);
        judge({a, b, 0});
      }
    i = end;
  }
}

void Search::collect_anchored() {
  std::uint64_t total = 0;
  for (std::uint32_t cls = 0; cls < classes(); ++cls) total += of_class(cls).size();

  // How common each stretch of three words is, counted a class that says it twice counts twice.
  Counter common(total);
  for (std::uint32_t cls = 0; cls < classes(); ++cls) {
    auto const words = of_class(cls);
    for (std::size_t at = 0; at + 3 <= words.size(); ++at) common.add(hash_words(0, words.data() + at, 3));
  }

  std::array<std::vector<Anchor>, anchor_widths.size()> anchors;
  for (std::uint32_t cls = 0; cls < classes(); ++cls) {
    auto const words = of_class(cls);
    if (words.size() < 6) continue;
    auto const places = static_cast<std::uint32_t>(words.size() - 2);
    auto const wanted = std::clamp(places / stretch, 2u, anchors_limit);
    for (std::uint32_t k = 0; k < wanted; ++k) {
      auto const first = static_cast<std::uint32_t>(std::uint64_t{places} * k / wanted);
      auto const last = static_cast<std::uint32_t>(std::uint64_t{places} * (k + 1) / wanted);
      Anchor best;
      std::uint32_t least = 256;
      for (auto at = first; at < last; ++at) {
        auto const hash = hash_words(0, words.data() + at, 3);
        auto const count = common.of(hash);
        if (count > 1 && count < least) {  // what stands nowhere else meets nothing
          least = count;
          best = {hash, cls, at};
        }
      }
      if (least < 256) anchors[0].push_back(best);
    }
  }
  // Crowded anchors move to wider stretches around the same place.
  std::array<AnchorIndex, anchor_widths.size()> indexes;
  for (std::size_t level = 0; level < anchor_widths.size(); ++level) {
    auto& list = anchors[level];
    std::sort(list.begin(), list.end(), [](Anchor const& a, Anchor const& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.wording < b.wording;
    });
    std::vector<Anchor> kept;
    kept.reserve(list.size());
    for (std::size_t i = 0; i < list.size();) {
      std::size_t end = i + 1;
      while (end < list.size() && list[end].hash == list[i].hash) ++end;
      for (std::size_t k = i; k < end; ++k) {
        auto const words = of_class(list[k].wording);
        bool const wider = level + 1 < anchor_widths.size() && words.size() >= anchor_widths[level + 1];
        // Classes are numbered by first appearance, so the earliest stay.
        if (end - i <= bucket_limit || k < i + bucket_limit / 2) kept.push_back(list[k]);
        if (end - i > bucket_limit && wider) {
          auto const width = anchor_widths[level + 1];
          auto const middle = list[k].at + anchor_widths[level] / 2;
          auto const at = static_cast<std::uint32_t>(
              std::min<std::size_t>(middle > width / 2 ? middle - width / 2 : 0, words.size() - width));
          anchors[level + 1].push_back({hash_words(0, words.data() + at, width), list[k].wording, at});
        }
      }
      i = end;
    }
    list = {};
    indexes[level].build(std::move(kept));
  }

  // Every stretch of every class meets the anchors of the shorter ones.
  struct Met {  // the last longer class that a class was compared with, and along which diagonal
    std::uint32_t longer = none;
    std::int32_t offset = 0;
  };
  std::vector<Met> met(classes());
  word_stands_in_.assign(words_.empty() ? 0 : std::size_t{*std::max_element(words_.begin(), words_.end())} + 1, none);
  for (std::uint32_t cls = 0; cls < classes(); ++cls) {
    auto const words = of_class(cls);
    for (auto const word : words) word_stands_in_[word] = cls;
    auto const enough = related_.size() + related_limit;
    for (std::size_t level = 0; level < anchor_widths.size() && related_.size() < enough; ++level) {
      if (indexes[level].empty()) continue;
      auto const width = anchor_widths[level];
      for (std::size_t at = 0; at + width <= words.size() && related_.size() < enough; ++at)
        for (auto const& anchor : indexes[level].find(hash_words(0, words.data() + at, width))) {
          auto const other = anchor.wording;
          auto const size = of_class(other).size();
          if (size > words.size() || other == cls) continue;
          auto const offset = static_cast<std::int32_t>(at) - static_cast<std::int32_t>(anchor.at);
          if (met[other].longer == cls && met[other].offset == offset) continue;
          met[other] = {cls, offset};
          if (worth_judging(other, cls)) judge({other, cls, offset});
        }
    }
  }
}

// Most that share an anchor share nothing else: too many words of the shorter one stand nowhere in the longer one.
bool Search::worth_judging(std::uint32_t shorter, std::uint32_t longer) const {
  auto const a = of_class(shorter);
  // Not more than judge() would let pass, as a whole or as a cut.
  std::size_t allowed = a.size() * 4 >= of_class(longer).size() * 3 ? std::clamp<std::size_t>(of_class(longer).size() / 4, 1, 32)
                                                                   : std::clamp<std::size_t>(a.size() / 6, 1, 16);
  for (auto const word : a)
    if (word_stands_in_[word] != longer && allowed-- == 0) return false;
  return true;
}

void Search::judge(Candidate const& candidate) {
  auto const a = of_class(candidate.shorter), b = of_class(candidate.longer);
  if (a.size() > b.size()) return;
  bool const same = same_speaker(head(candidate.shorter), head(candidate.longer));
  auto const n = static_cast<std::int64_t>(a.size()), m = static_cast<std::int64_t>(b.size());
  if (n < m && candidate.offset >= 0 && candidate.offset + n <= m &&
      std::equal(a.begin(), a.end(), b.begin() + candidate.offset)) {
    related_.push_back({candidate.shorter, candidate.longer, Likeness::trimmed, true, 0});
    return;
  }
  if (n < (same ? limits_.altered_same_speaker : limits_.altered_any_speaker)) return;
  // Nearly as long: all of both counts. Else the shorter one may be a cut with changes, for which more words are asked.
  auto const whole_limit = static_cast<std::uint32_t>(std::clamp<std::int64_t>(m / 4, 1, 32));
  if (m - n <= whole_limit) {
    auto const edits = count_edits(a, b, whole_limit, Ends::whole, row_);
    if (edits <= whole_limit) related_.push_back({candidate.shorter, candidate.longer, Likeness::altered, false, edits});
    if (edits <= whole_limit) return;
  }
  if (n < limits_.altered_any_speaker || m - n < 3) return;
  auto const cut_limit = static_cast<std::uint32_t>(std::clamp<std::int64_t>(n / 6, 1, 16));
  auto const from = std::clamp<std::int64_t>(std::int64_t{candidate.offset} - cut_limit, 0, m);
  auto const to = std::clamp<std::int64_t>(std::int64_t{candidate.offset} + n + 2 * std::int64_t{cut_limit}, from, m);
  auto const window = b.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
  auto const edits = count_edits(a, window, cut_limit, Ends::cut, row_);
  if (edits <= cut_limit) related_.push_back({candidate.shorter, candidate.longer, Likeness::altered, true, edits});
}

// A member of the class that stands in another document; none when all stand in that one.
std::uint32_t Search::member_elsewhere(std::uint32_t cls, std::uint32_t document) const {
  for (auto i = starts_[cls]; i < starts_[cls + 1]; ++i)
    if (wordings_[members_[i]].document != document) return members_[i];
  return none;
}

void Search::link_related() {
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

}  // namespace

std::vector<Link> find_repeats(std::span<Wording const> wordings, Words words, std::span<std::uint32_t const> rank,
                               RepeatLimits const& limits) {
  return Search(wordings, words, rank, limits).run();
}

}  // namespace whosaid::graph
