#include "cli/flags.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/flag_parts.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"

namespace whosaid::cli {
namespace {

constexpr auto version = WHOSAID_VERSION;

void add_fit(CLI::App& root, Options& options) {
  auto& app = *root.add_subcommand("fit", "Fit weights.txt to annotated articles, for grammar authors");
  app.add_option("GOLD", options.fit.gold, "Gold annotation in JSON Lines; a file named twice counts twice")->required();
  app.add_option("--keep", options.fit.keep, "Weights whose names begin like this keep their values; may be given again")->allow_extra_args(false);
  add_common(app, options.common);
}

// In the order of the help page.
void add_commands(CLI::App& root, Options& options) {
  add_article_commands(root, options);
  add_grammar_commands(root, options);
  add_eval_commands(root, options);
  add_table_commands(root, options);
  add_store_commands(root, options);
  add_fit(root, options);
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
