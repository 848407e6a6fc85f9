// Lines that pages put between the paragraphs of any article: "Advertisement", "Read more:", "Sign up for our newsletter".
// The words come from `page_lines.txt` of each language.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/result.hpp"

namespace whosaid::formats {

// What a line is told to be by its words.
enum class PhraseKind : unsigned char { none, furniture, box, reply, related, credit, correction };

class PagePhrases {
 public:
  // Adds the lines of a `page_lines.txt`; one that makes no sense is left out and told in `problems`, with `path` as its file.
  void read(std::string_view file, Problems* problems = nullptr, std::string_view path = {});
  // By its words, case and punctuation aside. Linear in the line, for lines of at most some hundred bytes; longer: none.
  [[nodiscard]] PhraseKind kind_of(std::string_view line) const;

 private:
  enum class Place : unsigned char { whole, start, inside, word };
  struct Phrase {
    std::string words;  // lower case, one space before, between and behind
    Place place = Place::whole;
    PhraseKind kind = PhraseKind::none;
  };
  [[nodiscard]] static std::optional<Place> place_named(std::string_view name);
  [[nodiscard]] bool all_words_of_furniture(std::string_view words) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::vector<Phrase> phrases_;  // the first that fits counts
  std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> by_first_word_;
  std::set<std::string, std::less<>> words_;  // lines of these and numbers alone are furniture
};

}  // namespace whosaid::formats
