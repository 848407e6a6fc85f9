// Objects and lists written field by field: each name puts the comma before itself where one is due. For writers that are not hot.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_write.hpp"

namespace whosaid::formats::json {

// `out` ends in what was written before: "{", "[", or a value.
inline void comma(std::string& out) {
  if (out.back() != '{' && out.back() != '[') out += ',';
}
inline void name(std::string& out, std::string_view key) {
  comma(out);
  append_json_string(out, key);
  out += ':';
}
inline void field(std::string& out, std::string_view key, std::string_view value) {
  name(out, key);
  append_json_string(out, value);
}
inline void field(std::string& out, std::string_view key, std::uint64_t value) {
  name(out, key);
  append_json_number(out, value);
}
// null when there is no value.
inline void score_field(std::string& out, std::string_view key, std::optional<double> value) {
  name(out, key);
  if (value) append_json_score(out, *value);
  else out += "null";
}
inline void strings(std::string& out, std::string_view key, std::vector<std::string> const& values) {
  name(out, key);
  out += '[';
  for (auto const& value : values) {
    comma(out);
    append_json_string(out, std::string_view(value));
  }
  out += ']';
}

}  // namespace whosaid::formats::json
