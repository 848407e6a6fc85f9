#include <algorithm>

#include "dates/date_parts.hpp"
#include "dates/dates.hpp"

namespace whosaid {

std::vector<DateChunk> find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last,
                                  grammar::Language const& language, grammar::Scratch& scratch) {
  return find_dates(table, first, last, language, DateNames{language}, scratch);
}

std::vector<DateChunk> find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last,
                                  grammar::Language const& language, DateNames const& names, grammar::Scratch& scratch) {
  std::vector<DateChunk> out;
  find_dates(table, first, last, language, names, scratch, out);
  return out;
}

void find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last, grammar::Language const& language, DateNames const& names,
                grammar::Scratch& scratch, std::vector<DateChunk>& out) {
  auto const* grammar = names.grammar;
  if (grammar == nullptr || names.date_kind < 0) return;
  auto const known = static_cast<std::uint32_t>(out.size());

  // Matches come ordered by token, so the last of `out` is the best so far at its token; one that begins inside it is
  // dropped. Length decides rather than the order of the rules: an author need not think of all the others.
  grammar->find(table, first, last, scratch, [&](grammar::Match const& match) {
    if (match.last <= match.first) return;
    if (out.size() > known) {
      auto const& best = out.back();
      if (match.first < best.last && !(match.first == best.first && match.last > best.last)) return;
    }
    if (!read_date_parts(table, match.captures, names, language)) return;
    if (out.size() == known || match.first != out.back().first) out.emplace_back();
    auto& chunk = out.back();
    chunk.first = match.first;
    chunk.last = match.last;
    chunk.rule = match.rule;
    chunk.captures.assign(match.captures.begin(), match.captures.end());
  });

  // What only looks like a date kept the others away and has done its part.
  out.erase(std::remove_if(out.begin() + known, out.end(), [&](DateChunk const& chunk) {
    return std::any_of(chunk.captures.begin(), chunk.captures.end(), [&](grammar::Capture const& capture) { return capture.name == names.name; });
  }), out.end());

  std::uint32_t free = first;  // behind the chunk before
  for (std::uint32_t i = known; i < out.size(); ++i) {
    auto& chunk = out[i];
    for (auto const& capture : chunk.captures)
      if (capture.name == names.article && capture.first == chunk.first && chunk.first > free) {
        --chunk.first;
        break;
      }
    free = chunk.last;
    table.add_chunk({.first = out[i].first, .last = out[i].last, .kind = static_cast<ChunkKind>(names.date_kind), .rule = out[i].rule, .data = i});
  }
}

}  // namespace whosaid
