// The same words in several documents: identical, cut, or altered.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "graph/difference.hpp"
#include "graph/graph.hpp"

namespace whosaid::graph {

// One quote as the search sees it.
struct Wording {
  std::uint64_t begin = 0;       // into the list of all words
  std::uint32_t count = 0;       // words
  std::uint32_t document = 0;
  std::uint32_t speaker = none;  // speaker node
};

struct Link {
  std::uint32_t later = none, earlier = none;  // quotes, by `order`
  Likeness likeness = Likeness::identical;
  bool later_is_shorter = false, earlier_is_shorter = false;
};

// When words count as repeated. Fewer words than that are common property.
struct RepeatLimits {
  std::uint32_t words_same_speaker = 3;   // identical or cut, one speaker
  std::uint32_t words_any_speaker = 5;    // identical or cut, whoever speaks
  std::uint32_t altered_same_speaker = 4;
  std::uint32_t altered_any_speaker = 8;
  std::uint32_t links_per_wording = 4;    // to earlier wordings, the closest ones
};

// Finds the links, at most one per quote to an identical one (the first in another document) and a few per distinct wording
// to cut and altered ones. `rank[q]` orders quotes by first appearance; ranks are distinct.
//
// How: equal sequences become one class by hash. Of every class a few anchors are kept, the rarest three words of each stretch
// of six; all three-word stretches of all classes are looked up among them, and what meets is compared in a band around
// the diagonal. An anchor that more than 24 classes have is replaced by six, then by twelve words around it, and of those the
// earliest classes are kept; a class meets at most about 64 relatives. Up to seven words, altered ones are found by the sequence without one word. So the work is
// linear in words, but for pairs that really share rare words.
[[nodiscard]] std::vector<Link> find_repeats(std::span<Wording const> wordings, Words words, std::span<std::uint32_t const> rank,
                                             RepeatLimits const& limits = {});

}  // namespace whosaid::graph
