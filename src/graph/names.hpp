// Names of people taken apart, and whether one can be a shorter form of another. Knows no language: its words come from
// the same_person.txt of each language folder.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/result.hpp"

namespace whosaid::graph {

// Word lists that matching needs. Entries are compared without case, accents and full stops.
class NameWords {
 public:
  // Adds a file of the form of grammars/en/same_person.txt: "@list" lines, each followed by its entries, one line each;
  // forms of one entry parted by commas, the first being the one all are taken for. Lists that nobody knows are passed over, and told to
  // `problems` with the place in `path`.
  void add(std::string_view content, std::string_view path = {}, Problems* problems = nullptr);

  [[nodiscard]] bool honorific(std::string const& word) const { return honorific_.contains(word); }
  [[nodiscard]] bool suffix(std::string const& word) const { return suffix_.contains(word); }
  [[nodiscard]] bool particle(std::string const& word) const { return particle_.contains(word); }
  [[nodiscard]] bool filler(std::string const& word) const { return filler_.contains(word); }
  // The form that all variants of a role word are taken for; `word` itself when the list has none.
  [[nodiscard]] std::string const& role(std::string const& word) const;
  // The full form of a given name's short one; `word` itself when the list has none.
  [[nodiscard]] std::string const& given(std::string const& word) const;

 private:
  std::unordered_set<std::string> honorific_, suffix_, particle_, filler_;
  std::unordered_map<std::string, std::string> role_, given_;
};

// Any text to words of lower-case Latin letters and digits without accents: "O’Neil-Šimić, J.K." -> oneil simic j k.
// Hyphens part words.
[[nodiscard]] std::vector<std::string> name_words(std::string_view text);

// "Dr. María J. van der Berg Jr." -> words maria j van der berg, family 2, suffix jr.
struct PersonName {
  std::vector<std::string> words;  // given names, then family name; no titles, suffixes, quoted nicknames
  std::size_t family = 0;          // first word of the family name, with its particles
  std::string suffix;
  std::string key;                 // words and suffix joined by blanks: equal for equal names

  [[nodiscard]] bool full() const { return family > 0 && words[0].size() > 1; }      // a whole given name
  [[nodiscard]] bool surname_only() const { return family == 0; }
};
[[nodiscard]] PersonName parse_name(std::string_view name, NameWords const& words);

// How `shorter` can stand for `fuller`, as one phrase for people; "" when it cannot. Not symmetric.
[[nodiscard]] std::string_view short_form_of(PersonName const& shorter, PersonName const& fuller, NameWords const& words);

// Content words of a role or an affiliation: fillers left out, variants taken together. Sorted, no doubles.
[[nodiscard]] std::vector<std::string> fact_words(std::string_view text, NameWords const& words);

// Whether a word that says something begins with a capital (or has no case): "the Evening Echo", but not "The candidate".
[[nodiscard]] bool has_proper_word(std::string_view name, NameWords const& words);

// "dmitry-peskov": for node ids. Never empty.
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace whosaid::graph
