// Who said what: quotes meet their cues and sources, and clauses that report without marks are found.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/clauses.hpp"
#include "attribution/decisions.hpp"
#include "attribution/score_indirect.hpp"
#include "attribution/score_quotes.hpp"
#include "attribution/score_sources.hpp"
#include "attribution/weights.hpp"
#include "mentions/mentions.hpp"
#include "model/extraction.hpp"
#include "quotes/quotes.hpp"

namespace whosaid {

// A cue with its source, as kept for the output; token ranges.
struct Link {
  Range cue, source;
  std::uint32_t head = no_index;     // <source> chunk, index of table.chunks
  std::uint32_t verb = 0;            // token that decides lemma and class
  CueClass kind = CueClass::speech;
  std::uint16_t lexicon = 0;
  std::uint32_t lemma_phrase = 0;
  bool negated = false, future = false;
  Range addressee, via;
  std::uint16_t rule = no_rule;      // of the attribution grammar
};

// What surrounds an attribution (find_circumstances); token ranges, empty where nothing is said.
struct Around {
  Range addressee, channel, venue, via, reported_by;
  Status status = Status::asserted;
};

struct OtherChoice {
  std::uint32_t head = no_index;     // <source> chunk
  Range source;
  float share = 0;
};

struct Attributed {
  std::uint32_t quote = no_index;    // index of the marked quotes; no_index for an indirect report
  QuoteKind kind = QuoteKind::direct;
  bool speech = true;                // false: a title, a term, a scare quote
  Tie tie = Tie::nobody;
  bool has_link = false;
  bool tied = false;                 // a rule saw quote, cue and source together
  Link link;                         // also for a quote that goes on: those of the quote that it continues
  std::uint32_t continues = no_index;  // index into the list of the attributed quote that it goes on from
  bool same_utterance = false;       // "The dam," Rao said, "will hold.": one quote with the one it continues
  float confidence = 0;              // probability, calibrated by the weights that begin with confidence.
  std::vector<OtherChoice> others;   // who lost, best first
  std::vector<Range> content;        // of an indirect report
  Around around;
  std::vector<std::string> trace;    // when tracing
};

struct AttributionOptions {
  bool indirect = false;
  bool trace = false;
  bool keep_all = false;  // report every pair of marks as speech: for languages whose words are not known
  std::span<Range const> asides = {};  // captions and links to other articles, in order: what goes on goes on over them
};

// What is opened once for a language; frozen, shared by threads.
class Attribution {
 public:
  // Problems: weights.txt that cannot be read.
  Attribution(grammar::Language const& language, Problems& problems);

  // Quotes in order of place, indirect reports among them by place. Needs quotes folded and mentions added to `table`, which is
  // as it was when it returns.
  void attribute(TokenTable& table, std::vector<MarkedQuote> const& quotes, grammar::Scratch& scratch,
                 AttributionOptions options, DecisionObserver* observer, std::vector<Attributed>& out) const;

  // Whom somebody else reports to have said it is less sure to be the one meant; after find_circumstances.
  void doubt_reported(std::vector<Attributed>& attributed) const;

  [[nodiscard]] Weights& weights() { return weights_; }
  [[nodiscard]] Weights const& weights() const { return weights_; }

 private:
  struct Run;
  grammar::Language const& language_;
  AttributionNames names_;
  Weights weights_;
  SourceScorer sources_;
  QuoteScorer quotes_;
  IndirectScorer indirect_;
  // confidence.: how a share becomes a confidence, and what else moves it.
  FeatureId slope_{}, shift_{}, nobody_{}, behind_{}, goes_on_{}, nested_{}, brief_{}, exclaim_{}, split_{}, unmarked_{}, reported_{}, paragraphs_{};
  std::vector<FeatureId> by_rule_;  // by rule of the grammar
  std::vector<FeatureId> by_form_;  // by rule of the sources grammar
};

}  // namespace whosaid
