// The day of what happened: "The vote was held on March 5. … Two days after the vote, Rossi said".
//
// The idea: a sentence before names the event by the same word, or one of its stem (collapsed, collapse), and tells a day; or the
// sentence just before tells a single day and what happened on it in other words ("The ferry sank on March 1.").
// It fails where two fires are told of.
// Tests: tests/unit/dates_events_test.cpp.
#include <algorithm>
#include <cctype>

#include "dates/dater.hpp"

namespace whosaid {
namespace {

// Words of one stem begin alike: arrest, arrested; resignation, resigned.
bool is_akin(std::string_view event, std::string_view word) {
  std::size_t const most = std::min(event.size(), word.size());
  std::size_t same = 0;
  while (same < most && std::tolower(static_cast<unsigned char>(event[same])) == std::tolower(static_cast<unsigned char>(word[same]))) ++same;
  return same >= 4 && same * 10 >= event.size() * 6;
}

}  // namespace

std::optional<Day> Dater::day_of_event(DateChunk const& chunk) const {
  constexpr std::uint32_t farthest = 600;  // tokens back
  constexpr std::uint32_t nearest = 10;    // tokens between the event and its day
  constexpr int most = 16;                 // dates: a page may hold thousands
  auto const named = std::find_if(chunk.captures.begin(), chunk.captures.end(), [&](grammar::Capture const& capture) { return capture.name == names_.event; });
  if (named == chunk.captures.end()) return std::nullopt;
  std::string_view const event = table_.span(named->first, named->last).in(table_.text);
  auto const& dates = occasions_.dates();
  std::uint32_t const own = occasions_.sentence_of(chunk.first).first;
  std::uint32_t const before = own == 0 ? own : occasions_.sentence_of(own - 1).first;
  auto const from = std::lower_bound(dates.begin(), dates.end(), own, [](DateChunk const& d, std::uint32_t token) { return d.first < token; });
  std::optional<Day> just_before;
  bool several = false;
  std::pair<std::uint32_t, Day> best{no_index, {}};  // tokens between the event and its day
  std::uint32_t spoilt = no_index;
  int tried = 0;
  for (auto one = from; one != dates.begin() && tried < most; ++tried) {
    --one;
    if (own - one->first > farthest) break;
    if (occasions_.is_of_event(*one)) spoilt = occasions_.sentence_of(one->first).first;  // "on Saturday, a day after the vote"
    if (spoilt <= one->first || occasions_.is_beside_the_report(*one)) continue;
    auto const found = resolve_date(table_, *one, {frame_.anchor, std::nullopt, Tense::past, frame_.locale, frame_.land}, language_, names_);
    auto const day = found.iso.size() == 10 ? parse_iso_day(found.iso) : std::nullopt;
    if (!day) continue;
    if (one->first >= before) {
      several |= just_before && !(*just_before == *day);
      just_before = day;
    }
    Range const sentence = occasions_.sentence_of(one->first);
    for (std::uint32_t at = sentence.first; at < sentence.last; at += std::max(table_.tokens[at].width, 1u)) {
      if (!table_.tokens[at].is(feature::word) || !is_akin(event, table_.tokens[at].span().in(table_.text))) continue;
      std::uint32_t const distance = at < one->first ? one->first - at : at - one->first;
      if (distance > nearest || occasions_.speaks({std::min(at, one->first), std::max(at, one->first)})) continue;
      if (distance < best.first) best = {distance, *day};
    }
    // The sentence that speaks of it last decides.
    if (best.first != no_index && (one == dates.begin() || std::prev(one)->first < sentence.first)) return best.second;
  }
  if (best.first != no_index) return best.second;
  return several || event.ends_with('s') ? std::nullopt : just_before;
}

}  // namespace whosaid
