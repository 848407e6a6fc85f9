// Quote tables out of files: JSON Lines, one JSON object, or a list of them, whichever the file holds.
#pragma once
#include <functional>
#include <string>

#include "model/result.hpp"
#include "model/table.hpp"

namespace whosaid::formats {

// Calls on_table for every table of `path` ("-" = standard input) in order, as it is read; memory is bound by the largest
// table of JSON Lines, or by the whole file for JSON. What cannot be read comes back as problems with file and line, the error lines
// of a batch among them; the rest goes on. `opened`, when given, tells whether the file could be read at all.
[[nodiscard]] Problems read_tables(std::string const& path, std::function<void(table::Table&&)> const& on_table, bool* opened = nullptr);

}  // namespace whosaid::formats
