// A hash table from words to numbers, made for the tokenizer: words of up to 24 bytes are compared as three integers.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whosaid {

// Up to 24 bytes of a word, zero-padded.
struct WordKey {
  std::array<std::uint64_t, 3> part{};

  static constexpr std::size_t capacity = 24;

  friend bool operator==(WordKey const& a, WordKey const& b) {
    return ((a.part[0] ^ b.part[0]) | (a.part[1] ^ b.part[1]) | (a.part[2] ^ b.part[2])) == 0;
  }

  // Every byte with bit 0x20 set, which folds ASCII letters and leaves digits ' - . & as they are. Words with _ or @
  // fall together with others; no lexicon has such pairs. `size` <= capacity.
  static WordKey of_ascii(char const* word, std::size_t size) {
    WordKey key = of_bytes(word, size);
    key.fold(size);
    return key;
  }
  // The same where `capacity` bytes may be read at `word`, whatever stands behind it.
  static WordKey of_ascii_inside(char const* word, std::size_t size) {
    WordKey key;
    if (size <= 8) {
      std::memcpy(key.part.data(), word, 8);
      key.part[0] &= mask(size);
      key.part[0] |= fold_bits & mask(size);
      return key;
    }
    std::memcpy(key.part.data(), word, capacity);
    for (std::size_t i = 0; i < 3; ++i) key.part[i] &= size > i * 8 ? mask(size - i * 8) : 0;
    key.fold(size);
    return key;
  }
  static WordKey of_bytes(char const* word, std::size_t size) {
    WordKey key;
    std::memcpy(key.part.data(), word, size);
    return key;
  }

  [[nodiscard]] std::uint64_t hash() const {
    std::uint64_t h = part[0] * 0x9E3779B97F4A7C15ull;
    h ^= (part[1] ^ (part[2] << 29 | part[2] >> 35)) * 0xC2B2AE3D27D4EB4Full;
    return h ^ h >> 29;
  }

 private:
  static constexpr std::uint64_t fold_bits = 0x2020202020202020ull;

  // The low `size` bytes; all of them from 8 on.
  static constexpr std::uint64_t mask(std::size_t size) { return size >= 8 ? ~0ull : (1ull << size * 8) - 1; }
  void fold(std::size_t size) {
    for (std::size_t i = 0; i < 3 && size > i * 8; ++i) part[i] |= fold_bits & mask(size - i * 8);
  }
};

// Open addressing, linear probing, at most half full, no removal. A list of 16-bit tags stands before the slots: most words
// of a text are in no list, and the tags, which stay in the cache, say so.
class WordMap {
 public:
  // Number of the word, 0 = not there.
  [[nodiscard]] std::uint32_t find(WordKey const& key) const { return find(key, key.hash()); }
  [[nodiscard]] std::uint32_t find(WordKey const& key, std::uint64_t hash) const {
    std::uint16_t wanted = tag(hash);
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      std::uint16_t found = tags_[at];
      if (found == wanted && slots_[at].key == key) return slots_[at].number;
      if (found == 0) return 0;
    }
  }
  // Fetches what find() will look at into the cache.
  void prefetch(std::uint64_t hash) const {
    __builtin_prefetch(tags_.data() + (hash & mask_));
    __builtin_prefetch(slots_.data() + (hash & mask_));
  }
  // `folded` as fold() makes it; any length.
  [[nodiscard]] std::uint32_t find(std::string_view folded) const {
    if (folded.size() <= WordKey::capacity) return find(key_of(folded));
    auto it = long_.find(folded);
    return it == long_.end() ? 0 : it->second;
  }
  // The word must not be there yet; number > 0.
  void insert(std::string_view folded, std::uint32_t number) {
    if (folded.size() > WordKey::capacity) {
      long_.emplace(folded, number);
      return;
    }
    if ((used_ + 1) * 2 > slots_.size()) grow(slots_.size() * 2);
    place({key_of(folded), number});
    ++used_;
  }
  // So that `words` words can be inserted without moving those that are there.
  void make_room(std::size_t words) {
    std::size_t wanted = slots_.size();
    while (words * 2 > wanted) wanted = wanted == 0 ? 1024 : wanted * 2;
    if (wanted > slots_.size()) grow(wanted);
  }
  [[nodiscard]] bool has_long_words() const { return !long_.empty(); }

 private:
  struct Slot {
    WordKey key;
    std::uint32_t number = 0;
  };

  static WordKey key_of(std::string_view folded) {
    for (char c : folded)
      if (static_cast<unsigned char>(c) >= 0x80) return WordKey::of_bytes(folded.data(), folded.size());
    return WordKey::of_ascii(folded.data(), folded.size());
  }
  static std::uint16_t tag(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 48 | 1); }
  void place(Slot const& slot) {
    std::uint64_t hash = slot.key.hash();
    std::size_t at = hash & mask_;
    while (tags_[at] != 0) at = (at + 1) & mask_;
    slots_[at] = slot;
    tags_[at] = tag(hash);
  }
  void grow(std::size_t size) {
    std::vector<Slot> old = std::move(slots_);
    slots_ = std::vector<Slot>(size == 0 ? 1024 : size);
    tags_.assign(slots_.size(), 0);
    mask_ = slots_.size() - 1;
    for (Slot const& slot : old)
      if (slot.number != 0) place(slot);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  std::vector<Slot> slots_;
  std::vector<std::uint16_t> tags_ = {0};  // 0 = free; never empty, so that looking up needs no other test
  std::size_t mask_ = 0;
  std::size_t used_ = 0;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> long_;
};

// What the tokenizer asks of a vocabulary for every word, side by side.
struct WordTables {
  enum Flag : unsigned char { has_written = 1, opens_phrase = 2 };

  WordMap map;
  std::vector<unsigned char> flags = {0};  // by word number
  std::vector<std::uint32_t> bases = {0};  // by word number: the folded word's
  std::vector<std::uint64_t> pairs = std::vector<std::uint64_t>(1024, 0);  // of two words that open a phrase, hashed to bits

  // Whether two words (of any case) can be the first two of a phrase: a few that cannot pass as well.
  [[nodiscard]] bool may_open(std::uint32_t first, std::uint32_t second) const {
    auto const bit = pair_bit(bases[first], bases[second]);
    return pairs[bit / 64] >> (bit % 64) & 1u;
  }
  void open_pair(std::uint32_t first, std::uint32_t second) {
    auto const bit = pair_bit(first, second);
    pairs[bit / 64] |= 1ull << (bit % 64);
  }

 private:
  static std::uint32_t pair_bit(std::uint32_t first, std::uint32_t second) {
    return (first * 0x9E3779B1u ^ second * 0x85EBCA6Bu) >> 16;
  }
};

}  // namespace whosaid
