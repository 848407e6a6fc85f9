// Letters and digits of ASCII, whatever the locale says: for markup, headers, keys and codes. Words go through text/unicode.hpp.
#pragma once
#include <string_view>

namespace whosaid {

[[nodiscard]] constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }
[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }
// "en_GB" as BCP 47 writes it, in lower case: "en-gb".
[[nodiscard]] constexpr char language_code_char(char c) { return c == '_' ? '-' : ascii_lower(c); }

// Without the white space at both ends.
[[nodiscard]] inline std::string_view trim_ascii(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace whosaid
