// Nouns that stand behind a name and a comma, and say what its bearer is.
//
// Tests: tests/unit/people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// "for Jan Dole, the embattled president of the club, who": the noun says what the name before it is, and stands for nobody else.
bool People::Run::is_apposition(MentionChunk const& chunk) const {
  if (chunk.first < 2 || !table.tokens[chunk.first - 1].is(feature::comma)) return false;
  auto const closes = [&](std::uint32_t token) { return table.tokens[token].is(feature::comma | feature::stop); };
  bool const closed = chunk.last >= table.tokens.size() || closes(chunk.last) || closes(chunk.last - 1) || in(chunk.last, self.relative_) || in(chunk.last, self.preposition_) ||
                      table.tokens[chunk.last].is(feature::possessive);
  if (!closed) return false;
  auto const at = names_at(chunk.first - 1);
  return at != mentions.chunks.begin() && (at - 1)->last == chunk.first - 1 && ((at - 1)->kind == self.person_ || (at - 1)->kind == self.proper_);
}

// "Ana Weiss, the mayor, said": where only the apposition was taken for the source, the name before it speaks.
bool People::Run::resolve_apposition(Link const& link, std::uint32_t first, Resolution& resolution, std::vector<EntityId>& found) {
  std::uint32_t at = first;
  for (int steps = 0; steps < 4 && at > 0 && !table.tokens[at - 1].is(feature::comma); ++steps) {
    if (!table.tokens[at - 1].is(feature::word) || !table.tokens[at - 1].is(feature::lower)) return false;
    --at;
  }
  if (at == 0 || !table.tokens[at - 1].is(feature::comma)) return false;
  bool const closed = table.tokens[link.source.last - 1].is(feature::comma) ||
                      (link.source.last < table.tokens.size() && table.tokens[link.source.last].is(feature::comma));
  // "They founded Quadrel, a trust that speaks of “hope”."
  bool const goes_on = link.source.last < table.tokens.size() && in(link.source.last, self.relative_);
  if (!closed && !goes_on) return false;
  bool const body = in(link.source.last - 1, self.group_) && goes_on;
  EntityId const id = named_before(at - 1, body);
  if (id == no_index || (entities[id].type == SpeakerType::organisation && !body) || (goes_on && !body)) return false;
  found.push_back(id);
  resolution.form = MentionForm::name;
  resolution.basis = Basis::explicit_;
  return true;
}

// "His rival, former governor Ana Weiss, said": the name that a comma and an office part from the noun, within the source.
EntityId People::Run::named_behind(MentionChunk const& chunk, std::uint32_t end) const {
  constexpr std::uint32_t most = 5;  // words of the office
  if (capture(chunk, self.role_).empty() || chunk.last + 1 >= table.tokens.size() || !table.tokens[chunk.last].is(feature::comma)) return no_index;
  // "His rival, former governor Ana Weiss, was blunt, saying": the name may stand behind what was taken for the source.
  if (MentionChunk const* const beside = chunk.last + 1 >= end ? source_at(chunk.last + 1) : nullptr; beside && beside->last < table.tokens.size()) {
    bool const closed = table.tokens[beside->last].is(feature::comma) && !in(chunk.first, self.quantifier_);
    if (closed && !capture(*beside, self.role_).empty() && !capture(*beside, self.name_).empty()) end = beside->last;
  }
  if (chunk.last + 1 >= end) return no_index;
  for (std::uint32_t at = chunk.last + 1; at < end && at - chunk.last <= most; ++at) {
    if (EntityId const id = named_at(at); id != no_index) {
      bool const body = entities[id].type == SpeakerType::organisation && (in(at - 1, self.group_) || in(at - 1, self.business_));  // "activist fund Kolm Partners"
      return body || entities[id].type == SpeakerType::person ? id : no_index;
    }
    bool const verb = in(at, self.finite_) && !(at + 1 < end && table.tokens[at + 1].is(feature::capital));  // "state Rep. Ana Weiss"
    // "The mayor, who beat Ana Weiss, said" is not she.
    if (!table.tokens[at].is(feature::word) || verb || in(at, self.relative_) || in(at, self.preposition_) || in(at, self.joining_)) return no_index;
  }
  return no_index;
}

// "The agents – Ana Weiss and Jan Kolm – said", "two leaders (Ana Weiss and Jan Kolm)": whom dashes or brackets name behind the noun.
bool People::Run::names_inserted(MentionChunk const& chunk, std::uint32_t end, std::vector<EntityId>& found) {
  if (capture(chunk, self.role_).empty() || chunk.last + 1 >= end || !table.tokens[chunk.last].is(feature::dash | feature::bracket)) return false;
  for (auto name = names_at(chunk.last + 1); name != mentions.chunks.begin() + first_source && name->last <= end; ++name) {
    if (name->kind != self.person_ && name->kind != self.proper_) continue;
    EntityId const id = of_chunk[static_cast<std::size_t>(name - mentions.chunks.begin())];
    bool const begins = table.tokens[name->first - 1].is(feature::dash | feature::bracket | feature::comma) || in(name->first - 1, self.joining_);
    if (id == no_index || !begins || entities[id].type != SpeakerType::person) continue;
    if (found.empty() && name->first != chunk.last + 1) return false;
    add_once(found, id);
  }
  bool const plural = is_plural(role_head(capture(chunk, self.role_)));
  if (found.size() == (plural ? 2u : 1u)) return true;
  found.clear();
  return false;
}

// "At Halden University in Ohio, after the vote, Gov. Ana Weiss (R-Ohio), said": what a preposition governs does not speak, whoever is
// named last before the verb does.
EntityId People::Run::named_late(Link const& link) const {
  constexpr std::uint32_t behind = 5;  // tokens of "(R-Ohio),"
  if (link.source.first == 0 || !in(link.source.first - 1, self.preposition_) || link.cue.first < link.source.last) return no_index;
  auto at = names_at(link.source.last);
  int steps = 0;
  do {
    if (at == mentions.chunks.begin() || ++steps > 3) return no_index;
    --at;
  } while (at->kind != self.person_);
  bool const last = at->kind == self.person_ && at->first > link.source.first && table.tokens[at->first - 1].is(feature::comma) && link.source.last - std::min(link.source.last, at->last) <= behind;
  if (!last) return no_index;
  for (std::uint32_t t = at->last; t < link.source.last; ++t) {
    if (!table.tokens[t].is(feature::comma | feature::bracket | feature::hyphenated)) return no_index;
  }
  return of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
}

// The person whose name ends right before a token and is no object of a preposition; or the body, whatever stands before it.
EntityId People::Run::named_before(std::uint32_t token, bool body) const {
  auto at = names_at(token);
  if (at == mentions.chunks.begin()) return no_index;
  --at;
  if (at->last != token) return no_index;
  if (body) return at->kind == self.place_ ? no_index : of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
  if (at->kind != self.person_ && at->kind != self.proper_) return no_index;
  // "as Ana Weiss, the mayor, put it"
  if (at->first > 0 && in(at->first - 1, self.preposition_) && !in(at->first - 1, self.subordinator_)) return no_index;
  return of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
}

}  // namespace whosaid
