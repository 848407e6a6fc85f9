// Who a text tells to be dead: "Tim Holt, 17, died", "the murder of Tim Holt", "the late Tim Holt".
//
// The idea: behind the report of a death "Mr Holt said" is his father. So between bearers of one surname a dead one gives way where
// a verb of speech stands beside the name.
// It fails where the dead are quoted from earlier days beside a living namesake.
// Tests: tests/unit/people_victims_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// Whether what stands beside a name in [first, last) tells of its bearer's death.
bool People::Run::told_dead(std::uint32_t first, std::uint32_t last) const {
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  if (first > 0 && in(first - 1, self.late_)) return true;
  if (first > 0 && in(first - 1, self.death_participle_)) return true;  // "killed Tim Holt"
  if (first > 1 && in(first - 1, self.preposition_) && in(first - 2, self.death_noun_)) return true;
  std::uint32_t at = last;
  if (at + 1 < end && table.tokens[at].is(feature::possessive)) return in(at + 1, self.death_noun_);
  // ", 17," and "(17)"
  if (at + 2 < end && table.tokens[at].is(feature::comma | feature::bracket) && table.tokens[at + 1].is(feature::number | feature::hyphenated)) {
    at += 2;
    if (table.tokens[at].is(feature::comma | feature::bracket)) ++at;
  }
  if (at + 1 < end && table.tokens[at].is(feature::comma) && in(at + 1, self.relative_)) ++at;
  if (at < end && in(at, self.relative_)) ++at;
  constexpr int most = 3;  // "has been", "was then"
  bool passive = false;
  for (int steps = 0; steps < most && at < end && (in(at, self.be_) || in(at, self.aux_)); ++steps) passive = passive || in(at, self.be_), ++at;
  return at < end && (in(at, self.death_verb_) || (passive && in(at, self.death_participle_)));
}

// Asks that of every full mention; before surnames are looked for.
void People::Run::find_the_dead() {
  if (self.death_verb_ < 0) return;
  for (std::size_t i = 0; i < static_cast<std::size_t>(first_source); ++i) {
    EntityId const id = of_chunk[i];
    if (id == no_index || entities[id].dead || entities[id].type != SpeakerType::person) continue;
    entities[id].dead = told_dead(mentions.chunks[i].first, mentions.chunks[i].last);
  }
}

}  // namespace whosaid
