// Article text that stands in a page's scripts only: applications that draw the page in the browser carry it as JSON.
#pragma once
#include <string>
#include <vector>

#include "formats/page.hpp"

namespace whosaid::formats {

// Paragraphs of the best group of running text in the page's JSON scripts, in order; empty when there is none. A string
// that holds markup is returned as it is, in `markup`, and nothing else. Linear in the scripts.
struct ScriptText {
  std::vector<std::string> paragraphs;
  std::string markup;
};
[[nodiscard]] ScriptText text_in_scripts(Page const& page);

// Cuts a text into paragraphs at line breaks.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);
[[nodiscard]] bool looks_like_markup(std::string_view text);

}  // namespace whosaid::formats
