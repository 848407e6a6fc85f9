// Cues and what may be their source: the proposals of the attribution grammar, gathered by cue.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "grammar/library.hpp"
#include "mentions/mentions.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

inline constexpr std::uint32_t no_index = 0xFFFFFFFFu;

inline constexpr std::uint16_t no_rule = 0xFFFF;  // a reading that no rule proposed

// What sort of cue it is, by the lexicons its words stand in; the strongest first.
enum class CueClass : unsigned char { speech, report, thought, show, attitude, noun, phrase, mark, beat };
inline constexpr std::size_t cue_classes = 9;

// One way to read a cue: its source, and the rules that proposed it.
struct SourceReading {
  Range source;                       // the whole mention
  std::uint32_t head = no_index;      // index of the <source> chunk in table.chunks; no_index: a phrase or a pronoun
  std::uint16_t rule = no_rule;       // of the attribution grammar, the one with the greatest weight
  float rule_weight = 0;
  float quote_weight = 0;              // of the rule that tied the quote
  std::uint64_t rules = 0;            // all of them, one bit each
  std::uint32_t quote = no_index;     // the quote that a rule tied to the cue (index of the marked quotes)
  std::uint32_t second_quote = no_index;  // another that it tied: both sides of "…" Beck shrugged. "…"
  std::uint16_t quote_rule = no_rule; // the rule that did
  float score = 0;
  float share = 0;                    // probability among the readings of the cue
};

struct Cue {
  Range words;
  std::uint32_t verb = 0;             // the token that decides class and lemma
  CueClass kind = CueClass::speech;
  std::uint16_t lexicon = 0;          // where `verb` stands, for the lemma
  std::uint32_t lemma_phrase = 0;     // 1 + phrase lemma when it is a multi-word entry; 0 = single word
  bool negated = false, future = false;
  bool unsaid = false;                // nobody who stands beside it says anything: the court heard
  bool joined = false;                // behind a comma or "and": its source stands further left
  Range addressee, via;
  std::uint32_t sentence = 0;         // index into Block::sentences
  std::uint32_t readings = 0, reading_count = 0;  // into Block::readings
  std::uint32_t best = no_index;      // chosen reading, index into Block::readings; no_index = none
  bool used = false;                  // some quote hangs on it
};

// A quote that a rule ties to a cue which nobody stands beside: "We were ignored", inquiry told.
struct UnsaidTie {
  std::uint32_t cue = 0;           // first token of the cue
  std::uint32_t quote = no_index;  // index of the marked quotes
  std::uint16_t rule = no_rule;    // of the attribution grammar
};

// A stretch of narration that is read as one: a paragraph, or several that a long quote binds together.
struct Block {
  Range tokens;
  std::vector<std::uint32_t> sentences;       // first token of each, then the block's end
  std::vector<std::uint32_t> quotes;          // top-level quotes in it, indexes of the marked quotes
  std::vector<std::uint32_t> sources;         // <source> chunks in order of place, indexes of table.chunks
  std::vector<Cue> cues;                      // in order of place
  std::vector<SourceReading> readings;
  std::vector<UnsaidTie> unsaid;              // in no order
  std::vector<std::uint32_t> named;           // quotes that a rule knows for the name of something, indexes of the marked quotes

  void clear();
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
};

// What a word is by the word lists alone, for neighbour() in token_facts.hpp; 0 = nothing.
struct WordKind {
  std::uint8_t early = 0;  // decided before its ending and its case are looked at
  std::uint8_t late = 0;   // decided behind them
  bool finite = false, preposition = false;
};

// Numbers of names in the language, looked up once when it is opened; -1 = the language has none.
struct AttributionNames {
  explicit AttributionNames(grammar::Language const& language);
  grammar::Grammar const* grammar = nullptr;
  int source_kind = -1, cue_kind = -1, joined_kind = -1, beat_kind = -1, named_kind = -1;
  int quote = -1, cue = -1, source = -1, head = -1, addressee = -1, via = -1, negation = -1, future = -1, unsaid = -1;
  int speech = -1, report = -1, thought = -1, show = -1, attitude = -1, noun = -1, beat = -1, finite = -1, preposition = -1,
      determiner = -1, auxiliary = -1, be = -1, perfect = -1, adverb = -1, conjunction = -1, pronoun = -1;
  std::uint32_t to = 0;  // word number of "to"
  std::shared_ptr<std::vector<WordKind> const> kinds;  // by word number; copies of the names share it

  [[nodiscard]] WordKind kind_of(Token const& token) const { return (*kinds)[token.word]; }
};

// Fills `block` for its tokens: sentences (a quote is one item), sources, cues and what the rules propose.
// Overlapping cues become one: the longer wins ("was quoted as saying" over "saying").
// `last_sentence`: in a block without a quote, cues of its last sentence only.
void find_clauses(TokenTable const& table, grammar::Language const& language, AttributionNames const& names,
                  grammar::Scratch& scratch, bool last_sentence, Block& block);

}  // namespace whosaid
