// The last step of finding an article: what stands at the ends of what was taken, and what stands there twice.
#pragma once
#include "formats/find_article.hpp"
#include "formats/page_outline.hpp"

namespace whosaid::formats {

// Leaves out of `article` scraps above the first and below the last paragraph, headings that nothing follows and second copies;
// counts its letters. `first_prose` is the first node of its first paragraph.
void trim_article(Page const& page, PageBlocks const& blocks, PageOutline const& outline, KnownOfArticle const& known, std::uint32_t first_prose, Article& article);

}  // namespace whosaid::formats
