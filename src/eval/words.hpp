// Words and names as the measures see them: a text cut into words by position, and names compared by their words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/gold.hpp"

namespace whosaid::eval {

using gold::Range;
using Ranges = std::vector<Range>;

// The words that the definitions of the measures leave out. Kept apart from the engine's lexicons on purpose: a rule
// change must never move the yardstick.
struct WordLists {
  std::vector<std::string> articles;   // not counted when two spans are compared
  std::vector<std::string> titles;     // not part of a name
  std::vector<std::string> functions;  // not content words of a role or affiliation
};

// Reads "article: the a an" lines; keys article, title, function; `#` starts a comment. Unknown keys are ignored.
[[nodiscard]] WordLists read_word_lists(std::string_view content);

// One document, decoded once so that code-point offsets are indexes. Owns what it needs; memory about four times the
// text. Const members are thread-safe. Ranges outside the text are cut to it.
class Text {
 public:
  Text(std::string_view utf8, WordLists const& lists);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(points_.size()); }
  // The range without outer white space, punctuation and marks; empty at its end when nothing else is in it.
  [[nodiscard]] Range trimmed(Range range) const;
  // The words covered by the ranges, cut at their limits, ordered, each once. Articles are left out when other words
  // remain. O(log words + words covered).
  [[nodiscard]] Ranges words_of(Ranges const& ranges) const;
  // UTF-8 of a range.
  [[nodiscard]] std::string slice(Range range) const;
  // At least `share` of the words of the shorter side are common, and one is. Without words on a side (a cue that is a
  // colon): the ranges touch.
  [[nodiscard]] bool overlap(Ranges const& a, Ranges const& b, double share) const;

 private:
  [[nodiscard]] bool is_article(Range word) const;
  std::u32string points_;
  Ranges words_;
  std::vector<std::string> articles_;
  std::size_t longest_article_ = 0;
};

// Two names mean one person: equal, or an alias, or all words of the shorter (titles aside) are among the longer's and
// the last words agree. Case does not matter.
[[nodiscard]] bool same_name(std::string_view gold, std::string_view predicted, std::vector<std::string> const& aliases,
                             WordLists const& lists);
// Lower-case words of a role or affiliation without articles and function words; sorted, each once.
[[nodiscard]] std::vector<std::string> content_words(std::string_view text, WordLists const& lists);

// Lower case, but typographic apostrophes stay what they are.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace whosaid::eval
