// When was it said? The date beside the cue; else that of the occasion on which this speaker was last heard (dater.hpp); else the
// day of the quote of the body whose words a headline repeats.
//
// Tests: tests/unit/dates_said_when_test.cpp.
#include "dates/said_when.hpp"

#include <optional>

#include "attribution/echo.hpp"
#include "dates/dater.hpp"

namespace whosaid {

std::string said_when(TokenTable& table, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution> const& resolved,
                      std::vector<Speaker> const& speakers, Zones const& zones, Document const& document,
                      std::string_view fallback, grammar::Language const& language, DateWords const& words, grammar::Scratch& scratch,
                      std::vector<SaidWhen>& said) {
  std::string published = document.published.value_or("");
  if (published.empty() && zones.published) {
    published = resolve_date_text(zones.published->in(table.text), language, scratch, document.language);
  }
  if (published.empty() && zones.dateline) {
    // A press release dates itself in its dateline alone; without a year that tells no day.
    if (auto const iso = resolve_date_text(zones.dateline->in(table.text), language, scratch, document.language); iso.size() == 10 && parse_iso_day(iso))
      published = iso;
  }
  std::string_view const today = !published.empty() ? std::string_view(published) : fallback;
  std::optional<Day> anchor = parse_iso_day(today);
  said.assign(attributed.size(), {});
  if (attributed.empty()) return published;
  Range dateline{};
  std::string_view land;
  if (zones.dateline) {
    // "MINSK, May 3 —": the writer's today, within days of the publication.
    dateline = {table.at_or_after(zones.dateline->begin), table.at_or_after(zones.dateline->end)};
    land = find_land(table, dateline.first, dateline.last, words.names, language);
    for (DateChunk const& date : find_dates(table, dateline.first, dateline.last, language, words.names, scratch)) {
      if (auto const day = parse_iso_day(resolve_date(table, date, DateFrame{anchor, std::nullopt, Tense::past, {}}, language, words.names).iso)) anchor = day;
    }
  }
  Dater dater(table, speakers, {dateline, zones, anchor, document.language, land}, language, words, scratch);
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    Attributed const& one = attributed[i];
    if (!one.speech) continue;
    SaidWhen& when = said[i];
    bool const marked = one.quote != no_index, nested = marked && quotes[one.quote].parent != no_parent;
    std::uint32_t const place = marked ? quotes[one.quote].first : one.link.cue.first;
    if (one.continues != no_index && one.continues < i && (one.tie == Tie::goes_on || one.same_utterance)) when = said[one.continues];
    else if (one.has_link) dater.date(one, i < resolved.size() ? &resolved[i] : nullptr, nested, when);
    else if (marked && !nested) dater.date_reply(place, when);
    if (marked && !nested) dater.heard(place, when);
  }
  dater.finish();
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    Attributed const& one = attributed[i];
    SaidWhen& when = said[i];
    if (!one.speech || when.expression) continue;
    if (one.continues != no_index && one.continues < i && (one.tie == Tie::goes_on || one.same_utterance)) {
      when = said[one.continues];
      continue;
    }
    std::uint32_t const place = one.has_link || one.quote == no_index ? one.link.cue.first : quotes[one.quote].first;
    Section const section = zones.section_of(place);
    bool const title = section == Section::headline || section == Section::standfirst;
    if (std::size_t const below = title && one.quote != no_index ? find_echo(table, quotes, attributed, i, i + 1) : no_index;
        below != no_index && said[below].expression) {
      when = said[below];
      when.basis = DateBasis::event;
      continue;
    }
    if (one.has_link && i < resolved.size() && !one.link.future) {
      Dater::Given const* const given = title ? dater.headline_of(resolved[i]) : dater.look_back(table.paragraph_of(place), resolved[i]);
      if (given != nullptr) {
        when = {given->iso, DateBasis::event, given->expression, {}};
        continue;
      }
    }
    // No expression at all: the publication is a basis of its own, never a guess dressed as one.
    if (!published.empty()) {
      when.date = published.substr(0, 10);
      when.basis = DateBasis::published;
    }
  }
  return published;
}

}  // namespace whosaid
