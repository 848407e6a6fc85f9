#include "formats/quote_store.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "formats/exports.hpp"
#include "formats/sqlite_database.hpp"
#include "graph/iso_time.hpp"
#include "graph/words.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t application = 0x77686F73;  // "whos"
constexpr std::int64_t layout = 1;                // of the tables; raised when they change

constexpr char const* schema = R"(
CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT, url TEXT, title TEXT, publisher TEXT, author TEXT, published TEXT, language TEXT
) STRICT;
CREATE TABLE quote (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (key),
  id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  start INTEGER, "end" INTEGER,
  speaker TEXT, speaker_type TEXT, speaker_names TEXT NOT NULL, role TEXT, affiliation TEXT,
  cue TEXT, said TEXT, said_basis TEXT, day TEXT,
  status TEXT, section TEXT, before TEXT, after TEXT,
  basis TEXT, confidence REAL, rule TEXT
) STRICT;
CREATE INDEX quote_of_document ON quote (document);
CREATE INDEX quote_by_day ON quote (day);
CREATE VIRTUAL TABLE quote_words USING fts5 (
  text, speaker_names, content = 'quote', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER quote_added AFTER INSERT ON quote BEGIN
  INSERT INTO quote_words (rowid, text, speaker_names) VALUES (new.key, new.text, new.speaker_names);
END;
CREATE TRIGGER quote_removed AFTER DELETE ON quote BEGIN
  INSERT INTO quote_words (quote_words, rowid, text, speaker_names) VALUES ('delete', old.key, old.text, old.speaker_names);
END;
)";

constexpr std::string_view columns =
    "quote.key, quote.id, kind, quote.text, coalesce(speaker, ''), quote.speaker_names, role, affiliation, said, said_basis, day, "
    "status, section, before, after, cue, rule, confidence, document.id, url, title, publisher, published";

StoredQuote row_of(Statement const& row) {
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

// A string of the full-text query language: nothing in it has a meaning.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out += '"';
}

std::string match_text(std::string_view term) { return "text : " + quoted(term); }

// How many of the words asked for each quote has, by its key. Keys of a store are nearly without gaps; where they are not, a
// map takes the place of the list.
class SharedWords {
 public:
  explicit SharedWords(std::int64_t last) {
    if (last < longest) counts_.resize(static_cast<std::size_t>(last) + 1);
  }
  void add(std::int64_t key) {
    if (key >= 0 && static_cast<std::size_t>(key) < counts_.size()) ++counts_[static_cast<std::size_t>(key)];
    else ++others_[key];
  }
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::int64_t>> list() const {
    std::vector<std::pair<std::uint32_t, std::int64_t>> out;
    for (std::size_t key = 0; key < counts_.size(); ++key)
      if (counts_[key] > 0) out.emplace_back(counts_[key], static_cast<std::int64_t>(key));
    for (auto const& [key, count] : others_) out.emplace_back(count, key);
    return out;
  }

 private:
  static constexpr std::int64_t longest = 50'000'000;
  std::vector<std::uint16_t> counts_;
  std::map<std::int64_t, std::uint32_t> others_;
};

// Words, "phrases" and begin* to the query language; all must stand there.
std::string match_of(std::string_view words) {
  std::string out;
  auto const add = [&](std::string_view text, bool beginning) {
    if (graph::word_spans(text).empty()) return;
    if (!out.empty()) out += " AND ";
    out += quoted(text);
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

std::string first_day(std::optional<std::string> const& iso) {
  auto const days = iso ? graph::days_of(iso->find('T') == std::string::npos ? *iso : iso->substr(0, iso->find('T'))) : std::nullopt;
  return days ? days->first : std::string();
}

std::string joined(std::vector<std::string> const& items) {
  std::string out;
  for (auto const& item : items) out += (out.empty() ? "" : "; ") + item;
  return out;
}

}  // namespace

struct QuoteStore::Impl {
  Database database;
  Statement find_document, remove_quotes, remove_document, add_document, add_quote;
  bool inside = false;  // a transaction is open
};

QuoteStore::QuoteStore() : impl_(std::make_unique<Impl>()) {}
QuoteStore::~QuoteStore() = default;
QuoteStore::QuoteStore(QuoteStore&&) noexcept = default;
QuoteStore& QuoteStore::operator=(QuoteStore&&) noexcept = default;

std::string const& QuoteStore::error() const { return impl_->database.error(); }

bool names_store(std::string_view path) { return path.ends_with(".db") || path.ends_with(".sqlite") || path.ends_with(".sqlite3"); }

Result<QuoteStore> QuoteStore::open_to_write(std::string const& path) {
  QuoteStore store;
  auto& database = store.impl_->database;
  auto const fail = [&](std::string message) { return Problem{path, 0, 0, std::move(message)}; };
  if (!database.open(path, Access::write)) return fail(database.error());
  // What is found must still hold when the tables are made: another program may be at the same store.
  database.run("PRAGMA synchronous = NORMAL");
  database.run("BEGIN IMMEDIATE");
  Statement version(database, "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id, pragma_user_version");
  bool const known = version.step();
  if (!known) return fail(database.error());
  auto const owner = version.number(0), made = version.number(1), things = version.number(2);
  version.reset();
  if (things != 0 && owner != application) return fail("is a database of another program");
  if (things != 0 && made != layout) return fail("was made by another version of whosaid");
  if (things == 0) {
    database.run(schema);
    database.run(("PRAGMA application_id = " + std::to_string(application)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(layout)).c_str());
  }
  database.run("COMMIT");
  auto& impl = *store.impl_;
  impl.find_document = Statement(database, "SELECT key FROM document WHERE id = ?1");
  impl.remove_quotes = Statement(database, "DELETE FROM quote WHERE document = ?1");
  impl.remove_document = Statement(database, "DELETE FROM document WHERE key = ?1");
  impl.add_document = Statement(database,
                                "INSERT INTO document (id, path, url, title, publisher, author, published, language) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING key");
  impl.add_quote = Statement(database,
                             "INSERT INTO quote (document, id, kind, text, start, \"end\", speaker, speaker_type, speaker_names, role, "
                             "affiliation, cue, said, said_basis, day, status, section, before, after, basis, confidence, rule) VALUES "
                             "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)");
  if (!database.error().empty()) return fail(database.error());
  return store;
}

Result<QuoteStore> QuoteStore::open_to_read(std::string const& path) {
  QuoteStore store;
  auto& database = store.impl_->database;
  if (!database.open(path, Access::read)) return Problem{path, 0, 0, database.error()};
  Statement version(database, "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version");
  if (!version.step()) return Problem{path, 0, 0, database.error()};
  if (version.number(0) != application) return Problem{path, 0, 0, "is no store of quotes"};
  if (version.number(1) != layout) return Problem{path, 0, 0, "was made by another version of whosaid"};
  return store;
}

bool QuoteStore::add(table::Table const& table) {
  auto& [database, find_document, remove_quotes, remove_document, add_document, add_quote, inside] = *impl_;
  if (!inside) inside = database.run("BEGIN IMMEDIATE");
  auto const& document = table.document;
  find_document.bind(1, document.id);
  bool const known = find_document.step();
  auto const old = known ? find_document.number(0) : 0;
  find_document.reset();
  if (known) {
    remove_quotes.bind(1, old).finish();
    remove_document.bind(1, old).finish();
  }
  auto const optional = [](Statement& statement, int index, std::optional<std::string> const& text) {
    if (text) statement.bind(index, *text);
    else statement.bind_null(index);
  };
  add_document.bind(1, document.id);
  int index = 2;
  for (auto const* field : {&document.path, &document.url, &document.title, &document.publisher, &document.author, &document.published})
    optional(add_document, index++, *field);
  add_document.bind(index, document.language);
  auto const key = add_document.step() ? add_document.number(0) : 0;
  if (!add_document.finish()) return false;

  auto const published = first_day(document.published);
  for (auto const& quote : table.quotes) {
    auto const speakers = speakers_of(quote, table);
    std::string names = quote.speaker_name.value_or("");
    for (auto const* speaker : speakers) {
      for (auto const& name : {std::vector{speaker->name}, speaker->aliases})
        for (auto const& one : name) names += (names.empty() ? "" : "\n") + one;
    }
    auto day = first_day(quote.said.date);
    if (day.empty()) day = published;
    add_quote.bind(1, key).bind(2, quote.id).bind(3, quote.kind).bind(4, quote.text);
    if (quote.segments.empty()) add_quote.bind_null(5).bind_null(6);
    else add_quote.bind(5, std::int64_t{quote.segments.front().start}).bind(6, std::int64_t{quote.segments.back().end});
    optional(add_quote, 7, quote.speaker_name);
    add_quote.bind(8, speakers.empty() ? std::string_view() : std::string_view(speakers[0]->type)).bind(9, names);
    add_quote.bind(10, speakers.empty() ? std::string() : joined(speakers[0]->roles));
    add_quote.bind(11, speakers.empty() ? std::string() : joined(speakers[0]->affiliations));
    add_quote.bind(12, quote.cue ? std::string_view(quote.cue->span.text) : std::string_view());
    optional(add_quote, 13, quote.said.date);
    add_quote.bind(14, quote.said.basis);
    if (day.empty()) add_quote.bind_null(15);
    else add_quote.bind(15, day);
    add_quote.bind(16, quote.status).bind(17, quote.section).bind(18, quote.before).bind(19, quote.after).bind(20, quote.basis);
    add_quote.bind(21, quote.confidence).bind(22, quote.rule);
    if (!add_quote.finish()) return false;
  }
  return true;
}

bool QuoteStore::commit() {
  if (!impl_->inside) return error().empty();
  impl_->inside = false;
  return impl_->database.run("COMMIT");
}

bool QuoteStore::search(StoreQuery const& query, std::function<bool(StoredQuote const&)> const& on_quote) {
  auto& database = impl_->database;
  std::string match;
  auto const words = match_of(query.words), names = match_of(query.speaker);
  // What holds no word, only marks, stands nowhere.
  if ((words.empty() && !query.words.empty()) || (names.empty() && !query.speaker.empty())) return error().empty();
  if (!words.empty()) match = "text : (" + words + ')';
  if (!names.empty())
    match += std::string(match.empty() ? "" : " AND ") + "speaker_names : (" + names + ')';
  std::string sql = "SELECT " + std::string(columns) + " FROM quote JOIN document ON document.key = quote.document WHERE 1";
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
    if (!on_quote(row_of(found))) break;
  return error().empty();
}

bool QuoteStore::candidates(std::string_view words, std::size_t limit, std::vector<StoredQuote>& out) {
  auto& database = impl_->database;
  // The index's own terms of the words: another tokenizer would see others.
  Database scratch;
  if (!scratch.open(":memory:", Access::write) ||
      !scratch.run("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');"
                   "CREATE VIRTUAL TABLE terms USING fts5vocab (words, row)")) {
    database.fail(scratch.error());
    return false;
  }
  Statement(scratch, "INSERT INTO words VALUES (?1)").bind(1, words).finish();
  struct Term {
    std::string text;
    std::int64_t quotes = 0;  // that hold it, as far as was counted
    double share = 0;         // of all quotes, by the first ones that hold it
  };
  std::vector<Term> terms;
  Statement all(scratch, "SELECT term FROM terms");
  while (all.step()) terms.push_back({std::string(all.text(0))});
  // One transaction: every statement would lock the file anew.
  database.run("BEGIN");
  std::int64_t last = 0;
  if (Statement keys(database, "SELECT max(key) FROM quote"); keys.step()) last = keys.number(0);
  // Counting what is frequent to its end would take longer than all the rest.
  constexpr std::int64_t counted = 4'000;
  Statement count(database, "SELECT count(*), max(rowid) FROM (SELECT rowid FROM quote_words WHERE quote_words MATCH ?1 LIMIT ?2)");
  for (auto& term : terms) {
    count.bind(1, match_text(term.text)).bind(2, counted);
    if (count.step()) {
      term.quotes = count.number(0);
      auto const seen = term.quotes < counted ? last : std::max(count.number(1), std::int64_t{1});
      term.share = seen == 0 ? 0 : static_cast<double>(term.quotes) / static_cast<double>(seen);
    }
    count.reset();
  }
  std::stable_sort(terms.begin(), terms.end(), [](Term const& a, Term const& b) { return a.share < b.share; });

  // With n words and at most n / 4 changed, one of the n / 4 + 1 rarest stands in the quote. More are read for the ranking
  // while they are cheap.
  constexpr std::int64_t enough = 20'000;
  SharedWords shared(last);
  Statement rows(database, "SELECT rowid FROM quote_words WHERE quote_words MATCH ?1");
  std::int64_t read = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    auto const quotes = terms[i].quotes < counted ? terms[i].quotes : static_cast<std::int64_t>(terms[i].share * static_cast<double>(last));
    if (i > terms.size() / 4 + 1 && read + quotes > enough) break;
    if (terms[i].quotes == 0) continue;
    read += quotes;
    rows.bind(1, match_text(terms[i].text));
    while (rows.step()) shared.add(rows.number(0));
    rows.reset();
  }
  auto ranked = shared.list();
  auto const better = [](auto const& a, auto const& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; };
  auto const kept = std::min(limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(), better);
  Statement one(database, "SELECT " + std::string(columns) + " FROM quote JOIN document ON document.key = quote.document WHERE quote.key = ?1");
  for (std::size_t i = 0; i < kept; ++i) {
    one.bind(1, ranked[i].second);
    if (one.step()) out.push_back(row_of(one));
    one.reset();
  }
  rows.reset();
  database.run("COMMIT");
  return error().empty();
}

}  // namespace whosaid::formats
