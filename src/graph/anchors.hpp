// Places in word sequences, found by the hash of the words there: how repeats meet.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace whosaid::graph {

// 64 bits over `count` words; sequences of different length or seed do not meet but by chance.
[[nodiscard]] std::uint64_t hash_words(std::uint64_t seed, std::uint32_t const* words, std::size_t count);

struct Anchor {
  std::uint64_t hash = 0;
  std::uint32_t wording = 0;  // owner's use
  std::uint32_t at = 0;       // word
};

// Anchors sorted by hash, with a filter in front: nearly all look-ups miss, and a miss costs one bit.
class AnchorIndex {
 public:
  void build(std::vector<Anchor> anchors);
  [[nodiscard]] bool empty() const { return anchors_.empty(); }
  // All anchors with this hash, by wording, then by place. Not for an empty index.
  [[nodiscard]] std::span<Anchor const> find(std::uint64_t hash) const {
    if (!(filter_[word_of(hash)] & bit_of(hash))) return {};
    auto first = starts_[hash >> shift_], last = starts_[(hash >> shift_) + 1];
    while (first < last && anchors_[first].hash < hash) ++first;
    auto end = first;
    while (end < last && anchors_[end].hash == hash) ++end;
    return {anchors_.data() + first, end - first};
  }

 private:
  [[nodiscard]] std::size_t word_of(std::uint64_t hash) const { return (hash >> 6) & (filter_.size() - 1); }
  [[nodiscard]] static std::uint64_t bit_of(std::uint64_t hash) { return 1ull << (hash & 63); }

  std::vector<Anchor> anchors_;
  std::vector<std::uint32_t> starts_;  // by the upper bits of the hash
  std::vector<std::uint64_t> filter_;  // a power of two
  int shift_ = 63;
};

// Roughly how often a hash was seen, up to 255; never too low.
class Counter {
 public:
  explicit Counter(std::uint64_t expected);
  void add(std::uint64_t hash) {
    auto& count = counts_[hash & (counts_.size() - 1)];
    if (count < 255) ++count;
  }
  [[nodiscard]] std::uint32_t of(std::uint64_t hash) const { return counts_[hash & (counts_.size() - 1)]; }

 private:
  std::vector<std::uint8_t> counts_;
};

}  // namespace whosaid::graph
