#include "attribution/clauses.hpp"

#include <algorithm>

namespace whosaid {
namespace {

// Sentences of the narration: a border inside a folded quote is none, and a quote that ended in a comma goes on.
// Nobody writes sentences of more than `longest` items; a text without full stops is read in pieces of that length, so that
// looking through a sentence for every cue in it stays linear in the text.
void find_sentences(TokenTable const& table, Block& block) {
  constexpr std::uint32_t longest = 600;
  std::uint32_t items = 0;
  bool open = false;  // the item before was a quote that its sentence goes on after
  for (std::uint32_t at = block.tokens.first; at < block.tokens.last;) {
    Token const& token = table.tokens[at];
    bool const starts = at == block.tokens.first || (token.is(feature::sentence_start) && !open) || ++items == longest;
    if (starts) items = 0;
    if (starts) block.sentences.push_back(at);
    open = token.is(feature::quote) && !token.is(feature::ends_stop | feature::ends_exclaim);
    at += token.width;
  }
  block.sentences.push_back(block.tokens.last);
}

// What a match captures, the first of each name.
struct Captures {
  Range cue, source, quote, second_quote, head, addressee, via, negation, future, unsaid;
  Captures(grammar::Match const& match, AttributionNames const& names) {
    // From the right, so that the first stands in the end.
    for (std::size_t i = match.captures.size(); i-- > 0;) {
      grammar::Capture const& capture = match.captures[i];
      Range* const place = capture.name == names.cue         ? &cue
                           : capture.name == names.source    ? &source
                           : capture.name == names.head      ? &head
                           : capture.name == names.quote     ? &quote
                           : capture.name == names.addressee ? &addressee
                           : capture.name == names.via       ? &via
                           : capture.name == names.negation  ? &negation
                           : capture.name == names.future    ? &future
                           : capture.name == names.unsaid    ? &unsaid
                                                             : nullptr;
      if (place == &quote && !quote.empty()) second_quote = quote;
      if (place) *place = {capture.first, capture.last};
    }
  }
};

std::uint32_t chunk_at(TokenTable const& table, std::uint32_t token, int kind) {
  if (kind < 0) return no_index;
  for (std::uint32_t at = table.tokens[token].chunk; at != 0; at = table.chunks[at - 1].next) {
    if (table.chunks[at - 1].kind == kind) return at - 1;
  }
  return no_index;
}

// The last word of a cue that a verb or noun list knows decides what the cue is: "was quoted as SAYING".
void classify(TokenTable const& table, Vocabulary const& vocabulary, AttributionNames const& names, int emitted, Cue& cue) {
  struct Row {
    int lexicon;
    CueClass kind;
  };
  Row const rows[] = {{names.speech, CueClass::speech},     {names.beat, CueClass::speech},       {names.report, CueClass::report},
                      {names.thought, CueClass::thought},   {names.show, CueClass::show},
                      {names.attitude, CueClass::attitude}, {names.noun, CueClass::noun}};
  cue.verb = cue.words.first;
  if (emitted >= 0 && emitted == names.beat_kind) {
    cue.kind = CueClass::beat;
    cue.lexicon = static_cast<std::uint16_t>(std::max(names.beat, 0));
    return;
  }
  if (!table.tokens[cue.words.first].is(feature::word)) {
    cue.kind = CueClass::mark;
    return;
  }
  for (Row const& row : rows) {
    if (row.lexicon < 0) continue;
    auto const lexicon = static_cast<std::uint16_t>(row.lexicon);
    // A multi-word entry that fills the cue goes before its words.
    for (std::uint32_t p = table.tokens[cue.words.first].phrase; p != 0; p = table.phrases[p - 1].next) {
      Phrase const& phrase = table.phrases[p - 1];
      if (phrase.lexicon == lexicon && cue.words.first + phrase.count == cue.words.last) {
        cue.kind = row.kind;
        cue.lexicon = lexicon;
        cue.lemma_phrase = phrase.lemma + 1;
        return;
      }
    }
  }
  // "Weiss's claims": what somebody owns is a noun, though "claims" may be a verb in the present.
  bool const owned = cue.words.first > 0 && table.tokens[cue.words.first - 1].is(feature::possessive) && table.tokens[cue.words.last - 1].is(feature::ends_s);
  for (std::uint32_t at = cue.words.last; at > cue.words.first; --at) {
    ClassSet const& classes = vocabulary.classes(table.tokens[at - 1].word);
    for (Row const& row : rows) {
      if (row.lexicon < 0 || !classes.has(static_cast<std::uint16_t>(row.lexicon))) continue;
      if (owned && row.kind != CueClass::noun && names.noun >= 0 && classes.has(static_cast<std::uint16_t>(names.noun))) continue;
      cue.verb = at - 1;
      cue.lexicon = static_cast<std::uint16_t>(row.lexicon);
      // Several words of which one is a known verb ("was quoted as saying") speak like that verb.
      cue.kind = row.kind == CueClass::noun && cue.words.last - cue.words.first > 1 ? CueClass::phrase : row.kind;
      return;
    }
  }
  cue.kind = CueClass::phrase;
}

// In order of place, the longer first; stable. Matches come nearly so: what is sorted already, or short, needs no memory.
template <class List, class Less>
void sort_nearly_sorted(List& list, Less less) {
  constexpr std::size_t short_list = 24;
  if (std::is_sorted(list.begin(), list.end(), less)) return;
  if (list.size() > short_list) return std::stable_sort(list.begin(), list.end(), less);
  for (auto at = list.begin() + 1; at != list.end(); ++at) {
    auto const place = std::upper_bound(list.begin(), at, *at, less);
    if (place != at) std::rotate(place, at, at + 1);
  }
}

}  // namespace

void Block::clear() {
  tokens = {};
  sentences.clear();
  quotes.clear();
  sources.clear();
  cues.clear();
  readings.clear();
  unsaid.clear();
  named.clear();
}

std::uint32_t Block::sentence_of(std::uint32_t token) const {
  auto const after = std::upper_bound(sentences.begin(), sentences.end() - 1, token);
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

void find_clauses(TokenTable const& table, grammar::Language const& language, AttributionNames const& names,
                  grammar::Scratch& scratch, bool last_sentence, Block& block) {
  find_sentences(table, block);
  for (std::uint32_t at = block.tokens.first; at < block.tokens.last; at += table.tokens[at].width) {
    if (std::uint32_t const chunk = chunk_at(table, at, names.source_kind); chunk != no_index) {
      block.sources.push_back(chunk);
    }
    if (table.tokens[at].is(feature::quote)) {
      if (std::uint32_t const chunk = chunk_at(table, at, quote_chunk); chunk != no_index) {
        block.quotes.push_back(table.chunks[chunk].data);
      }
    }
  }
  if (!names.grammar) return;

  // Each match becomes a cue with one reading; equal cues are gathered afterwards.
  struct Proposal {
    Cue cue;
    SourceReading reading;
    int emitted;
  };
  static thread_local std::vector<Proposal> proposals;
  proposals.clear();
  std::uint32_t const first = last_sentence && block.quotes.empty() ? block.sentences[block.sentences.size() - 2] : block.tokens.first;
  names.grammar->find(table, first, block.tokens.last, scratch, [&](grammar::Match const& match) {
    if (names.named_kind >= 0 && match.kind == names.named_kind) {
      std::uint32_t const chunk = chunk_at(table, Captures(match, names).quote.first, quote_chunk);
      if (chunk != no_index) block.named.push_back(table.chunks[chunk].data);
      return;
    }
    Proposal proposal;
    proposal.emitted = match.kind;
    Captures const found(match, names);
    proposal.cue.words = found.cue;
    Range const quote = found.quote;
    if (proposal.cue.words.empty()) {
      // A rule without a cue of its own (colon, dash): the mark beside the quote is the cue.
      Range const source = found.source;
      if (source.empty() || (source.last >= match.last && source.first == match.first)) return;
      std::uint32_t const mark = source.last < match.last && !table.tokens[source.last].is(feature::quote)
                                     ? source.last
                                     : source.first - 1;
      proposal.cue.words = {mark, mark + 1};
    }
    proposal.cue.addressee = found.addressee;
    proposal.cue.via = found.via;
    proposal.cue.negated = !found.negation.empty();
    proposal.cue.future = !found.future.empty();
    proposal.cue.unsaid = !found.unsaid.empty();
    proposal.reading.source = found.source;
    proposal.reading.rule = match.rule;
    proposal.reading.rule_weight = match.weight;
    proposal.reading.rules = 1ull << std::min<unsigned>(match.rule, 63);
    if (Range const head = found.head; !head.empty()) {
      proposal.reading.head = chunk_at(table, head.first, names.source_kind);
    }
    if (!quote.empty()) {
      if (std::uint32_t const chunk = chunk_at(table, quote.first, quote_chunk); chunk != no_index) {
        proposal.reading.quote = table.chunks[chunk].data;
        proposal.reading.quote_rule = match.rule;
        proposal.reading.quote_weight = match.weight;
        std::uint32_t const second = found.second_quote.empty() ? no_index : chunk_at(table, found.second_quote.first, quote_chunk);
        if (second != no_index) proposal.reading.second_quote = table.chunks[second].data;
      }
    }
    if (proposal.cue.unsaid && proposal.reading.quote != no_index) block.unsaid.push_back({found.cue.first, proposal.reading.quote, match.rule});
    proposals.push_back(proposal);
  });

  sort_nearly_sorted(proposals, [](Proposal const& a, Proposal const& b) {
    if (a.cue.words.first != b.cue.words.first) return a.cue.words.first < b.cue.words.first;
    return a.cue.words.last > b.cue.words.last;
  });
  std::uint32_t reach = 0;  // end of the last cue kept
  for (Proposal const& proposal : proposals) {
    bool const same = !block.cues.empty() && block.cues.back().words == proposal.cue.words;
    if (!same) {
      if (proposal.cue.words.first < reach) continue;  // inside a longer cue
      Cue cue = proposal.cue;
      cue.sentence = block.sentence_of(cue.words.first);
      cue.readings = static_cast<std::uint32_t>(block.readings.size());
      cue.joined = proposal.emitted == names.joined_kind;
      classify(table, language.vocabulary(), names, proposal.emitted, cue);
      block.cues.push_back(cue);
      reach = cue.words.last;
    } else {
      Cue& cue = block.cues.back();
      cue.joined |= proposal.emitted == names.joined_kind;
      if (cue.addressee.empty()) cue.addressee = proposal.cue.addressee;
      if (cue.via.empty()) cue.via = proposal.cue.via;
      cue.negated |= proposal.cue.negated;
      cue.future |= proposal.cue.future;
      cue.unsaid |= proposal.cue.unsaid;
    }
    if (proposal.reading.source.empty()) continue;
    Cue& cue = block.cues.back();
    // Several rules may agree on a source: one reading carries them all.
    SourceReading* known = nullptr;
    for (std::uint32_t r = cue.readings; r < cue.readings + cue.reading_count; ++r) {
      if (block.readings[r].source.first == proposal.reading.source.first) known = &block.readings[r];
    }
    if (known) {
      known->rules |= proposal.reading.rules;
      if (proposal.reading.rule_weight > known->rule_weight) {
        known->rule = proposal.reading.rule;
        known->rule_weight = proposal.reading.rule_weight;
        known->source = proposal.reading.source;
      }
      // Of several rules that tie one quote, the one with the highest weight names the tie.
      bool const stronger = known->quote == proposal.reading.quote && proposal.reading.rule_weight > known->quote_weight;
      if (known->quote == no_index || stronger) {
        known->quote = proposal.reading.quote;
        known->quote_rule = proposal.reading.quote_rule;
        known->quote_weight = proposal.reading.quote_weight;
        known->second_quote = proposal.reading.second_quote;
      }
      continue;
    }
    block.readings.push_back(proposal.reading);
    ++cue.reading_count;
  }
}

}  // namespace whosaid
