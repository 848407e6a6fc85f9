// Article text that stands in a page's scripts only: applications that draw the page in the browser carry it as JSON.
#pragma once
#include <string>
#include <vector>

#include "formats/page.hpp"

namespace whosaid::formats {

// Either paragraphs in order, or, when they hold tags, all of it as `markup`; both empty when there is none. Linear in the
// scripts, JSON inside strings of JSON included, to a fixed depth.
struct ScriptText {
  std::vector<std::string> paragraphs;
  std::string markup;
};
[[nodiscard]] ScriptText text_in_scripts(Page const& page);

// Cuts a text into paragraphs at line breaks.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);
[[nodiscard]] bool looks_like_markup(std::string_view text);

}  // namespace whosaid::formats
