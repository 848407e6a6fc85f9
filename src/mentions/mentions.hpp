// Names, roles, pronouns and organisations found as chunks, before anybody knows who they are.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "grammar/library.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// What the grammars `names` (kinds person, organisation, place, proper) and `sources` (kind source: a whole noun phrase)
// emitted at a place.
struct MentionChunk {
  std::uint32_t first = 0, last = 0;  // tokens, half-open
  ChunkKind kind = 0;
  std::uint16_t rule = 0;             // root of its grammar
  std::uint32_t captures = 0;         // captures [captures, captures + count) of the list
  std::uint32_t count = 0;
};

struct MentionList {
  std::vector<MentionChunk> chunks;
  std::vector<grammar::Capture> captures;

  void clear() { chunks.clear(), captures.clear(); }
  [[nodiscard]] std::span<grammar::Capture const> of(MentionChunk const& chunk) const {
    return {captures.data() + chunk.captures, chunk.count};
  }
};

// Runs `names` over all stretches, then `sources`, stepping over folded quotes; appends to `out` and adds chunks to `table`
// with data = index into out.chunks. Stretches are in order and do not overlap. No allocation once `out` has grown.
void find_mentions(TokenTable& table, std::span<Range const> stretches, grammar::Language const& language, grammar::Scratch& scratch,
                   MentionList& out);

}  // namespace whosaid
