// At which body somebody holds an office when the words beside the name do not say it: "its chairman", "a ministry spokesman", and
// "Plant manager Jan Dole" where the sentences before speak of one company.
//
// The idea: a noun for bodies means the one named last whose name holds that noun; a pronoun, and no noun at all, the one body near by.
// It fails where the body is named later.
// Tests: tests/unit/people_employers_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// Whom people work at is a body, unless something says that it is a person.
void People::Run::learn_body(std::uint32_t token) {
  EntityId const body = named_at(token);
  if (body == no_index) return;
  Entity& entity = entities[body];
  if (!entity.surely_person && entity.gender == Gender::unknown && entity.role_heads.empty()) entity.type = SpeakerType::organisation;
}

// The body named last before a noun whose name holds it: "the authority" is the Harbour Authority.
EntityId People::Run::body_holding(std::uint32_t noun) {
  WordId const word = words.of_token(noun);
  EntityId found = no_index, bare = no_index;  // "the Council" when nothing better is there
  visit_bodies_before(noun, [&](EntityId id, MentionChunk const&) {
    auto const& name = entities[id].words.words;
    if (std::find(name.begin(), name.end(), word) != name.end()) (name.size() > 1 ? found : bare) = id;
    return found == no_index;
  });
  return found != no_index ? found : bare;
}

// "The hospital" is no Halden Police, though "the group" may be.
bool People::Run::is_other_kind(Entity const& entity, std::uint32_t noun) {
  if (in(noun, self.possessive_) || !words.in(entity.words.last(), self.body_noun_)) return false;
  return !in(noun, self.any_body_) && entity.words.last() != words.of_token(noun);
}

// "Torvex will cut jobs. Its chief executive, Ana Weiss": the one word that the sentence, or the one before it, begins with is a body's,
// where nothing says that it is a person's. Of a plural, and of "the council", other words would tell.
EntityId People::Run::lone_body_before(std::uint32_t noun) {
  bool const its = in(noun, self.possessive_) && in(noun, self.neuter_);
  if (!its && !in(noun, self.business_)) return no_index;
  std::uint32_t const sentence = sentence_of(noun);
  auto at = names_at(noun);
  for (int steps = 0; steps < 16 && at != mentions.chunks.begin(); ++steps) {
    --at;
    if (sentence_of(at->first) + 1 < sentence || table.paragraph_of(at->first) + 1 < table.paragraph_of(noun)) return no_index;
    EntityId const id = of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
    if (id == no_index || at->kind == self.place_ || at->last - at->first != 1 || is_quoted(at->first)) continue;
    bool const opens = table.tokens[at->first].is(feature::sentence_start) || (at->first > 0 && table.tokens[at->first - 1].is(feature::sentence_start) && in(at->first - 1, self.business_));
    Entity& entity = entities[id];
    if (!opens || entity.words.words.size() != 1 || table.tokens[at->last].is(feature::possessive)) continue;
    if (entity.type == SpeakerType::organisation) return id;
    if (entity.type != SpeakerType::unknown || entity.surely_person || entity.gender != Gender::unknown || !entity.role_heads.empty()) continue;
    entity.type = SpeakerType::organisation;
    entity.is_company = true;
    return id;
  }
  return no_index;
}

// The body that "its" or "the authority's" means: the one named last whose name holds the noun; for a noun that is in no name,
// and for a pronoun, the one named last in this paragraph or the one before.
EntityId People::Run::body_meant(std::uint32_t noun) {
  bool const pronoun = in(noun, self.possessive_);
  if (pronoun ? in(noun, self.male_) || in(noun, self.female_) : !in(noun, self.group_)) return no_index;
  if (EntityId const id = pronoun ? no_index : body_holding(noun); id != no_index) return id;
  if (EntityId const id = lone_body_before(noun); id != no_index) return id;
  EntityId nearest = no_index;
  std::uint32_t const paragraph = table.paragraph_of(noun);
  visit_bodies_before(noun, [&](EntityId id, MentionChunk const& chunk) {
    if (table.paragraph_of(chunk.first) + 1 < paragraph) return false;
    if (entities[id].words.words.size() < 2 || is_other_kind(entities[id], noun)) return true;
    nearest = id;
    return false;
  });
  return nearest;
}

void People::Run::learn_body_meant(Entity& entity, std::uint32_t noun) {
  if (EntityId const body = body_meant(noun); body != no_index) add_fact(entity.affiliations, entities[body].name, table.span(noun, noun + 1));
}

// "A ministry spokesman", where the text has one Ministry of the Interior: said with the body, not with the office; "a council member"
// stays one.
void People::Run::learn_body_in_role(Entity& entity, Range role, std::vector<Range>& apart) {
  if (role.empty()) return;
  std::uint32_t const head = role_head(role);
  for (std::uint32_t at = role.first; at < head; ++at) {
    if (!in(at, self.group_) || !table.tokens[at].is(feature::lower) || table.tokens[at + 1].is(feature::possessive)) continue;
    EntityId const body = body_holding(at);
    if (body == no_index) continue;
    if (in(head, self.speaks_for_)) apart.push_back({at, at + 1});
    add_fact(entity.affiliations, entities[body].name, table.span(at, at + 1));
  }
}

// "Chief Executive Ana Weiss told analysts", "spokesman Jan Dole said": of which body is not said beside the name, because the
// article is about it. That is the one named most by far; where no body stands out, nothing is said.
void People::Run::learn_employer_of_article() {
  if (self.body_office_ < 0) return;
  auto& counts = memory.body_counts;
  counts.assign(entities.size(), 0);
  for (std::ptrdiff_t i = 0; i < first_source; ++i) {
    EntityId const id = of_chunk[static_cast<std::size_t>(i)];
    if (id != no_index && entities[id].type == SpeakerType::organisation && mentions.chunks[static_cast<std::size_t>(i)].kind != self.place_) ++counts[id];
  }
  EntityId first = no_index;
  std::uint32_t most = 0, second = 0;
  for (EntityId id = 0; id < entities.size(); ++id) {
    if (counts[id] > most) second = most, most = counts[id], first = id;
    else second = std::max(second, counts[id]);
  }
  constexpr std::uint32_t enough = 3;
  bool const one = most >= enough && most >= 2 * second;
  for (EntityId id = 0; id < entities.size(); ++id) {
    Entity& entity = entities[id];
    if (entity.type != SpeakerType::person || !entity.affiliations.empty()) continue;
    for (Known const& role : entity.roles) {
      std::uint32_t const token = table.at_or_after(role.span.begin);
      Range const words_of_role{token, table.at_or_after(role.span.end)};
      if (!holds(words_of_role, self.body_office_) || holds(words_of_role, self.past_)) continue;
      // "Opposition health spokeswoman", "police spokesman": it names whom she speaks for.
      bool own_body = false;
      for (std::uint32_t at = words_of_role.first; at + 1 < words_of_role.last; ++at) own_body |= in(at, self.group_) || in(at, self.collective_) || in(at, self.party_);
      if (own_body) continue;
      // "The trust's chief executive": of which body was asked before.
      if (token > 0 && (table.tokens[token - 1].is(feature::possessive) || in(token - 1, self.possessive_))) break;
      EntityId const body = one ? first : only_body_before(token, 1);
      if (body != no_index) add_fact(entity.affiliations, entities[body].name, role.span);
      break;
    }
  }
}

// The only body that the paragraph, and so many before it, name before a token.
EntityId People::Run::only_body_before(std::uint32_t token, std::uint32_t paragraphs) {
  EntityId found = no_index;
  bool several = false;
  std::uint32_t const paragraph = table.paragraph_of(token);
  // "Halden's rescue service said …. Spokesman Jan Weiss added": the service, which has no name.
  auto const sources = mentions.chunks.begin() + first_source;
  auto before = sources_at(token);
  constexpr int most = 40;  // phrases
  for (int tries = 0; tries < most && before != sources && table.paragraph_of((before - 1)->first) == paragraph; ++tries, --before) {
    MentionChunk const& chunk = *(before - 1);
    if (capture(chunk, self.name_).empty() && in(chunk.last - 1, self.group_) && owner_mark_in(chunk) != no_index) return no_index;
  }
  visit_bodies_before(token, [&](EntityId id, MentionChunk const& chunk) {
    if (table.paragraph_of(chunk.first) + paragraphs < paragraph) return false;
    if (is_bare_body({chunk.first, chunk.last}) || holds({chunk.first, chunk.last}, self.wire_)) return true;
    several |= found != no_index && found != id;
    found = id;
    return !several;
  });
  return several ? no_index : found;
}

}  // namespace whosaid
