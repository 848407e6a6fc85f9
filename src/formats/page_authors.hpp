// Who wrote a page, where only a line for its readers says so.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::formats {

// The name in a byline of one or several lines: "By Ann Odeby, Staff Writer | 2 hours ago" -> "Ann Odeby"; several names stay
// joined as they are. Capitals throughout become a name's. "" when no line is one; without "By" a line counts when it stands
// alone and begins with a name. Linear.
[[nodiscard]] std::string author_in(std::string_view text);

}  // namespace whosaid::formats
