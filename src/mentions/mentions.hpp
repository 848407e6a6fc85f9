// Names, roles, pronouns and organisations found as chunks, before anybody knows who they are.
#pragma once
#include <vector>

#include "grammar/library.hpp"
#include "model/extraction.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// What the language's `names` grammar emitted at a place. Chunk kinds: person, organisation, place, role, pronoun.
struct MentionChunk {
  std::uint32_t first = 0, last = 0;  // tokens
  ChunkKind kind = 0;
  std::uint16_t rule = 0;
  std::vector<grammar::Capture> captures;  // title, first, last, role, affiliation …
};

// Runs `names` over [first, last), inside quotes too, and adds chunks with data = index into the result.
void find_mentions(TokenTable& table, std::uint32_t first, std::uint32_t last, grammar::Language const& language,
                   grammar::Scratch& scratch, std::vector<MentionChunk>& out);

}  // namespace whosaid
