// What the document says that somebody is: office, calling, party, employer.
//
// The idea: the grammar `roles` marks whose, which words, and where; what a grammar cannot know is decided here: whether the
// owner of "Halden's mayor" is a person, and under which name a body or a party is known.
// It fails where the words stand in another sentence than the name.
// Tests: tests/unit/people_resolve_test.cpp, the examples of roles.peg.
#include "people/run.hpp"

namespace whosaid {
namespace {

bool contains(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool ends_with_words(std::string_view longer, std::string_view shorter) {
  if (!longer.ends_with(shorter)) return false;
  return longer.size() == shorter.size() || longer[longer.size() - shorter.size() - 1] == ' ';
}

bool begins_with_words(std::string_view longer, std::string_view shorter) {
  return longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

}  // namespace

void People::Run::add_fact(std::vector<Known>& facts, std::string_view value, Span span) {
  // Nobody has that many; texts made to be slow do.
  if (value.empty() || facts.size() >= 32) return;
  // A part of what is known already ("leader" of "majority leader", "detective" of "detective sergeant") says nothing new, here or elsewhere in the text.
  std::string_view const folded = words.folded(value);
  bool const known = std::any_of(facts.begin(), facts.end(), [&](Known const& other) {
    return contains(other.span, span) || ends_with_words(other.folded, folded) || begins_with_words(other.folded, folded);
  });
  if (known) return;
  std::erase_if(facts, [&](Known const& other) { return contains(span, other.span) || ends_with_words(folded, other.folded) || begins_with_words(folded, other.folded); });
  facts.push_back({value, folded, span});
}

// The head is the last noun for a person before "of": "professor of law", "mother of the victim".
std::uint32_t People::Run::role_head(Range role) const {
  std::uint32_t head = no_index;
  for (std::uint32_t at = role.first; at < role.last; ++at) {
    if (head != no_index && in(at, self.preposition_)) break;
    if (in(at, self.role_words_) || in(at, self.role_title_)) head = at;
  }
  return head == no_index ? role.last - 1 : head;
}

// The singular; for a word that was read as part of a phrase ("first lady"), the word itself.
std::string_view People::Run::lemma_of_role(std::uint32_t head) const {
  std::uint32_t const word = table.tokens[head].word;
  if (in(head, self.role_words_)) return vocabulary.lemma(word, static_cast<std::uint16_t>(self.role_words_));
  if (in(head, self.role_title_)) return vocabulary.lemma(word, static_cast<std::uint16_t>(self.role_title_));
  return vocabulary.word(word);
}

// "pm" of "prime minister"; "" for most offices, and for a deputy of one who has letters.
std::string_view People::Run::letters_of_office(std::uint32_t head) const {
  if (head == 0 || (head > 1 && in(head - 2, self.deputy_))) return {};
  for (auto hit = table.tokens[head - 1].phrase; hit != 0; hit = table.phrases[hit - 1].next) {
    auto const& phrase = table.phrases[hit - 1];
    if (phrase.lexicon == self.office_letters_ && phrase.count == 2) return vocabulary.phrase_lemma(phrase.lemma);
  }
  return {};
}

bool People::Run::is_plural(std::uint32_t head) const {
  return in(head, self.role_words_) && vocabulary.word(vocabulary.folded_word(table.tokens[head].word)) != lemma_of_role(head);
}

void People::Run::learn_head(Entity& entity, std::string_view lemma) {
  WordId const number = lemma.empty() ? 0 : words.add(lemma);
  if (number == 0 || std::find(entity.role_heads.begin(), entity.role_heads.end(), number) != entity.role_heads.end()) return;
  index.add(EntityIndex::role, number, entities.number_of(entity));
  entity.role_heads.push_back(number);
}

// `apart`: stretches of the role that are not said, in order of place.
void People::Run::learn_role(Entity& entity, Range role, std::span<Range const> apart) {
  if (role.empty()) return;
  std::uint32_t const head = role_head(role);
  // "the Ohio Republican": where somebody belongs, no office.
  bool const member = in(head, self.party_) && table.tokens[head].is(feature::capital) && head + 1 == role.last;
  if (member) {
    std::uint32_t from = head;
    for (; from > role.first; --from) {
      if (!table.tokens[from - 1].is(feature::capital) || !table.tokens[from - 1].is(feature::word)) break;
    }
    learn_affiliation(entity, {from, role.last});
    // "the top Democrat": an office in their ranks as well.
    if (from > role.first && in(from - 1, self.rank_)) add_fact(entity.roles, text(from - 1, role.last), table.span(from - 1, role.last));
    return;
  }
  // "Beloved by her husband, Anna spoke": no Anna is a husband.
  if ((in(head, self.role_male_) && entity.gender == Gender::female) || (in(head, self.role_female_) && entity.gender == Gender::male)) {
    // "Spokeswoman Chris Weiss": right before the name the office knows better.
    bool const beside = head + 1 == role.last && role.last < table.tokens.size() && named_at(role.last) == entities.number_of(entity);
    if (!beside || in(head, self.family_)) return;
    entity.gender = in(head, self.role_male_) ? Gender::male : Gender::female;
  }
  std::string_view const lemma = lemma_of_role(head);
  std::string_view value = text(role.first, role.last);
  bool const titles = in(head, self.title_plural_);  // "Sens."
  bool const plural = titles || is_plural(head);
  if (plural || !apart.empty()) {
    std::string& made = memory.text;
    made.clear();
    std::uint32_t from = role.first;
    auto const add = [&](std::uint32_t until) {
      if (from < until) (made += made.empty() ? "" : " ") += text(from, until);
    };
    for (Range const gap : apart) {
      if (gap.first < from || gap.last > role.last) continue;
      add(gap.first);
      from = gap.last;
    }
    add(role.last);
    // "Actors Ana Weiss and Bo Lund": each is one; "Protesters" who are not named are many.
    if (plural && !(entity.plural && entity.words.words.empty())) {
      std::string_view const written = text(head, head + 1);
      if (std::size_t const at = made.find(written); at != std::string::npos) {
        // "Sens." as "Sen."
        bool const shortened = titles && written.size() > 2 && written.ends_with("s.");
        std::string one(shortened ? written.substr(0, written.size() - 2) : lemma);
        if (shortened) one += '.';
        if (titles && !one.empty() && table.tokens[head].is(feature::capital)) one[0] = static_cast<char>(one[0] & ~0x20);
        made.replace(at, written.size(), one);
      }
    }
    value = words.keep(made);
  }
  // "A Dole supporter" is all that is said of somebody unnamed; of one who has a name it is no role. "The elder Holt" has none in it.
  bool const described = entity.words.words.empty() && head > role.first && table.tokens[head - 1].is(feature::capital);
  if ((in(head, self.generic_) && !described) || (in(head, self.elder_) && role.last - role.first == 1)) value = {};
  add_fact(entity.roles, value, table.span(role.first, role.last));
  learn_head(entity, lemma);
  learn_head(entity, letters_of_office(head));  // "the PM"
  // "Detective Sergeant": a detective as well. "Vice President" is no vice, nor "deputy mayor" a deputy of his own.
  for (std::uint32_t at = role.first; at < head; ++at) {
    if (in(at, self.role_words_) && !in(at, self.deputy_) && !table.tokens[at + 1].is(feature::possessive)) learn_head(entity, lemma_of_role(at));
  }
  learn_gender_of_role(entity, role);
  if (in(head, self.family_) && head + 1 < role.last) entity.relative = true;  // "son of the mayor"
  if (entity.origin == 0) entity.origin = origin_in(role);
  learn_places(entity, role);
  if (entity.type == SpeakerType::unknown) entity.type = SpeakerType::person;
  entity.surely_person = entity.type == SpeakerType::person;
}

// "Sen." says nothing beside "Ohio senator"; "President" does beside "former president of the club".
void People::Run::drop_bare_titles(Entity& entity) const {
  auto const tokens_of = [&](Known const& role) { return Range{table.at_or_after(role.span.begin), table.at_or_after(role.span.end)}; };
  auto const says_more = [&](Known const& role, std::string_view title) {
    Range const range = tokens_of(role);
    if (range.last - range.first < 2) return false;
    std::uint32_t const head = role_head(range);
    for (std::uint32_t at = range.first; at < head; ++at) {
      if (in(at, self.deputy_) || (in(at, self.past_) && !in(at, self.kept_))) return false;
    }
    return head > range.first && lemma_of_role(head) == title;
  };
  for (std::size_t i = entity.roles.size(); i-- > 0;) {
    Range const range = tokens_of(entity.roles[i]);
    if (range.last - range.first != 1 || !in(range.first, self.role_title_)) continue;
    std::string_view const title = lemma_of_role(range.first);
    bool const known = std::any_of(entity.roles.begin(), entity.roles.end(), [&](Known const& other) { return says_more(other, title); });
    if (known) entity.roles.erase(entity.roles.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void People::Run::learn_gender_of_role(Entity& entity, Range role) const {
  if (entity.gender != Gender::unknown || role.empty()) return;
  std::uint32_t const head = role_head(role);
  if (in(head, self.role_male_)) entity.gender = Gender::male;
  if (in(head, self.role_female_)) entity.gender = Gender::female;
}

// "Diner owner Earl Pickett": a capital that only begins the sentence, where the text writes the word small near by.
bool People::Run::is_plain_word(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t near = 1500;  // tokens
  if (last != first + 1 || !table.tokens[first].is(feature::sentence_start)) return false;
  std::string_view const word = text(first, last);
  if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z') return false;
  auto const end = std::min(static_cast<std::uint32_t>(table.tokens.size()), first + near);
  for (std::uint32_t at = first - std::min(first, near); at < end; ++at) {
    Token const& token = table.tokens[at];
    if (!token.is(feature::lower) || token.end - token.begin != word.size()) continue;
    std::string_view const other = token.span().in(table.text);
    if (other.substr(1) == word.substr(1) && (other[0] ^ word[0]) == ('a' ^ 'A')) return true;
  }
  return false;
}

// "The former Northair captain", "a former manager at Kolm Foods" belong there no more: the body is part of what they were.
void People::Run::keep_past_bodies(std::vector<grammar::Capture>& captures) const {
  constexpr std::uint32_t near = 3;  // "of the"
  // A match may begin behind "former": "Northair captain".
  auto const is_past = [&](grammar::Capture const& role) {
    std::uint32_t first = role.first;
    while (first > 0 && role.first - first < near && table.tokens[first - 1].is(feature::word) && !in(first - 1, self.determiner_) && !in(first - 1, self.finite_)) --first;
    return role.first < role.last && holds({first, role_head({role.first, role.last})}, self.past_);
  };
  auto const is_body = [&](grammar::Capture const& c) { return c.name == self.affiliation_ && c.first < c.last && !holds({c.first, c.last}, self.party_); };
  for (grammar::Capture& role : captures) {
    if (role.name != self.role_ || !is_past(role)) continue;
    for (grammar::Capture& c : captures) {
      bool const around = c.name == self.apart_ && std::any_of(captures.begin(), captures.end(), [&](grammar::Capture const& body) {
        return is_body(body) && c.first <= body.first && body.last <= c.last;
      });
      if (around && role.first <= c.first && c.last <= role.last) c.name = no_capture;
    }
    for (grammar::Capture& c : captures) {
      if (!is_body(c)) continue;
      bool const inside = role.first <= c.first && c.last <= role.last;
      bool const behind = role.last <= c.first && c.first - role.last <= near;
      bool const owner = c.last + 1 == role.first && table.tokens[c.last].is(feature::possessive);  // "Halden's former mayor"
      if (!inside && !behind && !owner) continue;
      role.first = std::min(role.first, c.first);
      role.last = std::max(role.last, c.last);
      c.name = no_capture;
    }
  }
}

// "Sen. Ana Weiss of Ohio": for where somebody sits or comes from, unless the text tells a party as well.
void People::Run::learn_seat(Entity& entity, Range seat) {
  learn_affiliation(entity, seat);
  visit_places(seat, [&](WordId) { entity.seat = table.span(seat.first, seat.last); });
}

// What one match of the grammar `roles` says of `id`.
void People::Run::learn_office(EntityId id, std::span<grammar::Capture const> told) {
  std::vector<grammar::Capture>& captures = memory.captures;
  captures.assign(told.begin(), told.end());
  keep_past_bodies(captures);
  std::vector<Range> apart, owners;
  for (grammar::Capture const& c : captures) {
    // "A Dole aide" keeps the person in the role, as "Mr. Dole's aide" does; not "a Dole spokesman" and "the Dole campaign chairman".
    EntityId const whose = c.name == self.apart_ ? named_at(c.first) : no_index;
    bool const person = whose != no_index && whose != id && entities[whose].type == SpeakerType::person && entities[whose].surely_person && c.last - c.first == 1 &&
                        !in(c.last, self.speaks_for_) && !in(c.last, self.group_);
    bool const generic = c.last < table.tokens.size() && in(c.last, self.generic_);  // "a Dole supporter" is one as a whole
    if (c.name == self.apart_ && !person && !generic && !is_bare_body({c.first, c.last}) && !is_plain_word(c.first, c.last)) apart.push_back({c.first, c.last});
    if (c.name == self.owner_) owners.push_back({c.first, c.last});
  }
  std::vector<Range> bodies;
  for (Range const owner : owners) {
    EntityId const whose = named_at(owner.first);
    bool const person = whose != no_index && entities[whose].type == SpeakerType::person;
    if (person && whose != id) {
      for (grammar::Capture const& c : captures) {
        if (c.name == self.role_ && c.first < c.last) learn_kin(id, whose, {c.first, c.last});
      }
    }
    // "Kolm's founder, Ana Kolm" owns no Ana: the body of that name, if there is one.
    EntityId const body = whose == id ? body_named(name_of(owner)) : no_index;
    if ((person || whose == id) && body == no_index) continue;
    if (body == no_index) bodies.push_back(owner);
    else add_fact(entities[id].affiliations, entities[body].name, table.span(owner.first, owner.last));
    apart.push_back({owner.first, std::min(owner.last + 1, static_cast<std::uint32_t>(table.tokens.size()))});
  }
  // "a Weiss supporter", "a Kremlin critic" belong to nobody: the role that holds the name, or stands before it.
  auto const is_generic = [&](grammar::Capture const& affiliation) {
    Range role{};
    for (grammar::Capture const& c : captures) {
      if (c.name != self.role_ || c.first >= c.last || c.first > affiliation.first) continue;
      if (role.empty() || c.first >= role.first) role = {c.first, c.last};
    }
    return !role.empty() && in(role_head(role), self.generic_);
  };
  for (grammar::Capture const& c : captures) {
    if (c.name == self.role_) learn_body_in_role(entities[id], {c.first, c.last}, apart);
  }
  std::sort(apart.begin(), apart.end(), [](Range a, Range b) { return a.first < b.first; });
  for (grammar::Capture const& c : captures) {
    if (c.name == self.role_) learn_role(entities[id], {c.first, c.last}, apart);
    if (c.name == self.age_) entities[id].age = age_at(c.first);
    if (c.name == self.origin_ && entities[id].origin == 0) entities[id].origin = origin_in({c.first, c.last});
    if (c.name == self.they_) entities[id].gender = Gender::neither;
    if (c.name == self.accused_) entities[id].accused = true;
    if (c.name == self.employer_) learn_body(c.first);
    if (c.name == self.seat_) learn_seat(entities[id], {c.first, c.last});
    // "a friend of Weiss": a person is no employer.
    EntityId const whom = c.name == self.affiliation_ && is_belonging(captures, c) ? named_at(c.first) : no_index;
    bool const person = whom != no_index && entities[whom].type == SpeakerType::person && (entities[whom].surely_person || entities[whom].times_subject > 0 || !is_business(captures));
    bool const party = c.last == c.first + 1 && in(c.first, self.party_);
    // "Chief executive of Kolm Living": whatever the name looks like, what somebody leads is no man and no woman.
    if (whom != no_index && !person && entities[whom].type == SpeakerType::person && entities[whom].words.words.size() > 1 && entities[whom].gender == Gender::unknown && !entities[whom].titled && entities[whom].role_heads.empty()) {
      entities[whom].type = SpeakerType::organisation;
    }
    if (c.name == self.affiliation_ && !person && !is_plain_word(c.first, c.last) && (party || !is_generic(c))) bodies.push_back({c.first, c.last});
    if (c.name == self.its_) learn_body_meant(entities[id], c.first);
  }
  for (Range const body : bodies) {
    // "Committee chairman", "Group manager": which one is not said.
    bool const bare = is_bare_body(body);
    bool const inside = std::any_of(captures.begin(), captures.end(), [&](grammar::Capture const& c) {
      return c.name == self.role_ && c.first <= body.first && body.last <= c.last;
    });
    bool const known = body.first > 0 && in(body.first - 1, self.article_);
    if (bare && (inside || !known)) continue;
    // "Jan Kolm, whose firm, Kolm, built it": the firm. "Bill, Hill & Kolm Foundation": nobody's first name.
    bool const any_role = std::any_of(captures.begin(), captures.end(), [&](grammar::Capture const& c) { return c.name == self.role_; });
    if (!any_role && named_at(body.first) == id) add_fact(entities[id].affiliations, text(body.first, body.last), table.span(body.first, body.last));
    else if (body.last - body.first > 1 || !is_given(body.first) || body.last >= table.tokens.size() || !table.tokens[body.last].is(feature::comma) || named_at(body.first) != no_index) learn_affiliation(entities[id], body);
  }
}

// "Owner of Weiss Hardware": of what one owns or leads a name is rather a body's.
bool People::Run::is_business(std::span<grammar::Capture const> captures) const {
  return std::any_of(captures.begin(), captures.end(), [&](grammar::Capture const& c) {
    if (c.name != self.role_ || c.first >= c.last) return false;
    return holds({c.first, c.last}, self.body_leader_);
  });
}

// Behind "of".
bool People::Run::is_belonging(std::span<grammar::Capture const> captures, grammar::Capture const& affiliation) const {
  return std::any_of(captures.begin(), captures.end(), [&](grammar::Capture const& c) { return c.name == self.belonging_ && c.first == affiliation.first; });
}

// "Jan Dole, the mayor, Ana Weiss and others": the mayor is Jan Dole.
bool People::Run::is_between_names(grammar::Match const& match) const {
  if (match.first < 2 || !table.tokens[match.first - 1].is(feature::comma)) return false;
  for (grammar::Capture const& c : match.captures) {
    if (c.name == self.name_ && (c.first <= match.first || !table.tokens[c.first - 1].is(feature::comma))) return false;
  }
  auto const at = names_at(match.first - 1);
  return at != mentions.chunks.begin() && (at - 1)->last + 1 == match.first && ((at - 1)->kind == self.person_ || (at - 1)->kind == self.proper_);
}

// "34", or the number of "34-year-old".
std::string_view People::Run::age_at(std::uint32_t token) const {
  std::string_view const word = table.tokens[token].span().in(table.text);
  return word.substr(0, word.find('-'));
}

// The person whose name begins at a token.
EntityId People::Run::named_at(std::uint32_t token) const {
  for (std::uint32_t c = table.tokens[token].chunk; c != 0; c = table.chunks[c - 1].next) {
    Chunk const& inner = table.chunks[c - 1];
    if (inner.kind == self.person_ || inner.kind == self.proper_) return of_chunk[inner.data];
  }
  return no_index;
}

// "his wife, Ana Weiss": the noun beside a name tells the bearer's sex.
void People::Run::learn_from_source(MentionChunk const& chunk) {
  Range const name = capture(chunk, self.name_);
  if (name.empty()) return;
  EntityId const id = named_at(name.first);
  if (id != no_index && entities[id].type != SpeakerType::organisation) learn_gender_of_role(entities[id], capture(chunk, self.role_));
  // "his niece, Ana Weiss": the surname alone rather means the uncle.
  Range const role = capture(chunk, self.role_);
  if (id != no_index && !role.empty() && in(role_head(role), self.family_)) entities[id].relative = true;
}

}  // namespace whosaid
