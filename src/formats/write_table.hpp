// Tables for people: columns fitted to the terminal, one row per quote.
#pragma once
#include <string>

#include "formats/formats.hpp"

namespace whosaid::formats {

void write_table(table::Table const& table, WriteOptions const& options, std::string& out);
void write_table_error(FailedDocument const& failed, WriteOptions const& options, std::string& out);

}  // namespace whosaid::formats
