// What differs between two sets of quote tables.
#include <string>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "eval/diff_tables.hpp"
#include "formats/eval_json.hpp"
#include "formats/eval_text.hpp"
#include "formats/read_tables.hpp"

namespace whosaid::cli {
namespace {

// False when the file could not be read at all, or nothing in it is a quote table; what else is wrong was printed.
bool read(std::string const& path, std::vector<table::Table>& tables) {
  bool opened = false;
  auto const problems = formats::read_tables(path, [&](table::Table&& table) { tables.push_back(std::move(table)); }, &opened);
  for (auto const& problem : problems) complain(problem.to_string());
  return opened && (problems.empty() || !tables.empty());
}

}  // namespace

int run_diff(Options const& all) {
  auto const& options = all.diff;
  std::vector<table::Table> before, after;
  if (!read(options.before, before) || !read(options.after, after)) return wrong_use;
  auto const diff = eval::diff_tables(before, after);
  std::string out;
  if (options.json) formats::write_diff_json(diff, out);
  else formats::write_diff_text(diff, out);
  Output output;
  if (!output.open("-") || (!output.write(out) && !output.closed())) {
    complain("cannot write standard output: " + output.error());
    return wrong_use;
  }
  return diff.empty() ? all_well : some_failed;
}

}  // namespace whosaid::cli
