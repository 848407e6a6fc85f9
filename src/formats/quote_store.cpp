#include "formats/quote_store.hpp"

#include "formats/exports.hpp"
#include "formats/sqlite_database.hpp"
#include "formats/store_queries.hpp"
#include "graph/iso_time.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t application = 0x77686F73;  // "whos"
constexpr std::int64_t layout = 2;                // of the tables; raised when they change

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
CREATE TABLE word_pairs (document INTEGER PRIMARY KEY REFERENCES document (key), pairs BLOB NOT NULL) STRICT;
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
  Statement find_document, remove_quotes, remove_pairs, remove_document, add_document, add_quote, add_pairs;
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
  impl.remove_pairs = Statement(database, "DELETE FROM word_pairs WHERE document = ?1");
  impl.remove_document = Statement(database, "DELETE FROM document WHERE key = ?1");
  impl.add_document = Statement(database,
                                "INSERT INTO document (id, path, url, title, publisher, author, published, language) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING key");
  impl.add_quote = Statement(database,
                             "INSERT INTO quote (document, id, kind, text, start, \"end\", speaker, speaker_type, speaker_names, role, "
                             "affiliation, cue, said, said_basis, day, status, section, before, after, basis, confidence, rule) VALUES "
                             "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)");
  impl.add_pairs = Statement(database, "INSERT INTO word_pairs (document, pairs) VALUES (?1, ?2)");
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
  auto& [database, find_document, remove_quotes, remove_pairs, remove_document, add_document, add_quote, add_pairs, inside] = *impl_;
  if (!inside) inside = database.run("BEGIN IMMEDIATE");
  auto const& document = table.document;
  find_document.bind(1, document.id);
  bool const known = find_document.step();
  auto const old = known ? find_document.number(0) : 0;
  find_document.reset();
  if (known) {
    remove_quotes.bind(1, old).finish();
    remove_pairs.bind(1, old).finish();
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
  std::string pairs;
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
    append_pairs(database.last_key(), quote.text, pairs);
  }
  return pairs.empty() || add_pairs.bind(1, key).bind_bytes(2, pairs).finish();
}

bool QuoteStore::commit() {
  if (!impl_->inside) return error().empty();
  impl_->inside = false;
  return impl_->database.run("COMMIT");
}

bool QuoteStore::search(StoreQuery const& query, std::function<bool(StoredQuote const&)> const& on_quote) {
  return search_quotes(impl_->database, query, on_quote);
}

bool QuoteStore::candidates(std::string_view words, std::size_t limit, std::vector<StoredQuote>& out) {
  return find_candidates(impl_->database, words, limit, out);
}

}  // namespace whosaid::formats
