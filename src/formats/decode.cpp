#include "formats/decode.hpp"

#include "formats/documents.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t least_evidence = 3;  // bytes beyond ASCII; one may be a slip

bool is_lead(unsigned char byte) { return byte >= 0xC2 && byte <= 0xF4; }
bool is_rest(unsigned char byte) { return byte >= 0x80 && byte <= 0xBF; }

std::string_view utf16_mark(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return "UTF-16LE";
  if (bytes.substr(0, 2) == "\xFE\xFF") return "UTF-16BE";
  return {};
}

}  // namespace

bool is_utf16(std::string_view bytes) { return !utf16_mark(bytes).empty(); }

bool is_other_encoding(std::string_view bytes) {
  if (!utf16_mark(bytes).empty()) return true;
  std::size_t high = 0, good = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto const byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) continue;
    ++high;
    if (is_lead(byte) && at + 1 < bytes.size() && is_rest(static_cast<unsigned char>(bytes[at + 1]))) {
      ++good;
      while (at + 1 < bytes.size() && is_rest(static_cast<unsigned char>(bytes[at + 1]))) ++at;
    }
  }
  return high >= least_evidence && good * 4 < high;
}

std::string_view as_utf8(std::string_view bytes, std::string_view declared, std::string_view place, std::string& buffer, Problems& notes) {
  auto const mark = utf16_mark(bytes);
  if (mark.empty()) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    // ISO-2022 is ASCII to the eye; only its declaration tells.
    bool const seven_bit = declared.starts_with("iso-2022") || declared.starts_with("ISO-2022");
    if (!seven_bit && first_invalid_utf8(bytes) == bytes.size()) return bytes;
  } else {
    bytes.remove_prefix(2);
  }
  bool const says_utf8 = declared == "utf-8" || declared == "UTF-8" || declared == "utf8" || declared == "UTF8";
  std::string name;
  buffer.clear();
  if (!mark.empty()) buffer = to_utf8(bytes, mark, name);
  else if (!says_utf8 && (!declared.empty() || is_other_encoding(bytes))) buffer = to_utf8(bytes, declared, name);
  else if (says_utf8 && is_other_encoding(bytes)) buffer = to_utf8(bytes, {}, name);
  if (!buffer.empty()) {
    notes.push_back({std::string(place), 0, 0, "read as " + name});
    return buffer;
  }
  buffer = bytes;
  mend_utf8(buffer, place, notes);
  return buffer;
}

}  // namespace whosaid::formats
