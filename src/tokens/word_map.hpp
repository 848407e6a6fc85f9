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
  friend bool operator==(WordKey const&, WordKey const&) = default;

  static constexpr std::size_t capacity = 24;

  // Every byte with bit 0x20 set, which folds ASCII letters and leaves digits ' - . & as they are. Words with _ or @
  // fall together with others; no lexicon has such pairs. `size` <= capacity.
  static WordKey of_ascii(char const* word, std::size_t size) {
    WordKey key = of_bytes(word, size);
    constexpr std::uint64_t fold_all = 0x2020202020202020ull;
    for (std::size_t i = 0; i < 3; ++i) {
      if (size <= i * 8) break;
      std::size_t here = size - i * 8;
      key.part[i] |= here >= 8 ? fold_all : fold_all & ((1ull << here * 8) - 1);
    }
    return key;
  }
  static WordKey of_bytes(char const* word, std::size_t size) {
    WordKey key;
    std::memcpy(key.part.data(), word, size);
    return key;
  }

  [[nodiscard]] std::uint64_t hash() const {
    std::uint64_t h = part[0] * 0x9E3779B97F4A7C15ull;
    if (part[1] | part[2]) h ^= (part[1] ^ (part[2] << 29 | part[2] >> 35)) * 0xC2B2AE3D27D4EB4Full;
    return h ^ h >> 29;
  }
};

// Open addressing, linear probing, at most half full. No removal.
class WordMap {
 public:
  // Number of the word, 0 = not there.
  [[nodiscard]] std::uint32_t find(WordKey const& key) const {
    if (slots_.empty()) return 0;
    for (std::size_t at = key.hash() & mask_;; at = (at + 1) & mask_) {
      Slot const& slot = slots_[at];
      if (slot.number == 0) return 0;
      if (slot.key == key) return slot.number;
    }
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
    if ((used_ + 1) * 2 > slots_.size()) grow();
    place({key_of(folded), number});
    ++used_;
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
  void place(Slot const& slot) {
    std::size_t at = slot.key.hash() & mask_;
    while (slots_[at].number != 0) at = (at + 1) & mask_;
    slots_[at] = slot;
  }
  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_ = std::vector<Slot>(old.empty() ? 1024 : old.size() * 2);
    mask_ = slots_.size() - 1;
    for (Slot const& slot : old)
      if (slot.number != 0) place(slot);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::size_t used_ = 0;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> long_;
};

}  // namespace whosaid
