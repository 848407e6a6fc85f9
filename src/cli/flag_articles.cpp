// The flags of the commands that read articles.
#include "cli/flag_parts.hpp"
#include "cli/words.hpp"
#include "formats/formats.hpp"
#include "formats/quote_store.hpp"

namespace whosaid::cli {
namespace {

void add_extract(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("extract", "Read articles, write who said what, when (the default command)");
  auto& extract = options.extract;
  app.add_option("FILE", extract.inputs, "Files, directories, or - for standard input (default: -)");
  auto formats = names_of(formats::output_formats());
  formats.emplace_back(formats::store_format);
  add_format(app, extract.format, "Output: " + joined(formats, ", ") + " (default: table on a terminal, jsonl otherwise)", formats);
  add_output(app, extract.output, "File to write; it appears whole or not at all");
  add_engine(app, extract.engine);
  app.add_option("-j,--jobs", extract.jobs, "Threads; 0 = one per core (default 1). The output is the same")->type_name("N")
      ->check(CLI::Range(0u, 256u).description(""));
  app.add_option("--min-confidence", extract.min_confidence, "Leave out quotes below this confidence (0 to 1)")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0).description(""));
  app.add_option_function<std::string>(
         "--offsets",
         [&extract](std::string const& value) {
           extract.offsets = value == "byte" ? OffsetUnit::byte : value == "utf16" ? OffsetUnit::utf16 : OffsetUnit::code_point;
         },
         "Unit of offsets: code-point (default), byte, utf16")
      ->type_name("UNIT")
      ->check(one_of({"code-point", "byte", "utf16"}))
      ->group(more);
  app.add_flag("--with-text", extract.with_text, "Put the document's text into the table")->group(more);
  add_common(app, options.common);
  std::string manual =
      "Input\n"
      "  A text file is one document. JSON Lines hold one object per line with \"text\" (or \"html\") and, where known, id, title,\n"
      "  published (ISO 8601), url, publisher, author, language; other keys pass through under document.extra. The format is\n"
      "  told by the file's ending, else by its first bytes. Directories are read recursively, in order of name.\n\n"
      "Output formats\n";
  manual += lines_of(formats::output_formats(), 10);
  manual += "  sqlite     a store for search and verify, named by -o; documents of the same id are replaced\n";
  manual +=
      "\nA document that cannot be read never stops the others: it is reported on standard error and, in JSON, in its place.\n\n"
      "Examples\n"
      "  whosaid article.txt\n"
      "  whosaid extract --format csv -o quotes.csv articles/\n"
      "  zcat archive.jsonl.gz | whosaid extract -j 2 - > quotes.jsonl";
  app.footer(manual);
}

void add_explain(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("explain", "Say why each quote went to its speaker");
  app.add_option("FILE", options.explain.target, "FILE, or FILE:QUOTE with a quote's number or id")->required();
  add_engine(app, options.explain.engine);
  add_common(app, options.common);
  app.footer(
      "For each quote: the rule that linked it, its cue, every source that was weighed with its score, and why the others lost.\n\n"
      "Examples\n"
      "  whosaid explain article.txt\n"
      "  whosaid explain article.txt:3");
}

}  // namespace

void add_article_commands(CLI::App& root, Options& options) {
  add_extract(root, options);
  add_explain(root, options);
}

}  // namespace whosaid::cli
