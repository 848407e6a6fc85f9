// A user's directory over the built-in grammars, from files on disk.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "grammar/library.hpp"

namespace grammar_overlay_test {

using namespace whosaid;
using namespace whosaid::grammar;
namespace fs = std::filesystem;

namespace {

// A directory that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("whosaid_overlay_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  void write(std::string const& name, std::string const& content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::vector<std::string> names_of(Language const& language) {
  std::vector<std::string> names;
  for (auto const& rule : list_rules(language)) names.push_back(rule.name);
  return names;
}

}  // namespace

TEST_CASE("a new folder is a new language beside the built-in ones") {
  Folder const folder;
  folder.write("qq/made.peg", "language qq\ngrammar made\nx -> hit 0.5\n <- %role\n | mayor\n");
  folder.write("qq/lexicons/role.txt", "mayor\n");
  folder.write("qq/marks.txt", "marks");
  folder.write("qq/README.md", "not a grammar");
  auto const library = Library::open(folder.path());
  REQUIRE(library);
  CHECK(library->language("en"));
  auto const* language = library->language("qq");
  REQUIRE(language);
  CHECK(language->file("marks.txt") == "marks");
  CHECK(language->file("README.md").empty());
  CHECK(run_examples(*language, "").passed == 1);
}

TEST_CASE("an overlay that cannot be used is told, with its place") {
  Folder const folder;
  auto library = Library::open(folder.path() + "/nowhere");
  REQUIRE_FALSE(library);
  CHECK(library.problems()[0].message == "no such directory");

  library = Library::open(folder.path());
  REQUIRE_FALSE(library);
  CHECK(library.problems()[0].message.starts_with("holds no grammar"));

  folder.write("qq/made.peg", "language rr\ngrammar made\nx -> hit 0.5\n <- \"a\"\n | a\n");
  library = Library::open(folder.path());
  REQUIRE_FALSE(library);
  CHECK(library.problems()[0].message == "stands in folder 'qq' but does not say 'language qq'");

  folder.write("qq/made.peg", "language qq\ngrammar made\nx -> hit 0.5\n <- \"\xFF\"\n | a\n");
  library = Library::open(folder.path());
  REQUIRE_FALSE(library);
  CHECK(library.problems()[0].message == "not UTF-8 from here on");
  CHECK(library.problems()[0].line == 4);
}

TEST_CASE("rules are replaced in place, removed, and added at the end; lexicons grow or are replaced") {
  std::vector<GrammarFile> files = {
      {"xx/made.peg", "language xx\ngrammar made\na -> hit 0.5\n <- h\n | a\nb -> hit 0.5\n <- %role\n | mayor\nc -> hit 0.5\n <- \"c\"\n | c\nh <- \"a\"\n"},
      {"xx/lexicons/role.txt", "mayor\n"},
      {"xx/lexicons/verb.txt", "said\n"},
      {"xx/notes.txt", "old"},
  };
  auto const base = Library::from_files(files);
  REQUIRE(base);
  CHECK(names_of(*base->language("xx")) == std::vector<std::string>{"xx/made/a", "xx/made/b", "xx/made/c", "xx/made/h"});

  files.push_back({"over/xx/made.peg", "language xx\ngrammar made\nreplace a -> hit 0.6\n <- \"aa\" %verb\n | aa wrote\nremove c\nd -> hit 0.5\n <- \"d\"\n | d\n"});
  files.push_back({"over/xx/lexicons/role.txt", "minister\n"});
  files.push_back({"over/xx/lexicons/verb.txt", "@replace\nwrote\n"});
  files.push_back({"over/xx/notes.txt", "new"});
  auto const library = Library::from_files(files);
  REQUIRE(library);
  auto const& language = *library->language("xx");
  CHECK(names_of(language) == std::vector<std::string>{"xx/made/a", "xx/made/b", "xx/made/h", "xx/made/d"});
  CHECK(list_rules(language)[0].weight == doctest::Approx(0.6));
  CHECK(list_rules(language)[0].file == "over/xx/made.peg");
  CHECK(language.file("notes.txt") == "new");
  auto const& vocabulary = language.vocabulary();
  auto const role = static_cast<std::uint16_t>(vocabulary.lexicon("role")), verb = static_cast<std::uint16_t>(vocabulary.lexicon("verb"));
  CHECK(vocabulary.classes(vocabulary.find("mayor")).has(role));
  CHECK(vocabulary.classes(vocabulary.find("minister")).has(role));
  CHECK(vocabulary.classes(vocabulary.find("wrote")).has(verb));
  CHECK(vocabulary.find("said") == 0);
  CHECK(run_examples(language, "made").failed == 0);
}

TEST_CASE("every built-in grammar loads") {
  auto const library = Library::open();
  std::string told;
  if (!library)
    for (auto const& problem : library.problems()) told += problem.to_string() + "\n";
  REQUIRE_MESSAGE(library, told);
  CHECK(library->language("en"));
  CHECK(library->language("en-GB") == library->language("en"));
  CHECK(library->language("xx") == nullptr);
  auto const codes = library->languages();
  CHECK(std::is_sorted(codes.begin(), codes.end()));
}

}  // namespace grammar_overlay_test
