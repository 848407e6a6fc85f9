// Who is meant: pronouns, "the minister", "who", and the sources of attributions.
#include <algorithm>
#include <cmath>

#include "people/run.hpp"

namespace whosaid {

// For explain: who was weighed, the likeliest first, and by what.
void People::Run::tell_choice(std::string_view verb, std::string_view phrase, std::span<std::string const> names, std::span<Facts const> facts, std::vector<std::string>& chain) const {
  constexpr std::size_t most = 3;  // of those who were weighed
  std::vector<std::size_t> order(names.size());
  std::vector<float> scores;
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i, scores.push_back(self.weights_.sum(facts[i]));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  for (std::size_t i = 0; i < order.size() && i < most; ++i) {
    std::string line = i == 0 ? "\"" + std::string(phrase) + "\" " + std::string(verb) : std::string("  before ");
    chain.push_back(line + names[order[i]] + ": " + self.weights_.explain(facts[order[i]]));
  }
}

// "Ferry leaves early", where "the ferry" stands near by: a capital that begins a headline or a sentence makes no name.
bool People::Run::is_written_small(Entity& entity) const {
  constexpr std::uint32_t near = 1000, few = 2;  // tokens, mentions
  if (entity.type != SpeakerType::unknown || entity.full_name || entity.surely_person || entity.gender != Gender::unknown || entity.times_source > 0 ||
      entity.count > few || entity.mentions.empty())
    return false;
  if (entity.written_small >= 0) return entity.written_small == 1;
  entity.written_small = 0;
  std::uint32_t const place = table.at_or_after(entity.mentions.front().begin);
  auto const end = std::min(static_cast<std::uint32_t>(table.tokens.size()), place + near);
  for (std::uint32_t at = place - std::min(place, near); at < end; ++at) {
    Token const& token = table.tokens[at];
    if (!token.is(feature::lower) || token.end - token.begin != entity.name.size()) continue;
    // Only the first letter may differ.
    std::string_view const word = token.span().in(table.text);
    if (word.substr(1) != entity.name.substr(1) || (word[0] ^ entity.name[0]) != ('a' ^ 'A')) continue;
    entity.written_small = 1;
    return true;
  }
  return false;
}

// "Her driver, Quill,", "his wife Ana": a pronoun and a noun or two before the name that stands here.
bool People::Run::is_somebodys(std::uint32_t token) const {
  constexpr std::uint32_t farthest = 5;  // tokens
  for (std::uint32_t back = 1; back <= farthest && back <= token; ++back) {
    std::uint32_t const at = token - back;
    if (in(at, self.possessive_)) return true;
    if (table.tokens[at].is(feature::sentence_start) || in(at, self.finite_) || !table.tokens[at].is(feature::word | feature::comma)) return false;
  }
  return false;
}

// Where the quotation begins that ends right before this token, or before the comma in between; no_index when none does.
std::uint32_t People::Run::quote_before(std::uint32_t token) const {
  auto const next = std::partition_point(quoted.begin(), quoted.end(), [&](Range range) { return range.first < token; });
  if (next == quoted.begin()) return no_index;
  Range const last = *std::prev(next);
  return last.last == token || last.last + 1 == token ? last.first - 1 : no_index;
}

EntityId People::Run::find_pronoun(std::uint32_t token, Resolution& resolution) {
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::pronoun;
  bool const male = in(token, self.male_), female = in(token, self.female_), plural = in(token, self.plural_),
             neuter = in(token, self.neuter_);
  if (in(token, self.author_) || (!male && !female && !plural && !neuter)) return no_index;
  bool const form_of_person = male || female;
  std::uint32_t const sentence = sentence_of(token), paragraph = table.paragraph_of(token);
  // "…," he said: whoever is quoted, not whoever acts.
  bool const behind_quote = (token > 0 && in_quote_end(token - 1)) || (token > 1 && in_quote_end(token - 2));
  // "It reads": a text, whatever body is near.
  bool const reads = neuter && token + 1 < table.tokens.size() && in(token + 1, self.text_verb_);
  if (reads) {
    if (EntityId const id = text_before(token); id != no_index) return id;
  }
  // "She got a letter on Tuesday. It said": the letter, where no body acts.
  bool const tells = neuter && table.tokens[token].is(feature::sentence_start) && token + 1 < table.tokens.size() && in(token + 1, self.speech_verb_);
  if (EntityId const id = tells ? text_received(token) : no_index; id != no_index) return id;
  bool const replies = token + 1 < table.tokens.size() && in(token + 1, self.exchange_);
  bool const inserted = form_of_person && token > 0 && table.tokens[token - 1].is(feature::comma) && token + 1 < table.tokens.size() && in(token + 1, self.speech_verb_);
  auto const to_come = [&](Entity const& entity) { return entity.last_verb != no_index && entity.last_verb > token && entity.last_sentence == sentence; };
  // "A nurse said she", "a nurse said that she": whoever says so tells of herself.
  std::uint32_t says = token > 0 && form_of_person ? token - 1 : no_index;
  if (says != no_index && says > 0 && in(says, self.thing_relative_)) --says;
  if (says != no_index && !in(says, self.speech_verb_)) says = no_index;
  // "Asked whether Dole had lied, she said": of Dole somebody else was asked.
  bool const asked = token > 0 && table.tokens[token - 1].is(feature::comma) && in_question(token - 1);
  // "Her driver, Quill, was “well,” she said": of Quill somebody else tells, if anybody is there.
  std::uint32_t const words_of = behind_quote && form_of_person && token + 1 < table.tokens.size() && in(token + 1, self.speech_verb_) ? quote_before(token) : no_index;
  auto const is_told_of = [&](Entity const& entity) {
    if (words_of == no_index || entity.last_sentence != sentence || entity.last_token >= words_of || entity.last_verb == no_index) return false;
    bool const predicate = entity.last_verb > entity.last_token && entity.last_verb < words_of && !in(entity.last_verb, self.speech_verb_);
    return predicate && is_somebodys(entity.last_token);
  };
  auto const is_spokesperson = [&](Entity const& entity) {
    bool const speaks = std::any_of(entity.role_heads.begin(), entity.role_heads.end(), [&](WordId role) { return words.in(role, self.speaks_for_); });
    return speaks && entity.type == SpeakerType::anonymous && entity.gender == Gender::unknown && !entity.plural;
  };
  EntityId best = no_index;
  float best_score = -1e30f;
  auto& scored = memory.scored;
  scored.clear();
  bool const watched = observer || trace;
  std::vector<std::string> names;   // for those who watch
  std::vector<Facts> all_facts;
  Facts facts;
  std::size_t const form = male || female ? 0 : neuter ? 1 : 2;
  std::vector<EntityId> const& in_words = named_in_words();
  EntityId const lone = form_of_person && behind_quote ? lone_actor_of(paragraph, token, female) : no_index;
  // A bounded number of people keeps long documents linear.
  visit_recent(24, [&](EntityId id) {
    Entity& entity = entities[id];
    if (entity.last_token >= token) return true;
    // "Holt, he said, was late": not Holt.
    if (inserted && to_come(entity)) return true;
    // "When the host asked, she replied": somebody else answers.
    if (replies && entity.last_sentence == sentence && entity.last_verb != no_index && entity.last_verb < token && in(entity.last_verb, self.tell_)) return true;
    if (sentence - std::min(sentence, entity.last_sentence) > 25) return false;
    bool const person = entity.type == SpeakerType::person || entity.type == SpeakerType::unknown || entity.type == SpeakerType::anonymous;
    if (male || female) {
      if (!person || entity.plural || entity.gender == Gender::neither) return true;
      if (male && entity.gender == Gender::female) return true;
      if (female && entity.gender == Gender::male) return true;
      if (is_written_small(entity)) return true;
    } else if (entity.as_place && entity.times_source == 0) {
      return true;  // "in Halden": no body yet
    } else if (plural && entity.placed && entity.times_source == 0 && entity.times_subject == 0) {
      return true;
    } else if (neuter) {
      if (entity.type == SpeakerType::person || entity.type == SpeakerType::anonymous || entity.type == SpeakerType::group || (reads && entity.type == SpeakerType::organisation)) return true;
    } else if (plural && (entity.gender == Gender::neither || (behind_quote && id == last_voice && is_spokesperson(entity)))) {
      // Called they: somebody who is, or a spokesperson who spoke last.
    } else if (plural && !entity.plural && entity.type != SpeakerType::organisation && entity.type != SpeakerType::group) {
      return true;
    }
    watched ? facts.clear() : facts.clear_for_sum(self.weights_);
    std::uint32_t const ago = sentence - entity.last_sentence;
    facts.add(self.recency_[form][std::min<std::size_t>(ago, self.recency_[form].size() - 1)]);
    facts.add(self.order_[std::min<std::size_t>(scored.size(), self.order_.size() - 1)]);
    if (entity.last_paragraph == paragraph) facts.add(self.same_paragraph_);
    if (id == lone) facts.add(self.lone_actor_);
    if (entity.last_subject) facts.add(self.subject_[std::min<std::size_t>(ago, 3)]);
    if (id == last_voice) facts.add(self.last_speaker_[std::min<std::size_t>(ago, 3)]);
    if (id == last_voice && behind_quote) facts.add(self.after_quote_spoke_[std::min<std::size_t>(ago, 3)]);
    if (entity.last_subject && behind_quote) facts.add(self.after_quote_subject_);
    if (id == leading) facts.add(self.leading_);
    if (id == last_voice && last_voice_paragraph == paragraph) facts.add(self.spoke_here_);
    // "Lund said Weiss was late. “…,” he added": in the next sentence of a paragraph whoever has spoken goes on.
    bool const right_before = id == last_voice && last_voice_paragraph == paragraph && entity.spoke_sentence != no_index && sentence - entity.spoke_sentence <= 1;
    if (form_of_person && behind_quote && right_before) facts.add(self.spoke_right_before_);
    facts.add(self.paragraphs_[std::min<std::size_t>(paragraph - std::min(paragraph, entity.last_paragraph), 3)]);
    if (entity.gender != Gender::unknown) facts.add(self.gender_known_);
    bool const unnamed_voice = plural && behind_quote && id == last_voice && is_spokesperson(entity);
    if (entity.gender == Gender::neither || (unnamed_voice && entity.last_paragraph == paragraph)) facts.add(self.called_they_);
    if (entity.type == SpeakerType::person) facts.add(self.is_person_);
    if (entity.full_name || entity.by_given) facts.add(self.named_fully_);
    if (entity.last_source) facts.add(self.is_source_);
    if (!entity.role_heads.empty()) facts.add(self.has_role_);
    if (entity.first_sentence <= 3) facts.add(self.early_);
    if (entity.surely_person) facts.add(self.surely_person_);
    if (entity.as_place) facts.add(self.as_place_);
    if (entity.last_owns_actor) facts.add(self.owns_actor_);
    if (asked && entity.last_sentence == sentence) facts.add(self.in_question_);
    if (is_told_of(entity)) facts.add(self.told_of_);
    // "A nurse, who left because she was tired, said": up to the verb the words tell of the subject.
    bool const within = form_of_person && to_come(entity);
    if (within || (says != no_index && entity.said_verb == says)) facts.add(self.tells_of_self_);
    if (form_of_person && std::find(in_words.begin(), in_words.end(), id) != in_words.end()) facts.add(self.named_in_words_);
    if (entity.asked_sentence != no_index && sentence - entity.asked_sentence == 1) facts.add(self.asked_);
    if (!male && !female) facts.add(entity.type == SpeakerType::organisation                 ? self.is_body_
                                        : entity.type == SpeakerType::document             ? self.is_document_
                                        : plural && entity.type == SpeakerType::group && entity.plural ? self.is_crowd_
                                                                                             : self.is_unknown_);
    if ((male || female) && entity.gender == Gender::unknown && entity.leaning != Gender::unknown) {
      facts.add((entity.leaning == Gender::male) == male ? self.leaning_agrees_ : self.leaning_differs_);
    }
    if (entity.type == SpeakerType::anonymous) facts.add(self.unnamed_);
    People::add_manner(entity, sentence, entity.last_paragraph == paragraph, self.manner_, facts);
    if (id == last_voice && replies) facts.add(self.manner_.replies);
    facts.add(self.often_, std::log(static_cast<float>(entity.count)));
    float const score = self.weights_.sum(facts);
    if (watched) names.emplace_back(entity.name), all_facts.push_back(facts);
    scored.emplace_back(score, id);
    if (score > best_score) best_score = score, best = id;
    return true;
  });
  // A lone word of which nothing says that it names a person is nobody's "he".
  if (best != no_index && form == 0) {
    Entity const& entity = entities[best];
    if (entity.type == SpeakerType::unknown && !entity.full_name && !entity.surely_person && entity.gender == Gender::unknown && entity.times_source == 0 &&
        entity.times_subject == 0 && !entity.last_acts && entity.count < 2) {
      best = no_index;
    }
  }
  // Of whom the text has said "she said" is nobody's "he", though nobody else is there.
  if (best != no_index && form == 0 && entities[best].gender == Gender::unknown && entities[best].spoke_as == (male ? Gender::female : Gender::male)) best = no_index;
  if (observer && !scored.empty()) observer->reference_decision(token, names, all_facts);
  if (best == no_index) return no_index;
  float sum = 0;
  for (auto const& [score, id] : scored) sum += std::exp(score - best_score);
  resolution.share = 1.0f / sum;
  std::stable_sort(scored.begin(), scored.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < scored.size() && i < 4; ++i) {
    float const share = std::exp(scored[i].first - best_score) / sum;
    if (share < 0.05f) break;
    resolution.candidates.push_back({SpeakerId{scored[i].second}, share});  // entity numbers for now
  }
  // Two who fit alike: no speaker is better than a guessed one.
  constexpr float tie = 0.03f;
  auto const& candidates = resolution.candidates;
  bool const open = candidates.size() > 1 && candidates[0].share - candidates[1].share < tie;
  if (trace) tell_choice(open ? "may be " : "is taken for ", text(token, token + 1), names, all_facts, resolution.chain);
  if (open) {
    resolution.basis = Basis::none;
    return no_index;
  }
  // "Celtra has cut off 400 homes. It said": no person.
  Entity& meant = entities[best];
  if (neuter && meant.type == SpeakerType::unknown && !meant.surely_person && meant.gender == Gender::unknown) meant.type = SpeakerType::organisation;
  return best;
}

void People::Run::resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found, bool look_back) {
  Link const& link = one.link;
  if (link.source.empty() || resolve_label(link, resolution, found)) return;
  if (link.head == no_index) {
    std::uint32_t const token = link.source.first;
    // "The agency quoted him as saying": behind the verb a pronoun is no <source>.
    bool const pronoun_alone = in(token, self.possessive_) || in(token, self.male_) || in(token, self.female_) || in(token, self.plural_);
    if (pronoun_alone && link.source.last - link.source.first == 1) {
      if (EntityId const id = pronoun(token, resolution); id != no_index) found.push_back(id);
      return;
    }
    if (resolve_apposition(link, link.source.first, resolution, found)) return;
    if (EntityId const id = meant_by_origin({link.source.first, link.source.last}, resolution); id != no_index) return found.push_back(id);
    resolution.basis = Basis::explicit_;
    if (EntityId const id = link.source.last == token + 1 ? surnamed(token) : no_index; id != no_index) {
      resolution.form = MentionForm::name;
      return found.push_back(id);
    }
    resolution.form = MentionForm::nominal;
    // "The body said", "the governing body added": the one body that this paragraph or the one before names.
    bool const any_body = in(token, self.definite_) && link.source.last - token <= 3 && in(link.source.last - 1, self.any_body_);
    if (EntityId const id = any_body ? only_body_before(token, 1) : no_index; id != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = 0.8f;
      if (trace) resolution.chain.push_back("\"" + std::string(text(token, link.source.last)) + "\" is taken for " + std::string(entities[id].name) + ", the only body about");
      return found.push_back(id);
    }
    bool is_new = false;
    EntityId const itself = standing_for_itself(text(link.source.first, link.source.last), is_new);
    // "The Atlantic", "the Daily Planet": behind an article a name is a body's, mostly a paper's.
    bool const body = in(token, self.definite_) && token + 1 < link.source.last && table.tokens[token + 1].is(feature::capital);
    if (is_new && body) entities[itself].type = SpeakerType::organisation;
    found.push_back(itself);
    return;
  }
  MentionChunk const& chunk = mentions.chunks[table.chunks[link.head].data];
  bool named = false;
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name != self.name_ || c.first >= c.last) continue;
    for (std::uint32_t at = table.tokens[c.first].chunk; at != 0; at = table.chunks[at - 1].next) {
      Chunk const& inner = table.chunks[at - 1];
      if (inner.kind == self.source_ || inner.data >= of_chunk.size() || of_chunk[inner.data] == no_index) continue;
      if (inner.kind == self.person_ || inner.kind == self.proper_ || inner.kind == self.organisation_ || inner.kind == self.place_) {
        if (auto const* const couple = index.find(EntityIndex::couple, inner.data)) {
          // Of two who bear the name, the one who speaks in this text.
          EntityId const left = index.first(*couple), right = index.last(*couple);
          bool const apart = inner.first > 0 && in(inner.first - 1, self.elder_);  // "the younger Holt" is not just any of them
          if (!apart && (entities[left].times_source > 0) != (entities[right].times_source > 0)) {
            add_once(found, entities[left].times_source > 0 ? left : right);
            named = true;
            resolution.form = MentionForm::name;
            continue;
          }
          resolution.candidates.push_back({SpeakerId{left}, 0.5f});
          resolution.candidates.push_back({SpeakerId{right}, 0.5f});
          resolution.form = MentionForm::name;
          return;
        }
        add_once(found, of_chunk[inner.data]);
        named = true;
        bool const body = entities[of_chunk[inner.data]].type != SpeakerType::person;
        resolution.form = body && (inner.kind == self.organisation_ || inner.kind == self.place_) ? MentionForm::organisation : MentionForm::name;
      }
    }
    if (!named) {
      // A pronoun, or "who", which stands for the noun phrase before it.
      std::uint32_t const token = c.first;
      if (in(token, self.male_) || in(token, self.female_) || in(token, self.plural_) || in(token, self.neuter_) || in(token, self.author_)) {
        EntityId const id = pronoun(token, resolution);
        if (in(token, self.plural_) && resolve_several(token, id, resolution, found)) return;
        if (id != no_index) found.push_back(id);
        return;
      }
      resolution.basis = Basis::anaphoric;
      resolution.form = MentionForm::pronoun;
      if (!look_back) return;
      EntityId const before = antecedent_of(token);
      if (before != no_index) found.push_back(before);
      return;
    }
  }
  if (named) {
    resolution.basis = Basis::explicit_;
    if (found.size() == 1 && entities[found.front()].type == SpeakerType::organisation) {
      if (EntityId const id = named_late(link); id != no_index) {
        resolution.form = MentionForm::name;
        found.assign(1, id);
        return;
      }
    }
    // "Weiss's campaign" is the campaign.
    std::uint32_t const behind = chunk.last;
    if (behind + 1 < table.tokens.size() && table.tokens[behind].is(feature::possessive) && in(behind + 1, self.group_)) {
      bool is_new = false;
      EntityId const id = standing_for_itself(text(chunk.first, behind + 2), is_new);
      if (is_new) {
        entities[id].type = SpeakerType::organisation;
        entities[id].plural = true;
      }
      found.assign(1, id);
      resolution.form = MentionForm::nominal;
    }
    return;
  }
  if (resolve_apposition(link, chunk.first, resolution, found)) return;
  if (in(chunk.last - 1, self.pair_noun_) && in(chunk.first, self.article_) && resolve_several(chunk.first, no_index, resolution, found)) {
    resolution.form = MentionForm::nominal;
    return;
  }
  if (names_inserted(chunk, link.source.last, found)) {
    resolution.basis = Basis::explicit_;
    return;
  }
  if (EntityId const id = named_behind(chunk, link.source.last); id != no_index) {
    resolution.basis = Basis::explicit_;
    return found.push_back(id);
  }
  if (capture(chunk, self.role_).empty()) {
    if (EntityId const id = meant_by_origin({chunk.first, chunk.last}, resolution); id != no_index) return found.push_back(id);
  }
  if (EntityId const id = noun_phrase(chunk, resolution); id != no_index) found.push_back(id);
}

}  // namespace whosaid
