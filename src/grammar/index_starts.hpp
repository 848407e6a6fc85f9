// Which roots can begin at a token, as a table by word group: the first look of every pass.
#pragma once
#include <vector>

#include "grammar/analysis.hpp"
#include "grammar/program.hpp"

namespace whosaid::grammar {

// `rules` are those that `analysis` was made for. Time and size grow with groups times different starts of roots.
[[nodiscard]] StartIndex index_starts(std::vector<Rule> const& rules, Analysis& analysis, WordGroups const& groups);

}  // namespace whosaid::grammar
