#include "cli/table_run.hpp"

#include <algorithm>
#include <cstdio>

#include "cli/engine.hpp"

namespace whosaid::cli {

TableRun::TableRun(CommonOptions const& common) : progress_(!common.quiet), stats_(common.stats) {}

void TableRun::read(std::vector<std::string> const& inputs, std::function<bool(table::Table&&)> const& on_table) {
  static constexpr std::string_view standard_input = "-";
  bool going = true;
  auto const read_one = [&](std::string const& path) {
    bool opened = false;
    auto const problems = formats::read_tables(
        path,
        [&](table::Table&& table) {
          if (!going) return;
          ++tables_;
          quotes_ += table.quotes.size();
          progress_.update(tables_, 0);
          going = on_table(std::move(table));
        },
        &opened);
    progress_.clear();
    if (!problems.empty()) complain(problems);
    failed_ |= !problems.empty();
    unreadable_ |= !opened;
  };
  if (inputs.empty()) read_one(std::string(standard_input));
  for (auto const& path : inputs)
    if (going) read_one(path);
}

void TableRun::fail(Problems const& problems) {
  progress_.clear();
  complain(problems);
  failed_ = true;
}

void TableRun::finish() {
  progress_.clear();
  if (!stats_) return;
  auto const seconds = std::max(std::chrono::duration<double>(Clock::now() - start_).count(), 1e-9);
  std::fprintf(stderr, "whosaid: %llu tables, %llu quotes in %.2f s, %.0f quotes/s\n", static_cast<unsigned long long>(tables_),
               static_cast<unsigned long long>(quotes_), seconds, static_cast<double>(quotes_) / seconds);
}

}  // namespace whosaid::cli
