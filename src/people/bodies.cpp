// Which body a name means: the fullest name stands for it, with or without "Inc.", and its initials.
#include "people/run.hpp"

namespace whosaid {

// The company whose name is this one with words like "Foods" or "Inc." more, or fewer; none when several are.
EntityId People::Run::body_named(NameWords const& name) const {
  if (name.words.empty()) return no_index;  // a name of marks alone
  auto const* const known = index.find(EntityIndex::begins, name.first());
  if (!known) return no_index;
  constexpr std::size_t most = 8;
  EntityId found = no_index;
  index.visit(*known, most, [&](EntityId id) {
    auto const a = entities[id].words.words, b = name.words;
    auto const longer = a.size() > b.size() ? a : b;
    std::size_t const common = std::min(a.size(), b.size());
    bool fits = std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(common), b.begin());
    for (std::size_t i = common; i < longer.size() && fits; ++i) fits = words.in(longer[i], self.company_);
    if (!fits) return true;
    bool const second = found != no_index && found != id;
    found = second ? no_index : id;
    return !second;
  });
  return found;
}

// A body has one entity for all the ways in which its name is written.
EntityId People::Run::entity_for_body(Range name, NameWords const& spoken) {
  WordId const key = number_of(spoken);
  if (auto const* const known = index.find(EntityIndex::body, key)) return index.first(*known);
  if (EntityId const id = body_named(spoken); id != no_index) {
    // The fullest name stands for it, without "Inc."
    Entity& entity = entities[id];
    std::string_view const here = text(name.first, name.last);
    if (spoken.words.size() > entity.words.words.size() && !is_legal(spoken.last())) {
      add_once(entity.aliases, entity.name);
      entity.name = here;
      entity.words = spoken;
    } else {
      add_once(entity.aliases, here);
    }
    index.add(EntityIndex::body, key, id);
    return id;
  }
  EntityId const id = entities.add();
  Entity& entity = entities[id];
  entity.name = text(name.first, name.last);
  entity.words = spoken;
  entity.type = SpeakerType::organisation;
  entity.is_company = spoken.words.size() > 1 && (is_legal(spoken.last()) || words.in(spoken.last(), self.company_));
  bool const several = name.last - name.first > 1;  // "Al-Halden" is two words, but one token
  bool const joined = several && !table.tokens[name.last - 2].is(feature::word | feature::comma);  // "Kolm & Co."
  if (several && spoken.words.size() > 1 && is_legal(spoken.last()) && !joined) {
    // "Kolm Foods Inc." is Kolm Foods; the whole stays an alias.
    entity.aliases.push_back(entity.name);
    std::uint32_t shorter = name.last - 1;
    while (shorter > name.first + 1 && !table.tokens[shorter - 1].is(feature::word)) --shorter;
    entity.name = text(name.first, shorter);
    entity.words.words = spoken.words.first(spoken.words.size() - 1);
    index.add(EntityIndex::body, number_of(entity.words), id);
  }
  index.add(EntityIndex::body, key, id);
  index.add(EntityIndex::begins, entity.words.first(), id);
  // "the Halden Water Board (HWB)", and later "HWB".
  std::string& initials = memory.text;
  initials.clear();
  for (std::uint32_t at = name.first; at < name.last; ++at) {
    if (table.tokens[at].is(feature::capital)) initials += static_cast<char>(table.text[table.tokens[at].begin] | 0x20);
  }
  if (initials.size() >= 3) {
    if (WordId const short_form = words.add(initials); !index.find(EntityIndex::body, short_form)) index.add(EntityIndex::body, short_form, id);
  }
  // "Kolm Foods (KF)": the letters in brackets, whatever they are.
  bool const bracketed = name.last + 2 < table.tokens.size() && table.tokens[name.last].is(feature::bracket) && table.tokens[name.last + 1].is(feature::upper) && table.tokens[name.last + 2].is(feature::bracket);
  if (bracketed) {
    WordId const letters = words.of_token(name.last + 1);
    if (!index.find(EntityIndex::body, letters)) index.add(EntityIndex::body, letters, id);
  }
  return id;
}

// Whether an entry of a list stands within a stretch, of one word or of several.
bool People::Run::holds(Range range, int lexicon) const {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (in(at, lexicon)) return true;
    for (auto hit = table.tokens[at].phrase; hit != 0; hit = table.phrases[hit - 1].next) {
      if (table.phrases[hit - 1].lexicon == lexicon) return true;
    }
  }
  return false;
}

}  // namespace whosaid
