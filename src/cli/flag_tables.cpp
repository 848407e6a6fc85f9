// The flags of the commands that carry quote tables elsewhere.
#include <algorithm>

#include "cli/flag_parts.hpp"
#include "cli/words.hpp"
#include "formats/exports.hpp"
#include "formats/graph_formats.hpp"
#include "formats/quote_store.hpp"

namespace whosaid::cli {
namespace {

void add_graph(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("graph", "Join quote tables: who said what, when, and where the same words return");
  auto& graph = options.graph;
  app.add_option("TABLE", graph.inputs, "Quote tables as JSON or JSON Lines, or - for standard input (default: -)");
  auto const formats = names_of(formats::graph_formats());
  add_format(app, graph.format, "Output: " + joined(formats, ", ") + " (default: by -o, else json)", formats);
  add_output(app, graph.output, "File to write, or directory for neo4j");
  app.add_flag_callback("--no-repeats", [&graph] { graph.repeats = false; }, "Do not look for the same words in several documents");
  add_common(app, options.common);
  std::string manual = "Output formats\n";
  manual += lines_of(formats::graph_formats(), 10);
  manual +=
      "\nA speaker of several tables is one node when the names allow it and no role or affiliation contradicts; the node says\n"
      "why. The same words in several documents are joined: identical, trimmed, or altered with the words that differ.\n\n"
      "Examples\n"
      "  whosaid extract articles/ -o quotes.jsonl && whosaid graph quotes.jsonl -o graph.html\n"
      "  whosaid graph --format neo4j -o import/ quotes-*.jsonl";
  app.footer(manual);
}

void add_convert(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("convert", "Bring quote tables into other formats, and annotation back to gold");
  auto& convert = options.convert;
  auto targets = names_of(formats::export_formats());
  for (auto const name : {"brat", "doccano", "gold", "labelstudio"}) targets.emplace_back(name);
  targets.emplace_back(formats::store_format);
  std::sort(targets.begin(), targets.end());
  app.add_option("FILE", convert.inputs, "Quote tables, or - for standard input (default: -); for brat, doccano, gold and labelstudio "
                                         "also gold files, brat .ann files, or folders of gold");
  app.add_option("--to", convert.to, joined(targets, ", "))->type_name("FORMAT")->check(one_of(targets))->required();
  add_output(app, convert.output, "File to write; for brat the folder");
  app.add_option("--reviewer", convert.reviewer, "claimreview: the organisation that reviews")->type_name("NAME");
  app.add_option("--review-url", convert.review_url, "claimreview: where the review will stand")->type_name("URL");
  app.add_flag("--configuration", convert.configuration, "Write the tool's own configuration for these labels instead");
  add_common(app, options.common);
  std::string manual = "Formats for publishing and archives\n";
  manual += lines_of(formats::export_formats(), 11);
  manual +=
      "  sqlite      a store for search and verify, named by -o; documents of the same id are replaced\n"
      "Formats for annotation; their tables need the text\n"
      "  brat        a folder of standoff files\n"
      "  doccano     JSON Lines\n"
      "  gold        what whosaid eval reads\n"
      "  labelstudio tasks with pre-annotations\n\n"
      "Examples\n"
      "  whosaid extract article.txt -f jsonl | whosaid convert --to claimreview -\n"
      "  whosaid extract --with-text article.txt | whosaid convert --to brat -o project -\n"
      "  whosaid convert project --to gold -o gold.jsonl";
  app.footer(manual);
}

void add_report(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("report", "Write quote tables as one page to read in a browser");
  app.add_option("TABLE", options.report.inputs, "Quote tables, extracted --with-text; - for standard input (default: -)");
  add_output(app, options.report.output, "File to write");
  add_common(app, options.common);
  app.footer(
      "The page is whole in itself and asks nothing of the network.\n\n"
      "Example\n"
      "  whosaid extract --with-text articles/ -o tables.jsonl && whosaid report tables.jsonl -o report.html");
}

}  // namespace

void add_table_commands(CLI::App& root, Options& options) {
  add_graph(root, options);
  add_convert(root, options);
  add_report(root, options);
}

}  // namespace whosaid::cli
