// How deeply JSON is nested, before a reader that copies and writes values by recursion is given it.
#pragma once
#include <cstddef>
#include <string_view>

namespace whosaid::formats {

// Whether lists and objects stand in each other more than `limit` deep. One pass, no memory; `json` need not be right: outside
// strings only brackets are counted.
[[nodiscard]] bool json_deeper_than(std::string_view json, std::size_t limit);

}  // namespace whosaid::formats
