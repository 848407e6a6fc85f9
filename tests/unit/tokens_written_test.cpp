#include "tokens/written.hpp"

#include <doctest/doctest.h>

namespace tokens_written_test {

using namespace whosaid;

namespace {
void reads(std::string_view text, char32_t c, std::uint32_t length) {
  auto got = written_char(text, 0);
  CAPTURE(text);
  CHECK(got.c == c);
  CHECK(got.length == length);
}
}  // namespace

TEST_CASE("plain characters and entities") {
  reads("a", U'a', 1);
  reads("“x", U'“', 3);
  reads("&quot;x", U'"', 6);
  reads("&#8220;x", U'“', 7);
  reads("&#x201C;", U'“', 8);
  reads("&#39;", U'\'', 5);
  reads("&#147;", U'“', 6);
  reads("&nbsp;", 0xA0, 6);
  reads("& co;", U'&', 1);
  reads("&unknown;", U'&', 1);
  reads("&#;", U'&', 1);
  reads("&#xD800;", U'&', 1);
  reads("&", U'&', 1);
}

TEST_CASE("broken encodings") {
  reads("â€œ", U'“', 7);
  reads("â€™s", U'’', 8);
  reads("â€ said", U'”', 5);
  reads("â€”", U'—', 8);
  reads("Â«", U'«', 4);
  reads("\xC2\x93", U'“', 2);
  reads("âge", U'â', 2);
}

TEST_CASE("letters in broken encodings") {
  reads("Ã©t", U'é', 4);
  reads("Ã§ois", U'ç', 4);
  reads("Ã‰lodie", U'É', 5);
  reads("Å¡imun", U'š', 4);
  reads("Ä‡", U'ć', 5);
  reads("Ã–zgÃ¼r", U'Ö', 5);
  // Capitals that are meant, and marks behind them.
  reads("ÃO", U'Ã', 2);
  reads("Ã» disse", U'Ã', 2);
  reads("Ã– e", U'Ã', 2);
  reads("Ärzte", U'Ä', 2);
  reads("Ã", U'Ã', 2);
  reads("Ã—", U'Ã', 2);
}

TEST_CASE("marks") {
  CHECK(written_mark("''") == U'"');
  CHECK(written_mark("’’") == U'”');
  CHECK(written_mark("``") == U'“');
  CHECK(written_mark("&laquo;") == U'«');
  CHECK(is_quotation_mark(U'‚'));
  CHECK_FALSE(is_quotation_mark(U','));
}

}  // namespace tokens_written_test
