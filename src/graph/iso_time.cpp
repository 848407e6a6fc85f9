#include "graph/iso_time.hpp"

#include <chrono>
#include <cstdio>

namespace whosaid::graph {
namespace {

namespace chrono = std::chrono;

// Takes exactly `digits` digits from the front of `text`; -1 and nothing taken when they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

struct Range {
  chrono::sys_days first, last;
};

// Takes a day, month, week or year from the front of `text`.
std::optional<Range> take_range(std::string_view& text) {
  int const y = take_number(text, 4);
  if (y < 0) return std::nullopt;
  chrono::year const year{y};
  if (!take(text, '-')) return Range{chrono::sys_days{year / 1 / 1}, chrono::sys_days{year / 12 / 31}};
  if (take(text, 'W')) {
    int const week = take_number(text, 2);
    if (week < 1 || week > 53) return std::nullopt;
    // Week 1 holds 4 January; weeks begin on Monday.
    chrono::sys_days const fourth{year / 1 / 4};
    auto const monday = fourth - (chrono::weekday{fourth} - chrono::Monday) + chrono::days{7 * (week - 1)};
    return Range{monday, monday + chrono::days{6}};
  }
  int const m = take_number(text, 2);
  if (m < 1 || m > 12) return std::nullopt;
  chrono::year_month const month{year, chrono::month{static_cast<unsigned>(m)}};
  if (!take(text, '-')) return Range{chrono::sys_days{month / 1}, chrono::sys_days{month / chrono::last}};
  int const d = take_number(text, 2);
  if (d < 1) return std::nullopt;
  chrono::year_month_day const day = month / d;
  if (!day.ok()) return std::nullopt;
  return Range{chrono::sys_days{day}, chrono::sys_days{day}};
}

// "T09:30:00.5+03:00" -> seconds after midnight UTC; nullopt when it is not a time.
std::optional<std::int64_t> take_time(std::string_view& text) {
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  int const hours = take_number(text, 2);
  if (hours < 0 || hours > 24 || !take(text, ':')) return std::nullopt;
  int const minutes = take_number(text, 2);
  if (minutes < 0 || minutes > 59) return std::nullopt;
  int seconds = 0;
  if (take(text, ':')) {
    seconds = take_number(text, 2);
    if (seconds < 0) return std::nullopt;
    if (take(text, '.') || take(text, ','))
      while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
  }
  std::int64_t total = hours * 3600 + minutes * 60 + seconds;
  if (text.empty() || take(text, 'Z') || take(text, 'z')) return total;
  int const sign = take(text, '+') ? -1 : take(text, '-') ? 1 : 0;
  if (sign == 0) return total;
  int const zone_hours = take_number(text, 2);
  if (zone_hours < 0) return total;
  take(text, ':');
  int const zone_minutes = take_number(text, 2);
  return total + sign * (zone_hours * 3600 + (zone_minutes < 0 ? 0 : zone_minutes) * 60);
}

std::string iso_day(chrono::sys_days day) {
  chrono::year_month_day const ymd{day};
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                static_cast<unsigned>(ymd.day()));
  return out;
}

}  // namespace

std::int64_t instant_of(std::string_view iso) {
  auto const range = take_range(iso);
  if (!range) return unknown_time;
  std::int64_t const midnight = std::int64_t{range->first.time_since_epoch().count()} * 86'400;
  return midnight + take_time(iso).value_or(0);
}

std::optional<Days> days_of(std::string_view iso) {
  auto range = take_range(iso);
  if (!range) return std::nullopt;
  (void)take_time(iso);
  if (take(iso, '/')) {
    auto const end = take_range(iso);
    if (!end) return std::nullopt;
    (void)take_time(iso);
    range->last = end->last;
  }
  if (!iso.empty() || range->last < range->first) return std::nullopt;
  return Days{iso_day(range->first), iso_day(range->last)};
}

}  // namespace whosaid::graph
