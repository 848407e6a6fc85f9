// Grammars that must be refused: bad/NAME.peg (and bad/NAME.overlay.peg laid over it) against the messages in bad/NAME.expect.
// Lexicons are the same for all: role ("mayor", "prime minister"), verb ("said"), nothing (empty).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "grammar/library.hpp"

namespace bad_test {

using namespace whosaid;
using namespace whosaid::grammar;
namespace fs = std::filesystem;

namespace {

std::string content_of(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

}  // namespace

TEST_CASE("a broken grammar is refused with every problem and its place") {
  char const* const folder = std::getenv("WHOSAID_BAD_GRAMMARS");
  REQUIRE(folder);
  std::vector<fs::path> cases;
  for (auto const& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".expect") cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  REQUIRE(cases.size() > 30);
  for (auto const& expected : cases) {
    auto const name = expected.stem().string();
    CAPTURE(name);
    std::vector<GrammarFile> files;
    for (char const* suffix : {".peg", ".overlay.peg"})
      if (auto const path = expected.parent_path() / (name + suffix); fs::exists(path))
        files.push_back({name + suffix, content_of(path)});
    REQUIRE_FALSE(files.empty());
    files.push_back({"lexicons/role.txt", "mayor\nprime minister\n"});
    files.push_back({"lexicons/verb.txt", "said\n"});
    files.push_back({"lexicons/nothing.txt", "# no entry\n"});
    auto const library = Library::from_files(files);
    std::string messages;
    if (!library)
      for (auto const& problem : library.problems()) messages += problem.to_string() + "\n";
    CHECK(messages == content_of(expected));
  }
}

}  // namespace bad_test
