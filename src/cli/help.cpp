#include "cli/help.hpp"

#include <algorithm>
#include <string_view>

namespace whosaid::cli {
namespace {

constexpr std::size_t column = 28, width = 100;
constexpr std::string_view usual_exit_status =
    "Exit status: 0 all well; 1 some documents failed, a threshold was missed or nothing was found;\n"
    "2 wrong use or input that cannot be read.";
constexpr std::string_view usual_exit_status_in_short = "Exit status: 0 all well; 1 something failed, missed or not found; 2 wrong use, unreadable input.";
constexpr std::string_view manual_flag = "    --help";

// `row.left`, padded, then the text wrapped into what is left of the line.
void add_row(std::string& out, HelpRow const& row) {
  std::string line = "  " + row.left;
  if (line.size() + 2 > column) {
    out += line + '\n';
    line.clear();
  }
  line.resize(column, ' ');
  std::string_view rest = row.text;
  while (!rest.empty()) {
    auto const word = rest.substr(0, rest.find(' '));
    if (line.size() > column && line.size() + 1 + word.size() > width) {
      out += line + '\n';
      line.assign(column, ' ');
    }
    if (line.size() > column) line += ' ';
    line += word;
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  out += line + '\n';
}

void add_rows(std::string& out, std::string_view heading, std::vector<HelpRow> const& rows) {
  if (rows.empty()) return;
  out += '\n';
  out += heading;
  out += '\n';
  for (auto const& row : rows) add_row(out, row);
}

}  // namespace

std::string lay_out(HelpPage const& page, HelpLength length) {
  std::string out = page.description + "\n\nUsage: " + page.path + page.usage + '\n';
  add_rows(out, "Commands", page.commands);
  add_rows(out, "Arguments", page.arguments);
  auto flags = page.flags;
  if (length == HelpLength::brief) std::erase_if(flags, [](HelpRow const& row) { return row.left == manual_flag; });  // the last line has it
  add_rows(out, "Options", flags);
  if (length == HelpLength::full) {
    add_rows(out, "More options", page.more);
    if (!page.manual.empty()) out += '\n' + page.manual + '\n';
  }
  out += '\n' + (page.exit_status.empty() ? std::string(length == HelpLength::brief ? usual_exit_status_in_short : usual_exit_status) : page.exit_status) + '\n';
  if (length == HelpLength::brief) out += "The whole manual: " + page.path + " --help\n";
  return out;
}

}  // namespace whosaid::cli
