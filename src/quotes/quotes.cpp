// The way from a language's files to its quotations.
#include "quotes/quotes.hpp"

#include "quotes/block_quotes.hpp"
#include "quotes/mark_rules.hpp"
#include "quotes/pair_marks.hpp"
#include "quotes/unmarked.hpp"

namespace whosaid {

std::vector<MarkedQuote> find_quotes(TokenTable& table, grammar::Language const& language, std::span<KnownZone const> zones) {
  return find_quotes(table, MarkRules::read(language.file("marks.txt")), language.vocabulary(), zones);
}

std::vector<MarkedQuote> find_quotes(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary,
                                     std::span<KnownZone const> zones, std::span<Range const> asides) {
  auto quotes = pair_marks(table, rules, vocabulary, asides);
  bool const blocks = add_block_quotes(table, vocabulary, zones, quotes);
  if (add_unmarked(table, rules, quotes) || blocks) settle_quotes(quotes);
  fold_quotes(table, quotes);
  return quotes;
}

}  // namespace whosaid
