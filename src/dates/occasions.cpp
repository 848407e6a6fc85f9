#include "dates/occasions.hpp"

#include <algorithm>
#include <utility>

namespace whosaid {
namespace {

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
      of_gathering(language.vocabulary().lexicon("of_gathering")),
      life(language.vocabulary().lexicon("life_participle")),
      having(language.vocabulary().lexicon("having")),
      source_opener(language.vocabulary().lexicon("source_opener")),
      commenting(language.vocabulary().lexicon("commenting")),
      appear(language.vocabulary().lexicon("appear_verb")),
      when(language.vocabulary().lexicon("when")),
      looking_back(language.vocabulary().lexicon("looking_back")),
      future(language.vocabulary().lexicon("future_aux")),
      indefinite(language.vocabulary().lexicon("indefinite")),
      planned(language.vocabulary().lexicon("planned")),
      scene(language.vocabulary().lexicon("place_preposition")),
      venue(language.vocabulary().lexicon("venue")),
      relative(language.vocabulary().lexicon("pronoun_relative")),
      personal(language.vocabulary().lexicon("pronoun_personal")),
      opener(language.vocabulary().lexicon("clause_opener")),
      complementizer(language.vocabulary().lexicon("complementizer")),
      dated(language.vocabulary().lexicon("dated_participle")),
      determiner(language.vocabulary().lexicon("determiner")),
      possessive(language.vocabulary().lexicon("pronoun_possessive")),
      preposition(language.vocabulary().lexicon("preposition")),
      conjunction(language.vocabulary().lexicon("conjunction")),
      exchange(language.vocabulary().lexicon("exchange_verb")),
      day_end(language.vocabulary().lexicon("day_end")),
      document(language.vocabulary().lexicon("document_noun")),
      tell(language.vocabulary().lexicon("tell_verb")),
      agent(language.vocabulary().lexicon("agent")),
      behind(language.vocabulary().lexicon("behind")),
      just_over(language.vocabulary().lexicon("just_over")),
      still_to_come(language.vocabulary().lexicon("still_to_come")),
      lasting(language.vocabulary().lexicon("lasting")),
      cleft(language.vocabulary().lexicon("cleft")),
      elsewhen(language.vocabulary().lexicon("elsewhen")),
      within(language.vocabulary().lexicon("within")),
      event(language.vocabulary().lexicon("date_event")),
      at(language.vocabulary().lexicon("at_place")),
      seen(language.vocabulary().lexicon("seen_participle")),
      event_verb(language.vocabulary().lexicon("event_verb")),
      hearer(language.vocabulary().lexicon("hearer")),
      public_body(language.vocabulary().lexicon("public_body")),
      organisation(language.chunk_kind("organisation")),
      speech(language.vocabulary().word_count() + 1, 0),
      whole{language.capture("end_year"), language.capture("end_month"), language.capture("end_day"),
            language.capture("end_weekday"), language.capture("clock"), language.capture("hour")},
      event_capture(language.capture("event")) {
  ClassSet lists;
  for (auto const* name : {"speech_verb", "report_verb", "ask_verb", "venue", "appear_verb"})
    if (int const lexicon = language.vocabulary().lexicon(name); lexicon >= 0) lists.add(static_cast<std::uint16_t>(lexicon));
  for (std::uint32_t word = 1; word < speech.size(); ++word) speech[word] = language.vocabulary().classes(word).has_any_of(lists);
}

Occasions::Occasions(TokenTable& table, std::vector<Speaker> const& speakers, Range dateline, Zones const& zones, grammar::Language const& language, DateNames const& names,
                     OccasionWords const& words, grammar::Scratch& scratch)
    : table_(table), vocabulary_(language.vocabulary()), dateline_(dateline), zones_(zones), words_(words) {
  // Dates are looked for where some word tells one, in sentences that follow each other at once.
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  std::uint32_t sought = end;  // where the sentences begin that have such a word
  std::uint32_t opened = 0;    // of this sentence
  bool tells = false;
  auto const close_sentence = [&](std::uint32_t at) {
    if (sought < at && !tells) find_dates(table, sought, opened, language, names, scratch, dates_);
    if (!tells) sought = end;
    else if (sought == end) sought = opened;
    tells = false;
  };
  for (std::uint32_t at = 0; at < end; at += std::max(table.tokens[at].width, 1u)) {
    if (at == 0 || table.tokens[at].is(feature::sentence_start | feature::paragraph_start)) {
      if (at != 0) close_sentence(at);
      opened = at;
    }
    tells = tells || names.tells(table, table.tokens[at]);
  }
  if (end > 0) close_sentence(end);
  if (sought < end) find_dates(table, sought, end, language, names, scratch, dates_);
  if (dates_.empty()) return;

  auto const named = by_place(table, speakers);
  std::uint32_t asked = no_index;  // a sentence may hold thousands of dates
  bool gathers = false;
  for (std::uint32_t i = 0; i < dates_.size(); ++i) {
    Occasion one;
    one.chunk = i;
    one.sentence = sentence_of(dates_[i].first);
    if ((is_beside_the_report(dates_[i]) && !heads_entry(dates_[i])) || in_aside(dates_[i], one.sentence) || is_of_reading(dates_[i], one.sentence)) continue;
    bool const looks_back = holds({one.sentence.first, std::min(one.sentence.first + subject, dates_[i].first)}, words_.looking_back);
    bool const fronted = is_fronted(dates_[i], one.sentence) && !belongs_to_noun(dates_[i]) && !belongs_to_event(dates_[i]) &&
                         !(dates_[i].first > 0 && in(dates_[i].first - 1, words_.lasting));
    one.paragraph = table.paragraph_of(dates_[i].first);
    if (std::exchange(asked, one.sentence.first) != one.sentence.first) gathers = holds(one.sentence, words_.gathering);
    // "More than 200 parents filled the hall on Monday to tell the school board": the report is of this occasion.
    bool const reported = gathers && one.paragraph < opening && !bounds(dates_[i], one.sentence, {});
    one.spoken = !looks_back && !fronted && !reported;
    if (one.spoken && !stands_with_speech(dates_[i], one.sentence)) continue;
    if (is_ahead(dates_[i], one.sentence)) continue;
    one.heading = is_heading(dates_[i]);
    headings_ += one.heading;
    one.gathering = gathers;
    one.evening = reported && holds({dates_[i].first, dates_[i].last}, words_.day_end);
    std::uint32_t const place_end = std::min(dates_[i].last + subject, one.sentence.last);  // "On Monday, at a rally"
    one.told_at = fronted && holds({one.sentence.first, place_end}, words_.venue);
    one.spoken |= one.told_at;
    one.opens = (one.told_at || (fronted && stands_with_speech(dates_[i], one.sentence))) && one.sentence.first == table.paragraphs[one.paragraph];
    one.looks_back = looks_back;
    one.releases = is_of_release(dates_[i]);
    if (!list_.empty() && list_.back().sentence.first == one.sentence.first) {
      // What belongs to the sentence is found once, however many dates it has.
      one.subject = list_.back().subject;
      one.people_first = list_.back().people_first;
      one.people_count = list_.back().people_count;
    } else {
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

bool Occasions::is_beside_the_report(DateChunk const& date) const {
  if (dateline_.contains(date.first)) return true;
  std::uint32_t const place = table_.tokens[date.first].begin;
  if (zones_.published && zones_.published->begin <= place && place < zones_.published->end) return true;
  auto const note = std::upper_bound(zones_.corrections.begin(), zones_.corrections.end(), place, [](std::uint32_t at, Span one) { return at < one.end; });
  if (note != zones_.corrections.end() && note->begin <= place) return true;
  Section const section = zones_.section_of(date.first);
  return section == Section::boilerplate || section == Section::related || section == Section::caption;
}

bool Occasions::has_date(Range range) const {
  auto const date = std::lower_bound(dates_.begin(), dates_.end(), range.first, [](DateChunk const& d, std::uint32_t token) { return d.first < token; });
  return date != dates_.end() && date->first < range.last;
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
  return words_.speech[table_.tokens[token].word] != 0;
}

bool Occasions::speaks(Range words) const {
  for (std::uint32_t at = words.first; at < words.last; ++at)
    if (is_speech(at) && !in(at, words_.event_verb)) return true;
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
    if (!in(at, words_.apart) || (at > sentence.first && in(at - 1, words_.of_gathering))) continue;  // "in her closing statement"
    asked_apart_ = true;
    asked_elsewhere_ |= article != no_index && at - article <= longest_phrase;
  }
}

// "In a video posted on Monday, Rossi says": the video is of Monday, whatever the tense.
bool Occasions::dates_words(DateChunk const& date, Range sentence) const {
  if (date.first == sentence.first) return false;
  if (names_words(date.last)) return true;  // "In her 2015 book, Rossi calls it …"
  return holds({sentence.first, date.first}, words_.venue) || in(date.first - 1, words_.dated) || (date.first - 1 > sentence.first && in(date.first - 2, words_.dated));
}

// The nearest wins; of two equally near the first. A path that is not clear stays so farther on, so that in each direction
// only dates up to the first such are looked at: a sentence may hold thousands.
DateChunk const* Occasions::beside(Link const& link, std::span<Range const> content) const {
  Range const sentence = sentence_of(link.cue.first);
  std::uint32_t const clause_first = link.source.empty() ? link.cue.first : std::min(link.source.first, link.cue.first);
  std::uint32_t const clause_last = std::max({link.cue.last, link.source.last, link.addressee.last});
  auto const at_or_after = [&](std::uint32_t place) {
    return std::lower_bound(dates_.begin(), dates_.end(), place, [](DateChunk const& d, std::uint32_t token) { return d.first < token; });
  };
  auto const fits = [&](DateChunk const& date) {
    if (link.source.contains(date.first)) return signs(date, link);
    if (link.addressee.contains(date.first) && date.first > link.addressee.first && in(link.verb, words_.tell)) return true;  // "told the 2022 Arden Forum"
    return !dateline_.contains(date.first) && !is_told(date, link, content) && !in_aside(date, sentence, link.cue.first) && !bounds(date, sentence, link.source);
  };
  DateChunk const* best = nullptr;
  std::uint32_t best_distance = 0xFFFFFFFFu, distance = 0;
  auto const take = [&](DateChunk const& date, std::uint32_t far) {
    if (is_of_event(date)) far += 2 * farthest_before;  // any other date is surer
    if (far < best_distance) best_distance = far, best = &date;
  };
  auto const begin = at_or_after(sentence.first), clause = at_or_after(std::max(clause_first, sentence.first));
  bool const parenthesis = is_parenthesis(clause_last, sentence), timeless = is_timeless(link.verb);
  bool const lends = !parenthesis && !timeless;
  // "On Tuesday, Rossi said"
  for (auto date = clause; date != begin;) {
    --date;
    if (!clear_path(behind_cleft(*date, sentence), clause_first, farthest_before, distance)) break;
    if (date->last < sentence.last && in(date->last, words_.agent) && (date->last + 1 == clause_first || in(clause_first, words_.relative))) break;  // "found on Monday by Rossi, who said"
    if (!fits(*date) || date->last > sentence.last) continue;
    if (lends || !is_fronted(*date, sentence) || (timeless && !parenthesis && dates_words(*date, sentence))) take(*date, distance + 2);
    if (is_of_event(*date)) continue;
    break;
  }
  // "In May, as the ships left, Rossi said"
  for (auto date = begin; lends && date != clause && date->first <= sentence.first + farthest_before; ++date)
    if (fits(*date) && is_fronted(*date, sentence) && leads_aside(*date, clause_first)) take(*date, 5);
  // "Asked on Tuesday about the strike that began on Monday, Rossi said"
  for (auto date = begin; lends && date != clause && date->first <= sentence.first + farthest_before; ++date)
    if (!bounds(*date, sentence, link.source) && opens_asked(*date, sentence, clause_first)) take(*date, 5);
  for (auto date = clause; date != dates_.end() && date->last <= sentence.last; ++date) {
    if (date->first < clause_last) {
      bool const behind_source = !link.source.empty() && link.source.last <= date->first;
      if (fits(*date) && !(behind_source && stands_aside({link.source.last, date->first}))) take(*date, 1);  // "Rossi on Tuesday said"
      continue;
    }
    if (in_when_clause(*date, clause_last, sentence) && fits(*date)) {
      take(*date, farthest_after);
      break;
    }
    if (!clear_path(clause_last, date->first, farthest_after, distance)) break;
    bool const at_once = date->first == clause_last + 1 && in(clause_last, words_.preposition);  // "what he argued in 2004 was wrong"
    if (!at_once && date->last < sentence.last && in(date->last, words_.aux)) break;             // "said cuts last month had been small"
    if (fits(*date)) {
      take(*date, distance);
      break;
    }
  }
  return best;
}

}  // namespace whosaid
