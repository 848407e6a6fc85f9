// Days as the narration gives them to speakers, walked once from the first attribution to the last.
//
// The idea: a report names its day once ("Rossi said on Tuesday that …", "At a rally in Arden on Monday …") and then lets
// its people go on. So a day, once given, stays with those whom its sentence names until another is given to them; one that
// lies far back stays in its paragraph. A gathering in the report's opening (a trial, a hearing, a match) gives its day to the
// people who are quoted from it, a dated quote to the question or answer next to it.
// It fails where a story returns from the past without saying so.
// Only for said_when.cpp. Tests: tests/unit/dates_said_when_test.cpp.
#pragma once
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dates/calendar.hpp"
#include "dates/occasions.hpp"
#include "dates/said_when.hpp"

namespace whosaid {

class Dater {
 public:
  // A day as it was given to somebody.
  struct Given {
    std::string iso;
    Span expression;
    std::uint32_t paragraph = 0;
    bool opens = false;  // the paragraph begins with it
  };

  Dater(TokenTable& table, std::vector<Speaker> const& speakers, Range dateline, std::optional<Day> anchor, std::string_view locale,
        grammar::Language const& language, DateWords const& words, grammar::Scratch& scratch)
      : table_(table), speakers_(speakers), language_(language), names_(words.names), anchor_(anchor), locale_(locale),
        occasions_(table, speakers, dateline, language, words.names, words.occasions, scratch),
        last_(speakers.size()), first_(speakers.size()) {}

  // `nested`: a quote inside a quote, whose words were said at another time than the outer ones.
  void date(Attributed const& one, Resolution const* who, bool nested, SaidWhen& when) {
    std::uint32_t const place = one.link.cue.first, paragraph = table_.paragraph_of(place);
    Range const sentence = occasions_.sentence_of(place);
    pass_until(sentence.first);  // "the next day" is counted from the day before this sentence
    if (auto const* chunk = occasions_.beside(one.link, one.content)) {
      auto resolved = resolve(*chunk, one.link.future ? Tense::future : Tense::past);
      if (one.link.future || !is_after_anchor(resolved.iso)) {
        when.expression = table_.span(chunk->first, chunk->last);
        when.ambiguous = std::move(resolved.alternatives);
        when.date = std::move(resolved.iso);
        when.basis = when.date.empty() ? DateBasis::none : DateBasis::explicit_;
        settled_ = {chunk->first, when.date};
        if (when.date.empty() || one.link.future) return;
        Given given{when.date, *when.expression, paragraph};
        // What lies far back, or is no day, goes no further than its paragraph.
        bool const day = is_day(when.date);
        if (day && (!anchor_ || is_news(when.date))) {
          // What is heard on other days as well is no report of one gathering.
          if (gathering_ && gathering_->iso != given.iso) gathering_.reset();
          give(who, std::move(given));
          return;
        }
        if (day) latest_ = given;
        if (who != nullptr && !who->speakers.empty()) aside_ = {who->speakers.front(), std::move(given)};
        return;
      }
    }
    pass_until(sentence.last);
    if (nested || one.link.future || occasions_.is_timeless(one.link.verb) || occasions_.is_elsewhen(one.link)) return;
    // "hailed", "showed", "believed": no act of speech that an occasion could date.
    if (one.link.kind == CueClass::attitude || one.link.kind == CueClass::show || one.link.kind == CueClass::thought) return;
    Given const* given = nullptr;
    if (who != nullptr)
      for (auto const speaker : who->speakers)
        if (auto const& last = last_[speaker.value]; last && (given == nullptr || last->paragraph > given->paragraph)) given = &*last;
    // "She said in March that … She added …": a month goes no further than its paragraph.
    if (aside_ && aside_->second.paragraph == paragraph && who != nullptr && !who->speakers.empty() &&
        who->speakers.front() == aside_->first)
      given = &aside_->second;
    if (given != nullptr && paragraph - given->paragraph >= lead_in &&
        (occasions_.is_elsewhere(place) || occasions_.is_elsewhere(table_.paragraphs[paragraph]))) {
      for (auto const speaker : who->speakers) last_[speaker.value].reset();
      return;
    }
    if (given != nullptr && given->paragraph < paragraph && occasions_.is_scene(paragraph)) {
      for (auto const speaker : who->speakers) last_[speaker.value].reset();
      given = nullptr;
    }
    if (given == nullptr && latest_ && latest_->paragraph == paragraph &&
        (latest_->opens || who == nullptr || who->speakers.empty() || who->form == MentionForm::pronoun))
      given = &*latest_;
    std::uint32_t reach = longest_reach;
    if (given == nullptr && occasions_.is_exchange(one.link.verb)) given = exchange_at(paragraph);
    if (given == nullptr && gathering_ && is_guest(who) && !occasions_.is_apart(place)) given = &*gathering_, reach = gathering_reach;
    if (given == nullptr || paragraph - given->paragraph > reach || is_told(one, *given)) return;
    when.expression = given->expression;
    when.date = given->iso;
    when.basis = DateBasis::event;
  }

  // A quote that stands by itself between others belongs to their exchange: "Have we asked?" ¶ "For six years."
  void date_reply(std::uint32_t place, SaidWhen& when) const {
    std::uint32_t const paragraph = table_.paragraph_of(place);
    if (occasions_.has_date(occasions_.sentence_of(place))) return;
    if (Given const* const given = exchange_at(paragraph)) when = {given->iso, DateBasis::event, given->expression, {}};
  }
  // To be called for each quote of the narration, dated or not.
  void heard(std::uint32_t place, SaidWhen const& when) {
    if (!when.expression || !is_news(when.date)) exchange_.reset();
    else exchange_ = Given{when.date, *when.expression, table_.paragraph_of(place)};
  }

  // To be called behind the last quote: what stands after it may look back on it.
  void finish() { pass_until(static_cast<std::uint32_t>(table_.tokens.size())); }
  // "Rossi's remarks came on Monday": for what Rossi said before without a date. nullptr: nothing looks back on it.
  [[nodiscard]] Given const* look_back(std::uint32_t paragraph, Resolution const& who) const {
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
  // A headline repeats what the opening of the report says.
  [[nodiscard]] Given const* headline_of(Resolution const& who) const {
    for (auto const speaker : who.speakers)
      if (first_[speaker.value]) return &*first_[speaker.value];
    return nullptr;
  }

 private:
  static constexpr std::uint32_t longest_reach = 40;    // paragraphs that a day stays with its speaker
  static constexpr std::uint32_t gathering_reach = 15;  // paragraphs that the day of a gathering covers
  static constexpr std::uint32_t backward_reach = 8;    // paragraphs before "the remarks came on Monday" that it dates
  static constexpr std::uint32_t lead_in = 3;           // paragraphs after which "in an interview" is another occasion
  static constexpr int nearest = 10;                    // days before the report: older occasions are background

  [[nodiscard]] static std::optional<calendar::Days> to_days(std::optional<Day> const& day) {
    return day ? calendar::make_day(day->year, day->month, day->day) : std::nullopt;
  }

  [[nodiscard]] static bool is_day(std::string_view iso) { return iso.size() == 10 && parse_iso_day(iso); }

  // One who may have been at a gathering: a body or a crowd is quoted from anywhere.
  [[nodiscard]] bool is_guest(Resolution const* who) const {
    if (who == nullptr) return true;
    return std::all_of(who->speakers.begin(), who->speakers.end(), [&](SpeakerId id) {
      SpeakerType const type = speakers_[id.value].type;
      return type == SpeakerType::person || type == SpeakerType::unknown;
    });
  }

  // "A man died on Monday, police said": the day of what is told.
  [[nodiscard]] bool is_told(Attributed const& one, Given const& given) const {
    return std::any_of(one.content.begin(), one.content.end(), [&](Range range) {
      Span const words = table_.span(range.first, range.last);
      if (given.expression.begin < words.begin || words.end < given.expression.end) return false;
      return range.first < one.link.cue.first || occasions_.tells({range.first, table_.at_or_after(given.expression.begin)});
    });
  }

  // The day of the quote before, as long as no paragraph of narration has come between.
  [[nodiscard]] Given const* exchange_at(std::uint32_t paragraph) const {
    return exchange_ && paragraph - exchange_->paragraph <= 1 ? &*exchange_ : nullptr;
  }

  // What has been said was not said tomorrow. Months and years are judged by their first day.
  [[nodiscard]] bool is_after_anchor(std::string_view iso) const {
    auto first = to_days(parse_iso_day(iso));
    if (!first) first = to_days(parse_iso_day(std::string{iso.substr(0, 7)} + "-01"));
    auto const today = to_days(anchor_);
    return first && today && *first > *today;
  }

  // A single day that lies shortly before the report.
  [[nodiscard]] bool is_news(std::string_view iso) const {
    auto const day = iso.size() == 10 ? to_days(parse_iso_day(iso)) : std::nullopt;
    auto const today = to_days(anchor_);
    return day && today && *day <= *today && (*today - *day).count() <= nearest;
  }

  ResolvedDate resolve(DateChunk const& chunk, Tense tense) const {
    DateFrame frame{anchor_, std::nullopt, tense, locale_};
    if (latest_) frame.reference = parse_iso_day(latest_->iso);
    return resolve_date(table_, chunk, frame, language_, names_);
  }

  void give(Resolution const* who, Given given) {
    if (who != nullptr)
      for (auto const speaker : who->speakers) {
        last_[speaker.value] = given;
        if (!first_[speaker.value] && given.paragraph < opening) first_[speaker.value] = given;
      }
    latest_ = std::move(given);
  }

  // Occasions up to a place reach the people whom their sentences name: the last day of a sentence counts.
  void pass_until(std::uint32_t token) {
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
        if (!is_news(iso) || (one.evening && anchor_ == parse_iso_day(iso))) continue;
        news = true;
        latest_ = Given{std::move(iso), table_.span(chunk.first, chunk.last), one.paragraph, one.opens};
        if (one.looks_back && one.subject.valid()) backward_.emplace_back(*latest_, one.subject);
        if (one.gathering && !gathering_ && one.paragraph < opening) gathering_ = latest_;
      }
      if (!news) continue;
      for (auto const speaker : occasions_.people(list[first])) last_[speaker.value] = latest_;
    }
  }

  TokenTable& table_;
  std::vector<Speaker> const& speakers_;
  grammar::Language const& language_;
  DateNames const& names_;
  std::optional<Day> anchor_;
  std::string_view locale_;
  Occasions occasions_;
  std::vector<std::optional<Given>> last_, first_;  // by speaker; the first in the opening
  std::vector<std::pair<Given, SpeakerId>> backward_;
  std::optional<Given> latest_, gathering_, exchange_;
  std::optional<std::pair<SpeakerId, Given>> aside_;  // the last date that was no day, and whose
  std::pair<std::uint32_t, std::string> settled_{no_index, {}};  // first token of the date resolved last, and its day
  std::size_t next_ = 0;
};

}  // namespace whosaid
