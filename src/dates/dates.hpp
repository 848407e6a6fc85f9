// A <date> chunk becomes a day, a week, a month or a year, counted from an anchor.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/library.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

struct Day {  // proleptic Gregorian
  std::int32_t year = 0;
  std::uint8_t month = 0, day = 0;
  friend bool operator==(Day, Day) = default;
};
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view iso);  // takes the first ten characters of a longer one

// What dates.peg emitted at a place: the rule's kind and captures, before any calendar is asked.
struct DateChunk {
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint16_t rule = 0;
  std::vector<grammar::Capture> captures;
};
// Runs the language's `dates` grammar over [first, last) and adds <date> chunks with data = index into the result. Steps over
// folded quotes: a date inside a quote does not date the quote. Chunks do not overlap; at a token the longest match whose
// digits make sense wins. Linear.
[[nodiscard]] std::vector<DateChunk> find_dates(TokenTable& table, std::uint32_t first, std::uint32_t last,
                                                grammar::Language const& language, grammar::Scratch& scratch);

// Whether a preposition ("on", "in") or anything else stands before the words of the date is the reader's business: a chunk
// begins at the date's own first word, and is exactly what the contract calls `expression`.

enum class Tense : unsigned char { unknown, past, future };

// What an expression is counted from.
struct DateFrame {
  std::optional<Day> anchor;     // "today": the dateline's day, else the publication date; nothing is invented without one
  std::optional<Day> reference;  // the day the text spoke of last, for "two days later" and "the same evening"
  Tense tense = Tense::unknown;  // of the verb that the expression stands with
  std::string_view locale;       // the document's language as stated ("en-GB"); settles 12/03/2025
  std::string_view land{};       // where it was written ("in"): settles Independence Day; else that of the locale
};

struct ResolvedDate {
  std::string iso;                        // 2024-03-12, 2024-W10, 2024-03, 2024, 2024-03-01/2024-03-05; "" = open
  std::vector<std::string> alternatives;  // all readings of an ambiguous one (12/03/2025); then `iso` is ""
  std::string_view rule;                  // of dates.peg, for explain; lives as long as the Language
  bool from_context = false;              // counted from DateFrame::reference
};
// Rules of reading: a bare weekday is the latest such day on or before the anchor (Tense::future: the first on or after
// it); a day without a year is the latest not after the anchor, with a margin of 14 days while the tense is unknown;
// "last week" is a week, "the weekend" an interval, "two weeks ago" a week, "last year" a year. Seasons are those of the
// northern half. Clock and zone never move the day. Cost: a few microseconds. Thread-safe.
[[nodiscard]] ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, DateFrame const& frame,
                                        grammar::Language const& language);
[[nodiscard]] ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, std::optional<Day> anchor,
                                        Tense tense, grammar::Language const& language);

// A date that stands by itself, as metadata and header lines write it: "March 12, 2025", "2025-03-12T10:00:00Z",
// "Updated 12:04 EDT, Tue March 12, 2024". The first date in it that needs no anchor, as an ISO day, month or year; ""
// when there is none or it is ambiguous. Tokenizes: for headers, not for texts.
[[nodiscard]] std::string resolve_date_text(std::string_view text, grammar::Language const& language,
                                            grammar::Scratch& scratch, std::string_view locale = {});

}  // namespace whosaid
