// The quote table as JSON, schema "whosaid.quotes/1": docs/output.md describes it field by field.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "model/result.hpp"
#include "model/table.hpp"

namespace whosaid::formats {

inline constexpr std::string_view table_schema = "whosaid.quotes/1";

// Appends one table as one JSON object on one line, without a line break. Fields that are always there come in the order
// of docs/output.md; optional ones are left out when unset. Linear; thread-safe; a hot path.
void write_json(table::Table const& table, std::string& out);

// What became of a document that could not be read.
struct FailedDocument {
  std::string id;
  std::string code;     // one word for programs: "broken_json", "not_found"
  std::string message;  // for people, with its place
};
// Appends {"document":{"id":…},"error":{"code":…,"message":…}}, without a line break.
void write_json_error(FailedDocument const& failed, std::string& out);

// Reads tables back. Strict about the types of known fields, silent about unknown ones; a missing field keeps its default,
// except `document.id`, `quotes[].text` and the offsets of spans. Keeps its memory between calls; one per thread.
class TableReader {
 public:
  TableReader();
  ~TableReader();
  TableReader(TableReader&&) noexcept;
  TableReader& operator=(TableReader&&) noexcept;

  // One table from one JSON object. `file` and `line` are for messages. An error line of a batch comes back as a problem.
  [[nodiscard]] Result<table::Table> read(std::string_view json, std::string_view file = {}, std::uint32_t line = 0);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace whosaid::formats
