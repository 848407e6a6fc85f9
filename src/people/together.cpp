// Several who speak as one, one who is called they, and the labels of an interview.
//
// It fails where more than two are meant ("the three"), and where the interviewer is named nowhere.
// Tests: tests/unit/people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// "Anna Quill and Emil Dray sold the mill. … they said": the two that were named last side by side, if not too long ago.
std::pair<EntityId, EntityId> People::Run::pair_before(std::uint32_t token) const {
  constexpr std::uint32_t farthest = 2;  // sentences
  constexpr int most = 12;
  auto at = names_at(token);
  std::uint32_t const sentence = sentence_of(token);
  auto const person = [&](MentionChunk const& chunk) {
    EntityId const id = of_chunk[static_cast<std::size_t>(&chunk - mentions.chunks.data())];
    bool const is = id != no_index && entities[id].type == SpeakerType::person && !entities[id].plural;
    return is ? id : no_index;
  };
  for (int steps = 0; steps < most && at != mentions.chunks.begin() && at - 1 != mentions.chunks.begin(); ++steps) {
    --at;
    if (sentence - std::min(sentence, sentence_of(at->first)) > farthest) break;
    MentionChunk const& left = *(at - 1);
    if (at->first != left.last + 1 || !in(left.last, self.joining_)) continue;
    EntityId const one = person(left), other = person(*at);
    if (one != no_index && other != no_index && one != other) return {one, other};
  }
  return {no_index, no_index};
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

// "They", "the couple". `body`: the body or crowd that the word may stand for instead; no_index where there is none.
bool People::Run::resolve_several(std::uint32_t token, EntityId body, Resolution& resolution, std::vector<EntityId>& found) {
  auto const [one, other] = pair_before(token);
  // "Sources said Holt and Dray had split. They called it": whoever of many spoke goes on, not the two they spoke of.
  std::uint32_t const sentence = sentence_of(token);
  auto const tells = [&](std::uint32_t verb) { return verb != no_index && (in(verb, self.speech_verb_) || in(verb, self.report_verb_)); };
  bool const spoke = body != no_index && entities[body].type == SpeakerType::group && entities[body].last_sentence + 1 == sentence && tells(entities[body].last_verb);
  if (one != no_index && !spoke && (body == no_index || entities[body].last_token < entities[other].last_token)) {
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

// "Q: …", "A: …".
bool People::Run::resolve_label(Link const& link, Resolution& resolution, std::vector<EntityId>& found) {
  std::uint32_t const token = link.source.first;
  if (link.source.last - token != 1 || !table.tokens[token].is(feature::capital)) return false;
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
