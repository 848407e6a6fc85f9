#include <algorithm>

#include "formats/store_queries.hpp"
#include "graph/words.hpp"

namespace whosaid::formats {
namespace {

// Words, "phrases" and begin* to the query language; all must stand there.
std::string match_of(std::string_view words) {
  std::string out;
  auto const add = [&](std::string_view text, bool beginning) {
    if (graph::word_spans(text).empty()) return;
    if (!out.empty()) out += " AND ";
    out += as_full_text(text);
    if (beginning) out += " *";
  };
  for (std::size_t at = 0; at < words.size();) {
    if (words[at] == ' ' || words[at] == '\t' || words[at] == '\n') {
      ++at;
    } else if (words[at] == '"') {
      auto const end = std::min(words.find('"', at + 1), words.size());
      add(words.substr(at + 1, end - at - 1), false);
      at = end + 1;
    } else {
      auto const end = std::min(words.find_first_of(" \t\n\"", at), words.size());
      auto word = words.substr(at, end - at);
      bool const beginning = word.ends_with('*');
      if (beginning) word.remove_suffix(1);
      add(word, beginning);
      at = end;
    }
  }
  return out;
}

}  // namespace

std::string_view const stored_columns =
    "quote.key, quote.id, kind, quote.text, coalesce(speaker, ''), quote.speaker_names, role, affiliation, said, said_basis, day, "
    "status, section, before, after, cue, rule, confidence, document.id, url, title, publisher, published";

StoredQuote stored_quote(Statement const& row) {
  StoredQuote out;
  out.key = row.number(0);
  int column = 1;
  for (auto* text : {&out.id, &out.kind, &out.text, &out.speaker, &out.speaker_names, &out.role, &out.affiliation, &out.said,
                     &out.said_basis, &out.day, &out.status, &out.section, &out.before, &out.after, &out.cue, &out.rule})
    *text = row.text(column++);
  out.confidence = row.real(column++);
  for (auto* text : {&out.document, &out.url, &out.title, &out.publisher, &out.published}) *text = row.text(column++);
  return out;
}

std::string as_full_text(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out += '"';
}

bool search_quotes(Database& database, StoreQuery const& query, std::function<bool(StoredQuote const&)> const& on_quote) {
  std::string match;
  auto const words = match_of(query.words), names = match_of(query.speaker);
  // What holds no word, only marks, stands nowhere.
  if ((words.empty() && !query.words.empty()) || (names.empty() && !query.speaker.empty())) return database.error().empty();
  if (!words.empty()) match = "text : (" + words + ')';
  if (!names.empty())
    match += std::string(match.empty() ? "" : " AND ") + "speaker_names : (" + names + ')';
  std::string sql = "SELECT " + std::string(stored_columns) + " FROM quote JOIN document ON document.key = quote.document WHERE 1";
  if (!match.empty()) sql += " AND quote.key IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?1)";
  if (!query.since.empty()) sql += " AND day >= ?2";
  if (!query.until.empty()) sql += " AND day <= ?3";
  sql += " ORDER BY day DESC, quote.key";
  if (query.limit != 0) sql += " LIMIT " + std::to_string(query.limit);
  Statement found(database, sql);
  if (!match.empty()) found.bind(1, match);
  if (!query.since.empty()) found.bind(2, query.since);
  if (!query.until.empty()) found.bind(3, query.until);
  while (found.step())
    if (!on_quote(stored_quote(found))) break;
  return database.error().empty();
}

}  // namespace whosaid::formats
