// The words and phrases of one document as numbers, so that names are compared as integers and nothing is allocated for them.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/tokens.hpp"

namespace whosaid {

using WordId = std::uint32_t;  // 0 = none

// Memory for what lives as long as a document: what is handed out stays where it is until clear(), which keeps the memory.
class Arena {
 public:
  void clear();
  [[nodiscard]] char* bytes(std::size_t size);
  [[nodiscard]] std::span<WordId> words(std::size_t count);

 private:
  struct Block {
    std::unique_ptr<char[]> memory;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0, used_ = 0;
};

// Numbers for words (those of the vocabulary keep theirs) and for phrases. Reusable; not thread-safe.
class DocumentWords {
 public:
  // Forgets the document before and keeps the memory. Both must outlive the numbers.
  void begin(TokenTable const& table, Vocabulary const& vocabulary);

  // Folded, without regard to what an @exact list says of its spelling.
  [[nodiscard]] WordId of_token(std::uint32_t token);
  [[nodiscard]] WordId add(std::string_view folded);
  // Of several words, or of one that is not to be mixed up with words: equal for equal texts.
  [[nodiscard]] WordId add_phrase(std::string_view folded);
  // The folded phrase of a stretch of the text.
  [[nodiscard]] WordId phrase_of(std::string_view text);
  [[nodiscard]] std::string_view text(WordId word) const;
  [[nodiscard]] bool in(WordId word, int lexicon) const;
  // The first form of the entry that the word is one of; empty where the list does not hold it.
  [[nodiscard]] std::string_view lemma(WordId word, int lexicon) const;
  // Lives as long as the document's numbers.
  [[nodiscard]] std::string_view keep(std::string_view text);
  [[nodiscard]] std::string_view folded(std::string_view text);
  [[nodiscard]] std::span<WordId> room(std::size_t words) { return arena_.words(words); }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::string_view text;
    std::uint32_t slot = 0;
  };
  [[nodiscard]] WordId find_or_add(std::string_view folded, std::uint64_t kind);
  void grow();

  TokenTable const* table_ = nullptr;
  Vocabulary const* vocabulary_ = nullptr;
  WordId first_own_ = 1;
  std::vector<Entry> own_;
  std::vector<std::uint32_t> slots_;  // 1 + index into own_; a power of two, at most half full
  std::string scratch_;
  Arena arena_;
};

}  // namespace whosaid
