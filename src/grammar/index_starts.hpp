// Builds the index that says where which root can begin.
#pragma once
#include <functional>
#include <vector>

#include "grammar/analysis.hpp"
#include "grammar/program.hpp"

namespace whosaid::grammar {

// Numbers a set as the program does: its class and its marks.
using Numbering = std::function<StartIndex::Start(StartSet const&)>;

[[nodiscard]] StartIndex index_starts(std::vector<Rule> const& rules, Analysis& analysis, Numbering const& number);

}  // namespace whosaid::grammar
