// Which language a text is written in, when nobody says: the small words of each language tell.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "grammar/library.hpp"

namespace whosaid {

// Frozen after construction; may be used by several threads. The library must outlive it.
class LanguageGuess {
 public:
  // `usual` = the code of the language that most texts are in; it is taken whenever the text does not clearly say another.
  LanguageGuess(grammar::Library const& library, std::string_view usual);

  // Code of a language of the library. Looks at the first 60 words, so the cost does not grow with the text. Another than
  // the usual one must have at least two hits, a fifth of the words, and twice the hits of the usual one.
  [[nodiscard]] std::string_view of(std::string_view text) const;

 private:
  grammar::Library const& library_;
  std::string_view usual_;
  std::vector<std::string> others_;  // codes; opened only for a text that is not clearly in the usual one
};

}  // namespace whosaid
