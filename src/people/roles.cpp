// What the document says that somebody is: office, calling, party, employer.
#include "people/run.hpp"

namespace whosaid {
namespace {

void add_fact(std::vector<RoleFact>& facts, RoleFact fact) {
  // A part of what is known already ("leader" of "majority leader") says nothing new.
  bool const known = std::any_of(facts.begin(), facts.end(), [&](RoleFact const& other) {
    return other.value == fact.value || (other.span.begin <= fact.span.begin && fact.span.end <= other.span.end);
  });
  std::erase_if(facts, [&](RoleFact const& other) { return fact.span.begin <= other.span.begin && other.span.end <= fact.span.end && !known; });
  if (!known) facts.push_back(std::move(fact));
}

}  // namespace

void People::Run::learn_role(Entity& entity, Range role) {
  if (role.empty()) return;
  // The head is the last word that names a role: "professor of law", "vice-president, Europe".
  std::uint32_t head = role.last - 1;
  for (std::uint32_t at = role.last; at > role.first; --at) {
    if (in(at - 1, self.role_words_)) {
      head = at - 1;
      break;
    }
  }
  add_fact(entity.roles, {text(role.first, role.last), table.span(role.first, role.last)});
  std::string const lemma(self.role_words_ >= 0 ? vocabulary.lemma(table.tokens[head].word, static_cast<std::uint16_t>(self.role_words_))
                                                : vocabulary.word(table.tokens[head].word));
  if (std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) == entity.role_heads.end()) {
    by_word["%" + lemma].push_back(static_cast<EntityId>(&entity - entities.data()));
    entity.role_heads.push_back(lemma);
  }
  if (entity.gender == Gender::unknown) {
    if (in(head, self.role_male_)) entity.gender = Gender::male;
    if (in(head, self.role_female_)) entity.gender = Gender::female;
  }
  if (entity.type == SpeakerType::unknown) entity.type = SpeakerType::person;
  entity.surely_person = entity.type == SpeakerType::person;
}

void People::Run::learn_affiliation(Entity& entity, Range affiliation) const {
  if (!affiliation.empty()) {
    add_fact(entity.affiliations, {text(affiliation.first, affiliation.last), table.span(affiliation.first, affiliation.last)});
  }
}

// The person whose name begins at a token.
EntityId People::Run::named_at(std::uint32_t token) const {
  for (std::uint32_t c = table.tokens[token].chunk; c != 0; c = table.chunks[c - 1].next) {
    Chunk const& inner = table.chunks[c - 1];
    if (inner.kind == self.person_ || inner.kind == self.proper_) return of_chunk[inner.data];
  }
  return no_index;
}

// Role and affiliation that stand beside a name belong to the one who bears it.
void People::Run::learn_from_source(MentionChunk const& chunk) {
  Range const name = capture(chunk, self.name_);
  if (name.empty()) return;
  EntityId const id = named_at(name.first);
  if (id == no_index) return;
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name == self.role_) learn_role(entities[id], {c.first, c.last});
    if (c.name == self.affiliation_) learn_affiliation(entities[id], {c.first, c.last});
  }
}

// Runs the grammar `roles` over the sentences that name a person in full; that is where people are introduced.
void People::Run::learn_offices() {
  grammar::Grammar const* const grammar = self.language_.grammar("roles");
  if (!grammar || !scratch) return;
  std::uint32_t done = 0;
  for (std::ptrdiff_t i = 0; i < first_source; ++i) {
    MentionChunk const& chunk = mentions.chunks[static_cast<std::size_t>(i)];
    if (chunk.kind != self.person_ || chunk.first < done) continue;
    std::uint32_t const sentence = sentence_of(chunk.first);
    std::uint32_t const first = sentence == 0 ? 0 : std::max(sentences[sentence - 1], done);
    std::uint32_t const end = sentence < sentences.size() ? sentences[sentence] : static_cast<std::uint32_t>(table.tokens.size());
    grammar->find(table, first, end, *scratch, [&](grammar::Match const& match) {
      EntityId id = no_index;
      for (grammar::Capture const& c : match.captures) {
        if (c.name == self.name_ && c.first < c.last) id = named_at(c.first);
      }
      if (id == no_index || entities[id].type == SpeakerType::organisation) return;
      for (grammar::Capture const& c : match.captures) {
        if (c.name == self.role_) learn_role(entities[id], {c.first, c.last});
        if (c.name == self.affiliation_) learn_affiliation(entities[id], {c.first, c.last});
      }
    });
    done = end;
  }
}

}  // namespace whosaid
