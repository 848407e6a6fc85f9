// What `whosaid eval --save-baseline` keeps.
#pragma once
#include <string>
#include <string_view>

#include "eval/baseline.hpp"
#include "model/result.hpp"

namespace whosaid::formats {

// A baseline as JSON Lines: a head with the figures, then one judged stretch per line, so that two baselines can be compared
// by any line-based tool as well.
void write_baseline(eval::Baseline const& baseline, std::string& out);
[[nodiscard]] Result<eval::Baseline> read_baseline(std::string_view content, std::string_view file);

}  // namespace whosaid::formats
