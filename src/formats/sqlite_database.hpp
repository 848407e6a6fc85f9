// SQLite behind two small classes. sqlite_database.cpp is the only file that includes it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace whosaid::formats {

enum class Access : bool { read, write };

// One connection. The first failure is kept in error(), and everything after it fails. Not thread-safe.
class Database {
 public:
  Database() = default;
  // ":memory:" is a database of its own that nobody else sees. Access::write makes the file when it is not there.
  // Access::read changes nothing in it, but puts a file right whose writer was killed.
  [[nodiscard]] bool open(std::string const& path, Access access);
  // Runs statements that return nothing, parted by semicolons.
  bool run(char const* sql);
  [[nodiscard]] std::string const& error() const { return error_; }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  // Key of the row that was added last.
  [[nodiscard]] std::int64_t last_key() const;
  void fail(std::string message);

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string error_;
};

// A prepared statement; the database must outlive it. Bind from 1, step, read columns from 0, reset.
class Statement {
 public:
  Statement() = default;
  Statement(Database& database, std::string_view sql);

  Statement& bind(int index, std::string_view text);  // copied
  Statement& bind(int index, std::int64_t number);
  Statement& bind(int index, double number);
  Statement& bind_bytes(int index, std::string_view bytes);  // a BLOB; copied
  Statement& bind_null(int index);
  // True: a row stands ready. False: done, or failed.
  [[nodiscard]] bool step();
  // Steps to the end and resets. False when it failed.
  bool finish();
  void reset();
  // Valid until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view bytes(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] double real(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace whosaid::formats
