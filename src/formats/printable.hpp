// Text that is safe to show on a terminal.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::formats {

// `text` with control characters (but tab and line end) written as \x1b or \u0085: nothing in a document may drive a
// terminal. Linear.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace whosaid::formats
