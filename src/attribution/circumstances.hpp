// What surrounds an attribution: whom it was told, where, by which channel, through whom; whether it was said at all.
#pragma once
#include <vector>

#include "attribution/attribution.hpp"
#include "zones/zones.hpp"

namespace whosaid {

// Lexicons that the rules of `circumstances` do not see; looked up once, frozen, shared by threads.
struct CircumstanceNames {
  explicit CircumstanceNames(grammar::Language const& language);
  grammar::Grammar const* grammar = nullptr;  // none: nothing is found
  enum Kind : std::uint8_t {
    addressee, channel, venue, via, reported_by, denied, hypothetical, scheduled, retracted, asserted, thought, condition, conditional, corrected, kinds
  };
  int kind[kinds] = {};      // numbers of the chunk kinds
  int capture[kinds] = {};   // and of the captures of the same name
  std::vector<int> verbs;    // lexicons of verbs
  int cue = -1, source = -1, quote = -1, source_kind = -1, deny = -1, retract = -1, think = -1;
};

// Runs the grammar `circumstances` over each sentence that holds a cue, and fills Attributed::around and `link.future`. What a
// rule says of a cue that it captures holds for that cue, else for all of the sentence; a stretch that is the cue or the
// source itself says nothing. Who is only said to report what another said gives the quote up to that other: link.source and
// link.cue change, before people are told apart. In a note on mistakes (zones.corrections) what the paper reported is retracted.
// Linear. Thread-safe for different `scratch`.
void find_circumstances(TokenTable const& table, std::vector<MarkedQuote> const& quotes, Zones const& zones,
                        CircumstanceNames const& names, grammar::Language const& language, grammar::Scratch& scratch,
                        std::vector<Attributed>& attributed);

}  // namespace whosaid
