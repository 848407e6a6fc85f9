// Picks the command. Everything else is in its run_*.cpp.
#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/flags.hpp"

namespace {

struct Command {
  std::string_view name;
  int (*run)(whosaid::cli::Options const&);
};

constexpr std::array commands{
    Command{"convert", whosaid::cli::run_convert},
    Command{"diff", whosaid::cli::run_diff},
    Command{"eval", whosaid::cli::run_eval},
    Command{"explain", whosaid::cli::run_explain},
    Command{"extract", whosaid::cli::run_extract},
    Command{"fit", whosaid::cli::run_fit},
    Command{"grammar", whosaid::cli::run_grammar},
    Command{"graph", whosaid::cli::run_graph},
    Command{"report", whosaid::cli::run_report},
    Command{"search", whosaid::cli::run_search},
    Command{"verify", whosaid::cli::run_verify},
};

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
  whosaid::cli::Options options;
  if (auto const status = whosaid::cli::parse_flags(argc, argv, options)) return *status;
  auto const command = std::find_if(commands.begin(), commands.end(), [&](auto const& c) { return c.name == options.command; });
  return command->run(options);
}
