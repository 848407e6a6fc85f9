// Token ranges of the floors become the byte spans of an Extraction.
#pragma once
#include <vector>

#include "attribution/attribution.hpp"
#include "grammar/library.hpp"
#include "model/extraction.hpp"
#include "people/people.hpp"
#include "quotes/quotes.hpp"
#include "tokens/tokens.hpp"
#include "zones/zones.hpp"

namespace whosaid {

// What was found in one document, by floor; all for one `table`.
struct Findings {
  TokenTable const& table;
  std::vector<MarkedQuote> const& quotes;
  std::vector<Attributed> const& attributed;
  std::vector<Resolution> const& resolved;
  std::vector<SaidWhen> const& said;  // one for each of `attributed`
  Zones const& zones;
};

// Lexicons that say whom a statement calls by name, and which hearer is the speaker of the outer quote; looked up once.
struct CallWords {
  explicit CallWords(Vocabulary const& vocabulary);
  int first_name = -1, me = -1;
};

// Fills out.quotes, in order of place: halves of one utterance become one quote, marks that are no speech are left out,
// copies of a quote (a pull quote, a paragraph that stands twice) are counted on the one that is kept.
void assemble(Findings const& findings, grammar::Language const& language, CallWords const& words, Extraction& out);

}  // namespace whosaid
