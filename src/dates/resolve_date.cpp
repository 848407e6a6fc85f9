// Counts an expression from the day it was written. Everything that needs a day to count from stays open without one.
// Fails by design on "next Tuesday" said on a Monday (tomorrow or in eight days?): the week decides, not the distance.
// Tests: tests/unit/dates_examples_test.cpp runs every example of dates.peg, tests/unit/dates_resolve_test.cpp the rest.
#include <algorithm>

#include "dates/calendar.hpp"
#include "dates/calendar_steps.hpp"
#include "dates/date_order.hpp"
#include "dates/date_parts.hpp"
#include "dates/dates.hpp"
#include "dates/digits.hpp"
#include "dates/holidays.hpp"
#include "dates/yearly.hpp"

namespace whosaid {
namespace {

using namespace calendar;
using std::chrono::days;

std::optional<Days> to_days(std::optional<Day> const& day) {
  return day ? make_day(day->year, day->month, day->day) : std::nullopt;
}

std::optional<Stretch> day_or_nothing(std::optional<Days> day) {
  return day ? std::optional{day_stretch(*day)} : std::nullopt;
}

// One end of an expression, without its end_ parts.
std::optional<Stretch> resolve_parts(DateParts const& p, std::optional<Days> anchor, std::optional<Days> reference, Tense tense) {
  int const count = p.count.value_or(1);  // "a week ago" has an article, no number
  bool const recurs = p.month || !p.season.empty() || !p.holiday.empty() || p.quarter || p.half;
  if (p.year && p.week) {  // ISO 8601: the first week is the one with January 4 in it
    auto const day = monday_of(*make_day(*p.year, 1, 4)) + days{7 * (*p.week - 1)};
    auto const week = week_stretch(day);
    return *p.week >= 1 && week.iso.starts_with(year_stretch(*p.year).iso) ? std::optional{week} : std::nullopt;
  }
  if (p.year) return recurs ? in_year(p, *p.year) : std::optional{year_stretch(*p.year)};
  if (p.decade) {
    bool const hundred = *p.decade % 100 == 0 && *p.decade < 1900;  // the 1800s
    return join(year_stretch(*p.decade), year_stretch(*p.decade + (hundred ? 99 : 9)));
  }
  if (p.century) {
    if (*p.century < 11 || *p.century > 22) return std::nullopt;
    return join(year_stretch(*p.century * 100 - 99), year_stretch(*p.century * 100));
  }
  if (p.vague) {  // minutes ago is today, hours later the day spoken of, whatever their number
    auto const& from = p.context_sign ? reference : anchor;
    bool const clock = p.unit.starts_with("pt") && (p.sign || p.context_sign) && from;
    return clock ? std::optional{day_stretch(*from)} : std::nullopt;
  }

  if (p.event) return reference ? std::optional{day_stretch(*reference)} : std::nullopt;
  if (p.context_day || p.context_direction || p.context_sign) {
    if (!reference) return std::nullopt;
    if (p.context_day) return day_stretch(*reference + days{*p.context_day});
    if (p.month && (p.unit == "p1y" || p.unit.empty())) return in_year(p, year_of(*reference) + p.context_direction.value_or(0));
    if (p.context_sign) return step(*reference, p.unit, count * *p.context_sign);
    if (p.weekday && *p.context_direction > 0) return day_stretch(first_weekday(*reference + days{1}, *p.weekday));
    if (p.weekday) return turn_weekday(*reference, *p.weekday, *p.context_direction, *p.context_direction == 0 ? Tense::unknown : Tense::past);
    return step(*reference, p.unit, *p.context_direction);
  }

  if (!anchor) return std::nullopt;
  auto const base = *anchor;
  if (p.relative_day) {
    auto const day = base + days{*p.relative_day};
    if (!p.sign) return day_stretch(day);
    if (p.unit == "p1m") return day_stretch(add_months(day, *p.sign * count));
    if (p.unit == "p1y") return day_stretch(add_months(day, *p.sign * count * 12));
    auto const length = days_in(p.unit);
    return length ? std::optional{day_stretch(day + days{*p.sign * count * *length})} : std::nullopt;
  }
  if (!p.grain.empty() && p.direction && p.unit == "p1y") return step(add_months(base, *p.direction * 12), p.grain, 0);
  if (!p.grain.empty() && p.sign && p.unit == "p1y") return step(add_months(base, *p.sign * count * 12), p.grain, 0);
  if (p.nth && p.weekday && p.unit == "p1m")
    return nth_weekday(*p.nth, *p.weekday, month_stretch(year_of(base), month_of(base) + p.direction.value_or(0)));
  if (recurs) {
    if (p.unit == "p1y") return in_year(p, year_of(base) + p.direction.value_or(0));  // "the first half of the year"
    if (p.direction) return turn_year(p, base, *p.direction);
    if (p.weekday)
      if (auto s = year_by_weekday(p, base)) return s;
    return pick_year(p, base, tense);
  }
  if (p.weekday && p.day) {  // Friday the 8th: the nearest such day, back first
    for (int back = 0; back < 14; ++back) {
      auto const month = month_stretch(year_of(base), month_of(base) - (tense == Tense::future ? -back : back));
      auto s = day_or_nothing(make_day(year_of(month.first), month_of(month.first), *p.day));
      if (s && weekday_of(s->first) == *p.weekday && (tense == Tense::future ? s->first >= base : s->first <= base)) return s;
    }
    return std::nullopt;
  }
  if (p.weekday) {
    if (p.sign && p.unit.empty())  // two Sundays ago
      return day_stretch(latest_weekday(base - days{1}, *p.weekday) - days{7 * (count - 1)});
    if (p.direction && p.unit == "p1w") return day_stretch(monday_of(base) + days{7 * *p.direction + *p.weekday - 1});
    if (p.sign) {
      if (p.unit == "p1y") {  // a year ago Tuesday: the nearest such day
        auto const then = add_months(base, *p.sign * count * 12);
        auto const before = latest_weekday(then, *p.weekday), behind = first_weekday(then, *p.weekday);
        return day_stretch(then - before < behind - then ? before : behind);
      }
      auto const length = days_in(p.unit);
      if (!length) return std::nullopt;
      auto const from = *p.sign < 0 ? latest_weekday(base, *p.weekday) : first_weekday(base, *p.weekday);
      return day_stretch(from + days{*p.sign * count * *length});
    }
    if (p.direction) return turn_weekday(base, *p.weekday, *p.direction, tense);
    return day_stretch(tense == Tense::future ? first_weekday(base, *p.weekday) : latest_weekday(base, *p.weekday));
  }
  if (p.day && p.direction && p.unit == "p1m") {  // the 12th of last month
    auto const month = month_stretch(year_of(base), month_of(base) + *p.direction);
    return day_or_nothing(make_day(year_of(month.first), month_of(month.first), *p.day));
  }
  if (p.span) return span_from(base, p.unit, count, *p.span);
  if (p.direction && !p.unit.empty()) {
    if (p.unit == "p10y") {
      int const first = year_of(base) / 10 * 10 + 10 * *p.direction;
      return join(year_stretch(first), year_stretch(first + 9));
    }
    // "said this weekend" on a Friday: the one that is over.
    bool const over = p.unit == "p1we" && *p.direction == 0 && tense == Tense::past && weekday_of(base) < 6;
    return step(base, p.unit, over ? -1 : *p.direction);
  }
  if (p.sign) return step(base, p.unit, count * *p.sign);
  if (p.unit == "p1we") {
    bool const begun = weekday_of(base) >= 6 || tense == Tense::future;
    return weekend_stretch(begun ? base : base - days{7});
  }
  if (!p.unit.empty() && !p.day) return step(base, p.unit, 0);  // the start of the year
  if (p.day) {  // the 12th
    for (int step_back = 0; step_back < 3; ++step_back) {
      auto const month = month_stretch(year_of(base), month_of(base) - (tense == Tense::future ? -step_back : step_back));
      auto s = day_or_nothing(make_day(year_of(month.first), month_of(month.first), *p.day));
      if (s && (tense == Tense::future ? s->first >= base : s->first <= base)) return s;
    }
  }
  return std::nullopt;
}

// "A week last Tuesday", "two days after March 1": the day found, and then so far away from it.
std::optional<Stretch> resolve_away(DateParts p, std::optional<Days> anchor, std::optional<Days> reference, Tense tense) {
  int const steps = p.offset.value_or(0) * p.count.value_or(1);
  bool const back = p.direction.value_or(1) < 0;  // "a week last Tuesday"
  auto const shift = p.shift && back ? std::optional{-*p.shift} : p.shift;
  auto const unit = p.unit;
  p.shift = p.offset = p.count = std::nullopt;
  p.unit = {};
  // "On the eve of Wednesday's vote" on a Tuesday: the Wednesday whose eve is not still to come.
  auto const length = unit.empty() ? std::optional{1} : unit.starts_with("pt") ? std::optional{0} : days_in(unit);  // "the morning after Tuesday's vote"
  if (anchor && steps < 0 && p.weekday && !p.direction && !p.month && tense != Tense::future && length) anchor = *anchor + days{-steps * *length};
  auto const found = resolve_parts(p, anchor, reference, shift && *shift > 0 ? Tense::future : tense);
  if (!found || found->first != found->last) return std::nullopt;
  if (shift) return day_stretch(found->first + days{*shift});
  if (p.event && !unit.empty() && !unit.starts_with("pt") && unit != "p1d") return step(found->first, unit, steps);  // a week after the vote
  if (unit == "p1m" || unit == "p1y") return day_stretch(add_months(found->first, unit == "p1y" ? 12 * steps : steps));
  return length ? std::optional{day_stretch(found->first + days{steps * *length})} : std::nullopt;
}

// From one end to the other: what one end does not say, the other does.
std::optional<Stretch> resolve_range(DateParts const& p, std::optional<Days> anchor, std::optional<Days> reference, Tense tense) {
  DateParts from = p, to = p;
  from.end_year = from.end_month = from.end_day = from.end_weekday = std::nullopt;
  to = from;
  if (p.end_year) to.year = p.end_year;
  if (p.end_month) to.month = p.end_month;
  if (p.end_day) to.day = p.end_day;
  if (p.end_weekday) to.weekday = p.end_weekday;
  if (!from.month) from.month = p.end_month;
  if (p.year.has_value() != p.end_year.has_value()) {
    from.year = to.year = p.year ? p.year : p.end_year;
    // "28 December to 3 January 2024": the first end lies in the year before.
    auto const first = in_year(from, *from.year), last = in_year(to, *to.year);
    if (first && last && last->last < first->first) {
      if (p.end_year) from.year = *from.year - 1;
      else to.year = *to.year + 1;
    }
  }
  auto const last = resolve_parts(to, anchor, reference, tense);
  if (!last) return std::nullopt;
  auto const first = resolve_parts(from, from.year ? anchor : last->last, reference, from.year ? tense : Tense::past);
  if (!first || first->first > last->last) return std::nullopt;
  return join(*first, *last);
}

}  // namespace

ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, DateFrame const& frame,
                          grammar::Language const& language) {
  return resolve_date(table, chunk, frame, language, DateNames{language});
}

ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, DateFrame const& frame,
                          grammar::Language const& language, DateNames const& names) {
  ResolvedDate out;
  if (names.grammar) out.rule = names.grammar->rule_name(chunk.rule);
  auto parts = read_date_parts(table, chunk.captures, names, language);
  if (!parts) return out;
  if (!parts->holiday.empty()) {
    parts->holiday = holiday_of(parts->holiday, !parts->land.empty() ? parts->land : !frame.land.empty() ? frame.land : std::string_view{land_of_locale(frame.locale)});
    if (parts->holiday.empty()) return out;  // kept on other days elsewhere
  }
  if (!parts->numeric.empty()) {
    auto const readings = digits::read_date(parts->numeric, date_order(language, frame.locale));
    if (readings.size() == 1) out.iso = readings.front().iso;
    else
      for (auto const& reading : readings) out.alternatives.push_back(reading.iso);
    return out;
  }
  auto const anchor = to_days(frame.anchor), reference = to_days(frame.reference);
  out.from_context = parts->event || parts->context_day || parts->context_direction || parts->context_sign;
  bool const range = parts->end_year || parts->end_month || parts->end_day || parts->end_weekday;
  auto const found = parts->shift || parts->offset ? resolve_away(*parts, anchor, reference, frame.tense)
                     : range                       ? resolve_range(*parts, anchor, reference, frame.tense)
                                                   : resolve_parts(*parts, anchor, reference, frame.tense);
  if (!found) return out;
  out.iso = found->iso;
  if (parts->holder == "p1we" && !parts->holiday.empty()) {
    out.iso = long_weekend(found->first).iso;
  } else if (!parts->holder.empty()) {  // the week of March 4
    auto const holder = step(found->first, parts->holder, 0);
    out.iso = holder ? holder->iso : std::string{};
  }
  return out;
}

ResolvedDate resolve_date(TokenTable const& table, DateChunk const& chunk, std::optional<Day> anchor, Tense tense,
                          grammar::Language const& language) {
  return resolve_date(table, chunk, DateFrame{.anchor = anchor, .reference = {}, .tense = tense, .locale = {}}, language);
}

}  // namespace whosaid
