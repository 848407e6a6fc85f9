// Where two wordings part, word by word.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace whosaid::graph {

using Words = std::span<std::uint32_t const>;

// A stretch of `a` that stands as a stretch of `b`; word indexes, half-open, one of them may be empty.
struct Hunk {
  std::uint32_t a_first = 0, a_last = 0, b_first = 0, b_last = 0;
};

struct Alignment {
  std::uint32_t edits = 0;  // words inserted, left out or exchanged
  std::vector<Hunk> hunks;
};

enum class Ends : std::uint8_t {
  whole,  // all of b counts
  cut,    // words of b before and after the match do not count
};

// Number of edits between two sequences, or `limit` + 1 when there are more. Time |a| * (2 * limit + 1), no allocation once
// `row` has grown. With Ends::cut the match must begin within 2 * `limit` words of b's start.
[[nodiscard]] std::uint32_t count_edits(Words a, Words b, std::uint32_t limit, Ends ends, std::vector<std::uint32_t>& row);

// The same with the places. Time and memory |a| * |b|: for pairs that count_edits() accepted; beyond 4 million cells the
// common front and end are taken off and the rest is one hunk.
[[nodiscard]] Alignment align(Words a, Words b, Ends ends);

}  // namespace whosaid::graph
