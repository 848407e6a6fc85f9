// UTF-8: checking, repairing with a record, and mapping bytes to code points, UTF-16 units, lines and columns.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid {

// First byte that is not valid UTF-8, or text.size() when all is well. Fast path for ASCII.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

struct Utf8Repair {
  std::string text;                     // every maximal invalid sequence became U+FFFD
  std::size_t replaced = 0;
  std::size_t first_bad_byte = 0;       // in the input, 0-based
};
// Only for text where first_invalid_utf8() found something.
[[nodiscard]] Utf8Repair repair_utf8(std::string_view text);

enum class OffsetUnit : unsigned char { code_point, byte, utf16 };

// Turns byte offsets of one text into another unit. Built in one pass (a sum every 64 bytes), constant time per look-up;
// pure ASCII costs nothing. Views the text, which must outlive it.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, OffsetUnit unit);
  [[nodiscard]] std::uint32_t operator()(std::uint32_t byte) const;  // byte <= text.size(), at a code point's start
  // The way back; `offset` beyond the text gives text.size(). Logarithmic.
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t offset) const;

 private:
  std::string_view text_;
  OffsetUnit unit_;
  bool ascii_ = true;
  std::vector<std::uint32_t> sums_;
};

// Decodes the code point that begins at text[at] (valid UTF-8) and moves `at` behind it.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

}  // namespace whosaid
