// The only file that includes ICU, through its C API. Tested by tests/unit/text_unicode_test.cpp.
#include "text/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/utf8.hpp"

namespace whosaid {
namespace {

// Scripts of news text below this are in the table; Han and Hangul are ranges, the rest asks ICU each time.
constexpr char32_t table_size = 0x3100;

unsigned char compute_class(char32_t c) {
  auto u = static_cast<UChar32>(c);
  if (c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F ||
      (c >= 0xFE00 && c <= 0xFE0F))
    return char_ignorable;
  switch (u_charType(u)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER: return char_letter | char_upper;
    case U_DECIMAL_DIGIT_NUMBER: return char_digit;
    case U_LOWERCASE_LETTER: return static_cast<unsigned char>(char_letter | (u_toupper(u) != u ? char_lower : 0));
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK: {
      UErrorCode status = U_ZERO_ERROR;
      auto script = uscript_getScript(u, &status);
      bool unspaced = script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_BOPOMOFO;
      return static_cast<unsigned char>(char_letter | (unspaced ? char_ideograph : 0));
    }
    default: break;
  }
  return u_isUWhiteSpace(u) || u_charType(u) == U_CONTROL_CHAR ? char_space : 0;
}

char32_t compute_fold(char32_t c) {
  std::array<UChar, 2> from{};
  std::array<UChar, 8> to{};
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  UBool failed = false;
  U16_APPEND(from.data(), length, 2, static_cast<UChar32>(c), failed);
  if (failed) return c;
  int32_t folded = u_strFoldCase(to.data(), 8, from.data(), length, U_FOLD_CASE_DEFAULT, &status);
  if (U_FAILURE(status) || folded < 1) return 0;
  int32_t at = 0;
  UChar32 first = 0;
  U16_NEXT(to.data(), at, folded, first);
  return at == folded ? static_cast<char32_t>(first) : 0;
}

struct Tables {
  std::array<unsigned char, table_size> classes{};
  std::array<char16_t, table_size> folded{};
  Tables() {
    for (char32_t c = 0; c < table_size; ++c) {
      classes[c] = compute_class(c);
      char32_t f = compute_fold(c);
      folded[c] = f > 0xFFFF ? u'\0' : static_cast<char16_t>(f);
    }
  }
};

Tables const& tables() {
  static Tables const made;
  return made;
}

std::vector<UChar> to_utf16(std::string_view text) {
  std::vector<UChar> out(text.size() + 1);
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &length, text.data(),
                       static_cast<int32_t>(text.size()), 0xFFFD, nullptr, &status);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return out;
}

std::string from_utf16(UChar const* text, int32_t length) {
  std::string out(static_cast<std::size_t>(length) * 3 + 1, '\0');
  int32_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &written, text, length, 0xFFFD, nullptr, &status);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(written) : 0);
  return out;
}

// Runs an ICU function that fills a UTF-16 buffer; grows the buffer once when told to.
template <class Fill>
std::vector<UChar> filled(std::size_t guess, Fill fill) {
  std::vector<UChar> out(guess + 16);
  for (int round = 0; round < 2; ++round) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = fill(out.data(), static_cast<int32_t>(out.size()), &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      out.resize(static_cast<std::size_t>(length) + 1);
      continue;
    }
    out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return out;
  }
  return {};
}

struct CloseTransliterator {
  void operator()(UTransliterator* t) const { utrans_close(t); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* d) const { ucsdet_close(d); }
};
struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

// "" when the bytes do not fit the encoding well: more than one character in a hundred would be lost.
std::string convert(std::string_view bytes, char const* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return {};
  auto wide = filled(bytes.size(), [&](UChar* out, int32_t room, UErrorCode* s) {
    return ucnv_toUChars(converter.get(), out, room, bytes.data(), static_cast<int32_t>(bytes.size()), s);
  });
  std::size_t lost = 0;
  for (UChar c : wide) lost += c == 0xFFFD;
  if (wide.empty() || lost * 100 > wide.size()) return {};
  return from_utf16(wide.data(), static_cast<int32_t>(wide.size()));
}

}  // namespace

unsigned char char_class(char32_t c) {
  if (c < table_size) return tables().classes[c];
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)) return char_letter | char_ideograph;
  if (c >= 0xAC00 && c <= 0xD7A3) return char_letter;
  return compute_class(c);
}

char32_t fold_char(char32_t c) {
  if (c < table_size) return tables().folded[c];
  return compute_fold(c);
}

void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

std::string fold_unicode(std::string_view text) {
  std::vector<UChar> wide;
  wide.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    char32_t c = next_code_point(text, at);
    if (c == 0x2019 || c == 0x02BC) c = U'\'';
    if (char_class(c) & char_ignorable) continue;
    if (c > 0xFFFF) {
      wide.push_back(static_cast<UChar>(U16_LEAD(c)));
      wide.push_back(static_cast<UChar>(U16_TRAIL(c)));
    } else {
      wide.push_back(static_cast<UChar>(c));
    }
  }
  auto folded = filled(wide.size() * 2, [&](UChar* out, int32_t room, UErrorCode* s) {
    return u_strFoldCase(out, room, wide.data(), static_cast<int32_t>(wide.size()), U_FOLD_CASE_DEFAULT, s);
  });
  UErrorCode status = U_ZERO_ERROR;
  UNormalizer2 const* nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return from_utf16(folded.data(), static_cast<int32_t>(folded.size()));
  auto normal = filled(folded.size(), [&](UChar* out, int32_t room, UErrorCode* s) {
    return unorm2_normalize(nfc, folded.data(), static_cast<int32_t>(folded.size()), out, room, s);
  });
  return from_utf16(normal.data(), static_cast<int32_t>(normal.size()));
}

std::string to_latin_key(std::string_view text) {
  static constexpr char16_t rule[] = u"Any-Latin; Latin-ASCII; Lower";
  UErrorCode status = U_ZERO_ERROR;
  // One for each thread: opening costs milliseconds, and a transliterator must not be shared.
  thread_local std::unique_ptr<UTransliterator, CloseTransliterator> const made(
      utrans_openU(rule, -1, UTRANS_FORWARD, nullptr, 0, nullptr, &status));
  auto wide = to_utf16(text);
  if (!made || wide.empty()) return fold_unicode(text);
  auto length = static_cast<int32_t>(wide.size());
  int32_t limit = length;
  wide.resize(wide.size() * 6 + 64);
  status = U_ZERO_ERROR;
  utrans_transUChars(made.get(), wide.data(), &length, static_cast<int32_t>(wide.size()), 0, &limit, &status);
  if (U_FAILURE(status)) return fold_unicode(text);
  return from_utf16(wide.data(), length);
}

std::string capitalise(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = 0;
  char32_t first = next_code_point(text, at);
  std::string out;
  append_utf8(out, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first))));
  out.append(text.substr(at));
  return out;
}

std::string language_name(std::string_view code) {
  std::array<UChar, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  auto length = uloc_getDisplayLanguage(std::string(code).c_str(), "en", name.data(), static_cast<int32_t>(name.size()), &status);
  if (U_FAILURE(status) || length > static_cast<int32_t>(name.size())) return std::string(code);
  std::array<UChar, 256> upper{};
  length = u_strToUpper(upper.data(), static_cast<int32_t>(upper.size()), name.data(), length, "", &status);
  if (U_FAILURE(status) || length > static_cast<int32_t>(upper.size())) return std::string(code);
  std::string out;
  for (int32_t at = 0; at < length;) {
    UChar32 point = 0;
    U16_NEXT(upper.data(), at, length, point);
    append_utf8(out, static_cast<char32_t>(point));
  }
  return out;
}

int display_width(std::string_view text) {
  int width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    char32_t c = next_code_point(text, at);
    if (c < 0x20 || c == 0x7F) continue;
    if (c < 0x300) {
      width += c != 0xAD;
      continue;
    }
    auto u = static_cast<UChar32>(c);
    auto type = u_charType(u);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    auto east = u_getIntPropertyValue(u, UCHAR_EAST_ASIAN_WIDTH);
    width += east == U_EA_FULLWIDTH || east == U_EA_WIDE ? 2 : 1;
  }
  return width;
}

std::string to_utf8(std::string_view bytes, std::string_view declared, std::string& name) {
  name.clear();
  if (bytes.empty()) return {};
  if (!declared.empty()) {
    std::string wanted(declared);
    // Pages that say Latin-1 mean Windows-1252: browsers read it so, and the difference is the quotation marks.
    UErrorCode status = U_ZERO_ERROR;
    char const* canonical = ucnv_getStandardName(wanted.c_str(), "MIME", &status);
    if (canonical && std::string_view(canonical) == "ISO-8859-1") wanted = "windows-1252";
    if (auto out = convert(bytes, wanted.c_str()); !out.empty()) return name = wanted, out;
  }
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  // The detector looks at some kilobytes only; a long page must not cost more.
  auto sample = bytes.substr(0, 65536);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  UCharsetMatch const* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return {};
  std::string found = ucsdet_getName(match, &status);
  if (found == "ISO-8859-1") found = "windows-1252";
  auto out = convert(bytes, found.c_str());
  if (!out.empty()) name = found;
  return out;
}

}  // namespace whosaid
