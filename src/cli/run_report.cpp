// Writes quote tables as one page to read in a browser.
#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/output.hpp"
#include "cli/table_run.hpp"
#include "cli/terminal.hpp"
#include "formats/report_html.hpp"

namespace whosaid::cli {

int run_report(Options const& options) {
  auto const& report = options.report;
  Output output;
  if (!output.open(report.output)) {
    complain("cannot write " + report.output + ": " + output.error());
    return wrong_use;
  }
  output.write(formats::report_open());
  output.write("[");
  bool first = true, no_text = false;
  std::string piece;
  TableRun run(options.common);
  run.read(report.inputs, [&](table::Table&& table) {
    piece = first ? "\n" : formats::report_between;
    first = false;
    no_text |= !table.document.text;
    formats::write_report_table(table, piece);
    return output.write(piece);
  });
  if (run.unreadable()) return wrong_use;
  output.write("\n]");
  output.write(formats::report_close());
  if (output.closed()) return all_well;
  if (!output.error().empty() || !output.commit()) {
    complain("cannot write " + (report.output.empty() ? "standard output" : report.output) + ": " + output.error());
    return wrong_use;
  }
  if (no_text && !options.common.quiet) complain("note: tables without their text show no article; extract them with --with-text");
  run.finish();
  return run.failed() ? some_failed : all_well;
}

}  // namespace whosaid::cli
