// UTF-8 by hand: the well-formed sequences are Unicode's table 3-7. Tested by tests/unit/text_utf8_test.cpp.
#include "text/utf8.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace whosaid {
namespace {

constexpr std::size_t block = 64;  // bytes between two stored sums of an OffsetMap
constexpr std::uint64_t high_bits = 0x8080808080808080ull;

struct Sequence {
  std::size_t length;  // bytes of the character, or of the ill-formed piece to replace by one U+FFFD
  bool valid;
};

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The sequence that begins at text[at]. An ill-formed one is as long as its longest well-formed beginning.
Sequence sequence_at(std::string_view text, std::size_t at) {
  auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  std::size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (!continues(text, at + 1)) return {1, false};
  auto second = static_cast<unsigned char>(text[at + 1]);
  bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  bool surrogate = lead == 0xED && second > 0x9F;
  bool too_big = lead == 0xF4 && second > 0x8F;
  if (overlong || surrogate || too_big) return {1, false};
  for (std::size_t i = 2; i < wanted; ++i)
    if (!continues(text, at + i)) return {i, false};
  return {wanted, true};
}

// Moves over whole words of ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if (word & high_bits) break;
    at += 8;
  }
  return at;
}

// What one byte adds to the count: a character counts at its first byte, and twice in UTF-16 when it needs four bytes.
std::uint32_t units(unsigned char byte, OffsetUnit unit) {
  if ((byte & 0xC0) == 0x80) return 0;
  return unit == OffsetUnit::utf16 && byte >= 0xF0 ? 2u : 1u;
}

// The same for eight bytes at once: those that do not continue a character, and in UTF-16 the first of four once more.
std::uint32_t units_of_eight(char const* bytes, OffsetUnit unit) {
  std::uint64_t word;
  std::memcpy(&word, bytes, 8);
  // The sum of the bytes' highest bits; std::popcount is a call on processors of any age.
  auto const sum = [](std::uint64_t highest) { return static_cast<std::uint32_t>((highest >> 7) * 0x0101010101010101ull >> 56); };
  auto const count = 8 - sum(word & ~(word << 1) & high_bits);
  if (unit != OffsetUnit::utf16) return count;
  return count + sum(word & word << 1 & word << 2 & word << 3 & high_bits);
}

// What text[from, to) counts.
std::uint32_t units_between(std::string_view text, std::size_t from, std::size_t to, OffsetUnit unit) {
  std::uint32_t sum = 0;
  for (; from + 8 <= to; from += 8) sum += units_of_eight(text.data() + from, unit);
  for (; from < to; ++from) sum += units(static_cast<unsigned char>(text[from]), unit);
  return sum;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      std::size_t next = skip_ascii(text, at);
      at = next == at ? at + 1 : next;
      continue;
    }
    auto sequence = sequence_at(text, at);
    if (!sequence.valid) return at;
    at += sequence.length;
  }
  return text.size();
}

Utf8Repair repair_utf8(std::string_view text) {
  Utf8Repair out;
  out.first_bad_byte = first_invalid_utf8(text);
  out.text.reserve(text.size() + 16);
  std::size_t kept = 0;
  std::size_t at = out.first_bad_byte;
  while (at < text.size()) {
    auto sequence = sequence_at(text, at);
    if (!sequence.valid) {
      out.text.append(text, kept, at - kept);
      out.text += "\xEF\xBF\xBD";
      ++out.replaced;
      kept = at + sequence.length;
    }
    at += sequence.length;
  }
  out.text.append(text, kept, text.size() - kept);
  return out;
}

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::byte) return;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    at = skip_ascii(text, at);
    if (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) break;
  }
  if (at >= text.size()) return;
  ascii_ = false;
  sums_.reserve(text.size() / block + 1);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i <= text.size(); i += block) {
    sums_.push_back(sum);
    sum += units_between(text, i, std::min(i + block, text.size()), unit);
  }
}

std::uint32_t OffsetMap::operator()(std::uint32_t byte) const {
  if (ascii_) return byte;
  return sums_[byte / block] + units_between(text_, byte - byte % block, byte, unit_);
}

std::uint32_t OffsetMap::to_byte(std::uint32_t offset) const {
  if (ascii_) return static_cast<std::uint32_t>(std::min<std::size_t>(offset, text_.size()));
  // The last block whose sum is not beyond the offset holds it.
  auto after = std::upper_bound(sums_.begin(), sums_.end(), offset);
  std::size_t number = static_cast<std::size_t>(after - sums_.begin()) - 1;
  std::size_t at = number * block;
  std::uint32_t sum = sums_[number];
  // Bytes that only continue a character belong to the one before: go on to the first byte of the wanted one.
  while (at < text_.size()) {
    auto byte = static_cast<unsigned char>(text_[at]);
    if (sum >= offset && (byte & 0xC0) != 0x80) break;
    sum += units(byte, unit_);
    ++at;
  }
  return static_cast<std::uint32_t>(at);
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  char32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // Callers promise valid text; a cut-off end must still not read beyond it.
  if (at + length > text.size()) return at = text.size(), U'\xFFFD';
  char32_t c = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07;
  for (std::size_t i = 1; i < length; ++i) c = c << 6 | (byte(at + i) & 0x3F);
  at += length;
  return c;
}

}  // namespace whosaid
