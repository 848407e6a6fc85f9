#include "formats/read_tables.hpp"

#include <simdjson.h>

#include "formats/block_reader.hpp"
#include "formats/documents.hpp"
#include "formats/json_table.hpp"

namespace whosaid::formats {
namespace {

constexpr std::string_view spaces = " \t\r\n";

// JSON Lines unless the first line is a list or does not end its object.
bool holds_lines(std::string_view start) {
  auto const first = start.find_first_not_of(spaces);
  if (first == std::string_view::npos) return true;
  if (start[first] == '[') return false;
  auto line = start.substr(first, start.find('\n', first) - first);
  if (first + line.size() == start.size()) return true;  // longer than what was looked at
  auto const last = line.find_last_not_of(spaces);
  return line[last] == '}';
}

class TableStream {
 public:
  TableStream(std::string name, std::function<void(table::Table&&)> const& on_table) : name_(std::move(name)), on_table_(on_table) {}

  void add(std::string_view json, std::uint32_t line) {
    if (json.find_first_not_of(spaces) == std::string_view::npos) return;
    auto table = reader_.read(json, name_, line);
    if (table) on_table_(std::move(*table));
    else problems_.insert(problems_.end(), table.problems().begin(), table.problems().end());
  }

  void add_file(std::string_view json) {
    auto const first = json.find_first_not_of(spaces);
    if (first == std::string_view::npos || json[first] != '[') return add(json, 0);
    namespace ondemand = simdjson::ondemand;
    ondemand::parser parser;
    ondemand::document document;
    ondemand::array items;
    auto error = parser.iterate(json.data(), json.size(), json.size() + record_padding).get(document);
    if (!error) error = document.get_array().get(items);
    if (!error) {
      for (auto item : items) {
        std::string_view raw;
        error = simdjson::to_json_string(item).get(raw);
        if (error) break;
        add(raw, 0);
      }
    }
    if (error) fail(std::string("not JSON: ") + simdjson::error_message(error));
  }

  void fail(std::string message) { problems_.push_back({name_, 0, 0, std::move(message)}); }
  [[nodiscard]] Problems take_problems() { return std::move(problems_); }

 private:
  std::string name_;
  std::function<void(table::Table&&)> const& on_table_;
  TableReader reader_;
  Problems problems_;
};

}  // namespace

Problems read_tables(std::string const& path, std::function<void(table::Table&&)> const& on_table, bool* opened) {
  TableStream stream(path == "-" ? "stdin" : path, on_table);
  BlockReader reader;
  bool const open = reader.open(path);
  if (opened) *opened = open;
  if (open) {
    Block block;
    if (!holds_lines(reader.peek())) {
      if (reader.read_all(block)) {
        if (block.too_long) stream.fail(block.no_memory ? "not enough memory" : "too large");
        else stream.add_file(block.text());
      }
    } else {
      while (reader.next_lines(block)) {
        if (block.too_long)
          stream.fail("line " + std::to_string(block.first_line) + (block.no_memory ? ": not enough memory" : " is too long"));
        for_each_line(block, [&](std::string_view line, std::uint32_t number) { stream.add(line, number); });
      }
    }
  }
  if (!reader.error().empty()) stream.fail(reader.error());
  return stream.take_problems();
}

}  // namespace whosaid::formats
