// Quotes meet what they hang on: the best of their choices, with its confidence, its rivals and its kind.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "attribution/attribution_run.hpp"

namespace whosaid {
namespace {

// Choices that name the same source by the same words count together; whether it is speech at all is asked first.
std::size_t best_of(std::vector<QuoteChoice> const& choices, std::size_t count, bool keep_all) {
  std::size_t best = 0, none = count;
  float best_share = -1;
  for (std::size_t i = 0; i < count; ++i) {
    if (choices[i].tie == Tie::no_speech) none = i;
  }
  if (!keep_all && none != count && choices[none].share > 0.5f) return none;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == none) continue;
    float together = 0;
    bool strongest = true;
    for (std::size_t j = 0; j < count; ++j) {
      bool const same = i == j || (!choices[i].source.empty() && choices[i].source == choices[j].source);
      if (!same) continue;
      together += choices[j].share;
      if (choices[j].share > choices[i].share) strongest = false;
    }
    if (strongest && together > best_share) best_share = together, best = i;
  }
  return best;
}

}  // namespace

Link link_of(Block const& block, Cue const& cue, std::uint32_t chosen) {
  Link link;
  link.cue = cue.words;
  link.verb = cue.verb;
  link.kind = cue.kind;
  link.lexicon = cue.lexicon;
  link.lemma_phrase = cue.lemma_phrase;
  link.negated = cue.negated;
  link.future = cue.future;
  link.addressee = cue.addressee;
  link.via = cue.via;
  if (chosen != no_index) {
    SourceReading const& reading = block.readings[chosen];
    link.source = reading.source;
    link.head = reading.head;
    link.rule = reading.quote_rule != no_rule ? reading.quote_rule : reading.rule;
  }
  return link;
}

// Shares of a softmax say too little of their middle; numbers read off predictions by weights of other articles put them
// right. Without numbers (slope 0) the share stays as it is. That nobody is in sight is mostly wrong, whatever its share:
// somebody who was not seen spoke. Words behind their cue are less sure than those before it ("…," she said), few words less than
// many.
float Attribution::Run::calibrated(float share, Attributed const& one) const {
  float const slope = weights[self.slope_];
  if (slope == 0) return share;
  constexpr std::uint32_t few = 6;  // tokens
  MarkedQuote const& quote = quotes[one.quote];
  float shift = weights[self.shift_];
  if (one.tie == Tie::nobody || one.link.source.empty()) shift += weights[self.nobody_];
  if (one.tie == Tie::goes_on) shift += weights[self.goes_on_];
  if (one.tie == Tie::cue && one.link.cue.first >= quote.last) shift += weights[self.behind_];
  if (one.tie == Tie::cue && one.link.rule < self.by_rule_.size()) shift += weights[self.by_rule_[one.link.rule]];
  if (quote.inner_last - quote.inner_first < few) shift += weights[self.brief_];
  if (table.tokens[quote.first].is(feature::ends_exclaim)) shift += weights[self.exclaim_];
  if (one.same_utterance) shift += weights[self.split_];
  if (quote.block) shift += weights[self.unmarked_];
  if (table.tokens[quote.first].is(feature::several_paragraphs)) shift += weights[self.paragraphs_];
  if (one.has_link && one.link.head != no_index && table.chunks[one.link.head].rule < self.by_form_.size()) {
    shift += weights[self.by_form_[table.chunks[one.link.head].rule]];
  }
  float const p = std::clamp(share, 0.001f, 0.999f);
  return 1 / (1 + std::exp(-(slope * std::log(p / (1 - p)) + shift)));
}

// Quoted words inside a report are mixed; a whole utterance is direct. The utterance is whole when the cue stands beside
// the marks (a comma, a colon or nothing between), or when the words begin and end like a sentence.
QuoteKind Attribution::Run::kind_of(MarkedQuote const& quote, Attributed const& one) const {
  Token const& opening = table.tokens[quote.first];
  if (quote.segments.size() > 1 || one.tie == Tie::goes_on) return QuoteKind::direct;
  bool const whole = opening.is(feature::begins_upper) && opening.is(feature::ends_comma | feature::ends_stop | feature::ends_exclaim);
  if (!one.has_link) return whole ? QuoteKind::direct : QuoteKind::mixed;
  Link const& link = one.link;
  if (link.cue.first >= quote.last) {
    // Behind: "…," she said. Words before the mark in the same sentence make it a part of a report.
    std::uint32_t const begin = block.sentences[block.sentence_of(quote.first)];
    bool const alone = quote.first == begin || opening.is(feature::begins_upper);
    return alone ? QuoteKind::direct : QuoteKind::mixed;
  }
  std::uint32_t const left = item_before(table, std::min(link.cue.first, quote.first), quote.first);
  if (left == no_index) return whole ? QuoteKind::direct : QuoteKind::mixed;
  Token const& mark = table.tokens[left];
  if (mark.is(feature::colon)) return QuoteKind::direct;
  std::uint32_t const end = std::max({link.cue.last, link.addressee.last, link.source.first < quote.first ? link.source.last : 0u});
  bool const beside = left < end;
  // "She said “No.”" gives her words; "he apologised “unreservedly”" a few of his.
  if (beside && link.kind == CueClass::speech && (opening.is(feature::begins_upper) || mark.is(feature::comma))) return QuoteKind::direct;
  if (mark.is(feature::comma) && (opening.is(feature::begins_upper) || link.kind == CueClass::phrase)) return QuoteKind::direct;
  if (mark.is(feature::sentence_start | feature::stop)) return whole ? QuoteKind::direct : QuoteKind::mixed;
  return QuoteKind::mixed;
}

Link const* Attribution::Run::link_before() const {
  return running_out != no_index && out[running_out].has_link ? &out[running_out].link : nullptr;
}

SourceReading const* Attribution::Run::reading_of(QuoteChoice const& choice) const {
  if (choice.tie != Tie::cue || choice.reading == no_index) return nullptr;
  return &(choice.earlier_block ? before : block).readings[choice.reading];
}

// Whom each choice would name, and by which cue.
void Attribution::Run::name_choices() {
  Link const* const last = link_before();
  for (std::size_t i = 0; i < count; ++i) {
    QuoteChoice& choice = choices[i];
    choice.source = choice.cue_words = {};
    if (choice.tie == Tie::cue) {
      choice.cue_words = (choice.earlier_block ? before : block).cues[choice.cue].words;
      if (SourceReading const* const reading = reading_of(choice)) choice.source = reading->source;
    } else if (choice.tie == Tie::goes_on && last) {
      choice.source = last->source;
      choice.cue_words = last->cue;
    }
  }
}

// Several choices may name the source of choice `chosen`: what they share counts together.
float Attribution::Run::share_of_source(std::size_t chosen) const {
  Range const source = choices[chosen].source;
  float share = choices[chosen].share;
  for (std::size_t i = 0; i < count && !source.empty(); ++i) {
    if (i != chosen && choices[i].source == source) share += choices[i].share;
  }
  return share;
}

// `one` hangs on the cue of choice `chosen`.
void Attribution::Run::follow_cue(std::size_t chosen, Attributed& one) {
  Block& home = choices[chosen].earlier_block ? before : block;
  Cue& cue = home.cues[choices[chosen].cue];
  SourceReading const* const reading = reading_of(choices[chosen]);
  one.link = link_of(home, cue, choices[chosen].reading);
  one.tied = reading && (reading->quote == one.quote || reading->second_quote == one.quote);
  one.has_link = true;
  cue.used = true;
  Link const* const last = link_before();
  // The cue between two halves of a sentence: the second half is the same utterance.
  if (last && running.blocks_ago == 0 && last->cue == one.link.cue && out[running_out].quote != no_index) {
    one.continues = running_out;
    MarkedQuote const& first_half = quotes[out[running_out].quote];
    MarkedQuote const& quote = quotes[one.quote];
    constexpr std::uint32_t few_words = 3;  // tokens
    bool const between = first_half.last <= one.link.cue.first && one.link.cue.last <= quote.first;
    bool const open = table.tokens[first_half.first].is(feature::ends_comma) || ending(table.tokens[first_half.first]) == 3;
    bool const same_sentence = block.sentence_of(first_half.first) == block.sentence_of(quote.first);
    // Words of a report before the second half begin a report of their own: "fantasy", Foss said, but it was "true".
    std::uint32_t const left = item_before(table, one.link.cue.last, quote.first);
    std::uint32_t const end = std::max({one.link.cue.last, one.link.source.last, one.link.addressee.last});
    // Nor is a half what stands behind a word that wants more: said Weiss, who cut it to "sell".
    constexpr std::uint32_t wanting = 1u << 1 | 1u << 2 | 1u << 3 | 1u << 4 | 1u << 7 | 1u << 17 | 1u << 18 | 1u << 19;
    bool const open_end = left != no_index && (wanting >> neighbour(table, self.names_, block.tokens, left) & 1u);
    // Nor are two words without a comma anywhere: for “occupation” she wrote “queen”.
    auto const parts = [&](std::uint32_t at) { return table.tokens[at].is(feature::comma | feature::dash); };
    bool const comma = ending(table.tokens[first_half.first]) != 3 || parts(first_half.last) || (left != no_index && parts(left)) ||
                       quote.inner_last - quote.inner_first > few_words;
    bool const beside = left == no_index || (left < end && !open_end) || !table.tokens[left].is(feature::word | feature::number);
    one.same_utterance = between && open && same_sentence && beside && comma;
  }
  one.confidence = share_of_source(chosen);
  if (reading) one.confidence *= std::min(1.0f, 0.15f + reading->share);
  one.confidence = calibrated(one.confidence, one);
  constexpr float of_nobody = 0.2f;  // however sure it is that a court heard it
  if (cue.unsaid) one.confidence = std::min(one.confidence, of_nobody);
}

// Nobody in sight, but how it was said may be: the cue is shown without a source.
void Attribution::Run::show_lone_cue(Attributed& one) const {
  constexpr float worth_showing = 0.12f;
  std::size_t best = count;
  for (std::size_t i = 0; i < count; ++i) {
    bool const cue = choices[i].tie == Tie::cue && !choices[i].earlier_block && choices[i].share > worth_showing;
    if (cue && (best == count || choices[i].share > choices[best].share)) best = i;
  }
  if (best == count) return;
  one.link = link_of(block, block.cues[choices[best].cue], no_index);
  one.has_link = true;
}

// Who lost, best first; choices that name one source count together.
void Attribution::Run::list_others(std::size_t chosen, Attributed& one) const {
  constexpr float worth_naming = 0.03f;
  Link const* const last = link_before();
  for (std::size_t i = 0; i < count; ++i) {
    if (i == chosen || choices[i].share < worth_naming || choices[i].source.empty() || choices[i].source == one.link.source) continue;
    SourceReading const* const reading = reading_of(choices[i]);
    OtherChoice const other{reading ? reading->head : last->head, choices[i].source, choices[i].share};
    auto const known = std::find_if(one.others.begin(), one.others.end(), [&](OtherChoice const& it) { return it.source == other.source; });
    if (known == one.others.end()) {
      one.others.push_back(other);
    } else {
      known->share += other.share;
    }
  }
  std::stable_sort(one.others.begin(), one.others.end(),
                   [](OtherChoice const& a, OtherChoice const& b) { return a.share > b.share; });
}

void Attribution::Run::trace_choices(std::size_t chosen, Attributed& one) const {
  auto const words = [&](Range range) { return std::string(table.span(range.first, range.last).in(table.text)); };
  for (std::size_t i = 0; i < count; ++i) {
    QuoteChoice const& choice = choices[i];
    std::string line = i == chosen ? "chosen " : "lost   ";
    if (choice.tie == Tie::cue) {
      SourceReading const* const reading = reading_of(choice);
      line += "cue '" + words(choice.cue_words) + "' of '" + (reading ? words(reading->source) : std::string("nobody")) + "'";
      if (reading && reading->rule != no_rule) line += " by " + std::string(self.names_.grammar->rule_name(reading->rule));
    } else {
      line += choice.tie == Tie::goes_on ? "goes on from the quote before" : choice.tie == Tie::nobody ? "nobody in sight" : "no speech";
    }
    char share[32];
    std::snprintf(share, sizeof share, " %.2f: ", static_cast<double>(choice.share));
    one.trace.push_back(line + share + weights.explain(choice.facts));
  }
}

void Attribution::Run::tie_quote(std::uint32_t number) {
  MarkedQuote const& quote = quotes[number];
  count = self.quotes_.weigh(table, quotes, number, block, before, running, weights, observer || options.trace, choices);
  name_choices();
  std::size_t const chosen = best_of(choices, count, options.keep_all || quote.block);
  if (observer) observer->quote_decision(block, before, number, choices, count, chosen);

  Attributed one;
  one.quote = number;
  one.tie = choices[chosen].tie;
  one.confidence = choices[chosen].share;
  one.speech = one.tie != Tie::no_speech;
  if (one.tie == Tie::cue) {
    follow_cue(chosen, one);
  } else if (one.tie == Tie::goes_on && running_out != no_index) {
    Attributed const& last = out[running_out];
    one.continues = running_out;
    one.has_link = last.has_link;
    one.link = last.link;
    one.confidence = calibrated(share_of_source(chosen), one) * std::max(0.2f, last.confidence);
  } else if (one.tie == Tie::nobody) {
    one.confidence = calibrated(one.confidence, one);
    show_lone_cue(one);
  }
  // “No,” said William “Bill” Dray: a nickname within the source is nobody's speech.
  if (one.has_link && one.link.source.first < quote.first && quote.last <= one.link.source.last) {
    Attributed name;
    name.quote = number;
    name.tie = Tie::no_speech;
    name.confidence = one.confidence;
    name.speech = false;
    one = std::move(name);
  }
  list_others(chosen, one);
  if (options.trace) trace_choices(chosen, one);
  one.kind = kind_of(quote, one);
  running.turns = one.tie == Tie::goes_on ? running.turns + 1 : 0;
  out.push_back(std::move(one));
  Attributed const& last = out.back();
  if (!last.speech) {
    running.unsaid = quote.last;
    return;
  }
  running.quote = number;
  running.last_token = quote.last;
  running.blocks_ago = 0;
  bool const question = quote.inner_last > quote.inner_first && table.tokens[quote.inner_last - 1].span().in(table.text).ends_with('?');
  bool const turn = last.has_link && !last.link.cue.empty() && last.link.cue.last - last.link.cue.first == 1 && table.tokens[last.link.cue.first].is(feature::colon);
  running.asks = question || turn;
  running.attributed = last.has_link && !last.link.source.empty();
  running.source = last.has_link ? last.link.source : Range{};
  running.cue = last.has_link ? last.link.cue : Range{};
  running_out = static_cast<std::uint32_t>(out.size()) - 1;
}

}  // namespace whosaid
