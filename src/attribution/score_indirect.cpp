#include "attribution/score_indirect.hpp"

#include <string>

namespace whosaid {
IndirectScorer::IndirectScorer(grammar::Language const& language, AttributionNames const& names, Weights& weights)
    : vocabulary_(language.vocabulary()), names_(names) {
  that_ = vocabulary_.find("that");
  to_ = vocabulary_.find("to");
  and_ = vocabulary_.find("and");
  but_ = vocabulary_.find("but");
  pronoun_ = vocabulary_.lexicon("pronoun_personal");
  article_ = vocabulary_.lexicon("determiner");
  wh_ = vocabulary_.lexicon("wh_word");
  conjunction_ = vocabulary_.lexicon("conjunction");
  subordinator_ = vocabulary_.lexicon("subordinator");
  std::string const stem = "indirect.";
  if (grammar::Grammar const* sources = language.grammar("sources")) {
    forms_ = std::min(sources->rule_count(), max_forms - 1);
    for (std::size_t i = 0; i < forms_; ++i) {
      form_[i] = weights.id(stem + "form." + std::string(short_name(sources->rule_name(static_cast<std::uint16_t>(i)))));
    }
  }
  form_[forms_] = weights.id(stem + "form.phrase");
  if (names.grammar) {
    for (std::size_t i = 0; i < names.grammar->rule_count(); ++i) {
      rule_.push_back(weights.id(stem + "rule." + std::string(short_name(names.grammar->rule_name(static_cast<std::uint16_t>(i))))));
    }
  }
  // How likely its subject's words or thoughts follow is a fact of each verb.
  lemma_ = lemma_features(vocabulary_, names_, weights, "indirect");
  for (std::size_t i = 0; i < neighbour_names.size(); ++i) {
    left_[i] = weights.id(stem + "left." + std::string(neighbour_names[i]));
  }
  for (std::size_t k = 0; k < cue_classes; ++k) {
    std::string const kind = stem + std::string(cue_class_names[k]);
    class_[k] = weights.id(kind);
    for (std::size_t i = 0; i < verb_forms; ++i) verb_[k][i] = weights.id(kind + ".verb." + std::string(verb_form_names[i]));
    for (std::size_t i = 0; i < next_names.size(); ++i) next_[k][i] = weights.id(kind + ".next." + std::string(next_names[i]));
  }
  for (std::size_t i = 0; i < length_names.size(); ++i) length_[i] = weights.id(stem + "length." + std::string(length_names[i]));
  bias_ = weights.id("indirect");
  share_ = weights.id(stem + "source_share");
  no_source_ = weights.id(stem + "no_source");
  negated_ = weights.id(stem + "negated");
  future_ = weights.id(stem + "future");
  behind_to_ = weights.id(stem + "behind_to");
  both_sides_ = weights.id(stem + "both_sides");
  before_only_ = weights.id(stem + "content_before");
  has_quote_ = weights.id(stem + "quote_in_content");
  no_content_ = weights.id(stem + "no_content");
  addressee_ = weights.id(stem + "addressee");
}

void IndirectScorer::content_of(TokenTable const& table, Block const& block, Cue const& cue, std::vector<Range>& content) const {
  content.clear();
  auto const in = [&](std::uint32_t at, int lexicon) {
    return lexicon >= 0 && vocabulary_.classes(table.tokens[at].word).has(static_cast<std::uint16_t>(lexicon));
  };
  std::uint32_t const begin = block.sentences[cue.sentence], end = block.sentences[cue.sentence + 1];
  SourceReading const* const reading = cue.best == no_index ? nullptr : &block.readings[cue.best];
  std::uint32_t after = cue.words.last;
  if (!cue.addressee.empty() && cue.addressee.first >= after) after = cue.addressee.last;
  bool const inverted = reading && reading->source.first >= cue.words.last;
  if (inverted) after = std::max(after, reading->source.last);
  std::uint32_t const clause = reading && !inverted ? std::min(reading->source.first, cue.words.first) : cue.words.first;

  // "The bank, Sato said, had lied twice" and "…, according to Sato.": a comma on the left of the clause, and a comma or
  // the end on its right.
  std::uint32_t const left = item_before(table, begin, clause);
  bool const comma_left = left != no_index && table.tokens[left].is(feature::comma);
  bool const closes = after >= end || table.tokens[after].is(feature::comma | feature::stop | feature::dash);
  if (comma_left && closes) {
    std::uint32_t from = left;
    for (std::uint32_t at = begin; at < left; at += table.tokens[at].width) {
      if (table.tokens[at].is(feature::semicolon | feature::dash)) from = at;
    }
    std::uint32_t const start = from == left ? begin : from + 1;
    if (start < left) content.push_back({start, left});
    if (after < end && table.tokens[after].is(feature::comma) && after + 1 < end) {
      std::uint32_t last = end;
      while (last > after + 1 && table.tokens[last - 1].is(feature::stop)) --last;
      if (last > after + 1 && !(table.tokens[after + 1].word == and_ && and_) && !in(after + 1, subordinator_)) {
        content.push_back({after + 1, last});
      }
    }
    return;
  }
  if (after >= end) return;
  std::uint32_t from = after;
  if (table.tokens[from].is(feature::comma | feature::colon)) ++from;
  // "Said in a statement on Monday that …": what was said begins with "that".
  constexpr std::uint32_t longest_aside = 9;  // items
  for (std::uint32_t at = from, n = 0; at < end && n < longest_aside; at += table.tokens[at].width, ++n) {
    Token const& token = table.tokens[at];
    if (that_ != 0 && token.word == that_ && (n == 0 || in(from, names_.preposition) || in(from, names_.adverb))) from = at;
    if ((that_ != 0 && token.word == that_) || !token.is(feature::word | feature::number) || names_.kind_of(token).finite) break;
  }
  // Up to the end of the sentence, or to a semicolon, or to ", X said" of somebody else.
  std::uint32_t to = end;
  for (std::uint32_t at = from; at < end; at += table.tokens[at].width) {
    if (table.tokens[at].is(feature::semicolon)) {
      to = at;
      break;
    }
  }
  auto const next_cue = std::partition_point(block.cues.begin(), block.cues.end(),
                                             [&](Cue const& other) { return other.words.first < from; });
  for (auto at = next_cue; at != block.cues.end() && at->words.first < to; ++at) {
    if (at->best == no_index || (at->kind != CueClass::speech && at->kind != CueClass::phrase)) continue;
    SourceReading const& other = block.readings[at->best];
    if (other.rule == no_rule || in(other.source.first, wh_)) continue;  // ", which opened in May, …" goes on
    std::uint32_t const other_first = std::min(other.source.first, at->words.first);
    std::uint32_t const mark = item_before(table, begin, other_first);
    // ", adding that …" and ", but Ito said …" start something new; "…, and said that …" as well.
    if (mark != no_index && mark > from && (table.tokens[mark].is(feature::comma) || in(mark, conjunction_))) {
      to = mark;
      break;
    }
  }
  while (to > from && table.tokens[to - 1].is(feature::stop | feature::comma)) --to;
  if (from < to) content.push_back({from, to});
}

float IndirectScorer::probability(TokenTable const& table, Block const& block, Cue const& cue, std::vector<Range> const& content,
                                  Weights const& weights, Facts& facts) const {
  facts.clear();
  auto const k = static_cast<std::size_t>(cue.kind);
  facts.add(bias_);
  facts.add(class_[k]);
  facts.add(verb_[k][verb_form(table, names_, cue)]);
  if (FeatureId const lemma = lemma_[table.tokens[cue.verb].word]) facts.add(lemma);
  if (cue.best == no_index) {
    facts.add(no_source_);
  } else {
    SourceReading const& reading = block.readings[cue.best];
    facts.add(share_, log_odds(reading.share));
    facts.add(form_[form_of(table, reading, forms_)]);
    for (std::size_t i = 0; i < rule_.size(); ++i) {
      if (reading.rules >> std::min<std::size_t>(i, 63) & 1u) facts.add(rule_[i]);
    }
  }
  facts.add(left_[governor(table, names_, block.tokens, cue.words.first)]);
  if (cue.negated) facts.add(negated_);
  if (cue.future) facts.add(future_);
  if (!cue.addressee.empty()) facts.add(addressee_);
  if (cue.words.first > block.tokens.first && to_ != 0 && table.tokens[cue.words.first - 1].word == to_) facts.add(behind_to_);
  std::uint32_t after = cue.words.last;
  if (!cue.addressee.empty() && cue.addressee.first >= after) after = cue.addressee.last;
  std::size_t next = 9;
  if (after < block.tokens.last) {
    Token const& token = table.tokens[after];
    ClassSet const& classes = vocabulary_.classes(token.word);
    auto const in = [&](int lexicon) { return lexicon >= 0 && classes.has(static_cast<std::uint16_t>(lexicon)); };
    next = token.word == that_ && that_ != 0                  ? 0u
           : token.word == to_ && to_ != 0                    ? 1u
           : token.is(feature::ends_ing)                      ? 2u
           : in(wh_)                                          ? 7u
           : in(names_.preposition)                           ? 3u
           : in(pronoun_)                                     ? 5u
           : in(article_)                                     ? 4u
           : in(conjunction_)                                 ? 11u
           : token.is(feature::comma)                         ? 10u
           : token.is(feature::stop)                          ? 9u
           : in(names_.finite)                                ? 12u
           : token.is(feature::capital)                       ? 6u
           : token.is(feature::number)                        ? 8u
                                                              : 13u;
  }
  facts.add(next_[k][next]);
  std::uint32_t words = 0;
  bool quote = false;
  for (Range const& range : content) {
    for (std::uint32_t at = range.first; at < range.last && words < 40; at += table.tokens[at].width) {
      words += table.tokens[at].is(feature::word) ? 1u : 0u;
      quote |= table.tokens[at].is(feature::quote);
    }
  }
  if (content.empty()) facts.add(no_content_);
  if (quote) facts.add(has_quote_);
  facts.add(length_[length_bucket(words)]);
  if (content.size() > 1) facts.add(both_sides_);
  if (content.size() == 1 && content.front().last <= cue.words.first) facts.add(before_only_);
  float const score = weights.sum(facts);
  return 1.0f / (1.0f + std::exp(-score));
}

}  // namespace whosaid
