// Whether two names can be one person.
#pragma once
#include <cstdint>
#include <span>

#include "people/document_words.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// A personal name cut into its words, folded; titles and suffixes are not part of `words`. Lives as long as the numbers.
struct NameWords {
  std::span<WordId> words;          // "dmitry" "peskov"; particles are words too
  WordId suffix = 0;                // "jr", "sr", "ii" … without full stop
  bool from_particle = false;       // begins with one: "van der Meer", "al-Tamri" may be the end of a longer name
  [[nodiscard]] WordId first() const { return words.front(); }
  [[nodiscard]] WordId last() const { return words.back(); }
};

// Lexicons of what belongs to a name; -1 = the language has none.
struct NameLexicons {
  int suffix = -1, particle = -1;
};

// The words of tokens [first, last); nicknames in marks or brackets are left out.
[[nodiscard]] NameWords name_words(TokenTable const& table, std::uint32_t first, std::uint32_t last, NameLexicons lexicons, DocumentWords& numbers);

enum class NameMatch : unsigned char {
  no,       // cannot be one
  inner,    // one is a word in the middle of the other
  surname,  // one is the other's last word
  given,    // one is the other's first word
  full,     // first and last agree, middles may be missing; or all words are equal
};
// Symmetric. A one-word name matches a longer one by its last word (surname), first word (given) or another (inner). Initials match the
// words they begin ("J." and "John"). Different suffixes never match.
[[nodiscard]] NameMatch match_names(NameWords const& a, NameWords const& b, DocumentWords const& numbers);

// "Ana Garcia" for "Ana Garcia Weiss", "Mirza Fakhran" for "Mirza Fakhran Islam Alam": two words at least are left.
[[nodiscard]] bool begins_name(NameWords const& shorter, NameWords const& longer);

}  // namespace whosaid
