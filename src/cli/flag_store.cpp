// The flags of the commands that ask a store of quotes.
#include "cli/flag_parts.hpp"

namespace whosaid::cli {
namespace {

void add_search(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("search", "Find quotes in a store by words, speaker and day");
  auto& search = options.search;
  app.add_option("WORDS", search.words, "Words that all stand in the quote, in any order; \"a phrase\", a beginning: cease*");
  app.add_option("--in", search.store, "Store of quotes, made by extract --format sqlite")->type_name("STORE")->required();
  app.add_option("--speaker", search.speaker, "Words of the speaker's name, or of another name for them")->type_name("NAME");
  app.add_option("--since", search.since, "First day; of the utterance, else of publication")->type_name("YYYY-MM-DD")->check(iso_day());
  app.add_option("--until", search.until, "Last day")->type_name("YYYY-MM-DD")->check(iso_day());
  add_format(app, search.format, "table, jsonl or csv (default: table on a terminal, jsonl otherwise)", {"table", "jsonl", "csv"});
  app.add_option("--limit", search.limit, "At most N quotes, the newest; 0 = all (default)")->type_name("N");
  add_common(app, options.common);
  app.footer(
      "Examples\n"
      "  whosaid extract articles/ --format sqlite -o quotes.db\n"
      "  whosaid search ceasefire --speaker Okafor --since 2025-03-01 --in quotes.db");
}

void add_verify(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("verify", "Say how words were said: exactly, trimmed, altered, by another, or not");
  auto& verify = options.verify;
  app.add_option("WORDS", verify.words, "The words; \"...\" stands for words left out")->required();
  app.add_option("--in", verify.store, "Store of quotes (.db), or quote tables")->type_name("STORE")->required();
  app.add_option("--speaker", verify.speaker, "Who is said to have said them")->type_name("NAME");
  add_format(app, verify.format, "text or json", {"text", "json"});
  add_common(app, options.common);
  app.footer(
      "Examples\n"
      "  whosaid verify \"we will not close the bridge\" --speaker Okafor --in quotes.db\n"
      "  whosaid verify \"we will ... the bridge\" --in tables.jsonl --format json\n\n"
      "Exit status: 0 they stand there exactly or trimmed; 1 they do not; 2 wrong use or unreadable store.");
}

}  // namespace

void add_store_commands(CLI::App& root, Options& options) {
  add_search(root, options);
  add_verify(root, options);
}

}  // namespace whosaid::cli
