// Dates that the narration gives to what is said: "At a rally in Arden on Monday …", "Rossi said on Tuesday that …".
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "attribution/attribution.hpp"
#include "dates/date_parts.hpp"
#include "dates/dates.hpp"
#include "grammar/library.hpp"
#include "model/extraction.hpp"
#include "tokens/tokens.hpp"
#include "zones/zones.hpp"

namespace whosaid {

// A date in the narration that stands with a word of saying or a venue, without another verb between them.
struct Occasion {
  std::uint32_t chunk = 0;           // index into Occasions::dates()
  Range sentence;
  std::uint32_t paragraph = 0;       // index into TokenTable::paragraphs
  bool opens = false;                // a paragraph begins with it: what follows in it is of that day
  bool looks_back = false;           // "the remarks came on Monday"
  bool gathering = false;            // a hearing, a match: all who are quoted from it spoke on its day
  bool heading = false;              // a line of its own: a post of a live blog, an entry of a timeline
  bool spoken = false;               // it stands with a word of saying or a venue
  bool told_at = false;              // the sentence begins with it and a venue: "in an interview over the weekend"
  bool releases = false;             // "a report released on Thursday"
  bool evening = false;              // it only gathers, on an evening: of the day of the report it is still to come
  SpeakerId subject;                 // the first whom the sentence names
  std::uint32_t people_first = 0;    // who the sentence names: Occasions::people() of this one, shared by all of the sentence
  std::uint32_t people_count = 0;
};

// Lexicons and captures of a language, looked up once when it is opened; -1 = it has none.
struct OccasionWords {
  explicit OccasionWords(grammar::Language const& language);
  int finite, aux, boundary, present, perfect, gathering, apart, of_gathering, life, having, source_opener, commenting, appear, when, looking_back, future, indefinite, planned, scene, venue, relative, personal, opener,
      complementizer, dated, determiner, possessive, preposition, conjunction, exchange, day_end, document, tell, agent, behind, just_over, still_to_come, lasting, cleft, elsewhen, within, event, at, seen, event_verb, hearer, public_body;
  int organisation;                   // kind of chunk
  std::vector<unsigned char> speech;  // by word: it is one of saying, asking or a venue
  std::array<int, 6> whole;  // captures of an expression that is no bound whatever stands before it
  int event_capture;         // "the vote" in "the day after the vote"
};

inline constexpr std::uint32_t opening = 4;           // paragraphs in which a report says what it is about
inline constexpr std::uint32_t farthest_after = 12;   // tokens between a cue and the date behind it
inline constexpr std::uint32_t farthest_before = 14;  // and the date before it

// The dates of a document and the sentences they stand in, found once. Linear in the document.
class Occasions {
 public:
  // Adds <date> chunks to `table`. `speakers` lend their mentions. What stands in `dateline` dates the report, not its words. `zones` has to
  // outlive it.
  Occasions(TokenTable& table, std::vector<Speaker> const& speakers, Range dateline, Zones const& zones, grammar::Language const& language, DateNames const& names,
            OccasionWords const& words, grammar::Scratch& scratch);

  [[nodiscard]] std::vector<DateChunk> const& dates() const { return dates_; }
  [[nodiscard]] std::vector<Occasion> const& list() const { return list_; }  // in order of place
  // Dates that are lines of their own; one alone heads nothing.
  [[nodiscard]] std::uint32_t headings() const { return headings_; }
  // Who the sentence of an occasion names, in order of place.
  [[nodiscard]] std::span<SpeakerId const> people(Occasion const& one) const {
    return {people_.data() + one.people_first, one.people_count};
  }
  [[nodiscard]] Range sentence_of(std::uint32_t token) const { return table_.sentence_at(token); }
  [[nodiscard]] bool has_date(Range range) const;                            // logarithmic
  // The date beside a cue and its source: "said late Tuesday", "On Monday, in Arden, she told …"; nullptr when none is. What stands in
  // `content`, the words of an indirect report, is told of and dates no telling, but at its head ("said on Monday the bridge …").
  [[nodiscard]] DateChunk const* beside(Link const& link, std::span<Range const> content) const;

  // A date of the page, of a picture or of a note on mistakes, not of what the report tells.
  [[nodiscard]] bool is_beside_the_report(DateChunk const& date) const;
  // "An interview to be broadcast on Sunday".
  [[nodiscard]] bool is_still_to_come(DateChunk const& date) const;
  // "On Monday, Rossi said, the sky went black": a cue between commas leaves what stands before it to the words.
  [[nodiscard]] bool leaves_to_words(Link const& link, std::uint32_t token) const;
  // "The day after the vote": counted from what happened elsewhere in the text.
  [[nodiscard]] bool is_of_event(DateChunk const& date) const;
  // "Since 1978": where something else begins or ends.
  [[nodiscard]] bool is_bounded(DateChunk const& date) const { return date.first > 0 && in(date.first - 1, words_.boundary); }
  // Whether there is a word of saying or a venue among some words; "held" and the like are none.
  [[nodiscard]] bool speaks(Range words) const;
  // Whether there is a verb among some words.
  [[nodiscard]] bool tells(Range words) const;

  // The cue is in the present or the perfect, "says", "has said": it belongs to no day.
  [[nodiscard]] bool is_timeless(std::uint32_t verb) const;
  [[nodiscard]] bool is_present(std::uint32_t verb) const { return in(verb, words_.present); }
  // The cue answers or asks ("replied"): it needs another who spoke just before.
  [[nodiscard]] bool is_exchange(std::uint32_t verb) const { return in(verb, words_.exchange); }
  // The sentence says that its words come from elsewhere: an interview, a letter, a statement.
  [[nodiscard]] bool is_apart(std::uint32_t token) { return ask(token), asked_apart_; }
  // "Told the Courier", "told the BBC": not where others listened.
  [[nodiscard]] bool tells_the_press(Link const& link) const;
  // A paragraph opens elsewhere, "In Arden, …", without a day.
  [[nodiscard]] bool is_scene(std::uint32_t paragraph) const;
  // The words beside the cue take it to another time: "once called", "had often said".
  [[nodiscard]] bool is_elsewhen(Link const& link) const;
  // The cue is a noun, "his claim", "Rossi's claim".
  [[nodiscard]] bool is_owned(Link const& link) const;
  // It brings in another such occasion: "in an interview", "in a letter".
  [[nodiscard]] bool is_elsewhere(std::uint32_t token) { return ask(token), asked_elsewhere_; }

 private:
  void ask(std::uint32_t token);
  [[nodiscard]] bool is_told(DateChunk const& date, Link const& link, std::span<Range const> content) const;
  [[nodiscard]] bool holds(Range sentence, int lexicon) const;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] bool is_fronted(DateChunk const& date, Range sentence) const;
  // `cue`: of the words that the date may be of; no_index = none in particular.
  [[nodiscard]] bool in_told_clause(DateChunk const& date, Range sentence, std::uint32_t cue) const;
  [[nodiscard]] bool in_aside(DateChunk const& date, Range sentence, std::uint32_t cue = no_index) const;
  [[nodiscard]] bool opens_asked(DateChunk const& date, Range sentence, std::uint32_t clause) const;
  [[nodiscard]] bool signs(DateChunk const& date, Link const& link) const;
  [[nodiscard]] bool leads_aside(DateChunk const& date, std::uint32_t clause) const;
  [[nodiscard]] bool stands_aside(Range between) const;
  [[nodiscard]] bool is_parenthesis(std::uint32_t clause_last, Range sentence) const;
  [[nodiscard]] bool clear_path(std::uint32_t from, std::uint32_t to, std::uint32_t most, std::uint32_t& distance) const;
  [[nodiscard]] bool bounds(DateChunk const& date, Range sentence, Range source) const;
  [[nodiscard]] bool belongs_to_noun(DateChunk const& date) const;
  [[nodiscard]] bool dates_words(DateChunk const& date, Range sentence) const;
  [[nodiscard]] bool is_heading(DateChunk const& date) const;
  [[nodiscard]] bool heads_entry(DateChunk const& date) const;
  [[nodiscard]] bool belongs_to_event(DateChunk const& date) const;
  [[nodiscard]] bool names_words(std::uint32_t first) const;
  [[nodiscard]] bool is_of_reading(DateChunk const& date, Range sentence) const;
  [[nodiscard]] bool is_just_over(DateChunk const& date) const;
  [[nodiscard]] bool is_lasting(DateChunk const& date, Range sentence) const;
  [[nodiscard]] bool is_of_release(DateChunk const& date) const;
  [[nodiscard]] bool in_when_clause(DateChunk const& date, std::uint32_t clause_last, Range sentence) const;
  [[nodiscard]] std::uint32_t behind_cleft(DateChunk const& date, Range sentence) const;
  [[nodiscard]] bool is_plain_word(std::uint32_t token) const;
  [[nodiscard]] bool is_ahead(DateChunk const& date, Range sentence) const;
  [[nodiscard]] bool stands_with_speech(DateChunk const& date, Range sentence) const;
  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const;
  [[nodiscard]] bool is_speech(std::uint32_t token) const;

  TokenTable const& table_;
  Vocabulary const& vocabulary_;
  std::vector<DateChunk> dates_;
  std::vector<Occasion> list_;
  std::vector<SpeakerId> people_;
  Range dateline_;
  std::uint32_t headings_ = 0;
  Zones const& zones_;
  OccasionWords const& words_;
  // The sentence that the two were asked about last: one sentence may hold thousands of quotes.
  std::uint32_t asked_ = no_index;
  bool asked_apart_ = false, asked_elsewhere_ = false;
};

}  // namespace whosaid
