#include "mentions/mentions.hpp"

#include <algorithm>

namespace whosaid {

namespace {

template <class Found>
void find_in(TokenTable& table, std::uint32_t first, std::uint32_t last, grammar::Grammar const& grammar, grammar::Scratch& scratch, Found const& found) {
  // Paragraph by paragraph: no name runs from a headline into the text. A quote that binds paragraphs is stepped over.
  for (std::uint32_t at = first; at < last;) {
    std::uint32_t const end = table.paragraph_end(at, last);
    grammar.fold(table, at, end, scratch, found);
    at = end;
  }
}

}  // namespace

void find_mentions(TokenTable& table, std::span<Range const> stretches, grammar::Language const& language, grammar::Scratch& scratch,
                   MentionList& out) {
  // Names first: what they fold is what the noun phrases of `sources` are built from.
  for (std::string_view const name : {"names", "sources"}) {
    grammar::Grammar const* const grammar = language.grammar(name);
    if (!grammar) continue;
    std::size_t const before = out.chunks.size();
    for (Range const& stretch : stretches) {
      find_in(table, stretch.first, stretch.last, *grammar, scratch, [&](grammar::Match const& match) {
        out.chunks.push_back({match.first, match.last, match.kind, match.rule,
                              static_cast<std::uint32_t>(out.captures.size()),
                              static_cast<std::uint32_t>(match.captures.size())});
        out.captures.insert(out.captures.end(), match.captures.begin(), match.captures.end());
      });
    }
    // Added after the run, so that a grammar never sees its own chunks.
    for (std::size_t i = before; i < out.chunks.size(); ++i) {
      MentionChunk const& chunk = out.chunks[i];
      table.add_chunk({chunk.first, chunk.last, chunk.kind, chunk.rule, static_cast<std::uint32_t>(i), 0});
    }
  }
}

}  // namespace whosaid
