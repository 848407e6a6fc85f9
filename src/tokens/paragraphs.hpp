// Where a line break ends a paragraph, and where a line was only wrapped.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whosaid {

// Fills `breaks` with the byte offsets of the line breaks ('\n') that end a paragraph, ascending.
// A paragraph ends at an empty line. A single line break ends one too, unless the lines around it were wrapped to a
// width: then each line is so long that the next line's first word had no room on it. Linear.
void find_paragraph_breaks(std::string_view text, std::vector<std::uint32_t>& breaks);

// Bytes of the stamp that scrapers put before an article's first words, on the same line ("date 2024-03-12 The dam …"):
// the article begins behind it. 0 = the text has none.
[[nodiscard]] std::size_t page_stamp(std::string_view text);

}  // namespace whosaid
