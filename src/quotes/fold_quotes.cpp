// Folding lets a rule step over a quotation as over one token. Tested by tests/unit/quotes_pair_marks_test.cpp.
#include "quotes/pair_marks.hpp"

namespace whosaid {
namespace {

constexpr Features of_folded = feature::quote | feature::ends_comma | feature::ends_stop | feature::ends_exclaim |
                               feature::begins_upper | feature::several_paragraphs;

// What stands before the closing mark, marks of inner quotations passed over.
Features ending(TokenTable const& table, MarkedQuote const& quote) {
  for (std::uint32_t i = quote.inner_last; i > quote.inner_first; --i) {
    Token const& token = table.tokens[i - 1];
    if (token.is(feature::mark | feature::bracket)) continue;
    if (token.is(feature::comma)) return feature::ends_comma;
    if (!token.is(feature::stop)) {
      // The full stop of an abbreviation ends the quoted sentence as well.
      return token.is(feature::abbreviation) ? Features{feature::ends_stop} : Features{0};
    }
    auto text = token.span().in(table.text);
    bool loud = text.find_first_of("!?") != std::string_view::npos || text == "！" || text == "？" || text == "؟";
    return loud ? feature::ends_exclaim : feature::ends_stop;
  }
  return 0;
}

bool begins_upper(TokenTable const& table, MarkedQuote const& quote) {
  for (std::uint32_t i = quote.inner_first; i < quote.inner_last; ++i) {
    Token const& token = table.tokens[i];
    if (token.is(feature::word)) return token.is(feature::capital);
    if (token.is(feature::number)) return false;
  }
  return false;
}

// “We shall see the roads that they have built”. The full stop stands behind the mark that ends the sentence, as many papers set it.
bool stops_outside(TokenTable const& table, MarkedQuote const& quote) {
  constexpr std::uint32_t shortest = 6;  // tokens; a title alone in its line is shorter
  if (quote.last >= table.tokens.size() || quote.inner_last - quote.inner_first < shortest || !table.tokens[quote.first].is(feature::sentence_start)) return false;
  Token const& behind = table.tokens[quote.last];
  return behind.is(feature::stop) && !behind.is(feature::spaced | feature::abbreviation) && begins_upper(table, quote);
}

// A page is cut off in the midst of a quotation: what is left of it is no mere term.
bool breaks_off(TokenTable const& table, MarkedQuote const& quote) {
  return quote.last >= table.tokens.size() && quote.inner_last == quote.last && quote.parent == no_parent && begins_upper(table, quote);
}

}  // namespace

void settle_quotes(std::vector<MarkedQuote>& quotes) {
  std::erase_if(quotes, [](MarkedQuote const& quote) { return quote.segments.empty() || quote.last <= quote.first; });
  std::stable_sort(quotes.begin(), quotes.end(), [](MarkedQuote const& a, MarkedQuote const& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::vector<std::uint32_t> around;
  std::uint32_t kept = 0;
  for (auto& quote : quotes) {
    while (!around.empty() && quotes[around.back()].last <= quote.first) around.pop_back();
    if (!around.empty() && quotes[around.back()].last < quote.last) continue;  // crosses a border that was guessed
    quote.parent = around.empty() ? no_parent : around.back();
    around.push_back(kept);
    if (&quotes[kept] != &quote) quotes[kept] = std::move(quote);
    ++kept;
  }
  quotes.resize(kept);
}

void fold_quotes(TokenTable& table, std::vector<MarkedQuote> const& quotes) {
  // From the last to the first: an outer quotation that begins where an inner one does is written over it.
  for (std::size_t n = quotes.size(); n-- > 0;) {
    MarkedQuote const& quote = quotes[n];
    Token& token = table.tokens[quote.first];
    Features features = feature::quote | ending(table, quote);
    if (features == feature::quote && (stops_outside(table, quote) || breaks_off(table, quote))) features |= feature::ends_stop;
    if (begins_upper(table, quote)) features |= feature::begins_upper;
    if (quote.segments.size() > 1) features |= feature::several_paragraphs;
    token.features = (token.features & ~of_folded) | features;
    token.width = quote.last - quote.first;
    table.add_chunk({quote.first, quote.last, quote_chunk, 0, static_cast<std::uint32_t>(n), 0});
  }
  table.folded.clear();
  for (MarkedQuote const& quote : quotes) table.folded.push_back(quote.first);
  table.keep_narration();
}

Unfolded::Unfolded(TokenTable& table, MarkedQuote const& quote)
    : first_(table.tokens[quote.first]), width_(first_.width), features_(first_.features) {
  if (quote.inner_first != quote.first) return;
  first_.width = 1;
  first_.features &= ~of_folded;
}

Unfolded::~Unfolded() {
  first_.width = width_;
  first_.features = features_;
}

}  // namespace whosaid
