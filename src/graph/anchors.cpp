#include "graph/anchors.hpp"

#include <algorithm>
#include <bit>

namespace whosaid::graph {
namespace {

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ull;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ull;
  return h ^ h >> 32;
}

}  // namespace

std::uint64_t hash_words(std::uint64_t seed, std::uint32_t const* words, std::size_t count) {
  std::uint64_t h = seed * 0x9E3779B97F4A7C15ull + count;
  for (std::size_t i = 0; i < count; ++i) h = (h ^ words[i]) * 0x9FB21C651E98DF25ull, h ^= h >> 29;
  return mix(h);
}

void AnchorIndex::build(std::vector<Anchor> anchors) {
  anchors_ = std::move(anchors);
  if (anchors_.empty()) return;
  std::sort(anchors_.begin(), anchors_.end(), [](Anchor const& a, Anchor const& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    if (a.wording != b.wording) return a.wording < b.wording;
    return a.at < b.at;
  });
  auto const bits = static_cast<int>(std::bit_width(anchors_.size()));
  shift_ = 64 - bits;
  starts_.assign((std::size_t{1} << bits) + 1, 0);
  for (auto const& anchor : anchors_) ++starts_[(anchor.hash >> shift_) + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  filter_.assign(std::bit_ceil(anchors_.size() * 16 + 64) / 64, 0);
  for (auto const& anchor : anchors_) filter_[word_of(anchor.hash)] |= bit_of(anchor.hash);
}

// A byte for each, twice as many as expected, 64 MiB at most.
Counter::Counter(std::uint64_t expected) : counts_(std::bit_ceil(std::clamp<std::uint64_t>(expected * 2, 1024, 1u << 26)), 0) {}

}  // namespace whosaid::graph
