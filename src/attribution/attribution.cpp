#include "attribution/attribution.hpp"

#include <algorithm>
#include <cmath>

#include "attribution/attribution_run.hpp"
#include "attribution/token_facts.hpp"

namespace whosaid {
namespace {

Weights read_weights(grammar::Language const& language, Problems& problems) {
  Weights weights;
  weights.id("-");  // number 0 is nobody's, so that 0 can mean "no feature"
  Problems found = weights.read(language.path_of("weights.txt"), language.file("weights.txt"));
  problems.insert(problems.end(), found.begin(), found.end());
  return weights;
}

}  // namespace

Attribution::Attribution(grammar::Language const& language, Problems& problems)
    : language_(language),
      names_(language),
      weights_(read_weights(language, problems)),
      sources_(language, names_, weights_),
      quotes_(language, names_, weights_),
      indirect_(language, names_, weights_),
      slope_(weights_.id("confidence.slope")),
      shift_(weights_.id("confidence.shift")),
      nobody_(weights_.id("confidence.nobody")),
      behind_(weights_.id("confidence.cue_behind")),
      goes_on_(weights_.id("confidence.goes_on")),
      nested_(weights_.id("confidence.nested")),
      brief_(weights_.id("confidence.brief")),
      exclaim_(weights_.id("confidence.exclaim")),
      split_(weights_.id("confidence.split")),
      unmarked_(weights_.id("confidence.unmarked")),
      reported_(weights_.id("confidence.reported")),
      paragraphs_(weights_.id("confidence.paragraphs")) {
  for (std::size_t i = 0; names_.grammar && i < names_.grammar->rule_count(); ++i) {
    by_rule_.push_back(weights_.id(fact_name({"confidence.rule", short_name(names_.grammar->rule_name(static_cast<std::uint16_t>(i)))})));
  }
  grammar::Grammar const* const sources = language.grammar("sources");
  for (std::size_t i = 0; sources && i < sources->rule_count(); ++i) {
    by_form_.push_back(weights_.id(fact_name({"confidence.form", short_name(sources->rule_name(static_cast<std::uint16_t>(i)))})));
  }
}

namespace {

float shifted(float probability, float by) {
  float const p = std::clamp(probability, 0.001f, 0.999f);
  return 1 / (1 + std::exp(-(std::log(p / (1 - p)) + by)));
}

}  // namespace

void Attribution::doubt_reported(std::vector<Attributed>& attributed) const {
  for (Attributed& one : attributed) {
    if (!one.around.reported_by.empty() && one.quote != no_index) one.confidence = shifted(one.confidence, weights_[reported_]);
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

// "— Ana Weiss, mayor" below a quote that stands alone: it belongs to the quote.
bool Attribution::Run::names_speaker(Range line) const {
  constexpr std::uint32_t longest = 20;  // items
  Token const& first = table.tokens[line.first];
  if (!first.is(feature::dash) && table.text[first.begin] != '-') return false;
  if (items_between(table, line.first, line.last) > longest) return false;
  for (std::uint32_t at = line.first; at < line.last; ++at) {
    if (neighbour_names[neighbour(table, self.names_, line, at)] == "said") return false;
  }
  return true;
}

void Attribution::Run::document() {
  std::uint32_t const end = static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < end;) {
    // A quote that runs over paragraphs binds them into one block.
    std::uint32_t border = table.paragraph_end(at, end);
    auto const quote = std::lower_bound(table.folded.begin(), table.folded.end(), at);
    bool const quotes_inside = quote != table.folded.end() && *quote < border;
    bool const alone = table.tokens[at].is(feature::quote) && at + table.tokens[at].width == border;
    if (alone && border < end) {
      auto const next = std::upper_bound(table.paragraphs.begin(), table.paragraphs.end(), border);
      Range const line{border, next == table.paragraphs.end() ? end : *next};
      if (names_speaker(line)) border = line.last;
    }
    while (!options.asides.empty() && options.asides.front().last <= at) options.asides = options.asides.subspan(1);
    bool const aside = !options.asides.empty() && options.asides.front().first <= at && border <= options.asides.front().last;
    Running const kept = running;
    std::uint32_t const kept_out = running_out;
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
    if (aside) {  // for what follows it is as if it were not there
      running = kept;
      running_out = kept_out;
      std::swap(block, before);
    }
    at = border;
  }
}

// Quotes inside quotes: only where a cue inside the outer quote has one and names its source; the rest are terms and titles.
void Attribution::Run::nested(TokenTable& unfolding) {
  std::uint32_t const that = self.language_.vocabulary().find("that");
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
    Unfolded const open(unfolding, outer);
    read_block();
    // An answer within an answer needs more than a guess, and to be one: behind an article stands a word ("a 'pivot'").
    auto const is_answer = [&](Attributed const& one) {
      bool const sure = one.speech && one.tie == Tie::cue && one.has_link && !one.link.source.empty() &&
                        one.link.kind == CueClass::speech && one.tied && one.confidence > 0.72f;
      if (!sure) return false;
      std::uint32_t const left = item_before(table, outer.inner_first, quotes[one.quote].first);
      if (left == no_index || table.tokens[left].word == that) return true;
      return neighbour_names[neighbour(table, self.names_, block.tokens, left)] != "determiner";
    };
    std::size_t kept = known;
    answers.assign(out.size() - known, no_index);
    for (std::size_t i = known; i < out.size(); ++i) {
      // The rest of an answer that its cue interrupts stays and falls with its beginning.
      bool const rest = out[i].same_utterance && out[i].continues != no_index && out[i].continues >= known;
      if (rest ? answers[out[i].continues - known] == no_index : out[i].same_utterance || !is_answer(out[i])) continue;
      if (rest) out[i].continues = answers[out[i].continues - known];
      answers[i - known] = static_cast<std::uint32_t>(kept);
      if (i != kept) out[kept] = std::move(out[i]);
      ++kept;
    }
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(kept), out.end());
    // What somebody is quoted as having heard is second-hand.
    for (std::size_t i = known; i < out.size(); ++i) out[i].confidence = shifted(out[i].confidence, weights[self.nested_]);
  }
}

void Attribution::attribute(TokenTable& table, std::vector<MarkedQuote> const& quotes, grammar::Scratch& scratch,
                            AttributionOptions options, DecisionObserver* observer, std::vector<Attributed>& out) const {
  out.clear();
  if (observer) observer->document(table, quotes);
  Weights const* const others = observer ? observer->weights() : nullptr;
  Run run{*this, others ? *others : weights_, table, quotes, scratch, options, observer, out, {}, {}, {}, no_index, {}, 0, {}, {}};
  run.document();
  run.options.indirect = false;
  run.observer = nullptr;
  run.nested(table);
}

}  // namespace whosaid
