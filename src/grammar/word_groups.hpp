// Words that no grammar of a language can tell apart share a group, so that sets of words are short bitmaps at load
// time and one table row while matching.
#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid::grammar {

// A set of groups, one bit each.
using GroupSet = std::vector<std::uint64_t>;

// Built once per language after Vocabulary::freeze(); the time is linear in the vocabulary, which must outlive it.
class WordGroups {
 public:
  // `literals` = every word that stands in a grammar, as written; duplicates are fine.
  WordGroups(Vocabulary const& vocabulary, std::vector<std::string> const& literals);

  [[nodiscard]] std::uint32_t count() const { return count_; }
  // Group of a word number; group 0 holds the words that are in no lexicon and no grammar.
  [[nodiscard]] std::uint32_t group_of(std::uint32_t word) const { return group_of_[word]; }
  [[nodiscard]] std::vector<std::uint32_t> const& table() const { return group_of_; }

  [[nodiscard]] GroupSet all() const;
  [[nodiscard]] GroupSet const& lexicon(std::uint16_t number) const { return lexicons_[number]; }
  [[nodiscard]] GroupSet literal(std::string_view word) const;  // every word number that folds to it
  [[nodiscard]] GroupSet complement(GroupSet set) const;

  // A word that begins an entry of several words: its group, and what its letters imply.
  struct PhraseWord {
    std::uint32_t group = 0;
    Features implied = 0;
    friend auto operator<=>(PhraseWord const&, PhraseWord const&) = default;
  };
  [[nodiscard]] std::vector<PhraseWord> const& phrase_words() const { return phrase_words_; }  // each pair once

  // Features that a token must have when its word is in this group; 0 when nothing is known.
  [[nodiscard]] Features implied(std::uint32_t group) const { return implied_[group]; }

 private:
  Vocabulary const* vocabulary_;
  std::vector<std::uint32_t> group_of_;
  std::vector<GroupSet> lexicons_;   // by number
  std::vector<Features> implied_;    // by group
  std::map<std::uint32_t, std::vector<std::uint32_t>> literals_;  // word number -> its groups
  std::vector<PhraseWord> phrase_words_;
  std::uint32_t count_ = 0;
};

[[nodiscard]] bool is_empty(GroupSet const& set);
[[nodiscard]] bool has(GroupSet const& set, std::uint32_t group);
[[nodiscard]] bool is_subset(GroupSet const& part, GroupSet const& whole);
void intersect(GroupSet& into, GroupSet const& other);
void unite(GroupSet& into, GroupSet const& other);

}  // namespace whosaid::grammar
