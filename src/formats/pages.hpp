// Styles and scripts of the HTML pages, from src/formats/pages/, and what every page needs to stay harmless.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::formats::pages {

struct EmbeddedFile {
  std::string_view path;  // "eval.css"
  std::string_view content;
};
// Sorted by path; views live as long as the program.
[[nodiscard]] std::vector<EmbeddedFile> embedded_files();
// "" when there is none of that name.
[[nodiscard]] std::string_view file(std::string_view path);

// Appends text for the inside of an element or of a quoted attribute: & < > " ' are escaped, control characters but line
// break and tab become U+FFFD. `text` is valid UTF-8.
void append_escaped(std::string& out, std::string_view text);

}  // namespace whosaid::formats::pages
