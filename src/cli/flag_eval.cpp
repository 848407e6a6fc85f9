// The flags of the commands that measure and compare.
#include <algorithm>

#include "cli/flag_parts.hpp"

namespace whosaid::cli {
namespace {

void add_eval(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("eval", "Score the engine, or quote tables, against gold annotation");
  auto& eval = options.eval;
  eval.engine.indirect = true;
  app.add_option("GOLD", eval.gold, "Gold files (JSON Lines, brat .ann beside .txt), folders of them, or -")->required();
  app.add_option("--predictions", eval.predictions, "Score these quote tables instead of running the engine")->type_name("FILE");
  app.add_flag("--json", eval.json, "The whole report as one JSON object");
  app.add_flag_function(
         "--errors{10}", [&eval](std::int64_t count) { eval.errors = static_cast<std::size_t>(std::max<std::int64_t>(count, 0)); },
         "Errors to read, sorted by cause, at most N of each (default 10, 0 = all)")
      ->type_name("[N]");
  app.add_option("--errors-format", eval.errors_format, "text, or jsonl: the errors alone, one per line")
      ->type_name("FORMAT")
      ->check(one_of({"text", "jsonl"}));
  app.add_option("--html", eval.html, "Also write a page with gold and prediction side by side")->type_name("FILE");
  app.add_option("--baseline", eval.baseline, "Say what got better and worse since this baseline, quote by quote")->type_name("FILE");
  app.add_option("--save-baseline", eval.save_baseline, "Keep what was judged of every quote, for --baseline")->type_name("FILE");
  app.add_option("--fail-under", eval.fail_under, "Exit with 1 when a figure is below: source.f1=0.93; may be given again")
      ->type_name("NAME=X")
      ->allow_extra_args(false);
  app.add_flag("--fail-on-regression", eval.fail_on_regression, "Exit with 1 when a quote is worse than in the baseline")
      ->needs("--baseline");
  app.add_flag("--check", eval.check, "Check the gold files themselves and score nothing");
  app.add_flag("--by-document", eval.by_document, "A row for each document, too")->group(more);
  app.add_option("--rules", eval.rules, "Rows of the table of rules (default 15, 0 = all)")->type_name("N")->group(more);
  app.add_option("--language", eval.engine.language, "Language of all documents, whatever they say")->type_name("CODE")->group(more);
  app.add_option("--date", eval.engine.date, "Publication day of documents that do not state one")
      ->type_name("YYYY-MM-DD")
      ->check(iso_day())
      ->group(more);
  add_common(app, options.common);
  app.footer(
      "What is counted\n"
      "  span, span_overlap, source, cue, speaker, date, indirect, role, affiliation; docs/evaluation.md defines each.\n"
      "  --fail-under takes METRIC.precision, .recall, .f1 and, for cue and speaker, .accuracy; a metric alone means its F1,\n"
      "  or its accuracy where it has one.\n\n"
      "Examples\n"
      "  whosaid eval corpus/gold --errors 3\n"
      "  whosaid eval gold.jsonl --save-baseline before.jsonl; whosaid eval gold.jsonl --baseline before.jsonl\n"
      "  whosaid eval gold.jsonl --predictions tables.jsonl --json --fail-under span=0.95 --fail-under source=0.9");
}

void add_diff(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("diff", "Say what differs between two sets of quote tables");
  app.add_option("OLD", options.diff.before, "Quote tables (JSON Lines or JSON)")->required();
  app.add_option("NEW", options.diff.after, "Quote tables of the same documents")->required();
  app.add_flag("--json", options.diff.json, "The differences as one JSON object");
  add_common(app, options.common);
  app.footer(
      "Quotes are matched by their place, then by their words. Confidence is not compared.\n\n"
      "Example\n"
      "  whosaid extract articles/ -o old.jsonl; whosaid extract --grammars mine articles/ -o new.jsonl; whosaid diff old.jsonl new.jsonl\n\n"
      "Exit status: 0 nothing differs; 1 something does; 2 wrong use or a file that cannot be read.");
}

}  // namespace

void add_eval_commands(CLI::App& root, Options& options) {
  add_eval(root, options);
  add_diff(root, options);
}

}  // namespace whosaid::cli
