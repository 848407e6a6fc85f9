// Quotations that a page sets apart as blocks instead of giving them marks.
#pragma once
#include <span>
#include <vector>

#include "model/document.hpp"
#include "quotes/quotes.hpp"
#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Appends a quote with `block` set for every run of `zones` with the section blockquote that holds no quotation mark and that
// the words before it introduce: they end with a colon or a cue. Paragraphs of one block become segments of one
// quote. True when there was something. Linear in the zones and their tokens; `zones` are ordered.
bool add_block_quotes(TokenTable const& table, Vocabulary const& vocabulary, std::span<KnownZone const> zones,
                      std::vector<MarkedQuote>& quotes);

}  // namespace whosaid
