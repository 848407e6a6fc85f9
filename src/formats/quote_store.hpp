// Quotes of many documents in one SQLite file, with a full-text index: what `search` and `verify` ask. docs/search.md shows
// its tables, which other programs may read.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"
#include "model/table.hpp"

namespace whosaid::formats {

inline constexpr std::string_view store_format = "sqlite";
// By a file's ending: .db, .sqlite, .sqlite3.
[[nodiscard]] bool names_store(std::string_view path);

struct StoredQuote {
  std::int64_t key = 0;
  std::string id, kind, text, speaker, speaker_names, role, affiliation;  // speaker_names: all names, a line each
  std::string said, said_basis, day;                                     // day: first one of `said`, else of publication
  std::string status, section, before, after, cue, rule;
  double confidence = 0;
  std::string document, url, title, publisher, published;
};

struct StoreQuery {
  std::string words;         // words in any order, "a phrase" in quotation marks, beginnings with a star: cease*
  std::string speaker;       // words of the name
  std::string since, until;  // days, inclusive; "" = open
  std::uint64_t limit = 0;   // 0 = all
};

// Not thread-safe; one writer and any number of readers may have the file open.
class QuoteStore {
 public:
  QuoteStore();
  ~QuoteStore();
  QuoteStore(QuoteStore&&) noexcept;
  QuoteStore& operator=(QuoteStore&&) noexcept;

  // Makes the file when it is not there; refuses a file that is another program's. ":memory:" works, too.
  [[nodiscard]] static Result<QuoteStore> open_to_write(std::string const& path);
  [[nodiscard]] static Result<QuoteStore> open_to_read(std::string const& path);

  // Puts a table's document and quotes in, in place of what is stored of a document with that id. What was added stands in
  // the file after commit(); a program that ends before leaves the file as it was at the last one. False: error().
  bool add(table::Table const& table);
  bool commit();

  // Calls on_quote for what matches, newest day first, then in the order stored; it returns false to stop. False: error().
  bool search(StoreQuery const& query, std::function<bool(StoredQuote const&)> const& on_quote);
  // Quotes that share rare words with `words`, the most first: whatever differs in at most a quarter of the words is among
  // them, unless more than `limit` share as many. False: error().
  bool candidates(std::string_view words, std::size_t limit, std::vector<StoredQuote>& out);

  [[nodiscard]] std::string const& error() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace whosaid::formats
