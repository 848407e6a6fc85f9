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

// "He said he spoke to the mayor on Monday", "she recalled meeting him on Monday": the day of what is told, unless the cue is the verb that
// tells of it.
bool Occasions::in_told_clause(DateChunk const& date, Range sentence, std::uint32_t cue) const {
  std::uint32_t steps = 0;
  for (std::uint32_t at = date.first; at > sentence.first + 1 && steps < farthest_before; ++steps) {
    --at;
    if (table_.tokens[at].is(feature::comma | feature::colon | feature::semicolon | feature::quote) || in(at, words_.relative) || in(at, words_.when)) return false;
    bool const verb_behind = at + 1 < date.first && (in(at + 1, words_.finite) || in(at + 1, words_.aux) || is_speech(at + 1) || table_.tokens[at + 1].is(feature::ends_ed));
    bool const subject = in(at, words_.personal) && verb_behind, gerund = table_.tokens[at].is(feature::ends_ing) && is_speech(at);
    if (!subject && !gerund) continue;
    std::uint32_t says = at - 1;
    if (subject && says > sentence.first && in(says, words_.complementizer)) --says;
    bool const told = is_speech(says) && !in(says, words_.event_verb) && !in(says, words_.venue);
    if (told) return cue == no_index || cue < at;
    if (subject) return false;
  }
  return false;
}

// "Rossi, who died on Tuesday, said", "the strike that began on Monday": it dates what the relative clause tells, unless that is speech.
bool Occasions::in_aside(DateChunk const& date, Range sentence, std::uint32_t cue) const {
  // "Elected in 2019, Rossi said"
  bool const closes = date.last < sentence.last && table_.tokens[date.last].is(feature::comma);
  if (closes && date.first > sentence.first && (in(sentence.first, words_.life) || in(sentence.first, words_.having))) return true;
  if (in_told_clause(date, sentence, cue)) return true;
  std::uint32_t steps = 0;
  bool speech = false, appears = false;
  for (std::uint32_t at = date.first; at > sentence.first && steps < farthest_before; ++steps) {
    --at;
    if (table_.tokens[at].is(feature::colon | feature::semicolon | feature::quote)) return false;
    if (table_.tokens[at].is(feature::comma)) {  // "Rossi, arrested on Tuesday, said"
      bool const participle = at + 1 < date.first && table_.tokens[at + 1].is(feature::ends_ed) && !in(at + 1, words_.aux);
      return participle && !speech && at > sentence.first && table_.tokens[at - 1].is(feature::capital) && closes;
    }
    // "Rossi, who visited Arden on Tuesday, said"; not "said Rossi, who visited Arden on Tuesday."
    speech |= is_speech(at) && !in(at, words_.event_verb) && (closes || !in(at, words_.appear));
    appears |= in(at, words_.appear) || in(at, words_.venue);
    if (!in(at, words_.relative)) continue;
    // "The union, which endorsed Rossi in 2023, said": behind the comma the sentence goes on with its verb. Whoever spoke or met
    // somebody on that day may have said it there.
    bool const told_there = cue != no_index && at < cue && cue < date.first;
    if (!told_there && !appears && closes && date.last + 1 < sentence.last && at > sentence.first && table_.tokens[at - 1].is(feature::comma) &&
        (in(date.last + 1, words_.finite) || in(date.last + 1, words_.aux) || is_speech(date.last + 1)))
      return true;
    if (!in(at, words_.complementizer)) return !speech && !(at > sentence.first && in(at - 1, words_.preposition));  // "a meeting in which"
    // "the strike that began"; not "said that on Monday".
    bool const verb = at + 1 < date.first && (in(at + 1, words_.finite) || in(at + 1, words_.aux) || table_.tokens[at + 1].is(feature::ends_ed));
    return verb && at > sentence.first && !is_speech(at - 1);
  }
  return false;
}

// "Asked on Tuesday about …, Rossi said", "Speaking on Tuesday after …, Rossi said", "When asked in April if …, Rossi said".
bool Occasions::opens_asked(DateChunk const& date, Range sentence, std::uint32_t clause) const {
  constexpr std::uint32_t nearest = 4;
  if (in(sentence.first, words_.conjunction) && sentence.first + 1 < date.first) ++sentence.first;
  Token const& first = table_.tokens[sentence.first];
  return date.first - sentence.first <= nearest && is_speech(sentence.first) && first.is(feature::ends_ed | feature::ends_ing) &&
         clause > date.last && table_.tokens[clause - 1].is(feature::comma);
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
  return at < clause && (in(at, words_.conjunction) || in(at, words_.source_opener)) && table_.tokens[clause - 1].is(feature::comma);
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

// "Rossi said when she took office in 2019.": the clause says when, with one verb, and ends the sentence with its date.
bool Occasions::in_when_clause(DateChunk const& date, std::uint32_t clause_last, Range sentence) const {
  if (clause_last >= date.first || !in(clause_last, words_.when) || date.first - clause_last > farthest_after) return false;
  if (date.last < sentence.last && !table_.tokens[date.last].is(feature::stop)) return false;
  int verbs = 0;
  for (std::uint32_t at = clause_last + 1; at < date.first; at += std::max(table_.tokens[at].width, 1u)) {
    if (table_.tokens[at].is(feature::quote | feature::colon | feature::semicolon | feature::comma) || in(at, words_.opener)) return false;
    verbs += in(at, words_.finite) || in(at, words_.aux) || table_.tokens[at].is(feature::ends_ed);
  }
  return verbs <= 2;
}

// "It was on Tuesday that Rossi said", "Not until Tuesday did Rossi say": where the clause behind the date begins.
std::uint32_t Occasions::behind_cleft(DateChunk const& date, Range sentence) const {
  if (date.last >= sentence.last) return date.last;
  bool const opens = in(date.last, words_.complementizer) || in(date.last, words_.aux);
  return opens && holds({sentence.first, date.first}, words_.cleft) ? date.last + 1 : date.last;
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
  bool const leads_words = date.last < sentence.last && in(date.last, words_.aux);
  std::uint32_t steps = 0;
  for (std::uint32_t at = date.first; at > sentence.first && steps < farthest_after; ++steps) {
    --at;
    // "said cuts on Monday had been small"; not "what he said on Monday was wrong"
    if (is_speech(at)) return !leads_words || !in(at, words_.finite) || (steps == 1 && in(date.first - 1, words_.preposition));
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
