// The numbers of the chunks, captures and lexicons that attribution asks for, looked up once.
#include <memory>

#include "attribution/clauses.hpp"

namespace whosaid {
namespace {

// The order of the questions is that of neighbour(): the first list that holds a word decides.
std::vector<WordKind> word_kinds(Vocabulary const& vocabulary, AttributionNames const& names) {
  std::vector<WordKind> out(vocabulary.word_count() + 1);
  for (std::uint32_t word = 0; word < out.size(); ++word) {
    ClassSet const& classes = vocabulary.classes(word);
    auto const in = [&](int lexicon) { return lexicon >= 0 && classes.has(static_cast<std::uint16_t>(lexicon)); };
    WordKind& kind = out[word];
    kind.finite = in(names.finite);
    kind.preposition = in(names.preposition);
    kind.early = word == names.to && names.to != 0     ? 3
                 : in(names.speech) && in(names.finite) ? 13
                 : in(names.pronoun)                    ? 6
                 : in(names.determiner)                 ? 1
                 : in(names.be)                         ? 18
                 : in(names.perfect)                    ? 19
                 : in(names.auxiliary)                  ? 4
                 : in(names.adverb)                     ? 5
                                                        : 0;
    kind.late = in(names.preposition) ? 2 : in(names.conjunction) ? 7 : 0;
  }
  return out;
}

}  // namespace

AttributionNames::AttributionNames(grammar::Language const& language)
    : grammar(language.grammar("attribution")),
      source_kind(language.chunk_kind("source")),
      cue_kind(language.chunk_kind("cue")),
      joined_kind(language.chunk_kind("joined")),
      beat_kind(language.chunk_kind("beat")),
      named_kind(language.chunk_kind("named")),
      quote(language.capture("quote")),
      cue(language.capture("cue")),
      source(language.capture("source")),
      head(language.capture("head")),
      addressee(language.capture("addressee")),
      via(language.capture("via")),
      negation(language.capture("negation")),
      future(language.capture("future")),
      unsaid(language.capture("unsaid")) {
  Vocabulary const& vocabulary = language.vocabulary();
  speech = vocabulary.lexicon("speech_verb");
  report = vocabulary.lexicon("report_verb");
  thought = vocabulary.lexicon("thought_verb");
  show = vocabulary.lexicon("show_verb");
  attitude = vocabulary.lexicon("attitude_verb");
  noun = vocabulary.lexicon("noun_cue");
  beat = vocabulary.lexicon("beat_verb");
  finite = vocabulary.lexicon("finite_verb");
  preposition = vocabulary.lexicon("preposition");
  determiner = vocabulary.lexicon("determiner");
  auxiliary = vocabulary.lexicon("aux");
  be = vocabulary.lexicon("be");
  perfect = vocabulary.lexicon("perfect_aux");
  adverb = vocabulary.lexicon("adverb");
  conjunction = vocabulary.lexicon("conjunction");
  pronoun = vocabulary.lexicon("pronoun_personal");
  to = vocabulary.find("to");
  kinds = std::make_shared<std::vector<WordKind> const>(word_kinds(vocabulary, *this));
}

}  // namespace whosaid
