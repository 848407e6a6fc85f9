// The command line becomes Options. The only door to CLI11.
#pragma once
#include <optional>
#include <string_view>

#include "cli/options.hpp"

namespace whosaid::cli {

// Fills `options`. Returns an exit status when the program is to end at once: help was printed, or the use was wrong and
// the reason stands on standard error.
[[nodiscard]] std::optional<int> parse_flags(int argc, char const* const* argv, Options& options);

}  // namespace whosaid::cli
