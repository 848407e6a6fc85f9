// Writes one JSON value piece by piece: commas, indentation and escapes are its business.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_write.hpp"

namespace whosaid::formats {

// Appends to a string that must outlive it. With Layout::lines every member stands on a line of its own, indented by one
// space a level; otherwise all is one line. The caller closes what it opens. Not thread-safe.
class JsonWriter {
 public:
  enum class Layout : bool { one_line, lines };
  explicit JsonWriter(std::string& out, Layout layout = Layout::one_line) : out_(out), layout_(layout) {}

  void open_object() { open('{'); }
  void open_list() { open('['); }
  // Closes what was opened last.
  void close() {
    auto const level = levels_.back();
    levels_.pop_back();
    if (level.items) line();
    out_ += level.end;
  }
  void key(std::string_view name) {
    next();
    append_json_string(out_, name);
    out_ += layout_ == Layout::lines ? ": " : ":";
    keyed_ = true;
  }
  void text(std::string_view value) {
    next();
    append_json_string(out_, value);
  }
  void number(std::uint64_t value) {
    next();
    append_json_number(out_, value);
  }
  void score(double value) {
    next();
    append_json_score(out_, value);
  }
  void null() {
    next();
    out_ += "null";
  }

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, std::uint64_t value) { key(name), number(value); }
  // Nothing when there is no value, or an empty one.
  void member(std::string_view name, std::optional<std::string> const& value) {
    if (value && !value->empty()) member(name, std::string_view(*value));
  }
  void object(std::string_view name) { key(name), open_object(); }
  void list(std::string_view name) { key(name), open_list(); }

 private:
  struct Level {
    char end;
    bool items;
  };

  void open(char bracket) {
    next();
    out_ += bracket;
    levels_.push_back({bracket == '{' ? '}' : ']', false});
  }
  // Before a key, and before a value that has none.
  void next() {
    if (keyed_) {
      keyed_ = false;
      return;
    }
    if (levels_.empty()) return;
    if (levels_.back().items) out_ += ',';
    levels_.back().items = true;
    line();
  }
  void line() {
    if (layout_ == Layout::one_line) return;
    out_ += '\n';
    out_.append(levels_.size(), ' ');
  }

  std::string& out_;
  Layout layout_;
  std::vector<Level> levels_;
  bool keyed_ = false;
};

}  // namespace whosaid::formats
