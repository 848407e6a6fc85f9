#include "cli/store_sink.hpp"

#include <algorithm>

namespace whosaid::cli {
namespace {

constexpr std::size_t batch = 500;  // tables a transaction: what a program that is killed loses at most

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

bool StoreSink::add(table::Table const& table) {
  if (!error_.empty()) return false;
  if (!store_->add(table) || (++waiting_ >= batch && !finish())) error_ = store_->error();
  return error_.empty();
}

bool StoreSink::add_lines(std::string_view lines) {
  while (!lines.empty()) {
    auto const line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (auto const table = reader_.read(line); table && !add(*table)) return false;
  }
  return true;
}

bool StoreSink::finish() {
  waiting_ = 0;
  if (error_.empty() && !store_->commit()) error_ = store_->error();
  return error_.empty();
}

}  // namespace whosaid::cli
