// Where a date stands in its sentence: at its head, in a clause of its own, behind a verb that will only come true.
// Every walk is bounded: a sentence may hold thousands of dates.
// Tests: tests/unit/dates_said_when_test.cpp.
#include <algorithm>

#include "dates/occasions.hpp"

namespace whosaid {

// A word with which another statement begins: a finite verb, "who", "because". A past form that the lists do not know is a
// verb unless an article before it makes it an adjective ("a crowded room").
bool Occasions::opens_clause(std::uint32_t token) const {
  if (token + 1 < table_.tokens.size() && in(token + 1, words_.dated)) return false;  // "that aired on Sunday", "was published"
  if (in(token, words_.aux)) return true;
  bool const behind_article = token > 0 && (in(token - 1, words_.determiner) || in(token - 1, words_.possessive));
  if (in(token, words_.opener)) {
    // "a meeting on Tuesday, in which Rossi said"
    return token == 0 || !in(token, words_.relative) || !in(token - 1, words_.preposition);
  }
  if (in(token, words_.dated) || in(token, words_.seen) || behind_article) return false;
  return in(token, words_.finite) || table_.tokens[token].is(feature::ends_ed);
}

// Nothing that opens another statement between two places: a quote (unless it is a title: "on the ‘Late Hour’ on Sunday"), a
// finite verb, a second clause.
bool Occasions::clear_path(std::uint32_t from, std::uint32_t to, std::uint32_t most, std::uint32_t& distance) const {
  distance = 0;
  for (std::uint32_t at = from; at < to; at += std::max(table_.tokens[at].width, 1u)) {
    if (++distance > most) return false;
    if (table_.tokens[at].is(feature::quote) && at > from && (table_.tokens[at - 1].is(feature::possessive) || in(at - 1, words_.preposition))) continue;
    if (table_.tokens[at].is(feature::quote | feature::colon | feature::semicolon) || opens_clause(at)) return false;
  }
  return true;
}

// "On Tuesday", "In May", "At a rally in Arden on Monday": the sentence opens with its date.
bool Occasions::is_fronted(DateChunk const& date, Range sentence) const {
  std::uint32_t distance = 0;
  if (in(sentence.first, words_.conjunction) && sentence.first + 1 < date.first) ++sentence.first;  // "And in Arden on Monday"
  if (in(sentence.first, words_.preposition)) return clear_path(sentence.first, date.first, farthest_before, distance);
  if (date.first - sentence.first > 3) return false;
  for (std::uint32_t at = sentence.first; at < date.first; ++at)
    if (!in(at, words_.preposition) && !in(at, words_.determiner) && !in(at, words_.conjunction) && !table_.tokens[at].is(feature::comma)) return false;
  return true;
}

// "Rossi, who died on Tuesday, said", "the strike that began on Monday": it dates what the relative clause tells, unless that is speech.
bool Occasions::in_aside(DateChunk const& date, Range sentence) const {
  std::uint32_t steps = 0;
  bool speech = false;
  for (std::uint32_t at = date.first; at > sentence.first && steps < farthest_before; ++steps) {
    --at;
    if (table_.tokens[at].is(feature::colon | feature::semicolon | feature::quote)) return false;
    if (table_.tokens[at].is(feature::comma)) {  // "Rossi, arrested on Tuesday, said"
      bool const participle = at + 1 < date.first && table_.tokens[at + 1].is(feature::ends_ed) && !in(at + 1, words_.aux);
      return participle && !speech && at > sentence.first && table_.tokens[at - 1].is(feature::capital) && date.last < sentence.last && table_.tokens[date.last].is(feature::comma);
    }
    speech |= is_speech(at) && !in(at, words_.event_verb);
    if (!in(at, words_.relative)) continue;
    if (!in(at, words_.complementizer)) return !speech && !(at > sentence.first && in(at - 1, words_.preposition));  // "a meeting in which"
    // "the strike that began"; not "said that on Monday".
    bool const verb = at + 1 < date.first && (in(at + 1, words_.finite) || in(at + 1, words_.aux) || table_.tokens[at + 1].is(feature::ends_ed));
    return verb && at > sentence.first && !is_speech(at - 1);
  }
  return false;
}

// "12:45 p.m." or "March 3, 2024" on a line of its own, or at its head with a colon or a dash.
bool Occasions::is_heading(DateChunk const& date) const {
  if (!table_.tokens[date.first].is(feature::line_start)) return false;
  if (date.last >= table_.tokens.size()) return false;
  Token const& next = table_.tokens[date.last];
  return next.is(feature::line_start | feature::colon | feature::dash);
}

// "Asked on Tuesday about …, Rossi said", "Speaking on Tuesday after …, Rossi said", "When asked in April if …, Rossi said".
bool Occasions::opens_asked(DateChunk const& date, Range sentence, std::uint32_t clause) const {
  constexpr std::uint32_t nearest = 4;
  if (in(sentence.first, words_.conjunction) && sentence.first + 1 < date.first) ++sentence.first;
  Token const& first = table_.tokens[sentence.first];
  return date.first - sentence.first <= nearest && is_speech(sentence.first) && first.is(feature::ends_ed | feature::ends_ing) &&
         clause > date.last && table_.tokens[clause - 1].is(feature::comma);
}

// A date at the end of a source: "— Rossi, 6 March 2025", "the memo, dated May 3, warned".
bool Occasions::signs(DateChunk const& date, Link const& link) const {
  if (date.last < link.source.last && table_.tokens[date.last].is(feature::possessive)) return date.first == link.source.first && link.kind == CueClass::speech && names_words(date.last + 1);  // "Tuesday's statement"
  if (date.first > link.source.first + 2 && in(date.first - 2, words_.within) && names_words(date.last)) return true;  // "Rossi, in a 2019 interview with …, said"
  bool const ends = date.last == link.source.last || (date.last + 1 == link.source.last && !table_.tokens[date.last].is(feature::word));
  if (!ends || date.first < link.source.first + 2) return false;
  if (in(date.first - 1, words_.dated)) return true;
  return table_.tokens[link.cue.first].is(feature::dash) && table_.tokens[date.first - 1].is(feature::comma | feature::bracket);
}

bool Occasions::is_elsewhen(Link const& link) const {
  for (std::uint32_t back = 1; back <= 2 && back <= link.cue.first; ++back)
    if (in(link.cue.first - back, words_.elsewhen)) return true;
  return link.cue.last < table_.tokens.size() && in(link.cue.last, words_.elsewhen);
}

// "On Tuesday, as the ships left, Rossi said": the clause between says when.
bool Occasions::leads_aside(DateChunk const& date, std::uint32_t clause) const {
  std::uint32_t at = date.last;
  if (at < clause && table_.tokens[at].is(feature::dash)) return table_.tokens[clause - 1].is(feature::dash);
  if (at < clause && table_.tokens[at].is(feature::comma)) ++at;
  return at < clause && in(at, words_.conjunction) && table_.tokens[clause - 1].is(feature::comma);
}

// "Rossi, who died on Tuesday, said", "Rossi, arrested on Tuesday, said".
bool Occasions::stands_aside(Range between) const {
  if (between.last - between.first > farthest_before) return true;
  for (std::uint32_t at = between.first; at < between.last; at += std::max(table_.tokens[at].width, 1u)) {
    if (in(at, words_.opener)) return true;
    bool const participle = table_.tokens[at].is(feature::ends_ed) && !in(at, words_.dated);
    if (participle && at > 0 && table_.tokens[at - 1].is(feature::comma)) return true;
  }
  return false;
}

// Words with a verb tell something: "police said a man died on Monday"; not "repeated the charge at a conference on Monday".
bool Occasions::tells(Range words) const {
  for (std::uint32_t at = words.first; at < words.last; at += std::max(table_.tokens[at].width, 1u))
    if (in(at, words_.finite) || in(at, words_.aux)) return true;
  return false;
}

// "A man died on Monday, police said"; not "police said on Monday a man died".
bool Occasions::is_told(DateChunk const& date, Link const& link, std::span<Range const> content) const {
  return std::any_of(content.begin(), content.end(), [&](Range range) {
    return range.contains(date.first) && (range.first < link.cue.first || tells({range.first, date.first}));
  });
}

bool Occasions::is_scene(std::uint32_t paragraph) const {
  constexpr std::uint32_t longest_place = 4;
  std::uint32_t at = table_.paragraphs[paragraph];
  auto const end = static_cast<std::uint32_t>(table_.tokens.size());
  if (at + longest_place >= end || !in(at, words_.scene)) return false;
  for (std::uint32_t const last = ++at + longest_place; at < last; ++at) {
    if (table_.tokens[at].is(feature::comma)) return table_.tokens[at - 1].is(feature::capital);
    if (!table_.tokens[at].is(feature::capital)) return false;
  }
  return false;
}

// "In 2008, Rossi said, the bridge was shut": a cue between commas leaves the date to what is reported.
bool Occasions::is_parenthesis(std::uint32_t clause_last, Range sentence) const {
  if (clause_last >= sentence.last || !table_.tokens[clause_last].is(feature::comma)) return false;
  std::uint32_t const next = clause_last + 1;
  return next < sentence.last && !table_.tokens[next].is(feature::quote) && !in(next, words_.preposition) && !in(next, words_.conjunction) &&
         !table_.tokens[next].is(feature::ends_ing);
}

bool Occasions::leaves_to_words(Link const& link, std::uint32_t token) const {
  Range const sentence = sentence_of(link.cue.first);
  std::uint32_t const first = link.source.empty() ? link.cue.first : std::min(link.source.first, link.cue.first);
  return sentence.contains(token) && token < first && is_parenthesis(std::max({link.cue.last, link.source.last, link.addressee.last}), sentence);
}

bool Occasions::is_of_event(DateChunk const& date) const {
  return std::any_of(date.captures.begin(), date.captures.end(), [&](grammar::Capture const& capture) { return static_cast<int>(capture.name) == words_.event_capture; });
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

// "It was on Tuesday that Rossi said", "Not until Tuesday did Rossi say": where the clause behind the date begins.
std::uint32_t Occasions::behind_cleft(DateChunk const& date, Range sentence) const {
  bool const opens = in(date.last, words_.complementizer) || in(date.last, words_.aux);
  return opens && holds({sentence.first, date.first}, words_.cleft) ? date.last + 1 : date.last;
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
  if (in(date.first - 1, words_.tell)) return !names_words(date.last + 1);  // "told Sunday's meeting"
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

// "On Thursday, Rossi will testify", "Rossi will testify on Thursday": nothing has been said yet.
bool Occasions::is_ahead(DateChunk const& date, Range sentence) const {
  std::uint32_t distance = 0;
  for (std::uint32_t at = date.last; at < sentence.last && distance < farthest_before; at += std::max(table_.tokens[at].width, 1u), ++distance) {
    if (in(at, words_.future)) return true;
    if (in(at, words_.finite) || in(at, words_.aux) || in(at, words_.opener) || table_.tokens[at].is(feature::quote)) break;
  }
  for (std::uint32_t steps = 0, at = date.first; at > sentence.first && steps < farthest_after; ++steps) {
    --at;
    if (in(at, words_.future) || in(at, words_.planned)) return true;
    if (table_.tokens[at].is(feature::comma | feature::colon | feature::semicolon)) break;
    if (in(at, words_.finite) && (at == sentence.first || !in(at - 1, words_.aux))) break;  // "will be cut"
  }
  return false;
}

bool Occasions::stands_with_speech(DateChunk const& date, Range sentence) const {
  if (bounds(date, sentence, {})) return false;
  std::uint32_t steps = 0;
  for (std::uint32_t at = date.first; at > sentence.first && steps < farthest_after; ++steps) {
    --at;
    if (is_speech(at)) return true;
    if (opens_clause(at) || table_.tokens[at].is(feature::colon | feature::semicolon)) break;
  }
  steps = 0;
  for (std::uint32_t at = date.last; at < sentence.last && steps < farthest_before; ++steps) {
    if (is_speech(at)) return true;
    if (opens_clause(at) || table_.tokens[at].is(feature::quote | feature::colon | feature::semicolon)) break;
    at += std::max(table_.tokens[at].width, 1u);
  }
  return false;
}

}  // namespace whosaid
