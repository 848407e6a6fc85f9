#include "cli/store_sink.hpp"

#include <algorithm>

namespace whosaid::cli {
namespace {

// What is written in one transaction, and what a program that is killed loses at most.
constexpr std::size_t most_tables = 500, most_quotes = 20'000;
constexpr std::chrono::seconds longest_wait{1};

}  // namespace

bool StoreSink::open(std::string const& path) {
  if (path.empty() || path == "-") {
    error_ = "a store is a file: name it with -o quotes.db";
    return false;
  }
  auto store = formats::QuoteStore::open_to_write(path);
  if (!store) {
    error_ = store.problems().front().to_string();
    return false;
  }
  store_ = std::move(*store);
  return true;
}

bool StoreSink::add(table::Table&& table) {
  if (!error_.empty()) return false;
  if (waiting_.empty()) since_ = Clock::now();
  quotes_ += table.quotes.size();
  waiting_.push_back(std::move(table));
  bool const enough = waiting_.size() >= most_tables || quotes_ >= most_quotes || Clock::now() - since_ >= longest_wait;
  return !enough || finish();
}

bool StoreSink::add_lines(std::string_view lines) {
  while (!lines.empty()) {
    auto const line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (auto table = reader_.read(line); table && !add(std::move(*table))) return false;
  }
  return error_.empty();
}

bool StoreSink::finish() {
  if (error_.empty()) {
    bool done = true;
    for (auto const& table : waiting_) done = done && store_->add(table);
    if (!done || !store_->commit()) error_ = store_->error();
  }
  waiting_.clear();
  quotes_ = 0;
  return error_.empty();
}

}  // namespace whosaid::cli
