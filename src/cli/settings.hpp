// Flags that are given once and for all: in a settings file and in the environment.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"

namespace whosaid::cli {

// One flag with its values. What the flag means, and whether there is one, flag_settings.cpp knows.
struct Setting {
  std::string command;              // "extract", "grammar.check"; "" = every command where the flag means the same
  std::string flag;                 // without dashes: "with-text"
  std::vector<std::string> values;  // a switch has "true" or "false"
  std::string place;                // "config.toml:3" or "WHOSAID_JOBS", for messages
};

// Reads `key = value` lines under [command] headings, the part of TOML that flags need: strings in either quotes, true,
// false, numbers, and lists of these on one line. Reports every line that is none. `name` is for messages. Linear.
[[nodiscard]] Result<std::vector<Setting>> read_settings(std::string_view text, std::string_view name);

// The file that `words`, the command line, name by --config, else $WHOSAID_CONFIG, else config.toml in
// $XDG_CONFIG_HOME/whosaid or ~/.config/whosaid when it exists. No file with --no-config, or an empty $WHOSAID_CONFIG.
// Fails when a named file cannot be read.
[[nodiscard]] Result<std::vector<Setting>> settings_of_file(std::vector<std::string> const& words);

// WHOSAID_FLAG and WHOSAID_COMMAND_FLAG, in the order of their names. `commands` are the words that may stand first.
[[nodiscard]] std::vector<Setting> settings_of_environment(std::vector<std::string> const& commands);

}  // namespace whosaid::cli
