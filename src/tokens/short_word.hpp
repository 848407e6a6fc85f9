// The words of most texts: up to fifteen letters or digits of ASCII with a space or plain punctuation behind them, read as
// one or two integers without a branch for each letter. Must agree with tokenize_words.cpp, which reads all others; a test
// in tests/unit/tokens_tokenize_test.cpp compares them.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "tokens/bytes.hpp"
#include "tokens/tokens.hpp"
#include "tokens/word_map.hpp"

namespace whosaid {

// Which of eight bytes are letters or digits; the highest bit of each byte tells.
struct EightBytes {
  std::uint64_t folded, letters, outside, uppers;

  explicit EightBytes(char const* at) {
    constexpr std::uint64_t ones = 0x0101010101010101ull;
    constexpr std::uint64_t high = ones * 0x80;
    std::uint64_t bytes;
    std::memcpy(&bytes, at, 8);
    folded = bytes | ones * 0x20;
    // No sum carries into the next byte: bytes are cut to seven bits, and those of no ASCII are taken out behind.
    std::uint64_t low = folded & ~high;
    std::uint64_t plain = bytes & ~high;
    letters = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x7F - 'z')) & high & ~bytes;
    std::uint64_t digits = (plain + ones * (0x80 - '0')) & ~(plain + ones * (0x7F - '9')) & high & ~bytes;
    outside = ~(letters | digits) & high;
    uppers = letters & ~(bytes << 2);  // the bit 0x20 of a letter, moved to the highest
  }
  // Bytes before the first that is outside; 8 when none is.
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(std::countr_zero(outside)) / 8; }
  void cut(std::size_t size) {
    std::uint64_t covered = size >= 8 ? ~0ull : (1ull << size * 8) - 1;
    folded &= covered, letters &= covered, uppers &= covered;
  }
};

// An ending that tells something of a word, by its last letter. Of a shorter word the bytes before are zero.
struct Ending {
  std::uint32_t mask = 0, letters = ~0u;  // of the last three bytes
  Features feature = 0;
};
inline constexpr std::array<Ending, 256> endings = [] {
  std::array<Ending, 256> table{};
  constexpr auto at = [](char c, int place) { return static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << (8 * place); };
  table['s'] = {at('\xFF', 2), at('s', 2), feature::ends_s};
  table['y'] = {at('\xFF', 1), at('l', 1), feature::ends_ly};
  table['d'] = {at('\xFF', 1), at('e', 1), feature::ends_ed};
  table['g'] = {at('\xFF', 0) | at('\xFF', 1), at('i', 0) | at('n', 1), feature::ends_ing};
  return table;
}();

struct ShortWord {
  WordKey key;
  std::size_t size = 0;
  Features features = 0;
};

// Reads the word that begins with a letter at `begin`. False when it is not such a word, or too near the text's end.
inline bool read_short_word(std::string_view text, std::size_t begin, ShortWord& out) {
  if constexpr (std::endian::native != std::endian::little) return false;
  if (begin + WordKey::capacity > text.size()) return false;
  char const* start = text.data() + begin;
  EightBytes head(start);
  std::size_t size = head.size();
  head.cut(size);
  WordKey& key = out.key;
  key = WordKey{};
  key.part[0] = head.folded;
  if (size == 8) {
    EightBytes tail(start + 8);
    std::size_t more = tail.size();
    if (more == 8) return false;
    tail.cut(more);
    key.part[1] = tail.folded;
    // Only whether all letters are upper case is asked of the second half.
    head.letters |= tail.letters >> 1;
    head.uppers |= tail.uppers >> 1;
    size += more;
  }
  if (!ends_word[static_cast<unsigned char>(start[size])]) return false;

  auto set = [](bool on, Features bit) { return on ? bit : Features{0}; };
  bool several = (head.letters & (head.letters - 1)) != 0;
  Features features = feature::word;
  features |= set(head.uppers == 0, feature::lower);
  features |= set((head.uppers & 0x80) != 0, feature::capital);
  features |= set((head.uppers == head.letters) & several, feature::upper);
  features |= set((size == 1) & (head.uppers != 0), feature::initial);
  // The last three letters; of two there is no ending but s, so that the first of them is left out.
  std::uint32_t tail;
  std::memcpy(&tail, start + (size > 2 ? size - 3 : 0), 4);
  if (size <= 2) tail = static_cast<std::uint32_t>(static_cast<unsigned char>(start[size - 1])) << 16;
  Ending const& ending = endings[tail >> 16 & 0xFF];
  features |= set((tail & ending.mask) == ending.letters, ending.feature);
  out.size = size;
  out.features = features;
  return true;
}

}  // namespace whosaid
