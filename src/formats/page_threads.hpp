// Readers' comments below an article, by their shape.
#pragma once
#include "formats/page_outline.hpp"

namespace whosaid::formats {

// Marks comments in `out.left_out`, where enough of the page's running text remains. Linear, times a few levels.
void leave_out_threads(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out);

}  // namespace whosaid::formats
