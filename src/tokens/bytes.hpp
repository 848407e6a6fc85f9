// What single bytes and characters are to the tokenizer.
#pragma once
#include <array>
#include <cstddef>

namespace whosaid {

// Classes of bytes; the first three are the bits that a word's letters add up to.
enum Byte : unsigned char { is_lower = 1, is_upper = 2, is_digit = 4, is_space = 8, is_break = 16, is_high = 32 };
inline constexpr unsigned char is_letter = is_lower | is_upper;
inline constexpr unsigned char in_word = is_letter | is_digit;

inline constexpr std::array<unsigned char, 256> byte_classes = [] {
  std::array<unsigned char, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[static_cast<std::size_t>(c)] = is_space;  // NUL and other controls part words
  table[' '] = is_space;
  table[0x7F] = is_space;
  table['\n'] = is_break;
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = is_lower;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = is_upper;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = is_digit;
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = is_high;
  return table;
}();

// Bytes that end a word and never belong to it, whatever follows.
inline constexpr std::array<bool, 256> ends_word = [] {
  std::array<bool, 256> table{};
  for (char c : {' ', '\n', '\r', '\t', ',', ';', '!', '?', ')', '(', ']', '"', '/'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

constexpr bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == U'`' || c == 0xB4; }
constexpr bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }
constexpr bool is_dash(char32_t c) { return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212; }
constexpr bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25BA || c == 0x25B6 || c == 0x25AA || c == 0x25CF || c == 0x25A0 || c == 0x2023 ||
         c == 0x2043 || c == 0xB7 || c == 0x2219;
}
constexpr bool is_currency(char32_t c) { return c == U'$' || c == 0xA3 || c == 0xA5 || c == 0xA2 || (c >= 0x20A0 && c <= 0x20CF); }

}  // namespace whosaid
