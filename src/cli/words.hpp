// The words of the command line before anything is made of them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

// "a,b" in its parts; empty ones are dropped.
[[nodiscard]] std::vector<std::string> split(std::string_view text);
[[nodiscard]] std::string joined(std::vector<std::string> const& words, std::string_view between);

// Ties values to flags that a reader of flags alone would lose. "--errors 5" becomes "--errors=5", while the file in
// "--errors gold.jsonl" stays a file; "--fail-under a=1 b=1" becomes a flag for each.
void attach_values(std::vector<std::string>& words);

}  // namespace whosaid::cli
