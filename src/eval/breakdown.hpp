// The same figures for parts of the quotes: by kind, basis, form of the source, rule, section, language, type.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "eval/score.hpp"

namespace whosaid::eval {

// One document with what was predicted for it and how that was judged. Views; the owner keeps all three alive.
struct Case {
  gold::Document const* gold = nullptr;
  table::Table const* predicted = nullptr;  // null: missing
  DocumentScore score;
};

enum class Dimension : unsigned char { kind, basis, form, type, section, rule, language };
inline constexpr std::array<std::string_view, 7> dimension_names = {"kind", "basis", "form", "type", "section", "rule", "language"};

// Class of an item: the gold's word where it has one, else the prediction's; "(missed)" for a rule that never fired, "-" when
// nobody says.
[[nodiscard]] std::string_view class_of(Case const& document, Item const& item, Dimension dimension);

struct Row {
  std::string name;
  Tally counts{};
};
// Largest classes first, then by name.
[[nodiscard]] std::vector<Row> break_down(std::vector<Case> const& documents, Dimension dimension);

}  // namespace whosaid::eval
