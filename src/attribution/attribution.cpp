#include "attribution/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace whosaid {
namespace {

Weights read_weights(grammar::Language const& language, Problems& problems) {
  Weights weights;
  weights.id("-");  // number 0 is nobody's, so that 0 can mean "no feature"
  Problems found = weights.read(language.path_of("weights.txt"), language.file("weights.txt"));
  problems.insert(problems.end(), found.begin(), found.end());
  return weights;
}

// Shares of a softmax say too little of their middle; two numbers, read off the reliability table of `whosaid eval`, put
// them right. Without numbers (slope 0) the share stays as it is.
float calibrated(float share, float slope, float shift) {
  if (slope == 0) return share;
  float const p = std::clamp(share, 0.001f, 0.999f);
  return 1 / (1 + std::exp(-(slope * std::log(p / (1 - p)) + shift)));
}

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

// One document on its way through; blocks are reused so that nothing is allocated once they have grown.
struct Attribution::Run {
  Attribution const& self;
  Weights const& weights;
  TokenTable const& table;
  std::vector<MarkedQuote> const& quotes;
  grammar::Scratch& scratch;
  AttributionOptions options;
  DecisionObserver* observer;
  std::vector<Attributed>& out;
  Block block, before;
  Running running;
  std::uint32_t running_out = no_index;  // index into `out` of the running quote
  std::vector<QuoteChoice> choices;
  Facts facts;

  void document();
  void nested();
  void read_block();
  void tie_quote(std::uint32_t number);
  void report(Cue& cue);
  [[nodiscard]] QuoteKind kind_of(MarkedQuote const& quote, Attributed const& one) const;
};

Attribution::Attribution(grammar::Language const& language, Problems& problems)
    : language_(language),
      names_(language),
      weights_(read_weights(language, problems)),
      sources_(language, names_, weights_),
      quotes_(language, names_, weights_),
      indirect_(language, names_, weights_),
      slope_(weights_.id("confidence.slope")),
      shift_(weights_.id("confidence.shift")) {}

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
  if (beside && link.kind == CueClass::speech) return QuoteKind::direct;
  if (mark.is(feature::comma) && (opening.is(feature::begins_upper) || link.kind == CueClass::phrase)) return QuoteKind::direct;
  if (mark.is(feature::sentence_start | feature::stop)) return whole ? QuoteKind::direct : QuoteKind::mixed;
  return QuoteKind::mixed;
}

void Attribution::Run::tie_quote(std::uint32_t number) {
  MarkedQuote const& quote = quotes[number];
  std::size_t const count =
      self.quotes_.weigh(table, quotes, number, block, before, running, weights, observer || options.trace, choices);
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < count; ++i) {
    QuoteChoice& choice = choices[i];
    choice.source = choice.cue_words = {};
    if (choice.tie == Tie::cue) {
      Block const& home = choice.earlier_block ? before : block;
      choice.cue_words = home.cues[choice.cue].words;
      if (choice.reading != no_index) choice.source = home.readings[choice.reading].source;
    } else if (choice.tie == Tie::goes_on && running_out != no_index && out[running_out].has_link) {
      choice.source = out[running_out].link.source;
      choice.cue_words = out[running_out].link.cue;
    }
  }
  chosen = best_of(choices, count, options.keep_all || quote.block);
  if (observer) observer->quote_decision(block, before, number, choices, count, chosen);

  Attributed one;
  one.quote = number;
  one.tie = choices[chosen].tie;
  one.confidence = choices[chosen].share;
  one.speech = one.tie != Tie::no_speech;
  auto const source_of = [&](QuoteChoice const& choice) -> SourceReading const* {
    if (choice.tie != Tie::cue) return nullptr;
    Block const& home = choice.earlier_block ? before : block;
    return choice.reading == no_index ? nullptr : &home.readings[choice.reading];
  };
  if (one.tie == Tie::cue) {
    Block& home = choices[chosen].earlier_block ? before : block;
    Cue& cue = home.cues[choices[chosen].cue];
    one.link = link_of(home, cue, choices[chosen].reading);
    one.tied = choices[chosen].reading != no_index && home.readings[choices[chosen].reading].quote == number;
    one.has_link = true;
    cue.used = true;
    // The cue between two halves of a sentence: the second half is the same utterance.
    if (running_out != no_index && running.blocks_ago == 0) {
      Attributed const& last = out[running_out];
      if (last.has_link && last.link.cue == one.link.cue && last.quote != no_index) {
        one.continues = running_out;
        MarkedQuote const& first_half = quotes[last.quote];
        bool const between = first_half.last <= one.link.cue.first && one.link.cue.last <= quote.first;
        bool const open = table.tokens[first_half.first].is(feature::ends_comma) || ending(table.tokens[first_half.first]) == 3;
        bool const same_sentence = block.sentence_of(first_half.first) == block.sentence_of(quote.first);
        one.same_utterance = between && open && same_sentence;
      }
    }
    // Several candidates may name the same source: what they share counts together.
    if (SourceReading const* reading = source_of(choices[chosen])) {
      for (std::size_t i = 0; i < count; ++i) {
        if (i == chosen) continue;
        SourceReading const* other = source_of(choices[i]);
        if (other && other->source == reading->source) one.confidence += choices[i].share;
        if (choices[i].tie == Tie::goes_on && running_out != no_index && out[running_out].has_link &&
            out[running_out].link.source == reading->source) {
          one.confidence += choices[i].share;
        }
      }
      one.confidence *= std::min(1.0f, 0.15f + reading->share);
    }
    one.confidence = calibrated(one.confidence, weights[self.slope_], weights[self.shift_]);
  } else if (one.tie == Tie::goes_on && running_out != no_index) {
    Attributed const& last = out[running_out];
    one.continues = running_out;
    one.has_link = last.has_link;
    one.link = last.link;
    one.confidence = calibrated(one.confidence, weights[self.slope_], weights[self.shift_]) * std::max(0.2f, last.confidence);
  }
  // Nobody in sight, but how it was said may be: the cue is shown without a source.
  if (one.tie == Tie::nobody) {
    constexpr float worth_showing = 0.12f;
    std::size_t best = count;
    for (std::size_t i = 0; i < count; ++i) {
      bool const cue = choices[i].tie == Tie::cue && !choices[i].earlier_block && choices[i].share > worth_showing;
      if (cue && (best == count || choices[i].share > choices[best].share)) best = i;
    }
    if (best != count) {
      one.link = link_of(block, block.cues[choices[best].cue], no_index);
      one.has_link = true;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (i == chosen || choices[i].share < 0.03f) continue;
    SourceReading const* const reading = source_of(choices[i]);
    OtherChoice other;
    if (reading) {
      if (reading->source == one.link.source) continue;
      other = {reading->head, reading->source, choices[i].share};
    } else if (choices[i].tie == Tie::goes_on && running_out != no_index && out[running_out].has_link &&
               !out[running_out].link.source.empty() && !(out[running_out].link.source == one.link.source)) {
      other = {out[running_out].link.head, out[running_out].link.source, choices[i].share};
    } else {
      continue;
    }
    bool known = false;
    for (OtherChoice& earlier : one.others) {
      if (earlier.source == other.source) earlier.share += other.share, known = true;
    }
    if (!known) one.others.push_back(other);
  }
  std::stable_sort(one.others.begin(), one.others.end(),
                   [](OtherChoice const& a, OtherChoice const& b) { return a.share > b.share; });
  if (options.trace) {
    for (std::size_t i = 0; i < count; ++i) {
      QuoteChoice const& choice = choices[i];
      std::string line = i == chosen ? "chosen " : "lost   ";
      if (choice.tie == Tie::cue) {
        Block const& home = choice.earlier_block ? before : block;
        Cue const& cue = home.cues[choice.cue];
        SourceReading const* reading = source_of(choice);
        line += "cue '" + std::string(table.span(cue.words.first, cue.words.last).in(table.text)) + "' of '" +
                (reading ? std::string(table.span(reading->source.first, reading->source.last).in(table.text)) : std::string("nobody")) + "'";
        if (reading && reading->rule != no_rule) line += " by " + std::string(self.names_.grammar->rule_name(reading->rule));
      } else {
        line += choice.tie == Tie::goes_on ? "goes on from the quote before" : choice.tie == Tie::nobody ? "nobody in sight" : "no speech";
      }
      char share[32];
      std::snprintf(share, sizeof share, " %.2f: ", static_cast<double>(choice.share));
      one.trace.push_back(line + share + weights.explain(choice.facts));
    }
  }
  one.kind = kind_of(quote, one);
  running.turns = one.tie == Tie::goes_on ? running.turns + 1 : 0;
  out.push_back(std::move(one));
  if (out.back().speech) {
    running.quote = number;
    running.last_token = quote.last;
    running.blocks_ago = 0;
    running.attributed = out.back().has_link && !out.back().link.source.empty();
    running.source = out.back().has_link ? out.back().link.source : Range{};
    running.cue = out.back().has_link ? out.back().link.cue : Range{};
    running_out = static_cast<std::uint32_t>(out.size()) - 1;
  }
}

void Attribution::Run::report(Cue& cue) {
  Attributed one;
  self.indirect_.content_of(table, block, cue, one.content);
  float const probability = self.indirect_.probability(table, block, cue, one.content, weights, facts);
  if (observer) observer->indirect_decision(block, cue, facts, probability);
  if (probability < 0.33f || one.content.empty() || cue.best == no_index) return;
  one.kind = QuoteKind::indirect;
  one.tie = Tie::cue;
  one.has_link = true;
  one.link = link_of(block, cue, cue.best);
  one.confidence = probability;
  if (options.trace) one.trace.push_back("reported clause: " + weights.explain(facts));
  out.push_back(std::move(one));
}

void Attribution::Run::read_block() {
  find_clauses(table, self.language_, self.names_, scratch, !options.indirect, block);
  if (block.quotes.empty() && !options.indirect) {
    // Only its last cues can matter, for a quote that opens the next block; their sources are chosen all the same.
    std::erase_if(block.cues, [&](Cue const& cue) { return cue.sentence + 2 != block.sentences.size(); });
  }
  self.sources_.choose(table, block, weights, observer);
  for (std::uint32_t const number : block.quotes) tie_quote(number);
  if (options.indirect) {
    for (Cue& cue : block.cues) {
      if (!cue.used) report(cue);
    }
  }
}

void Attribution::Run::document() {
  std::uint32_t const end = static_cast<std::uint32_t>(table.tokens.size());
  std::size_t paragraph = 0;
  for (std::uint32_t at = 0; at < end;) {
    while (paragraph < table.paragraphs.size() && table.paragraphs[paragraph] <= at) ++paragraph;
    std::uint32_t border = paragraph < table.paragraphs.size() ? table.paragraphs[paragraph] : end;
    // A quote that runs over paragraphs binds them into one block.
    std::uint32_t i = at;
    bool quotes_inside = false;
    for (; i < border; i += table.tokens[i].width) {
      quotes_inside |= table.tokens[i].is(feature::quote);
      while (paragraph < table.paragraphs.size() && i + table.tokens[i].width > border) {
        ++paragraph;
        border = paragraph < table.paragraphs.size() ? table.paragraphs[paragraph] : end;
      }
    }
    std::swap(block, before);
    block.clear();
    block.tokens = {at, border};
    ++running.blocks_ago;
    // Without a quote here or at the next paragraph's start, and without indirect speech wanted, nothing is to be found.
    bool const needed = quotes_inside || options.indirect || (border < end && table.tokens[border].is(feature::quote | feature::mark));
    if (needed) {
      read_block();
    } else {
      block.sentences.assign({at, border});
    }
    at = border;
  }
}

// Quotes inside quotes: only where a cue inside the outer quote has one and names its source; the rest are terms and titles.
void Attribution::Run::nested() {
  for (std::uint32_t number = 0; number < quotes.size(); ++number) {
    MarkedQuote const& outer = quotes[number];
    bool const has_inner = number + 1 < quotes.size() && quotes[number + 1].parent == number;
    if (!has_inner || outer.inner_first >= outer.inner_last) continue;
    before.clear();
    block.clear();
    block.tokens = {outer.inner_first, outer.inner_last};
    running = {};
    running_out = no_index;
    std::size_t const known = out.size();
    read_block();
    // An answer within an answer needs more than a guess.
    std::erase_if(out, [&](Attributed const& one) {
      if (&one < out.data() + known) return false;
      bool const sure = one.speech && one.tie == Tie::cue && one.has_link && !one.link.source.empty() &&
                        one.link.kind == CueClass::speech && one.tied && one.confidence > 0.8f;
      return !sure || one.same_utterance;
    });
  }
}

void Attribution::attribute(TokenTable const& table, std::vector<MarkedQuote> const& quotes, grammar::Scratch& scratch,
                            AttributionOptions options, DecisionObserver* observer, std::vector<Attributed>& out) const {
  out.clear();
  if (observer) observer->document(table, quotes);
  Weights const* const others = observer ? observer->weights() : nullptr;
  Run run{*this, others ? *others : weights_, table, quotes, scratch, options, observer, out, {}, {}, {}, no_index, {}, {}};
  run.document();
  run.options.indirect = false;
  run.observer = nullptr;
  run.nested();
}

}  // namespace whosaid
