// What the other cues in reach say about a choice: which lies in which, and whether a rule ties one of them.
#include "attribution/quote_view.hpp"

namespace whosaid {

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
  constexpr std::size_t conjunction = neighbour_named("conjunction");
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
    bool tied = false, better = false, nearer = false, introduced = false;
    for (Rival const& other : rivals) {
      if (other.cue == me.cue) {
        better |= other.share > me.share;
        continue;
      }
      tied |= other.tied;
      introduced |= other.source != no_index && (other.relation == before_comma || other.relation == before_colon);
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
    if (introduced && me.opens_next) facts.add(answers_);  // The mayor asked, "Is it?" Weiss told him, "It is."
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

}  // namespace whosaid
