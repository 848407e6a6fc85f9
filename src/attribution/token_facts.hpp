// Small questions about tokens that all three scorers ask.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/clauses.hpp"
#include "attribution/weights.hpp"

namespace whosaid {

inline constexpr std::size_t max_forms = 24;  // rules of the sources grammar, and one for a phrase without a chunk
inline constexpr std::array<std::string_view, cue_classes> cue_class_names{
    "speech", "report", "thought", "show", "attitude", "noun", "phrase", "mark", "beat"};
inline constexpr std::size_t verb_forms = 5;
inline constexpr std::array<std::string_view, verb_forms> verb_form_names{"finite", "ing", "base", "other", "s"};
inline constexpr std::array<std::string_view, 2> side_names{"before", "behind"};
inline constexpr std::array<std::string_view, 4> ends_names{"comma", "stop", "exclaim", "open"};
inline constexpr std::array<std::string_view, 2> case_names{"lower", "upper"};
inline constexpr std::array<std::string_view, 6> length_names{"1", "2", "3-4", "5-9", "10-19", "20+"};
inline constexpr std::array<std::string_view, 8> distance_names{"0", "1", "2", "3", "4-5", "6-9", "10-17", "18+"};

inline std::size_t distance_bucket(std::uint32_t n) {
  if (n <= 3) return n;
  return n <= 5 ? 4 : n <= 9 ? 5 : n <= 17 ? 6 : 7;
}
inline std::size_t length_bucket(std::uint32_t words) {
  if (words <= 2) return words < 2 ? 0 : 1;
  return words <= 4 ? 2 : words <= 9 ? 3 : words <= 19 ? 4 : 5;
}

// 0 finite, 1 -ing, 2 base or participle, 3 no verb, 4 ends in s and may be a plural noun ("claims").
inline std::size_t verb_form(TokenTable const& table, AttributionNames const& names, Cue const& cue) {
  if (cue.kind == CueClass::noun || cue.kind == CueClass::mark || cue.kind == CueClass::phrase) return 3;
  Token const& verb = table.tokens[cue.verb];
  if (verb.is(feature::ends_ing)) return 1;
  if (names.kind_of(verb).finite) return 0;
  return verb.is(feature::ends_s) ? 4 : 2;
}

// Index of the sources rule that a reading's head came from; the last number for a bare phrase.
inline std::size_t form_of(TokenTable const& table, SourceReading const& reading, std::size_t forms) {
  return reading.head == no_index ? forms : std::min<std::size_t>(table.chunks[reading.head].rule, forms);
}

// What sort of word stands at `token`: tells a verb from the noun or adjective that looks like it.
inline constexpr std::array<std::string_view, 20> neighbour_names{
    "none",  "determiner", "preposition", "to",   "auxiliary", "adverb", "pronoun", "conjunction", "comma",
    "quote", "mark",       "name",        "word", "said",      "ed",     "ing",     "s",           "verb", "be",        "have"};
// The number of a name in it; one that is not there does not compile.
consteval std::size_t neighbour_named(std::string_view name) {
  std::size_t at = 0;
  while (neighbour_names.at(at) != name) ++at;
  return at;
}
inline std::size_t neighbour(TokenTable const& table, AttributionNames const& names, Range within, std::uint32_t at) {
  if (!within.contains(at)) return 0;
  Token const& token = table.tokens[at];
  if (token.is(feature::quote | feature::comma)) return token.is(feature::quote) ? 9 : 8;
  if (!token.is(feature::word)) return 10;
  WordKind const kind = names.kind_of(token);
  if (kind.early != 0) return kind.early;
  if (token.is(feature::ends_ly) && token.is(feature::lower)) return 5;
  if (kind.late != 0) return kind.late;
  if (token.is(feature::capital)) return 11;
  if (kind.finite) return 17;
  if (token.is(feature::ends_ed)) return 14;
  if (token.is(feature::ends_ing)) return 15;
  return token.is(feature::ends_s) ? 16 : 12;
}

// What governs the cue at `token`: its left neighbour, adverbs and negations stepped over ("was widely criticised").
inline std::size_t governor(TokenTable const& table, AttributionNames const& names, Range within, std::uint32_t token) {
  constexpr std::uint32_t adverbs = 3;
  std::size_t kind = 0;
  for (std::uint32_t n = 1; n <= adverbs; ++n) {
    kind = neighbour(table, names, within, token - n);
    if (kind != 5) break;
  }
  return kind;
}

// One feature for each word that can be a cue, by its lemma: index 0 is nobody's.
inline std::vector<FeatureId> lemma_features(Vocabulary const& vocabulary, AttributionNames const& names, Weights& weights,
                                             std::string const& stem) {
  std::array const lexicons{names.speech, names.report, names.thought, names.show, names.attitude, names.noun};
  ClassSet cues;
  for (int const lexicon : lexicons)
    if (lexicon >= 0) cues.add(static_cast<std::uint16_t>(lexicon));
  std::uint32_t const count = vocabulary.word_count();
  std::vector<FeatureId> ids(count + 1, 0);
  std::string name;
  for (std::uint32_t word = 1; word <= count; ++word) {
    ClassSet const& classes = vocabulary.classes(word);
    if (!classes.has_any_of(cues)) continue;
    auto const first = std::find_if(lexicons.begin(), lexicons.end(), [&](int lexicon) { return lexicon >= 0 && classes.has(static_cast<std::uint16_t>(lexicon)); });
    name.assign(stem).append(*first == names.noun ? ".noun." : ".lemma.").append(vocabulary.lemma(word, static_cast<std::uint16_t>(*first)));
    ids[word] = weights.id(name);
  }
  return ids;
}

// Items (a folded quote is one) from token `from` to token `to`, at most `most`.
inline std::uint32_t items_between(TokenTable const& table, std::uint32_t from, std::uint32_t to, std::uint32_t most = 40) {
  std::uint32_t n = 0;
  while (from < to && n < most) from += table.tokens[from].width, ++n;
  return n;
}

// The item before token `at` within `first`; no_index when there is none. Steps over a folded quote.
// Tokens do not point back, so a quote is found by walking from `hint`, a token at or before it.
inline std::uint32_t item_before(TokenTable const& table, std::uint32_t first, std::uint32_t at) {
  std::uint32_t last = no_index;
  for (std::uint32_t i = first; i < at; i += table.tokens[i].width) last = i;
  return last;
}

// How a quote ends: 0 comma, 1 stop, 2 ! or ?, 3 nothing.
inline std::size_t ending(Token const& quote) {
  if (quote.is(feature::ends_comma)) return 0;
  if (quote.is(feature::ends_stop)) return 1;
  return quote.is(feature::ends_exclaim) ? 2 : 3;
}

// log of the odds, bounded: what a share is worth as a fact.
inline float log_odds(float share) {
  float const p = std::clamp(share, 0.01f, 0.99f);
  return std::log(p / (1 - p)) / 4;
}

// Turns scores into shares that add up to 1. `get` gives a reference to a score, `set` takes a share.
template <class List, class Score, class Share>
void soften(List& list, std::size_t count, Score score, Share share) {
  float top = -1e30f, sum = 0;
  for (std::size_t i = 0; i < count; ++i) top = std::max(top, score(list[i]));
  for (std::size_t i = 0; i < count; ++i) sum += std::exp(score(list[i]) - top);
  for (std::size_t i = 0; i < count; ++i) share(list[i]) = std::exp(score(list[i]) - top) / sum;
}

}  // namespace whosaid
