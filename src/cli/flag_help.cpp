// Names and help pages out of the defined flags.
#include "cli/flag_parts.hpp"

namespace whosaid::cli {

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

namespace {

// "-o, --output FILE"; long names stand below each other.
std::string left_of(CLI::Option const& option) {
  std::string out;
  for (auto const& name : option.get_snames()) out += (out.empty() ? "-" : ", -") + name;
  for (auto const& name : option.get_lnames()) out += (out.empty() ? "    --" : ", --") + name;
  if (option.get_items_expected_max() > 0) out += ' ' + option.get_type_name();
  return out;
}

}  // namespace

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

}  // namespace whosaid::cli
