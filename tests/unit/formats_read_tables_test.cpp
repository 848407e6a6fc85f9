#include "formats/read_tables.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "formats/json_table.hpp"

namespace whosaid::formats_read_tables_test {
namespace {

std::string table_json(std::string const& id) {
  table::Table table;
  table.document.id = id;
  std::string out;
  formats::write_json(table, out);
  return out;
}

// Ids of the tables in a file with this content, and the number of problems.
std::string read_back(std::string const& content) {
  auto const path = std::filesystem::temp_directory_path() / ("whosaid_tables_" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << content;
  std::string ids;
  bool opened = false;
  auto const problems = formats::read_tables(path.string(), [&](table::Table&& table) { ids += table.document.id + ' '; }, &opened);
  std::filesystem::remove(path);
  CHECK(opened);
  return ids + std::to_string(problems.size());
}

}  // namespace

TEST_CASE("tables are read from JSON Lines, from one object and from a list") {
  CHECK(read_back(table_json("a") + '\n' + table_json("b") + '\n') == "a b 0");
  CHECK(read_back(table_json("a")) == "a 0");
  CHECK(read_back("[\n" + table_json("a") + ",\n" + table_json("b") + "\n]\n") == "a b 0");
  CHECK(read_back("{\n\"document\": {\"id\": \"a\"},\n\"quotes\": []}\n") == "a 0");
  CHECK(read_back("") == "0");
  CHECK(read_back("[]") == "0");
}

TEST_CASE("a broken table does not stop the others") {
  CHECK(read_back(table_json("a") + "\n{broken}\n" + table_json("b") + '\n') == "a b 1");
  CHECK(read_back("[" + table_json("a") + ", {\"x\":1}, " + table_json("b") + "]") == "a b 1");
  CHECK(read_back("[" + table_json("a") + ", ").back() == '1');
}

TEST_CASE("a file that cannot be opened is one problem") {
  bool opened = true;
  auto const problems = formats::read_tables("/nowhere/at/all.jsonl", [](table::Table&&) {}, &opened);
  CHECK_FALSE(opened);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].to_string() == "/nowhere/at/all.jsonl: No such file or directory");
}

}  // namespace whosaid::formats_read_tables_test
