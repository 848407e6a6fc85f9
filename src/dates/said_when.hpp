// When each quote was said: the date expression that belongs to its attribution, resolved.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "attribution/attribution.hpp"
#include "dates/date_parts.hpp"
#include "dates/dates.hpp"
#include "dates/occasions.hpp"
#include "grammar/library.hpp"
#include "model/document.hpp"
#include "model/extraction.hpp"
#include "people/people.hpp"
#include "zones/zones.hpp"

namespace whosaid {

// What dating needs to know of a language, looked up once when it is opened.
struct DateWords {
  explicit DateWords(grammar::Language const& language) : names(language), occasions(language) {}
  DateNames names;
  OccasionWords occasions;
};

// Fills `said`, one for each of `attributed` (of `quotes`; whose sources were resolved to `speakers`), and returns the publication date
// that was used: of the document, else of the text's header, else "". Days are counted from the dateline when it has a date,
// else from the publication date, else from `fallback` (--date). Basis: explicit = an expression in the sentence of the
// attribution, outside the quote; event = the day of the occasion on which the speaker was last heard, of the exchange that the quote stands in, or of the quote
// that a headline repeats; a quote inside another has none of these; published = none was
// found. Adds <date> chunks to `table`. Linear. Thread-safe for different tables and `scratch`.
std::string said_when(TokenTable& table, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed,
                      std::vector<Resolution> const& resolved, std::vector<Speaker> const& speakers, Zones const& zones, Document const& document,
                      std::string_view fallback, grammar::Language const& language, DateWords const& words, grammar::Scratch& scratch,
                      std::vector<SaidWhen>& said);

}  // namespace whosaid
