// Escapes in JSON that stand for half a character.
#pragma once
#include <cstddef>
#include <string>

namespace whosaid::formats {

// \ud83d without its other half stands in many scraped files; as U+FFFD the rest of the line can be read. Same length.
// Gives their number. Linear.
[[nodiscard]] std::size_t mend_surrogates(std::string& json);

}  // namespace whosaid::formats
