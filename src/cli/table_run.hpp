// What the commands that read quote tables have in common.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "formats/read_tables.hpp"

namespace whosaid::cli {

// Reads tables one after the other, in constant memory: progress where somebody watches, problems as they come, and counts at
// the end when they are asked for.
class TableRun {
 public:
  explicit TableRun(CommonOptions const& common);

  // Of all files, "-" for standard input; none given means standard input. `on_table` returns false to stop.
  void read(std::vector<std::string> const& inputs, std::function<bool(table::Table&&)> const& on_table);
  // Says that a table could not be used; the others go on.
  void fail(Problems const& problems);
  // For --stats, on standard error.
  void finish();

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool unreadable() const { return unreadable_; }  // a file that does not open, or is no file of tables

 private:
  using Clock = std::chrono::steady_clock;
  Progress progress_;
  Clock::time_point start_ = Clock::now();
  std::uint64_t tables_ = 0, quotes_ = 0;
  bool stats_, failed_ = false, unreadable_ = false;
};

}  // namespace whosaid::cli
