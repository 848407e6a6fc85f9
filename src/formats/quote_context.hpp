// What stands around a quote, and its words without what nobody sees.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace whosaid::formats {

// Where the paragraph around a place ends. A text without empty lines has a paragraph per line, as for the tokens. Views the text.
class Paragraphs {
 public:
  // Linear in the text up to its first empty line.
  explicit Paragraphs(std::string_view text);
  // Whether the line break at `at` ends a paragraph.
  [[nodiscard]] bool ends_at(std::size_t at) const { return !empty_lines_ || is_border(at) || follows_empty_line(at); }

 private:
  // True when the line behind the break at `at` is empty.
  [[nodiscard]] bool is_border(std::size_t at) const;
  [[nodiscard]] bool follows_empty_line(std::size_t at) const;

  std::string_view text_;
  bool empty_lines_ = false;
};

// Up to about 60 code points before byte `end`, from a word's start, inside the paragraph.
[[nodiscard]] std::string_view context_before(std::string_view text, std::size_t end, Paragraphs const& paragraphs);
// The same behind byte `begin`, to a word's end.
[[nodiscard]] std::string_view context_after(std::string_view text, std::size_t begin, Paragraphs const& paragraphs);

// The words alone: soft hyphens, zero-width characters and byte order marks are no part of them. (A segment's own `text`
// stays the exact slice.)
void append_words(std::string_view words, std::string& out);

}  // namespace whosaid::formats
