// Quote tables into a store, a transaction for every batch of documents.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "formats/json_table.hpp"
#include "formats/quote_store.hpp"

namespace whosaid::cli {

class StoreSink {
 public:
  // False: error() says why.
  [[nodiscard]] bool open(std::string const& path);
  bool add(table::Table const& table);
  // Tables as JSON Lines; lines that are documents' errors are passed over.
  bool add_lines(std::string_view lines);
  bool finish();
  [[nodiscard]] std::string const& error() const { return error_; }

 private:
  std::optional<formats::QuoteStore> store_;
  formats::TableReader reader_;
  std::size_t waiting_ = 0;  // tables since the last commit
  std::string error_;
};

}  // namespace whosaid::cli
