#include "dates/dater.hpp"

#include <algorithm>
#include <chrono>

#include "dates/calendar.hpp"

namespace whosaid {
namespace {

constexpr std::uint32_t longest_reach = 40;    // paragraphs that a day stays with its speaker
constexpr std::uint32_t gathering_reach = 15;  // paragraphs that the day of a gathering covers
constexpr std::uint32_t backward_reach = 8;    // paragraphs before "the remarks came on Monday" that it dates
constexpr std::uint32_t scene_reach = 2;       // paragraphs without a quote from it after which a gathering told of later is over
constexpr std::uint32_t lead_in = 3;           // paragraphs after which "in an interview" is another occasion
constexpr int nearest = 10;                    // days before the report: older occasions are background

std::optional<calendar::Days> to_days(std::optional<Day> const& day) {
  return day ? calendar::make_day(day->year, day->month, day->day) : std::nullopt;
}

bool is_day(std::string_view iso) { return iso.size() == 10 && parse_iso_day(iso); }

}  // namespace

Dater::Dater(TokenTable& table, std::vector<Speaker> const& speakers, DayFrame frame, grammar::Language const& language, DateWords const& words,
             grammar::Scratch& scratch)
    : table_(table), speakers_(speakers), language_(language), names_(words.names), frame_(frame),
      occasions_(table, speakers, frame.dateline, frame.zones, language, words.names, words.occasions, scratch),
      last_(speakers.size()), first_(speakers.size()) {}

void Dater::date(Attributed const& one, Resolution const* who, bool nested, SaidWhen& when) {
  std::uint32_t const place = one.link.cue.first, paragraph = table_.paragraph_of(place);
  Range const sentence = occasions_.sentence_of(place);
  pass_until(sentence.first);  // "the next day" is counted from the day before this sentence
  if (date_beside(one, who, paragraph, when)) return;
  pass_until(sentence.last);
  if (release_ && is_document(who) && !nested && paragraph - release_->paragraph <= gathering_reach) {
    when = {release_->iso, DateBasis::event, release_->expression, {}};
    return;
  }
  bool const timeless = !heading_at(paragraph) && occasions_.is_timeless(one.link.verb);
  // "Police say he told the girl": not when the police were heard.
  if (!one.around.reported_by.empty() && one.around.reported_by.first < one.link.cue.first) return;
  if (nested || one.link.future || (timeless && !occasions_.is_present(one.link.verb)) || occasions_.is_elsewhen(one.link)) return;
  // "hailed", "showed", "believed": no act of speech that an occasion could date.
  if (occasions_.is_owned(one.link)) return;  // "his call for “a ban”": made at another time
  if (one.link.kind == CueClass::attitude || one.link.kind == CueClass::show || one.link.kind == CueClass::thought) return;
  Given const* const given = day_of(one, who, paragraph);
  if (given == nullptr || is_told(one, *given)) return;
  // "Rossi dismissed it on Tuesday. He says …": not long after.
  if (timeless && (paragraph - given->paragraph > 1 || !given->spoken || !is_day(given->iso) || !is_last_of(*given, who) ||
                   given->expression.begin >= table_.tokens[sentence.first].begin))
    return;
  when.expression = given->expression;
  when.date = given->iso;
  when.basis = DateBasis::event;
}

// The day with which one of these was heard last.
bool Dater::is_last_of(Given const& given, Resolution const* who) const {
  return who != nullptr && std::any_of(who->speakers.begin(), who->speakers.end(), [&](SpeakerId id) {
    auto const& last = last_[id.value];
    return last && last->expression.begin == given.expression.begin;
  });
}

bool Dater::date_beside(Attributed const& one, Resolution const* who, std::uint32_t paragraph, SaidWhen& when) {
  auto const* chunk = occasions_.beside(one.link, one.content);
  if (chunk == nullptr) return false;
  if ((!latest_ || latest_->paragraph + 1 < paragraph) && keeps_the_day(*chunk) && day_of(one, who, paragraph) != nullptr) return false;
  auto resolved = resolve(*chunk, one.link.future ? Tense::future : Tense::past);
  if (resolved.iso.empty() && (occasions_.is_of_event(*chunk) || keeps_the_day(*chunk))) return false;
  if (!one.link.future && occasions_.is_still_to_come(*chunk) && parse_iso_day(resolved.iso) != frame_.anchor) return false;
  if (!one.link.future && is_after_anchor(resolved.iso)) return false;
  when.expression = table_.span(chunk->first, chunk->last);
  when.ambiguous = std::move(resolved.alternatives);
  when.date = std::move(resolved.iso);
  when.basis = when.date.empty() ? DateBasis::none : DateBasis::explicit_;
  settled_ = {chunk->first, when.date};
  if (when.date.empty() || one.link.future) return true;
  Given given{when.date, *when.expression, paragraph, false, true};
  // What lies far back, or is no day, goes no further than its paragraph.
  bool const day = is_day(when.date);
  if (day && (!frame_.anchor || is_news(when.date))) {
    // What is heard on other days as well is no report of one gathering.
    if (gathering_ && gathering_->iso != given.iso) gathering_.reset();
    give(who, std::move(given));
    return true;
  }
  if (day) latest_ = given;
  if (who != nullptr && !who->speakers.empty()) aside_ = {who->speakers.front(), std::move(given)};
  return true;
}

Dater::Given const* Dater::day_of(Attributed const& one, Resolution const* who, std::uint32_t paragraph) {
  std::uint32_t const place = one.link.cue.first;
  Given const* given = nullptr;
  if (who != nullptr)
    for (auto const speaker : who->speakers)
      if (auto const& last = last_[speaker.value]; last && (given == nullptr || last->paragraph > given->paragraph)) given = &*last;
  // "She said in March that … She added …": a month goes no further than its paragraph.
  if (aside_ && aside_->second.paragraph == paragraph && who != nullptr && !who->speakers.empty() &&
      who->speakers.front() == aside_->first && (aside_->second.only_at == no_index || aside_->second.only_at == occasions_.sentence_of(place).first))
    given = &aside_->second;
  if (given != nullptr && paragraph - given->paragraph >= lead_in &&
      (occasions_.is_elsewhere(place) || occasions_.is_elsewhere(table_.paragraphs[paragraph]))) {
    for (auto const speaker : who->speakers) last_[speaker.value].reset();
    return nullptr;
  }
  if (given != nullptr && given->paragraph < paragraph && occasions_.is_scene(paragraph)) {
    for (auto const speaker : who->speakers) last_[speaker.value].reset();
    given = nullptr;
  }
  if (Given const* const heading = heading_at(paragraph); heading != nullptr && (given == nullptr || given->paragraph < heading->paragraph)) return heading;
  // "At their debate last Wednesday, each was asked …" ¶ "Modesty," Burke said.
  if (scene_ && paragraph > scene_->paragraph && paragraph - scene_->paragraph <= scene_reach && (given == nullptr || given->paragraph < scene_->paragraph) &&
      is_guest(who) && !occasions_.is_apart(place)) {
    scene_->paragraph = paragraph;
    return &*scene_;
  }
  if (given == nullptr && latest_ && latest_->paragraph == paragraph &&
      (latest_->opens || who == nullptr || who->speakers.empty() || who->form == MentionForm::pronoun))
    given = &*latest_;
  std::uint32_t reach = longest_reach;
  if (given == nullptr && occasions_.is_exchange(one.link.verb)) given = exchange_at(paragraph);
  if (given == nullptr && gathering_ && is_guest(who) && !occasions_.is_apart(place) && !occasions_.tells_the_press(one.link)) {
    // "On Thursday it was the turn of the defence. “He loved her,” Yee said.": the gathering goes on.
    bool const another_day = latest_ && latest_->paragraph == paragraph && latest_->iso != gathering_->iso;
    given = another_day ? &*latest_ : &*gathering_;
    reach = gathering_reach;
  }
  return given != nullptr && paragraph - given->paragraph <= reach ? given : nullptr;
}

void Dater::date_reply(std::uint32_t place, SaidWhen& when) {
  std::uint32_t const paragraph = table_.paragraph_of(place);
  Range const sentence = occasions_.sentence_of(place);
  if (occasions_.has_date(sentence)) return;
  pass_until(sentence.first);
  Given const* given = exchange_at(paragraph);
  // "In a video on Monday, Rossi asked who would pay." ¶ "Not us."
  if (given == nullptr && latest_ && latest_->spoken && occasions_.sentence_of(table_.at_or_after(latest_->expression.begin)).last == sentence.first) given = &*latest_;
  if (given == nullptr) given = heading_at(paragraph);
  if (given != nullptr) when = {given->iso, DateBasis::event, given->expression, {}};
}

void Dater::heard(std::uint32_t place, SaidWhen const& when) {
  if (!when.expression || !is_news(when.date)) exchange_.reset();
  else exchange_ = Given{when.date, *when.expression, table_.paragraph_of(place), false, true};
}

Dater::Given const* Dater::look_back(std::uint32_t paragraph, Resolution const& who) const {
  constexpr int most = 8;  // a page may hold thousands
  auto one = std::lower_bound(backward_.begin(), backward_.end(), paragraph,
                              [](auto const& entry, std::uint32_t place) { return entry.first.paragraph < place; });
  for (int tried = 0; one != backward_.end() && tried < most; ++one, ++tried) {
    auto const& [given, speaker] = *one;
    if (given.paragraph - paragraph > backward_reach) break;
    if (std::find(who.speakers.begin(), who.speakers.end(), speaker) != who.speakers.end()) return &given;
  }
  return nullptr;
}

Dater::Given const* Dater::headline_of(Resolution const& who) const {
  for (auto const speaker : who.speakers)
    if (first_[speaker.value]) return &*first_[speaker.value];
  return nullptr;
}

// A report, a lawsuit: it says the same whatever the tense, since it was released.
bool Dater::is_document(Resolution const* who) const {
  return who != nullptr && who->speakers.size() == 1 && speakers_[who->speakers.front().value].type == SpeakerType::document;
}

// One who may have been at a gathering: a body or a crowd is quoted from anywhere.
bool Dater::is_guest(Resolution const* who) const {
  if (who == nullptr) return true;
  return std::all_of(who->speakers.begin(), who->speakers.end(), [&](SpeakerId id) {
    SpeakerType const type = speakers_[id.value].type;
    return type == SpeakerType::person || type == SpeakerType::unknown;
  });
}

// "A man died on Monday, police said": the day of what is told.
bool Dater::is_told(Attributed const& one, Given const& given) const {
  if (occasions_.leaves_to_words(one.link, table_.at_or_after(given.expression.begin))) return true;
  return std::any_of(one.content.begin(), one.content.end(), [&](Range range) {
    Span const words = table_.span(range.first, range.last);
    if (given.expression.begin < words.begin || words.end < given.expression.end) return false;
    return range.first < one.link.cue.first || occasions_.tells({range.first, table_.at_or_after(given.expression.begin)});
  });
}

// "12:45 p.m." over a post: all in it is of that time. One such line alone may be anything.
Dater::Given const* Dater::heading_at(std::uint32_t paragraph) const {
  return heading_ && occasions_.headings() > 1 && paragraph - heading_->paragraph <= longest_reach ? &*heading_ : nullptr;
}

// The day of the quote before, as long as no paragraph of narration has come between.
Dater::Given const* Dater::exchange_at(std::uint32_t paragraph) const {
  return exchange_ && paragraph - exchange_->paragraph <= 1 ? &*exchange_ : nullptr;
}

// What has been said was not said tomorrow. Months and years are judged by their first day.
bool Dater::is_after_anchor(std::string_view iso) const {
  auto first = to_days(parse_iso_day(iso));
  if (!first) first = to_days(parse_iso_day(std::string{iso.substr(0, 7)} + "-01"));
  auto const today = to_days(frame_.anchor);
  return first && today && *first > *today;
}

// A single day that lies shortly before the report.
bool Dater::is_news(std::string_view iso) const {
  auto const day = iso.size() == 10 ? to_days(parse_iso_day(iso)) : std::nullopt;
  auto const today = to_days(frame_.anchor);
  return day && today && *day <= *today && (*today - *day).count() <= nearest;
}

void Dater::give(Resolution const* who, Given given) {
  if (who != nullptr)
    for (auto const speaker : who->speakers) {
      last_[speaker.value] = given;
      if (!first_[speaker.value] && given.paragraph < opening) first_[speaker.value] = given;
    }
  latest_ = std::move(given);
}

// Occasions up to a place reach the people whom their sentences name: the last day of a sentence counts.
void Dater::pass_until(std::uint32_t token) {
  auto const& list = occasions_.list();
  while (next_ < list.size() && list[next_].sentence.first < token) {
    std::uint32_t const sentence = list[next_].sentence.first;
    bool news = false;
    auto const first = next_;
    for (; next_ < list.size() && list[next_].sentence.first == sentence; ++next_) {
      auto const& one = list[next_];
      auto const& chunk = occasions_.dates()[one.chunk];
      // A date beside a cue was counted already; "the next day" must not be counted from itself.
      auto iso = settled_.first == chunk.first ? settled_.second : resolve(chunk, Tense::past).iso;
      if (iso.empty()) continue;
      Given given{std::move(iso), table_.span(chunk.first, chunk.last), one.paragraph, one.opens, one.spoken};
      if (one.heading) {
        heading_ = std::move(given);
        continue;
      }
      if (!is_news(given.iso)) {
        if (one.told_at && one.subject.valid() && !is_after_anchor(given.iso)) {
          given.only_at = one.sentence.last;
          aside_ = {one.subject, std::move(given)};
        }
        continue;
      }
      if (one.evening && frame_.anchor == parse_iso_day(given.iso)) continue;
      news = true;
      latest_ = std::move(given);
      if (one.looks_back && one.subject.valid()) backward_.emplace_back(*latest_, one.subject);
      if (one.gathering && !gathering_ && one.paragraph < opening) gathering_ = latest_;
      if (one.releases) release_ = latest_;
      if (one.gathering && one.opens && one.paragraph > 0) scene_ = latest_;
    }
    if (!news) continue;
    for (auto const speaker : occasions_.people(list[first])) last_[speaker.value] = latest_;
  }
}

}  // namespace whosaid
