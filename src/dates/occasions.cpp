#include "dates/occasions.hpp"

#include <algorithm>

namespace whosaid {
namespace {

constexpr std::uint32_t farthest_after = 12;   // tokens between a cue and the date behind it
constexpr std::uint32_t farthest_before = 14;  // and the date before it

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

Occasions::Occasions(TokenTable& table, std::vector<Speaker> const& speakers, grammar::Language const& language,
                     grammar::Scratch& scratch)
    : table_(table), vocabulary_(language.vocabulary()) {
  finite_ = vocabulary_.lexicon("finite_verb");
  aux_ = vocabulary_.lexicon("aux");
  present_ = vocabulary_.lexicon("present_verb");
  gathering_ = vocabulary_.lexicon("gathering");
  apart_ = vocabulary_.lexicon("apart");
  perfect_ = vocabulary_.lexicon("perfect_aux");
  boundary_ = vocabulary_.lexicon("date_boundary");
  for (auto const* name : {"speech_verb", "report_verb", "ask_verb", "venue"})
    speech_.push_back(vocabulary_.lexicon(name));

  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < end; at += std::max(table.tokens[at].width, 1u))
    if (at == 0 || table.tokens[at].is(feature::sentence_start | feature::paragraph_start)) sentences_.push_back(at);
  sentences_.push_back(end);
  dates_ = find_dates(table, 0, end, language, scratch);

  auto const named = by_place(table, speakers);
  for (std::uint32_t i = 0; i < dates_.size(); ++i) {
    Occasion one;
    one.chunk = i;
    one.sentence = sentence_of(dates_[i].first);
    if (!stands_with_speech(dates_[i], one.sentence)) continue;
    one.paragraph = table.paragraph_of(dates_[i].first);
    if (!list_.empty() && list_.back().sentence.first == one.sentence.first) {
      // What belongs to the sentence is found once, however many dates it has.
      one.gathering = list_.back().gathering;
      one.people_first = list_.back().people_first;
      one.people_count = list_.back().people_count;
    } else {
      one.gathering = holds(one.sentence, gathering_);
      one.people_first = static_cast<std::uint32_t>(people_.size());
      auto from = std::lower_bound(named.begin(), named.end(), one.sentence.first,
                                   [](Named const& n, std::uint32_t token) { return n.token < token; });
      for (; from != named.end() && from->token < one.sentence.last; ++from) people_.push_back(from->speaker);
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
  if (in(verb, present_)) return true;
  for (std::uint32_t back = 1; back <= 3 && back <= verb; ++back)  // "has never said"
    if (in(verb - back, perfect_)) return true;
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
  return std::any_of(speech_.begin(), speech_.end(), [&](int lexicon) { return in(token, lexicon); });
}

// Nothing that opens another statement between two places: a quote, a finite verb, a second clause.
bool Occasions::clear_path(std::uint32_t from, std::uint32_t to, std::uint32_t most, std::uint32_t& distance) const {
  distance = 0;
  for (std::uint32_t at = from; at < to; at += std::max(table_.tokens[at].width, 1u)) {
    if (++distance > most) return false;
    Token const& token = table_.tokens[at];
    if (token.is(feature::quote | feature::colon | feature::semicolon) || in(at, finite_) || in(at, aux_)) return false;
  }
  return true;
}

// "since Monday", "until last week": the date is where something else begins or ends.
bool Occasions::bounds(DateChunk const& date, Range sentence) const {
  return date.first > sentence.first && in(date.first - 1, boundary_);
}

bool Occasions::stands_with_speech(DateChunk const& date, Range sentence) const {
  if (bounds(date, sentence)) return false;
  std::uint32_t steps = 0;
  for (std::uint32_t at = date.first; at > sentence.first && steps < farthest_after; ++steps) {
    --at;
    if (is_speech(at)) return true;
    if (in(at, finite_) || table_.tokens[at].is(feature::colon | feature::semicolon)) break;
  }
  steps = 0;
  for (std::uint32_t at = date.last; at < sentence.last && steps < farthest_before; ++steps) {
    if (is_speech(at)) return true;
    if (in(at, finite_) || table_.tokens[at].is(feature::quote | feature::colon | feature::semicolon)) break;
    at += std::max(table_.tokens[at].width, 1u);
  }
  return false;
}

bool Occasions::is_apart(std::uint32_t token) {
  Range const sentence = sentence_of(token);
  if (asked_ != sentence.first) asked_ = sentence.first, asked_apart_ = holds(sentence, apart_);
  return asked_apart_;
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
  auto const fits = [&](DateChunk const& date) { return !link.source.contains(date.first) && !bounds(date, sentence); };
  DateChunk const* best = nullptr;
  std::uint32_t best_distance = 0xFFFFFFFFu, distance = 0;
  auto const take = [&](DateChunk const& date, std::uint32_t far) {
    if (far < best_distance) best_distance = far, best = &date;
  };
  auto const begin = at_or_after(sentence.first), clause = at_or_after(std::max(clause_first, sentence.first));
  // "In May, as the ships left, Rossi said"
  std::uint32_t const opening = sentence.first + 2;
  for (auto date = begin; date != clause && date->first <= opening; ++date)
    if (fits(*date) && date->last <= sentence.last) take(*date, 5);
  // "On Tuesday, Rossi said"
  for (auto date = clause; date != begin && (date - 1)->first > opening;) {
    --date;
    if (!clear_path(date->last, clause_first, farthest_before, distance)) break;
    if (fits(*date) && date->last <= sentence.last) {
      take(*date, distance + 2);
      break;
    }
  }
  for (auto date = clause; date != dates_.end() && date->last <= sentence.last; ++date) {
    if (date->first < clause_last) {
      if (fits(*date)) take(*date, 1);  // "Rossi on Tuesday said"
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
