// What the files that define flags share. CLI11 is known in src/cli/flag*.cpp alone; the build compiles them as one.
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/settings.hpp"
#include "model/result.hpp"

namespace whosaid::cli {

// Flags of this group stand in --help only, so that -h fits a screen.
inline constexpr auto more = "More options";

template <class Formats>
std::vector<std::string> names_of(Formats formats) {
  std::vector<std::string> names;
  for (auto const& format : formats) names.emplace_back(format.name);
  return names;
}

// "  NAME       what it is", a line for each format; names are padded to `width`.
template <class Formats>
std::string lines_of(Formats formats, std::size_t width) {
  std::string out;
  for (auto const& format : formats) {
    std::string name(format.name);
    name.resize(std::max(name.size(), width), ' ');
    out += "  " + name + ' ' + std::string(format.help) + '\n';
  }
  return out;
}

// A check that takes one of some words, and otherwise says which was meant.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator iso_day();

// Flags that all commands have, and those of all that read articles.
void add_common(CLI::App& app, CommonOptions& common);
void add_engine(CLI::App& app, EngineOptions& engine);

// -f, one of `formats`, and -o.
void add_format(CLI::App& app, std::string& format, std::string const& help, std::vector<std::string> const& formats);
void add_output(CLI::App& app, std::string& output, std::string const& help);

// The commands. `options` outlives `root`.
void add_article_commands(CLI::App& root, Options& options);
void add_table_commands(CLI::App& root, Options& options);
void add_store_commands(CLI::App& root, Options& options);
void add_eval_commands(CLI::App& root, Options& options);
void add_grammar_commands(CLI::App& root, Options& options);

std::vector<std::string> command_names(CLI::App const& root);
std::vector<std::string> flag_names(CLI::App const& app);  // with their dashes
std::string path_of(CLI::App const& app);                  // "whosaid grammar check"
std::string help_of(CLI::App const& app, HelpLength length);

// The settings that reach `leaf`, the last one for each flag. Environment variables that name no flag are somebody else's.
Result<std::vector<std::pair<CLI::Option*, Setting>>> settings_for(CLI::App& leaf, CLI::App& root, std::vector<std::string> const& words);
// Gives `option` what the setting says. The message of a value that does not fit, "" = all well.
std::string apply(CLI::Option& option, Setting const& setting);
// The command that words name, down to the last.
CLI::App& leaf_of(CLI::App& root, std::vector<std::string> const& words);

}  // namespace whosaid::cli
