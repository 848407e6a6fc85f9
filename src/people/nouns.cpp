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

People::Run::PersonsSaid People::Run::persons_said() const {
  constexpr std::uint32_t reach = 40;
  PersonsSaid out;
  for (std::uint32_t at = asked_for.first, end = std::min(asked_for.last, asked_for.first + reach); at < end; ++at) {
    out.i |= in(at, self.author_);
    out.you |= in(at, self.addressed_);
    out.he |= in(at, self.male_);
    out.she |= in(at, self.female_);
  }
  return out;
}

// The pronouns of a question before a noun: "Asked if he would, the mayor".
People::Run::PersonsSaid People::Run::persons_asked(std::uint32_t token) const {
  PersonsSaid out;
  if (token < 2 || !table.tokens[token - 1].is(feature::comma) || !in_question(token - 1)) return out;
  for (std::uint32_t at = sentences[sentence_of(token) - 1]; at < token; ++at) {
    out.he |= in(at, self.male_);
    out.she |= in(at, self.female_);
  }
  return out;
}

// "The lawmaker" of a senator, "the minister" of a secretary: one of the roles is a kind of the noun, or the noun of it ("the hitmaker" of a singer).
bool People::Run::is_of_kind(Entity const& entity, std::uint32_t head) {
  WordId const noun = words.of_token(head);
  std::string_view const kind = words.lemma(noun, self.role_kind_);
  if (kind.empty()) return false;
  bool const general = kind == words.text(noun);
  return std::any_of(entity.role_heads.begin(), entity.role_heads.end(),
                     [&](WordId role) { return general ? words.lemma(role, self.role_kind_) == kind : words.text(role) == kind; });
}

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
  bool const office_known = !group && ends_phrase(head, self.public_office_);
  NounFacts const& f = self.noun_;
  PersonsSaid const persons = group ? PersonsSaid{} : persons_said();
  EntityId only_here = no_index;
  bool several_here = false;
  auto& scored = memory.scored;
  scored.clear();
  bool const watched = observer || trace;
  std::vector<std::string> names;
  std::vector<Facts> all_facts;
  Facts facts;
  // "Rosalba has cancelled her tour. The singer said": performers go by one name, of which nothing else says that it is a person's.
  bool const stage = !group && in(head, self.stage_role_);
  auto const by_one_name = [&](Entity const& entity) {
    return entity.type == SpeakerType::unknown && entity.words.words.size() == 1 && (entity.last_acts || entity.times_source > 0) && !entity.last_quoted && !entity.as_place && entity.last_paragraph + 2 >= paragraph && entity.role_heads.empty();
  };
  // "A passenger has hit out at the airline. … The man, who did not want to be named": whoever opens the text unnamed, no man told of beside him.
  bool const plain_person = !group && modifiers.empty() && (male || female || in(head, self.age_noun_)) && in(head, self.generic_) && head + 1 == chunk.last;
  auto const opened_unnamed = [&](Entity const& entity) {
    constexpr std::uint32_t reach = 200;  // tokens
    if (!entity.words.words.empty() || entity.type != SpeakerType::anonymous || entity.plural || entity.first_sentence > 2 || entity.role_heads.empty() || entity.times_subject == 0 || !scored.empty()) return false;
    if (words.in(entity.role_heads.front(), self.generic_) || words.in(entity.role_heads.front(), self.speaks_for_)) return false;
    if (entity.last_token + reach < token) return false;
    for (std::uint32_t at = entity.last_token; at < token; ++at) {
      if (table.tokens[at].word == table.tokens[head].word) return false;
    }
    return true;
  };
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
    // "The sheriff's office … the office"; "the company" twice tells nobody who that is.
    bool const nameless = entity.words.words.empty();
    bool const called_so = group && nameless && std::count(entity.name.begin(), entity.name.end(), ' ') > 1 && ends_in(entity, words.text(head_word));
    bool const some_body = group && nameless && in(head, self.any_body_) && entity.said_sentence != no_index;  // "the agency"
    if (nameless && !called_so && !some_body) facts.add(f.unnamed);
    facts.add(f.often, std::log(static_cast<float>(std::max(entity.count, 1u))));
    if (entity.first_sentence <= 3) facts.add(f.early);
    if (id == leading) facts.add(f.leading);
    if (group) {
      if (entity.type == SpeakerType::organisation && (entity.words.words.size() > 1 || some_body)) facts.add(f.several_words);
      bool agrees = called_so;
      for (WordId const word : entity.words.words) agrees |= word == head_word;
      agrees |= entity.told_kind == head_word;  // "rail operator Transligne"
      if (!nameless || !entity.affiliations.empty()) agrees |= !in(head, self.business_) && kind_of_body(entity, head_word) == BodyKind::same;
      facts.add(agrees ? f.name_agrees : f.group_other);
      if (entity.is_company && in(head, self.business_)) facts.add(f.business);
    } else {
      bool const agrees = std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) != entity.role_heads.end() || (entity.accused && in(head, self.accused_noun_));
      bool const years = !age.empty() && entity.age == age;
      if (years) facts.add(f.age_agrees);
      if (agrees && entity.words.words.empty()) facts.add(f.unnamed_bears);
      if (id == only_here) facts.add(f.only_here);
      if (persons.i) facts.add(f.says_i);
      else if (persons.you) facts.add(f.says_you);
      bool const kin = !agrees && modifiers.empty() && is_of_kind(entity, head);
      if (!agrees && !years) {
        if (in(head, self.scene_) && !kin) facts.add(f.of_scene);
        if (office_known) facts.add(f.known_office);
        // "The governor" is no senator; a candidate may be one.
        bool const titled = !kin && in(head, self.role_title_) && std::any_of(entity.role_heads.begin(), entity.role_heads.end(), [&](WordId role) { return words.in(role, self.role_title_); });
        if (titled) facts.add(f.title_differs);
        bool const told_of = (persons.he && entity.gender != Gender::female) || (persons.she && entity.gender != Gender::male);
        if (told_of && !persons.i && !says_of_whom && !several_here) facts.add(f.says_he);
        if (several_here && modifiers.empty() && party == 0 && !(ago == 0 && id == last_speaker)) facts.add(f.several_here);
      }
      if (kin) facts.add(f.kind_agrees);
      if (stage && by_one_name(entity)) facts.add(f.stage_name);
      if (plain_person && opened_unnamed(entity)) facts.add(f.opened_unnamed);
      facts.add(agrees ? f.head_agrees : entity.role_heads.empty() || kin || in(head, self.age_noun_) ? f.no_role : f.other_role);
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
  bool const owns = chunk.last < table.tokens.size() && table.tokens[chunk.last].is(feature::possessive);  // "because of the senator's words"
  bool const object = !owns && token > 0 && !table.tokens[token].is(feature::sentence_start) && (in(token - 1, self.preposition_) || in(token - 1, self.finite_));
  bool const unnamed = group && in(head, self.unnamed_body_);
  bool const speaks_for_others = in(head, self.speaks_for_) || in(head, self.unnamed_source_);  // whom the text names is no "insider"
  bool const noun_of_kind = group && in(head, self.body_noun_);
  // "Weiss told the chancellor": the chancellor who answers is not Weiss.
  auto const* const called = group ? nullptr : index.find(EntityIndex::phrase, words.phrase_of(text(chunk.first, chunk.last)));
  EntityId const same = called ? index.last(*called) : no_index;
  // "The first minister accused Mr. Weiss": Weiss is no first minister.
  auto const acted_on = [&] {
    std::uint32_t const end = static_cast<std::uint32_t>(table.tokens.size());
    std::uint32_t at = behind_adverbs(chunk.last);
    while (at < end && in(at, self.aux_) && !in(at, self.be_)) at = behind_adverbs(at + 1);
    bool const acts = at + 1 < end && !in(at, self.be_) && (in(at, self.finite_) || table.tokens[at].is(feature::ends_ed)) && table.tokens[at].is(feature::lower);
    return acts && !group ? named_at(at + 1) : no_index;
  }();
  bool only_bearers = false;
  WordId const origin = group ? 0 : origin_in({token, head});
  bool const titled_office = !group && head > token + 1 && table.tokens[head].is(feature::capital) && table.tokens[head - 1].is(feature::capital) && in(head - 1, self.office_word_);
  bool const left_unnamed = !group && is_left_unnamed(chunk);
  // "Asked what he wanted, the pupil said": of the pupil "he" is said.
  PersonsSaid const question = group ? PersonsSaid{} : persons_asked(token);
  auto const fits = [&](Entity const& entity) {
    bool const bears = std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) != entity.role_heads.end();
    if ((known_only || speaks_for_others || only_bearers) && !bears) return false;
    if (left_unnamed && !entity.words.words.empty()) return false;
    if (acted_on != no_index && &entity == &entities[acted_on]) return false;
    if (same != no_index && &entity != &entities[same] && entities[same].count > 0 && entity.spoke_sentence == entities[same].last_sentence && !bears) return false;
    if (bears && !group && stands_beside(entity, lemma, modifiers)) return false;
    if (bears && !group && holds_other_post(entity, lemma, modifiers.empty() ? std::string_view() : modifiers.back())) return false;
    if (bears && !group && serves_other_land(entity, lemma, origin)) return false;
    // "The Majority Leader" is no president.
    if (!bears && titled_office && !entity.role_heads.empty() && entity.titled && !is_of_kind(entity, head)) return false;
    if (group && in(head, self.role_words_) && !entity.is_company && entity.told_kind != head_word) return false;  // "the developer"
    if (noun_of_kind && !may_be_called(entity, head_word)) return false;
    bool const named_so = std::find(entity.words.words.begin(), entity.words.words.end(), head_word) != entity.words.words.end();
    if (group && in(head, self.public_kind_) && !entity.words.words.empty() && !named_so && kind_of_body(entity, head_word) != BodyKind::same) return false;
    if (group && kind_of_body(entity, head_word) == BodyKind::other) return false;
    if (!group && !bears && !entity.role_heads.empty() && plays_other_part(entity, head_word)) return false;
    // "The agency" is no county.
    if (group && !entity.words.words.empty() && entity.words.last() != head_word && words.in(entity.words.last(), self.site_word_)) return false;
    if (object && !group && entity.count > 0 && entity.last_sentence == sentence) return false;
    // "Weiss said the Ohio senator had lied": whoever acts in a sentence is not called otherwise in it.
    if (!group && !bears && entity.count > 0 && entity.actor_sentence == sentence && entity.last_sentence == sentence) return false;
    if (bears && !group && lemma != 0 && modifiers.empty() && in(head, self.role_title_) && holds_no_more(entity, words.text(lemma))) return false;
    // "The mayor's deputy", "an aide to the mayor": somebody of the mayor's.
    if (!group && !bears && !entity.roles.empty() && lemma != 0 && serves_holder(entity, words.text(lemma))) return false;
    // "In a letter to Weiss, the mayor said": Weiss is no mayor, unless the text says so.
    if (!group && !bears && entity.count > 0 && entity.last_governed && entity.last_sentence == sentence) return false;
    if (!group && entity.as_place && !entity.surely_person && entity.times_source == 0) return false;
    // "The Republican nominee" is no Democrat; "the French minister" and "the French ambassador" are two.
    if (party != 0 && entity.party != 0 && party != entity.party) return false;
    if (!group && !bears && entity.words.words.empty() && !entity.role_heads.empty() && !in(head, self.generic_)) return false;
    // "the Ohio governor" is not the former governor of Texas, nor Weiss of Halden.
    if (!places.empty() && !entity.places.empty() && !shares_place(entity)) return false;
    // A headline and a first paragraph speak of those whom the text introduces later; of an office that all know as the text's any paragraph may.
    if (entity.count == 0 ? (paragraph > 2 && !office_known) || !bears || entity.words.words.empty() : entity.last_token >= token) return false;
    // "the campaign", "the couple" is no body of another name.
    if (unnamed && std::find(entity.words.words.begin(), entity.words.words.end(), head_word) == entity.words.words.end()) return false;
    if (group) return entity.type == SpeakerType::organisation || (entity.type == SpeakerType::unknown && !entity.surely_person && entity.gender == Gender::unknown);
    // A lone word of which nothing says that it names a person.
    if (entity.type == SpeakerType::unknown && !entity.full_name && !entity.surely_person && entity.times_source == 0 && entity.count < 2 && !(stage && by_one_name(entity))) return false;
    if (entity.plural || entity.type == SpeakerType::organisation || entity.type == SpeakerType::group || entity.type == SpeakerType::document) return false;
    if (!age.empty() && !entity.age.empty() && entity.age != age) return false;
    if (question.he != question.she && entity.gender == (question.he ? Gender::female : Gender::male)) return false;
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
  // "The midfielder, 22, said: “I am proud.”", where the text has told of one person alone, and not what else he does.
  bool const telling = in(head, self.role_kind_) || table.tokens[head].is(feature::hyphenated);
  bool const alone = !group && scored.size() == 1 && persons.i && telling && !office_known && !in(head, self.scene_) && entities[scored.front().second].role_heads.empty();
  if (alone) {
    scored.front().first += self.weights_[f.only_one];
    if (watched) all_facts.front().add(f.only_one);
  }
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

}  // namespace whosaid
