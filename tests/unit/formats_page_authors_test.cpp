#include "formats/page_authors.hpp"

#include <doctest/doctest.h>

namespace whosaid::formats_page_authors_test {
namespace {

using formats::author_in;

TEST_CASE("page_authors: the name is cut out of a byline") {
  CHECK(author_in("By Ann Odeby") == "Ann Odeby");
  CHECK(author_in("BY ANN ODEBY, STAFF WRITER") == "Ann Odeby");
  CHECK(author_in("By Teo Lindqvist-Abara and Noor Valdane | 2 hours ago") == "Teo Lindqvist-Abara and Noor Valdane");
  CHECK(author_in("Von Henrike von der Marwitz") == "Henrike von der Marwitz");
  CHECK(author_in("Old bridge to close\nBy JUN HALLORAN\nCoastline Staff Writer\nPosted: Aug. 30, 2023") == "Jun Halloran");
  CHECK(author_in("Petra Vos, 12 March 2025") == "Petra Vos");
  CHECK(author_in("By \u00c9lodie Brun \u2022 Paris") == "\u00c9lodie Brun");
}

TEST_CASE("page_authors: what is no name is none") {
  for (auto const* text : {"", "By", "By our own correspondent", "By Staff Writer", "Updated 2 hours ago", "Coastline Staff Writer", "3 min read", "Share", "Ann",
                           "Mayor Rita Holm Resigns\nPosted: Aug. 30, 2023", "By far the largest harvest in ten years"})
    CHECK_MESSAGE(author_in(text).empty(), text);
}

}  // namespace
}  // namespace whosaid::formats_page_authors_test
