#include "formats/page_captions.hpp"

#include <algorithm>

#include "formats/page_hints.hpp"
#include "formats/page_sums.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t longest_caption = 220;    // letters of a caption that nothing but its picture tells
constexpr std::uint32_t longest_whose = 120;      // letters of a line that says who was quoted

}  // namespace

bool below_image(Page const& page, PageOutline const& outline, PageBlock const& one) {
  auto const& nodes = page.nodes();
  if (one.letters > longest_caption) return false;
  auto node = one.node;
  for (int steps = 0; steps < 3 && node != no_node && !std::binary_search(outline.roots.begin(), outline.roots.end(), node); ++steps, node = nodes[node].parent) {
    if (nodes[node].end - node > most_nodes_of_figure) return false;
    std::uint32_t text = 0;
    bool image = false;
    for (auto i = node; i < nodes[node].end; ++i) {
      if (is_heading(nodes[i].tag)) return false;  // the next of several texts, each with its picture
      text += static_cast<std::uint32_t>(nodes[i].text.size());
      image = image || (nodes[i].tag == Tag::image && i < one.first);
    }
    if (text > 2 * longest_caption) return false;
    if (image) return true;
  }
  return false;
}

bool says_whose(Page const& page, PageBlocks const& blocks, PageOutline const& outline, std::uint32_t b) {
  auto const& nodes = page.nodes();
  constexpr int highest = 8;
  constexpr std::uint32_t wrong = hint::comments | hint::advert | hint::unseen | hint::newsletter;
  auto const& one = blocks.list[b];
  if (b == 0 || one.letters > longest_whose || (outline.left_out[one.first] & wrong)) return false;
  auto const text = blocks.text_of(one);
  bool told = text.starts_with("\u2014") || text.starts_with("\u2013") || text.starts_with("\u2015");
  auto around = one.first;
  for (int height = 0; height < highest && around != no_node; ++height, around = nodes[around].parent) {
    auto const tag = nodes[around].tag;
    told = told || tag == Tag::footer || tag == Tag::figcaption || page.name(around) == "cite";
    bool const quotation = tag == Tag::blockquote || (outline.hints[around] & hint::pull_quote) ||
                           (tag == Tag::figure && std::any_of(nodes.begin() + around, nodes.begin() + nodes[around].end, [](PageNode const& inner) { return inner.tag == Tag::blockquote; }));
    if (quotation) return told && first_block_in(blocks, around) < b;
  }
  return false;
}

}  // namespace whosaid::formats
