// A half-open stretch of bytes in a document: the one unit of position inside the engine.
#pragma once
#include <cstdint>
#include <string_view>

namespace whosaid {

// Bytes [begin, end) of the document text as it was given. Code points and UTF-16 units are made at the
// door (formats/) only. Documents are limited to 4 GiB - 1.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // The slice of `text`; `text` must be the document the span was made for.
  [[nodiscard]] constexpr std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace whosaid
