// Kin and namesakes: "his mother" of somebody whose mother the text names, "the elder Holt" of two.
//
// It fails where the text tells neither kinship nor age beside the names.
// Tests: tests/unit/people_families_test.cpp.
#include <charconv>

#include "people/run.hpp"

namespace whosaid {

std::string_view People::Run::kin_class(std::uint32_t token) const {
  return in(token, self.kin_) ? vocabulary.lemma(table.tokens[token].word, static_cast<std::uint16_t>(self.kin_)) : std::string_view();
}

// What kind of kin stands beside the first full mention of somebody: "his son, Jan Holt", "Jan Holt, his son,".
std::string_view People::Run::kin_beside(Entity const& entity) const {
  if (entity.introduced == no_index) return {};
  std::uint32_t at = entity.introduced;
  for (int steps = 0; steps < 3 && at > 0 && table.tokens[at - 1].is(feature::word | feature::comma); ++steps) {
    if (std::string_view const kin = kin_class(--at); !kin.empty()) return kin;
  }
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  at = entity.introduced;
  while (at < end && table.tokens[at].is(feature::capital)) ++at;
  if (at >= end || !table.tokens[at].is(feature::comma)) return {};
  for (int steps = 0; steps < 3 && ++at < end && table.tokens[at].is(feature::word); ++steps) {
    if (std::string_view const kin = kin_class(at); !kin.empty()) return kin;
  }
  return {};
}

// The age that stands behind the first full mention: "Bram Holt, 61,"; 0 = none.
int People::Run::age_beside(Entity const& entity) const {
  std::uint32_t at = entity.introduced;
  if (at == no_index) return 0;
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  while (at < end && table.tokens[at].is(feature::capital)) ++at;
  if (at + 1 >= end || !table.tokens[at].is(feature::comma) || !table.tokens[at + 1].is(feature::number)) return 0;
  std::string_view const written = text(at + 1, at + 2);
  int age = 0;
  std::from_chars(written.data(), written.data() + written.size(), age);
  return age;
}

// Of two who bear a surname, the one that "the elder" or "the younger" before it means; none where nothing tells.
EntityId People::Run::elder_or_younger(std::uint32_t word, EntityId one, EntityId other) const {
  if (!in(word, self.elder_)) return no_index;
  bool const elder = vocabulary.lemma(table.tokens[word].word, static_cast<std::uint16_t>(self.elder_)) == "older";
  auto const rank = [&](Entity const& entity) {
    std::string_view const kin = kin_beside(entity), suffix = words.text(entity.words.suffix);
    bool const younger = kin == "child" || kin == "grandchild" || kin == "nibling" || suffix == "jr";
    bool const older = kin == "parent" || kin == "grandparent" || kin == "pibling" || suffix == "sr";
    return older ? 1 : younger ? -1 : 0;
  };
  int difference = age_beside(entities[one]) - age_beside(entities[other]);
  if (age_beside(entities[one]) == 0 || age_beside(entities[other]) == 0) difference = rank(entities[one]) - rank(entities[other]);
  if (difference == 0) return no_index;
  return (difference > 0) == elder ? one : other;
}

// "Colin Holt founded it with his wife": of the person named last in full, in this sentence or the one before.
WordId People::Run::surname_before(std::uint32_t token) const {
  constexpr int most = 4;
  auto at = names_at(token);
  for (int steps = 0; steps < most && at != mentions.chunks.begin(); ++steps) {
    --at;
    if (sentence_of(at->first) + 1 < sentence_of(token)) break;
    EntityId const id = of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
    if (id == no_index || entities[id].type != SpeakerType::person || !entities[id].full_name) continue;
    bool const other = (in(token, self.male_) && entities[id].gender == Gender::female) || (in(token, self.female_) && entities[id].gender == Gender::male);
    if (!other) return entities[id].words.last();
  }
  return 0;
}

void People::Run::find_in_laws() {
  constexpr std::size_t most = 32;
  for (auto at = mentions.chunks.begin() + first_source; at != mentions.chunks.end() && memory.in_laws.size() < most; ++at) {
    Range const role = capture(*at, self.role_);
    if (role.empty() || kin_class(role_head(role)).empty()) continue;
    Range name{};  // the one behind the role: "Emil Weiss and his wife Rosa"
    for (grammar::Capture const& c : mentions.of(*at)) {
      if (c.name == self.name_ && c.first >= role.last && name.empty()) name = {c.first, c.last};
    }
    if (name.last - name.first != 1) continue;
    bool const named = role.first >= at->first + 2 && table.tokens[role.first - 1].is(feature::possessive) && table.tokens[role.first - 2].is(feature::capital);
    std::uint32_t const whose = role.first > at->first && in(role.first - 1, self.possessive_) ? role.first - 1 : at->first;
    WordId const surname = named ? words.of_token(role.first - 2) : in(whose, self.possessive_) ? surname_before(whose) : 0;
    if (surname == 0) continue;
    for (std::uint32_t c = table.tokens[name.first].chunk; c != 0; c = table.chunks[c - 1].next) {
      Chunk const& inner = table.chunks[c - 1];
      if (inner.kind == self.person_ || inner.kind == self.proper_) memory.in_laws.push_back({surname, inner.data});
    }
  }
}

// Whom "Mrs. Holt" means where nobody bears that name in full: his widow, Joan. An unknown sex takes the first.
EntityId People::Run::in_law(WordId surname, Gender gender) {
  for (InLaw const& one : memory.in_laws) {
    if (one.surname != surname) continue;
    EntityId& id = of_chunk[one.chunk];
    if (id == no_index) id = entity_for_name(mentions.chunks[one.chunk], true);
    if (id == no_index || entities[id].type == SpeakerType::organisation) continue;
    Gender known = entities[id].gender;
    if (known == Gender::unknown) {
      WordId const given = entities[id].words.first();
      known = words.in(given, self.first_female_) ? Gender::female : words.in(given, self.first_male_) ? Gender::male : Gender::unknown;
    }
    if (known == gender || gender == Gender::unknown) return id;
  }
  return no_index;
}

void People::Run::learn_kin(EntityId id, EntityId owner, Range role) {
  std::string_view const kin = kin_class(role_head(role));
  constexpr std::size_t most = 64;  // nobody's family is larger
  if (!kin.empty() && memory.kinships.size() < most) memory.kinships.push_back({id, owner, kin});
}

void People::Run::learn_couple(EntityId one, EntityId other) {
  constexpr std::size_t most = 64;
  if (one != no_index && other != no_index && one != other && memory.kinships.size() < most) memory.kinships.push_back({one, other, "couple"});
}

// "His mother" where the text calls him her son.
EntityId People::Run::kin_of(EntityId whose, std::uint32_t head) const {
  std::string_view const kin = kin_class(head);
  if (kin.empty() || whose == no_index) return no_index;
  auto const inverse = [](std::string_view of) -> std::string_view {
    if (of == "parent") return "child";
    if (of == "child") return "parent";
    if (of == "grandparent") return "grandchild";
    if (of == "grandchild") return "grandparent";
    if (of == "pibling") return "nibling";
    if (of == "nibling") return "pibling";
    return of;  // spouses and siblings
  };
  bool const male = in(head, self.role_male_), female = in(head, self.role_female_);
  EntityId found = no_index;
  for (Kinship const& one : memory.kinships) {
    // "Anna and Jan Holt … her husband": what else the two may be is not asked.
    bool const couple = one.kin == "couple" && inverse(kin) == kin;
    EntityId const other = one.bearer == whose && (couple || one.kin == inverse(kin)) ? one.owner : one.owner == whose && (couple || one.kin == kin) ? one.bearer : no_index;
    if (other == no_index) continue;
    Gender const gender = entities[other].gender;
    if ((male && gender == Gender::female) || (female && gender == Gender::male)) continue;
    if (found != no_index && found != other) return no_index;
    found = other;
  }
  return found;
}

}  // namespace whosaid
