// Entities and broken encodings of the characters that matter to quotation. Nothing is rewritten: callers learn what a
// stretch of bytes stands for. Tested by tests/unit/tokens_written_test.cpp.
#include "tokens/written.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace whosaid {
namespace {

struct Entity {
  std::string_view name;
  char32_t c;
};

constexpr std::array entities = {
    Entity{"amp", U'&'},       Entity{"apos", U'\''},     Entity{"bdquo", U'\u201E'}, Entity{"bull", U'\u2022'},
    Entity{"euro", U'\u20AC'}, Entity{"gt", U'>'},        Entity{"hellip", U'\u2026'}, Entity{"laquo", U'\u00AB'},
    Entity{"ldquo", U'\u201C'}, Entity{"lsaquo", U'\u2039'}, Entity{"lsquo", U'\u2018'}, Entity{"lt", U'<'},
    Entity{"mdash", U'\u2014'}, Entity{"nbsp", U'\u00A0'}, Entity{"ndash", U'\u2013'}, Entity{"pound", U'\u00A3'},
    Entity{"quot", U'"'},      Entity{"raquo", U'\u00BB'}, Entity{"rdquo", U'\u201D'}, Entity{"rsaquo", U'\u203A'},
    Entity{"rsquo", U'\u2019'}, Entity{"sbquo", U'\u201A'}, Entity{"shy", U'\u00AD'}, Entity{"zwj", U'\u200D'},
    Entity{"zwnj", U'\u200C'},
};

WrittenChar entity_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 10;  // "&#x0201C;" and "&#000039;"
  auto piece = text.substr(at + 1, longest);
  auto end = piece.find(';');
  if (end == std::string_view::npos || end < 2) return {U'&', 1};
  auto name = piece.substr(0, end);
  auto length = static_cast<std::uint32_t>(end + 2);
  if (name[0] != '#') {
    auto it = std::find_if(entities.begin(), entities.end(), [&](Entity const& e) { return e.name == name; });
    return it == entities.end() ? WrittenChar{U'&', 1} : WrittenChar{it->c, length};
  }
  bool hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
  char32_t value = 0;
  for (char digit : name.substr(hex ? 2 : 1)) {
    char32_t d;
    if (digit >= '0' && digit <= '9') d = static_cast<char32_t>(digit - '0');
    else if (hex && (digit | 0x20) >= 'a' && (digit | 0x20) <= 'f') d = static_cast<char32_t>((digit | 0x20) - 'a' + 10);
    else return {U'&', 1};
    value = value * (hex ? 16 : 10) + d;
  }
  // Numbers 128-159 mean Windows-1252 to every browser; only the quotation marks and dashes of it matter here.
  if (value >= 0x91 && value <= 0x97) {
    constexpr std::array<char32_t, 7> meant = {U'\u2018', U'\u2019', U'\u201C', U'\u201D', U'\u2022', U'\u2013', U'\u2014'};
    value = meant[value - 0x91];
  }
  bool character = value >= 0x20 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000);
  return character ? WrittenChar{value, length} : WrittenChar{U'&', 1};
}

struct Broken {
  std::string_view bytes;
  char32_t c;
};

// Behind "â" (or "Â"): the other two bytes of the character, read as Windows-1252 or as Latin-1 control characters.
constexpr std::array after_a_circumflex = {
    Broken{"\xE2\x82\xAC\xC5\x93", U'\u201C'},     Broken{"\xE2\x82\xAC\xC2\x9D", U'\u201D'},
    Broken{"\xE2\x82\xAC\xE2\x84\xA2", U'\u2019'}, Broken{"\xE2\x82\xAC\xCB\x9C", U'\u2018'},
    Broken{"\xE2\x82\xAC\xE2\x80\x9C", U'\u2013'}, Broken{"\xE2\x82\xAC\xE2\x80\x9D", U'\u2014'},
    Broken{"\xE2\x82\xAC\xC2\xA6", U'\u2026'},     Broken{"\xE2\x82\xAC\xC5\xBE", U'\u201E'},
    Broken{"\xE2\x82\xAC\xC5\xA1", U'\u201A'},     Broken{"\xE2\x82\xAC\xC2\xB9", U'\u2039'},
    Broken{"\xE2\x82\xAC\xC2\xBA", U'\u203A'},     Broken{"\xE2\x82\xAC\xC2\xA2", U'\u2022'},
    Broken{"\xC2\x80\xC2\x9C", U'\u201C'},         Broken{"\xC2\x80\xC2\x9D", U'\u201D'},
    Broken{"\xC2\x80\xC2\x99", U'\u2019'},         Broken{"\xC2\x80\xC2\x98", U'\u2018'},
    Broken{"\xC2\x80\xC2\x93", U'\u2013'},         Broken{"\xC2\x80\xC2\x94", U'\u2014'},
    Broken{"\xC2\x80\xC2\xA6", U'\u2026'},
    // The byte 9D has no Windows-1252 character and is often lost: "â€" alone is the closing mark. Must stand last.
    Broken{"\xE2\x82\xAC", U'\u201D'},
};
constexpr std::array after_capital_a_circumflex = {
    Broken{"\xC2\xAB", U'\u00AB'}, Broken{"\xC2\xBB", U'\u00BB'}, Broken{"\xC2\xA0", U'\u00A0'},
    Broken{"\xC2\xA3", U'\u00A3'}, Broken{"\xC2\xAD", U'\u00AD'},
};

template <std::size_t N>
WrittenChar find_broken(std::string_view text, std::size_t at, std::array<Broken, N> const& table) {
  auto rest = text.substr(at + 2, 8);
  for (auto const& row : table)
    if (rest.starts_with(row.bytes)) return {row.c, static_cast<std::uint32_t>(row.bytes.size() + 2)};
  return {};
}

// The characters that Windows-1252 has for the bytes 80 … 9F; 0 where it has none.
constexpr std::array<char16_t, 32> windows_1252 = {
    u'\u20AC', 0,         u'\u201A', u'\u0192', u'\u201E', u'\u2026', u'\u2020', u'\u2021', u'\u02C6', u'\u2030', u'\u0160',
    u'\u2039', u'\u0152', 0,         u'\u017D', 0,         0,         u'\u2018', u'\u2019', u'\u201C', u'\u201D', u'\u2022',
    u'\u2013', u'\u2014', u'\u02DC', u'\u2122', u'\u0161', u'\u203A', u'\u0153', 0,         u'\u017E', u'\u0178',
};

bool is_ascii_letter(std::string_view text, std::size_t at) { return at < text.size() && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z'; }

// "Ã©", "Å¡": a Latin letter of two bytes that were read as two characters. Where the second one may also be a mark of the text
// (AMANHÃ» closes a quotation), a letter must follow.
WrittenChar broken_letter(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return {};
  std::size_t end = at + 2;
  char32_t const second = next_code_point(text, end);
  char32_t byte = second;
  if (second < 0x80 || second > 0xBF) {
    auto const found = std::find(windows_1252.begin(), windows_1252.end(), static_cast<char16_t>(second));
    if (second > 0xFFFF || second < 0x80 || found == windows_1252.end()) return {};
    byte = 0x80 + static_cast<char32_t>(found - windows_1252.begin());
  }
  bool const mark = is_quotation_mark(second) || second == U'\u2013' || second == U'\u2014' || second == U'\u2026' || second == U'\u00A0';
  if (mark && !is_ascii_letter(text, end)) return {};
  char32_t const lead = static_cast<unsigned char>(text[at + 1]) + 0x40u;  // the character C3, C4 or C5
  char32_t const letter = (lead & 0x1F) << 6 | (byte & 0x3F);
  if (letter == U'\u00D7' || letter == U'\u00F7') return {};  // × and ÷
  return {letter, static_cast<std::uint32_t>(end - at)};
}

// Windows-1252 bytes that were taken for Latin-1: C2 91 … C2 97.
char32_t latin1_control(unsigned char byte) {
  switch (byte) {
    case 0x85: return U'\u2026';
    case 0x91: return U'\u2018';
    case 0x92: return U'\u2019';
    case 0x93: return U'\u201C';
    case 0x94: return U'\u201D';
    case 0x96: return U'\u2013';
    case 0x97: return U'\u2014';
    default: return 0;
  }
}

}  // namespace

WrittenChar written_char(std::string_view text, std::size_t at) {
  auto first = static_cast<unsigned char>(text[at]);
  if (first == '&') return entity_at(text, at);
  if (first < 0x80) return {first, 1};
  auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
  if (first == 0xC3 && second == 0xA2) {
    if (auto found = find_broken(text, at, after_a_circumflex); found.length) return found;
  } else if (first == 0xC3 && second >= 0x83 && second <= 0x85) {
    if (auto const found = broken_letter(text, at); found.length) return found;
  } else if (first == 0xC3 && second == 0x82) {
    if (auto found = find_broken(text, at, after_capital_a_circumflex); found.length) return found;
  } else if (first == 0xC2 && second < 0xA0) {
    if (char32_t c = latin1_control(second)) return {c, 2};
  }
  std::size_t end = at;
  char32_t c = next_code_point(text, end);
  return {c, static_cast<std::uint32_t>(end - at)};
}

char32_t written_mark(std::string_view token) {
  if (token == "''") return U'"';
  if (token == "``") return U'\u201C';
  auto first = written_char(token, 0);
  // ’’ and ‘‘ stand for the doubled marks that a typist had no key for.
  if (first.length * 2 == token.size()) {
    if (first.c == U'\'') return U'"';
    if (first.c == U'\u2019') return U'\u201D';
    if (first.c == U'\u2018' || first.c == U'`') return U'\u201C';
  }
  return first.c;
}

bool is_quotation_mark(char32_t c) {
  switch (c) {
    case U'"': case U'\'': case U'`': case U'\u00AB': case U'\u00BB': case U'\u2018': case U'\u2019': case U'\u201A':
    case U'\u201B': case U'\u201C': case U'\u201D': case U'\u201E': case U'\u201F': case U'\u2039': case U'\u203A':
    case U'\u300C': case U'\u300D': case U'\u300E': case U'\u300F': case U'\u301D': case U'\u301E': case U'\u301F':
    case U'\uFF02': case U'\uFF07': return true;
    default: return false;
  }
}

}  // namespace whosaid
