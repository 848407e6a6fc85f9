// Are these the words that were said? One wording held against another, for whoever checks a quotation.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/words.hpp"

namespace whosaid::graph {

enum class WordMatch : std::uint8_t {
  exact,    // the same words; case and punctuation do not count
  trimmed,  // a stretch of what was said, or stretches in their order where an ellipsis parts them
  altered,  // at most a quarter of the words differ
  different,
};

// A place where the wordings part; one side may be empty.
struct WordChange {
  std::string_view asked, said;
};

struct WordCheck {
  WordMatch match = WordMatch::different;
  std::uint32_t edits = 0;                    // words inserted, left out or exchanged
  std::vector<WordChange> changes;            // of altered ones
  std::string_view left_before, left_after;   // what was said before and behind the words asked for
  std::vector<std::string_view> left_inside;  // what an ellipsis stands for
};

// Views both texts (valid UTF-8), which must outlive the result. Three words must be there before anything is altered.
// `numbers` may be shared by any number of checks. Time grows with the product of the word counts, at most 4 million steps.
[[nodiscard]] WordCheck check_words(std::string_view asked, std::string_view said, WordNumbers& numbers);

}  // namespace whosaid::graph
