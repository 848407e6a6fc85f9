// The token table: words, marks and numbers of a document as small integers, so that matching touches no string.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/span.hpp"

namespace whosaid {

class Vocabulary;  // tokens/lexicon.hpp

// A range of tokens, half-open; empty when first == last.
struct Range {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < last; }
  friend bool operator==(Range, Range) = default;
};

// What a token is, as bits that grammars test by name: [word & capital]. The list of names is feature_names().
using Features = std::uint64_t;
namespace feature {
enum : Features {
  word = 1u << 0,             // has a letter
  number = 1u << 1,           // digits, with . , / : - inside: 1,000 3.5 2024-05-01 12:30 9.30pm 5th
  punct = 1u << 2,            // anything that is neither
  capital = 1u << 3,          // first letter upper case
  upper = 1u << 4,            // two letters or more, all upper case: NATO, U.S.
  lower = 1u << 5,            // no upper-case letter
  initial = 1u << 6,          // one capital letter with or without full stop: "J."
  abbreviation = 1u << 7,     // its full stop belongs to it: "Mr." "D-Mass."
  possessive = 1u << 8,       // the token "'s" or "’s", or a lone apostrophe after s
  handle = 1u << 9,           // @name
  hashtag = 1u << 10,         // #word
  url = 1u << 11,             // http://… www.… name@host
  hyphenated = 1u << 12,      // hyphen inside
  ends_ly = 1u << 13,         // lower-case suffixes, for words the lexicons do not know
  ends_ed = 1u << 14,
  ends_ing = 1u << 15,
  ends_s = 1u << 16,
  sentence_start = 1u << 17,  // first token of a sentence (as plain text, quotation marks not folded)
  paragraph_start = 1u << 18, // first token of a paragraph
  line_start = 1u << 19,      // first token of a line
  stop = 1u << 20,            // . ! ? … that can end a sentence
  comma = 1u << 21,
  colon = 1u << 22,
  dash = 1u << 23,            // – — -- and " - " between spaces
  bracket = 1u << 24,         // ( ) [ ]
  mark = 1u << 25,            // a quotation mark of any kind, also '' and ``
  spaced = 1u << 26,          // white space (or the text's start) stands before it
  // Set on a token that a <quote> was folded onto (its opening mark). What stands before the closing mark:
  quote = 1u << 27,
  ends_comma = 1u << 28,
  ends_stop = 1u << 29,       // . or …
  ends_exclaim = 1u << 30,    // ! or ?
  begins_upper = 1ull << 31,  // first letter inside the marks is upper case
  several_paragraphs = 1ull << 32,
  year = 1ull << 33,          // number 1000-2199 with four digits
  ordinal = 1ull << 34,       // 1st 22nd
  semicolon = 1ull << 35,
  currency = 1ull << 36,      // $ € £
  bullet = 1ull << 37,        // • ► » or * - at a line's start
};
}

// {name, bit} for every feature, in the order above; names are what grammar files write.
struct FeatureName {
  std::string_view name;
  Features bit;
};
[[nodiscard]] std::vector<FeatureName> const& feature_names();

struct Token {
  std::uint32_t begin = 0;  // bytes, half-open
  std::uint32_t end = 0;
  std::uint32_t word = 0;   // Vocabulary id of the folded word; 0 = in no lexicon and no grammar
  std::uint32_t width = 1;  // tokens to step over: > 1 where a quote is folded onto its opening mark
  Features features = 0;
  std::uint32_t chunk = 0;  // 1 + index of the first chunk that begins here; 0 = none
  std::uint32_t phrase = 0; // 1 + index of the first multi-word lexicon hit that begins here; 0 = none

  [[nodiscard]] bool is(Features f) const { return (features & f) != 0; }
  [[nodiscard]] Span span() const { return {begin, end}; }
};

// Chunk kinds are numbered by the grammar library of a language; 0 is always "quote".
using ChunkKind = std::uint16_t;
inline constexpr ChunkKind quote_chunk = 0;

// A stretch of tokens that an earlier step recognised: <person>, <date>, <quote>.
struct Chunk {
  std::uint32_t first = 0, last = 0;  // tokens, half-open
  ChunkKind kind = 0;
  std::uint16_t rule = 0;             // root rule that emitted it (of its grammar)
  std::uint32_t data = 0;             // owner's use: index of the quote, mention or date
  std::uint32_t next = 0;             // 1 + index of the next chunk that begins at the same token; 0 = none
};

// A lexicon entry of several words found in the text.
struct Phrase {
  std::uint16_t lexicon = 0;
  std::uint16_t count = 0;   // tokens
  std::uint32_t lemma = 0;   // Vocabulary lemma id, 0 = itself
  std::uint32_t next = 0;    // 1 + index of the next hit at the same token
};

// The tokens of one document. Views `text`, which must outlive it. Reusable: clear() keeps the memory.
struct TokenTable {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Chunk> chunks;
  std::vector<Phrase> phrases;
  std::vector<std::uint32_t> paragraphs;  // first token of each paragraph, ascending
  std::vector<std::uint32_t> lines;       // first token of each line, ascending
  std::vector<std::uint32_t> sentences;   // first token of each sentence, ascending; of the narration once quotes are folded
  std::vector<std::uint32_t> folded;      // tokens that a quote is folded onto, ascending, an outer one before those inside of it
  std::vector<std::uint32_t> breaks;      // bytes of the line breaks that end a paragraph; the tokenizer's working memory
  std::vector<std::uint32_t> stops;       // tokens that may end a sentence: stops and abbreviations; the tokenizer's working memory

  void clear();
  // Appends a chunk and links it to its first token.
  void add_chunk(Chunk chunk);
  // Sentences begin at these tokens after all, which ascend. Before quotes are folded. Linear.
  void begin_sentences(std::vector<std::uint32_t> const& places);
  // To be called when `folded` has been filled and the tokens know their widths: sentences inside of quotes leave the list.
  void keep_narration();
  // The sentence that a token is in, as `sentences` has them. Logarithmic.
  [[nodiscard]] Range sentence_at(std::uint32_t token) const;
  // Where the paragraph that goes on at item `at` ends, `last` at the latest. A folded quote that binds paragraphs makes them one.
  [[nodiscard]] std::uint32_t paragraph_end(std::uint32_t at, std::uint32_t last) const;
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {  // tokens -> bytes; first < last
    return {tokens[first].begin, tokens[last - 1].end};
  }
  // First token that begins at or after byte `offset`. Logarithmic.
  [[nodiscard]] std::uint32_t at_or_after(std::uint32_t offset) const;
  // First token of the paragraph that holds token `index`, and of the next one. Logarithmic.
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t index) const;   // index into paragraphs
};

// Words of a language that the tokenizer needs beside the vocabulary: abbreviations and elisions are lexicons
// named "abbreviation" (with their full stop), "abbreviation_before_number" ("No. 5"), "abbreviation_final" (those that
// may end a sentence too: then a word of "sentence_opener" must follow) and "elision" ("'tis"), looked up in
// `vocabulary`. All may be missing.
//
// Contractions stay one word ("don't"); 's is a token of its own. An apostrophe behind a word's s has both `mark` and
// `possessive` until the quotes floor decides. Entities and broken encodings are read as the character they stand for.
//
// Cuts `text` into `out` (cleared first). A paragraph ends at an empty line; where a text has no empty lines, at
// every line break. A text with hard-wrapped lines keeps its paragraphs. Never fails; linear; no allocation once
// `out` has grown. Thread-safe for different `out`.
void tokenize(std::string_view text, Vocabulary const& vocabulary, TokenTable& out);

}  // namespace whosaid
