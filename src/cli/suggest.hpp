// The nearest of some known words to a misspelt one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

// "" when none is near enough: at most two edits (a swap of neighbours is one), and at most half of the word.
[[nodiscard]] std::string nearest(std::string_view word, std::vector<std::string> const& known);

// "; did you mean 'jsonl'?" or "".
[[nodiscard]] std::string did_you_mean(std::string_view word, std::vector<std::string> const& known);

}  // namespace whosaid::cli
