#include "formats/page_words.hpp"
#include "grammar/embedded.hpp"

#include <doctest/doctest.h>

namespace whosaid::formats_page_authors_test {
namespace {

std::string author_in(std::string_view text) { return formats::PageWords::built_in()->bylines.author_in(text); }

TEST_CASE("page_authors: the name is cut out of a byline") {
  CHECK(author_in("By Ann Odeby") == "Ann Odeby");
  CHECK(author_in("BY ANN ODEBY, STAFF WRITER") == "Ann Odeby");
  CHECK(author_in("By Teo Lindqvist-Abara and Noor Valdane | 2 hours ago") == "Teo Lindqvist-Abara and Noor Valdane");
  CHECK(author_in("Von Henrike von der Marwitz") == "Henrike von der Marwitz");
  CHECK(author_in("Old bridge to close\nBy JUN HALLORAN\nCoastline Staff Writer\nPosted: Aug. 30, 2023") == "Jun Halloran");
  CHECK(author_in("Petra Vos, 12 March 2025") == "Petra Vos");
  CHECK(author_in("By \u00c9lodie Brun \u2022 Paris") == "\u00c9lodie Brun");
}

TEST_CASE("page_words: every line of the built-in files makes sense, and one that does not is told with its place") {
  Problems problems;
  std::size_t files = 0;
  for (auto const& file : grammar::embedded_files()) {
    bool const lines = file.path.ends_with("page_lines.txt"), bylines = file.path.ends_with("bylines.txt");
    if (lines) formats::PagePhrases().read(file.content, &problems, file.path);
    if (bylines) formats::Bylines().read(file.content, &problems, file.path);
    files += lines || bylines;
  }
  CHECK(files >= 2);
  CHECK(problems.empty());
  for (auto const* wrong : {"furniture", "furniture whole", "furniture whole ...", "furnitur whole share", "furniture hole share", "credit word photo"}) {
    problems.clear();
    formats::PagePhrases().read("# words\n\n" + std::string(wrong) + "\n", &problems, "lines");
    REQUIRE_MESSAGE(problems.size() == 1, wrong);
    CHECK(problems[0].to_string().starts_with("lines:3:1: expected KIND PLACE WORDS"));
  }
  problems.clear();
  formats::Bylines().read("by by\nbye by\n", &problems, "bylines");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].to_string().starts_with("bylines:2:1: unknown word 'bye'"));
}

TEST_CASE("page_authors: what is no name is none") {
  for (auto const* text : {"", "By", "By our own correspondent", "By Staff Writer", "Updated 2 hours ago", "Coastline Staff Writer", "3 min read", "Share", "Ann",
                           "Mayor Rita Holm Resigns\nPosted: Aug. 30, 2023", "By far the largest harvest in ten years"})
    CHECK_MESSAGE(author_in(text).empty(), text);
}

}  // namespace
}  // namespace whosaid::formats_page_authors_test
