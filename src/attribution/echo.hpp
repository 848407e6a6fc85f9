// Words of a headline or a pull quote that the article says again, with more around them.
#pragma once
#include <cstddef>
#include <vector>

#include "attribution/attribution.hpp"
#include "quotes/quotes.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// The first of attributed[from...] that is speech in marks and holds all words of attributed[of], which is in marks, in a row;
// no_index when none does. Looks no further than 40 of them behind `of`, and not past 400 tokens of each.
[[nodiscard]] std::size_t find_echo(TokenTable const& table, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed,
                                    std::size_t of, std::size_t from);

// Words and numbers of a quote, without its marks; at most 400 tokens are looked at.
[[nodiscard]] std::vector<std::uint32_t> words_of_quote(TokenTable const& table, MarkedQuote const& quote);

}  // namespace whosaid
