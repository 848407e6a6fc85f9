#include "eval/match.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace whosaid::eval {
namespace {

std::uint64_t key(Range span) { return std::uint64_t{span.start} << 32 | span.end; }

bool before(Stretch const& a, Stretch const& b) { return a.span < b.span; }

double cover(Range a, Range b) {
  auto const begin = std::max(a.start, b.start), end = std::min(a.end, b.end);
  if (begin >= end) return 0;
  auto const all = std::max(a.end, b.end) - std::min(a.start, b.start);
  return static_cast<double>(end - begin) / static_cast<double>(all);
}

}  // namespace

std::vector<Stretch> one_per_place(std::vector<Stretch> const& stretches) {
  std::vector<Stretch> out;
  std::unordered_map<std::uint64_t, std::size_t> place;
  for (auto const& stretch : stretches) {
    auto const [entry, added] = place.try_emplace(key(stretch.span), out.size());
    if (added)
      out.push_back(stretch);
    else
      out[entry->second].quote = stretch.quote;
  }
  return out;
}

Places::Places(std::vector<Stretch> const& stretches) : sorted_(stretches) {
  std::stable_sort(sorted_.begin(), sorted_.end(), before);
  furthest_.reserve(sorted_.size());
  for (std::size_t i = 0; i < sorted_.size(); ++i) {
    auto const last = i == 0 ? 0 : furthest_.back();
    furthest_.push_back(sorted_[i].span.end > sorted_[last].span.end ? i : last);
  }
}

Stretch const* Places::at(Range span) const {
  auto const found = std::lower_bound(sorted_.begin(), sorted_.end(), Stretch{span, 0}, before);
  return found != sorted_.end() && found->span == span ? &*found : nullptr;
}

Stretch const* Places::touching(Range span) const {
  auto const behind = std::partition_point(sorted_.begin(), sorted_.end(),
                                           [&](Stretch const& s) { return s.span.start < span.end; });
  if (behind == sorted_.begin()) return nullptr;
  auto const& stretch = sorted_[furthest_[static_cast<std::size_t>(behind - sorted_.begin()) - 1]];
  return stretch.span.end > span.start ? &stretch : nullptr;
}

Stretch const* Places::holding(Range span) const {
  auto const behind = std::partition_point(sorted_.begin(), sorted_.end(),
                                           [&](Stretch const& s) { return s.span.start <= span.start; });
  if (behind == sorted_.begin()) return nullptr;
  auto const& stretch = sorted_[furthest_[static_cast<std::size_t>(behind - sorted_.begin()) - 1]];
  return stretch.span.end >= span.end ? &stretch : nullptr;
}

std::vector<std::optional<std::size_t>> match_by_cover(std::vector<Stretch> const& wanted, std::vector<Stretch> const& found,
                                                       double share) {
  std::vector<std::optional<std::size_t>> out(wanted.size());
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return found[a].span < found[b].span; });
  std::vector<bool> used(found.size());
  auto const first_from = [&](std::uint32_t start) {
    return std::partition_point(order.begin(), order.end(), [&](std::size_t i) { return found[i].span.start < start; });
  };
  for (std::size_t w = 0; w < wanted.size(); ++w)
    for (auto at = first_from(wanted[w].span.start); at != order.end() && found[*at].span.start == wanted[w].span.start; ++at)
      if (found[*at].span == wanted[w].span && !used[*at]) {
        used[*at] = true;
        out[w] = *at;
        break;
      }
  for (std::size_t w = 0; w < wanted.size(); ++w) {
    if (out[w]) continue;
    auto const span = wanted[w].span;
    // Two stretches that share more than half of what they cover begin within each other's length.
    auto const reach = span.end - span.start;
    double best = 0;
    for (auto at = first_from(span.start > reach ? span.start - reach : 0); at != order.end() && found[*at].span.start < span.end; ++at) {
      if (used[*at]) continue;
      auto const value = cover(span, found[*at].span);
      if (value >= share && value > best) {
        best = value;
        out[w] = *at;
      }
    }
    if (out[w]) used[*out[w]] = true;
  }
  return out;
}

ReportMatch match_reports(Text const& text, std::vector<IndirectReport> const& wanted, std::vector<IndirectReport> const& found) {
  ReportMatch out;
  out.found.resize(wanted.size());
  out.nearest.resize(wanted.size());
  out.used.resize(found.size());

  // Only reports that share a word of their content, or have none, can match: an index by word keeps this linear.
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_word;
  std::vector<std::size_t> wordless;
  for (std::size_t f = 0; f < found.size(); ++f) {
    auto const words = text.words_of(found[f].content);
    for (auto word : words) by_word[key(word)].push_back(f);
    if (words.empty()) wordless.push_back(f);
  }

  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    auto const full = [&](std::size_t i) { return !wanted[i].source.empty() && !wanted[i].cue.empty(); };
    return full(a) && !full(b);
  });
  std::vector<std::size_t> candidates;
  for (auto w : order) {
    auto const& want = wanted[w];
    candidates = wordless;
    for (auto word : text.words_of(want.content))
      if (auto const at = by_word.find(key(word)); at != by_word.end())
        candidates.insert(candidates.end(), at->second.begin(), at->second.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (auto f : candidates) {
      if (out.used[f] || !text.overlap(found[f].content, want.content, 0.5)) continue;
      bool const cue = want.cue.empty() || text.overlap(found[f].cue, want.cue, 0.01);
      bool const source = want.source.empty() || text.overlap(found[f].source, want.source, 0.5);
      if (cue && source) {
        out.found[w] = f;
        out.used[f] = true;
        break;
      }
      if (!out.nearest[w].report) out.nearest[w] = {f, source, cue};
    }
  }
  return out;
}

}  // namespace whosaid::eval
