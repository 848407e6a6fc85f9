// The last step of an outline: which elements hold the article.
#pragma once
#include "formats/page_outline.hpp"

namespace whosaid::formats {

// Fills `outline.roots` by what the rest of it says. Linear in the page, times its depth where elements are climbed.
void choose_roots(Page const& page, PageBlocks const& blocks, PageOutline& outline);

}  // namespace whosaid::formats
