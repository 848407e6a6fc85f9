// What a quote looks like by itself: its length and ending, what stands beside its marks; and what that says of a quote
// that hangs on nothing.
#include "attribution/quote_view.hpp"

namespace whosaid {

QuoteScorer::View QuoteScorer::look_at(TokenTable const& table, MarkedQuote const& quote, Block const& block, Running const& running) const {
  View view;
  view.first = quote.first;
  view.last = quote.last;
  view.sentence = block.sentence_of(quote.first);
  Token const& opening = table.tokens[quote.first];
  view.ends = ending(opening);
  view.upper = opening.is(feature::begins_upper) ? 1 : 0;
  view.title_case = true;
  bool pronoun = false, verb = false, grammar = false;
  constexpr std::uint32_t enough = 40;  // words looked at; longer quotes are alike
  for (std::uint32_t at = quote.inner_first; at < quote.inner_last && view.words < enough; ++at) {
    Token const& token = table.tokens[at];
    if (token.is(feature::stop) && at + 1 < quote.inner_last) view.inner_stop = true;
    if (!token.is(feature::word | feature::number)) continue;
    ++view.words;
    constexpr std::uint32_t telling = 10;  // of longer quotes the first words tell
    if (view.words <= telling) {
      WordKind const kind = names_.kind_of(token);
      constexpr std::uint32_t verbs = 1u << 4 | 1u << 13 | 1u << 18 | 1u << 19;  // auxiliary, said, be, have
      pronoun |= neighbour_names[kind.early] == "pronoun";
      verb |= (kind.finite || (verbs >> kind.early & 1u)) && token.is(feature::lower);
      grammar |= kind.early != 0 || kind.late != 0;
    }
    if (token.is(feature::lower) && !(article_ >= 0 && vocabulary_.classes(token.word).has(static_cast<std::uint16_t>(article_))) &&
        !(names_.preposition >= 0 && vocabulary_.classes(token.word).has(static_cast<std::uint16_t>(names_.preposition)))) {
      view.title_case = false;
    }
  }
  view.inside = verb && pronoun ? 4u : pronoun ? 3u : verb ? 2u : grammar ? 1u : 0u;
  std::uint32_t const begin = block.sentences[view.sentence];
  std::uint32_t const before = std::max(running.blocks_ago == 0 ? running.last_token : 0u, running.unsaid);
  if (before > begin && before <= quote.first) {
    constexpr std::uint32_t close = 4;  // items
    bool const near = items_between(table, before, quote.first) < close;
    view.sibling = (before == running.unsaid ? 3u : 1u) + (near ? 0u : 1u);
  }
  view.length = length_bucket(view.words);
  view.starts_block = quote.first == block.tokens.first;
  view.whole_block = view.starts_block && quote.last == block.tokens.last;
  std::uint32_t second = no_index;
  for (std::uint32_t at = begin; at < quote.first; at += table.tokens[at].width) second = view.left_token, view.left_token = at;
  if (view.left_token == no_index) {
    view.left = 0;
  } else {
    Token const& left = table.tokens[view.left_token];
    ClassSet const& classes = vocabulary_.classes(left.word);
    view.left_word = left.word;
    if (second != no_index) view.second_left = neighbour(table, names_, {begin, view.left_token}, second);
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
    constexpr std::size_t comma = 10;
    ClassSet const* const owner = second == no_index ? nullptr : &vocabulary_.classes(table.tokens[second].word);
    view.work = view.left == comma && work_ >= 0 && owner && owner->has(static_cast<std::uint16_t>(work_));
  }
  if (view.left_token != no_index) {
    std::uint32_t const owner = table.tokens[view.left_token].is(feature::possessive) && view.left_token > begin ? view.left_token - 1 : view.left_token;
    view.broadcast = broadcaster_ >= 0 && vocabulary_.classes(table.tokens[owner].word).has(static_cast<std::uint16_t>(broadcaster_));
  }
  Range const rest{quote.last, block.sentences[block.sentence_of(quote.first) + 1]};
  view.right = neighbour(table, names_, rest, quote.last);
  // "claims", "notes" and "alleged" may be nouns and adjectives; where a rule ties the word to the quote it is a verb of saying.
  constexpr std::size_t said = neighbour_named("said");
  auto const cue = std::partition_point(block.cues.begin(), block.cues.end(), [&](Cue const& it) { return it.words.first < quote.last; });
  if (cue != block.cues.end() && cue->words.first == quote.last && cue->best != no_index && cue->kind == CueClass::speech) {
    SourceReading const& reading = block.readings[cue->best];
    if (reading.quote != no_index && reading.source.first >= cue->words.last && view.right != 0) view.right = said;
  }
  view.block = quote.block;
  return view;
}

void QuoteScorer::bare_facts(View const& view, Block const&, Running const& running, std::size_t which, Facts& facts) const {
  Bare const& bare = bare_[which];
  facts.add(bare.bias);
  facts.add(bare.length[view.length]);
  facts.add(bare.sibling[view.sibling]);
  facts.add(bare.inside[view.length][view.inside]);
  if (which == 1) {
    if (view.broadcast) facts.add(bare.broadcast);
    facts.add(bare.second_left[view.left][view.second_left]);
    if (FeatureId const id = bare.left_word[view.left_word]) facts.add(id);
  }
  facts.add(bare.ends[view.ends]);
  facts.add(bare.left[view.left]);
  facts.add(bare.length_case[view.length][view.upper]);
  facts.add(bare.length_ends[view.length][view.ends]);
  facts.add(bare.length_left[view.length][view.left]);
  if (view.title_case && view.upper == 1) {
    facts.add(bare.title_case);
    facts.add(bare.title_left[view.left]);
    facts.add(bare.title_ends[view.ends]);
    if (which == 1) {
      facts.add(bare.title_second[view.second_left]);
      if (view.work) facts.add(bare.work_and_comma);
      if (FeatureId const id = bare.title_word[view.left_word]) facts.add(id);
    }
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
