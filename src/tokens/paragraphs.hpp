// Where a line break ends a paragraph, and where a line was only wrapped.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace whosaid {

// Fills `breaks` with the byte offsets of the line breaks ('\n') that end a paragraph, ascending.
// A paragraph ends at an empty line. A single line break ends one too, unless the lines around it were wrapped to a
// width: then each line is so long that the next line's first word had no room on it. Linear.
void find_paragraph_breaks(std::string_view text, std::vector<std::uint32_t>& breaks);

}  // namespace whosaid
