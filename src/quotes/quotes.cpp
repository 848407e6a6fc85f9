// The way from a language's files to its quotations.
#include "quotes/quotes.hpp"

#include "quotes/mark_rules.hpp"
#include "quotes/pair_marks.hpp"

namespace whosaid {

std::vector<MarkedQuote> find_quotes(TokenTable& table, grammar::Language const& language) {
  auto rules = MarkRules::read(language.file("marks.txt"));
  auto quotes = pair_marks(table, rules, language.vocabulary());
  fold_quotes(table, quotes);
  return quotes;
}

}  // namespace whosaid
