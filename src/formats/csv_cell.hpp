// Cells of CSV (RFC 4180) that a spreadsheet may open.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::formats {

// True when a spreadsheet would run the cell instead of showing it.
[[nodiscard]] inline bool runs_as_formula(std::string_view cell) {
  if (cell.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(cell[0]) != std::string_view::npos) return true;
  // Full-width = + - @ count as the plain ones where such keyboards are used.
  auto const first = cell.substr(0, 3);
  return first == "\uFF1D" || first == "\uFF0B" || first == "\uFF0D" || first == "\uFF20";
}

// Adds one cell; what would run as a formula gets an apostrophe before it.
inline void append_csv_cell(std::string& out, std::string_view cell) {
  bool const formula = runs_as_formula(cell);
  if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (char const c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace whosaid::formats
