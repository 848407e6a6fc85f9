// Lines that belong to what stands above them: captions of pictures, and whose a quotation is.
#pragma once
#include <cstdint>

#include "formats/page_outline.hpp"

namespace whosaid::formats {

inline constexpr std::uint32_t most_nodes_of_figure = 40;

// The only text of an element that shows a picture is its caption. Linear in the element, of at most `most_nodes_of_figure` nodes.
[[nodiscard]] bool below_image(Page const& page, PageOutline const& outline, PageBlock const& block);

// The line of a quotation that says whose it is: <cite>, <footer>, the caption below it, "— Ola Brenn".
[[nodiscard]] bool says_whose(Page const& page, PageBlocks const& blocks, PageOutline const& outline, std::uint32_t block);

}  // namespace whosaid::formats
