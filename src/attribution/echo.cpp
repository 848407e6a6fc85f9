#include "attribution/echo.hpp"

#include <algorithm>
#include <cstdint>

namespace whosaid {

std::vector<std::uint32_t> words_of_quote(TokenTable const& table, MarkedQuote const& quote) {
  constexpr std::uint32_t longest = 400;  // tokens
  std::vector<std::uint32_t> out;
  for (std::uint32_t at = quote.inner_first; at < std::min(quote.inner_last, quote.inner_first + longest); ++at)
    if (table.tokens[at].is(feature::word | feature::number)) out.push_back(at);
  return out;
}

std::size_t find_echo(TokenTable const& table, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::size_t of,
                      std::size_t from) {
  constexpr std::size_t most = 40;  // quotes that are looked at
  auto const same = [&](std::uint32_t a, std::uint32_t b) {  // a word that no list knows has no number
    return table.tokens[a].word == table.tokens[b].word &&
           (table.tokens[a].word != 0 || table.span(a, a + 1).in(table.text) == table.span(b, b + 1).in(table.text));
  };
  auto const needle = words_of_quote(table, quotes[attributed[of].quote]);
  if (needle.empty()) return no_index;
  for (std::size_t i = from; i < std::min(attributed.size(), of + most); ++i) {
    if (!attributed[i].speech || attributed[i].quote == no_index) continue;
    MarkedQuote const& other = quotes[attributed[i].quote];
    if (other.inner_last - other.inner_first < needle.size()) continue;
    auto const hay = words_of_quote(table, other);
    if (std::search(hay.begin(), hay.end(), needle.begin(), needle.end(), same) != hay.end()) return i;
  }
  return no_index;
}

}  // namespace whosaid
