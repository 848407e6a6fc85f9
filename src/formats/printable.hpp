// Text that is safe to show on a terminal.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::formats {

enum class LineEnds : unsigned char { kept, escaped };

// `text` with control characters (but tab and line end) written as \x1b or \u0085, and bytes that are no UTF-8 as \x9b:
// nothing in a document may drive a terminal. Linear.
[[nodiscard]] std::string printable(std::string_view text, LineEnds line_ends = LineEnds::kept);

}  // namespace whosaid::formats
