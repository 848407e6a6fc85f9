// What a grammar can ask of a token, answered once for all tokens that are alike: a test becomes one bit.
//
// The idea: a grammar sees of a token its group of words and those features that some rule names. News has some 2000 such
// pairs for a grammar, and each gets a row of bits: the classes it is in, and the roots that can begin with it. Spelling
// ('US') is no part of a row: there the bit says "perhaps", and the machine looks at the letters.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "grammar/program.hpp"

namespace whosaid::grammar {

// The rows of one program that a thread has met; when they are too many it begins anew. Never shared by threads.
class TokenRows {
 public:
  explicit TokenRows(std::shared_ptr<Program const> program);

  [[nodiscard]] Program const* program() const { return program_.get(); }

  // Offset of a token's row in data(); valid until tidy().
  [[nodiscard]] std::uint32_t of(Token const& token) {
    auto const features = token.features & features_;
    auto const group = group_of_[token.word];
    for (auto at = slot_of(group, features);; at = (at + 1) & mask_) {
      auto const& slot = slots_[at];
      if (slot.features == features && slot.group == group && slot.row != 0) return slot.row;
      if (slot.row == 0) return add(group, features);
    }
  }
  // One test, all but the spelling.
  [[nodiscard]] bool holds(TokenTest const& test, Token const& token) const {
    return holds(test, group_of_[token.word], token.features);
  }
  // Forgets all rows when there are too many. To be called between two passes.
  void tidy();

  // A row: class bits, then `stride` words each of the roots that begin with it, of the roots that allow it where they
  // begin, and of the roots that allow it as the item before; then the bits of the needs it meets.
  [[nodiscard]] std::uint64_t const* data() const { return rows_.data(); }
  [[nodiscard]] std::uint32_t begins() const { return classes_; }
  [[nodiscard]] std::uint32_t here() const { return classes_ + stride_; }
  [[nodiscard]] std::uint32_t behind() const { return classes_ + 2 * stride_; }
  [[nodiscard]] std::uint32_t needs() const { return classes_ + 3 * stride_; }
  // The row of the region's borders: no class, no root begins; `behind` of it counts for the first item.
  static constexpr std::uint32_t nothing = 0;

 private:
  struct Slot {
    Features features = 0;
    std::uint32_t group = 0;
    std::uint32_t row = 0;  // 0 = free: the row at 0 is nobody's
  };
  static constexpr std::size_t most = 1u << 16, most_words = 1u << 22;

  [[nodiscard]] std::size_t slot_of(std::uint32_t group, Features features) const {
    auto const mixed = (features ^ (std::uint64_t{group} << 40)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>((mixed ^ (mixed >> 29)) >> 20) & mask_;
  }
  std::uint32_t add(std::uint32_t group, Features features);
  void put(std::uint32_t group, Features features, std::uint32_t row);
  void begin();
  [[nodiscard]] bool holds(TokenTest const& test, std::uint32_t group, Features features) const;

  std::shared_ptr<Program const> program_;
  Features features_ = 0;  // those that some test names
  std::uint32_t const* group_of_;
  std::uint32_t classes_, stride_, width_;
  std::vector<std::uint64_t> rows_;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0, count_ = 0;
};

}  // namespace whosaid::grammar
