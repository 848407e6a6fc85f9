// The text of an article with what gold or prediction say of its stretches, as HTML.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/breakdown.hpp"
#include "eval/words.hpp"

namespace whosaid::formats {

// What a stretch of text is on one side; the style sheet knows the names.
enum class Layer : unsigned char { right, partly, wrong, other, source, cue, discard };
constexpr std::array<std::string_view, 7> layer_names = {"right", "partly", "wrong", "other", "source", "cue", "discard"};

struct Painted {
  eval::Range range;
  Layer layer;
  std::uint32_t item = eval::no_quote;  // row of the document's table
};

[[nodiscard]] Layer layer_of(eval::Item const& item);

// Which stretches each side paints.
[[nodiscard]] std::vector<Painted> gold_side(eval::Case const& document);
[[nodiscard]] std::vector<Painted> predicted_side(eval::Case const& document);

// Writes the text with the painted stretches as spans; stretches may overlap. `document` is the id by which rows are named.
void paint(eval::Text const& text, std::vector<Painted> const& stretches, std::string const& document, std::string& out);

}  // namespace whosaid::formats
