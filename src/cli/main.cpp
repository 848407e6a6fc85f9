// Picks the command, and says what stopped it. Everything else is in its run_*.cpp.
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/flags.hpp"
#include "cli/terminal.hpp"

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

// Whoever started the program may have closed these; the next file that is opened would take their place, and messages would
// go into it. What takes it now cannot be used the wrong way round: writing to such a standard output fails.
void hold_standard_files() {
  for (int const file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(file, F_GETFD) == -1 && errno == EBADF) (void)!::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

bool reader_went_away() {
  pollfd standard_output{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&standard_output, 1, 0) == 1 && (standard_output.revents & POLLERR) != 0;
}

// What was printed may fail to arrive only now. `status` when it arrived.
int finish_printing(int status) {
  bool const failed = std::ferror(stdout) != 0;
  errno = 0;
  if (std::fflush(stdout) == 0 && !failed) return status;
  int const why = errno;
  if (reader_went_away()) return whosaid::cli::all_well;
  whosaid::cli::complain(std::string("cannot write standard output: ") + std::strerror(why != 0 ? why : EIO));
  return whosaid::cli::wrong_use;
}

int run(int argc, char** argv) {
  whosaid::cli::Options options;
  if (auto const status = whosaid::cli::parse_flags(argc, argv, options)) return *status;
  auto const command = std::find_if(commands.begin(), commands.end(), [&](auto const& c) { return c.name == options.command; });
  return command->run(options);
}

}  // namespace

int main(int argc, char** argv) {
  hold_standard_files();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow any more
  try {
    return finish_printing(run(argc, argv));
  } catch (std::bad_alloc const&) {
    whosaid::cli::complain("not enough memory");
  } catch (std::exception const& error) {
    whosaid::cli::complain(error.what());
  }
  return whosaid::cli::wrong_use;
}
