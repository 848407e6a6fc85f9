// What is asked of a store: search and the candidates of verify, in SQL. quote_store.cpp is the door.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/quote_store.hpp"
#include "formats/sqlite_database.hpp"

namespace whosaid::formats {

// Columns of `quote JOIN document` in the order that stored_quote() reads them.
extern std::string_view const stored_columns;
[[nodiscard]] StoredQuote stored_quote(Statement const& row);

// What word_pairs keeps of a document: for each quote with two words and more its key, how many pairs there are and their
// numbers (graph::append_word_pairs), in 8, 2 and 2 bytes, the lowest first.
void append_pairs(std::int64_t key, std::string_view text, std::string& out);
// Reads the next quote; false at the end. `numbers` are the bytes of its pairs.
[[nodiscard]] bool next_pairs(std::string_view& bytes, std::int64_t& key, std::string_view& numbers);

// A string of the full-text query language: nothing in it has a meaning.
[[nodiscard]] std::string as_full_text(std::string_view text);

// See QuoteStore, whose members these are.
bool search_quotes(Database& database, StoreQuery const& query, std::function<bool(StoredQuote const&)> const& on_quote);
bool find_candidates(Database& database, std::string_view words, std::size_t limit, std::vector<StoredQuote>& out);

}  // namespace whosaid::formats
