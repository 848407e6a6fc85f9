// What a quote looks like by itself: its length and ending, what stands beside its marks; and what that says of a quote
// that hangs on nothing.
#include "attribution/quote_view.hpp"

namespace whosaid {

QuoteScorer::View QuoteScorer::look_at(TokenTable const& table, MarkedQuote const& quote, Block const& block) const {
  View view;
  view.first = quote.first;
  view.last = quote.last;
  view.sentence = block.sentence_of(quote.first);
  Token const& opening = table.tokens[quote.first];
  view.ends = ending(opening);
  view.upper = opening.is(feature::begins_upper) ? 1 : 0;
  view.title_case = true;
  constexpr std::uint32_t enough = 40;  // words looked at; longer quotes are alike
  for (std::uint32_t at = quote.inner_first; at < quote.inner_last && view.words < enough; ++at) {
    Token const& token = table.tokens[at];
    if (token.is(feature::stop) && at + 1 < quote.inner_last) view.inner_stop = true;
    if (!token.is(feature::word | feature::number)) continue;
    ++view.words;
    if (token.is(feature::lower) && !(article_ >= 0 && vocabulary_.classes(token.word).has(static_cast<std::uint16_t>(article_))) &&
        !(names_.preposition >= 0 && vocabulary_.classes(token.word).has(static_cast<std::uint16_t>(names_.preposition)))) {
      view.title_case = false;
    }
  }
  view.length = length_bucket(view.words);
  view.starts_block = quote.first == block.tokens.first;
  view.whole_block = view.starts_block && quote.last == block.tokens.last;
  view.left_token = item_before(table, block.sentences[view.sentence], quote.first);
  if (view.left_token == no_index) {
    view.left = 0;
  } else {
    Token const& left = table.tokens[view.left_token];
    ClassSet const& classes = vocabulary_.classes(left.word);
    auto const in = [&](int lexicon) { return lexicon >= 0 && classes.has(static_cast<std::uint16_t>(lexicon)); };
    view.left = in(article_) || in(possessive_)                          ? 1u
                : in(hearsay_)                                           ? 2u
                : in(names_.speech) || in(names_.report)                 ? 5u
                : in(work_)                                              ? 3u
                : in(names_.preposition)                                 ? 4u
                : left.is(feature::possessive)                           ? 7u
                : left.is(feature::colon)                                ? 9u
                : left.is(feature::comma)                                ? 10u
                : !left.is(feature::word | feature::number)              ? 6u
                                                                         : 8u;
  }
  Range const rest{quote.last, block.sentences[block.sentence_of(quote.first) + 1]};
  view.right = neighbour(table, names_, rest, quote.last);
  view.block = quote.block;
  return view;
}

void QuoteScorer::bare_facts(View const& view, Block const&, Running const& running, std::size_t which, Facts& facts) const {
  Bare const& bare = bare_[which];
  facts.add(bare.bias);
  facts.add(bare.length[view.length]);
  facts.add(bare.ends[view.ends]);
  facts.add(bare.left[view.left]);
  facts.add(bare.length_case[view.length][view.upper]);
  facts.add(bare.length_ends[view.length][view.ends]);
  facts.add(bare.length_left[view.length][view.left]);
  if (view.title_case && view.upper == 1) {
    facts.add(bare.title_case);
    facts.add(bare.title_left[view.left]);
    facts.add(bare.title_ends[view.ends]);
  }
  if (view.whole_block) facts.add(bare.whole_block);
  if (view.starts_block) facts.add(bare.starts_block);
  if (!view.sentence_has_cue) facts.add(bare.no_cue);
  if (running.quote == no_index) facts.add(bare.first_quote);
  if (view.inner_stop) facts.add(bare.inner_stop);
  if (view.block) facts.add(bare.block);
  if (view.named) facts.add(bare.named);
  facts.add(bare.length_right[view.length][view.right]);
  facts.add(bare.left_right[view.left][view.right]);
  facts.add(bare.ends_right[view.ends][view.right]);
}

}  // namespace whosaid
