#include "dates/occasions.hpp"

#include <algorithm>

namespace whosaid {
namespace {

constexpr std::uint32_t farthest_after = 12;   // tokens between a cue and the date behind it
constexpr std::uint32_t farthest_before = 14;  // and the date before it

constexpr std::uint32_t subject = 6;           // tokens in which a sentence says what it is about

struct Named {
  std::uint32_t token;
  SpeakerId speaker;
};

std::vector<Named> by_place(TokenTable const& table, std::vector<Speaker> const& speakers) {
  std::vector<Named> out;
  for (std::uint32_t i = 0; i < speakers.size(); ++i)
    for (auto const& span : speakers[i].mentions) out.push_back({table.at_or_after(span.begin), SpeakerId{i}});
  std::sort(out.begin(), out.end(), [](Named const& a, Named const& b) {
    return a.token != b.token ? a.token < b.token : a.speaker < b.speaker;
  });
  return out;
}

}  // namespace

OccasionWords::OccasionWords(grammar::Language const& language)
    : finite(language.vocabulary().lexicon("finite_verb")),
      aux(language.vocabulary().lexicon("aux")),
      boundary(language.vocabulary().lexicon("date_boundary")),
      present(language.vocabulary().lexicon("present_verb")),
      perfect(language.vocabulary().lexicon("perfect_aux")),
      gathering(language.vocabulary().lexicon("gathering")),
      apart(language.vocabulary().lexicon("apart")),
      looking_back(language.vocabulary().lexicon("looking_back")),
      future(language.vocabulary().lexicon("future_aux")),
      indefinite(language.vocabulary().lexicon("indefinite")),
      planned(language.vocabulary().lexicon("planned")),
      scene(language.vocabulary().lexicon("place_preposition")),
      venue(language.vocabulary().lexicon("venue")),
      relative(language.vocabulary().lexicon("pronoun_relative")),
      opener(language.vocabulary().lexicon("clause_opener")),
      complementizer(language.vocabulary().lexicon("complementizer")),
      dated(language.vocabulary().lexicon("dated_participle")),
      determiner(language.vocabulary().lexicon("determiner")),
      possessive(language.vocabulary().lexicon("pronoun_possessive")),
      preposition(language.vocabulary().lexicon("preposition")),
      conjunction(language.vocabulary().lexicon("conjunction")),
      speech{language.vocabulary().lexicon("speech_verb"),
             language.vocabulary().lexicon("report_verb"),
             language.vocabulary().lexicon("ask_verb"),
             language.vocabulary().lexicon("venue")},
      whole{language.capture("end_year"), language.capture("end_month"), language.capture("end_day"), language.capture("end_weekday"), language.capture("clock"), language.capture("hour")} {}

Occasions::Occasions(TokenTable& table, std::vector<Speaker> const& speakers, grammar::Language const& language, DateNames const& names,
                     OccasionWords const& words, grammar::Scratch& scratch)
    : table_(table), vocabulary_(language.vocabulary()), words_(words) {
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < end; at += std::max(table.tokens[at].width, 1u))
    if (at == 0 || table.tokens[at].is(feature::sentence_start | feature::paragraph_start)) sentences_.push_back(at);
  sentences_.push_back(end);
  dates_ = find_dates(table, 0, end, language, names, scratch);

  auto const named = by_place(table, speakers);
  for (std::uint32_t i = 0; i < dates_.size(); ++i) {
    Occasion one;
    one.chunk = i;
    one.sentence = sentence_of(dates_[i].first);
    bool const looks_back = holds({one.sentence.first, std::min(one.sentence.first + subject, dates_[i].first)}, words_.looking_back);
    bool const fronted = is_fronted(dates_[i], one.sentence) && !belongs_to_noun(dates_[i]);
    if (!looks_back && !fronted && !stands_with_speech(dates_[i], one.sentence)) continue;
    if (is_ahead(dates_[i], one.sentence)) continue;
    one.paragraph = table.paragraph_of(dates_[i].first);
    std::uint32_t const place_end = std::min(dates_[i].last + subject, one.sentence.last);  // "On Monday, at a rally"
    one.opens = fronted && one.sentence.first == table.paragraphs[one.paragraph] && holds({one.sentence.first, place_end}, words_.venue);
    one.looks_back = looks_back;
    if (!list_.empty() && list_.back().sentence.first == one.sentence.first) {
      // What belongs to the sentence is found once, however many dates it has.
      one.gathering = list_.back().gathering;
      one.subject = list_.back().subject;
      one.people_first = list_.back().people_first;
      one.people_count = list_.back().people_count;
    } else {
      one.gathering = holds(one.sentence, words_.gathering);
      one.people_first = static_cast<std::uint32_t>(people_.size());
      auto from = std::lower_bound(named.begin(), named.end(), one.sentence.first,
                                   [](Named const& n, std::uint32_t token) { return n.token < token; });
      // "… wrote on Tuesday that Holt's past matters": Holt is spoken of.
      std::uint32_t reach = std::min(dates_[i].last, one.sentence.last);
      while (reach < one.sentence.last && !in(reach, words_.complementizer)) reach += std::max(table_.tokens[reach].width, 1u);
      if (from != named.end() && from->token < reach) one.subject = from->speaker;
      for (; from != named.end() && from->token < reach; ++from) people_.push_back(from->speaker);
      // Each once: the order tells nothing, all of them get the same day.
      auto const begin = people_.begin() + one.people_first;
      std::sort(begin, people_.end());
      people_.erase(std::unique(begin, people_.end()), people_.end());
      one.people_count = static_cast<std::uint32_t>(people_.size()) - one.people_first;
    }
    list_.push_back(one);
  }
}

Range Occasions::sentence_of(std::uint32_t token) const {
  auto const after = std::upper_bound(sentences_.begin(), sentences_.end() - 1, token);
  return after == sentences_.begin() ? Range{0, *after} : Range{*(after - 1), *after};
}

bool Occasions::in(std::uint32_t token, int lexicon) const {
  return lexicon >= 0 && vocabulary_.classes(table_.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
}

bool Occasions::is_timeless(std::uint32_t verb) const {
  if (in(verb, words_.present)) return true;
  for (std::uint32_t back = 1; back <= 3 && back <= verb; ++back)  // "has never said"
    if (in(verb - back, words_.perfect)) return true;
  return false;
}

bool Occasions::holds(Range sentence, int lexicon) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; at += std::max(table_.tokens[at].width, 1u)) {
    if (in(at, lexicon)) return true;
    for (auto hit = table_.tokens[at].phrase; hit != 0; hit = table_.phrases[hit - 1].next)
      if (table_.phrases[hit - 1].lexicon == lexicon) return true;
  }
  return false;
}

bool Occasions::is_speech(std::uint32_t token) const {
  return std::any_of(words_.speech.begin(), words_.speech.end(), [&](int lexicon) { return in(token, lexicon); });
}

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
  if (in(token, words_.dated) || behind_article) return false;
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

// "Monday's speech is a test": the noun is dated. "In Sunday's interview, Rossi said" dates what is said.
bool Occasions::belongs_to_noun(DateChunk const& date) const {
  return date.last < table_.tokens.size() && table_.tokens[date.last].is(feature::possessive) &&
         (date.first == 0 || !in(date.first - 1, words_.preposition));
}

// "since Monday", "until last week": the date is where something else begins or ends.
// What itself has a beginning and an end, or an hour ("after midnight on Monday"), is meant as a whole.
bool Occasions::bounds(DateChunk const& date, Range sentence, Range source) const {
  if (date.first == sentence.first) return belongs_to_noun(date);
  // "critics who on Sunday called it so", "said that on Monday the harbour would shut"
  std::uint32_t const lead = in(date.first - 1, words_.preposition) && date.first - 1 > sentence.first ? date.first - 2 : date.first - 1;
  if ((in(lead, words_.opener) && !source.contains(lead)) || belongs_to_noun(date)) return true;
  if (!in(date.first - 1, words_.boundary)) return false;
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
    if (in(at, words_.finite) || table_.tokens[at].is(feature::comma | feature::colon | feature::semicolon)) break;
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

void Occasions::ask(std::uint32_t token) {
  constexpr std::uint32_t longest_phrase = 4;  // "a long telephone interview"
  Range const sentence = sentence_of(token);
  if (asked_ == sentence.first) return;
  asked_ = sentence.first;
  asked_apart_ = asked_elsewhere_ = false;
  std::uint32_t article = no_index;
  for (std::uint32_t at = sentence.first; at < sentence.last; at += std::max(table_.tokens[at].width, 1u)) {
    if (in(at, words_.indefinite)) article = at;
    if (!in(at, words_.apart)) continue;
    asked_apart_ = true;
    asked_elsewhere_ |= article != no_index && at - article <= longest_phrase;
  }
}

// The nearest wins; of two equally near the first. A path that is not clear stays so farther on, so that in each direction
// only dates up to the first such are looked at: a sentence may hold thousands.
DateChunk const* Occasions::beside(Link const& link) const {
  Range const sentence = sentence_of(link.cue.first);
  std::uint32_t const clause_first = link.source.empty() ? link.cue.first : std::min(link.source.first, link.cue.first);
  std::uint32_t const clause_last = std::max({link.cue.last, link.source.last, link.addressee.last});
  auto const at_or_after = [&](std::uint32_t place) {
    return std::lower_bound(dates_.begin(), dates_.end(), place, [](DateChunk const& d, std::uint32_t token) { return d.first < token; });
  };
  auto const fits = [&](DateChunk const& date) { return !link.source.contains(date.first) && !bounds(date, sentence, link.source); };
  DateChunk const* best = nullptr;
  std::uint32_t best_distance = 0xFFFFFFFFu, distance = 0;
  auto const take = [&](DateChunk const& date, std::uint32_t far) {
    if (far < best_distance) best_distance = far, best = &date;
  };
  auto const begin = at_or_after(sentence.first), clause = at_or_after(std::max(clause_first, sentence.first));
  bool const lends = !is_parenthesis(clause_last, sentence) && !is_timeless(link.verb);
  // "On Tuesday, Rossi said"
  for (auto date = clause; date != begin;) {
    --date;
    if (!clear_path(date->last, clause_first, farthest_before, distance)) break;
    if (!fits(*date) || date->last > sentence.last) continue;
    if (lends || !is_fronted(*date, sentence)) take(*date, distance + 2);
    break;
  }
  // "In May, as the ships left, Rossi said"
  for (auto date = begin; lends && date != clause && date->first <= sentence.first + farthest_before; ++date)
    if (fits(*date) && is_fronted(*date, sentence) && leads_aside(*date, clause_first)) take(*date, 5);
  for (auto date = clause; date != dates_.end() && date->last <= sentence.last; ++date) {
    if (date->first < clause_last) {
      bool const behind_source = !link.source.empty() && link.source.last <= date->first;
      if (fits(*date) && !(behind_source && stands_aside({link.source.last, date->first}))) take(*date, 1);  // "Rossi on Tuesday said"
      continue;
    }
    if (!clear_path(clause_last, date->first, farthest_after, distance)) break;
    if (fits(*date)) {
      take(*date, distance);
      break;
    }
  }
  return best;
}

}  // namespace whosaid
