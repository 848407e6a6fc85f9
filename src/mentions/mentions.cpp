#include "mentions/mentions.hpp"

namespace whosaid {

void find_mentions(TokenTable& table, std::uint32_t first, std::uint32_t last, grammar::Language const& language,
                   grammar::Scratch& scratch, MentionList& out) {
  // Names first: what they fold is what the noun phrases of `sources` are built from.
  for (std::string_view const name : {"names", "sources"}) {
    grammar::Grammar const* const grammar = language.grammar(name);
    if (!grammar) continue;
    std::size_t const before = out.chunks.size();
    grammar->fold(table, first, last, scratch, [&](grammar::Match const& match) {
      out.chunks.push_back({match.first, match.last, match.kind, match.rule,
                            static_cast<std::uint32_t>(out.captures.size()),
                            static_cast<std::uint32_t>(match.captures.size())});
      out.captures.insert(out.captures.end(), match.captures.begin(), match.captures.end());
    });
    // Added after the run, so that a grammar never sees its own chunks.
    for (std::size_t i = before; i < out.chunks.size(); ++i) {
      MentionChunk const& chunk = out.chunks[i];
      table.add_chunk({chunk.first, chunk.last, chunk.kind, chunk.rule, static_cast<std::uint32_t>(i), 0});
    }
  }
}

}  // namespace whosaid
