// Gold annotation as JSON Lines, one document per line: docs/evaluation.md describes the fields.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/gold.hpp"
#include "model/result.hpp"

namespace whosaid::formats {

struct GoldFile {
  std::vector<gold::Document> documents;
  std::vector<std::uint32_t> lines;  // of each document, from 1; all 0 when the file has no lines to speak of
};

// Reads a whole file. Strict about the types of the fields it knows; unknown keys are kept as `extra`. All broken lines come
// back together, with line and column. Empty lines are skipped. Memory about three times the file.
[[nodiscard]] Result<GoldFile> read_gold(std::string_view content, std::string_view file);

// Appends one document as one JSON object, without a line break; read_gold() gives the same document back.
void write_gold(gold::Document const& document, std::string& out);

// What is wrong with the annotation itself: ids that stand twice, ranges outside the text, empty, out of order or with outer
// white space, quoted words outside their content, surface strings (`quoted_text`, `cue_text`, `source_text`) that are not the
// slice, unknown kinds, dates that are none. Empty when all is well. Linear but for sorting.
[[nodiscard]] Problems check_gold(GoldFile const& gold, std::string_view file);

}  // namespace whosaid::formats
