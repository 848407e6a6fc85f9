// A character as it stands in scraped text: itself, an HTML entity, or what a broken encoding made of it.
#pragma once
#include <cstdint>
#include <string_view>

namespace whosaid {

struct WrittenChar {
  char32_t c = 0;            // the character that is meant
  std::uint32_t length = 0;  // bytes it takes in the text
};

// The character at text[at] (valid UTF-8, at < size). Reads &ldquo; &#8220; &#x201C; as “, and UTF-8 that was once read
// as Windows-1252 or Latin-1 (â€œ, Ã©) as what it was. An ampersand that begins no known entity stands for itself.
[[nodiscard]] WrittenChar written_char(std::string_view text, std::size_t at);

// The same for a token of one character or a doubled mark: '' is read as " (it stands at both ends),
// `` and ‘‘ as “, ’’ as ”; other text is read as its first character.
[[nodiscard]] char32_t written_mark(std::string_view token);

// True for the marks that may open or close a quotation: " “ ” ‘ ’ ' ` « » ‹ › „ ‟ ‚ ‛ 「」『』 ＂.
[[nodiscard]] bool is_quotation_mark(char32_t c);

}  // namespace whosaid
