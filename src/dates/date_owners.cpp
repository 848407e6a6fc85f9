// What a date belongs to: the telling, or a noun ("Monday's vote"), a text ("Tuesday's statement"), a stretch of time ("since Monday").
// Every walk is bounded: a sentence may hold thousands of dates.
// Tests: tests/unit/dates_events_test.cpp, tests/unit/dates_said_when_test.cpp.
#include <algorithm>

#include "dates/occasions.hpp"

namespace whosaid {

// "12:45 p.m." or "March 3, 2024" on a line of its own, or at its head with a colon or a dash.
bool Occasions::is_heading(DateChunk const& date) const {
  if (!table_.tokens[date.first].is(feature::line_start)) return false;
  if (date.last >= table_.tokens.size()) return false;
  Token const& next = table_.tokens[date.last];
  return next.is(feature::line_start | feature::colon | feature::dash);
}

// A date on a line of its own with the report behind it: the header may have one such, a timeline has more.
bool Occasions::heads_entry(DateChunk const& date) const {
  if (!is_heading(date)) return false;
  Section const behind = zones_.section_of(date.last);
  return behind == Section::body || behind == Section::standfirst;
}

// A date at the end of a source: "— Rossi, 6 March 2025", "the memo, dated May 3, warned".
bool Occasions::signs(DateChunk const& date, Link const& link) const {
  if (date.last < link.source.last && table_.tokens[date.last].is(feature::possessive))  // "Tuesday's statement"
    return date.first == link.source.first && link.kind == CueClass::speech && names_words(date.last + 1);
  // "Rossi, in a 2019 interview with …, said"; "In 2019 the mayor, Ana Holt, told"
  if (date.first > link.source.first + 2 && in(date.first - 2, words_.within) && names_words(date.last)) return true;
  if (date.first == link.source.first && date.first > 0 && in(date.first - 1, words_.within)) return true;
  bool const ends = date.last == link.source.last || (date.last + 1 == link.source.last && !table_.tokens[date.last].is(feature::word));
  if (!ends || date.first < link.source.first + 2) return false;
  if (in(date.first - 1, words_.dated)) return true;
  return table_.tokens[link.cue.first].is(feature::dash) && table_.tokens[date.first - 1].is(feature::comma | feature::bracket);
}

bool Occasions::tells_the_press(Link const& link) const {
  bool named = false;
  for (std::uint32_t at = link.addressee.first; at < link.addressee.last; ++at) {
    if (in(at, words_.hearer) || in(at, words_.public_body)) return false;
    named |= table_.tokens[at].is(feature::upper);
    for (auto chunk = table_.tokens[at].chunk; chunk != 0; chunk = table_.chunks[chunk - 1].next) named |= table_.chunks[chunk - 1].kind == words_.organisation;
  }
  return named && !holds(link.addressee, words_.gathering);
}

bool Occasions::is_owned(Link const& link) const {
  if (link.kind == CueClass::noun) return true;
  if (link.source.empty() || link.source.last != link.cue.first) return false;
  return in(link.source.last - 1, words_.possessive) || table_.tokens[link.source.last - 1].is(feature::possessive);
}

bool Occasions::leaves_to_words(Link const& link, std::uint32_t token) const {
  Range const sentence = sentence_of(link.cue.first);
  std::uint32_t const first = link.source.empty() ? link.cue.first : std::min(link.source.first, link.cue.first);
  return sentence.contains(token) && token < first && is_parenthesis(std::max({link.cue.last, link.source.last, link.addressee.last}), sentence);
}

bool Occasions::is_of_event(DateChunk const& date) const {
  return std::any_of(date.captures.begin(), date.captures.end(), [&](grammar::Capture const& capture) { return static_cast<int>(capture.name) == words_.event_capture; });
}

// "A report released on Thursday", "the lawsuit, filed Thursday,".
bool Occasions::is_of_release(DateChunk const& date) const {
  constexpr std::uint32_t nearest = 3, longest = 6;
  std::uint32_t const first = sentence_of(date.first).first;
  for (std::uint32_t at = date.first, steps = 0; at > first && steps < nearest; ++steps)
    if (in(--at, words_.dated)) return holds({at - std::min(at - first, longest), at}, words_.document);
  return false;
}

bool Occasions::is_still_to_come(DateChunk const& date) const {
  constexpr std::uint32_t nearest = 4;
  return holds({date.first - std::min(date.first, nearest), date.first}, words_.still_to_come);
}

// "Her first interview since leaving office in 2019".
bool Occasions::is_lasting(DateChunk const& date, Range sentence) const {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t at = date.first, steps = 0; at > sentence.first && steps < longest; ++steps) {
    --at;
    if (in(at, words_.lasting)) return steps > 0;
    if (!table_.tokens[at].is(feature::word) || in(at, words_.finite) || in(at, words_.aux)) return false;
  }
  return false;
}

// "After Friday's draw, Rossi said": what people speak after at once.
bool Occasions::is_just_over(DateChunk const& date) const {
  constexpr std::uint32_t longest_noun = 5;
  if (date.first == 0 || !in(date.first - 1, words_.behind)) return false;
  auto const end = std::min<std::uint32_t>(date.last + longest_noun, static_cast<std::uint32_t>(table_.tokens.size()));
  for (std::uint32_t at = date.last; at < end; ++at) {
    if (in(at, words_.just_over)) return true;
    if (table_.tokens[at].is(feature::comma) || in(at, words_.preposition)) return false;
  }
  return false;
}

// Something is said in what stands at a place: "interview", "news conference".
bool Occasions::names_words(std::uint32_t first) const {
  constexpr std::uint32_t longest_noun = 3;
  auto const end = std::min<std::uint32_t>(first + longest_noun, static_cast<std::uint32_t>(table_.tokens.size()));
  for (std::uint32_t at = first; at < end; ++at) {
    if (holds({at, at + 1}, words_.venue) || holds({at, at + 1}, words_.event) || in(at, words_.apart)) return true;
    if ((!is_plain_word(at) && !table_.tokens[at].is(feature::capital)) || table_.tokens[at].is(feature::ends_ing)) break;
  }
  return false;
}

// "Monday's speech is a test", "said of Monday's speech", "said on Monday's vote": the noun is dated. "At Monday's vote, Rossi said" and "on
// Sunday's broadcast" date what is said.
bool Occasions::belongs_to_noun(DateChunk const& date) const {
  if (date.last >= table_.tokens.size() || !table_.tokens[date.last].is(feature::possessive)) return false;
  if (date.first == 0) return true;
  if (in(date.first - 1, words_.tell))  // "told Sunday's meeting", "told Sunday's New York Times"
    return !names_words(date.last + 1) && !(date.last + 1 < table_.tokens.size() && table_.tokens[date.last + 1].is(feature::capital));
  if (date.first > 1 && in(date.first - 1, words_.within) && in(date.first - 2, words_.commenting)) return true;  // "commenting on Tuesday's report"
  if (is_just_over(date)) return false;
  if (!in(date.first - 1, words_.within)) return true;
  return !in(date.first - 1, words_.scene) && !in(date.first - 1, words_.at) && !names_words(date.last + 1);
}

// "the March 12 attack", "a Tuesday deadline": the noun is dated. Not "a Tuesday interview", in which something is said, nor "at the Tuesday gala".
bool Occasions::belongs_to_event(DateChunk const& date) const {
  if (date.first == 0 || date.last >= table_.tokens.size()) return false;
  Token const& before = table_.tokens[date.first - 1];
  if (!in(date.first - 1, words_.determiner) && !in(date.first - 1, words_.possessive) && !before.is(feature::possessive)) return false;
  if (date.first > 1 && in(date.first - 2, words_.within) && !in(date.first - 2, words_.boundary)) return false;
  Token const& next = table_.tokens[date.last];
  bool const noun = is_plain_word(date.last) || next.is(feature::capital) || (in(date.last, words_.finite) && next.is(feature::lower) && !next.is(feature::ends_ed));  // "vote", "fire"
  return noun && !next.is(feature::ends_ing) && !names_words(date.last);
}

// A word that may be part of a noun.
bool Occasions::is_plain_word(std::uint32_t token) const {
  Token const& one = table_.tokens[token];
  return one.is(feature::word) && one.is(feature::lower) && !in(token, words_.preposition) && !in(token, words_.conjunction) && !in(token, words_.determiner) &&
         !in(token, words_.opener) && !in(token, words_.finite) && !in(token, words_.aux);
}

// "A letter seen by Canal News on Thursday": it was written at another time.
bool Occasions::is_of_reading(DateChunk const& date, Range sentence) const {
  constexpr std::uint32_t longest_reader = 7;
  if (date.first > sentence.first && in(date.first - 1, words_.dated) && !in(date.first - 1, words_.seen)) return false;
  for (std::uint32_t at = date.first, steps = 0; at > sentence.first && steps < longest_reader; ++steps) {
    --at;
    if (in(at, words_.seen)) return true;
    if (table_.tokens[at].is(feature::comma | feature::quote | feature::colon | feature::semicolon) || in(at, words_.finite) || in(at, words_.aux)) return false;
  }
  return false;
}

// "since Monday", "until last week": the date is where something else begins or ends.
// What itself has a beginning and an end, or an hour ("after midnight on Monday"), is meant as a whole.
bool Occasions::bounds(DateChunk const& date, Range sentence, Range source) const {
  if (date.first == sentence.first) {
    bool const from_source = !source.empty() && source.first > date.last && in(source.first - 1, words_.preposition);  // "Tuesday's statement from Rossi read"
    return belongs_to_noun(date) && !(from_source && names_words(date.last + 1));
  }
  if (is_lasting(date, sentence)) return true;
  // "critics who on Sunday called it so", "said that on Monday the harbour would shut"
  std::uint32_t const lead = in(date.first - 1, words_.preposition) && date.first - 1 > sentence.first ? date.first - 2 : date.first - 1;
  if ((in(lead, words_.opener) && !source.contains(lead)) || belongs_to_noun(date) || belongs_to_event(date) || is_of_reading(date, sentence)) return true;
  if (!in(date.first - 1, words_.boundary) || is_just_over(date)) return false;
  if (date.first - 1 > sentence.first && holds({date.first - 2, date.first}, words_.cleft)) return false;  // "not until Tuesday"
  // "Rossi said (6 March 2025)."
  bool const bracketed = table_.tokens[date.first - 1].is(feature::bracket) && date.last < sentence.last && table_.tokens[date.last].is(feature::bracket);
  if (bracketed && (date.last + 1 == sentence.last || table_.tokens[date.last + 1].is(feature::stop | feature::colon))) return false;
  if (date.first - 1 > sentence.first && in(date.first - 2, words_.apart)) return false;  // "in a memo of March 3"
  return std::none_of(date.captures.begin(), date.captures.end(), [&](grammar::Capture const& capture) {
    return std::find(words_.whole.begin(), words_.whole.end(), static_cast<int>(capture.name)) != words_.whole.end();
  });
}

}  // namespace whosaid
