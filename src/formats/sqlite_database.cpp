#include "formats/sqlite_database.hpp"

#include <sqlite3.h>

namespace whosaid::formats {
namespace {

constexpr int wait_milliseconds = 10'000;  // for another program that writes

// A program that was killed while it wrote leaves a journal by which the file must be put right before it can be read, and
// only who may write can do that.
bool left_halfway(sqlite3* handle) {
  if (sqlite3_exec(handle, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr) == SQLITE_OK) return false;
  return sqlite3_extended_errcode(handle) == SQLITE_READONLY_ROLLBACK;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Database::fail(std::string message) {
  if (error_.empty()) error_ = std::move(message);
}

bool Database::open(std::string const& path, Access access) {
  sqlite3* handle = nullptr;
  int const flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int const status = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (status != SQLITE_OK) {
    fail(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(status));
    return false;
  }
  sqlite3_busy_timeout(handle, wait_milliseconds);
  if (access == Access::read && left_halfway(handle)) {
    sqlite3* mending = nullptr;
    if (sqlite3_open_v2(path.c_str(), &mending, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK) {
      sqlite3_busy_timeout(mending, wait_milliseconds);
      sqlite3_exec(mending, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
    }
    sqlite3_close_v2(mending);
  }
  return true;
}

bool Database::run(char const* sql) {
  if (!error_.empty()) return false;
  if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return true;
  fail(sqlite3_errmsg(handle()));
  return false;
}

std::int64_t Database::last_key() const { return sqlite3_last_insert_rowid(handle()); }

Statement::Statement(Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  if (!database.error().empty()) return;
  if (sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
    database.fail(sqlite3_errmsg(database.handle()));
  handle_.reset(statement);
}

Statement& Statement::bind(int index, std::string_view text) {
  if (handle_ && sqlite3_bind_text64(handle_.get(), index, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
    database_->fail(sqlite3_errmsg(database_->handle()));
  return *this;
}
Statement& Statement::bind(int index, std::int64_t number) {
  if (handle_) sqlite3_bind_int64(handle_.get(), index, number);
  return *this;
}
Statement& Statement::bind(int index, double number) {
  if (handle_) sqlite3_bind_double(handle_.get(), index, number);
  return *this;
}
Statement& Statement::bind_bytes(int index, std::string_view bytes) {
  if (handle_ && sqlite3_bind_blob64(handle_.get(), index, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK)
    database_->fail(sqlite3_errmsg(database_->handle()));
  return *this;
}
Statement& Statement::bind_null(int index) {
  if (handle_) sqlite3_bind_null(handle_.get(), index);
  return *this;
}

bool Statement::step() {
  if (!handle_ || !database_->error().empty()) return false;
  int const status = sqlite3_step(handle_.get());
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) database_->fail(sqlite3_errmsg(database_->handle()));
  return false;
}

bool Statement::finish() {
  while (step()) {
  }
  reset();
  return database_ && database_->error().empty();
}

void Statement::reset() {
  if (handle_) sqlite3_reset(handle_.get());
}

std::string_view Statement::text(int column) const {
  auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(handle_.get(), column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}
std::string_view Statement::bytes(int column) const {
  auto const* data = static_cast<char const*>(sqlite3_column_blob(handle_.get(), column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}
std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }

}  // namespace whosaid::formats
