#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace whosaid::cli {

bool is_terminal(int file) { return ::isatty(file) == 1; }

int terminal_width() {
  constexpr int fallback = 100, least = 40, most = 400;
  int width = 0;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width <= 0) {
    if (char const* columns = std::getenv("COLUMNS")) std::from_chars(columns, columns + std::strlen(columns), width);
  }
  if (width <= 0) return fallback;
  return width < least ? least : width > most ? most : width;
}

bool use_colour(ColourChoice choice, int file) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  char const* no_colour = std::getenv("NO_COLOR");
  if (no_colour && *no_colour) return false;
  char const* terminal = std::getenv("TERM");
  return is_terminal(file) && terminal && std::strcmp(terminal, "dumb") != 0;
}

void complain(std::string_view message) {
  auto const line = "whosaid: " + printable(message, formats::LineEnds::escaped) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

Progress::Progress(bool wanted) : on_(wanted && is_terminal(STDERR_FILENO)), start_(Clock::now()), last_(start_) {}

Progress::~Progress() { clear(); }

void Progress::update(std::uint64_t documents, std::uint64_t bytes) {
  if (!on_) return;
  auto const now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  auto const seconds = std::chrono::duration<double>(now - start_).count();
  auto const megabytes = static_cast<double>(bytes) / 1e6;
  if (bytes == 0)
    std::fprintf(stderr, "\r\x1b[K%llu documents, %.0f documents/s", static_cast<unsigned long long>(documents), static_cast<double>(documents) / seconds);
  else
    std::fprintf(stderr, "\r\x1b[K%llu documents, %.1f MB, %.1f MB/s", static_cast<unsigned long long>(documents), megabytes, megabytes / seconds);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace whosaid::cli
