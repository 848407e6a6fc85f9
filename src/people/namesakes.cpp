// Which of two bearers of a surname the surname alone means.
//
// The idea: whom a text goes on naming in full, where the surname would do, is not the one whom it calls by the surname alone. "Jan Holt said
// … Jan Holt said … Jan Holt added … Holt tweeted" is his father's tweet.
// Unless the whole name stood as a subject a sentence or two before: "Jan Holt rang. “…,” Holt said."
// It fails where a text names everybody in full all along.
// Tests: tests/unit/people_called_test.cpp.
#include <algorithm>
#include <array>
#include <span>

#include "people/run.hpp"

namespace whosaid {

// Counts for bearers of shared surnames how often the next mention of the surname is their whole name again.
void People::Run::find_namesakes() {
  constexpr std::size_t most = 16;    // shared surnames that are followed
  constexpr std::uint32_t near = 2;   // sentences
  struct Shared {
    WordId surname = 0;
    EntityId last = no_index;  // named last in full; no_index = the surname alone
    EntityId acted = no_index; // the last who did something under the whole name
    std::uint32_t acted_at = 0;
  };
  std::array<Shared, most> shared;
  std::size_t count = 0;
  auto const of = [&](WordId surname) -> Shared* {
    auto const all = std::span(shared).first(count);
    auto const found = std::find_if(all.begin(), all.end(), [&](Shared const& one) { return one.surname == surname; });
    return found == all.end() ? nullptr : &*found;
  };
  for (EntityId id = 0; id < entities.size() && count < most; ++id) {
    Entity const& entity = entities[id];
    if (!entity.full_name || entity.words.words.empty() || of(entity.words.last())) continue;
    auto const* const known = index.find(EntityIndex::word, entity.words.last());
    if (known && known->first != known->last) shared[count++].surname = entity.words.last();
  }
  if (count == 0) return;
  for (std::size_t i = 0; i < static_cast<std::size_t>(first_source); ++i) {
    MentionChunk const& chunk = mentions.chunks[i];
    if (chunk.kind != self.person_ && chunk.kind != self.proper_) continue;
    NameWords const& spoken = name_of_chunk(chunk).words;
    if (spoken.words.empty()) continue;
    Shared* const known = of(spoken.last());
    if (!known) continue;
    EntityId const id = spoken.words.size() > 1 ? of_chunk[i] : no_index;
    if (id != no_index && id == known->last) ++entities[id].kept_full;
    if (id == no_index && known->last != no_index) ++entities[known->last].then_short;
    known->last = id;
    bool const acts = chunk.last < table.tokens.size() && in(chunk.last, self.finite_);
    bool const named_by_verb = chunk.first > 0 && in(chunk.first - 1, self.speech_verb_);
    if (id != no_index && (acts || named_by_verb)) known->acted = id, known->acted_at = chunk.first;
    if (id == no_index && known->acted != no_index && sentence_of(chunk.first) - sentence_of(known->acted_at) <= near) {
      index.add(EntityIndex::namesake, static_cast<std::uint32_t>(i), known->acted);
    }
  }
}

}  // namespace whosaid
