#include "text/unicode.hpp"

#include <doctest/doctest.h>

namespace text_unicode_test {

using namespace whosaid;

TEST_CASE("character classes") {
  CHECK(char_class(U'é') == (char_letter | char_lower));
  CHECK(char_class(U'Ж') == (char_letter | char_upper));
  CHECK((char_class(0x0301) & char_letter) != 0);  // combining acute
  CHECK(char_class(0xA0) == char_space);
  CHECK(char_class(0xAD) == char_ignorable);
  CHECK(char_class(0x200B) == char_ignorable);
  CHECK((char_class(U'東') & char_ideograph) != 0);
  CHECK((char_class(U'が') & char_ideograph) != 0);
  CHECK((char_class(0xAC00) & char_ideograph) == 0);  // Hangul has spaces
  CHECK(char_class(U'“') == 0);
  CHECK((char_class(0x10400) & char_upper) != 0);  // beyond the table
}

TEST_CASE("folding") {
  CHECK(fold_unicode("ÉTAT") == "état");
  CHECK(fold_unicode("l’État") == "l'état");
  CHECK(fold_unicode("Stra\u00DFe") == "strasse");
  CHECK(fold_unicode("e\u0301") == "é");
  CHECK(fold_unicode("can\u00ADnot") == "cannot");
  CHECK(fold_char(U'Ж') == U'ж');
  CHECK(fold_char(U'ß') == 0);
}

TEST_CASE("keys, capitals and widths") {
  CHECK(to_latin_key("Müller") == "muller");
  CHECK(to_latin_key("Путин") == "putin");
  CHECK(capitalise("émile") == "Émile");
  CHECK(capitalise("") == "");
  CHECK(display_width("abc") == 3);
  CHECK(display_width("東京") == 4);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("bytes in another encoding become UTF-8") {
  std::string name;
  CHECK(to_utf8("\x93We\x94 caf\xE9", "iso-8859-1", name) == "“We” café");
  CHECK(name == "windows-1252");
  std::string text;
  for (int i = 0; i < 20; ++i) text += "Die B\xFCrgermeisterin sagte, man m\xFCsse \xFC" "ber alles reden. ";
  CHECK(to_utf8(text, "", name).find("Bürgermeisterin") == 4);
  CHECK(to_utf8("", "", name).empty());
}

}  // namespace text_unicode_test
