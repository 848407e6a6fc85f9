// A page cut into blocks of text: paragraphs, headings, items, rows of tables, captions.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/page.hpp"

namespace whosaid::formats {

struct PageBlock {
  std::uint32_t node = 0;         // the nearest block element around the text
  std::uint32_t first = 0;        // the first text node in it
  std::uint32_t begin = 0, size = 0;  // stretch of PageBlocks::text
  std::uint32_t letters = 0;      // bytes that are not white space
  std::uint32_t linked = 0;       // of them, inside <a href>
  bool sentence = false;          // ends like a sentence, or holds the end of one
  bool after_break = false;       // goes on in the element of the block before, behind <br>
};

struct PageBlocks {
  std::string text;               // the blocks one after the other, nothing between them
  std::vector<PageBlock> list;    // in document order
  [[nodiscard]] std::string_view text_of(PageBlock const& block) const { return std::string_view(text).substr(block.begin, block.size); }
};

// White space runs become one space as on screen; two <br>, or one behind a finished sentence, end a paragraph; <q> gets
// its quotation marks. What no browser shows (scripts, form controls) is left out. Linear.
void cut_blocks(Page const& page, PageBlocks& out);

inline constexpr std::uint32_t shortest_sentence = 20;  // letters of a short paragraph

// Running text rather than a label, a button or a headline.
[[nodiscard]] bool is_prose(PageBlock const& block);

}  // namespace whosaid::formats
