// Word lists as bits: every word of every lexicon and grammar has a number, and every number its classes.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"

namespace whosaid {

// As many as a language may have, its own and those laid over; a multiple of 64. English has some 260.
inline constexpr std::size_t max_lexicons = 384;

struct WordTables;  // tokens/word_map.hpp
class PackReader;   // tokens/pack.hpp
class PackWriter;

// The lexicons a word is in, one bit each.
struct ClassSet {
  std::array<std::uint64_t, max_lexicons / 64> bits{};
  [[nodiscard]] bool has(std::uint16_t lexicon) const { return bits[lexicon / 64] >> (lexicon % 64) & 1u; }
  void add(std::uint16_t lexicon) { bits[lexicon / 64] |= 1ull << (lexicon % 64); }
  [[nodiscard]] bool has_any_of(ClassSet const& others) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) common |= bits[i] & others.bits[i];
    return common != 0;
  }
};

// Built once when a language is opened, then frozen and shared by threads.
//
// A lexicon file holds one entry a line; `#` starts a comment (at a line's start or after white space). An entry is one
// or more words; inflected forms follow on the same line, parted by ", ", and the first form is the lemma of all:
//     say, says, said, saying
//     point out, points out, pointed out, pointing out
// Or the lemma is given behind a tab:  went<TAB>go.  `@include other_lexicon` takes in all entries of another list.
// Words are folded (lower case, ’ to ', NFC) before they are compared; a lexicon whose first line is `@exact`
// keeps case: its entries match only as written ("US"). Such a written form has a word number of its own, with the
// classes of the folded word and of the exact list together; folded_word() leads from it to the number of "us".
// An entry is cut into words as text is: "attorney general's office" is four words, the third "'s".
class Vocabulary {
 public:
  Vocabulary();
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;

  // Adds a whole lexicon file. `file` is for messages. Several calls with one name add up.
  // Problems: a broken include, an empty entry, more than max_lexicons lists.
  Problems add_lexicon(std::string_view name, std::string_view file, std::string_view content);
  // Number of a word, added when new (grammar literals). `word` is folded here.
  std::uint32_t add_word(std::string_view word);
  // Resolves includes and freezes; to be called once, before any look-up below.
  Problems freeze();

  // --- frozen from here on; all const members are thread-safe and allocate nothing ---
  // Number of an already folded word, 0 = unknown.
  [[nodiscard]] std::uint32_t find(std::string_view folded) const;
  // Number of a word as it stands in the text: ASCII is folded on the fly, the rest through text/unicode. Knows the
  // written forms of @exact lists.
  [[nodiscard]] std::uint32_t find_raw(std::string_view raw) const;
  // For the tokenizer: the table that find() uses, and the number of a word's written form (the word itself when no @exact
  // list has it as in `raw`).
  [[nodiscard]] WordTables const& tables() const;
  [[nodiscard]] std::uint32_t as_written(std::uint32_t word, std::string_view raw) const;
  [[nodiscard]] ClassSet const& classes(std::uint32_t word) const { return classes_[word]; }
  // Lexicon number by name; -1 when there is none.
  [[nodiscard]] int lexicon(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> const& lexicon_names() const;
  // Number of the same word without regard to case: itself, unless it is a written form of an @exact list.
  [[nodiscard]] std::uint32_t folded_word(std::uint32_t word) const;
  // The folded word of a number; "" for 0.
  [[nodiscard]] std::string_view word(std::uint32_t id) const;
  // Numbers run from 1 to word_count() without gaps, so that tables by word can be built at load time.
  [[nodiscard]] std::uint32_t word_count() const;
  // Lemma of a word as a member of a lexicon; the word itself when the list gives none.
  [[nodiscard]] std::string_view lemma(std::uint32_t word, std::uint16_t lexicon) const;

  // Multi-word entries. `begins_phrase` is a cheap first test on the first word.
  [[nodiscard]] bool begins_phrase(std::uint32_t word) const;
  struct PhraseHit {
    std::uint16_t lexicon;
    std::uint16_t count;
    std::uint32_t lemma;  // id for phrase_lemma()
    std::uint32_t entry;  // id for phrase_written()
  };
  // All entries that match the word numbers words[0..n). Appends to `out`. Exact-case lexicons are checked by the caller
  // against phrase_written().
  void find_phrases(std::uint32_t const* words, std::size_t n, std::vector<PhraseHit>& out) const;
  [[nodiscard]] std::string_view phrase_lemma(std::uint32_t id) const;
  // The words of an entry of an @exact lexicon as written, parted by one space; "" for an entry of any other.
  [[nodiscard]] std::string_view phrase_written(std::uint32_t entry) const;
  [[nodiscard]] std::size_t longest_phrase() const;

  // A frozen vocabulary as bytes; reading them into a new one gives a frozen vocabulary with the same numbers.
  void pack(PackWriter& out) const;
  void unpack(PackReader& in);

  struct Impl;  // tokens/vocabulary.hpp

 private:
  Impl* impl_;
  ClassSet const* classes_ = nullptr;  // of the frozen vocabulary, by word: asked for everywhere
};

// Lower case, ’ to ', NFC. For load time and tests; text goes through Vocabulary::find_raw.
[[nodiscard]] std::string fold(std::string_view word);

}  // namespace whosaid
