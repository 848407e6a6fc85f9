// What standing before a terminal changes: colour, width, progress. And the one way to say something on standard error.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "formats/printable.hpp"

namespace whosaid::cli {

using formats::printable;

[[nodiscard]] bool is_terminal(int file);
// Columns of standard output's terminal, or of $COLUMNS; 100 when neither says.
[[nodiscard]] int terminal_width();
// The user's choice; `automatic` means a terminal that is not "dumb", and no NO_COLOR.
[[nodiscard]] bool use_colour(ColourChoice choice, int file);

// Writes "whosaid: message" and a line break to standard error, control characters escaped.
void complain(std::string_view message);

// One line on standard error that is written over, a few times a second. Silent unless somebody watches.
class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;
  // `bytes` 0 = not counted.
  void update(std::uint64_t documents, std::uint64_t bytes);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_ = false;
  bool on_;
  Clock::time_point start_, last_;
};

}  // namespace whosaid::cli
