// Where the document introduces somebody: the grammar `roles` runs over the sentences that name people, and over noun phrases that
// stand for them; each kind of match says something else of its bearer.
//
// It fails where an introduction is no sentence of the narration ("Ana Weiss | Mayor").
// Tests: tests/unit/people_resolve_test.cpp, the examples of roles.peg.
#include "people/run.hpp"

namespace whosaid {

// "runs the Halden Trust": as it stands.
void People::Run::learn_deed(EntityId id, std::span<grammar::Capture const> captures) {
  // "leads Weiss" in a poll: only some deeds are done for a person.
  for (grammar::Capture const& c : captures) {
    if (c.name != self.affiliation_) continue;
    // "A programme called Sandy Quay" is no person.
    auto const is_body = [&](grammar::Capture const& other) { return other.name == self.employer_ && other.first == c.first; };
    if (std::any_of(captures.begin(), captures.end(), is_body)) continue;
    EntityId const whom = named_at(c.first);
    bool serves = false;
    for (std::uint32_t at = c.first; at > 0 && c.first - at < 4; --at) serves |= in(at - 1, self.serve_);
    if (whom != no_index && entities[whom].surely_person && !serves && !table.tokens[c.last].is(feature::possessive) && !in(c.last - 1, self.group_)) return;
  }
  for (grammar::Capture const& c : captures) {
    if (c.name == self.role_) add_fact(entities[id].roles, text(c.first, c.last), table.span(c.first, c.last));
    if (c.name == self.affiliation_) learn_affiliation(entities[id], {c.first, c.last});
    if (c.name == self.its_) learn_body_meant(entities[id], c.first);
  }
}

// "First Lady", "Surgeon General": an office of several words, the first of which is none.
bool People::Run::begins_office(std::uint32_t token) const {
  for (auto hit = table.tokens[token].phrase; hit != 0; hit = table.phrases[hit - 1].next) {
    Phrase const& phrase = table.phrases[hit - 1];
    if (phrase.lexicon == self.role_words_ && phrase.count > 1 && table.tokens[token].is(feature::capital)) return true;
  }
  return false;
}

bool People::Run::ends_phrase(std::uint32_t token, int lexicon) const {
  constexpr std::uint32_t longest = 4;  // words
  for (std::uint32_t back = 1; back < longest && back <= token; ++back) {
    for (auto hit = table.tokens[token - back].phrase; hit != 0; hit = table.phrases[hit - 1].next) {
      if (table.phrases[hit - 1].lexicon == lexicon && table.phrases[hit - 1].count == back + 1) return true;
    }
  }
  return false;
}

Range People::Run::office_in(Range title) const {
  Range office = title;
  bool any = false;
  for (std::uint32_t at = title.first; at < title.last; ++at) any |= is_office(at);
  if (!any) office.last = office.first;
  auto const ends_phrase = [&] { return office.last - office.first > 1 && begins_office(office.last - 2); };
  while (!office.empty() && in(office.last - 1, self.honorific_) && !is_office(office.last - 1) && !ends_phrase()) --office.last;
  return office;
}

// "Texas Sen. Ana Weiss": what stands before a title makes one role with it.
void People::Run::learn_title(EntityId id, grammar::Match const& match) {
  Range before{}, title{};
  for (grammar::Capture const& c : match.captures) {
    if (c.name == self.role_) before = {c.first, c.last};
  }
  for (std::uint32_t c = table.tokens[before.last].chunk; c != 0; c = table.chunks[c - 1].next) {
    Chunk const& inner = table.chunks[c - 1];
    if (inner.kind == self.person_) title = capture(mentions.chunks[inner.data], self.title_);
  }
  Range const office = office_in(title);
  if (office.empty() || title.first != before.last) return;
  std::vector<grammar::Capture> captures(match.captures.begin(), match.captures.end());
  for (grammar::Capture& c : captures) {
    if (c.name == self.role_) c.last = office.last;
  }
  learn_office(id, captures);
}

// "Kolm Watch, a harbour charity": a name that nothing says to be a person's is the body's.
void People::Run::learn_body_noun(grammar::Match const& match) {
  Range role{}, name{};
  for (grammar::Capture const& c : match.captures) {
    if (c.name == self.role_) role = {c.first, c.last};
    if (c.name == self.name_) name = {c.first, c.last};
  }
  if (name.empty() || role.empty()) return;
  EntityId id = no_index;
  for (std::uint32_t c = table.tokens[name.first].chunk; c != 0 && id == no_index; c = table.chunks[c - 1].next) {
    Chunk const& inner = table.chunks[c - 1];
    if (inner.kind == self.person_ || inner.kind == self.proper_ || inner.kind == self.organisation_) id = of_chunk[inner.data];
  }
  if (id == no_index) return;
  Entity& entity = entities[id];
  if (entity.surely_person || entity.gender != Gender::unknown || !entity.role_heads.empty()) return;
  entity.type = SpeakerType::organisation;
  for (std::uint32_t at = role.first; at < role.last; ++at) entity.is_company |= in(at, self.business_);
  add_fact(entity.roles, text(role.first, role.last), table.span(role.first, role.last));
}

// "Ohio Republican Sens. Ana Weiss and Bo Lund": the first is treated as if alone, the others bear the same title.
void People::Run::learn_titles(grammar::Match const& match) {
  EntityId first = no_index;
  for (grammar::Capture const& c : match.captures) {
    if (c.name != self.name_ || c.first >= c.last) continue;
    EntityId const id = named_at(c.first);
    if (id == no_index || entities[id].type == SpeakerType::organisation) continue;
    if (first == no_index) {
      learn_title(first = id, match);
      continue;
    }
    for (Known const& fact : std::vector<Known>(entities[first].roles)) {
      if (fact.span.end > table.tokens[c.first].begin || fact.span.begin < table.tokens[match.first].begin) continue;
      add_fact(entities[id].roles, fact.value, fact.span);
    }
    for (Known const& fact : std::vector<Known>(entities[first].affiliations)) {
      if (fact.span.begin >= table.tokens[match.first].begin && fact.span.end <= table.tokens[c.first].begin) add_fact(entities[id].affiliations, fact.value, fact.span);
    }
  }
}

// "She is a student": of whom the pronoun at `pronoun` means.
void People::Run::learn_from_predicate(EntityId id, std::uint32_t pronoun) {
  grammar::Grammar const* const grammar = self.roles_grammar_;
  if (!grammar || !scratch || self.told_ < 0) return;
  // As far as such words go: all that is handed over is looked at, and a document has thousands of pronouns.
  constexpr std::uint32_t reach = 48;
  std::uint32_t const sentence = sentence_of(pronoun);
  std::uint32_t const border = sentence < sentences.size() ? sentences[sentence] : static_cast<std::uint32_t>(table.tokens.size());
  std::uint32_t const end = std::min(border, pronoun + reach);
  grammar->find_at(table, pronoun, end, *scratch, {static_cast<ChunkKind>(self.told_)},
                   [&](grammar::Match const& match) { learn_office(id, match.captures); });
}

// Runs the grammar `roles` over the sentences that name a person; that is where people are introduced.
void People::Run::learn_offices() {
  grammar::Grammar const* const grammar = self.roles_grammar_;
  if (!grammar || !scratch) return;
  std::uint32_t done = 0, before = 0;
  for (std::ptrdiff_t i = 0; i < first_source; ++i) {
    MentionChunk const& chunk = mentions.chunks[static_cast<std::size_t>(i)];
    EntityId const named = of_chunk[static_cast<std::size_t>(i)];
    if (chunk.first < before) done = 0;  // names inside quotes stand behind those of the narration
    before = chunk.first;
    if (chunk.first < done || named == no_index) continue;
    std::uint32_t const sentence = sentence_of(chunk.first);
    std::uint32_t end = sentence < sentences.size() ? sentences[sentence] : static_cast<std::uint32_t>(table.tokens.size());
    if (chunk.kind == self.organisation_ && chunk.last + 1 < end && in(chunk.last + 1, self.article_)) {
      // "Kolm Watch, a harbour charity": as far as such words go, for one sentence may name thousands.
      constexpr std::uint32_t reach = 32;
      grammar->find_at(table, chunk.first, std::min(end, chunk.last + reach), *scratch, {static_cast<ChunkKind>(self.body_kind_)},
                       [&](grammar::Match const& match) { learn_body_noun(match); });
    }
    // A lone word only where something is said of it: "Halvik, the minister", "striker Halvik".
    bool const called = chunk.first > 0 && in(chunk.first - 1, self.role_words_) && table.tokens[chunk.first - 1].is(feature::lower | feature::sentence_start) &&
                        // "The lawyer Halvik hired", "told the mayor Halvik was late": a clause begins.
                        (chunk.first < 2 || !in(chunk.first - 2, self.determiner_) || (chunk.last < end && (in(chunk.last, self.speech_verb_) || table.tokens[chunk.last].is(feature::comma | feature::stop))));
    bool const told = called || (chunk.last + 1 < end && table.tokens[chunk.last].is(feature::comma) && in(chunk.last + 1, self.determiner_));
    if (chunk.kind != self.person_ && (chunk.kind != self.proper_ || (!entities[named].full_name && !is_given(chunk.first) && !told))) continue;
    std::uint32_t first = sentence == 0 ? 0 : std::max(sentences[sentence - 1], done);
    if (is_quoted(chunk.first)) {
      // People introduce others as well: look from the name's surroundings inside the marks.
      Range const inner = *(std::partition_point(quoted.begin(), quoted.end(), [&](Range range) { return range.first <= chunk.first; }) - 1);
      first = std::max({inner.first, done, chunk.first > 8 ? chunk.first - 8 : 0});
      end = std::min(inner.last, chunk.last + 12);
    }
    grammar::Wanted const wanted{static_cast<ChunkKind>(self.description_), true};
    grammar->find(table, first, end, *scratch, wanted, [&](grammar::Match const& match) {
      if (match.kind == self.body_kind_) return learn_body_noun(match);
      if (match.kind == self.titles_) return learn_titles(match);
      if (is_between_names(match)) return;
      std::size_t names = 0;
      for (grammar::Capture const& c : match.captures) names += c.name == self.name_ || c.name == self.one_ ? 1u : 0u;  // "one of the lawyers, Ana Weiss"
      // "Ana Weiss, Republicans said": a noun for several is no role of one.
      for (grammar::Capture const& c : match.captures) {
        if (c.name == self.role_ && match.kind != self.deed_ && c.first < c.last && (names > 1) != is_plural(role_head({c.first, c.last})) && match.kind != self.title_kind_) return;
      }
      for (grammar::Capture const& c : match.captures) {
        if (c.name != self.name_ || c.first >= c.last) continue;
        EntityId const id = named_at(c.first);
        if (id == no_index || entities[id].type == SpeakerType::organisation) continue;
        if (match.kind == self.title_kind_) learn_title(id, match);
        else if (match.kind == self.deed_) learn_deed(id, match.captures);
        else learn_office(id, match.captures);
      }
    });
    done = end;
  }
}

// How sure it must be whom a phrase means before it tells what that one is. What opens a sentence goes on about whoever was spoken of;
// an object is rather somebody else ("compared him to the nominee"), and behind a name and a comma stands what that name's bearer is.
float People::Run::surely_described(MentionChunk const& chunk) const {
  constexpr float opening = 0.65f, clause = 0.75f, object = 0.9f, never = 2.0f;
  if (chunk.first == 0 || table.tokens[chunk.first].is(feature::sentence_start)) return opening;
  std::uint32_t const before = chunk.first - 1;
  if (before > 0 && table.tokens[before].is(feature::comma) && named_before(before) != no_index && !in_quote_end(before - 1)) return never;
  bool const owns = chunk.last < table.tokens.size() && table.tokens[chunk.last].is(feature::possessive);
  // "…," said the mayor; “…,” the mayor said.
  bool const said = in(before, self.speech_verb_) && before > 0 && in_quote_end(before - 1);
  bool const subject = !owns && (said || table.tokens[before].is(feature::comma | feature::dash) || in_quote_end(before));
  return subject ? clause : object;
}

// What a noun phrase says of the one it stands for: "the Ohio senator", "a lawyer for the town".
void People::Run::learn_from_description(EntityId id, MentionChunk const& chunk) {
  grammar::Grammar const* const grammar = self.roles_grammar_;
  bool found = false;
  if (grammar && scratch) {
    grammar->find_at(table, chunk.first, chunk.last, *scratch, {static_cast<ChunkKind>(self.description_)}, [&](grammar::Match const& match) {
      if (found) return;
      found = true;
      learn_office(id, match.captures);
    });
  }
  if (found || in(role_head(capture(chunk, self.role_)), self.age_noun_)) return;
  learn_role(entities[id], capture(chunk, self.role_), {});
  for (grammar::Capture const& c : mentions.of(chunk)) {
    if (c.name == self.affiliation_) learn_affiliation(entities[id], {c.first, c.last});
  }
}

}  // namespace whosaid
