// What becomes of a noun phrase that is a source: one of a group, whoever was told of last, somebody named before (nouns.cpp), whose it
// is, or somebody new who is called by these words.
//
// It fails where a phrase stands for somebody who is named only later.
// Tests: tests/unit/people_resolve_test.cpp.
#include <algorithm>

#include "people/run.hpp"

namespace whosaid {

// "The man, who does not want to be named,": nobody whom the text names.
bool People::Run::is_left_unnamed(MentionChunk const& chunk) const {
  constexpr std::uint32_t reach = 10;  // tokens
  std::uint32_t const who = chunk.last + 1;
  if (who + 1 >= table.tokens.size() || !table.tokens[chunk.last].is(feature::comma) || !in(who, self.relative_)) return false;
  auto const end = std::min(static_cast<std::uint32_t>(table.tokens.size()), who + reach);
  for (std::uint32_t at = who + 1; at < end && table.tokens[at].is(feature::word); ++at) {
    if (in(at, self.unnamed_word_)) return true;
  }
  return false;
}

// "A source close to the pair … the insider", "a study … the paper": a word that any of its kind may be called, for the last one.
EntityId People::Run::told_of_last(MentionChunk const& chunk, std::uint32_t head, Resolution& resolution) {
  constexpr std::uint32_t near = 4, far = 8;  // sentences
  std::uint32_t const sentence = sentence_of(chunk.first);
  bool const bare = head + 1 == chunk.last && head == chunk.first + 1;
  EntityId id = no_index;
  if (bare && in(head, self.unnamed_source_) && last_voice != no_index) {
    Entity const& entity = entities[last_voice];
    bool const such = std::any_of(entity.role_heads.begin(), entity.role_heads.end(), [&](WordId role) { return words.in(role, self.unnamed_source_); });
    bool const fits = entity.words.words.empty() && !entity.plural && entity.type != SpeakerType::group && such;
    if (fits && sentence - std::min(sentence, entity.last_sentence) <= near) id = last_voice;
  } else if (bare && in(head, self.document_any_) && last_document != no_index && sentence - last_document_sentence <= far) {
    id = last_document;
  }
  if (id == no_index) return id;
  resolution.basis = Basis::anaphoric;
  resolution.share = 0.8f;
  if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" is taken for " + std::string(entities[id].name) + ", told of last");
  return id;
}

// Whether its name ends in these words, whatever their case: "Kolm County Sheriff's Office" in "sheriff's office".
bool People::Run::ends_in(Entity const& entity, std::string_view words_at_end) {
  std::string_view const name = words.folded(entity.name), end = words.folded(words_at_end);
  return name.ends_with(end) && (name.size() == end.size() || name[name.size() - end.size() - 1] == ' ');
}

// "The sheriff's office", where the text has the Kolm County Sheriff's Office.
EntityId People::Run::end_of_name(MentionChunk const& chunk, std::uint32_t head, Resolution& resolution) {
  if (head + 1 != chunk.last || chunk.last - chunk.first < 3 || !in(head, self.group_)) return no_index;
  std::string_view const end = text(chunk.first + 1, chunk.last);
  EntityId found = no_index;
  visit_recent(32, [&](EntityId id) {
    if (entities[id].type == SpeakerType::organisation && entities[id].name.size() > end.size() && ends_in(entities[id], end)) found = id;
    return found == no_index;
  });
  if (found == no_index) return found;
  resolution.basis = Basis::anaphoric;
  resolution.share = 0.95f;
  if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" is the end of the name of " + std::string(entities[found].name));
  return found;
}

EntityId People::Run::new_noun_entity(MentionChunk const& chunk, std::uint32_t head, bool is_role, bool definite, bool plural) {
  EntityId const id = entities.add();
  Entity& entity = entities[id];
  entity.name = text(chunk.first, chunk.last);
  bool const document = !is_role && in(head, self.document_) && !in(head, self.group_);
  bool const group = !is_role && in(head, self.group_);
  bool const one_of = head > chunk.first && in(chunk.first, self.member_);  // "one of the nurses"
  bool const pair = in(head, self.pair_noun_);  // "a couple"
  bool const many = (plural && !one_of) || in(head, self.collective_) || pair;
  entity.type = document   ? SpeakerType::document
                : group && !pair ? SpeakerType::organisation
                : many     ? SpeakerType::group
                : !is_role ? SpeakerType::unknown
                : definite ? SpeakerType::person
                           : SpeakerType::anonymous;
  entity.plural = many || group;
  entity.surely_person = is_role && !many;
  SpeakerType const type = entity.type;
  if (is_role) {
    learn_from_description(id, chunk);
    entities[id].type = type;
    entities[id].surely_person = !many && entities[id].gender != Gender::unknown;
    // "The council denied it. A spokeswoman said …"
    if (entities[id].affiliations.empty() && in(head, self.speaks_for_) && head + 1 == chunk.last && (head < 1 || !in(head - 1, self.body_noun_))) {
      if (EntityId const body = only_body_before(chunk.first, 0); body != no_index) add_fact(entities[id].affiliations, entities[body].name, table.span(head, head + 1));
    }
    return id;
  }
  // "Dole's campaign" is named by its owner, and belongs to nobody else.
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name == self.affiliation_ && !(c.last < chunk.last && table.tokens[c.last].is(feature::possessive))) learn_affiliation(entity, {c.first, c.last});
  }
  return id;
}

// "Abbot, who showed no emotion", where the text has Neil Abbot: a calling, or any other word, that is the surname of one person.
EntityId People::Run::surnamed(std::uint32_t token) const {
  if (!table.tokens[token].is(feature::capital)) return no_index;
  auto const* const known = index.find(EntityIndex::word, words.of_token(token));
  if (!known || known->first != known->last) return no_index;
  EntityId const id = index.first(*known);
  Entity const& entity = entities[id];
  return entity.full_name && entity.type == SpeakerType::person && entity.words.last() == words.of_token(token) ? id : no_index;
}

EntityId People::Run::noun_phrase(MentionChunk const& chunk, Resolution& resolution) {
  if (Reading const* const known = read_before(place_of(chunk))) {
    resolution = known->resolution;
    return known->entity;
  }
  resolution.form = MentionForm::nominal;
  resolution.basis = Basis::explicit_;
  Range const role = capture(chunk, self.role_);
  std::uint32_t head = role.empty() ? chunk.last - 1 : role.last - 1;
  // "The leader of the opposition" is a leader, whom one entry of the list calls so.
  for (std::uint32_t at = role.first + 1; at < role.last && !in(head, self.role_words_); ++at) {
    if (in(at, self.preposition_) && in(at - 1, self.role_words_)) head = at - 1;
  }
  bool const definite = in(chunk.first, self.definite_);
  bool const body = in(head, self.group_) && in(head, self.body_noun_);  // "the council"
  bool const is_role = in(head, self.role_words_) && !in(head, self.collective_) && !body;
  std::string_view const single = is_role ? vocabulary.lemma(table.tokens[head].word, static_cast<std::uint16_t>(self.role_words_)) : std::string_view();
  // "The prime minister" is whom the text calls PM, where it calls anybody so.
  std::string_view const letters = letters_of_office(head);
  WordId const by_letters = letters.empty() ? 0 : words.add(letters);
  WordId const lemma = by_letters != 0 && index.find(EntityIndex::role, by_letters) ? by_letters : single.empty() ? 0 : words.add(single);
  bool const plural = is_role && vocabulary.word(table.tokens[head].word) != single;
  EntityId id = member_of_group(chunk, resolution);
  if (id != no_index) {
    keep_reading(place_of(chunk), id, resolution);
    return id;
  }
  id = head == chunk.first ? surnamed(head) : no_index;
  if (id != no_index) {
    resolution.form = MentionForm::name;
    keep_reading(place_of(chunk), id, resolution);
    return id;
  }
  // "A woman who gave her name only as Nora".
  id = is_role && !plural && !definite ? gave_name(chunk) : no_index;
  if (id != no_index) {
    Entity& entity = entities[id];
    if (entity.type == SpeakerType::unknown) entity.type = SpeakerType::person;
    if (entity.gender == Gender::unknown) entity.gender = in(head, self.role_male_) ? Gender::male : in(head, self.role_female_) ? Gender::female : Gender::unknown;
    entity.surely_person = true;
    learn_from_description(id, chunk);
    keep_reading(place_of(chunk), id, resolution);
    return id;
  }
  // "The Unite union" is Unite.
  id = in(head, self.kind_noun_) ? named_before(head, true) : no_index;
  if (id != no_index && entities[id].type == SpeakerType::organisation) {
    resolution.form = MentionForm::organisation;
    keep_reading(place_of(chunk), id, resolution);
    return id;
  }
  // "Its chief executive", and "police chief" in a headline, mean somebody only when the text says who that is.
  bool const owned = in(chunk.first, self.possessive_), behind_colon = chunk.first > 0 && table.tokens[chunk.first - 1].is(feature::colon) && table.paragraph_of(chunk.first) < 3;  // "Kolm fire: Mayor says"
  bool const bare = !owned && (behind_colon || table.tokens[head].is(feature::lower) || table.tokens[chunk.first].is(feature::paragraph_start)) && !in(chunk.first, self.determiner_) && !in(chunk.first, self.quantifier_);
  if (definite && !plural) id = told_of_last(chunk, head, resolution);
  if (id == no_index && definite && !is_role) id = end_of_name(chunk, head, resolution);
  // "The developer" is a company where nobody is a developer.
  bool const company = definite && is_role && !plural && (in(head, self.business_) || in(head, self.group_)) && !index.find(EntityIndex::role, lemma);
  if (id == no_index && company) id = meant_by_noun(chunk, head, 0, false, resolution);
  std::uint32_t const mark = id == no_index ? owner_mark_in(chunk) : no_index;
  // "The singer's representative" is the singer's, and nobody whom the text does not call so.
  bool const of_somebody = mark != no_index && mark > chunk.first && in(mark - 1, self.role_words_) && !in(mark - 1, self.group_);
  if (id == no_index && !plural && (definite ? is_role || in(head, self.group_) : is_role && (owned || bare))) id = meant_by_noun(chunk, head, lemma, !definite || of_somebody, resolution);
  if (id != no_index && is_role && entities[id].type != SpeakerType::organisation && resolution.share >= surely_described(chunk)) {
    learn_from_description(id, chunk);
    // "The billionaire, who is now the nominee"
    std::uint32_t const who = chunk.last + 1;
    if (who < table.tokens.size() && table.tokens[chunk.last].is(feature::comma) && in(who, self.relative_)) learn_from_predicate(id, who);
  }
  if (id == no_index && mark != no_index && is_role && !plural && !kin_class(head).empty()) {
    Resolution whose;
    id = kin_of(owner_of(mark, whose), head);
    if (id != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = whose.share;
      if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" is " + std::string(entities[id].name) + ", by what the text tells of the family");
    }
  }
  // "An internal memo … the memo".
  bool const document = !is_role && in(head, self.document_) && !in(head, self.group_);
  if (id == no_index && document) {
    id = mark != no_index && in(head, self.own_word_) ? owner_speaking(mark, resolution) : no_index;
    if (id == no_index) id = author_of(chunk);
    if (id != no_index && trace) {
      resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" speaks for " + std::string(entities[id].name));
    }
  }
  // "Weiss put up a photo over a caption that read": hers.
  if (id == no_index && document && !definite && mark == no_index && chunk.first > 1 && in(head, self.posted_text_) && in(chunk.first - 1, self.put_beside_) && table.tokens[chunk.first - 1].is(feature::lower)) {
    EntityId const actor = actor_near(chunk.first);
    if (actor != no_index && entities[actor].actor_sentence == sentence_of(chunk.first)) {
      id = actor;
      resolution.basis = Basis::anaphoric;
      resolution.share = self.weights_[self.author_told_];
      if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" speaks for " + std::string(entities[id].name) + ", who acts before it");
    }
  }
  if (id == no_index && mark != no_index) id = owned_noun(chunk, mark, head, is_role, plural);
  if (id == no_index && definite && document) {
    auto const* const known = index.find(EntityIndex::document, words.of_token(head));
    if (known) {
      id = index.last(*known);
      resolution.basis = Basis::anaphoric;
    }
    EntityId author = !in(head, self.own_word_) ? no_index : known ? author_told(id) : author_before(chunk, head);
    if (author == no_index && !known && in(head, self.posted_text_)) author = actor_near(chunk.first);
    if (author != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = self.weights_[self.author_told_];
      if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" speaks for " + std::string(entities[author].name) + ", who spoke or acted where it was told of");
      keep_reading(place_of(chunk), author, resolution);
      return author;
    }
  }
  // "Weiss's family said …. The family added": the one told of last.
  bool const household = !is_role && !document && in(head, self.household_);
  if (id == no_index && definite && household && chunk.last - chunk.first == 2) {
    if (auto const* const known = index.find(EntityIndex::document, words.of_token(head))) {
      id = index.last(*known);
      resolution.basis = Basis::anaphoric;
      resolution.share = self.weights_[self.body_told_];
      if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" is taken for " + std::string(entities[id].name) + ", told of last");
    }
  }
  bool const one_of = plural && chunk.last - chunk.first > 2 && ends_phrase(chunk.first + 1, self.one_of_);
  if (id == no_index && is_role && one_of) {
    id = expert_named_next(chunk, head);
    if (id != no_index) resolution.basis = Basis::anaphoric, resolution.share = self.weights_[self.named_later_];
  }
  if (id == no_index && is_role && !plural) {
    id = named_later(chunk, head, lemma);
    if (id == no_index) id = expert_named_next(chunk, head);
    if (id != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = self.weights_[self.named_later_];
      if (definite) learn_from_description(id, chunk);
      if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" is " + std::string(entities[id].name) + ", named in the next paragraph");
    }
  }
  if (id == no_index) {
    WordId const whole = words.phrase_of(text(chunk.first, chunk.last));
    auto const* const known = index.find(EntityIndex::phrase, whole);
    bool const indefinite = !definite && is_role && !plural;
    if (known && !indefinite) {
      id = index.first(*known);
    } else {
      id = new_noun_entity(chunk, head, lemma != 0 && !(company && in(head, self.group_)), definite, plural);
      index.add(EntityIndex::phrase, whole, id);
      learn_two(id, chunk, head);
      if (document) index.add(EntityIndex::document, words.of_token(head), id);
    }
  }
  if (household) index.add_once(EntityIndex::document, words.of_token(head), id);
  if (document) last_document = id, last_document_sentence = sentence_of(chunk.first), last_document_first = chunk.first;
  keep_reading(place_of(chunk), id, resolution);
  return id;
}

}  // namespace whosaid
