// Pairs quotation marks: the work of find_quotes() without a language object.
#pragma once
#include <vector>

#include "quotes/mark_rules.hpp"
#include "quotes/quotes.hpp"
#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Quotes in order of place, outer before inner. Takes feature::mark from apostrophes, and feature::possessive from closing
// marks; nothing else of the table is changed. Linear: a stack of bounded depth, paragraph by paragraph. A quotation over several
// paragraphs goes on behind one of the `asides` (token ranges in order of place: captions, links), whose own marks then count for nothing.
[[nodiscard]] std::vector<MarkedQuote> pair_marks(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary, std::span<Range const> asides = {});

// Leaves out quotes without words, orders by place, finds each quote's parent; of two that cross the first one stays.
void settle_quotes(std::vector<MarkedQuote>& quotes);

// Writes quotes into the table: width, feature::quote and its kin on the first token, chunk <quote> with data = index.
void fold_quotes(TokenTable& table, std::vector<MarkedQuote> const& quotes);

}  // namespace whosaid
