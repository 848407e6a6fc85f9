// The way from a language's files to its quotations.
#include "quotes/quotes.hpp"

#include "quotes/mark_rules.hpp"
#include "quotes/pair_marks.hpp"
#include "quotes/unmarked.hpp"

namespace whosaid {

std::vector<MarkedQuote> find_quotes(TokenTable& table, grammar::Language const& language) {
  auto rules = MarkRules::read(language.file("marks.txt"));
  auto quotes = pair_marks(table, rules, language.vocabulary());
  if (add_unmarked(table, rules, quotes)) settle_quotes(quotes);
  fold_quotes(table, quotes);
  return quotes;
}

}  // namespace whosaid
