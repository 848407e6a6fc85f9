// Appends JSON to a string: the primitives of the hot writer. No state, no allocation beyond the string's own growth.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::formats {

// Appends `text` as a JSON string with its quotation marks. `text` is valid UTF-8. Control characters of both ranges
// (below U+0020, and U+007F to U+009F) are escaped, so that the output is safe on a terminal as it stands.
void append_json_string(std::string& out, std::string_view text);

// Appends JSON that is already right as it was written, on one line and safe on a terminal: line breaks between its parts become
// spaces, and control characters from U+007F to U+009F escapes.
void append_json_verbatim(std::string& out, std::string_view json);

void append_json_number(std::string& out, std::uint64_t value);

// `value` with at most four decimals and no trailing zeros: 0.95, 1, 0.3333. Not a number and infinities become 0.
void append_json_score(std::string& out, double value);

inline void append_json_string(std::string& out, std::optional<std::string> const& text) {
  if (text) append_json_string(out, std::string_view(*text));
  else out += "null";
}

}  // namespace whosaid::formats
