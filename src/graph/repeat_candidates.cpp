// Who may be related: short wordings by the hash of the whole, longer ones by anchors, each pair compared once along its diagonal.
#include <algorithm>
#include <array>
#include <utility>

#include "graph/anchors.hpp"
#include "graph/repeat_search.hpp"

namespace whosaid::graph {
namespace {

constexpr std::array<std::uint32_t, 3> anchor_widths = {3, 6, 12};
constexpr std::uint32_t stretch = 6;  // one anchor for so many words
constexpr std::uint32_t anchors_limit = 24;
constexpr std::size_t related_limit = 64;    // relatives of one class that are looked at: only the closest few are kept

}  // namespace

// Sequences too short for anchors: cuts of three to five words and altered ones of up to seven, by exact hashes.
void RepeatSearch::collect_short() {
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

void RepeatSearch::collect_anchored() {
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
bool RepeatSearch::worth_judging(std::uint32_t shorter, std::uint32_t longer) const {
  auto const a = of_class(shorter);
  // Not more than judge() would let pass, as a whole or as a cut.
  std::size_t allowed = a.size() * 4 >= of_class(longer).size() * 3 ? std::clamp<std::size_t>(of_class(longer).size() / 4, 1, 32)
                                                                   : std::clamp<std::size_t>(a.size() / 6, 1, 16);
  for (auto const word : a)
    if (word_stands_in_[word] != longer && allowed-- == 0) return false;
  return true;
}

void RepeatSearch::judge(Candidate const& candidate) {
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

}  // namespace whosaid::graph
