// Bytes in whatever encoding they came, as UTF-8.
#pragma once
#include <string>
#include <string_view>

#include "model/result.hpp"

namespace whosaid::formats {

// UTF-8 without its byte order mark is returned as it is; other encodings are converted into `buffer`. `declared` is what
// somebody said the encoding was, "" = nobody did: bytes that are UTF-8 are taken for it whatever was declared, others
// are read as declared, else as detected, else repaired. What was done is noted with `place`. Linear.
[[nodiscard]] std::string_view as_utf8(std::string_view bytes, std::string_view declared, std::string_view place, std::string& buffer,
                                       Problems& notes);

// True when the bytes begin with a byte order mark of UTF-16.
[[nodiscard]] bool is_utf16(std::string_view bytes);
// True when bytes that are not UTF-8 look like text in an old encoding: several of them, and no character in UTF-8.
[[nodiscard]] bool is_other_encoding(std::string_view bytes);

}  // namespace whosaid::formats
