#include "cli/flags.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/settings.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"
#include "formats/documents.hpp"
#include "formats/exports.hpp"
#include "formats/formats.hpp"
#include "formats/graph_formats.hpp"
#include "formats/quote_store.hpp"

namespace whosaid::cli {
namespace {

constexpr auto version = WHOSAID_VERSION;

// Flags of this group stand in --help only, so that -h fits a screen.
constexpr auto more = "More options";

template <class Formats>
std::vector<std::string> names_of(Formats formats) {
  std::vector<std::string> names;
  for (auto const& format : formats) names.emplace_back(format.name);
  return names;
}

// A check that takes one of some words, and otherwise says which was meant.
CLI::Validator one_of(std::vector<std::string> words) {
  auto check = [words](std::string& value) -> std::string {
    if (std::find(words.begin(), words.end(), value) != words.end()) return {};
    return "'" + value + "' is none of " + joined(words, ", ") + did_you_mean(value, words);
  };
  return CLI::Validator(check, "");
}

CLI::Validator iso_day() {
  auto check = [](std::string& value) -> std::string {
    return value.size() == 10 && formats::begins_with_iso_day(value) ? "" : "'" + value + "' is not a day (YYYY-MM-DD)";
  };
  return CLI::Validator(check, "");
}

std::string set_kinds(std::string const& value, EngineOptions& engine) {
  engine.direct = engine.mixed = engine.indirect = false;
  for (auto const& kind : split(value)) {
    if (kind == "direct") engine.direct = true;
    else if (kind == "mixed") engine.mixed = true;
    else if (kind == "indirect") engine.indirect = true;
    else if (kind == "all") engine.direct = engine.mixed = engine.indirect = true;
    else return "'" + kind + "' is none of direct, mixed, indirect, all" + did_you_mean(kind, {"direct", "mixed", "indirect", "all"});
  }
  return engine.direct || engine.mixed || engine.indirect ? "" : "no kind of quote given";
}

void add_common(CLI::App& app, CommonOptions& common) {
  app.add_option("--grammars", common.grammars, "Directory whose grammars and word lists are laid over the built-in ones")
      ->type_name("DIR");
  app.add_flag("-q,--quiet", common.quiet, "No notes and no progress; errors are still reported")->group(more);
  app.add_flag("--stats", common.stats, "Counts and speed on standard error at the end")->group(more);
  app.add_option_function<std::string>(
         "--color",
         [&common](std::string const& value) {
           common.colour = value == "always"  ? ColourChoice::always
                           : value == "never" ? ColourChoice::never
                                              : ColourChoice::automatic;
         },
         "Colour: auto, always or never (auto also heeds NO_COLOR)")
      ->type_name("WHEN")
      ->check(one_of({"auto", "always", "never"}))
      ->group(more);
  // settings_of_file() looks for these two before anything is parsed.
  app.add_option_function<std::string>("--config", [](std::string const&) {}, "Settings file, in place of ~/.config/whosaid/config.toml")->type_name("FILE")->group(more);
  app.add_flag_callback("--no-config", [] {}, "No settings file")->group(more);
}

void add_engine(CLI::App& app, EngineOptions& engine) {
  auto inputs = names_of(formats::input_formats());
  inputs.insert(inputs.begin(), "auto");
  app.add_option("--input", engine.input, "Input format: " + joined(inputs, ", "))->type_name("FORMAT")->check(one_of(inputs));
  app.add_option_function<std::string>(
         "--kinds",
         [&engine](std::string const& value) {
           if (auto const error = set_kinds(value, engine); !error.empty()) throw CLI::ValidationError("--kinds", error);
         },
         "Kinds of quotes: direct, mixed, indirect or all (default direct,mixed)")
      ->type_name("LIST");
  app.add_option("--language", engine.language, "Language of all documents, whatever they say")->type_name("CODE");
  app.add_option("--date", engine.date, "Publication day of documents that do not state one")->type_name("YYYY-MM-DD")->check(iso_day());
}

void add_extract(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("extract", "Read articles, write who said what, when (the default command)");
  auto& extract = options.extract;
  app.add_option("FILE", extract.inputs, "Files, directories, or - for standard input (default: -)");
  auto formats = names_of(formats::output_formats());
  formats.emplace_back(formats::store_format);
  app.add_option("-f,--format", extract.format,
                 "Output: " + joined(formats, ", ") + " (default: table on a terminal, jsonl otherwise)")
      ->type_name("FORMAT")
      ->check(one_of(formats));
  app.add_option("-o,--output", extract.output, "File to write; it appears whole or not at all")->type_name("FILE");
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
  for (auto const& format : formats::output_formats()) {
    std::string name(format.name);
    name.resize(std::max<std::size_t>(name.size(), 10), ' ');
    manual += "  " + name + ' ' + std::string(format.help) + '\n';
  }
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

void add_graph(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("graph", "Join quote tables: who said what, when, and where the same words return");
  auto& graph = options.graph;
  app.add_option("TABLE", graph.inputs, "Quote tables as JSON or JSON Lines, or - for standard input (default: -)");
  auto const formats = names_of(formats::graph_formats());
  app.add_option("-f,--format", graph.format, "Output: " + joined(formats, ", ") + " (default: by -o, else json)")
      ->type_name("FORMAT")
      ->check(one_of(formats));
  app.add_option("-o,--output", graph.output, "File to write, or directory for neo4j")->type_name("FILE");
  app.add_flag_callback("--no-repeats", [&graph] { graph.repeats = false; }, "Do not look for the same words in several documents");
  add_common(app, options.common);
  std::string manual = "Output formats\n";
  for (auto const& format : formats::graph_formats()) {
    std::string name(format.name);
    name.resize(std::max<std::size_t>(name.size(), 10), ' ');
    manual += "  " + name + ' ' + std::string(format.help) + '\n';
  }
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
  app.add_option("-o,--output", convert.output, "File to write; for brat the folder")->type_name("FILE");
  app.add_option("--reviewer", convert.reviewer, "claimreview: the organisation that reviews")->type_name("NAME");
  app.add_option("--review-url", convert.review_url, "claimreview: where the review will stand")->type_name("URL");
  app.add_flag("--configuration", convert.configuration, "Write the tool's own configuration for these labels instead");
  add_common(app, options.common);
  std::string manual = "Formats for publishing and archives\n";
  for (auto const& format : formats::export_formats()) {
    std::string name(format.name);
    name.resize(std::max<std::size_t>(name.size(), 11), ' ');
    manual += "  " + name + ' ' + std::string(format.help) + '\n';
  }
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
  app.add_option("-o,--output", options.report.output, "File to write")->type_name("FILE");
  add_common(app, options.common);
  app.footer(
      "The page is whole in itself and asks nothing of the network.\n\n"
      "Example\n"
      "  whosaid extract --with-text articles/ -o tables.jsonl && whosaid report tables.jsonl -o report.html");
}

void add_search(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("search", "Find quotes in a store by words, speaker and day");
  auto& search = options.search;
  app.add_option("WORDS", search.words, "Words that all stand in the quote, in any order; \"a phrase\", a beginning: cease*");
  app.add_option("--in", search.store, "Store of quotes, made by extract --format sqlite")->type_name("STORE")->required();
  app.add_option("--speaker", search.speaker, "Words of the speaker's name, or of another name for them")->type_name("NAME");
  app.add_option("--since", search.since, "First day; of the utterance, else of publication")->type_name("YYYY-MM-DD")->check(iso_day());
  app.add_option("--until", search.until, "Last day")->type_name("YYYY-MM-DD")->check(iso_day());
  app.add_option("-f,--format", search.format, "table, jsonl or csv (default: table on a terminal, jsonl otherwise)")
      ->type_name("FORMAT")
      ->check(one_of({"table", "jsonl", "csv"}));
  app.add_option("--limit", search.limit, "At most N quotes, the newest; 0 = all (default)")->type_name("N");
  add_common(app, options.common);
  app.footer(
      "Examples\n"
      "  whosaid extract articles/ --format sqlite -o quotes.db\n"
      "  whosaid search ceasefire --speaker Okafor --since 2025-03-01 --in quotes.db");
}

void add_verify(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("verify", "Say whether words were said: exactly, trimmed, altered, by another, or not found");
  auto& verify = options.verify;
  app.add_option("WORDS", verify.words, "The words; \"...\" stands for words left out")->required();
  app.add_option("--in", verify.store, "Store of quotes (.db), or quote tables")->type_name("STORE")->required();
  app.add_option("--speaker", verify.speaker, "Who is said to have said them")->type_name("NAME");
  app.add_option("-f,--format", verify.format, "text or json")->type_name("FORMAT")->check(one_of({"text", "json"}));
  add_common(app, options.common);
  app.footer(
      "Examples\n"
      "  whosaid verify \"we will not close the bridge\" --speaker Okafor --in quotes.db\n"
      "  whosaid verify \"we will ... the bridge\" --in tables.jsonl --format json\n\n"
      "Exit status: 0 the words stand there exactly or trimmed; 1 they do not; 2 wrong use or a store that cannot be read.");
}

void add_fit(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("fit", "Fit weights.txt to annotated articles, for grammar authors");
  app.add_option("GOLD", options.fit.gold, "Gold annotation in JSON Lines; a file named twice counts twice")->required();
  app.add_option("--keep", options.fit.keep, "Weights whose names begin like this keep their values");
  add_common(app, options.common);
}

void add_grammar(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("grammar", "Check grammar files, run their examples, list rules");
  app.require_subcommand(1);
  auto const action = [&](std::string const& name, std::string const& help, std::string const& names, std::string const& manual) {
    auto& sub = *app.add_subcommand(name, help);
    sub.callback([&options, name] { options.grammar.action = name; });
    sub.add_option(names, options.grammar.names, names == "PATH" ? "Files or directories that take the place of the built-in ones; none: the built-in ones"
                                                                 : "Grammars (attribution) or their files; none: all");
    sub.add_option("--language", options.grammar.language, "Language (default en)")->type_name("CODE");
    add_common(sub, options.common);
    sub.footer(manual);
  };
  action("check", "Report every mistake in grammar files, with its place", "PATH",
         "Examples\n"
         "  whosaid grammar check grammars/en\n"
         "  whosaid grammar check --grammars mine        # the built-in ones with a directory of your own laid over them\n\n"
         "Exit status: 0 no mistakes; 1 mistakes; 2 wrong use or files that cannot be read.");
  action("test", "Run the examples that stand in grammar files", "GRAMMAR",
         "Examples\n"
         "  whosaid grammar test                         # all\n"
         "  whosaid grammar test grammars/en/attribution.peg\n"
         "  whosaid grammar test --grammars mine attribution\n\n"
         "Exit status: 0 every example does what it says; 1 some do not; 2 wrong use or a grammar that does not load.");
  action("list", "List rules with what they emit", "GRAMMAR",
         "Example\n"
         "  whosaid grammar list attribution");
}

void add_commands(CLI::App& root, Options& options) {
  add_extract(root, options);
  add_explain(root, options);
  add_grammar(root, options);
  add_eval(root, options);
  add_diff(root, options);
  add_graph(root, options);
  add_convert(root, options);
  add_report(root, options);
  add_search(root, options);
  add_verify(root, options);
  add_fit(root, options);
}

std::vector<std::string> command_names(CLI::App const& root) {
  std::vector<std::string> names;
  for (auto const* sub : root.get_subcommands([](CLI::App const*) { return true; })) names.push_back(sub->get_name());
  return names;
}

std::vector<std::string> flag_names(CLI::App const& app) {
  std::vector<std::string> names{"--help"};
  for (auto const* option : app.get_options()) {
    for (auto const& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string path_of(CLI::App const& app) {
  return app.get_parent() ? path_of(*app.get_parent()) + ' ' + app.get_name() : app.get_name();
}

// "-o, --output FILE"; long names stand below each other.
std::string left_of(CLI::Option const& option) {
  std::string out;
  for (auto const& name : option.get_snames()) out += (out.empty() ? "-" : ", -") + name;
  for (auto const& name : option.get_lnames()) out += (out.empty() ? "    --" : ", --") + name;
  if (option.get_items_expected_max() > 0) out += ' ' + option.get_type_name();
  return out;
}

std::string help_of(CLI::App const& app, HelpLength length) {
  HelpPage page;
  page.description = app.get_description();
  page.path = path_of(app);
  page.manual = app.get_footer();
  // A command whose exit status means something of its own says so at the end of its manual.
  if (auto const status = page.manual.find("Exit status: "); status != std::string::npos) {
    page.exit_status = page.manual.substr(status);
    page.manual.erase(page.manual.find_last_not_of('\n', status == 0 ? 0 : status - 1) + 1);
    if (status == 0) page.manual.clear();
  }
  for (auto const* sub : app.get_subcommands([](CLI::App const*) { return true; })) {
    page.commands.push_back({sub->get_name(), sub->get_description()});
  }
  page.usage = page.commands.empty() ? " [OPTIONS]" : " COMMAND [OPTIONS]";
  for (auto const* option : app.get_options()) {
    if (option->get_positional()) {
      page.usage += option->get_required() ? ' ' + option->get_name() : " [" + option->get_name() + "]";
      if (option->get_items_expected_max() > 1) page.usage += "...";
      page.arguments.push_back({option->get_name(), option->get_description()});
    } else {
      (option->get_group() == more ? page.more : page.flags).push_back({left_of(*option), option->get_description()});
    }
  }
  if (!app.get_parent()) page.usage += "\n       whosaid FILE...    the same as whosaid extract FILE...";
  return lay_out(page, length);
}

// The innermost command that was given.
CLI::App const& chosen(CLI::App const& root) {
  auto const given = root.get_subcommands();
  return given.empty() ? root : chosen(*given.front());
}

// What CLI11 says about a value that is missing or no number, so that it can be understood without knowing CLI11.
std::string in_our_words(std::string const& message) {
  constexpr std::string_view no_number = "Could not convert: ", missing = ": 1 required ", missing_end = " missing";
  auto const equals = message.find(" = ");
  if (message.starts_with(no_number) && equals != std::string::npos)
    return message.substr(no_number.size(), equals - no_number.size()) + ": '" + message.substr(equals + 3) + "' is no number";
  auto const colon = message.find(missing);
  if (colon != std::string::npos && message.ends_with(missing_end))
    return message.substr(0, colon) + " needs a value: " +
           message.substr(colon + missing.size(), message.size() - colon - missing.size() - missing_end.size());
  return message;
}

int misuse(std::string const& message, CLI::App const& app) {
  complain(message);
  auto const path = path_of(app);
  complain("see '" + path + " -h'");
  return wrong_use;
}

// The commands that have no commands below them.
std::vector<CLI::App*> leaves_of(CLI::App& app) {
  auto const below = app.get_subcommands([](CLI::App const*) { return true; });
  if (below.empty()) return {&app};
  std::vector<CLI::App*> out;
  for (auto* sub : below) {
    auto const more_of_them = leaves_of(*sub);
    out.insert(out.end(), more_of_them.begin(), more_of_them.end());
  }
  return out;
}

// "extract", "grammar.check": how a settings file names a command.
std::string section_of(CLI::App const& app) {
  auto const* parent = app.get_parent();
  return parent && parent->get_parent() ? section_of(*parent) + '.' + app.get_name() : app.get_name();
}
bool in_section(CLI::App const& app, std::string const& section) {
  auto const own = section_of(app);
  return own == section || own.starts_with(section + '.');
}

CLI::Option* option_named(CLI::App& app, std::string const& flag) {
  if (flag == "help" || flag == "config" || flag == "no-config") return nullptr;
  auto* option = app.get_option_no_throw("--" + flag);
  return option && !option->get_positional() ? option : nullptr;
}

// Settings that stand above all headings reach flags that mean one thing wherever they stand.
bool means_one_thing(std::vector<CLI::App*> const& leaves, std::string const& flag) {
  CLI::Option const* first = nullptr;
  for (auto* leaf : leaves) {
    auto const* option = option_named(*leaf, flag);
    if (option && first && option->get_description() != first->get_description()) return false;
    if (!first) first = option;
  }
  return first != nullptr;
}

bool names_no_flag(Setting const& setting, CLI::App& root) {
  for (auto* leaf : leaves_of(root))
    if ((setting.command.empty() || in_section(*leaf, setting.command)) && option_named(*leaf, setting.flag)) return false;
  return true;
}

// What is wrong with a setting whatever the command, "" = nothing.
std::string wrong_with(Setting const& setting, CLI::App& root) {
  auto const leaves = leaves_of(root);
  std::vector<CLI::App*> meant;
  std::vector<std::string> sections, flags;
  for (auto* leaf : leaves) {
    sections.push_back(section_of(*leaf));
    if (setting.command.empty() || in_section(*leaf, setting.command)) meant.push_back(leaf);
  }
  if (meant.empty()) return "no command [" + setting.command + "]" + did_you_mean(setting.command, sections);
  for (auto* leaf : meant)
    for (auto const& name : flag_names(*leaf))
      if (option_named(*leaf, name.substr(2))) flags.push_back(name.substr(2));
  if (names_no_flag(setting, root)) return "no flag '" + setting.flag + "'" + did_you_mean(setting.flag, flags);
  if (setting.command.empty() && !means_one_thing(leaves, setting.flag))
    return "'" + setting.flag + "' means different things to different commands; say which, as in [" + section_of(*meant.front()) + "]";
  return {};
}

// The settings that reach `leaf`, the last one for each flag. Environment variables that name no flag are somebody else's.
Result<std::vector<std::pair<CLI::Option*, Setting>>> settings_for(CLI::App& leaf, CLI::App& root, std::vector<std::string> const& words) {
  auto settings = settings_of_file(words);
  if (!settings) return settings.problems();
  for (auto& setting : settings_of_environment(command_names(root)))
    if (!names_no_flag(setting, root)) settings->push_back(std::move(setting));
  Problems problems;
  for (auto const& setting : *settings)
    if (auto message = wrong_with(setting, root); !message.empty()) problems.push_back({setting.place, 0, 0, std::move(message)});
  if (!problems.empty()) return problems;
  std::vector<std::pair<CLI::Option*, Setting>> out;
  for (auto& setting : *settings) {
    if (!setting.command.empty() && !in_section(leaf, setting.command)) continue;
    auto* const option = option_named(leaf, setting.flag);
    if (!option) continue;
    auto const before = std::find_if(out.begin(), out.end(), [&](auto const& one) { return one.first == option; });
    if (before == out.end()) out.emplace_back(option, std::move(setting));
    else before->second = std::move(setting);
  }
  return out;
}

// Gives `option` what the setting says. The message of a value that does not fit, "" = all well.
std::string apply(CLI::Option& option, Setting const& setting) {
  bool const is_switch = option.get_items_expected_max() == 0;
  auto const& values = setting.values;
  if (is_switch && (values.size() != 1 || (values[0] != "true" && values[0] != "false"))) return "'" + setting.flag + "' is true or false";
  if (!is_switch && values.size() > static_cast<std::size_t>(option.get_items_expected_max())) return "'" + setting.flag + "' takes one value";
  if (is_switch && values[0] == "false") return {};
  try {
    for (auto const& value : values) option.add_result(value);
    option.run_callback();
  } catch (CLI::Error const& error) {
    return error.what();
  }
  return {};
}

// The command that words name, down to the last.
CLI::App& leaf_of(CLI::App& root, std::vector<std::string> const& words) {
  auto* app = &root;
  for (auto const& word : words) {
    auto const below = app->get_subcommands([&](CLI::App const* sub) { return sub->get_name() == word; });
    if (below.empty()) break;
    app = below.front();
  }
  return *app;
}

}  // namespace

std::optional<int> parse_flags(int argc, char const* const* argv, Options& options) {
  CLI::App root("Who said what, when: quotations and their speakers out of news.", "whosaid");
  root.set_help_flag("-h", "A short help");
  root.set_help_all_flag("--help", "The manual");
  root.set_version_flag("--version", std::string("whosaid ") + version, "The version");
  root.require_subcommand(1);
  add_commands(root, options);

  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  auto const commands = command_names(root);
  if (words.empty() && is_terminal(STDIN_FILENO)) {
    std::fputs(help_of(root, HelpLength::brief).c_str(), stderr);
    return wrong_use;
  }
  bool const asks = !words.empty() && (words[0] == "-h" || words[0] == "--help" || words[0] == "--version");
  bool const names_command = !words.empty() && std::find(commands.begin(), commands.end(), words[0]) != commands.end();
  if (!asks && !names_command) {
    // `whosaid FILE` extracts. A word that is no file but nearly a command is a slip.
    std::error_code ignored;
    if (!words.empty() && words[0][0] != '-' && !std::filesystem::exists(words[0], ignored)) {
      if (auto const hint = did_you_mean(words[0], commands); !hint.empty()) {
        return misuse("no command and no file '" + words[0] + "'" + hint, root);
      }
    }
    words.insert(words.begin(), "extract");
  }

  attach_values(words);
  auto const settings = settings_for(leaf_of(root, words), root, words);
  if (!settings) {
    for (auto const& problem : settings.problems()) complain(problem.to_string());
    return wrong_use;
  }
  for (auto const& one : *settings) one.first->required(false);  // they are given
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    root.parse(words);
  } catch (CLI::CallForHelp const&) {
    std::fputs(help_of(chosen(root), HelpLength::brief).c_str(), stdout);
    return all_well;
  } catch (CLI::CallForAllHelp const&) {
    std::fputs(help_of(chosen(root), HelpLength::full).c_str(), stdout);
    return all_well;
  } catch (CLI::CallForVersion const&) {
    std::printf("whosaid %s\n", version);
    return all_well;
  } catch (CLI::ExtrasError const& error) {
    auto const& app = chosen(root);
    auto const extras = root.remaining(true);
    auto const word = extras.empty() ? std::string() : extras.front();
    if (word.empty()) return misuse(error.what(), app);
    bool const flag = word[0] == '-';
    auto const name = word.substr(0, word.find('='));
    return misuse((flag ? "no flag '" : "nothing is known about '") + name + "'" +
                      did_you_mean(name, flag ? flag_names(app) : command_names(app)),
                  app);
  } catch (CLI::RequiredError const& error) {
    auto const& app = chosen(root);
    auto const commands_of_app = command_names(app);
    if (auto const words_left = root.remaining(true); !commands_of_app.empty() && !words_left.empty())
      return misuse("'" + path_of(app) + "' has no command '" + words_left.front() + "'" + did_you_mean(words_left.front(), commands_of_app), app);
    return misuse(commands_of_app.empty() ? error.what() : "'" + path_of(app) + "' needs one of " + joined(commands_of_app, ", "), app);
  } catch (CLI::ParseError const& error) {
    return misuse(in_our_words(error.what()), chosen(root));
  }
  for (auto const& [option, setting] : *settings) {
    if (option->count() > 0) continue;  // the command line has said so itself
    if (auto const message = apply(*option, setting); !message.empty()) {
      complain(setting.place + ": " + message);
      return wrong_use;
    }
  }
  options.command = root.get_subcommands().front()->get_name();
  return std::nullopt;
}

}  // namespace whosaid::cli
