// Several who speak as one, one who is called they, and the labels of an interview.
//
// It fails where more than two are meant ("the three"), and where the interviewer is named nowhere.
// Tests: tests/unit/people_together_test.cpp, people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// A person, or a lone given name: "Anna and Emil".
EntityId People::Run::one_of_pair(MentionChunk const& chunk) const {
  EntityId const id = of_chunk[static_cast<std::size_t>(&chunk - mentions.chunks.data())];
  if (id == no_index || entities[id].plural) return no_index;
  return entities[id].type == SpeakerType::person || (entities[id].type == SpeakerType::unknown && is_given(chunk.first)) ? id : no_index;
}

// "The union was angry. They said": a body or several others act behind those who spoke.
bool People::Run::others_between(std::uint32_t from, std::uint32_t token) const {
  constexpr int most = 12;
  auto at = sources_at(token);
  for (int steps = 0; steps < most && at != mentions.chunks.begin() + first_source; ++steps) {
    --at;
    if (at->first <= from) break;
    Range const role = capture(*at, self.role_);
    if (role.empty() || is_quoted(at->first) || !table.tokens[at->first].is(feature::sentence_start)) continue;
    std::uint32_t const head = role_head(role);
    if ((in(head, self.group_) || is_plural(head)) && !is_for_two(*at, head)) return true;
  }
  return false;
}

// "Anna Quill and Emil Dray sold the mill. … they said": the two that were named last side by side, if not too long ago.
std::pair<EntityId, EntityId> People::Run::pair_before(std::uint32_t token) const {
  constexpr std::uint32_t farthest = 2;  // sentences
  constexpr int most = 12;
  auto at = names_at(token);
  std::uint32_t const sentence = sentence_of(token);
  for (int steps = 0; steps < most && at != mentions.chunks.begin() && at - 1 != mentions.chunks.begin(); ++steps) {
    --at;
    if (sentence - std::min(sentence, sentence_of(at->first)) > farthest) break;
    MentionChunk const& left = *(at - 1);
    if (at->first != left.last + 1 || !in(left.last, self.joining_)) continue;
    EntityId const one = one_of_pair(left), other = one_of_pair(*at);
    if (one != no_index && other != no_index && one != other) return {one, other};
  }
  constexpr std::uint32_t still = 3;  // sentences
  bool const spoke = as_one[0] != no_index && as_one_token < token && sentence - std::min(sentence, sentence_of(as_one_token)) <= still;
  return spoke && !(in(token, self.plural_) && others_between(as_one_token, token)) ? std::pair{as_one[0], as_one[1]} : std::pair{no_index, no_index};
}

// "A couple say … . Anna and Emil Dray, of Mill Lane, …": two new names that open the next sentence, and share a surname, have none,
// or are described. Not "Anna Quill and Emil Dray disagreed".
std::pair<EntityId, EntityId> People::Run::pair_behind(MentionChunk const& chunk) const {
  std::pair<EntityId, EntityId> const nobody{no_index, no_index};
  std::uint32_t const sentence = sentence_of(chunk.first);
  if (sentence >= sentences.size()) return nobody;
  std::uint32_t const first = sentences[sentence];
  auto const left = names_at(first);
  if (left == mentions.chunks.end() || left->first != first || left + 1 == mentions.chunks.end()) return nobody;
  MentionChunk const &one = *left, &other = *(left + 1);
  if (other.first != one.last + 1 || !in(one.last, self.joining_) || other.last + 1 >= table.tokens.size()) return nobody;
  EntityId const a = one_of_pair(one), b = one_of_pair(other);
  if (a == no_index || b == no_index || a == b || table.tokens[other.last].is(feature::possessive)) return nobody;
  Entity const &left_one = entities[a], &right_one = entities[b];
  if (left_one.count > 0 || right_one.count > 0) return nobody;
  bool const given = one.last - one.first == 1;  // "Anna and Emil Dray", "Anna and Emil"
  std::uint32_t const behind = other.last + 1;
  bool const described = table.tokens[other.last].is(feature::comma) && (table.tokens[behind].is(feature::number) || in(behind, self.preposition_) || in(behind, self.relative_) || in(behind, self.quantifier_));
  return given || described ? std::pair{a, b} : nobody;
}

// "The couple", "a pair of walkers", "two brothers".
bool People::Run::is_for_two(MentionChunk const& chunk, std::uint32_t head) const {
  if (self.pair_noun_ < 0) return false;
  bool const article = in(chunk.first, self.article_);
  bool const counted = in(chunk.first, self.pair_noun_) || (article && chunk.first + 1 < chunk.last && in(chunk.first + 1, self.pair_noun_));
  return counted || (article && in(head, self.pair_noun_));
}

void People::Run::learn_two(EntityId id, MentionChunk const& chunk, std::uint32_t head) {
  if (!is_for_two(chunk, head)) return;
  auto const [one, other] = in(chunk.first, self.definite_) ? pair_before(chunk.first) : pair_behind(chunk);
  entities[id].for_two = true;
  entities[id].one = one;
  entities[id].other = other;
}

// Whoever speaks as one: two who are named, and "they" behind it.
void People::Run::part_pair(std::uint32_t token, std::vector<EntityId>& found) {
  if (found.size() == 1 && entities[found.front()].one != no_index) {
    Entity const& pair = entities[found.front()];
    found = {pair.one, pair.other};
  }
  if (found.size() != 2) return;
  as_one[0] = found[0];
  as_one[1] = found[1];
  as_one_token = token;
}

// The one person within reach, when nothing tells whether a man or a woman: "Alex Quill … they said".
EntityId People::Run::only_person_before(std::uint32_t token) {
  constexpr std::uint32_t farthest = 3;  // sentences
  std::uint32_t const sentence = sentence_of(token);
  EntityId found = no_index;
  bool several = false;
  visit_recent(8, [&](EntityId id) {
    Entity const& entity = entities[id];
    if (sentence - std::min(sentence, entity.last_sentence) > farthest) return false;
    if (entity.last_token >= token || entity.as_place) return true;
    several |= found != no_index || entity.type != SpeakerType::person || entity.gender != Gender::unknown || entity.leaning != Gender::unknown;
    found = id;
    return !several;
  });
  return several ? no_index : found;
}

// The one person who acts in the sentence before the words asked for, where these speak of one alone: "I", "my".
EntityId People::Run::one_who_says_i() {
  if (asked_for.empty() || asked_for.first < 2) return no_index;
  bool i = false;
  for (std::uint32_t at = asked_for.first; at < asked_for.last; ++at) i |= in(at, self.of_oneself_);
  if (!i) return no_index;
  std::uint32_t const sentence = sentence_of(asked_for.first - 2);
  EntityId found = no_index;
  bool several = false;
  visit_recent(12, [&](EntityId id) {
    Entity const& entity = entities[id];
    if (entity.last_sentence + 1 < sentence || (found != no_index && entity.last_sentence < sentence)) return false;
    if (entity.last_token >= asked_for.first) return true;
    if (entity.plural || entity.type == SpeakerType::group || entity.type == SpeakerType::anonymous) return several = true, false;
    bool const person = entity.type == SpeakerType::person || (entity.type == SpeakerType::unknown && entity.times_source > 0);
    if (!person || entity.words.words.empty()) return entity.type != SpeakerType::organisation ? true : (several = true, false);
    several |= found != no_index;
    found = entity.last_acts || !(entity.last_object || entity.last_owner || entity.last_modifier || entity.last_quoted) ? id : found;
    several |= found == no_index;
    return !several;
  });
  return several ? no_index : found;
}

// "They", "the couple". `body`: the body or crowd that the word may stand for instead; no_index where there is none.
bool People::Run::resolve_several(std::uint32_t token, EntityId body, Resolution& resolution, std::vector<EntityId>& found) {
  // "A couple from Kolm said … the couple said": two whom nothing names.
  bool const unnamed = body == no_index && !in(token, self.plural_) && last_voice != no_index && entities[last_voice].for_two && entities[last_voice].one == no_index;
  if (unnamed) {
    found = {last_voice};
    resolution.basis = Basis::anaphoric;
    resolution.share = 0.8f;
    resolution.candidates = {};
    return true;
  }
  // "Fans were told of it by Alex Quill. “I made it,” they said": one who speaks of himself, not the fans.
  if (EntityId const self_told = in(token, self.plural_) && !in(token, self.author_) ? one_who_says_i() : no_index; self_told != no_index) {
    found = {self_told};
    resolution.basis = Basis::anaphoric;
    resolution.form = MentionForm::pronoun;
    resolution.share = 0.6f;
    resolution.candidates = {};
    if (trace) resolution.chain.push_back("\"" + std::string(text(token, token + 1)) + "\" is taken for " + std::string(entities[self_told].name) + ", who acts before and says I");
    return true;
  }
  auto const [one, other] = pair_before(token);
  // "Sources said Holt and Dray had split. They called it": whoever of many spoke goes on, not the two they spoke of.
  std::uint32_t const sentence = sentence_of(token);
  auto const tells = [&](std::uint32_t verb) { return verb != no_index && (in(verb, self.speech_verb_) || in(verb, self.report_verb_)); };
  bool const spoke = body != no_index && entities[body].type == SpeakerType::group && entities[body].last_sentence + 1 == sentence && tells(entities[body].last_verb);
  bool const known = body != no_index && entities[body].one != no_index;  // "the couple", who are named
  if (one != no_index && !spoke && !known && (body == no_index || entities[body].last_token < std::max(entities[other].last_token, as_one[1] == other ? as_one_token : 0))) {
    found = {one, other};
    resolution.share = 0.7f;
    if (trace) resolution.chain.push_back("\"" + std::string(text(token, token + 1)) + "\" is taken for " + std::string(entities[one].name) + " and " + std::string(entities[other].name));
  } else if (EntityId const alone = body == no_index && in(token, self.plural_) ? only_person_before(token) : no_index; alone != no_index) {
    found = {alone};
    resolution.share = 0.6f;
    if (trace) resolution.chain.push_back("\"" + std::string(text(token, token + 1)) + "\" is taken for " + std::string(entities[alone].name) + ", the only one about");
  } else {
    return false;
  }
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::pronoun;
  resolution.candidates = {};
  return true;
}

void People::Run::add_partner(Link const& link, std::vector<EntityId>& found) {
  if (found.size() != 1 || link.head == no_index) return;
  std::uint32_t const end = mentions.chunks[table.chunks[link.head].data].last;
  if (end + 1 >= link.source.last || !in(end, self.joining_)) return;
  MentionChunk const* const partner = source_at(end + 1);
  if (!partner || partner->last > link.source.last) return;
  Attributed other;
  other.link.source = {partner->first, partner->last};
  other.link.head = head_of(*partner);
  std::vector<EntityId> ids;
  Resolution ignored;
  resolve_link(other, ignored, ids, false);
  for (EntityId const id : ids) add_once(found, id);
}

// The one whom an interview is with: whom the text before the first label names by far the most.
EntityId People::Run::interviewed(std::uint32_t label) {
  if (interviewed_ != unasked) return interviewed_;
  EntityId const asker = byline.empty() ? no_index : writer();
  auto& counts = memory.body_counts;
  counts.assign(entities.size(), 0);
  EntityId first = no_index;
  std::uint32_t most = 0, second = 0;
  for (std::ptrdiff_t i = 0; i < first_source; ++i) {
    MentionChunk const& chunk = mentions.chunks[static_cast<std::size_t>(i)];
    EntityId const id = of_chunk[static_cast<std::size_t>(i)];
    if (chunk.first >= label || id == no_index || id == asker || entities[id].type != SpeakerType::person || !entities[id].full_name) continue;
    ++counts[id];
  }
  for (EntityId id = 0; id < entities.size() && id < counts.size(); ++id) {
    if (counts[id] > most) second = most, most = counts[id], first = id;
    else second = std::max(second, counts[id]);
  }
  interviewed_ = most > second ? first : no_index;
  return interviewed_;
}

// "Kolm talks to Touchline. Interview by Ana Weiss. Touchline: …": the paper asks through whoever wrote it.
bool People::Run::resolve_paper_label(std::uint32_t token, Resolution& resolution, std::vector<EntityId>& found) {
  if (!table.tokens[token].is(feature::line_start) || token + 1 >= table.tokens.size() || !table.tokens[token + 1].is(feature::colon) || byline.empty()) return false;
  EntityId const label = named_at(token);
  if (label == no_index) return false;
  Entity const& paper = entities[label];
  bool const person = paper.full_name || paper.surely_person || paper.gender != Gender::unknown || !paper.role_heads.empty() || paper.words.words.size() != 1;
  if (person || paper.first_sentence == no_index || paper.first_sentence >= sentence_of(token)) return false;
  EntityId const guest = interviewed(token), asker = guest == no_index ? no_index : writer();
  if (asker == no_index || asker == guest || guest == label) return false;
  found.push_back(asker);
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::nominal;
  resolution.share = 0.8f;
  if (trace) resolution.chain.push_back("\"" + std::string(text(token, token + 1)) + "\" asks through " + std::string(entities[asker].name) + ", who wrote the interview");
  return true;
}

// "AW on the draw: “…”", where the text has one Ana Weiss: a label of initials.
EntityId People::Run::by_initials(std::uint32_t token) const {
  std::string_view const letters = text(token, token + 1);
  if (letters.size() < 2 || letters.size() > 3 || !table.tokens[token].is(feature::upper) || !table.tokens[token].is(feature::line_start)) return no_index;
  if (in(token, self.organisation_words_)) return no_index;
  for (std::uint32_t at = table.tokens[token].chunk; at != 0; at = table.chunks[at - 1].next) {
    if (table.chunks[at - 1].kind == self.place_) return no_index;
  }
  constexpr EntityId most = 256;  // people of one conversation; each label asks anew
  EntityId found = no_index;
  for (EntityId id = 0; id < std::min<std::size_t>(entities.size(), most); ++id) {
    Entity const& entity = entities[id];
    if (entity.type != SpeakerType::person || !entity.full_name || entity.words.words.size() != letters.size()) continue;
    bool agrees = true;
    for (std::size_t i = 0; i < letters.size() && agrees; ++i) {
      std::string_view const word = words.text(entity.words.words[i]);
      agrees = !word.empty() && word.front() == static_cast<char>(letters[i] | 0x20);
    }
    if (!agrees) continue;
    if (found != no_index) return no_index;
    found = id;
  }
  return found;
}

// "Q: …", "A: …".
bool People::Run::resolve_label(Link const& link, Resolution& resolution, std::vector<EntityId>& found) {
  std::uint32_t const token = link.source.first;
  if (link.source.last - token != 1 || !table.tokens[token].is(feature::capital)) return false;
  if (EntityId const id = by_initials(token); id != no_index) {
    found.push_back(id);
    resolution.basis = Basis::explicit_;
    resolution.form = MentionForm::name;
    if (trace) resolution.chain.push_back("\"" + std::string(text(token, token + 1)) + "\" are the initials of " + std::string(entities[id].name));
    return true;
  }
  if (!in(token, self.interview_label_)) return resolve_paper_label(token, resolution, found);
  bool const answer = vocabulary.lemma(table.tokens[token].word, static_cast<std::uint16_t>(self.interview_label_)) == "answer";
  if (token + 1 >= table.tokens.size() || !table.tokens[token + 1].is(feature::colon | feature::stop)) return false;
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::nominal;
  EntityId const id = answer ? interviewed(token) : writer();
  if (id == no_index) {
    resolution.basis = Basis::none;
    return true;
  }
  found.push_back(id);
  resolution.share = 0.8f;
  if (trace) resolution.chain.push_back("\"" + std::string(text(token, token + 1)) + "\" is " + std::string(entities[id].name) + ", " + (answer ? "whom the text before names most" : "who wrote the interview"));
  return true;
}

}  // namespace whosaid
