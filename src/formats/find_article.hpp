// Which blocks of a page are the article, and what each is to it. No rules for single sites.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "formats/page_blocks.hpp"
#include "formats/page_phrases.hpp"
#include "model/document.hpp"

namespace whosaid::formats {

struct ArticlePiece {
  std::uint32_t block = 0;  // index into PageBlocks::list
  Section section = Section::body;
  bool whose = false;       // says who spoke the quotation in the piece before
};

struct Article {
  std::vector<ArticlePiece> pieces;  // in document order
  std::uint32_t body_letters = 0;    // of running text in the body
  std::uint32_t headline = no_node;  // block, also when it is no piece
  std::uint32_t byline = no_node;
};

// What is known of the article from elsewhere; "" and empty = not known.
struct KnownOfArticle {
  std::string_view title, description;
  std::span<std::string const> authors = {};
};

// Linear in the page, times its depth where elements are climbed.
[[nodiscard]] Article find_article(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases,
                                   KnownOfArticle const& known);

}  // namespace whosaid::formats
