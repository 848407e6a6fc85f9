// What Unicode knows about characters: the only door to ICU.
#pragma once
#include <string>
#include <string_view>

namespace whosaid {

// Bits for one code point, from tables filled on first use (thread-safe); constant time.
enum CharClass : unsigned char {
  char_letter = 1,   // L* and M*
  char_upper = 2,    // Lu, Lt
  char_digit = 4,    // Nd
  char_space = 8,    // White_Space, also NBSP and zero-width space
  char_ignorable = 16,  // soft hyphen, ZWSP, ZWJ, BOM, variation selectors: part of the word they stand in
  char_ideograph = 32,  // Han, Hiragana, Thai and the like: no spaces between words
  char_lower = 64,      // has an upper case of its own
};
[[nodiscard]] unsigned char char_class(char32_t c);

// Case folding of one code point by the same table; 0 when it folds to several (then fold_unicode is needed).
[[nodiscard]] char32_t fold_char(char32_t c);
// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t c);

// Lower case, full case folding, NFC, ’ to ', ignorables dropped. Any valid UTF-8.
[[nodiscard]] std::string fold_unicode(std::string_view text);
// Any script to unaccented lower-case Latin, for keys ("Müller" -> "muller"). Slow; not for hot paths.
[[nodiscard]] std::string to_latin_key(std::string_view text);
// First letter (and the rest untouched) in upper case.
[[nodiscard]] std::string capitalise(std::string_view text);
// English name of a language by its code, in upper case: "en" -> "ENGLISH"; the code itself when it is unknown.
[[nodiscard]] std::string language_name(std::string_view code);
// Columns it takes on a terminal (East Asian wide = 2, combining = 0).
[[nodiscard]] int display_width(std::string_view text);
// Guesses the encoding of bytes that are not UTF-8 and converts; "" when hopeless. `name` receives the encoding.
// `declared` (from a header or <meta>) is tried first, "" = none.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view declared, std::string& name);

}  // namespace whosaid
