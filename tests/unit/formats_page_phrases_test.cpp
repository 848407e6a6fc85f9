#include "formats/page_phrases.hpp"

#include <doctest/doctest.h>

#include <string>

namespace whosaid::formats_page_phrases_test {
namespace {

using formats::PagePhrases;
using Kind = formats::PhraseKind;

PagePhrases phrases() {
  PagePhrases out;
  out.read("# a comment\n"
           "furniture whole read on\n"
           "related start see also\n"
           "box inside our newsletter\n"
           "credit start photo\n"
           "furniture word share\n"
           "furniture word shares\n");
  return out;
}

TEST_CASE("page_phrases: a phrase counts at its place alone") {
  auto const known = phrases();
  CHECK(known.kind_of("READ ON!") == Kind::furniture);
  CHECK(known.kind_of("Read on the train") == Kind::none);
  CHECK(known.kind_of("They read on") == Kind::none);
  CHECK(known.kind_of("See also: the lighthouse") == Kind::related);
  CHECK(known.kind_of("They see also the lighthouse") == Kind::none);
  CHECK(known.kind_of("Sign up for our newsletter today") == Kind::box);
  CHECK(known.kind_of("See also our newsletter") == Kind::related);  // the first line of the file that fits
  CHECK(known.kind_of("Photographer found") == Kind::none);          // whole words
}

TEST_CASE("page_phrases: lines of words and numbers alone") {
  auto const known = phrases();
  CHECK(known.kind_of("Share 2.1k shares") == Kind::furniture);
  CHECK(known.kind_of("Share the load") == Kind::none);
  CHECK(known.kind_of("2024") == Kind::none);
  CHECK(known.kind_of("") == Kind::none);
}

TEST_CASE("page_phrases: a long line is none, whatever it holds") {
  auto const known = phrases();
  CHECK(known.kind_of("See also " + std::string(300, 'a')) == Kind::related);
  CHECK(known.kind_of("See also " + std::string(400, 'a')) == Kind::none);
}

}  // namespace
}  // namespace whosaid::formats_page_phrases_test
