// Whom "who", "which" and "that" stand for.
//
// The idea: the noun phrase that ends right before, a comma between or not. "That" and "which" are hardly said of people, so behind "a letter
// to voters" they mean the letter.
// It fails where more than one phrase stands between ("the head of the bank in Halden, who").
// Tests: tests/unit/people_owned_test.cpp.
#include <algorithm>

#include "people/run.hpp"

namespace whosaid {

// The document behind which "that" or "which" stands with no verb between: "a letter to voters that", "a column last month which".
MentionChunk const* People::Run::document_before(std::uint32_t token) const {
  constexpr std::uint32_t reach = 6;  // tokens
  for (std::uint32_t at = token; at > 0 && token - at <= reach; --at) {
    std::uint32_t const before = at - 1;
    if (!table.tokens[before].is(feature::word | feature::number) && !(at == token && table.tokens[before].is(feature::comma))) return nullptr;
    if (in(before, self.document_)) return source_ending(at);
    if (in(before, self.finite_)) return nullptr;
  }
  return nullptr;
}

// "Found by Tess Holm of Halden Museum, who said": the person whose body it is. "By Emil Dray, a baker from
// Halden, who said": the one of whom the phrase tells.
EntityId People::Run::member_before(std::uint32_t body) const {
  std::uint32_t end = body;
  bool const told_of = end > 1 && in(end, self.article_) && table.tokens[end - 1].is(feature::comma);
  if (!told_of) {
    if (in(end, self.article_) && !in(end, self.definite_)) return no_index;  // "with a baker, who"
    if (end > 0 && in(end - 1, self.definite_)) --end;
    if (end < 2 || !in(end - 1, self.preposition_)) return no_index;
    --end;
  }
  if (table.tokens[end - 1].is(feature::comma)) --end;
  auto at = names_at(end);
  constexpr int most = 4;  // chunks within one another
  for (int tries = 0; tries < most && at != mentions.chunks.begin(); ++tries) {
    --at;
    if (at->last != end || (at->kind != self.person_ && at->kind != self.proper_)) continue;
    EntityId const id = of_chunk[static_cast<std::size_t>(at - mentions.chunks.begin())];
    if (id != no_index && entities[id].type == SpeakerType::person) return id;
  }
  return no_index;
}

// No phrase is asked for its own antecedent: a line of names that nobody bears would be gone through again and again.
EntityId People::Run::antecedent_of(std::uint32_t token) {
  constexpr std::uint32_t near = 3;  // tokens
  auto const means = [&](MentionChunk const& other) {
    if (other.last - other.first == 1 && in(other.first, self.relative_)) return no_index;
    Attributed antecedent;
    antecedent.link.source = {other.first, other.last};
    antecedent.link.head = head_of(other);
    std::vector<EntityId> ids;
    Resolution ignored;
    resolve_link(antecedent, ignored, ids, false);
    return ids.empty() ? no_index : ids.front();
  };
  MentionChunk const* const document = in(token, self.thing_relative_) ? document_before(token) : nullptr;
  EntityId before = no_index;
  auto const first = mentions.chunks.begin() + first_source;
  auto at = sources_at(token);
  for (int tries = 0; tries < 2 && before == no_index && at != first; ++tries) {
    --at;
    if (sentence_of(at->first) != sentence_of(token) || (token - at->last > near && (tries == 0 || document))) continue;
    before = means(*at);
  }
  if (before != no_index && (entities[before].type == SpeakerType::organisation || entities[before].type == SpeakerType::anonymous) && !in(token, self.thing_relative_)) {
    if (EntityId const member = member_before(at->first); member != no_index) return member;
  }
  bool const people = before != no_index && (entities[before].type == SpeakerType::person || entities[before].type == SpeakerType::group || entities[before].type == SpeakerType::anonymous);
  return document && (before == no_index || people) ? means(*document) : before;
}

}  // namespace whosaid
