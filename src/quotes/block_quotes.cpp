// A block alone may be anything a designer wanted indented; a block behind "he wrote:" is what he wrote.
// Fails on: a block whose source stands below it only. Tested by tests/unit/quotes_block_quotes_test.cpp.
#include "quotes/block_quotes.hpp"

#include <algorithm>
#include <string_view>

namespace whosaid {
namespace {

// The element that sets a paragraph apart: its path up to the quotation block.
std::string_view block_of(KnownZone const& zone) {
  std::string_view const path = zone.path;
  auto const at = path.rfind("blockquote");
  return at == std::string_view::npos ? path : path.substr(0, path.find('/', at));
}

bool has_mark(TokenTable const& table, std::uint32_t first, std::uint32_t last) {
  return std::any_of(table.tokens.begin() + first, table.tokens.begin() + last, [](Token const& token) { return token.is(feature::mark); });
}

bool introduced(TokenTable const& table, Vocabulary const& vocabulary, std::uint32_t first) {
  if (first == 0) return false;
  if (table.tokens[first - 1].is(feature::colon)) return true;
  int const cue = vocabulary.lexicon("speech_verb");
  auto last = first - 1;
  while (last > 0 && table.tokens[last].is(feature::stop | feature::comma | feature::dash)) --last;
  return cue >= 0 && vocabulary.classes(table.tokens[last].word).has(static_cast<std::uint16_t>(cue));
}

}  // namespace

bool add_block_quotes(TokenTable const& table, Vocabulary const& vocabulary, std::span<KnownZone const> zones,
                      std::vector<MarkedQuote>& quotes) {
  std::size_t const before = quotes.size();
  for (std::size_t i = 0; i < zones.size();) {
    auto const run = i++;
    if (zones[run].section != Section::blockquote) continue;
    while (i < zones.size() && zones[i].section == Section::blockquote && block_of(zones[i]) == block_of(zones[run])) ++i;
    MarkedQuote quote;
    quote.first = quote.inner_first = table.at_or_after(zones[run].span.begin);
    quote.last = quote.inner_last = table.at_or_after(zones[i - 1].span.end);
    if (quote.first >= quote.last || has_mark(table, quote.first, quote.last) || !introduced(table, vocabulary, quote.first)) continue;
    for (auto zone = run; zone < i; ++zone) {
      auto const first = table.at_or_after(zones[zone].span.begin), last = table.at_or_after(zones[zone].span.end);
      if (first < last) quote.segments.push_back(table.span(first, last));
    }
    quote.block = true;
    quotes.push_back(std::move(quote));
  }
  return quotes.size() > before;
}

}  // namespace whosaid
