#include "formats/printable.hpp"

namespace whosaid::formats {

std::string printable(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const line_end = byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if ((byte < 0x20 && byte != '\n' && byte != '\t' && !line_end) || byte == 0x7F) {
      out += "\\x";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      auto const next = static_cast<unsigned char>(text[++i]);
      out += "\\u00";
      out += digits[next >> 4];
      out += digits[next & 15];
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace whosaid::formats
