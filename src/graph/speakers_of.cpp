#include "graph/speakers_of.hpp"

#include <algorithm>
#include <iterator>

#include "graph/graph.hpp"

namespace whosaid::graph {

SpeakersOf::SpeakersOf(table::Table const& table) : table_(table) {
  for (std::uint32_t i = 0; i < table.speakers.size(); ++i) by_id_.emplace(table.speakers[i].id, i);
}

std::uint32_t SpeakersOf::find(Index const& index, std::string_view key) {
  auto const found = index.find(key);
  return found == index.end() ? none : found->second;
}

std::uint32_t SpeakersOf::by_id(std::string_view id) const { return find(by_id_, id); }

std::uint32_t SpeakersOf::addressed(table::TextSpan const& addressee) {
  if (!indexed_) index();
  if (auto const named = find(by_name_, addressee.text); named != none) return named;
  auto const behind = std::lower_bound(mentions_.begin(), mentions_.end(), addressee.end,
                                       [](Mention const& mention, std::uint32_t end) { return mention.start < end; });
  // Mentions do not overlap each other, so the last that begins before the end is the one.
  return behind != mentions_.begin() && std::prev(behind)->end > addressee.start ? std::prev(behind)->speaker : none;
}

void SpeakersOf::index() {
  indexed_ = true;
  for (std::uint32_t i = 0; i < table_.speakers.size(); ++i) {
    auto const& speaker = table_.speakers[i];
    by_name_.emplace(speaker.name, i);
    for (auto const& mention : speaker.mentions) mentions_.push_back({mention.start, mention.end, i});
  }
  for (std::uint32_t i = 0; i < table_.speakers.size(); ++i)  // a name goes before another's alias
    for (auto const& alias : table_.speakers[i].aliases) by_name_.emplace(alias, i);
  std::sort(mentions_.begin(), mentions_.end(), [](Mention const& a, Mention const& b) {
    return a.start != b.start ? a.start < b.start : a.speaker < b.speaker;
  });
}

}  // namespace whosaid::graph
