// What a day is counted from: "the next day" from the day told last, "two days after the vote" from that of the vote.
//
// The idea for events: a sentence before names the event by the same word, or one of its stem (collapsed, collapse), and tells a day;
// or the sentence just before tells a single day and what happened on it in other words ("The ferry sank on March 1.").
// It fails where two fires are told of.
// Tests: tests/unit/dates_events_test.cpp, tests/unit/dates_said_when_test.cpp.
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
    std::uint32_t const end = std::min(sentence.last, one->last + nearest);
    for (std::uint32_t at = std::max(sentence.first, one->first - std::min(one->first, nearest)); at < end; at += std::max(table_.tokens[at].width, 1u)) {
      if (!table_.tokens[at].is(feature::word) || !is_akin(event, table_.tokens[at].span().in(table_.text))) continue;
      std::uint32_t const distance = at < one->first ? one->first - at : at - one->first;
      if (distance > nearest || occasions_.speaks({std::min(at, one->first), std::max(at, one->first)})) continue;
      if (distance < best.first) best = {distance, *day};
    }
    // The sentence that speaks of it last decides.
    if (best.first != no_index && (one == dates.begin() || std::prev(one)->first < sentence.first)) return best.second;
  }
  if (best.first != no_index) return best.second;
  bool const plural = table_.tokens[named->last - 1].is(feature::ends_s);  // "the votes": of which, none tells
  return several || plural ? std::nullopt : just_before;
}

// What an expression like "the next day" or "that year" is counted from: the last date before it that tells as much, or the day that the
// narration gave to somebody if that came later.
std::optional<Day> Dater::reference_of(DateChunk const& chunk, std::size_t precision) const {
  constexpr std::uint32_t nearest_tokens = 120, nearest_news = 600;
  constexpr int most = 8;
  bool const day = precision == 10;
  auto const last = day && latest_ ? parse_iso_day(latest_->iso) : std::nullopt;
  auto const& dates = occasions_.dates();
  auto one = std::lower_bound(dates.begin(), dates.end(), chunk.first, [](DateChunk const& d, std::uint32_t token) { return d.first < token; });
  for (int tried = 0; one != dates.begin() && tried < most; ++tried) {
    --one;
    std::uint32_t const distance = chunk.first - one->first;
    if (distance > (day ? nearest_news : nearest_tokens) || (last && table_.tokens[one->first].begin <= latest_->expression.end)) break;
    if (occasions_.is_beside_the_report(*one)) continue;
    auto const found = resolve_date(table_, *one, {frame_.anchor, std::nullopt, Tense::past, frame_.locale, frame_.land}, language_, names_);
    // "In 2009 they met. “No,” he said afterwards": of no day that was told before that year.
    if (day && !found.iso.empty() && found.iso.size() < precision && !found.from_context && !occasions_.is_bounded(*one) && keeps_the_day(chunk)) return std::nullopt;
    if (found.iso.empty() || found.iso.size() < precision || found.iso.find_first_of("/W") != std::string::npos) continue;
    if (day && distance > nearest_tokens && !is_news(found.iso)) continue;
    std::string const iso = found.iso + std::string("-01-01").substr(found.iso.size() < 10 ? (found.iso.size() - 4) : 6);
    if (auto const start = parse_iso_day(iso)) return start;
  }
  return last;
}

// "Moments later", "that evening": it adds nothing to a day that the speaker has from elsewhere.
bool Dater::keeps_the_day(DateChunk const& chunk) const {
  static constexpr Day any{2000, 1, 15};
  auto const found = resolve_date(table_, chunk, {std::nullopt, any, Tense::past, {}, {}}, language_, names_);
  return found.from_context && parse_iso_day(found.iso) == any;
}

// The month or year that is the last date before a place; "" when that is a day, or far.
std::string Dater::told_before(DateChunk const& chunk) const {
  constexpr std::uint32_t near = 60;
  auto const& dates = occasions_.dates();
  auto const one = std::lower_bound(dates.begin(), dates.end(), chunk.first, [](DateChunk const& d, std::uint32_t token) { return d.first < token; });
  if (one == dates.begin() || chunk.first - std::prev(one)->first > near) return {};
  auto found = resolve_date(table_, *std::prev(one), {frame_.anchor, std::nullopt, Tense::past, frame_.locale, frame_.land}, language_, names_);
  return found.iso.size() == 4 || found.iso.size() == 7 ? std::move(found.iso) : std::string{};
}

ResolvedDate Dater::resolve(DateChunk const& chunk, Tense tense) const {
  DateFrame frame{frame_.anchor, std::nullopt, tense, frame_.locale, frame_.land};
  if (latest_) frame.reference = parse_iso_day(latest_->iso);
  if (!frame.reference) frame.reference = Day{2000, 1, 15};  // only to learn what it would be
  auto found = resolve_date(table_, chunk, frame, language_, names_);
  if (!found.from_context) return found;
  frame.reference = occasions_.is_of_event(chunk) ? day_of_event(chunk) : reference_of(chunk, found.iso.size());
  found = resolve_date(table_, chunk, frame, language_, names_);
  bool const same = std::any_of(chunk.captures.begin(), chunk.captures.end(), [&](grammar::Capture const& capture) { return capture.name == names_.same_time; });
  // "In 2019 she left. “I had to,” she said at the time."
  if (same)
    if (auto const told = told_before(chunk); !told.empty()) found.iso = told;
  return found;
}

}  // namespace whosaid
