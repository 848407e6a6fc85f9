// A hash table from 64-bit keys to numbers, flat, so that it can be packed as it is.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "tokens/pack.hpp"

namespace whosaid {

// Open addressing, linear probing, at most half full, no removal. Keys and numbers are not 0.
class NumberMap {
 public:
  // Number of a key, 0 = not there.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    for (auto at = slot_of(key);; at = (at + 1) & (keys_.size() - 1)) {
      if (keys_[at] == key) return numbers_[at];
      if (keys_[at] == 0) return 0;
    }
  }
  // Does nothing when the key is there already.
  void insert(std::uint64_t key, std::uint32_t number) {
    if (find(key) != 0) return;
    if (2 * ++used_ > keys_.size()) {
      auto const keys = std::exchange(keys_, std::vector<std::uint64_t>(keys_.size() * 2));
      auto const numbers = std::exchange(numbers_, std::vector<std::uint32_t>(keys_.size()));
      for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] != 0) place(keys[i], numbers[i]);
    }
    place(key, number);
  }

  template <class Archive, Packed<NumberMap> T>
  friend void fields(Archive& archive, T& map) {
    archive(map.keys_, map.numbers_, map.used_);
  }

 private:
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    auto const mixed = key * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(mixed ^ mixed >> 32) & (keys_.size() - 1);
  }
  void place(std::uint64_t key, std::uint32_t number) {
    auto at = slot_of(key);
    while (keys_[at] != 0) at = (at + 1) & (keys_.size() - 1);
    keys_[at] = key;
    numbers_[at] = number;
  }

  std::vector<std::uint64_t> keys_ = std::vector<std::uint64_t>(16);  // 0 = free
  std::vector<std::uint32_t> numbers_ = std::vector<std::uint32_t>(16);
  std::uint64_t used_ = 0;
};

}  // namespace whosaid
