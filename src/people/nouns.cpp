// Whom a noun phrase means: "the Florida senator" is somebody named before; "a spokesman for X" is somebody new.
//
// The idea: everybody present is weighed against the phrase, and so is nobody, with facts whose worth weights.txt holds.
// What was said of a person counts most ("senator"), then words that agree with office or affiliation ("Florida"), then
// what counts for pronouns: who was named last, most, as a subject.
// It fails where only knowledge of the world tells ("the New York businessman").
// Tests: tests/unit/people_resolve_test.cpp.
#include <cmath>

#include "people/run.hpp"

namespace whosaid {
EntityId People::Run::meant_by_noun(MentionChunk const& chunk, std::uint32_t head, WordId lemma, bool known_only, Resolution& resolution) {
  bool const male = in(head, self.role_male_), female = in(head, self.role_female_);
  bool const group = lemma == 0;
  std::uint32_t const token = chunk.first, sentence = sentence_of(token), paragraph = table.paragraph_of(token);
  auto& modifiers = memory.modifiers;
  modifiers.clear();
  auto& places = memory.places;
  places.clear();
  for (std::uint32_t at = token + 1; at < head; ++at) {
    if (table.tokens[at].is(feature::word)) modifiers.push_back(words.folded(table.tokens[at].span().in(table.text)));
  }
  visit_places({token, head}, [&](WordId place) { places.push_back(place); });
  auto const shares_place = [&](Entity const& entity) {
    return std::any_of(places.begin(), places.end(),
                       [&](WordId place) { return std::find(entity.places.begin(), entity.places.end(), place) != entity.places.end(); });
  };
  bool const replies = chunk.last < table.tokens.size() && in(chunk.last, self.exchange_);
  WordId const party = party_in({token + 1, head + 1});
  std::string_view const age = in(head, self.age_noun_) ? age_at(head) : std::string_view();
  WordId const head_word = words.of_token(head);
  NounFacts const& f = self.noun_;
  EntityId only_here = no_index;
  bool several_here = false;
  auto& scored = memory.scored;
  scored.clear();
  bool const watched = observer || trace;
  std::vector<std::string> names;
  std::vector<Facts> all_facts;
  Facts facts;
  auto const weigh = [&](EntityId id) {
    Entity const& entity = entities[id];
    std::uint32_t const ago = sentence - std::min(sentence, entity.last_sentence);
    watched ? facts.clear() : facts.clear_for_sum(self.weights_);
    facts.add(f.recency[std::min<std::size_t>(ago, f.recency.size() - 1)]);
    facts.add(f.order[std::min<std::size_t>(scored.size(), f.order.size() - 1)]);
    if (entity.last_paragraph == paragraph) facts.add(f.same_paragraph);
    if (entity.last_subject) facts.add(f.subject[std::min<std::size_t>(ago, 3)]);
    if (id == last_speaker) facts.add(f.last_speaker[std::min<std::size_t>(ago, 3)]);
    People::add_manner(entity, sentence, entity.last_paragraph == paragraph, f.manner, facts);
    if (id == last_speaker && replies) facts.add(f.manner.replies);
    if (entity.type == SpeakerType::unknown) facts.add(f.is_unknown);
    if (entity.words.words.empty()) facts.add(f.unnamed);
    facts.add(f.often, std::log(static_cast<float>(std::max(entity.count, 1u))));
    if (entity.first_sentence <= 3) facts.add(f.early);
    if (id == leading) facts.add(f.leading);
    if (group) {
      if (entity.type == SpeakerType::organisation && entity.words.words.size() > 1) facts.add(f.several_words);
      bool agrees = false;
      for (WordId const word : entity.words.words) agrees |= word == head_word;
      facts.add(agrees ? f.name_agrees : f.group_other);
      if (entity.is_company && in(head, self.business_)) facts.add(f.business);
    } else {
      bool const agrees = std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) != entity.role_heads.end() || (entity.accused && in(head, self.accused_noun_));
      bool const years = !age.empty() && entity.age == age;
      if (years) facts.add(f.age_agrees);
      if (agrees && entity.words.words.empty()) facts.add(f.unnamed_bears);
      if (id == only_here) facts.add(f.only_here);
      facts.add(agrees ? f.head_agrees : entity.role_heads.empty() ? f.no_role : f.other_role);
      if (entity.surely_person) facts.add(f.surely_person);
      if (entity.full_name) facts.add(f.full_name);
      if ((male || female) && entity.gender != Gender::unknown) facts.add(f.gender_agrees);
      std::size_t shared = 0;
      for (std::string_view const word : modifiers) shared += holds_kin(entity.roles, word) || holds_kin(entity.affiliations, word) ? 1u : 0u;
      if (shared > 0) facts.add(f.modifier_agrees);
      if (shared < modifiers.size()) facts.add(f.modifier_open);
    }
    float const score = self.weights_.sum(facts);
    if (watched) names.emplace_back(entity.name), all_facts.push_back(facts);
    scored.emplace_back(score, id);
  };
  // "Weiss backed the Ohio senator" is about somebody else; so is the object of a preposition in the sentence that names Weiss.
  bool const object = token > 0 && !table.tokens[token].is(feature::sentence_start) && (in(token - 1, self.preposition_) || in(token - 1, self.finite_));
  bool const unnamed = group && in(head, self.unnamed_body_);
  bool const speaks_for_others = in(head, self.speaks_for_) || in(head, self.unnamed_source_);  // whom the text names is no "insider"
  bool const kind_of_body = group && in(head, self.body_noun_);
  bool only_bearers = false;
  bool const left_unnamed = !group && is_left_unnamed(chunk);
  auto const fits = [&](Entity const& entity) {
    bool const bears = std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) != entity.role_heads.end();
    if ((known_only || speaks_for_others || only_bearers) && !bears) return false;
    if (left_unnamed && !entity.words.words.empty()) return false;
    if (bears && !group && stands_beside(entity, lemma, modifiers.empty() ? std::string_view() : modifiers.back())) return false;
    if (bears && !group && holds_other_post(entity, lemma, modifiers.empty() ? std::string_view() : modifiers.back())) return false;
    if (group && in(head, self.role_words_) && !entity.is_company) return false;  // "the developer"
    if (kind_of_body && !may_be_called(entity, head_word)) return false;
    if (object && !group && entity.count > 0 && entity.last_sentence == sentence) return false;
    // "Weiss said the Ohio senator had lied": whoever acts in a sentence is not called otherwise in it.
    if (!group && !bears && entity.count > 0 && entity.actor_sentence == sentence && entity.last_sentence == sentence) return false;
    if (!group && entity.as_place && !entity.surely_person && entity.times_source == 0) return false;
    // "The Republican nominee" is no Democrat; "the French minister" and "the French ambassador" are two.
    if (party != 0 && entity.party != 0 && party != entity.party) return false;
    if (!group && !bears && entity.words.words.empty() && !entity.role_heads.empty() && !in(head, self.generic_)) return false;
    // "the Ohio governor" is not the former governor of Texas, nor Weiss of Halden.
    if (!places.empty() && !entity.places.empty() && !shares_place(entity)) return false;
    // A headline and a first paragraph speak of those whom the text introduces later.
    if (entity.count == 0 ? paragraph > 2 || !bears || entity.words.words.empty() : entity.last_token >= token) return false;
    // "the campaign", "the couple" is no body of another name.
    if (unnamed && std::find(entity.words.words.begin(), entity.words.words.end(), head_word) == entity.words.words.end()) return false;
    if (group) return entity.type == SpeakerType::organisation || (entity.type == SpeakerType::unknown && !entity.surely_person && entity.gender == Gender::unknown);
    // A lone word of which nothing says that it names a person.
    if (entity.type == SpeakerType::unknown && !entity.full_name && !entity.surely_person && entity.times_source == 0 && entity.count < 2) return false;
    if (entity.plural || entity.type == SpeakerType::organisation || entity.type == SpeakerType::group || entity.type == SpeakerType::document) return false;
    if (!age.empty() && !entity.age.empty() && entity.age != age) return false;
    return !(male && entity.gender == Gender::female) && !(female && entity.gender == Gender::male);
  };
  // "The chancellor" is whoever the text calls so, if anybody.
  if (auto const* const known = group ? nullptr : index.find(EntityIndex::role, lemma)) {
    index.visit_latest(*known, 8, [&](EntityId id) {
      only_bearers = entities[id].count > 0 && !entities[id].words.words.empty() && fits(entities[id]);
      return !only_bearers;
    });
  }
  // "Captain Bram Holt …. “…,” the midfielder said": the one person of whom the paragraph spoke.
  if (!group) {
    visit_recent(16, [&](EntityId id) {
      Entity const& entity = entities[id];
      if (entity.last_paragraph != paragraph || entity.last_token >= token) return entity.last_paragraph >= paragraph;
      if (entity.type != SpeakerType::person || entity.words.words.empty() || entity.last_quoted) return true;
      several_here |= only_here != no_index;
      only_here = id;
      return !several_here;
    });
    if (several_here) only_here = no_index;
  }
  visit_recent(16, [&](EntityId id) {
    if (fits(entities[id])) weigh(id);
    return sentence - std::min(sentence, entities[id].last_sentence) <= 30;
  });
  // Those who bear the role are asked however long ago they were named.
  if (auto const* const known = group ? nullptr : index.find(EntityIndex::role, lemma)) {
    constexpr std::size_t most = 8;
    index.visit_latest(*known, most, [&](EntityId id) {
      bool const again = std::any_of(scored.begin(), scored.end(), [&](auto const& one) { return one.second == id; });
      if (!again && fits(entities[id])) weigh(id);
      return true;
    });
  }
  if (scored.empty()) return no_index;
  // Nobody: the phrase stands for itself.
  watched ? facts.clear() : facts.clear_for_sum(self.weights_);
  facts.add(group ? f.itself_group : f.itself);
  if (!modifiers.empty()) facts.add(f.itself_modified);
  if (in(head, self.age_noun_)) facts.add(f.itself_age);
  if (head + 1 < chunk.last) facts.add(f.itself_with_tail);
  bool capital = false;
  for (std::uint32_t at = token + 1; at < head; ++at) capital |= table.tokens[at].is(feature::capital);
  if (capital) facts.add(f.itself_capital);
  float const itself = self.weights_.sum(facts);
  if (watched) names.emplace_back("nobody named before"), all_facts.push_back(facts);
  if (observer) observer->reference_decision(token, names, all_facts);
  if (trace) tell_choice("is taken for ", text(chunk.first, chunk.last), names, all_facts, resolution.chain);
  float best = itself, sum = 0;
  for (auto const& one : scored) best = std::max(best, one.first);
  for (auto const& one : scored) sum += std::exp(one.first - best);
  sum += std::exp(itself - best);
  std::stable_sort(scored.begin(), scored.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  if (scored.front().first <= itself) return no_index;
  resolution.basis = Basis::anaphoric;
  resolution.share = std::exp(scored.front().first - best) / sum;
  for (std::size_t i = 0; i < scored.size() && i < 4; ++i) {
    float const share = std::exp(scored[i].first - best) / sum;
    if (share < 0.05f) break;
    resolution.candidates.push_back({SpeakerId{scored[i].second}, share});  // entity numbers for now
  }
  return scored.front().second;
}

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

EntityId People::Run::new_noun_entity(MentionChunk const& chunk, std::uint32_t head, bool is_role, bool definite, bool plural) {
  EntityId const id = entities.add();
  Entity& entity = entities[id];
  entity.name = text(chunk.first, chunk.last);
  bool const document = !is_role && in(head, self.document_) && !in(head, self.group_);
  bool const group = !is_role && in(head, self.group_);
  bool const one_of = head > chunk.first && in(chunk.first, self.member_);  // "one of the nurses"
  bool const many = (plural && !one_of) || in(head, self.collective_);
  entity.type = document   ? SpeakerType::document
                : group    ? SpeakerType::organisation
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

// "Abbot, who showed no emotion", where the text has Neil Abbot: a calling that is somebody's surname.
EntityId People::Run::surnamed_like_role(MentionChunk const& chunk, std::uint32_t head) const {
  if (head != chunk.first || !table.tokens[head].is(feature::capital)) return no_index;
  auto const* const known = index.find(EntityIndex::word, words.of_token(head));
  if (!known || known->first != known->last) return no_index;
  EntityId const id = index.first(*known);
  Entity const& entity = entities[id];
  return entity.full_name && entity.type == SpeakerType::person && entity.words.last() == words.of_token(head) ? id : no_index;
}

EntityId People::Run::noun_phrase(MentionChunk const& chunk, Resolution& resolution) {
  if (Reading const* const known = read_before(chunk.first)) {
    resolution = known->resolution;
    return known->entity;
  }
  resolution.form = MentionForm::nominal;
  resolution.basis = Basis::explicit_;
  Range const role = capture(chunk, self.role_);
  std::uint32_t const head = role.empty() ? chunk.last - 1 : role.last - 1;
  bool const definite = in(chunk.first, self.definite_);
  bool const body = in(head, self.group_) && in(head, self.body_noun_);  // "the council"
  bool const is_role = in(head, self.role_words_) && !in(head, self.collective_) && !body;
  std::string_view const single = is_role ? vocabulary.lemma(table.tokens[head].word, static_cast<std::uint16_t>(self.role_words_)) : std::string_view();
  WordId const lemma = single.empty() ? 0 : words.add(single);
  bool const plural = is_role && vocabulary.word(table.tokens[head].word) != single;
  EntityId id = member_of_group(chunk, resolution);
  if (id != no_index) {
    keep_reading(chunk.first, id, resolution);
    return id;
  }
  id = surnamed_like_role(chunk, head);
  if (id != no_index) {
    resolution.form = MentionForm::name;
    keep_reading(chunk.first, id, resolution);
    return id;
  }
  // "Its chief executive", and "police chief" in a headline, mean somebody only when the text says who that is.
  bool const owned = in(chunk.first, self.possessive_), bare = !owned && (table.tokens[head].is(feature::lower) || table.tokens[chunk.first].is(feature::paragraph_start)) && !in(chunk.first, self.determiner_) && !in(chunk.first, self.quantifier_);
  if (definite && !plural) id = told_of_last(chunk, head, resolution);
  // "The developer" is a company where nobody is a developer.
  if (id == no_index && definite && is_role && !plural && in(head, self.business_) && !index.find(EntityIndex::role, lemma)) id = meant_by_noun(chunk, head, 0, false, resolution);
  if (id == no_index && !plural && (definite ? is_role || in(head, self.group_) : is_role && (owned || bare))) id = meant_by_noun(chunk, head, lemma, !definite, resolution);
  if (id != no_index && is_role && entities[id].type != SpeakerType::organisation && resolution.share >= surely_described(chunk)) {
    learn_from_description(id, chunk);
    // "The billionaire, who is now the nominee"
    std::uint32_t const who = chunk.last + 1;
    if (who < table.tokens.size() && table.tokens[chunk.last].is(feature::comma) && in(who, self.relative_)) learn_from_predicate(id, who);
  }
  std::uint32_t const mark = id == no_index ? owner_mark_in(chunk) : no_index;
  if (mark != no_index && is_role && !plural && !kin_class(head).empty()) {
    Resolution whose;
    id = kin_of(owner_of(mark, whose), head);
    if (id != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = whose.share;
      if (trace) resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" is " + std::string(entities[id].name) + ", by what the text tells of the family");
    }
  }
  if (id == no_index && mark != no_index) id = owned_noun(chunk, mark, head, is_role, plural);
  // "An internal memo … the memo".
  bool const document = !is_role && in(head, self.document_) && !in(head, self.group_);
  if (id == no_index && document) {
    id = author_of(chunk);
    if (id != no_index && trace) {
      resolution.chain.push_back("\"" + std::string(text(chunk.first, chunk.last)) + "\" speaks for " + std::string(entities[id].name));
    }
  }
  if (id == no_index && definite && document) {
    if (auto const* const known = index.find(EntityIndex::document, words.of_token(head))) {
      id = index.last(*known);
      resolution.basis = Basis::anaphoric;
    }
  }
  if (id == no_index) {
    WordId const whole = words.phrase_of(text(chunk.first, chunk.last));
    auto const* const known = index.find(EntityIndex::phrase, whole);
    bool const indefinite = !definite && is_role && !plural;
    if (known && !indefinite) {
      id = index.first(*known);
    } else {
      id = new_noun_entity(chunk, head, lemma != 0, definite, plural);
      index.add(EntityIndex::phrase, whole, id);
      if (document) index.add(EntityIndex::document, words.of_token(head), id);
    }
  }
  if (document) last_document = id, last_document_sentence = sentence_of(chunk.first);
  keep_reading(chunk.first, id, resolution);
  return id;
}

}  // namespace whosaid
