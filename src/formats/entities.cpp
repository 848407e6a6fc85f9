#include "formats/entities.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "text/unicode.hpp"

namespace whosaid::formats {

std::string decode_entities(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> named{{
      {"amp", "&"}, {"quot", "\""}, {"apos", "'"}, {"lt", "<"}, {"gt", ">"}, {"nbsp", "\xC2\xA0"}, {"rsquo", "\xE2\x80\x99"},
      {"lsquo", "\xE2\x80\x98"}, {"rdquo", "\xE2\x80\x9D"}, {"ldquo", "\xE2\x80\x9C"}, {"ndash", "\xE2\x80\x93"}, {"mdash", "\xE2\x80\x94"}}};
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text[at] == '&' ? text.substr(at, 12).find(';') : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    auto const body = text.substr(at + 1, end - 1);
    auto const size = out.size();
    if (body.size() > 1 && body[0] == '#') {
      bool const hex = body[1] == 'x' || body[1] == 'X';
      unsigned value = 0;
      auto const digits = body.substr(hex ? 2 : 1);
      auto const [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
      bool const good = error == std::errc() && stop == digits.data() + digits.size() && value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
      if (good) append_utf8(out, static_cast<char32_t>(value));
    } else {
      for (auto const& [name, character] : named)
        if (name == body) out += character;
    }
    if (out.size() == size) out += text[at++];
    else at += end + 1;
  }
  return out;
}

}  // namespace whosaid::formats
