// JSON for machines (one line per document) and for people (indented).
#pragma once
#include <string>

#include "formats/formats.hpp"

namespace whosaid::formats {

void write_jsonl(table::Table const& table, WriteOptions const& options, std::string& out);
void write_jsonl_error(FailedDocument const& failed, WriteOptions const& options, std::string& out);
// Without a line break at the end; OutputFormat's `between` and `close` add it.
void write_pretty_json(table::Table const& table, WriteOptions const& options, std::string& out);
void write_pretty_json_error(FailedDocument const& failed, WriteOptions const& options, std::string& out);

}  // namespace whosaid::formats
