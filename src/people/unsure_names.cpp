// Names that only the rest of the text can settle: those of headlines, of couples, and two words that met by chance.
//
// It fails where a headline names somebody whom the text never does.
// Tests: tests/unit/people_resolve_test.cpp, tests/unit/people_turns_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// "Ana Weiss Defends Her Plan": in a headline the name ends somewhere in the run of capitals; only whom the text names counts.
EntityId People::Run::named_in_headline(NameWords name) const {
  constexpr std::size_t most = 8;
  for (; name.words.size() > 1; name.words = name.words.first(name.words.size() - 1)) {
    auto const* const known = index.find(EntityIndex::word, name.last());
    if (!known) continue;
    EntityId found = no_index;
    index.visit(*known, most, [&](EntityId id) {
      if (match_names(name, entities[id].words, words) != NameMatch::full) return true;
      found = id;
      return false;
    });
    if (found != no_index) return found;
  }
  // "Weiss Defends Her Plan": the surname of one person only.
  if (auto const* const known = name.words.empty() ? nullptr : index.find(EntityIndex::word, name.first()); known && known->first == known->last) {
    Entity const& entity = entities[index.first(*known)];
    if (entity.full_name && entity.surely_person && entity.words.last() == name.first()) return index.first(*known);
  }
  return no_index;
}

// Whether the words around a name are capitalised too, as headlines are in American style.
bool People::Run::in_title_case(MentionChunk const& chunk) const {
  std::uint32_t counted = 0, capitals = 0;
  auto const look = [&](std::uint32_t at) {
    Token const& token = table.tokens[at];
    // "Baby On The Way": a small word with a capital tells as much as two long ones.
    bool const small = token.is(feature::capital) && !token.is(feature::sentence_start) && token.end - token.begin < 4 && (in(at, self.preposition_) || in(at, self.article_));
    if (small) counted += 2, capitals += 2;
    if (!token.is(feature::word) || token.end - token.begin < 4) return;
    ++counted;
    capitals += token.is(feature::capital) ? 1u : 0u;
  };
  for (std::uint32_t at = chunk.first; at > 0 && chunk.first - at < 7 && !table.tokens[at].is(feature::paragraph_start);) look(--at);
  for (std::uint32_t at = chunk.last; at < table.tokens.size() && at - chunk.last < 7; ++at) {
    if (table.tokens[at].is(feature::paragraph_start | feature::sentence_start)) break;
    look(at);
  }
  if (counted < 3 || capitals * 10 < counted * 8) return false;
  // "Ana Weiss, Vice Chairman of the Board of Trustees, has said": headlines write their verbs with a capital.
  constexpr std::uint32_t reach = 40;
  for (std::uint32_t at = chunk.last; at < table.tokens.size() && at - chunk.last < reach; ++at) {
    if (table.tokens[at].is(feature::paragraph_start | feature::sentence_start)) break;
    if (table.tokens[at].is(feature::lower) && in(at, self.finite_)) return false;
  }
  return true;
}

// A text that has long called somebody Anne does not introduce her as "Allan Anne": two names that met by chance, or a heading.
// Such a name keeps its own mentions and lends its words to nobody.
void People::Run::doubt_late_names() {
  constexpr std::size_t enough = 6;  // uses of the one word before
  auto const may_be_chance = [&](Entity const& entity) {
    if (!entity.full_name || entity.full_mentions > 2) return false;
    if (entity.composed) return true;
    auto const is_given_word = [&](WordId word) { return words.in(word, self.first_) || words.in(word, self.first_male_) || words.in(word, self.first_female_); };
    return !is_given_word(entity.words.first()) || is_given_word(entity.words.last());
  };
  std::vector<std::uint64_t>& uses = memory.order;  // word and place
  uses.clear();
  for (EntityId id = 0; id < entities.size(); ++id) {
    if (!may_be_chance(entities[id])) continue;
    if (uses.empty()) {
      for (std::size_t i = 0; i < mentions.chunks.size(); ++i) {
        MentionChunk const& chunk = mentions.chunks[i];
        if (chunk.kind == self.source_) break;
        if (chunk.last - chunk.first == 1 && chunk.kind != self.organisation_) uses.push_back(std::uint64_t{words.of_token(chunk.first)} << 32 | chunk.first);
      }
      if (uses.size() < enough) return;
      std::sort(uses.begin(), uses.end());
    }
    Entity& entity = entities[id];
    std::uint64_t const word = entity.composed ? entity.words.first() : entity.words.last();
    auto const first = std::lower_bound(uses.begin(), uses.end(), word << 32);
    auto const behind = std::lower_bound(first, uses.end(), (word << 32) + entity.introduced);
    entity.doubtful = static_cast<std::size_t>(behind - first) >= enough;
  }
}

// "Anna and Jan Weiss": the given name before the full one shares its surname.
bool People::Run::name_couple(std::size_t number) {
  MentionChunk const& chunk = mentions.chunks[number];
  if (chunk.kind != self.proper_ || chunk.last - chunk.first != 1 || chunk.last + 1 >= table.tokens.size()) return false;
  if (!is_given(chunk.first)) return false;
  if (!in(chunk.last, self.joining_) || number + 1 >= mentions.chunks.size()) return false;
  MentionChunk const& other = mentions.chunks[number + 1];
  if (other.kind != self.person_ || other.first != chunk.last + 1 || !capture(other, self.title_).empty()) return false;
  Range const name = capture(other, self.name_);
  if (name.last - name.first != 2 || in(name.first, self.name_particle_)) return false;
  NameWords const spoken = name_of(name);
  if (spoken.words.size() != 2) return false;
  spoken.words.front() = words.of_token(chunk.first);
  // "Bill and Robert Halm", where Bill is somebody else whom the text names in full.
  if (auto const* const known = index.find(EntityIndex::word, spoken.first())) {
    constexpr std::size_t most = 32;
    bool named_otherwise = false;
    index.visit(*known, most, [&](EntityId id) {
      named_otherwise = entities[id].full_name && entities[id].words.first() == spoken.first() && entities[id].words.last() != spoken.last();
      return !named_otherwise;
    });
    if (named_otherwise) return false;
  }
  // Perhaps the text has the full name elsewhere.
  if (auto const* const known = index.find(EntityIndex::word, spoken.last())) {
    constexpr std::size_t most = 32;
    index.visit(*known, most, [&](EntityId id) {
      if (match_names(spoken, entities[id].words, words) == NameMatch::full) of_chunk[number] = id;
      return of_chunk[number] == no_index;
    });
    if (of_chunk[number] != no_index) {
      learn_couple(of_chunk[number], of_chunk[number + 1]);
      return true;
    }
  }
  EntityId const id = entities.add();
  Entity& entity = entities[id];
  entity.words = spoken;
  std::string& whole = memory.text;
  (whole = text(chunk.first, chunk.last)) += ' ';
  entity.name = words.keep(whole += text(name.last - 1, name.last));
  entity.full_name = entity.surely_person = true;
  entity.composed = true;
  entity.full_mentions = 1;
  entity.introduced = chunk.first;
  entity.type = SpeakerType::person;
  entity.aliases.push_back(text(chunk.first, chunk.last));
  index.add(EntityIndex::word, spoken.last(), id);
  index.add(EntityIndex::word, spoken.first(), id);
  learn_gender(entity, chunk);
  learn_couple(id, of_chunk[number + 1]);
  of_chunk[number] = id;
  return true;
}

}  // namespace whosaid
