// Where somebody belongs: the body, the party, the place or the country that stands with an office.
//
// Tests: tests/unit/people_resolve_test.cpp, the examples of roles.peg.
#include "people/run.hpp"

namespace whosaid {

// The name under which the document knows a body; of a party the noun for its members; else the words themselves.
std::string_view People::Run::known_name(Range range) {
  if (range.last - range.first == 1 && in(range.first, self.party_)) {
    std::uint32_t const word = table.tokens[range.first].word;
    std::string_view const member = vocabulary.lemma(word, static_cast<std::uint16_t>(self.party_));
    if (member == vocabulary.word(vocabulary.folded_word(word))) return text(range.first, range.last);  // letters keep their case
    std::string& name = memory.text;
    name = member;
    if (!name.empty() && table.tokens[range.first].is(feature::capital)) name[0] = static_cast<char>(name[0] & ~0x20);
    return words.keep(name);
  }
  for (std::uint32_t c = table.tokens[range.first].chunk; c != 0; c = table.chunks[c - 1].next) {
    Chunk const& chunk = table.chunks[c - 1];
    if (chunk.kind == self.source_ || chunk.last != range.last || chunk.data >= of_chunk.size() || of_chunk[chunk.data] == no_index) continue;
    Entity const& entity = entities[of_chunk[chunk.data]];
    if (entity.type == SpeakerType::organisation || entity.full_name) return entity.name;
  }
  if (EntityId const id = body_named(name_of(range)); id != no_index) return entities[id].name;
  return text(range.first, range.last);
}

// The country that a word of a stretch tells of: "Finnish driver"; 0 = none.
WordId People::Run::origin_in(Range range) const {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (in(at, self.nationality_) && table.tokens[at].is(feature::capital)) return words.add(vocabulary.lemma(table.tokens[at].word, static_cast<std::uint16_t>(self.nationality_)));
    for (auto hit = table.tokens[at].phrase; hit != 0; hit = table.phrases[hit - 1].next) {
      Phrase const& phrase = table.phrases[hit - 1];
      if (phrase.lexicon == self.nationality_ && table.tokens[at].is(feature::capital) && at + phrase.count <= range.last) return words.add(vocabulary.phrase_lemma(phrase.lemma));
    }
  }
  return 0;
}

// The noun for the members of a party that a stretch names; 0 = none.
WordId People::Run::party_in(Range range) const {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (in(at, self.party_) && table.tokens[at].is(feature::capital)) return words.add(vocabulary.lemma(table.tokens[at].word, static_cast<std::uint16_t>(self.party_)));
  }
  return 0;
}

void People::Run::learn_affiliation(Entity& entity, Range affiliation) {
  // "the left-leaning Kolm Institute" without what describes it; "the region" names no body.
  while (!affiliation.empty() && !table.tokens[affiliation.first].is(feature::capital | feature::number | feature::handle) && !in(affiliation.first, self.name_particle_)) ++affiliation.first;
  if (affiliation.empty()) return;
  learn_places(entity, affiliation);
  if (entity.party == 0) entity.party = party_in(affiliation);
  if (entity.origin == 0) entity.origin = origin_in(affiliation);
  if (is_compound(affiliation.last - 1)) return learn_linked(entity, affiliation);
  // "D-Ohio", "R-Iowa".
  std::string_view const written = text(affiliation.first, affiliation.last);
  if (written.find('-') == 1 && entity.places.size() < 32) add_once(entity.places, words.phrase_of(written.substr(2)));
  add_fact(entity.affiliations, known_name(affiliation), table.span(affiliation.first, affiliation.last));
}

// "The Kolm-linked cleric" is of Kolm; "a Halden-based lawyer" of no body.
void People::Run::learn_linked(Entity& entity, Range affiliation) {
  std::string_view const written = text(affiliation.first, affiliation.last);
  std::size_t const hyphen = written.rfind('-');
  if (hyphen == std::string_view::npos || !words.in(words.add(written.substr(hyphen + 1)), self.linked_tail_)) return;
  Span span = table.span(affiliation.first, affiliation.last);
  span.end = span.begin + static_cast<std::uint32_t>(hyphen);
  add_fact(entity.affiliations, written.substr(0, hyphen), span);
}

void People::Run::learn_places(Entity& entity, Range range) {
  visit_places(range, [&](WordId place) {
    if (entity.places.size() < 32) add_once(entity.places, place);
  });
}

// "Committee", "Group": a word for bodies that names none.
bool People::Run::is_bare_body(Range range) const {
  return range.last - range.first == 1 && in(range.first, self.org_word_) && !in(range.first, self.organisation_words_);
}

}  // namespace whosaid
