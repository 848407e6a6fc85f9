#include "formats/article_words.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace whosaid::formats {

std::string plain_words(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const u = static_cast<unsigned char>(text[i]);
    bool const mark = u == 0xE2 && i + 2 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xFE) == 0x80;  // General Punctuation
    if (mark) i += 2;
    else if ((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || u >= 0xC3) out += text[i];
    else if (u >= 'A' && u <= 'Z') out += static_cast<char>(u + 32);
    else if (u >= 0x80 && !out.empty() && static_cast<unsigned char>(out.back()) >= 0xC3) out += text[i];
  }
  return out;
}

bool has_quotation_mark(std::string_view text) {
  for (auto const* mark : {"\"", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB", "\xE2\x80\x9E"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

bool has_word(std::string_view text) {
  int letters = 0;
  for (char const c : text) {
    bool const letter = static_cast<unsigned char>(c) >= 0xC3 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    letters = letter ? letters + 1 : static_cast<unsigned char>(c) >= 0x80 ? letters : 0;
    if (letters >= 2) return true;
  }
  return false;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

}  // namespace whosaid::formats
