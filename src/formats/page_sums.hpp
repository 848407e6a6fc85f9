// Sums over the subtrees of a page.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "formats/page_blocks.hpp"

namespace whosaid::formats {

using PageSums = std::vector<std::int64_t>;  // running totals by node

// What is left out as teasers, comments or boxes: so many letters of running text must remain, and what goes may be at most so many times as much.
inline constexpr std::int64_t least_left = 100, largest_share = 12;

// `value` of each block, counted where the block's text begins. Linear.
template <class Value>
[[nodiscard]] PageSums sum_blocks(Page const& page, PageBlocks const& blocks, Value value) {
  auto const size = page.nodes().size();
  PageSums out(size + 1, 0);
  std::size_t at = 0;
  for (std::uint32_t node = 0; node < size; ++node) {
    std::int64_t here = 0;
    for (; at < blocks.list.size() && blocks.list[at].first == node; ++at) here += value(static_cast<std::uint32_t>(at));
    out[node + 1] = out[node] + here;
  }
  return out;
}

// The first block that begins in the subtree of `node` or behind it. Logarithmic.
[[nodiscard]] inline std::uint32_t first_block_in(PageBlocks const& blocks, std::uint32_t node) {
  auto const first = std::lower_bound(blocks.list.begin(), blocks.list.end(), node, [](PageBlock const& one, std::uint32_t at) { return one.first < at; });
  return static_cast<std::uint32_t>(first - blocks.list.begin());
}

// Tag and class: what siblings of one kind have in common.
[[nodiscard]] inline std::string shape_name(Page const& page, std::uint32_t node) {
  return std::to_string(static_cast<int>(page.nodes()[node].tag)) + ' ' + std::string(page.attribute(node, "class"));
}

// Of all blocks in the subtree of `node`.
[[nodiscard]] inline std::int64_t sum_below(PageSums const& sums, Page const& page, std::uint32_t node) {
  return sums[page.nodes()[node].end] - sums[node];
}

}  // namespace whosaid::formats
