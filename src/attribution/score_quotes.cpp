#include "attribution/score_quotes.hpp"

namespace whosaid {

struct QuoteScorer::View {
  std::uint32_t number = 0;
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::uint32_t words = 0;
  std::size_t length = 0, ends = 0, upper = 0, left = 0;
  bool title_case = false, starts_block = false, whole_block = false, sentence_has_cue = false, inner_stop = false,
       block = false, named = false;
  std::size_t right = 0;
  std::uint32_t left_token = no_index;
};

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

QuoteScorer::Relation QuoteScorer::relation(TokenTable const& table, View const& view, Block const& block, Cue const& cue) const {
  if (cue.words.first < view.first) {
    if (cue.sentence == view.sentence) {
      std::uint32_t const left = view.left_token;
      std::uint32_t const end = cue.addressee.empty() ? cue.words.last : std::max(cue.words.last, cue.addressee.last);
      bool const mark = left != no_index && left >= cue.words.first;
      std::uint32_t const distance = items_between(table, cue.words.last, view.first);
      if (mark && table.tokens[left].is(feature::colon)) return before_colon;
      if (distance == 0 || end >= view.first) return before_next;
      if (mark && table.tokens[left].word == that_ && that_ != 0) return before_that;
      if (mark && table.tokens[left].is(feature::comma) && distance < 14) return before_comma;
      return distance <= 6 ? before_near : before_far;
    }
    if (cue.sentence + 1 != view.sentence) return far_before;
    // "He put it this way. “…”" and "He said: / “…”" differ by the mark.
    return sentence_before;
  }
  if (cue.words.first == view.last && cue.kind == CueClass::mark) return behind_next;  // “…” — Jane Doe
  if (cue.sentence == view.sentence || (cue.sentence == view.sentence + 1 && view.ends == 2)) {
    std::uint32_t const distance = items_between(table, view.last, cue.words.first);
    if (distance <= 1) return behind_next;
    return distance <= 7 ? behind_near : behind_far;
  }
  (void)block;
  return sentence_behind;
}

void QuoteScorer::cue_facts(TokenTable const& table, View const& view, Block const& block, Cue const& cue, std::uint32_t chosen,
                            Relation relation, Cue const* nearest, Facts& facts) const {
  bool const before = relation != behind_next && relation != behind_near && relation != behind_far && relation != sentence_behind;
  std::size_t const side = before ? 0 : 1;
  facts.add(relation_[relation][static_cast<std::size_t>(cue.kind)]);
  facts.add(relation_ends_[relation][view.ends]);
  facts.add(relation_case_[relation][view.upper]);
  facts.add(relation_verb_[relation][verb_form(table, names_, cue)]);
  facts.add(length_[side][view.length]);
  if (nearest) {
    auto const& row = nearest == &cue ? nearest_ : beyond_;
    facts.add(row[side][static_cast<std::size_t>(nearest->kind)][verb_form(table, names_, *nearest)]);
  }
  if (FeatureId const lemma = lemma_[side][table.tokens[cue.verb].word]) facts.add(lemma);
  facts.add(left_[verb_form(table, names_, cue)][governor(table, names_, block.tokens, cue.words.first)]);
  facts.add(right_[neighbour(table, names_, block.tokens, cue.words.last)]);
  if (cue.joined) facts.add(joined_);
  if (cue.used) facts.add(used_);
  if (cue.negated) facts.add(negated_);
  if (chosen == no_index) {
    facts.add(no_source_);
  } else {
    SourceReading const& reading = block.readings[chosen];
    if (chosen != cue.best) facts.add(second_reading_);
    facts.add(form_[form_of(table, reading, forms_)]);
    facts.add(share_, log_odds(reading.share));
    if (reading.rule != no_rule && reading.rule < rule_.size()) facts.add(rule_[reading.rule]);
    if (reading.quote == view.number && reading.quote_rule < tied_rule_.size()) {
      facts.add(tied_rule_[reading.quote_rule]);
    } else if (reading.quote != no_index) {
      facts.add(other_quote_);
    }
  }
  if (relation == block_before || relation == block_before_colon) return;
  std::uint32_t const from = before ? cue.words.last : view.last;
  std::uint32_t const to = before ? view.first : cue.words.first;
  facts.add(distance_[side][distance_bucket(items_between(table, from, to))]);
  auto const cue_at = std::partition_point(block.cues.begin(), block.cues.end(),
                                           [&](Cue const& other) { return other.words.first < from; });
  std::size_t cues = 0;
  for (auto at = cue_at; at != block.cues.end() && at->words.first < to && cues < 4; ++at) ++cues;
  facts.add(cues_between_[cues]);
  std::size_t quotes = 0;
  for (std::uint32_t at = from, n = 0; at < to && n < 60 && quotes < 4; at += table.tokens[at].width, ++n) {
    quotes += table.tokens[at].is(feature::quote) ? 1u : 0u;
  }
  facts.add(quotes_between_[quotes]);
}

std::uint8_t QuoteScorer::nesting(TokenTable const& table, Block const& block, Cue const& outer, Cue const& inner) const {
  constexpr std::uint32_t far = 60;
  bool that = false, quote = false;
  std::size_t left = 0;  // what stands right before the inner subject
  std::uint32_t const source = inner.best == no_index ? no_index : block.readings[inner.best].source.first;
  std::uint32_t const end = source != no_index && source >= outer.words.last && source < inner.words.first ? source : inner.words.first;
  for (std::uint32_t at = outer.words.last, n = 0; at < end && n < far; at += table.tokens[at].width, ++n) {
    Token const& token = table.tokens[at];
    that |= that_ != 0 && token.word == that_;
    quote |= token.is(feature::quote);
    left = neighbour(table, names_, block.tokens, at);
  }
  if (source == no_index) return 6;
  constexpr std::size_t conjunction = 7;
  if (end == source) return quote ? 7 : left == conjunction ? 3 : that ? 2 : 1;
  bool const same = source < outer.words.last && outer.best != no_index && block.readings[outer.best].source.first == source;
  return same ? (quote ? 8 : 4) : 5;
}

void QuoteScorer::rival_facts(View const& view, Running const& running, std::vector<Rival> const& rivals, std::size_t count,
                              std::vector<QuoteChoice>& choices) const {
  bool any_tied = false;
  for (Rival const& rival : rivals) any_tied |= rival.tied;
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    Rival const& me = rivals[i];
    Facts& facts = choices[i].facts;
    std::uint32_t seen = 0;  // relations of other cues
    Rival const* nearest = nullptr;
    bool tied = false, better = false, nearer = false;
    for (Rival const& other : rivals) {
      if (other.cue == me.cue) {
        better |= other.share > me.share;
        continue;
      }
      tied |= other.tied;
      if (!nearest || other.distance < nearest->distance) nearest = &other;
      nearer |= other.source == me.source && me.source != no_index && other.distance < me.distance;
      if (std::uint32_t const bit = 1u << other.relation; !(seen & bit)) {
        seen |= bit;
        facts.add(rival_[me.relation][other.relation]);
      }
    }
    facts.add(outer_any_[me.outer]);
    facts.add(inner_any_[me.inner]);
    if (me.outer != 0) facts.add(outer_[me.outer][static_cast<std::size_t>(me.outer_kind)]), facts.add(outer_verb_[me.outer][me.verb]);
    if (me.inner != 0) facts.add(inner_[me.inner][static_cast<std::size_t>(me.inner_kind)]), facts.add(inner_verb_[me.inner][me.inner_verb]);
    if (nearest) facts.add(rival_class_[static_cast<std::size_t>(me.kind)][static_cast<std::size_t>(nearest->kind)]);
    if (tied) facts.add((me.tied ? both_tied_ : rival_tied_)[me.relation]);
    if (better) facts.add(better_reading_[me.relation]);
    if (nearer) facts.add(nearer_same_[me.relation]);
    if (!running.cue.empty() && running.cue.first == me.cue) facts.add(cue_before_[me.relation]);
    if (!running.source.empty() && me.source != no_index) {
      facts.add((running.source.first == me.source ? source_before_ : other_source_)[me.relation]);
    }
  }
  for (std::size_t i = rivals.size(); i < count; ++i) {
    Facts& facts = choices[i].facts;
    std::size_t const which = choices[i].tie == Tie::goes_on ? 0 : choices[i].tie == Tie::nobody ? 1 : 2;
    auto const& table = which == 0 ? on_rival_ : which == 1 ? nobody_rival_ : none_rival_;
    std::array<std::uint32_t, cue_classes> seen{};  // relations, by class: each counts once
    for (Rival const& rival : rivals) {
      std::uint32_t& relations_seen = seen[static_cast<std::size_t>(rival.kind)];
      if (relations_seen >> rival.relation & 1u) continue;
      relations_seen |= 1u << rival.relation;
      facts.add(table[rival.relation][static_cast<std::size_t>(rival.kind)]);
    }
    if (any_tied) facts.add(bare_tied_[which]);
    if (which != 0) continue;
    std::size_t const next = running.blocks_ago == 0 ? 0 : 1;
    if (!view.sentence_has_cue) facts.add(on_no_cue_[next]);
    facts.add(on_left_[next][view.left]);
    facts.add(on_right_[next][view.right]);
    facts.add(on_last_cue_[next][running.cue.empty() ? 0u : running.cue.first < running.last_token ? 1u : 2u]);
  }
}

void QuoteScorer::goes_on_facts(TokenTable const& table, View const& view, Block const& block, Running const& running,
                                Facts& facts) const {
  std::size_t const next = running.blocks_ago == 0 ? 0 : 1;
  facts.add(on_bias_);
  if (!running.attributed) facts.add(on_nobody_);
  facts.add(on_ends_[next][view.ends]);
  facts.add(on_case_[next][view.upper]);
  facts.add(on_length_[next][view.length]);
  if (view.starts_block) facts.add(on_starts_block_[next]);
  if (view.whole_block) facts.add(on_whole_[next]);
  facts.add(on_turns_, static_cast<float>(std::min<std::uint32_t>(running.turns, 5)));
  if (next == 1) facts.add(on_blocks_[std::min<std::uint32_t>(running.blocks_ago - 1, 4)]);
  std::uint32_t const from = next == 0 ? running.last_token : block.tokens.first;
  std::uint32_t const sentences = view.sentence - block.sentence_of(std::max(from, block.tokens.first));
  if (next == 0) facts.add(on_gap_[std::min<std::uint32_t>(sentences, 4)]);
  auto const source_at = std::partition_point(block.sources.begin(), block.sources.end(),
                                              [&](std::uint32_t chunk) { return table.chunks[chunk].first < from; });
  // Behind the quote before, its own attribution may stand: only a source in a later sentence is somebody else.
  std::uint32_t const own_end = next == 0 ? block.sentences[block.sentence_of(std::max(from, 1u) - 1) + 1] : from;
  for (auto at = source_at; at != block.sources.end() && table.chunks[*at].first < view.first; ++at) {
    if (table.chunks[*at].first >= own_end) {
      facts.add(on_source_);
      break;
    }
  }
  auto const cue_at = std::partition_point(block.cues.begin(), block.cues.end(),
                                           [&](Cue const& cue) { return cue.words.first < own_end; });
  if (cue_at != block.cues.end() && cue_at->words.first < view.first) facts.add(on_cue_);
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

std::size_t QuoteScorer::weigh(TokenTable const& table, std::vector<MarkedQuote> const& quotes, std::uint32_t number,
                               Block const& block, Block const& before, Running const& running, Weights const& weights, bool keep_facts,
                               std::vector<QuoteChoice>& choices) const {
  View view = look_at(table, quotes[number], block);
  view.number = number;
  view.named = std::find(block.named.begin(), block.named.end(), number) != block.named.end();
  std::size_t count = 0;
  auto const next = [&]() -> QuoteChoice& {
    if (count == choices.size()) choices.emplace_back();
    QuoteChoice& choice = choices[count++];
    keep_facts ? choice.facts.clear() : choice.facts.clear_for_sum(weights);
    choice.earlier_block = false;
    choice.cue = choice.reading = no_index;
    return choice;
  };

  static thread_local std::vector<Rival> rivals;
  rivals.clear();
  auto const add_rival = [&](Block const& home, Cue const& cue, std::uint32_t chosen, Relation where) {
    Rival rival;
    rival.cue = cue.words.first;
    rival.relation = where;
    rival.kind = cue.kind;
    bool const near = &home == &block;
    rival.own_sentence = near && cue.sentence == view.sentence;
    rival.distance = !near ? 60 : cue.words.first < view.first ? items_between(table, cue.words.last, view.first) : items_between(table, view.last, cue.words.first);
    if (chosen != no_index) {
      SourceReading const& reading = home.readings[chosen];
      rival.source = reading.source.first;
      rival.share = reading.share;
      rival.tied = near && reading.quote == number;
    }
    Cue const* const left = &cue == home.cues.data() ? nullptr : &cue - 1;
    Cue const* const right = &cue + 1 == home.cues.data() + home.cues.size() ? nullptr : &cue + 1;
    bool const same_side = right && (!near || right->words.first < view.first || cue.words.first > view.first);
    if (left && left->sentence == cue.sentence) rival.outer = nesting(table, home, *left, cue), rival.outer_kind = left->kind;
    if (same_side && right->sentence == cue.sentence) {
      rival.inner = nesting(table, home, cue, *right);
      rival.inner_kind = right->kind;
      rival.inner_verb = static_cast<std::uint8_t>(verb_form(table, names_, *right));
    }
    rival.verb = static_cast<std::uint8_t>(verb_form(table, names_, cue));
    rivals.push_back(rival);
  };
  // Cues of the sentence, of its neighbours, and of the block before when this quote opens its block.
  constexpr std::uint32_t most = 8;  // on either side
  auto const split = std::partition_point(block.cues.begin(), block.cues.end(),
                                          [&](Cue const& cue) { return cue.words.first < view.first; });
  auto const add_cue = [&](Cue const& cue) {
    if (cue.sentence == view.sentence) view.sentence_has_cue = true;
    // The nearest cue of its sentence on this side, if there is one.
    Cue const* nearest = nullptr;
    if (cue.words.first < view.first) {
      if ((split - 1)->sentence == view.sentence) nearest = &*(split - 1);
    } else {
      for (auto at = split; at != block.cues.end() && at->sentence <= view.sentence + 1; ++at) {
        if (at->words.first >= view.last) {
          nearest = &*at;
          break;
        }
      }
    }
    // Each source that the cue may have is a choice of its own: the quote may tell which one is meant.
    Relation const where = relation(table, view, block, cue);
    auto const add_reading = [&](std::uint32_t reading) {
      QuoteChoice& choice = next();
      choice.tie = Tie::cue;
      choice.cue = static_cast<std::uint32_t>(&cue - block.cues.data());
      choice.reading = reading;
      cue_facts(table, view, block, cue, reading, where, nearest, choice.facts);
      add_rival(block, cue, reading, where);
    };
    add_reading(cue.best);
    constexpr float worth_a_look = 0.12f;
    for (std::uint32_t r = cue.readings; r < cue.readings + cue.reading_count; ++r) {
      if (r != cue.best && (block.readings[r].share > worth_a_look || block.readings[r].quote == number)) add_reading(r);
    }
  };
  for (std::uint32_t n = 0; n < most && split - block.cues.begin() > n; ++n) {
    Cue const& cue = *(split - 1 - n);
    if (cue.sentence + 1 < view.sentence) break;
    add_cue(cue);
  }
  for (std::uint32_t n = 0; n < most && block.cues.end() - split > n; ++n) {
    Cue const& cue = *(split + n);
    if (cue.sentence > view.sentence + 1) break;
    if (cue.words.first < view.last) continue;
    add_cue(cue);
  }
  if (view.sentence == 0 && !before.cues.empty()) {
    std::uint32_t const last_sentence = static_cast<std::uint32_t>(before.sentences.size()) - 2;
    bool const colon = table.tokens[before.tokens.last - 1].is(feature::colon);
    std::uint32_t taken = 0;
    for (auto cue = before.cues.rbegin(); cue != before.cues.rend() && taken < 3 && cue->sentence == last_sentence; ++cue) {
      ++taken;
      QuoteChoice& choice = next();
      choice.tie = Tie::cue;
      choice.earlier_block = true;
      choice.cue = static_cast<std::uint32_t>(before.cues.rend() - cue) - 1;
      choice.reading = cue->best;
      Relation const where = colon ? block_before_colon : block_before;
      cue_facts(table, view, before, *cue, cue->best, where, nullptr, choice.facts);
      add_rival(before, *cue, cue->best, where);
    }
  }
  if (running.quote != no_index && running.blocks_ago <= 3) {
    QuoteChoice& choice = next();
    choice.tie = Tie::goes_on;
    goes_on_facts(table, view, block, running, choice.facts);
  }
  for (std::size_t which = 0; which < 2; ++which) {
    QuoteChoice& choice = next();
    choice.tie = which == 0 ? Tie::nobody : Tie::no_speech;
    bare_facts(view, block, running, which, choice.facts);
  }
  rival_facts(view, running, rivals, count, choices);
  for (std::size_t i = 0; i < count; ++i) choices[i].score = weights.sum(choices[i].facts);
  soften(choices, count, [](QuoteChoice const& c) { return c.score; }, [](QuoteChoice& c) -> float& { return c.share; });
  return count;
}

}  // namespace whosaid
