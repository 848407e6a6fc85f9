// Who is named: name chunks become entities, with gender, roles and affiliations from what stands beside them.
#include "people/run.hpp"

namespace whosaid {
namespace {

// "OpenAI", "SpaceX", "TfL": no person's name ends in a capital behind small letters.
bool written_as_brand(std::string_view name) {
  bool const last = name.size() > 2 && name.back() >= 'A' && name.back() <= 'Z';
  return last && std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }) && name.find(' ') == name.npos;
}

}  // namespace

void People::Run::find_quoted() {
  std::uint32_t end = 0;
  for (std::uint32_t const at : table.folded) {
    if (at < end || table.tokens[at].width <= 1) continue;
    end = at + table.tokens[at].width;
    quoted.push_back({at + 1, end});
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
  bool const male = words.in(entity.words.first(), self.first_male_), female = words.in(entity.words.first(), self.first_female_);
  if (male != female) entity.gender = male ? Gender::male : Gender::female;
}

// "Halden-born": a hyphen and a word of the list behind it; "Sun-hee" is a name. Languages without the list take any small letter.
bool People::Run::is_compound(std::uint32_t token) const {
  Token const& here = table.tokens[token];
  if (!here.is(feature::hyphenated) || !here.is(feature::capital)) return false;
  std::string_view const word = here.span().in(table.text);
  std::size_t const hyphen = word.rfind('-');
  bool const small = hyphen != std::string_view::npos && hyphen + 1 < word.size() && word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
  if (!small || self.compound_tail_ < 0) return small && hyphen + 3 < word.size();
  return words.in(words.add(word.substr(hyphen + 1)), self.compound_tail_);
}

// "Washington said" is Kerry Washington, where she is in the text and no word before says that it is the place; "Fox said" is Tom Fox, where
// no body of the name was told of before him.
EntityId People::Run::named_like_place(MentionChunk const& chunk, NameWords const& spoken) const {
  if (spoken.words.size() != 1 || (chunk.kind != self.place_ && (chunk.kind != self.organisation_ || body_named(spoken) != no_index))) return no_index;
  if (chunk.first > 0 && (in(chunk.first - 1, self.preposition_) || in(chunk.first - 1, self.article_))) return no_index;
  auto const* const known = index.find(EntityIndex::word, spoken.last());
  if (!known || known->first != known->last) return no_index;
  Entity const& entity = entities[index.first(*known)];
  bool const person = entity.type == SpeakerType::person && entity.full_name && entity.words.last() == spoken.last() && entity.introduced < chunk.first;
  return person ? index.first(*known) : no_index;
}

// "Bill" of William “Bill” Dray; 0 when the name has none of one word.
WordId People::Run::nickname_in(Range name) {
  for (std::uint32_t at = name.first; at < name.last; ++at) {
    Token const& token = table.tokens[at];
    bool const marked = token.width == 3 || (token.is(feature::bracket) && at + 2 < name.last && table.tokens[at + 2].is(feature::bracket));
    if (marked && at + 1 < name.last && table.tokens[at + 1].is(feature::capital)) return words.of_token(at + 1);
  }
  return 0;
}

WordId People::Run::number_of(NameWords const& name) {
  if (name.words.size() == 1) return name.first();
  std::string& key = memory.text;
  key.clear();
  for (WordId const word : name.words) (key += key.empty() ? "" : " ") += words.text(word);
  return words.add_phrase(key);
}

// Cut into words once: the same chunk is asked for in several passes.
ChunkName const& People::Run::name_of_chunk(MentionChunk const& chunk) {
  ChunkName& cut = memory.names[static_cast<std::size_t>(&chunk - mentions.chunks.data())];
  if (cut.known) return cut;
  cut.known = true;
  Range name = capture(chunk, self.name_);
  if (name.empty()) name = {chunk.first, chunk.last};
  bool const is_name = chunk.kind == self.person_ || chunk.kind == self.proper_;
  Range letters{name.last, name.last};  // "KC", "MP": no part of the name
  while (is_name && letters.first > name.first + 1 && in(letters.first - 1, self.post_nominal_) &&
         table.tokens[letters.first - 1].is(feature::upper | feature::abbreviation)) {
    --letters.first;
  }
  name.last = letters.first;
  while (name.last > name.first + 1 && table.tokens[name.last - 1].is(feature::comma)) --name.last;
  while (name.first + (is_name ? 0u : 1u) < name.last && is_compound(name.first)) ++name.first;  // "Halden-born Ana Weiss"
  bool const mark = is_name && name.last - name.first == 1 && text(name.first, name.last).find('-') == 1;  // "R-Iowa"
  if (mark || (is_name && !name.empty() && is_compound(name.last - 1))) name.last = name.first;    // "Weiss-era": nobody
  cut.name = name;
  cut.letters = letters;
  cut.words = name_of(name);
  return cut;
}

// "Dolebooks.com": a site, and no person.
bool People::Run::names_site(std::string_view name) {
  std::size_t const stop = name.rfind('.');
  return stop != name.npos && stop > 1 && stop + 1 < name.size() && words.in(words.add(name.substr(stop + 1)), self.web_ending_);
}

bool People::Run::begins_with_surname(NameWords const& name) const {
  return words.text(name.first()).size() > 2 && !words.in(name.first(), self.first_male_) && !words.in(name.first(), self.first_female_);
}

// Whether a sentence goes on at this token, or ends there with a full stop.
bool People::Run::goes_on(std::uint32_t token) const {
  if (token >= table.tokens.size() || table.tokens[token].is(feature::paragraph_start)) return false;
  return !table.tokens[token].is(feature::line_start) && table.tokens[token].is(feature::lower | feature::comma | feature::stop | feature::possessive | feature::bracket);
}

void People::Run::index_inner_words(EntityId id) {
  NameWords const& name = entities[id].words;
  for (std::size_t i = 1; i + 1 < name.words.size(); ++i) index.add_once(EntityIndex::inner, name.words[i], id);
  // "Onilo" for Lanre Issan-Onilo; "Un" is nobody's name in Kim Jong-un.
  std::string_view const written = entities[id].name;
  std::size_t const hyphen = written.rfind('-');
  bool const surname = name.words.size() > 1 && hyphen != written.npos && hyphen + 2 < written.size() && written.find(' ', hyphen) == written.npos;
  if (!surname || written[hyphen + 1] < 'A' || written[hyphen + 1] > 'Z') return;
  std::string_view const last = words.text(name.last());
  if (std::size_t const mark = last.rfind('-'); mark != last.npos) index.add_once(EntityIndex::inner, words.add(last.substr(mark + 1)), id);
}

// The entity that a name chunk stands for. Full names are entered before short ones are asked for, so that "Peskov" in a
// headline finds the Dmitry Peskov of the text.
EntityId People::Run::entity_for_name(MentionChunk const& chunk, bool create_short) {
  ChunkName const& cut = name_of_chunk(chunk);
  Range const name = cut.name, letters = cut.letters;
  NameWords const& spoken = cut.words;
  bool const is_name = chunk.kind == self.person_ || chunk.kind == self.proper_;
  if (spoken.words.empty()) return no_index;
  if (!is_name) {
    EntityId const like_place = named_like_place(chunk, spoken);
    if (like_place != no_index) return like_place;
    EntityId const body = entity_for_body(name, spoken);
    // "In New York City": not several.
    std::uint32_t const before = chunk.first > 1 && in(chunk.first - 1, self.article_) ? chunk.first - 1 : chunk.first;
    bool const inside = before > 0 && in(before - 1, self.place_preposition_);
    Entity& entity = entities[body];
    if (entity.introduced == no_index) entity.introduced = chunk.first, entity.placed = inside;
    return body;
  }
  bool const full = spoken.words.size() > 1;
  if (!full && !create_short) return no_index;
  if (!full && words.text(spoken.last()).size() == 1) return no_index;  // "on X"
  Range const title = capture(chunk, self.title_);
  bool const titled = !title.empty();
  bool const given = is_given(name.first);
  // "Ana Weiss Defends Her Plan", "Ana Weiss Wins Delaware": half a headline is no longer name.
  bool const running = goes_on(chunk.last) && !in(name.last - 1, self.place_word_) && !ends_phrase(name.last - 1, self.place_word_);
  if (spoken.words.size() > 2 && !titled && in_title_case(chunk)) return named_in_headline(spoken);

  // Who can it be?
  Gender gender = Gender::unknown;
  for (std::uint32_t at = title.first; at < title.last; ++at) {
    if (in(at, self.honorific_male_)) gender = Gender::male;
    if (in(at, self.honorific_female_)) gender = Gender::female;
  }
  // "Kolm" for Kolm Foods; whoever bears the name as a person is asked first.
  if (!full && !titled && !given) {
    if (!index.find(EntityIndex::word, spoken.last()) && !in(name.first, self.nationality_)) {
      if (EntityId const id = body_named(spoken); id != no_index) {
        add_once(entities[id].aliases, text(name.first, name.last));
        return id;
      }
    }
  }
  WordId const post = titled && is_office(title.last - 1) ? words.add(lemma_of_role(title.last - 1)) : 0;
  auto const* const acted = full ? nullptr : index.find(EntityIndex::namesake, static_cast<std::uint32_t>(&chunk - mentions.chunks.data()));
  EntityId const acted_before = acted ? index.first(*acted) : no_index;
  WordId const same_title = titled && !full && gender == Gender::unknown ? words.of_token(title.last - 1) : 0;
  bool const speaks = !full && ((chunk.last < table.tokens.size() && in(chunk.last, self.speech_verb_)) || (chunk.first > 0 && in(chunk.first - 1, self.speech_verb_)));
  EntityId best = no_index, second = no_index;
  float best_score = -1, second_score = -1;
  auto const consider = [&](WordId word, EntityIndex::Key key = EntityIndex::word) {
    auto const* const known = index.find(key, word);
    if (!known) return;
    constexpr std::size_t most = 32;
    index.visit_latest(*known, most, [&](EntityId id) {
      Entity const& entity = entities[id];
      NameMatch match = match_names(spoken, entity.words, words);
      if (match == NameMatch::no && entity.nickname != 0 && spoken.first() == entity.nickname && (!full || spoken.last() == entity.words.last())) {
        match = full ? NameMatch::full : NameMatch::given;
      }
      if (match == NameMatch::no && ((entity.in_running_text && begins_name(spoken, entity.words)) || (running && begins_name(entity.words, spoken)))) match = NameMatch::full;
      if (match == NameMatch::no && !full && key == EntityIndex::inner) match = NameMatch::inner;
      if (match == NameMatch::no) return true;
      if (!full && entity.doubtful) return true;
      if (gender != Gender::unknown && entity.gender != Gender::unknown && gender != entity.gender) return true;
      // "Anna Weiss" is not the "Weiss" of another full name, but "van der Meer" can be Jan's.
      // So can "Torvado Sanchel", for it begins with no given name.
      NameWords const& shorter = spoken.words.size() < entity.words.words.size() ? spoken : entity.words;
      bool const tail_of = match == NameMatch::surname && (shorter.from_particle || (shorter.words.size() > 1 && begins_with_surname(shorter)));
      if (full && match != NameMatch::full && !tail_of) return true;
      // A surname alone means the one whom the article names in full most often; between equals, the one named last.
      float score = match == NameMatch::full ? 40.0f : match == NameMatch::surname ? 20.0f : match == NameMatch::given ? 10.0f : 5.0f;
      // The "Dole" of "Mr. Dole" alone is no better than Ana Dole, unless an office that she does not hold stands before the name.
      if (match == NameMatch::full && !full && (!titled || gender != Gender::unknown)) score = 20.0f;
      if (post != 0 && std::find(entity.role_heads.begin(), entity.role_heads.end(), post) != entity.role_heads.end()) score += 40.0f;
      score += std::min(static_cast<float>(entity.full_mentions), 8.0f);
      if (!full && !titled && entity.kept_full > 1 && entity.kept_full > 2 * entity.then_short && id != acted_before) score -= 12.0f;  // one whom the text goes on naming in full
      if (entity.surely_person) score += 1.0f;
      if (entity.bare_mentions > 0) score += 2.0f;
      if (entity.relative) score -= 2.0f;
      if (same_title != 0 && entity.title == same_title) score += 40.0f;  // "Dr Holt" is no Mr Holt
      if (entity.introduced <= chunk.first) score += 4.0f + 0.4f * static_cast<float>(entity.introduced) / static_cast<float>(table.tokens.size() + 1);
      if (id == best || id == second) return true;
      if (score > best_score) {
        second_score = best_score, second = best;
        best_score = score, best = id;
      } else if (score > second_score) {
        second_score = score, second = id;
      }
      return true;
    });
  };
  consider(spoken.last());
  if (full && best == no_index) consider(spoken.first());
  // "Torvado" for Ramil Torvado Sanchel; "Jane" in Mary Jane Holm is another Jane.
  bool const at_place = !titled && chunk.first > 0 && in(chunk.first - 1, self.place_preposition_);
  if (!full && best == no_index && !given && !at_place) consider(spoken.last(), EntityIndex::inner);
  // A couple that one sentence names in full, each as often as the other: their surname alone tells nothing.
  bool ambiguous = !full && second != no_index && best_score < 40 && best_score >= 20 && second_score >= 20 &&
                   (gender == Gender::unknown || entities[second].gender == gender) && entities[best].full_mentions == entities[second].full_mentions &&
                   sentence_of(entities[best].introduced) == sentence_of(entities[second].introduced);
  if (!full && second != no_index && chunk.first > 0 && in(chunk.first - 1, self.elder_)) {
    EntityId const meant = elder_or_younger(chunk.first - 1, best, second);
    ambiguous = meant == no_index;
    if (!ambiguous) best = meant;
  }
  if (ambiguous) {
    auto const number = static_cast<std::uint32_t>(&chunk - mentions.chunks.data());
    index.add(EntityIndex::couple, number, std::min(best, second));
    index.add(EntityIndex::couple, number, std::max(best, second));
  }
  // Public figures are quoted when they are dead; of a victim's family the living one speaks.
  if (speaks && second != no_index && entities[best].dead && !entities[second].dead && !kin_beside(entities[second]).empty()) std::swap(best, second);
  bool const relative_speaks = best != no_index && speaks && entities[best].dead;  // "Mr Holt said" of a dead Holt's father
  if ((relative_speaks || (best == no_index && !full && gender != Gender::unknown)) && !memory.in_laws.empty()) {
    if (EntityId const id = in_law(spoken.last(), gender); id != no_index) {
      if (entities[id].words.words.size() == 1) take_surname(id, spoken, text(name.first, name.last));
      entities[id].gender = gender;
      add_once(entities[id].aliases, text(chunk.first, chunk.last));
      return id;
    }
  }
  if (best == no_index) {
    best = entities.add();
    Entity& entity = entities[best];
    entity.name = text(name.first, name.last);
    entity.full_name = full;
    entity.type = chunk.kind == self.person_ || titled ? SpeakerType::person : SpeakerType::unknown;
    entity.words = spoken;
    entity.in_running_text = running;
    // "in Louisville", "near Halden": a place, unless a title says otherwise.
    bool const placed = !full && !titled && chunk.first > 0 && in(chunk.first - 1, self.place_preposition_);
    if (placed || (!full && !titled && (written_as_brand(entity.name) || names_site(entity.name)))) entity.type = SpeakerType::organisation;
    // "Halden Aid, which runs shelters"
    std::uint32_t const behind = chunk.last + 1;
    if (!titled && !given && behind < table.tokens.size() && table.tokens[chunk.last].is(feature::comma) && in(behind, self.thing_relative_)) entity.type = SpeakerType::organisation;
    // "Shares in Kolm", "Kolm shares"
    bool const traded = !titled && !given && ((chunk.first > 1 && in(chunk.first - 1, self.preposition_) && in(chunk.first - 2, self.share_word_)) ||
                                              (chunk.last < table.tokens.size() && in(chunk.last, self.share_word_)));
    if (traded) entity.type = SpeakerType::organisation, entity.is_company = true;
    bool const reports = chunk.first > 1 && in(chunk.first - 2, self.clause_opener_);  // "according to Kolm"
    entity.as_place = !titled && !given && !reports && chunk.first > 0 &&
                      (in(chunk.first - 1, self.place_preposition_) || in(chunk.first - 1, self.preposition_) || in(chunk.first - 1, self.article_));
    index.add(EntityIndex::word, spoken.last(), best);
    if (spoken.first() != spoken.last()) index.add(EntityIndex::word, spoken.first(), best);
    index_inner_words(best);
  } else {
    Entity& entity = entities[best];
    std::string_view const here = text(name.first, name.last);
    if (spoken.words.size() > entity.words.words.size()) {
      add_once(entity.aliases, entity.name);
      entity.name = here;
      entity.words = spoken;
      entity.full_name = full;
      entity.in_running_text = running;
      index.add_once(EntityIndex::word, spoken.last(), best);
      index.add_once(EntityIndex::word, spoken.first(), best);
      index_inner_words(best);
    } else if (here != entity.name) {
      add_once(entity.aliases, here);
    }
    if (titled || chunk.kind == self.person_) entity.type = SpeakerType::person;
  }
  if (WordId const nickname = nickname_in(name); nickname != 0 && entities[best].nickname == 0) {
    entities[best].nickname = nickname;
    index.add_once(EntityIndex::word, nickname, best);
  }
  if (!full && spoken.first() == entities[best].words.last()) ++entities[best].bare_mentions;
  if (titled || (given && full)) entities[best].surely_person = true;
  entities[best].titled |= titled;
  if (titled && full && entities[best].title == 0) entities[best].title = words.of_token(title.last - 1);
  if (letters.first < letters.last && !in(letters.first, self.degree_)) learn_role(entities[best], letters, {});
  if (full) {
    // "the mother of the victim, Sean Hart" is about her: whom another's description names counts for less.
    bool described = false;
    for (std::uint32_t at = chunk.first, steps = 0; at > 0 && steps < 4 && !described; ++steps) {
      --at;
      if (!table.tokens[at].is(feature::word | feature::possessive) || in(at, self.finite_)) break;
      described = in(at, self.preposition_) || table.tokens[at].is(feature::possessive);
    }
    if (!described && spoken.last() == entities[best].words.last()) ++entities[best].full_mentions;
    entities[best].introduced = std::min(entities[best].introduced, chunk.first);
  }
  // An office before the name is a role: "Sen. Weiss" is a senator.
  Range const office = office_in(title);
  learn_role(entities[best], office, {});
  learn_gender(entities[best], chunk);
  if (gender != Gender::unknown) entities[best].gender = gender;
  return best;
}

void People::Run::name_everybody() {
  of_chunk.assign(mentions.chunks.size(), no_index);
  memory.names.assign(mentions.chunks.size(), {});
  first_source = static_cast<std::ptrdiff_t>(mentions.chunks.size());
  for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
    if (mentions.chunks[i].kind == self.source_) {
      first_source = static_cast<std::ptrdiff_t>(i);
      break;
    }
  }
  // Full names of the text, then those of headlines, where every word is capitalised, then short ones: first "Mr. Dole", so that
  // "President Dole" is rather he than Ana Dole.
  auto const tells_sex = [&](MentionChunk const& chunk) {
    Range const title = capture(chunk, self.title_);
    for (std::uint32_t at = title.first; at < title.last; ++at) {
      if (in(at, self.honorific_male_) || in(at, self.honorific_female_)) return true;
    }
    return false;
  };
  for (int const pass : {0, 1, 2, 3}) {
    // What stands beside full names tells the bearer's sex, before "Ms. Khan" is looked for.
    if (pass == 2) {
      doubt_late_names();
      find_namesakes();
      find_the_dead();
      find_in_laws();
      for (auto at = mentions.chunks.begin() + first_source; at != mentions.chunks.end(); ++at) learn_from_source(*at);
    }
    for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
      MentionChunk const& chunk = mentions.chunks[i];
      if (chunk.kind == self.source_ || of_chunk[i] != no_index) continue;
      if (pass == 0 && chunk.kind == self.person_ && in_title_case(chunk)) continue;
      if (pass == 1 && name_couple(i)) continue;
      if ((chunk.kind == self.place_ && is_dateline(chunk)) || is_unknown_dateline(chunk)) continue;
      if (pass < 2 && chunk.kind == self.place_ && chunk.last - chunk.first == 1) continue;  // perhaps a surname
      if (pass == 2 && !tells_sex(chunk)) continue;
      EntityId const id = of_chunk[i] = entity_for_name(chunk, pass >= 2);
      if (id != no_index && chunk.first > 0 && in(chunk.first - 1, self.body_class_)) entities[id].told_kind = words.of_token(chunk.first - 1);
    }
  }
}

}  // namespace whosaid
