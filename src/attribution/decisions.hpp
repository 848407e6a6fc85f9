// The decisions of attribution as candidates with facts, for those who look on: fitting weights, and explaining.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "attribution/clauses.hpp"
#include "attribution/weights.hpp"
#include "quotes/quotes.hpp"

namespace whosaid {

// What a quote may hang on.
enum class Tie : unsigned char {
  cue,        // a cue of its block or of the one before
  goes_on,    // it continues the quote before, with that quote's source and cue
  nobody,     // speech, but nobody in sight
  no_speech,  // a title, a term, a scare quote
};

struct QuoteChoice {
  Tie tie = Tie::nobody;
  bool earlier_block = false;    // the cue stands in the block before
  std::uint32_t cue = no_index;  // index into that block's cues
  std::uint32_t reading = no_index;  // index into that block's readings; no_index = the cue has no source
  Facts facts;
  float score = 0;
  float share = 0;               // probability among the quote's choices
  Range source, cue_words;       // whom it would name, and by which cue; empty = nobody, no cue
};

// The quote before the one in hand, for quotes that go on.
struct Running {
  std::uint32_t quote = no_index;  // index of the marked quotes, no_index = none yet
  std::uint32_t last_token = 0;    // behind it
  std::uint32_t unsaid = 0;        // behind the last marks that were judged no speech; 0 = none in this block
  std::uint32_t blocks_ago = 0;    // 0 = it stands in the block in hand
  std::uint32_t turns = 0;         // quotes in a row that only went on
  bool attributed = false;         // it has a source
  bool asks = false;               // it ends with a question mark, or is a turn: "Weiss: “No.”"; another answers
  Range source, cue;               // that it hangs on; empty = none
};

// Sees every decision with all its candidates. Not thread-safe; one per thread.
class DecisionObserver {
 public:
  virtual ~DecisionObserver() = default;
  // Weights to decide by in place of the language's own, with the same numbers; nullptr: its own. Asked once a document.
  [[nodiscard]] virtual Weights const* weights() const { return nullptr; }
  // Before anything else of a document; views live until the next call.
  virtual void document(TokenTable const& /*table*/, std::vector<MarkedQuote> const& /*quotes*/) {}
  // facts[i] belongs to block.readings[cue.readings + i]; the last one is "no source".
  virtual void source_decision(Block const& /*block*/, Cue const& /*cue*/, std::vector<Facts> const& /*facts*/,
                               std::size_t /*count*/) {}
  virtual void quote_decision(Block const& /*block*/, Block const& /*before*/, std::uint32_t /*quote*/,
                              std::vector<QuoteChoice> const& /*choices*/, std::size_t /*count*/, std::size_t /*chosen*/) {}
  // Whom the pronoun (or noun) at token `at` may stand for: names and facts, side by side.
  virtual void reference_decision(std::uint32_t /*at*/, std::vector<std::string> const& /*names*/,
                                  std::vector<Facts> const& /*facts*/) {}
  virtual void indirect_decision(Block const& /*block*/, Cue const& /*cue*/, Facts const& /*facts*/,
                                 float /*probability*/) {}
};

}  // namespace whosaid
