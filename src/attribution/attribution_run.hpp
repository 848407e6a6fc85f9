// One document on its way through attribution. Only for attribution.cpp and tie_quotes.cpp.
#pragma once
#include <cstdint>
#include <vector>

#include "attribution/attribution.hpp"

namespace whosaid {

// The cue as the output keeps it, with the source of reading `chosen` of `block`; no_index: without a source.
Link link_of(Block const& block, Cue const& cue, std::uint32_t chosen);

// Blocks are reused so that nothing is allocated once they have grown.
struct Attribution::Run {
  Attribution const& self;
  Weights const& weights;
  TokenTable const& table;
  std::vector<MarkedQuote> const& quotes;
  grammar::Scratch& scratch;
  AttributionOptions options;
  DecisionObserver* observer;
  std::vector<Attributed>& out;
  Block block, before;
  Running running;
  std::uint32_t running_out = no_index;  // index into `out` of the running quote
  std::vector<QuoteChoice> choices;
  std::size_t count = 0;  // of choices in use
  std::vector<std::uint32_t> answers{};  // of the quotes inside one quote: where in `out` each stays, no_index: nowhere
  Facts facts;

  void document();
  void nested(TokenTable& unfolding);  // the same as `table`
  void read_block();
  [[nodiscard]] bool names_speaker(Range line) const;
  void report(Cue& cue);

  void tie_quote(std::uint32_t number);
  // The quote before the one in hand, where it has a link; nullptr: none.
  [[nodiscard]] Link const* link_before() const;
  [[nodiscard]] SourceReading const* reading_of(QuoteChoice const& choice) const;
  void name_choices();
  [[nodiscard]] float share_of_source(std::size_t chosen) const;
  void follow_cue(std::size_t chosen, Attributed& one);
  void show_lone_cue(Attributed& one) const;
  void list_others(std::size_t chosen, Attributed& one) const;
  void trace_choices(std::size_t chosen, Attributed& one) const;
  [[nodiscard]] float calibrated(float share, Attributed const& one) const;
  [[nodiscard]] QuoteKind kind_of(MarkedQuote const& quote, Attributed const& one) const;
};

}  // namespace whosaid
