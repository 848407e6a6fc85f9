// Which quotation marks belong together in a language: marks.txt as small tables.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/result.hpp"

namespace whosaid {

// How well a closing mark fits an opening one.
enum class Fit : unsigned char { none, loose, pair };

// Plain values, no allocation: cheap to read again for each document. Marks are numbered from 0.
class MarkRules {
 public:
  static constexpr std::size_t most_marks = 32;
  static constexpr unsigned char unknown = 255;

  // Number of a mark, `unknown` when marks.txt does not name it.
  [[nodiscard]] unsigned char number(char32_t mark) const;
  [[nodiscard]] Fit fit(unsigned char open, unsigned char close) const { return fit_[open][close]; }
  [[nodiscard]] bool opens(unsigned char mark) const { return roles_[mark] & can_open; }
  [[nodiscard]] bool closes(unsigned char mark) const { return roles_[mark] & can_close; }
  // What the mark is in its first pair; a mark that stands at both ends there is neither only the one nor the other.
  [[nodiscard]] bool mainly_opens(unsigned char mark) const { return roles_[mark] & first_open; }
  [[nodiscard]] bool mainly_closes(unsigned char mark) const { return roles_[mark] & first_close; }
  [[nodiscard]] bool is_apostrophe(unsigned char mark) const { return roles_[mark] & apostrophe; }
  [[nodiscard]] bool is_measure(unsigned char mark) const { return roles_[mark] & measure; }
  // Marks that fit each other, directly or through others, have the same family.
  [[nodiscard]] unsigned char family(unsigned char mark) const { return families_[mark]; }
  [[nodiscard]] bool is_dialogue_dash(char32_t c) const;

  // Q and A in front of the questions and answers of an interview: upper-case letters of ASCII.
  [[nodiscard]] bool is_label(char letter) const { return letter != 0 && (letter == labels_[0] || letter == labels_[1]); }

  // Reads marks.txt. Lines that make no sense are left out and reported in `problems` when it is given,
  // with the place in `path`. `file` is UTF-8.
  static MarkRules read(std::string_view file, Problems* problems = nullptr, std::string_view path = "marks.txt");

 private:
  enum Role : unsigned char { can_open = 1, can_close = 2, first_open = 4, first_close = 8, apostrophe = 16, measure = 32 };

  unsigned char add(char32_t mark);
  void join(unsigned char a, unsigned char b);

  std::size_t count_ = 0;
  std::array<char32_t, most_marks> marks_{};
  std::array<unsigned char, most_marks> roles_{};
  std::array<unsigned char, most_marks> families_{};
  std::array<std::array<Fit, most_marks>, most_marks> fit_{};
  std::array<char32_t, 4> dashes_{};
  std::array<char, 2> labels_{};
};

}  // namespace whosaid
