#include "formats/json_write.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace whosaid::formats {
namespace {

// 1 = needs an escape, 2 = may begin U+0080 to U+009F (0xC2 0x80 to 0xC2 0x9F).
constexpr std::array<unsigned char, 256> make_classes() {
  std::array<unsigned char, 256> classes{};
  for (unsigned byte = 0; byte < 0x20; ++byte) classes[byte] = 1;
  classes['"'] = classes['\\'] = classes[0x7F] = 1;
  classes[0xC2] = 2;
  return classes;
}
constexpr auto byte_class = make_classes();

void append_unicode_escape(std::string& out, unsigned code) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u00";
  out += digits[code >> 4 & 15];
  out += digits[code & 15];
}

void append_escape(std::string& out, unsigned char byte) {
  switch (byte) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    default: append_unicode_escape(out, byte);
  }
}

// Whether eight bytes can be copied as they stand; false also for some that can.
bool all_plain(char const* bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101ull, high = ones * 0x80;
  std::uint64_t word;
  std::memcpy(&word, bytes, 8);
  auto const lacks = [&](unsigned char byte) {  // its high bits tell where a zero, so the byte, may stand
    std::uint64_t const x = word ^ ones * byte;
    return (x - ones) & ~x;
  };
  std::uint64_t const control = (word - ones * 0x20) & ~word;
  return ((control | lacks('"') | lacks('\\') | lacks(0x7F) | lacks(0xC2)) & high) == 0;
}

// The same of sixteen bytes.
bool all_plain_16(char const* bytes) {
#ifdef __SSE2__
  __m128i const text = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes));
  auto const is = [&](int byte) { return _mm_cmpeq_epi8(text, _mm_set1_epi8(static_cast<char>(byte))); };
  __m128i const control = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x1F)), text);
  __m128i const marks = _mm_or_si128(is('"'), is('\\')), others = _mm_or_si128(is(0x7F), is(0xC2));
  return _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(marks, others))) == 0;
#else
  return all_plain(bytes) && all_plain(bytes + 8);
#endif
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of the stretch that is copied as it stands
  for (std::size_t at = 0; at < text.size();) {
    if (at + 16 <= text.size() && all_plain_16(text.data() + at)) {
      at += 16;
      continue;
    }
    if (at + 8 <= text.size() && all_plain(text.data() + at)) {
      at += 8;
      continue;
    }
    if (at + 8 > text.size() && text.size() > 8 && all_plain(text.data() + text.size() - 8)) break;  // the last few, and some before them once more
    for (std::size_t const end = std::min(at + 8, text.size()); at < end; ++at) {
      auto const byte = static_cast<unsigned char>(text[at]);
      auto const kind = byte_class[byte];
      if (kind == 0) continue;
      if (kind == 1) {
        out.append(text, plain, at - plain);
        append_escape(out, byte);
        plain = at + 1;
      } else if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
        out.append(text, plain, at - plain);
        append_unicode_escape(out, static_cast<unsigned char>(text[at + 1]));
        plain = ++at + 1;
      }
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void append_json_verbatim(std::string& out, std::string_view json) {
  for (std::size_t at = 0; at < json.size(); ++at) {
    auto const byte = static_cast<unsigned char>(json[at]);
    if (byte == '\n' || byte == '\r' || byte == '\t') {
      out += ' ';
    } else if (byte == 0x7F) {
      append_unicode_escape(out, byte);
    } else if (byte == 0xC2 && at + 1 < json.size() && static_cast<unsigned char>(json[at + 1]) < 0xA0) {
      append_unicode_escape(out, static_cast<unsigned char>(json[++at]));
    } else {
      out += json[at];
    }
  }
}

void append_json_number(std::string& out, std::uint64_t value) {
  std::array<char, 20> digits;
  auto const [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  (void)error;  // 20 digits hold any 64-bit number
  out.append(digits.data(), end);
}

void append_json_score(std::string& out, double value) {
  if (!std::isfinite(value)) value = 0;
  if (value < 0) {
    out += '-';
    value = -value;
  }
  if (value > 1e15) value = 1e15;
  // Not negative, and a call of llround would cost more. NOLINTNEXTLINE(bugprone-incorrect-roundings)
  auto const scaled = static_cast<std::uint64_t>(value * 10000.0 + 0.5);
  append_json_number(out, scaled / 10000);
  auto rest = static_cast<unsigned>(scaled % 10000);
  if (rest == 0) return;
  out += '.';
  for (unsigned unit = 1000; rest != 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

}  // namespace whosaid::formats
