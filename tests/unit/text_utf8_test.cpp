#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace text_utf8_test {

using namespace whosaid;

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(first_invalid_utf8("") == 0);
  CHECK(first_invalid_utf8("plain ASCII of more than eight bytes") == 36);
  CHECK(first_invalid_utf8("naïve “curly” 🔥") == std::string("naïve “curly” 🔥").size());
  CHECK(first_invalid_utf8("abcdefghij\xFFk") == 10);
  CHECK(first_invalid_utf8("ab\xC0\x80") == 2);          // overlong
  CHECK(first_invalid_utf8("ab\xE0\x9F\xBF") == 2);      // overlong
  CHECK(first_invalid_utf8("ab\xED\xA0\x80") == 2);      // surrogate
  CHECK(first_invalid_utf8("ab\xF4\x90\x80\x80") == 2);  // beyond U+10FFFF
  CHECK(first_invalid_utf8("ab\xE2\x80") == 2);          // cut off
}

TEST_CASE("every maximal ill-formed piece becomes one replacement character") {
  auto repaired = repair_utf8("a\xE2\x80z\xFF\xFE.\xF0\x9F\x94");
  CHECK(repaired.text == "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD.\xEF\xBF\xBD");
  CHECK(repaired.replaced == 4);
  CHECK(repaired.first_bad_byte == 1);
  CHECK(first_invalid_utf8(repaired.text) == repaired.text.size());
}

TEST_CASE("offsets are counted in code points and UTF-16 units, there and back") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "aé“🔥";  // 1 + 2 + 3 + 4 bytes; several blocks long
  for (auto unit : {OffsetUnit::byte, OffsetUnit::code_point, OffsetUnit::utf16}) {
    OffsetMap map(text, unit);
    std::uint32_t expected = 0;
    std::size_t at = 0;
    while (at <= text.size()) {
      CHECK(map(static_cast<std::uint32_t>(at)) == expected);
      CHECK(map.to_byte(expected) == at);
      if (at == text.size()) break;
      std::size_t begin = at;
      char32_t c = next_code_point(text, at);
      if (unit == OffsetUnit::byte) expected += static_cast<std::uint32_t>(at - begin);
      else expected += unit == OffsetUnit::utf16 && c > 0xFFFF ? 2 : 1;
    }
    CHECK(map.to_byte(100000) == text.size());
  }
}

TEST_CASE("a text that ends on a block's border has its end") {
  std::string text = "é" + std::string(62, 'x');
  OffsetMap map(text, OffsetUnit::code_point);
  CHECK(map(64) == 63);
  CHECK(map.to_byte(63) == 64);
}

}  // namespace text_utf8_test
