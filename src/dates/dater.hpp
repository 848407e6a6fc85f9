// Days as the narration gives them to speakers, walked once from the first attribution to the last.
//
// The idea: a report names its day once ("Rossi said on Tuesday that …", "At a rally in Arden on Monday …") and then lets
// its people go on. So a day, once given, stays with those whom its sentence names until another is given to them; one that
// lies far back stays in its paragraph. A gathering in the report's opening (a trial, a hearing, a match) gives its day to the
// people who are quoted from it, a dated quote to the question or answer next to it.
// It fails where a story returns from the past without saying so.
// Only for said_when.cpp. Tests: tests/unit/dates_said_when_test.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dates/occasions.hpp"
#include "dates/said_when.hpp"

namespace whosaid {

// What the text as a whole says about its days.
struct DayFrame {
  Range dateline;               // tokens; it dates the report, not its words
  Zones const& zones;
  std::optional<Day> anchor;    // "today"
  std::string_view locale, land;  // see DateFrame
};

class Dater {
 public:
  // A day as it was given to somebody.
  struct Given {
    std::string iso;
    Span expression;
    std::uint32_t paragraph = 0;
    bool opens = false;   // the paragraph begins with it
    bool spoken = false;  // it stands with a word of saying or a venue
    std::uint32_t only_at = no_index;  // the sentence that alone it reaches
  };

  // All but `frame` has to outlive it; so do the texts that the frame points at.
  Dater(TokenTable& table, std::vector<Speaker> const& speakers, DayFrame frame, grammar::Language const& language, DateWords const& words,
        grammar::Scratch& scratch);

  // To be called in the order of the text. `nested`: a quote inside a quote, whose words were said at another time than the outer ones.
  void date(Attributed const& one, Resolution const* who, bool nested, SaidWhen& when);
  // A quote that stands by itself between others belongs to their exchange: "Have we asked?" ¶ "For six years."
  void date_reply(std::uint32_t place, SaidWhen& when);
  // To be called for each quote of the narration, dated or not.
  void heard(std::uint32_t place, SaidWhen const& when);
  // To be called behind the last quote: what stands after it may look back on it.
  void finish() { pass_until(static_cast<std::uint32_t>(table_.tokens.size())); }
  // "Rossi's remarks came on Monday": for what Rossi said before without a date. nullptr: nothing looks back on it.
  [[nodiscard]] Given const* look_back(std::uint32_t paragraph, Resolution const& who) const;
  // A headline repeats what the opening of the report says.
  [[nodiscard]] Given const* headline_of(Resolution const& who) const;

 private:
  [[nodiscard]] bool is_guest(Resolution const* who) const;
  [[nodiscard]] bool is_told(Attributed const& one, Given const& given) const;
  [[nodiscard]] bool is_document(Resolution const* who) const;
  [[nodiscard]] bool is_last_of(Given const& given, Resolution const* who) const;
  [[nodiscard]] Given const* heading_at(std::uint32_t paragraph) const;
  [[nodiscard]] Given const* exchange_at(std::uint32_t paragraph) const;
  [[nodiscard]] bool is_after_anchor(std::string_view iso) const;
  [[nodiscard]] bool is_news(std::string_view iso) const;
  [[nodiscard]] std::optional<Day> reference_of(DateChunk const& chunk, std::size_t precision) const;
  [[nodiscard]] std::string told_before(DateChunk const& chunk) const;
  // "Two days after the vote": the day that the text gave to the vote before.
  [[nodiscard]] std::optional<Day> day_of_event(DateChunk const& chunk) const;
  [[nodiscard]] bool keeps_the_day(DateChunk const& chunk) const;
  [[nodiscard]] ResolvedDate resolve(DateChunk const& chunk, Tense tense) const;
  // Sets `when` when the date beside the cue tells it for good.
  [[nodiscard]] bool date_beside(Attributed const& one, Resolution const* who, std::uint32_t paragraph, SaidWhen& when);
  // The day with which the speaker was last heard, or that of the paragraph; nullptr when none reaches here.
  [[nodiscard]] Given const* day_of(Attributed const& one, Resolution const* who, std::uint32_t paragraph);
  void give(Resolution const* who, Given given);
  void pass_until(std::uint32_t token);

  TokenTable& table_;
  std::vector<Speaker> const& speakers_;
  grammar::Language const& language_;
  DateNames const& names_;
  DayFrame frame_;
  Occasions occasions_;
  std::vector<std::optional<Given>> last_, first_;  // by speaker; the first in the opening
  std::vector<std::pair<Given, SpeakerId>> backward_;
  std::optional<Given> latest_, gathering_, scene_, heading_, exchange_, release_;
  std::optional<std::pair<SpeakerId, Given>> aside_;  // the last date that was no day, and whose
  std::pair<std::uint32_t, std::string> settled_{no_index, {}};  // first token of the date resolved last, and its day
  std::size_t next_ = 0;
};

}  // namespace whosaid
