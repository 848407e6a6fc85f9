// Lists of teasers: linked titles, each with a short text, that lead to other articles.
#pragma once
#include <cstdint>
#include <vector>

#include "formats/page_outline.hpp"
#include "formats/page_phrases.hpp"

namespace whosaid::formats {

inline constexpr std::int64_t largest_teaser = 450;  // letters of a whole one

// Adds teasers to `card` of an outline whose hints are read: before names are believed, since many teasers make a page's article look
// small. `kinds` are those of the blocks. Linear in the page, times a few levels where elements are climbed.
void mark_teasers(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out);

}  // namespace whosaid::formats
