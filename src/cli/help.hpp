// Help texts, laid out.
#pragma once
#include <string>
#include <vector>

namespace whosaid::cli {

enum class HelpLength : bool { brief, full };

struct HelpRow {
  std::string left, text;
};

// What a command's help is made of; flag_help.cpp fills it from the flags themselves.
struct HelpPage {
  std::string description, path;  // path: "whosaid grammar check"
  std::string usage;              // behind the path
  std::vector<HelpRow> commands, arguments, flags;
  std::vector<HelpRow> more;      // shown in the full help only
  std::string manual;             // likewise
  std::string exit_status;        // where the usual one is not meant
};

// Brief: fits a screen. Full: every flag, and the manual's text behind them.
[[nodiscard]] std::string lay_out(HelpPage const& page, HelpLength length);

}  // namespace whosaid::cli
