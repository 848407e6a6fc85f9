// What the reader and the writer of brat standoff share: notes, attributes, the words of a place. Private to this floor.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/words.hpp"
#include "model/gold.hpp"

namespace whosaid::formats::brat {

// A note is "key=value; key=value": people edit it by hand in brat. "-" is a value that was judged and is not there;
// a backslash keeps a semicolon, a line break, a tab or a lone hyphen in a value.
struct Value {
  std::string text;
  bool absent = false;
};

void add(std::string& note, std::string_view key, std::string_view value);
void add_absent(std::string& note, std::string_view key);
// In order, keys may stand more than once. Never fails: a piece without "=" has an empty key.
[[nodiscard]] std::vector<std::pair<std::string, Value>> read_note(std::string_view note);

// Facts that are one of a few words; brat shows them as choices.
struct Attribute {
  std::string_view name;
  std::string gold::Quote::* field;
};
inline constexpr std::array<Attribute, 5> attributes = {{
    {"Kind", &gold::Quote::kind},
    {"Basis", &gold::Quote::basis},
    {"Form", &gold::Quote::form},
    {"Section", &gold::Quote::section},
    {"Status", &gold::Quote::status},
}};

// The words of a place as brat writes them: pieces joined by a blank, line breaks as blanks.
[[nodiscard]] std::string words_of(eval::Text const& text, eval::Ranges const& ranges);

}  // namespace whosaid::formats::brat
