// How a cue lies to a quote, and what speaks for the quote hanging on it.
#include "attribution/quote_view.hpp"

namespace whosaid {

QuoteScorer::Relation QuoteScorer::relation(TokenTable const& table, View const& view, Cue const& cue) const {
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
    if (!cue.unsaid) facts.add(no_source_);
    for (UnsaidTie const& tie : block.unsaid) {
      if (tie.cue == cue.words.first && tie.quote == view.number) facts.add(tied_rule_[tie.rule]);
    }
  } else {
    SourceReading const& reading = block.readings[chosen];
    if (chosen != cue.best) facts.add(second_reading_);
    facts.add(form_[form_of(table, reading, forms_)]);
    facts.add(share_, log_odds(reading.share));
    if (reading.rule != no_rule && reading.rule < rule_.size()) facts.add(rule_[reading.rule]);
    if ((reading.quote == view.number || reading.second_quote == view.number) && reading.quote_rule < tied_rule_.size()) {
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

}  // namespace whosaid
