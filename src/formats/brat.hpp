// brat standoff: a .txt with the text, an .ann with what is marked in it. docs/evaluation.md lists labels and notes.
#pragma once
#include <string>
#include <string_view>

#include "model/gold.hpp"
#include "model/result.hpp"

namespace whosaid::formats {

struct BratFiles {
  std::string text;         // NAME.txt
  std::string annotations;  // NAME.ann
  std::string document;     // NAME.json: what standoff has no place for (id, title, day, language, characters, other keys)
};

// Offsets are code points, as brat counts. A quote without its place, a span without an end: nothing is checked here.
[[nodiscard]] BratFiles write_brat(gold::Document const& document);

// The way back. `document` may be empty: then the id is `id`. Labels, attributes and relations that are not ours are passed
// over; what is ours and broken (an unknown id, a place outside the text, words that are not those of the text) is a problem
// with its line in `file`. Quotes come back in order of the text. Linear but for sorting.
[[nodiscard]] Result<gold::Document> read_brat(std::string_view text, std::string_view annotations, std::string_view document,
                                               std::string_view id, std::string_view file);

// annotation.conf for a folder of such files: brat needs it to show and to edit them.
[[nodiscard]] std::string_view brat_configuration();

}  // namespace whosaid::formats
