// Which element of a page holds its article, and which parts of the page are something else.
#pragma once
#include <cstdint>
#include <vector>

#include "formats/page_blocks.hpp"
#include "formats/page_phrases.hpp"

namespace whosaid::formats {

struct PageOutline {
  std::vector<std::uint32_t> hints;      // of each node, see page_hints.hpp
  std::vector<std::uint32_t> inherited;  // with those of the elements around it
  std::vector<std::uint32_t> left_out;   // the hints for which a node is no part of the article; 0 = it may be one
  std::vector<std::uint32_t> roots;      // elements that hold the article, one below the other, none in another
  std::vector<bool> card;                // of each block: it belongs to a teaser, a linked heading with a summary
  std::vector<PhraseKind> kinds;         // of each block, by its words
  std::vector<std::uint32_t> headings;   // how many <h1> stand before each node; one more at the end
  std::vector<std::uint32_t> replies;    // buttons to answer somebody
  bool fragment = false;                 // a page of a few sentences: all of it counts

  // Running text that may be the article's.
  [[nodiscard]] bool counts(PageBlocks const& blocks, std::uint32_t block) const;
  // How many <h1> stand in the element.
  [[nodiscard]] std::uint32_t headings_below(std::vector<PageNode> const& nodes, std::uint32_t node) const {
    return headings[nodes[node].end] - headings[node];
  }
};

// Linear in the page, times its depth where elements are climbed. `roots` is empty for a page without nodes only.
[[nodiscard]] PageOutline outline_page(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases);

// A time or day alone, as above an entry of a live blog.
[[nodiscard]] bool is_time(Page const& page, PageBlocks const& blocks, PageBlock const& block);

// A heading that links to its own place in the page.
[[nodiscard]] bool points_at_itself(Page const& page, PageBlock const& heading);

}  // namespace whosaid::formats
