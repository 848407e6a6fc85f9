#include "attribution/score_sources.hpp"

#include <bit>

namespace whosaid {

void SourceScorer::add_free_readings(TokenTable const& table, Block& block, Cue& cue) const {
  constexpr std::size_t nearest = 4;
  // Readings of a cue stand together: those of this cue are moved to the end before more are added.
  std::uint32_t const moved = static_cast<std::uint32_t>(block.readings.size());
  if (cue.readings + cue.reading_count != moved) {
    for (std::uint32_t i = 0; i < cue.reading_count; ++i) {
      auto const again = block.readings[cue.readings + i];  // a copy: the list may move while it grows
      block.readings.push_back(again);
    }
    cue.readings = moved;
  }
  auto const add = [&](std::uint32_t chunk) {
    Chunk const& source = table.chunks[chunk];
    if (source.first < cue.words.last && cue.words.first < source.last) return;  // the cue itself
    for (std::uint32_t r = cue.readings; r < cue.readings + cue.reading_count; ++r) {
      if (block.readings[r].head == chunk || block.readings[r].source.contains(source.first)) return;
    }
    SourceReading reading;
    reading.source = {source.first, source.last};
    reading.head = chunk;
    block.readings.push_back(reading);
    ++cue.reading_count;
  };
  std::uint32_t const begin = block.sentences[cue.sentence], end = block.sentences[cue.sentence + 1];
  auto const before = [&](std::uint32_t chunk) { return table.chunks[chunk].first < cue.words.first; };
  auto const split = std::partition_point(block.sources.begin(), block.sources.end(), before);
  std::size_t taken = 0;
  std::uint32_t first_of_sentence = no_index;
  for (auto at = split; at != block.sources.begin() && table.chunks[*(at - 1)].first >= begin;) {
    --at;
    if (taken++ < nearest) add(*at);
    first_of_sentence = *at;
    if (taken > 24) break;
  }
  if (first_of_sentence != no_index) add(first_of_sentence);
  // "Calling the street outside Halden unsafe, the mayor left": up to the comma stands what is called so.
  bool const fronted = cue.words.first == begin && table.tokens[cue.words.first].is(feature::ends_ing);
  if (!fronted && split != block.sources.end() && table.chunks[*split].first < end && table.chunks[*split].first < cue.words.last + 6) {
    add(*split);
  }
  // A sentence without anybody before the cue: the sentence before may have named them.
  if (first_of_sentence == no_index && cue.sentence > 0) {
    std::uint32_t const earlier = block.sentences[cue.sentence - 1];
    auto const from = std::partition_point(block.sources.begin(), block.sources.end(),
                                           [&](std::uint32_t chunk) { return table.chunks[chunk].first < earlier; });
    if (from != block.sources.end() && table.chunks[*from].first < begin) add(*from);
  }
}

// Whether a verb follows the mention, behind an apposition in commas or brackets, a phrase with a preposition or adverbs if
// there are such, and nothing governs it: "The campaign on Monday also doubled".
bool SourceScorer::subject_like(TokenTable const& table, Range sentence, Chunk const& source) const {
  auto const kind = [&](std::uint32_t at) { return neighbour(table, names_, sentence, at); };
  std::size_t const left = kind(source.first - 1);
  constexpr std::uint32_t governs = 1u << 2 | 1u << 3 | 1u << 13 | 1u << 14 | 1u << 15 | 1u << 17 | 1u << 18;
  if (source.first > sentence.first && governs >> left & 1u) return false;
  std::uint32_t at = source.last;
  std::size_t right = kind(at);
  if (right == 8 || right == 10) {
    constexpr std::uint32_t longest = 15;
    bool const comma = right == 8;
    for (std::uint32_t n = 0; ++at < sentence.last && n < longest; ++n) {
      std::size_t const here = kind(at);
      if (comma ? here == 8 : here == 10) break;
    }
    right = kind(++at);
  }
  constexpr std::uint32_t verbs = 1u << 4 | 1u << 13 | 1u << 14 | 1u << 17 | 1u << 18 | 1u << 19;
  constexpr std::uint32_t phrase = 1u << 1 | 1u << 2 | 1u << 11 | 1u << 12 | 1u << 16 | 1u << 5;
  constexpr std::uint32_t reach = 10;
  if (right == 2) {
    for (std::uint32_t n = 0; n < reach && phrase >> right & 1u && !(verbs >> right & 1u); ++n) right = kind(++at);
  }
  for (std::uint32_t n = 0; n < 2 && right == 5; ++n) right = kind(++at);
  if (right == 16 && source.first == sentence.first && at == source.last) return true;  // "The ad hits"
  return verbs >> right & 1u;
}

void SourceScorer::facts_of(TokenTable const& table, Block const& block, Cue const& cue, Place const& place,
                            SourceReading const& reading, Facts& facts) const {
  std::size_t const form = form_of(table, reading, forms_);
  std::size_t const side = reading.source.first < cue.words.first ? 0 : 1;
  std::size_t const verb = verb_form(table, names_, cue);
  bool const free = reading.rule == no_rule;
  if (place.before != no_index && reading.head == place.before) facts.add(as_before_[cue.joined ? 1 : 0][verb]);
  if (reading.head != no_index && reading.head == place.first_subject) facts.add(first_subject_[cue.joined ? 1 : 0][verb]);
  if (reading.head != no_index && reading.head == place.nearest_subject) facts.add(nearest_subject_[cue.joined ? 1 : 0][verb]);
  facts.add(form_[form]);
  facts.add(verb_form_[side][verb]);
  if (free) {
    facts.add(form_free_[form]);
    facts.add(verb_form_free_[side][verb]);
  }
  std::uint32_t const from = side == 0 ? reading.source.last : cue.words.last;
  std::uint32_t const to = side == 0 ? cue.words.first : reading.source.first;
  // What stands between, up to so many items.
  constexpr std::uint32_t farthest = 40;
  std::uint32_t distance = 0;
  bool comma = false, finite = false, quote = false, that = false;
  for (std::uint32_t at = from; at < to && distance < farthest; at += table.tokens[at].width, ++distance) {
    Token const& token = table.tokens[at];
    comma |= token.is(feature::comma);
    quote |= token.is(feature::quote);
    that |= static_cast<int>(token.word) == that_ && that_ != 0;
    finite |= names_.kind_of(token).finite;
  }
  facts.add(distance_[side][distance_bucket(distance)]);
  std::size_t const near = distance == 0 ? 0 : distance <= 2 ? 1 : distance <= 5 ? 2 : 3;
  auto const add_rule = [&](std::size_t i) {
    facts.add(rule_[i]);
    facts.add(rule_class_[i][static_cast<std::size_t>(cue.kind)]);
    facts.add(rule_near_[i][near]);
  };
  constexpr std::uint64_t shared = 1ull << 63;  // the last bit stands for all rules from there on
  for (std::uint64_t rules = reading.rules & ~shared; rules != 0; rules &= rules - 1) add_rule(static_cast<std::size_t>(std::countr_zero(rules)));
  if (reading.rules & shared)
    for (std::size_t i = 63; i < rule_.size(); ++i) add_rule(i);
  if (distance == 0) facts.add(form_next_[form]);
  facts.add(form_between_[form][(comma ? 1 : 0) + (finite ? 2 : 0)]);
  if (comma) facts.add(comma_);
  if (finite) facts.add(finite_between_);
  if (quote) facts.add(quote_between_);
  if (that) facts.add(that_between_);
  if (side == 0) {
    // A single comma parts what stands before it from the verb; two enclose an apposition: "… with Jan Dole, saying", "Jan Dole, the mayor, said".
    std::uint32_t const head_first = reading.head == no_index ? reading.source.first : table.chunks[reading.head].first;
    std::uint32_t commas = 0;
    bool closed = false;
    for (std::uint32_t at = head_first, n = 0; at < to && n < 60; at += table.tokens[at].width, ++n) {
      commas += table.tokens[at].is(feature::comma) ? 1u : 0u;
      closed |= table.tokens[at].is(feature::bracket) && at >= reading.source.last;
    }
    facts.add(commas_[commas == 0 ? 0 : commas % 2 == 1 ? 1 : 2][verb]);
    if (closed && reading.source.first > block.tokens.first && table.tokens[reading.source.first - 1].is(feature::bracket)) facts.add(in_brackets_);
  }
  // Both lists are in order of place: only what stands between is looked at.
  auto source_at = std::partition_point(block.sources.begin(), block.sources.end(),
                                        [&](std::uint32_t chunk) { return table.chunks[chunk].first < from; });
  std::size_t sources = 0;
  for (; source_at != block.sources.end() && table.chunks[*source_at].first < to && sources < 4; ++source_at) ++sources;
  facts.add(sources_between_[sources]);
  auto const cue_at = std::partition_point(block.cues.begin(), block.cues.end(),
                                           [&](Cue const& other) { return other.words.first < from; });
  if (cue_at != block.cues.end() && cue_at->words.first < to) facts.add(cue_between_);
  auto const is_preposition = [&](std::uint32_t at) {
    return names_.kind_of(table.tokens[at]).preposition;
  };
  // Within the mention, behind its head, somebody else: "Ohio in the primary, Gov. Hale". Right before it, behind a comma,
  // a name: "Jan Brewer, an early supporter of …" speaks, not the supporter.
  std::uint32_t const head_end = reading.head == no_index ? reading.source.last : table.chunks[reading.head].last;
  auto const inner = std::partition_point(block.sources.begin(), block.sources.end(),
                                          [&](std::uint32_t chunk) { return table.chunks[chunk].first < head_end; });
  if (inner != block.sources.end() && table.chunks[*inner].first < reading.source.last) facts.add(source_in_tail_);
  if (inner != block.sources.end() && table.chunks[*inner].first == head_end + 1 && is_preposition(head_end)) facts.add(owner_);
  auto const outer = std::partition_point(block.sources.begin(), block.sources.end(),
                                          [&](std::uint32_t chunk) { return table.chunks[chunk].first < reading.source.first; });
  if (outer != block.sources.begin()) {
    Chunk const& named = table.chunks[*(outer - 1)];
    if (named.last + 1 == reading.source.first && table.tokens[named.last].is(feature::comma)) facts.add(apposition_);
    if (named.last + 1 == reading.source.first && is_preposition(named.last)) facts.add(attached_);
  }
  std::uint32_t const begin = block.sentences[cue.sentence];
  Range const sentence{begin, block.sentences[cue.sentence + 1]};
  std::size_t const left = neighbour(table, names_, sentence, reading.source.first - 1);
  std::size_t const right = neighbour(table, names_, sentence, reading.source.last);
  facts.add(before_[side][verb][left]);
  if (distance > 0 || side == 1) {
    facts.add(behind_[side][verb][right]);
    facts.add(around_[left][right]);
  }
  if (reading.source.first < begin) {
    facts.add(earlier_sentence_);
  } else if (reading.source.first > begin) {
    if (is_preposition(reading.source.first - 1)) facts.add(preposition_);
  } else {
    facts.add(first_);
    facts.add(first_verb_[verb]);
  }
  if (side == 0 && reading.source.last < block.tokens.last) {
    if (names_.kind_of(table.tokens[reading.source.last]).finite) {
      facts.add(subject_);
      facts.add(subject_verb_[verb]);
    }
  }
}

void SourceScorer::choose(TokenTable const& table, Block& block, Weights const& weights, DecisionObserver* observer) const {
  static thread_local std::vector<Facts> facts;
  static thread_local std::vector<std::uint32_t> subjects;  // of the sentence `seen`, in order of place
  Range seen;
  Cue const* earlier = nullptr;
  for (Cue& cue : block.cues) {
    Place place;
    if (earlier && earlier->sentence == cue.sentence && earlier->best != no_index) place.before = block.readings[earlier->best].head;
    // "Weiss dismissed Dole's claims and said": what a noun owns is no verb that the next one could be joined to.
    bool const owned = cue.words.first > block.tokens.first && table.tokens[cue.words.first - 1].is(feature::possessive);
    if (!owned || earlier == nullptr || earlier->sentence != cue.sentence) earlier = &cue;
    if (cue.unsaid) {
      cue.reading_count = 0;
      cue.best = no_index;
      continue;
    }
    Range const sentence{block.sentences[cue.sentence], block.sentences[cue.sentence + 1]};
    if (sentence != seen) {
      seen = sentence;
      auto at = std::partition_point(block.sources.begin(), block.sources.end(),
                                     [&](std::uint32_t chunk) { return table.chunks[chunk].first < sentence.first; });
      subjects.clear();
      for (; at != block.sources.end() && table.chunks[*at].first < sentence.last; ++at) {
        if (subject_like(table, sentence, table.chunks[*at])) subjects.push_back(*at);
      }
    }
    auto const behind = std::partition_point(subjects.begin(), subjects.end(), [&](std::uint32_t chunk) {
      return table.chunks[chunk].last <= cue.words.first;
    });
    if (behind != subjects.begin()) place.first_subject = subjects.front(), place.nearest_subject = *(behind - 1);
    add_free_readings(table, block, cue);
    std::size_t const count = cue.reading_count + 1u;
    if (facts.size() < count) facts.resize(count);
    float best = -1e30f;
    cue.best = no_index;
    for (std::uint32_t i = 0; i < cue.reading_count; ++i) {
      SourceReading& reading = block.readings[cue.readings + i];
      observer ? facts[i].clear() : facts[i].clear_for_sum(weights);
      facts_of(table, block, cue, place, reading, facts[i]);
      reading.score = weights.sum(facts[i]);
      if (reading.score > best) best = reading.score, cue.best = cue.readings + i;
    }
    Facts& none = facts[count - 1];
    observer ? none.clear() : none.clear_for_sum(weights);
    std::size_t const verb = verb_form(table, names_, cue);
    none.add(none_[static_cast<std::size_t>(cue.kind)][verb]);
    none.add(none_left_[verb][governor(table, names_, block.tokens, cue.words.first)]);
    if (cue.words.first > block.tokens.first && to_ != 0 &&
        static_cast<int>(table.tokens[cue.words.first - 1].word) == to_) {
      none.add(none_to_);
    }
    float const none_score = weights.sum(none);
    float const top = std::max(best, none_score);
    float sum = std::exp(none_score - top);
    for (std::uint32_t i = 0; i < cue.reading_count; ++i) sum += std::exp(block.readings[cue.readings + i].score - top);
    for (std::uint32_t i = 0; i < cue.reading_count; ++i) {
      SourceReading& reading = block.readings[cue.readings + i];
      reading.share = std::exp(reading.score - top) / sum;
    }
    if (none_score > best) cue.best = no_index;
    if (observer) observer->source_decision(block, cue, facts, count);
  }
}

}  // namespace whosaid
