// Who wrote a page, where only a line for its readers says so.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"

namespace whosaid::formats {

// Immutable once its files are read; shared by threads.
class Bylines {
 public:
  // Adds the words of a `bylines.txt`; what is wrong with a line goes to `problems`, with `path` as its file.
  void read(std::string_view file, Problems* problems = nullptr, std::string_view path = {});

  // The name in a byline of one or several lines: "By Ann Odeby, Staff Writer | 2 hours ago" -> "Ann Odeby"; several names stay
  // joined as they are. Capitals throughout become a name's. "" when no line is one; without "By" a line counts when it stands
  // alone and begins with a name. Linear.
  [[nodiscard]] std::string author_in(std::string_view text) const;

 private:
  [[nodiscard]] std::string_view before_marks(std::string_view line) const;
  [[nodiscard]] std::string name_of(std::string_view line) const;

  using Words = std::vector<std::string>;  // ASCII in lower case
  Words by_, inside_, offices_, behind_;   // `by_` with a space behind, `behind_` with one on either side
};

}  // namespace whosaid::formats
