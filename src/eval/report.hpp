// All figures of one evaluation.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "eval/breakdown.hpp"
#include "eval/figures.hpp"

namespace whosaid::eval {

struct Report {
  std::size_t missing = 0;           // gold documents for which nothing was predicted
  std::vector<Tally> documents;      // in the order of the cases
  Tally pooled{};
  Intervals intervals{};             // of the pooled figures
  Reliability reliability;
};

// O(items + documents x bootstrap rounds).
[[nodiscard]] Report summarise(std::vector<Case> const& documents);

}  // namespace whosaid::eval
