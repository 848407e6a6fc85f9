// What settings files and the environment say becomes flags.
#include <algorithm>

#include "cli/flag_parts.hpp"
#include "cli/suggest.hpp"

namespace whosaid::cli {
namespace {

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

}  // namespace

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

CLI::App& leaf_of(CLI::App& root, std::vector<std::string> const& words) {
  auto* app = &root;
  for (auto const& word : words) {
    auto const below = app->get_subcommands([&](CLI::App const* sub) { return sub->get_name() == word; });
    if (below.empty()) break;
    app = below.front();
  }
  return *app;
}

}  // namespace whosaid::cli
