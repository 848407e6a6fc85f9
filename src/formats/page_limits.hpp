// Pages that nobody wrote, told before they are parsed.
#pragma once
#include <string_view>

namespace whosaid::formats {

inline constexpr std::string_view too_many_attributes = "a tag has too many attributes";

// Why the parser would take more than linear time, "" = it will not. An upper bound of how deep the tags go, when each must be
// closed by name, and of how often the outermost are opened again. One pass.
[[nodiscard]] std::string_view too_much(std::string_view html);

}  // namespace whosaid::formats
