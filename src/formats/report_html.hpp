// Quote tables as one page to read: articles with their quotes, and a table of all of them.
#pragma once
#include <string>
#include <string_view>

#include "model/table.hpp"

namespace whosaid::formats {

// The page around the tables: open, tables parted by between, close. It is whole in itself, asks nothing of the network, and
// text of the tables cannot become markup or script.
[[nodiscard]] std::string_view report_open();
inline constexpr std::string_view report_between = ",\n";
[[nodiscard]] std::string_view report_close();
// Appends one table. Linear.
void write_report_table(table::Table const& table, std::string& out);

}  // namespace whosaid::formats
