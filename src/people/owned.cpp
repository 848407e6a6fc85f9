// "His father", "Weiss's office": people and bodies that are told of by whose they are.
//
// The idea: where the text names them nowhere, they are called by the whole name of their owner: "Ana Weiss's father". Kin with a given
// name alone bear the surname of whom they belong to: "his wife, Maren" of Dale Holt is Maren Holt.
// It fails where a wife of another name is told of by her given name.
// Tests: tests/unit/people_owned_test.cpp.
#include <array>

#include "people/run.hpp"

namespace whosaid {
namespace {

constexpr float sure = 0.6f;  // the least share of an owner

}  // namespace

// The possessive mark or pronoun before the role of a noun phrase; no_index where nobody owns it.
std::uint32_t People::Run::owner_mark_in(MentionChunk const& chunk) const {
  if (in(chunk.first, self.possessive_)) return chunk.first;
  Range const role = capture(chunk, self.role_);
  for (std::uint32_t at = role.first; at > chunk.first + 1; --at) {
    if (table.tokens[at - 1].is(feature::possessive)) return at - 1;
  }
  return no_index;
}

// Whose a noun phrase with an owner is: one person, or a body for "its".
EntityId People::Run::owner_of(std::uint32_t mark, Resolution& resolution) {
  if (in(mark, self.possessive_)) return in(mark, self.plural_) ? no_index : pronoun(mark, resolution);
  return named_before(mark);
}

// Whose word an owned text is; none where that is not sure enough.
EntityId People::Run::owner_speaking(std::uint32_t mark, Resolution& resolution) {
  Resolution whose;
  EntityId const owner = owner_of(mark, whose);
  if (owner == no_index || whose.share < sure || (entities[owner].plural && entities[owner].type != SpeakerType::organisation)) return no_index;
  if (entities[owner].type != SpeakerType::person && entities[owner].type != SpeakerType::organisation) return no_index;
  resolution.basis = Basis::anaphoric;
  resolution.share = whose.share;
  return owner;
}

// "Her office", "Mr. Weiss's father" under the owner's whole name; none where the owner is not known by name.
EntityId People::Run::owned_noun(MentionChunk const& chunk, std::uint32_t mark, std::uint32_t head, bool is_role, bool plural) {
  if (self.owner_mark_.empty()) return no_index;
  Resolution whose;
  EntityId const owner = owner_of(mark, whose);
  if (owner == no_index || whose.share < sure || entities[owner].words.words.empty() || entities[owner].plural) return no_index;
  bool const body = in(mark, self.neuter_) || entities[owner].type == SpeakerType::organisation;
  if (!body && entities[owner].type != SpeakerType::person) return no_index;
  std::string& name = memory.text;
  name = entities[owner].name;
  name += self.owner_mark_;
  (name += ' ') += text(mark + 1, chunk.last);
  WordId const whole = words.phrase_of(std::string(name));
  if (auto const* const known = index.find(EntityIndex::phrase, whole)) {
    EntityId const id = index.first(*known);
    add_once(entities[id].aliases, text(chunk.first, chunk.last));
    return id;
  }
  std::string_view const kept = words.keep(name);
  EntityId const id = new_noun_entity(chunk, head, is_role, false, plural);
  entities[id].aliases.push_back(entities[id].name);
  entities[id].name = kept;
  index.add(EntityIndex::phrase, whole, id);
  return id;
}

// "His wife, Maren", "her neighbour Bill": somebody with a given name alone, whose owner stands before.
bool People::Run::introduces_kin(MentionChunk const& chunk) const {
  Range const role = capture(chunk, self.role_), name = capture(chunk, self.name_);
  if (role.empty() || name.last - name.first != 1 || owner_mark_in(chunk) == no_index) return false;
  return is_given(name.first) || !kin_class(role_head(role)).empty();
}

void People::Run::read_kin(MentionChunk const& chunk) {
  Range const role = capture(chunk, self.role_), given = capture(chunk, self.name_);
  EntityId const id = named_at(given.first);
  if (id == no_index || entities[id].type == SpeakerType::organisation) return;
  if (entities[id].words.words.size() == 1) {
    Entity& entity = entities[id];
    entity.type = SpeakerType::person;
    entity.surely_person = entity.by_given = true;
    learn_gender_of_role(entity, role);
    bool const male = in(given.first, self.first_male_), female = in(given.first, self.first_female_);
    if (entity.gender == Gender::unknown && male != female) entity.gender = male ? Gender::male : Gender::female;
  }
  std::uint32_t const mark = owner_mark_in(chunk);
  std::array<EntityId, 2> owners{no_index, no_index};
  if (in(mark, self.possessive_) && in(mark, self.plural_)) {
    auto const [one, other] = pair_before(mark);
    owners = {one, other};
  } else {
    Resolution whose;
    EntityId const owner = owner_of(mark, whose);
    if (owner != no_index && whose.share >= sure) owners[0] = owner;
  }
  WordId surname = 0;
  for (EntityId const owner : owners) {
    if (owner == no_index || owner == id || entities[owner].type != SpeakerType::person || entities[owner].words.words.empty()) continue;
    learn_kin(id, owner, role);
    // Of parents with two names nothing follows.
    if (surname != 0 && surname != entities[owner].words.last()) return;
    surname = entities[owner].words.last();
  }
  if (surname == 0 || !in(role_head(role), self.namesake_)) return;
  EntityId const owner = owners[0];
  bool const titled = entities[owner].words.words.size() == 1 && entities[owner].titled && !is_given_name(entities[owner].words.last());
  if (entities[id].words.words.size() != 1 || !(entities[owner].full_name || titled)) return;
  std::string_view written = entities[owner].name;
  if (entities[owner].words.suffix != 0) written = written.substr(0, written.rfind(' '));  // "Jr."
  while (!written.empty() && (written.back() == ',' || written.back() == ' ')) written.remove_suffix(1);
  take_surname(id, entities[owner].words, written);
}

bool People::Run::is_given_name(WordId word) const {
  return words.in(word, self.first_) || words.in(word, self.first_male_) || words.in(word, self.first_female_);
}

// The surname of the name `family`, that is written so: its words from the first particle on, "van der Meer".
void People::Run::take_surname(EntityId id, NameWords const& family, std::string_view written) {
  std::size_t from = family.words.size() == 1 ? 0 : 1;
  while (from + 1 < family.words.size() && !words.in(family.words[from], self.name_particle_)) ++from;
  std::size_t begin = written.size();
  for (std::size_t left = family.words.size() - from; left > 0 && begin > 0; --left) {
    std::size_t const space = written.rfind(' ', begin - 1);
    begin = space == std::string_view::npos ? 0 : space;
  }
  if (begin < written.size() && written[begin] == ' ') ++begin;
  Entity& entity = entities[id];
  std::string& whole = memory.text;
  (whole = entity.name) += ' ';
  whole += written.substr(begin);
  add_once(entity.aliases, entity.name);
  entity.name = words.keep(whole);
  std::span<WordId> const spoken = words.room(2);
  spoken[0] = entity.words.first();
  spoken[1] = family.last();
  entity.words.words = spoken;
  entity.full_name = entity.surely_person = entity.composed = true;
  entity.type = SpeakerType::person;
}

}  // namespace whosaid
