// What stands between or beside an article's paragraphs and is known by its shape or its words, whatever its names: boxes to
// sign up, sponsored blocks, lists of teasers, threads of comments.
#pragma once
#include <vector>

#include "formats/page_outline.hpp"
#include "formats/page_phrases.hpp"

namespace whosaid::formats {

// The kind of each block by its words; `none` for running text of several sentences. Linear.
[[nodiscard]] std::vector<PhraseKind> kinds_of_blocks(PageBlocks const& blocks, PagePhrases const& phrases);

// Adds teasers to `card` of an outline whose hints are read: before names are believed, since many teasers make a page's article look
// small. `kinds` are those of the blocks. Linear in the page, times a few levels where elements are climbed.
void mark_teasers(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out);

// Adds boxes and threads to `left_out`, when names have been believed. Cost as above.
void leave_out_boxes(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out);

}  // namespace whosaid::formats
