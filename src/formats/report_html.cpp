#include "formats/report_html.hpp"

#include "formats/json_table.hpp"
#include "formats/pages.hpp"

namespace whosaid::formats {
namespace {

constexpr std::string_view place = "/*DATA*/";

}  // namespace

// The data is a JSON list in place of the mark.
std::string_view report_open() {
  auto const page = pages::file("report.html");
  return page.substr(0, page.find(place));
}

std::string_view report_close() {
  auto const page = pages::file("report.html");
  return page.substr(page.find(place) + place.size());
}

void write_report_table(table::Table const& table, std::string& out) {
  auto const from = out.size();
  write_json(table, out);
  // In JSON these stand inside strings only, where an escape means the same; the element cannot end early.
  std::string safe;
  safe.reserve(out.size() - from);
  for (char const c : std::string_view(out).substr(from)) {
    if (c == '<') safe += "\\u003c";
    else if (c == '>') safe += "\\u003e";
    else if (c == '&') safe += "\\u0026";
    else safe += c;
  }
  out.replace(from, std::string::npos, safe);
}

}  // namespace whosaid::formats
