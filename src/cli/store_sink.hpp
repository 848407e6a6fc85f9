// Quote tables into a store, many documents in one transaction.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_table.hpp"
#include "formats/quote_store.hpp"

namespace whosaid::cli {

// Tables wait in memory until there are enough or a second has gone by, so that the store is locked only while it is
// written: somebody else may write into it, however slowly our input comes.
class StoreSink {
 public:
  // False: error() says why.
  [[nodiscard]] bool open(std::string const& path);
  bool add(table::Table&& table);
  // Tables as JSON Lines; lines that are documents' errors are passed over.
  bool add_lines(std::string_view lines);
  bool finish();
  [[nodiscard]] std::string const& error() const { return error_; }

 private:
  using Clock = std::chrono::steady_clock;

  std::optional<formats::QuoteStore> store_;
  formats::TableReader reader_;
  std::vector<table::Table> waiting_;
  std::size_t quotes_ = 0;           // of them
  Clock::time_point since_{};        // the oldest of them waits
  std::string error_;
};

}  // namespace whosaid::cli
