#include "people/people.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "people/names.hpp"

namespace whosaid {
namespace {

enum class Gender : unsigned char { unknown, male, female };

// Somebody or something that the document names.
struct Entity {
  std::string name;
  NameWords words;
  SpeakerType type = SpeakerType::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool full_name = false;          // two words or more
  std::vector<std::string> aliases;
  std::vector<RoleFact> roles, affiliations;
  std::vector<std::string> role_heads;  // folded head nouns, for "the minister"
  std::vector<Span> mentions;
  std::uint32_t last_token = 0, last_sentence = 0, last_paragraph = 0, count = 0;
  std::uint32_t last_full = no_index;    // sentence of its last full mention
  bool last_subject = false, last_source = false;
  SpeakerId speaker;
};

using EntityId = std::uint32_t;

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

}  // namespace

People::People(grammar::Language const& language, Weights& weights) : language_(language), weights_(weights) {
  recency_ = weights.id("people.sentences_ago");
  same_paragraph_ = weights.id("people.same_paragraph");
  same_sentence_ = weights.id("people.same_sentence");
  subject_ = weights.id("people.was_subject");
  last_speaker_ = weights.id("people.spoke_last");
  often_ = weights.id("people.log_mentions");
  gender_known_ = weights.id("people.gender_agrees");
  is_person_ = weights.id("people.is_person");
  named_fully_ = weights.id("people.full_name");
  is_source_ = weights.id("people.was_source");
  person_ = language.chunk_kind("person");
  organisation_ = language.chunk_kind("organisation");
  place_ = language.chunk_kind("place");
  proper_ = language.chunk_kind("proper");
  source_ = language.chunk_kind("source");
  name_ = language.capture("name");
  role_ = language.capture("role");
  affiliation_ = language.capture("affiliation");
  title_ = language.capture("title");
  Vocabulary const& words = language.vocabulary();
  male_ = words.lexicon("pronoun_male");
  female_ = words.lexicon("pronoun_female");
  plural_ = words.lexicon("pronoun_plural");
  neuter_ = words.lexicon("pronoun_neuter");
  author_ = words.lexicon("pronoun_author");
  first_male_ = words.lexicon("first_name_male");
  first_female_ = words.lexicon("first_name_female");
  honorific_male_ = words.lexicon("honorific_male");
  honorific_female_ = words.lexicon("honorific_female");
  role_male_ = words.lexicon("role_male");
  role_female_ = words.lexicon("role_female");
  role_words_ = words.lexicon("role");
  group_ = words.lexicon("group_noun");
  document_ = words.lexicon("document_noun");
  article_ = words.lexicon("article");
  possessive_ = words.lexicon("pronoun_possessive");
  organisation_words_ = words.lexicon("organisation");
  collective_ = words.lexicon("collective");
  role_title_ = words.lexicon("role_title");
}

struct People::Run {
  People const& self;
  TokenTable const& table;
  MentionList const& mentions;
  bool trace;
  Vocabulary const& vocabulary;

  std::vector<Entity> entities;
  std::unordered_map<std::string, std::vector<EntityId>> by_word;  // last and first words of names; whole text of others
  std::vector<EntityId> of_chunk;        // entity of mentions.chunks[i], no_index = none
  std::vector<std::uint32_t> sentences;  // first tokens of all sentences of the narration
  EntityId last_speaker = no_index;

  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const {
    return lexicon >= 0 && vocabulary.classes(table.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
  }
  [[nodiscard]] std::string text(std::uint32_t first, std::uint32_t last) const {
    return std::string(table.span(first, last).in(table.text));
  }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    return static_cast<std::uint32_t>(std::upper_bound(sentences.begin(), sentences.end(), token) - sentences.begin());
  }
  [[nodiscard]] Range capture(MentionChunk const& chunk, int name) const {
    for (grammar::Capture const& c : mentions.of(chunk)) {
      if (c.name == name) return {c.first, c.last};
    }
    return {};
  }

  void find_sentences();
  void name_everybody();
  EntityId entity_for_name(MentionChunk const& chunk, bool create_short);
  void learn_from_source(MentionChunk const& chunk);
  void learn_gender(Entity& entity, MentionChunk const& chunk) const;
  void note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject);
  EntityId pronoun(std::uint32_t token, Resolution& resolution);
  EntityId noun_phrase(MentionChunk const& chunk, Resolution& resolution);
  void resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found);
};

void People::Run::find_sentences() {
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < end; at += table.tokens[at].width) {
    if (table.tokens[at].is(feature::sentence_start)) sentences.push_back(at);
  }
}

void People::Run::learn_gender(Entity& entity, MentionChunk const& chunk) const {
  if (entity.gender != Gender::unknown) return;
  Range const title = capture(chunk, self.title_);
  for (std::uint32_t at = title.first; at < title.last; ++at) {
    if (in(at, self.honorific_male_)) entity.gender = Gender::male;
    if (in(at, self.honorific_female_)) entity.gender = Gender::female;
  }
  if (entity.gender != Gender::unknown || !entity.full_name) return;
  std::uint32_t const word = vocabulary.find(entity.words.first());
  ClassSet const& classes = vocabulary.classes(word);
  bool const male = self.first_male_ >= 0 && classes.has(static_cast<std::uint16_t>(self.first_male_));
  bool const female = self.first_female_ >= 0 && classes.has(static_cast<std::uint16_t>(self.first_female_));
  if (male != female) entity.gender = male ? Gender::male : Gender::female;
}

// The entity that a name chunk stands for. Full names are entered before short ones are asked for, so that "Peskov" in a
// headline finds the Dmitry Peskov of the text.
EntityId People::Run::entity_for_name(MentionChunk const& chunk, bool create_short) {
  Range name = capture(chunk, self.name_);
  if (name.empty()) name = {chunk.first, chunk.last};
  bool const is_name = chunk.kind == self.person_ || chunk.kind == self.proper_;
  NameWords words = name_words(table, name.first, name.last, vocabulary);
  if (words.words.empty()) return no_index;
  bool const titled = !capture(chunk, self.title_).empty();
  if (!is_name) {
    std::string key;
    for (std::string const& word : words.words) key += (key.empty() ? "" : " ") + word;
    std::vector<EntityId>& known = by_word["=" + key];
    if (!known.empty()) return known.front();
    Entity entity;
    entity.name = text(name.first, name.last);
    entity.words = std::move(words);
    entity.type = SpeakerType::organisation;
    known.push_back(static_cast<EntityId>(entities.size()));
    entities.push_back(std::move(entity));
    return static_cast<EntityId>(entities.size()) - 1;
  }
  bool const full = words.words.size() > 1;
  if (!full && !create_short) return no_index;

  // Who can it be?
  Gender gender = Gender::unknown;
  Range const title = capture(chunk, self.title_);
  for (std::uint32_t at = title.first; at < title.last; ++at) {
    if (in(at, self.honorific_male_)) gender = Gender::male;
    if (in(at, self.honorific_female_)) gender = Gender::female;
  }
  EntityId best = no_index;
  float best_score = -1;
  auto const consider = [&](std::vector<EntityId> const& list) {
    std::size_t looked_at = 0;
    for (auto at = list.rbegin(); at != list.rend() && looked_at < 32; ++at, ++looked_at) {
      Entity const& entity = entities[*at];
      NameMatch const match = match_names(words, entity.words);
      if (match == NameMatch::no) continue;
      if (gender != Gender::unknown && entity.gender != Gender::unknown && gender != entity.gender) continue;
      float score = match == NameMatch::full ? 4.0f : match == NameMatch::surname ? 2.0f : 1.0f;
      if (full && match != NameMatch::full) continue;  // "Anna Weiss" is not the "Weiss" of another full name
      // The one named last in full is meant, the one named often as well.
      if (entity.last_full != no_index) score += 0.5f / (1.0f + static_cast<float>(sentences.size() - entity.last_full));
      if (entity.count > 0) score += 0.9f * static_cast<float>(entity.last_token + 1) / static_cast<float>(table.tokens.size() + 1);
      if (entity.last_source) score += 0.3f;
      if (score > best_score) best_score = score, best = *at;
    }
  };
  if (auto const known = by_word.find(words.last()); known != by_word.end()) consider(known->second);
  if (words.words.size() == 1 || best == no_index) {
    if (auto const known = by_word.find(words.first()); known != by_word.end()) consider(known->second);
  }
  if (best == no_index) {
    Entity entity;
    entity.name = text(name.first, name.last);
    entity.full_name = full;
    entity.type = chunk.kind == self.person_ || titled ? SpeakerType::person : SpeakerType::unknown;
    entity.words = words;
    best = static_cast<EntityId>(entities.size());
    entities.push_back(std::move(entity));
    add_once(by_word[words.last()], best);
    add_once(by_word[words.first()], best);
  } else {
    Entity& entity = entities[best];
    std::string here = text(name.first, name.last);
    if (words.words.size() > entity.words.words.size()) {
      add_once(entity.aliases, entity.name);
      entity.name = here;
      entity.words = words;
      entity.full_name = full;
      add_once(by_word[words.last()], best);
      add_once(by_word[words.first()], best);
    } else if (here != entity.name) {
      add_once(entity.aliases, std::move(here));
    }
    if (titled || chunk.kind == self.person_) entity.type = SpeakerType::person;
  }
  learn_gender(entities[best], chunk);
  if (gender != Gender::unknown) entities[best].gender = gender;
  return best;
}

void People::Run::name_everybody() {
  of_chunk.assign(mentions.chunks.size(), no_index);
  for (int const pass : {0, 1}) {
    for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
      MentionChunk const& chunk = mentions.chunks[i];
      if (chunk.kind == self.source_ || of_chunk[i] != no_index) continue;
      of_chunk[i] = entity_for_name(chunk, pass == 1);
    }
  }
}

// Role and affiliation that stand beside a name belong to the one who bears it.
void People::Run::learn_from_source(MentionChunk const& chunk) {
  Range const name = capture(chunk, self.name_);
  if (name.empty()) return;
  EntityId id = no_index;
  for (std::uint32_t c = table.tokens[name.first].chunk; c != 0; c = table.chunks[c - 1].next) {
    Chunk const& inner = table.chunks[c - 1];
    if (inner.kind == self.person_ || inner.kind == self.proper_) id = of_chunk[inner.data];
  }
  if (id == no_index) return;
  Entity& entity = entities[id];
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.first >= c.last) continue;
    if (c.name == self.role_) {
      RoleFact fact{text(c.first, c.last), table.span(c.first, c.last)};
      if (std::none_of(entity.roles.begin(), entity.roles.end(), [&](RoleFact const& r) { return r.value == fact.value; })) {
        entity.roles.push_back(std::move(fact));
      }
      std::uint32_t const head = c.last - 1;
      std::string const lemma(self.role_words_ >= 0 ? vocabulary.lemma(table.tokens[head].word, static_cast<std::uint16_t>(self.role_words_))
                                                    : vocabulary.word(table.tokens[head].word));
      add_once(entity.role_heads, lemma);
      if (entity.gender == Gender::unknown) {
        if (in(head, self.role_male_)) entity.gender = Gender::male;
        if (in(head, self.role_female_)) entity.gender = Gender::female;
      }
      if (entity.type == SpeakerType::unknown) entity.type = SpeakerType::person;
    } else if (c.name == self.affiliation_) {
      RoleFact fact{text(c.first, c.last), table.span(c.first, c.last)};
      if (std::none_of(entity.affiliations.begin(), entity.affiliations.end(),
                       [&](RoleFact const& r) { return r.value == fact.value; })) {
        entity.affiliations.push_back(std::move(fact));
      }
    }
  }
}

void People::Run::note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject) {
  Entity& entity = entities[id];
  Span const span = table.span(first, last);
  if (!entity.mentions.empty() && entity.mentions.back() == span) return;
  entity.mentions.push_back(span);
  entity.last_token = first;
  entity.last_sentence = sentence_of(first);
  entity.last_paragraph = table.paragraph_of(first);
  entity.last_subject = subject;
  if (last - first > 1) entity.last_full = entity.last_sentence;
  ++entity.count;
}

EntityId People::Run::pronoun(std::uint32_t token, Resolution& resolution) {
  resolution.basis = Basis::anaphoric;
  resolution.form = MentionForm::pronoun;
  bool const male = in(token, self.male_), female = in(token, self.female_), plural = in(token, self.plural_),
             neuter = in(token, self.neuter_);
  if (in(token, self.author_) || (!male && !female && !plural && !neuter)) return no_index;
  std::uint32_t const sentence = sentence_of(token), paragraph = table.paragraph_of(token);
  EntityId best = no_index;
  float best_score = -1e30f;
  std::vector<std::pair<float, EntityId>> scored;
  // The people named last; a bounded number keeps long documents linear.
  std::size_t looked_at = 0;
  std::vector<EntityId> recent;
  recent.reserve(entities.size());
  for (EntityId id = 0; id < entities.size(); ++id) {
    Entity const& entity = entities[id];
    if (entity.count == 0 || entity.last_token >= token || sentence - entity.last_sentence > 25) continue;
    recent.push_back(id);
  }
  std::sort(recent.begin(), recent.end(), [&](EntityId a, EntityId b) { return entities[a].last_token > entities[b].last_token; });
  for (EntityId const id : recent) {
    if (++looked_at > 24) break;
    Entity const& entity = entities[id];
    bool const person = entity.type == SpeakerType::person || entity.type == SpeakerType::unknown || entity.type == SpeakerType::anonymous;
    if (male || female) {
      if (!person || entity.plural) continue;
      if (male && entity.gender == Gender::female) continue;
      if (female && entity.gender == Gender::male) continue;
    } else if (neuter) {
      if (entity.type == SpeakerType::person || entity.type == SpeakerType::group) continue;
    } else if (plural && !entity.plural && entity.type != SpeakerType::organisation && entity.type != SpeakerType::group) {
      continue;
    }
    float score = self.weights_[self.recency_] * static_cast<float>(std::min(sentence - entity.last_sentence, 20u));
    if (entity.last_paragraph == paragraph) score += self.weights_[self.same_paragraph_];
    if (entity.last_sentence == sentence) score += self.weights_[self.same_sentence_];
    if (entity.last_subject) score += self.weights_[self.subject_];
    if (id == last_speaker) score += self.weights_[self.last_speaker_];
    if (entity.gender != Gender::unknown) score += self.weights_[self.gender_known_];
    if (entity.type == SpeakerType::person) score += self.weights_[self.is_person_];
    if (entity.full_name) score += self.weights_[self.named_fully_];
    if (entity.last_source) score += self.weights_[self.is_source_];
    score += self.weights_[self.often_] * std::log(static_cast<float>(entity.count));
    scored.emplace_back(score, id);
    if (score > best_score) best_score = score, best = id;
  }
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
  return best;
}

// "the minister" is the one who was called a minister last; "a spokesman for X" is somebody new.
EntityId People::Run::noun_phrase(MentionChunk const& chunk, Resolution& resolution) {
  resolution.form = MentionForm::nominal;
  resolution.basis = Basis::explicit_;
  Range const role = capture(chunk, self.role_);
  std::uint32_t const head = role.empty() ? chunk.last - 1 : role.last - 1;
  bool const definite = in(chunk.first, self.article_) && fold(table.tokens[chunk.first].span().in(table.text)) == "the";
  bool const is_role = in(head, self.role_words_) && !in(head, self.collective_);
  std::string const lemma(is_role ? vocabulary.lemma(table.tokens[head].word, static_cast<std::uint16_t>(self.role_words_)) : "");
  bool const plural = is_role && vocabulary.word(table.tokens[head].word) != lemma;
  if (is_role && definite && !plural) {
    EntityId best = no_index;
    for (EntityId id = 0; id < entities.size(); ++id) {
      Entity const& entity = entities[id];
      if (entity.last_token >= chunk.first || entity.count == 0) continue;
      if (std::find(entity.role_heads.begin(), entity.role_heads.end(), lemma) == entity.role_heads.end()) continue;
      if (best == no_index || entity.last_token > entities[best].last_token) best = id;
    }
    if (best != no_index) {
      resolution.basis = Basis::anaphoric;
      resolution.share = 0.8f;
      return best;
    }
  }
  std::string const whole = text(chunk.first, chunk.last);
  std::string const key = "~" + fold(whole);
  std::vector<EntityId>& known = by_word[key];
  bool const indefinite = !definite && is_role && !plural;
  if (!known.empty() && !indefinite) return known.front();
  Entity entity;
  entity.name = whole;
  bool const document = !is_role && in(head, self.document_) && !in(head, self.group_);
  bool const group = !is_role && in(head, self.group_);
  entity.type = document ? SpeakerType::document
                : group ? SpeakerType::organisation
                : plural || in(head, self.collective_) ? SpeakerType::group
                : is_role ? (definite ? SpeakerType::person : SpeakerType::anonymous)
                          : SpeakerType::unknown;
  entity.plural = plural || in(head, self.collective_) || group;
  if (in(head, self.role_male_)) entity.gender = Gender::male;
  if (in(head, self.role_female_)) entity.gender = Gender::female;
  if (!role.empty() && is_role) {
    entity.roles.push_back({text(role.first, role.last), table.span(role.first, role.last)});
    entity.role_heads.push_back(lemma);
  }
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name == self.affiliation_ && c.first < c.last) {
      entity.affiliations.push_back({text(c.first, c.last), table.span(c.first, c.last)});
    }
  }
  known.push_back(static_cast<EntityId>(entities.size()));
  entities.push_back(std::move(entity));
  return static_cast<EntityId>(entities.size()) - 1;
}

void People::Run::resolve_link(Attributed const& one, Resolution& resolution, std::vector<EntityId>& found) {
  Link const& link = one.link;
  if (link.source.empty()) return;
  if (link.head == no_index) {
    std::uint32_t const token = link.source.first;
    if (in(token, self.possessive_) && link.source.last - link.source.first == 1) {
      if (EntityId const id = pronoun(token, resolution); id != no_index) found.push_back(id);
      return;
    }
    resolution.form = MentionForm::nominal;
    resolution.basis = Basis::explicit_;
    std::string const whole = text(link.source.first, link.source.last);
    std::vector<EntityId>& known = by_word["~" + fold(whole)];
    if (known.empty()) {
      Entity entity;
      entity.name = whole;
      known.push_back(static_cast<EntityId>(entities.size()));
      entities.push_back(std::move(entity));
    }
    found.push_back(known.front());
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
        add_once(found, of_chunk[inner.data]);
        named = true;
        resolution.form = inner.kind == self.organisation_ || inner.kind == self.place_ ? MentionForm::organisation : MentionForm::name;
      }
    }
    if (!named) {
      // A pronoun, or "who", which stands for the noun phrase before it.
      std::uint32_t const token = c.first;
      if (in(token, self.male_) || in(token, self.female_) || in(token, self.plural_) || in(token, self.neuter_) || in(token, self.author_)) {
        if (EntityId const id = pronoun(token, resolution); id != no_index) found.push_back(id);
        return;
      }
      resolution.basis = Basis::anaphoric;
      resolution.form = MentionForm::pronoun;
      EntityId before = no_index;
      for (std::uint32_t back = token; back > 0 && token - back < 8; --back) {
        for (std::uint32_t at = table.tokens[back - 1].chunk; at != 0 && before == no_index; at = table.chunks[at - 1].next) {
          Chunk const& inner = table.chunks[at - 1];
          if (inner.kind == self.source_) {
            Attributed antecedent;
            antecedent.link.source = {inner.first, inner.last};
            antecedent.link.head = at - 1;
            std::vector<EntityId> ids;
            Resolution ignored;
            resolve_link(antecedent, ignored, ids);
            if (!ids.empty()) before = ids.front();
          }
        }
        if (before != no_index) break;
      }
      if (before != no_index) found.push_back(before);
      return;
    }
  }
  if (named) {
    resolution.basis = Basis::explicit_;
    return;
  }
  if (EntityId const id = noun_phrase(chunk, resolution); id != no_index) found.push_back(id);
}

void People::resolve(TokenTable const& table, MentionList const& mentions, std::vector<Attributed> const& attributed, bool trace,
                     std::vector<Speaker>& speakers, std::vector<Resolution>& out) const {
  Run run{*this, table, mentions, trace, language_.vocabulary(), {}, {}, {}, {}, no_index};
  run.find_sentences();
  run.name_everybody();
  for (MentionChunk const& chunk : mentions.chunks) {
    if (chunk.kind == source_) run.learn_from_source(chunk);
  }
  out.assign(attributed.size(), {});

  // Walk the document: mentions in order of place make people present for the pronouns behind them.
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < mentions.chunks.size(); ++i) {
    if (mentions.chunks[i].kind != source_ && run.of_chunk[i] != no_index) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return mentions.chunks[a].first < mentions.chunks[b].first; });
  // Attributions in order of their source's place.
  std::vector<std::uint32_t> links;
  for (std::uint32_t i = 0; i < attributed.size(); ++i) {
    if (attributed[i].speech && attributed[i].has_link && attributed[i].tie == Tie::cue) links.push_back(i);
  }
  std::stable_sort(links.begin(), links.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return attributed[a].link.source.first < attributed[b].link.source.first; });
  std::vector<std::vector<EntityId>> found(attributed.size());
  std::size_t next = 0;
  auto const mention_up_to = [&](std::uint32_t token) {
    for (; next < order.size() && mentions.chunks[order[next]].first < token; ++next) {
      MentionChunk const& chunk = mentions.chunks[order[next]];
      bool const subject = table.tokens[chunk.first].is(feature::sentence_start) ||
                           (chunk.first > 0 && table.tokens[chunk.first - 1].is(feature::sentence_start));
      run.note_mention(run.of_chunk[order[next]], chunk.first, chunk.last, subject);
    }
  };
  for (std::uint32_t const i : links) {
    Link const& link = attributed[i].link;
    mention_up_to(link.source.empty() ? link.cue.first : link.source.first);
    run.resolve_link(attributed[i], out[i], found[i]);
    for (EntityId const id : found[i]) {
      run.note_mention(id, link.source.first, link.source.last, true);
      run.entities[id].last_source = true;
      run.last_speaker = id;
    }
  }
  mention_up_to(static_cast<std::uint32_t>(table.tokens.size()));

  // Quotes that go on take over; then everybody who speaks gets a number, in order of first appearance.
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    if (attributed[i].tie == Tie::goes_on && attributed[i].continues != no_index) {
      std::uint32_t const from = attributed[i].continues;
      found[i] = found[from];
      out[i].form = out[from].form;
      out[i].share = out[from].share;
      out[i].candidates = out[from].candidates;
      out[i].basis = found[i].empty() ? Basis::none : Basis::inferred;
    }
  }
  std::vector<EntityId> spoken;
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    for (EntityId const id : found[i]) add_once(spoken, id);
    for (SpeakerShare const& candidate : out[i].candidates) add_once(spoken, candidate.speaker.value);
  }
  std::sort(spoken.begin(), spoken.end(), [&](EntityId a, EntityId b) {
    auto const place = [&](EntityId id) {
      return run.entities[id].mentions.empty() ? 0xFFFFFFFFu : run.entities[id].mentions.front().begin;
    };
    return place(a) != place(b) ? place(a) < place(b) : a < b;
  });
  speakers.clear();
  for (EntityId const id : spoken) {
    Entity& entity = run.entities[id];
    entity.speaker = SpeakerId{static_cast<std::uint32_t>(speakers.size())};
    Speaker speaker;
    speaker.name = entity.name;
    speaker.type = entity.type == SpeakerType::unknown && !entity.words.words.empty() ? SpeakerType::person : entity.type;
    speaker.aliases = entity.aliases;
    speaker.roles = entity.roles;
    speaker.affiliations = entity.affiliations;
    speaker.mentions = entity.mentions;
    std::sort(speaker.mentions.begin(), speaker.mentions.end(),
              [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    speaker.mentions.erase(std::unique(speaker.mentions.begin(), speaker.mentions.end()), speaker.mentions.end());
    speakers.push_back(std::move(speaker));
  }
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    for (EntityId const id : found[i]) out[i].speakers.push_back(run.entities[id].speaker);
    for (SpeakerShare& candidate : out[i].candidates) candidate.speaker = run.entities[candidate.speaker.value].speaker;
  }
}

}  // namespace whosaid
