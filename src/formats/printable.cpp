#include "formats/printable.hpp"

#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

void add_escape(std::string& out, std::string_view lead, unsigned char byte) {
  out += lead;
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

// Of text that is UTF-8.
void add_valid(std::string& out, std::string_view text, LineEnds line_ends) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const line_end = byte == '\n' || (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n');
    bool const kept = byte == '\t' || (line_end && line_ends == LineEnds::kept);
    if ((byte < 0x20 && !kept) || byte == 0x7F) {
      add_escape(out, "\\x", byte);
    } else if (byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      add_escape(out, "\\u00", static_cast<unsigned char>(text[++i]));
    } else {
      out += text[i];
    }
  }
}

}  // namespace

std::string printable(std::string_view text, LineEnds line_ends) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    auto const valid = first_invalid_utf8(text);
    add_valid(out, text.substr(0, valid), line_ends);
    text.remove_prefix(valid);
    if (text.empty()) break;
    // A name of a file may hold any bytes; some terminals take 0x9b alone for the beginning of a command.
    add_escape(out, "\\x", static_cast<unsigned char>(text[0]));
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace whosaid::formats
