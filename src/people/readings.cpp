// What was read once stays read: pronouns and noun phrases of the narration, and those that stand for themselves.
//
// Tests: tests/unit/people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// "Residents said", "residents say": the base form is a verb behind several.
bool People::Run::crowd_acts(MentionChunk const& chunk) const {
  if (verb_of_subject(chunk.first, chunk.last) != no_index) return true;
  bool const says = chunk.last < table.tokens.size() && in(chunk.last, self.speech_verb_);
  return says && table.tokens[chunk.last].is(feature::lower) && !table.tokens[chunk.last].is(feature::ends_ing);
}

// A pronoun or a definite noun phrase of the narration, which keeps those it stands for present.
bool People::Run::is_anaphor(MentionChunk const& chunk) const {
  if (chunk.kind != self.source_) return false;
  Range const name = capture(chunk, self.name_);
  if (!name.empty()) {
    return name.last - name.first == 1 && (in(name.first, self.male_) || in(name.first, self.female_)) && chunk.last == name.last;
  }
  Range const role = capture(chunk, self.role_);
  if (role.empty()) return false;
  // "Gunner played it down", where the text has Jack Gunner.
  if (chunk.last - chunk.first == 1 && table.tokens[chunk.first].is(feature::sentence_start) && surnamed(chunk.first) != no_index) return true;
  if (!member_words(chunk).empty()) {
    // "One said": of one who only does something, opens a door perhaps, little is told.
    std::uint32_t const verb = verb_of_subject(chunk.first, chunk.last);
    return verb != no_index && in(verb, self.speech_verb_) && (in(verb, self.say_to_) || in(verb, self.tell_) || in(verb, self.report_verb_) || in(verb, self.thought_verb_));
  }
  if (in(chunk.first, self.article_)) return true;
  // "Residents said": present for "they" behind it.
  if (is_plural(role.last - 1) && crowd_acts(chunk)) return true;
  // "Another minister said": he is present for "the minister" behind it.
  if (in(chunk.first, self.member_) && verb_of_subject(chunk.first, chunk.last) != no_index) return true;
  // "Boone's father declined to comment": it is he who is quoted next, not Boone. Of relatives who do nothing little is said.
  bool const owned = in(chunk.first, self.possessive_) || (role.first > chunk.first && table.tokens[role.first - 1].is(feature::possessive));
  return owned && verb_of_subject(chunk.first, chunk.last) != no_index;
}

void People::Run::read_anaphor(MentionChunk const& chunk) {
  if (read_before(place_of(chunk)) || is_apposition(chunk)) return;
  Resolution resolution;
  bool const is_pronoun = !capture(chunk, self.name_).empty();
  if (is_pronoun && in_question(chunk.first)) return;
  EntityId const id = is_pronoun ? pronoun(chunk.first, resolution) : noun_phrase(chunk, resolution);
  if (id == no_index) return;
  // A new person or body is present from here on; a crowd or a document is not.
  SpeakerType const type = entities[id].type;
  bool const idle = type == SpeakerType::document || (type == SpeakerType::group && !crowd_acts(chunk));
  if (!is_pronoun && resolution.basis != Basis::anaphoric && idle) return;
  if (resolution.share < 0.5f) return;
  if (is_pronoun && resolution.share > 0.7f && entities[id].type == SpeakerType::person) learn_from_predicate(id, chunk.first);
  // "Weiss said the candidate's appeal would grow": nobody goes on about him for that.
  bool const owns = !is_pronoun && chunk.last < table.tokens.size() && table.tokens[chunk.last].is(feature::possessive);
  if (owns && chunk.first > 0 && !table.tokens[chunk.first].is(feature::sentence_start) && (in(chunk.first - 1, self.preposition_) || in(chunk.first - 1, self.finite_))) return;
  note_mention(id, chunk.first, chunk.last, true);
}

EntityId People::Run::pronoun(std::uint32_t token, Resolution& resolution) {
  if (Reading const* const known = read_before(token)) {
    resolution = known->resolution;
    return known->entity;
  }
  EntityId const id = find_pronoun(token, resolution);
  if (id != no_index && resolution.share > 0.7f && (in(token, self.male_) || in(token, self.female_))) {
    entities[id].leaning = in(token, self.male_) ? Gender::male : Gender::female;
  }
  keep_reading(token, id, resolution);
  return id;
}

void People::Run::keep_reading(std::uint32_t token, EntityId entity, Resolution const& resolution) {
  auto& readings = memory.readings;
  if (memory.reading_count == readings.size()) readings.emplace_back();
  readings[memory.reading_count] = {entity, resolution};
  index.add(EntityIndex::reading, token, static_cast<EntityId>(memory.reading_count++));
}

EntityId People::Run::standing_for_itself(std::string_view whole, bool& is_new) {
  WordId const number = words.phrase_of(whole);
  auto const* const known = index.find(EntityIndex::phrase, number);
  is_new = known == nullptr;
  if (known) return index.first(*known);
  EntityId const id = entities.add();
  entities[id].name = whole;
  index.add(EntityIndex::phrase, number, id);
  return id;
}

}  // namespace whosaid
