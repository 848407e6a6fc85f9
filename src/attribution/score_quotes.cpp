#include "attribution/quote_view.hpp"

namespace whosaid {

void QuoteScorer::goes_on_facts(TokenTable const& table, View const& view, Block const& block, Running const& running,
                                Facts& facts) const {
  std::size_t const next = running.blocks_ago == 0 ? 0 : 1;
  facts.add(on_bias_);
  if (!running.attributed) facts.add(on_nobody_);
  facts.add(on_ends_[next][view.ends]);
  facts.add(on_case_[next][view.upper]);
  facts.add(on_length_[next][view.length]);
  if (view.starts_block) facts.add(on_starts_block_[next]);
  if (view.whole_block && running.blocks_ago <= 1) facts.add(on_whole_[next]);
  if (next == 1 && running.asks && view.whole_block) facts.add(on_answers_);
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

std::size_t QuoteScorer::weigh(TokenTable const& table, std::vector<MarkedQuote> const& quotes, std::uint32_t number,
                               Block const& block, Block const& before, Running const& running, Weights const& weights, bool keep_facts,
                               std::vector<QuoteChoice>& choices) const {
  View view = look_at(table, quotes[number], block, running);
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
      rival.tied = near && (reading.quote == number || reading.second_quote == number);
    }
    if ((where == behind_next || where == behind_near) && view.ends == 2) {
      std::uint32_t const end = std::max(cue.words.last, cue.addressee.last);
      rival.opens_next = end + 1 < home.tokens.last && table.tokens[end].is(feature::comma | feature::colon) &&
                         table.tokens[end + 1].is(feature::quote) && table.tokens[end + 1].is(feature::begins_upper);
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
    Relation const where = relation(table, view, cue);
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
    for (auto cue = before.cues.rbegin(); cue != before.cues.rend() && taken < (colon ? 4 : 3) && cue->sentence == last_sentence; ++cue) {
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
