// Tests: tests/unit/dates_examples_test.cpp runs every example of dates.peg.
#include "dates/yearly.hpp"

#include <chrono>

#include "dates/calendar_steps.hpp"
#include "dates/holidays.hpp"

namespace whosaid {

using namespace calendar;
using std::chrono::days;

namespace {

constexpr days margin_unknown{14};  // "the June 20 vote" written on June 12: this year's
constexpr days margin_past{1};      // a dateline may be a day ahead of its publisher

std::optional<Stretch> half_or_quarter(DateParts const& p, int year) {
  int const months = p.quarter ? 3 : 6, number = p.quarter ? *p.quarter : *p.half;
  int const first = (number - 1) * months + 1;
  return join(month_stretch(year, first), month_stretch(year, first + months - 1));
}

std::optional<Stretch> day_or_nothing(std::optional<Days> day) {
  return day ? std::optional{day_stretch(*day)} : std::nullopt;
}

}  // namespace

std::optional<Stretch> in_year(DateParts const& p, int year) {
  if (p.nth && p.weekday && p.month) return nth_weekday(*p.nth, *p.weekday, month_stretch(year, *p.month));
  if (p.nth && p.unit == "p1we" && p.month) {
    auto const saturday = nth_weekday(*p.nth, 6, month_stretch(year, *p.month));
    return saturday ? std::optional{weekend_stretch(saturday->first)} : std::nullopt;
  }
  if (p.nth && p.unit == "p1d" && p.month) {  // the last day of February
    auto const month = month_stretch(year, *p.month);
    return day_stretch(*p.nth < 0 ? month.last : month.first + days{*p.nth - 1});
  }
  if (p.month && p.day) return day_or_nothing(make_day(year, *p.month, *p.day));
  if (p.month) return month_stretch(year, *p.month);
  if (!p.season.empty()) return months_of(p.season, year);
  if (!p.holiday.empty()) return day_or_nothing(holiday_in(p.holiday, year));
  if (p.quarter || p.half) return half_or_quarter(p, year);
  return std::nullopt;
}

std::optional<Stretch> pick_year(DateParts const& p, Days base, Tense tense) {
  bool const day = p.day || !p.holiday.empty();
  auto const margin = tense == Tense::past ? margin_past : day ? margin_unknown : days{0};
  int const year = year_of(base);
  if (tense == Tense::future) {
    for (int y = year - 1; y <= year + 8; ++y)
      if (auto s = in_year(p, y); s && s->last >= base) return s;
  } else {
    for (int y = year + 1; y >= year - 8; --y)
      if (auto s = in_year(p, y); s && s->first <= base + margin) return s;
  }
  return std::nullopt;
}

std::optional<Stretch> turn_year(DateParts const& p, Days base, int direction) {
  if (direction < -1 || direction > 1) {  // the summer before last
    auto const nearer = turn_year(p, base, direction < 0 ? direction + 1 : direction - 1);
    return nearer ? turn_year(p, direction < 0 ? nearer->first : nearer->last, direction < 0 ? -1 : 1) : std::nullopt;
  }
  int const year = year_of(base);
  if (direction < 0) {
    for (int y = year; y >= year - 8; --y)
      if (auto s = in_year(p, y); s && s->last < base) return s;
  } else if (direction > 0) {
    for (int y = year; y <= year + 8; ++y)
      if (auto s = in_year(p, y); s && s->first > base) return s;
  } else {
    if (auto s = in_year(p, year - 1); s && s->last >= base) return s;  // a winter that began last year
    return in_year(p, year);
  }
  return std::nullopt;
}

std::optional<Stretch> year_by_weekday(DateParts const& p, Days base) {
  std::optional<Stretch> best;
  for (int y = year_of(base) - 6; y <= year_of(base) + 1; ++y) {
    auto s = in_year(p, y);
    if (!s || weekday_of(s->first) != *p.weekday) continue;
    if (!best || std::chrono::abs(s->first - base) < std::chrono::abs(best->first - base)) best = std::move(s);
  }
  return best;
}

}  // namespace whosaid
