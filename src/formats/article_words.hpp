// Small questions about the words of a page's blocks.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace whosaid::formats {

// Letters and digits of a name that is believed to be the author's, of a description that is believed to be repeated.
inline constexpr std::size_t shortest_name = 6, shortest_description = 30;

// Letters and digits alone, in small letters where that is cheap: what a copy has in common with its original.
[[nodiscard]] std::string plain_words(std::string_view text);
// A quotation mark stands in it.
[[nodiscard]] bool has_quotation_mark(std::string_view text);
// Not so "1.2K" and "* * *".
[[nodiscard]] bool has_word(std::string_view text);
[[nodiscard]] bool has_digit(std::string_view text);

}  // namespace whosaid::formats
