// What stands between an article's paragraphs and is known by its shape or its words, whatever its names: boxes to
// sign up, sponsored blocks.
#pragma once
#include <vector>

#include "formats/page_outline.hpp"
#include "formats/page_phrases.hpp"

namespace whosaid::formats {

// The kind of each block by its words; `none` for running text of several sentences. Linear.
[[nodiscard]] std::vector<PhraseKind> kinds_of_blocks(PageBlocks const& blocks, PagePhrases const& phrases);

// Adds boxes to `left_out`, when names have been believed. `kinds` are those of the blocks. Linear in the page, times a few levels
// where elements are climbed.
void leave_out_boxes(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out);

}  // namespace whosaid::formats
