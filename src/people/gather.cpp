// Who is named: name chunks become entities, with gender, roles and affiliations from what stands beside them.
#include "people/run.hpp"

namespace whosaid {

void People::Run::find_sentences() {
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < end; at += table.tokens[at].width) {
    if (table.tokens[at].is(feature::sentence_start)) sentences.push_back(at);
    if (table.tokens[at].width > 1) quoted.push_back({at + 1, at + table.tokens[at].width});
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

// "Ana Weiss Defends Her Plan": in a headline the name ends somewhere in the run of capitals; only whom the text names counts.
EntityId People::Run::named_in_headline(NameWords words) const {
  for (; words.words.size() > 1; words.words.pop_back()) {
    auto const known = by_word.find(words.last());
    if (known == by_word.end()) continue;
    std::size_t looked_at = 0;
    for (EntityId const id : known->second) {
      if (++looked_at > 8) break;
      if (match_names(words, entities[id].words) == NameMatch::full) return id;
    }
  }
  return no_index;
}

// "Halden-born": a hyphen and a small letter behind a capital, and no particle before it ("al-Tamri" begins small).
bool People::Run::is_compound(std::uint32_t token) const {
  Token const& here = table.tokens[token];
  if (!here.is(feature::hyphenated) || !here.is(feature::capital)) return false;
  std::string_view const word = here.span().in(table.text);
  std::size_t const hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 3 < word.size() && word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
}

// "Washington said" is Kerry Washington, where she is in the text and no word before says that it is the place.
EntityId People::Run::named_like_place(MentionChunk const& chunk, NameWords const& words) const {
  if (chunk.kind != self.place_ || words.words.size() != 1) return no_index;
  if (chunk.first > 0 && (in(chunk.first - 1, self.preposition_) || in(chunk.first - 1, self.article_))) return no_index;
  auto const known = by_word.find(words.last());
  if (known == by_word.end() || known->second.size() != 1) return no_index;
  Entity const& entity = entities[known->second.front()];
  bool const person = entity.type == SpeakerType::person && entity.full_name && entity.words.last() == words.last() && entity.introduced < chunk.first;
  return person ? known->second.front() : no_index;
}

bool People::Run::is_legal(std::string const& word) const {
  return self.legal_ >= 0 && vocabulary.classes(vocabulary.find(word)).has(static_cast<std::uint16_t>(self.legal_));
}

// The company whose name is this one with words like "Foods" or "Inc." more, or fewer; none when several are.
EntityId People::Run::body_named(NameWords const& words) const {
  if (words.words.empty()) return no_index;  // a name of marks alone
  auto const known = by_word.find("^" + words.first());
  if (known == by_word.end()) return no_index;
  EntityId found = no_index;
  std::size_t looked_at = 0;
  for (EntityId const id : known->second) {
    if (++looked_at > 8) break;
    std::vector<std::string> const& a = entities[id].words.words;
    std::vector<std::string> const& b = words.words;
    std::vector<std::string> const& longer = a.size() > b.size() ? a : b;
    std::size_t const common = std::min(a.size(), b.size());
    bool fits = std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(common), b.begin());
    for (std::size_t i = common; i < longer.size() && fits; ++i) {
      fits = self.company_ >= 0 && vocabulary.classes(vocabulary.find(longer[i])).has(static_cast<std::uint16_t>(self.company_));
    }
    if (!fits) continue;
    if (found != no_index && found != id) return no_index;
    found = id;
  }
  return found;
}

// The entity that a name chunk stands for. Full names are entered before short ones are asked for, so that "Peskov" in a
// headline finds the Dmitry Peskov of the text.
EntityId People::Run::entity_for_name(MentionChunk const& chunk, bool create_short) {
  Range name = capture(chunk, self.name_);
  if (name.empty()) name = {chunk.first, chunk.last};
  bool const is_name = chunk.kind == self.person_ || chunk.kind == self.proper_;
  Range letters{name.last, name.last};  // "KC", "MP": no part of the name
  while (is_name && letters.first > name.first + 1 && in(letters.first - 1, self.post_nominal_) &&
         table.tokens[letters.first - 1].is(feature::upper)) {
    --letters.first;
  }
  name.last = letters.first;
  while (name.last > name.first + 1 && table.tokens[name.last - 1].is(feature::comma)) --name.last;
  while (is_name && name.first < name.last && is_compound(name.first)) ++name.first;  // "Halden-born Ana Weiss"
  if (name.empty() || (is_name && is_compound(name.last - 1))) return no_index;           // "Weiss-era"
  NameWords words = name_words(table, name.first, name.last, vocabulary);
  if (words.words.empty()) return no_index;
  bool const titled = !capture(chunk, self.title_).empty();
  bool const given = is_name && is_given(name.first);
  if (!is_name) {
    std::string key;
    for (std::string const& word : words.words) key += (key.empty() ? "" : " ") + word;
    if (EntityId const id = named_like_place(chunk, words); id != no_index) return id;
    if (auto const known = by_word.find("=" + key); known != by_word.end()) return known->second.front();
    if (EntityId const id = body_named(words); id != no_index) {
      // The fullest name stands for it, without "Inc."
      Entity& entity = entities[id];
      std::string here = text(name.first, name.last);
      if (words.words.size() > entity.words.words.size() && !is_legal(words.words.back())) {
        add_once(entity.aliases, entity.name);
        entity.name = std::move(here);
        entity.words = std::move(words);
      } else {
        add_once(entity.aliases, std::move(here));
      }
      by_word["=" + key].push_back(id);
      return id;
    }
    Entity entity;
    entity.name = text(name.first, name.last);
    entity.words = std::move(words);
    entity.type = SpeakerType::organisation;
    if (entity.words.words.size() > 1 && is_legal(entity.words.words.back())) {
      // "Kolm Foods Inc." is Kolm Foods; the whole stays an alias.
      entity.aliases.push_back(entity.name);
      std::uint32_t shorter = name.last - 1;
      while (shorter > name.first + 1 && !table.tokens[shorter - 1].is(feature::word)) --shorter;
      entity.name = text(name.first, shorter);
      entity.words.words.pop_back();
      std::string stem;
      for (std::string const& word : entity.words.words) stem += (stem.empty() ? "" : " ") + word;
      by_word["=" + stem].push_back(static_cast<EntityId>(entities.size()));
    }
    auto const id = static_cast<EntityId>(entities.size());
    by_word["=" + key].push_back(id);
    by_word["^" + entity.words.first()].push_back(id);
    // "the Halden Water Board (HWB)", and later "HWB".
    std::string initials;
    for (std::uint32_t at = name.first; at < name.last; ++at) {
      std::string_view const word = table.tokens[at].span().in(table.text);
      if (table.tokens[at].is(feature::capital)) initials += static_cast<char>(word.front() | 0x20);
    }
    if (initials.size() >= 3) {
      std::vector<EntityId>& short_form = by_word["=" + initials];
      if (short_form.empty()) short_form.push_back(id);
    }
    entities.push_back(std::move(entity));
    return id;
  }
  if (words.words.size() > 2 && !titled && in_title_case(chunk)) return named_in_headline(words);
  bool const full = words.words.size() > 1;
  if (!full && !create_short) return no_index;

  // Who can it be?
  Gender gender = Gender::unknown;
  Range const title = capture(chunk, self.title_);
  for (std::uint32_t at = title.first; at < title.last; ++at) {
    if (in(at, self.honorific_male_)) gender = Gender::male;
    if (in(at, self.honorific_female_)) gender = Gender::female;
  }
  // "Kolm" for Kolm Foods; whoever bears the name as a person is asked first.
  if (!full && !titled && !given) {
    auto const bearers = by_word.find(words.last());
    if (bearers == by_word.end() || bearers->second.empty()) {
      if (EntityId const id = body_named(words); id != no_index) {
        add_once(entities[id].aliases, text(name.first, name.last));
        return id;
      }
    }
  }
  EntityId best = no_index, second = no_index;
  float best_score = -1, second_score = -1;
  auto const consider = [&](std::vector<EntityId> const& list) {
    std::size_t looked_at = 0;
    for (auto at = list.rbegin(); at != list.rend() && looked_at < 32; ++at, ++looked_at) {
      Entity const& entity = entities[*at];
      NameMatch const match = match_names(words, entity.words);
      if (match == NameMatch::no) continue;
      if (gender != Gender::unknown && entity.gender != Gender::unknown && gender != entity.gender) continue;
      // "Anna Weiss" is not the "Weiss" of another full name, but "van der Meer" can be Jan's.
      bool const tail_of = match == NameMatch::surname && (words.words.size() < entity.words.words.size() ? words.from_particle : entity.words.from_particle);
      if (full && match != NameMatch::full && !tail_of) continue;
      // A surname alone means the one whom the article names in full most often; between equals, the one named last.
      float score = match == NameMatch::full ? 40.0f : match == NameMatch::surname ? 20.0f : 10.0f;
      score += std::min(static_cast<float>(entity.full_mentions), 8.0f);
      if (entity.surely_person) score += 1.0f;
      if (entity.bare_mentions > 0) score += 2.0f;
      if (entity.relative) score -= 2.0f;
      if (entity.introduced <= chunk.first) score += 4.0f + 0.4f * static_cast<float>(entity.introduced) / static_cast<float>(table.tokens.size() + 1);
      if (*at == best || *at == second) continue;
      if (score > best_score) {
        second_score = best_score, second = best;
        best_score = score, best = *at;
      } else if (score > second_score) {
        second_score = score, second = *at;
      }
    }
  };
  if (auto const known = by_word.find(words.last()); known != by_word.end()) consider(known->second);
  if (words.words.size() == 1 || best == no_index) {
    if (auto const known = by_word.find(words.first()); known != by_word.end()) consider(known->second);
  }
  // A couple that one sentence names in full, each as often as the other: their surname alone tells nothing.
  if (!full && second != no_index && best_score < 40 && best_score >= 20 && second_score >= 20 &&
      (gender == Gender::unknown || entities[second].gender == gender) && entities[best].full_mentions == entities[second].full_mentions &&
      sentence_of(entities[best].introduced) == sentence_of(entities[second].introduced)) {
    ambiguous[static_cast<std::uint32_t>(&chunk - mentions.chunks.data())] = {std::min(best, second), std::max(best, second)};
  }
  if (best == no_index) {
    Entity entity;
    entity.name = text(name.first, name.last);
    entity.full_name = full;
    entity.type = chunk.kind == self.person_ || titled ? SpeakerType::person : SpeakerType::unknown;
    entity.words = words;
    // "in Louisville", "near Halden": a place, unless a title says otherwise.
    if (!full && !titled && chunk.first > 0 && in(chunk.first - 1, self.place_preposition_)) entity.type = SpeakerType::organisation;
    entity.as_place = !titled && !given && chunk.first > 0 &&
                      (in(chunk.first - 1, self.place_preposition_) || in(chunk.first - 1, self.preposition_) || in(chunk.first - 1, self.article_));
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
  if (!full && words.words.front() == entities[best].words.last()) ++entities[best].bare_mentions;
  if (titled || (given && full)) entities[best].surely_person = true;
  if (letters.first < letters.last) learn_role(entities[best], letters, {});
  if (full) {
    // "the mother of the victim, Sean Hart" is about her: whom another's description names counts for less.
    bool described = false;
    for (std::uint32_t at = chunk.first, steps = 0; at > 0 && steps < 4 && !described; ++steps) {
      --at;
      if (!table.tokens[at].is(feature::word | feature::possessive) || in(at, self.finite_)) break;
      described = in(at, self.preposition_) || table.tokens[at].is(feature::possessive);
    }
    if (!described) ++entities[best].full_mentions;
    entities[best].introduced = std::min(entities[best].introduced, chunk.first);
  }
  // An office before the name is a role: "Sen. Weiss" is a senator.
  Range office = title;
  while (!office.empty() && !is_office(office.last - 1)) --office.last;
  learn_role(entities[best], office, {});
  learn_gender(entities[best], chunk);
  if (gender != Gender::unknown) entities[best].gender = gender;
  return best;
}

// Whether the words around a name are capitalised too, as headlines are in American style.
bool People::Run::in_title_case(MentionChunk const& chunk) const {
  std::uint32_t words = 0, capitals = 0;
  auto const look = [&](std::uint32_t at) {
    Token const& token = table.tokens[at];
    if (!token.is(feature::word) || token.end - token.begin < 4) return;
    ++words;
    capitals += token.is(feature::capital) ? 1u : 0u;
  };
  for (std::uint32_t at = chunk.first; at > 0 && chunk.first - at < 7 && !table.tokens[at].is(feature::paragraph_start);) look(--at);
  for (std::uint32_t at = chunk.last; at < table.tokens.size() && at - chunk.last < 7; ++at) {
    if (table.tokens[at].is(feature::paragraph_start | feature::sentence_start)) break;
    look(at);
  }
  return words >= 3 && capitals * 10 >= words * 8;
}

void People::Run::name_everybody() {
  of_chunk.assign(mentions.chunks.size(), no_index);
  first_source = static_cast<std::ptrdiff_t>(mentions.chunks.size());
  for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
    if (mentions.chunks[i].kind == self.source_) {
      first_source = static_cast<std::ptrdiff_t>(i);
      break;
    }
  }
  // Full names of the text, then those of headlines, where every word is capitalised, then short ones.
  for (int const pass : {0, 1, 2}) {
    // What stands beside full names tells the bearer's sex, before "Ms. Khan" is looked for.
    if (pass == 2) {
      for (auto at = mentions.chunks.begin() + first_source; at != mentions.chunks.end(); ++at) learn_from_source(*at);
    }
    for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
      MentionChunk const& chunk = mentions.chunks[i];
      if (chunk.kind == self.source_ || of_chunk[i] != no_index) continue;
      if (pass == 0 && chunk.kind == self.person_ && in_title_case(chunk)) continue;
      if (pass == 1 && name_couple(i)) continue;
      if (pass < 2 && chunk.kind == self.place_ && chunk.last - chunk.first == 1) continue;  // perhaps a surname
      of_chunk[i] = entity_for_name(chunk, pass == 2);
    }
  }
}

// "Anna and Jan Weiss": the given name before the full one shares its surname.
bool People::Run::name_couple(std::size_t index) {
  MentionChunk const& chunk = mentions.chunks[index];
  if (chunk.kind != self.proper_ || chunk.last - chunk.first != 1 || chunk.last + 1 >= table.tokens.size()) return false;
  if (!is_given(chunk.first)) return false;
  if (!in(chunk.last, self.joining_) || index + 1 >= mentions.chunks.size()) return false;
  MentionChunk const& other = mentions.chunks[index + 1];
  if (other.kind != self.person_ || other.first != chunk.last + 1 || !capture(other, self.title_).empty()) return false;
  Range const name = capture(other, self.name_);
  if (name.last - name.first != 2 || in(name.first, self.name_particle_)) return false;
  Entity entity;
  entity.words = name_words(table, name.first, name.last, vocabulary);
  if (entity.words.words.size() != 2) return false;
  entity.words.words.front() = fold(text(chunk.first, chunk.last));
  entity.name = text(chunk.first, chunk.last) + " " + text(name.last - 1, name.last);
  // Perhaps the text has the full name elsewhere.
  if (auto const known = by_word.find(entity.words.last()); known != by_word.end()) {
    std::size_t looked_at = 0;
    for (EntityId const id : known->second) {
      if (++looked_at > 32) break;
      if (match_names(entity.words, entities[id].words) != NameMatch::full) continue;
      of_chunk[index] = id;
      return true;
    }
  }
  entity.full_name = entity.surely_person = true;
  entity.full_mentions = 1;
  entity.introduced = chunk.first;
  entity.type = SpeakerType::person;
  entity.aliases.push_back(text(chunk.first, chunk.last));
  auto const id = static_cast<EntityId>(entities.size());
  by_word[entity.words.last()].push_back(id);
  by_word[entity.words.first()].push_back(id);
  entities.push_back(std::move(entity));
  learn_gender(entities.back(), chunk);
  of_chunk[index] = id;
  return true;
}

void People::Run::note_mention(EntityId id, std::uint32_t first, std::uint32_t last, bool subject) {
  Entity& entity = entities[id];
  Span const span = table.span(first, last);
  if (!entity.mentions.empty() && entity.mentions.back() == span) return;
  entity.mentions.push_back(span);
  if (recent.empty() || recent.back() != id) recent.push_back(id);
  entity.last_token = first;
  entity.last_sentence = sentence_of(first);
  entity.last_paragraph = table.paragraph_of(first);
  entity.last_quoted = is_quoted(first);
  entity.last_governed = first > 0 && in(first - 1, self.preposition_);
  entity.last_owner = last < table.tokens.size() && table.tokens[last].is(feature::possessive);
  entity.last_modifier = last < table.tokens.size() && table.tokens[last].is(feature::lower) &&
                         (in(last, self.role_words_) || in(last, self.group_)) && !in(last, self.finite_);
  entity.last_subject = subject && !entity.last_modifier && !entity.last_owner;
  entity.times_subject += entity.last_subject ? 1u : 0u;
  entity.last_acts = last < table.tokens.size() && !entity.last_governed && in(last, self.finite_);
  entity.first_sentence = std::min(entity.first_sentence, entity.last_sentence);
  ++entity.count;
  if (entity.type != SpeakerType::organisation && (leading == no_index || entity.count > entities[leading].count)) leading = id;
}

}  // namespace whosaid
