#include "dates/digits.hpp"

#include <algorithm>
#include <array>

namespace whosaid::digits {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Numbers parted by one kind of separator: 12/03/2025. `count` is 0 when the text is anything else.
struct Fields {
  std::array<int, 3> value{};
  std::array<int, 3> width{};
  int count = 0;
  char separator = 0;
};

Fields read_fields(std::string_view text) {
  Fields out;
  std::size_t at = 0;
  while (at < text.size() && out.count < 3) {
    int value = 0, width = 0;
    while (at < text.size() && is_digit(text[at]) && width < 5) value = value * 10 + (text[at++] - '0'), ++width;
    if (width == 0 || width > 4) return {};
    auto const n = static_cast<std::size_t>(out.count++);
    out.value[n] = value;
    out.width[n] = width;
    if (at == text.size()) return out;
    char const c = text[at];
    if (out.count == 3) {  // a time behind an ISO date
      bool const time = c == 'T' && out.separator == '-' && at + 1 < text.size() && is_digit(text[at + 1]);
      return time ? out : Fields{};
    }
    if (c != '/' && c != '-' && c != '.') return {};
    if (out.separator != 0 && out.separator != c) return {};
    out.separator = c;
    ++at;
  }
  return {};  // ends in a separator
}

bool plausible(int year) { return year >= 1000 && year <= 2199; }

}  // namespace

// 2024-W10, 2024-W10-3: ISO 8601 weeks, Monday is 1.
std::vector<calendar::Stretch> read_week(std::string_view text) {
  using namespace calendar;
  auto const number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t at = from; at < from + count; ++at) value = is_digit(text[at]) ? value * 10 + (text[at] - '0') : -100000;
    return value;
  };
  bool const day = text.size() == 10 && text[8] == '-';
  if ((text.size() != 8 && !day) || text[4] != '-' || (text[5] | 0x20) != 'w') return {};
  int const year = number(0, 4), week = number(6, 2), weekday = day ? number(9, 1) : 1;
  if (!plausible(year) || week < 1 || weekday < 1 || weekday > 7) return {};
  auto const monday = monday_of(*make_day(year, 1, 4)) + std::chrono::days{7 * (week - 1)};
  auto found = week_stretch(monday);
  if (!found.iso.starts_with(text.substr(0, 4))) return {};
  if (day) found = day_stretch(monday + std::chrono::days{weekday - 1});
  return {std::move(found)};
}

// 3Q23, 1H2024: a quarter or a half of a year.
std::vector<calendar::Stretch> read_quarter(std::string_view text) {
  using namespace calendar;
  if ((text.size() != 4 && text.size() != 6) || !std::all_of(text.begin() + 2, text.end(), is_digit)) return {};
  int const number = text[0] - '0', months = (text[1] | 0x20) == 'q' ? 3 : 6;
  int const year = *read_small(text.substr(2)) + (text.size() == 4 ? 2000 : 0);
  if (number < 1 || number > 12 / months || !plausible(year)) return {};
  return {join(month_stretch(year, (number - 1) * months + 1), month_stretch(year, number * months))};
}

std::vector<calendar::Stretch> read_date(std::string_view text, Order order) {
  using namespace calendar;
  if (text.size() >= 4 && is_digit(text[0]) && (text[1] == 'Q' || text[1] == 'q' || text[1] == 'H')) return read_quarter(text);
  if (text.size() >= 8 && (text[5] | 0x20) == 'w') return read_week(text);
  std::vector<Stretch> out;
  auto const f = read_fields(text);
  auto const add = [&](int year, int month, int day) {
    if (!plausible(year)) return;
    if (auto const d = make_day(year, month, day)) {
      if (out.empty() || out.front().first != *d) out.push_back(day_stretch(*d));
    }
  };
  if (f.count == 2 && f.separator == '/' && f.width[0] <= 2 && f.width[1] == 4 && plausible(f.value[1])) {  // 03/2024
    if (f.value[0] >= 1 && f.value[0] <= 12) out.push_back(month_stretch(f.value[1], f.value[0]));
    return out;
  }
  if (f.count == 2 && f.separator != '.' && f.width[0] == 4 && plausible(f.value[0])) {  // a season: 2015-16, 2015/16
    int const from = f.value[0];
    int to = f.value[1];
    if (f.width[1] == 2) to += from / 100 * 100;
    if (f.width[1] != 2 && f.width[1] != 4) return out;
    if (to > from && to < from + 100 && plausible(to)) {
      if (f.width[1] == 2 && f.value[1] <= 12) return out;  // may be a month or a season: 2010-11
      out.push_back(join(year_stretch(from), year_stretch(to)));
    } else if (f.separator == '-' && f.width[1] == 2 && f.value[1] >= 1 && f.value[1] <= 12) {
      out.push_back(month_stretch(from, f.value[1]));  // 2024-03
    }
    return out;
  }
  if (f.count != 3) return out;
  if (f.width[0] == 4) {
    if (f.width[1] <= 2 && f.width[2] <= 2) add(f.value[0], f.value[1], f.value[2]);
    return out;
  }
  if (f.width[0] > 2 || f.width[1] > 2) return out;
  int year = f.value[2];
  if (f.width[2] == 2 && f.separator != '-') year += year < 69 ? 2000 : 1900;  // as POSIX reads %y
  else if (f.width[2] != 4) return out;
  if (order != Order::month_day) add(year, f.value[1], f.value[0]);
  if (order != Order::day_month) add(year, f.value[0], f.value[1]);
  // A stated order that the values contradict (30 as a month) gives way to the values.
  if (out.empty() && order == Order::month_day) add(year, f.value[1], f.value[0]);
  if (out.empty() && order == Order::day_month) add(year, f.value[0], f.value[1]);
  return out;
}

bool is_clock(std::string_view text) {
  std::size_t at = 0;
  auto const number = [&](std::size_t most) {
    int value = 0;
    std::size_t const from = at;
    while (at < text.size() && at - from < most && is_digit(text[at])) value = value * 10 + (text[at++] - '0');
    return at == from ? -1 : value;
  };
  int const hour = number(2);
  if (hour < 0 || hour > 24) return false;
  if (text.size() == 4 && is_digit(text[2]) && is_digit(text[3])) return text[2] < '6';  // 1430, where the rule knows it for a time
  bool minutes = false;
  for (int part = 0; part < 2 && at + 2 < text.size() && (text[at] == ':' || text[at] == '.') && is_digit(text[at + 1]); ++part) {
    ++at;
    std::size_t const from = at;
    int const value = number(2);
    if (value > 59 || at - from != 2) return false;
    minutes = true;
  }
  if (at == text.size()) return minutes;
  return !is_digit(text[at]) && text[at] != ',' && text[at] != '/' && text[at] != '-' && text[at] != ':' &&
         !(text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1]));
}

std::optional<int> read_year(std::string_view text) {
  bool const marked = !text.empty() && (text.front() == '\'' || text.starts_with("\u2019") || text.starts_with("\u2018"));  // '92
  while (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);  // mid-2019
  if (marked && text.size() == 2 && is_digit(text[0]) && is_digit(text[1])) return *read_small(text) + (text[0] < '3' ? 2000 : 1900);
  if (text.size() == 7 && (text[4] == '-' || text[4] == '/') && read_date(text, Order::any).size() == 1) text = text.substr(0, 4);
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  auto const value = *read_small(text);
  return plausible(value) ? std::optional{value} : std::nullopt;
}

std::optional<int> read_decade(std::string_view text) {
  while (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);  // apostrophes of any kind
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  auto const tail = text.substr(digits);
  if (tail.empty() || tail.back() != 's' || tail.size() > 4) return std::nullopt;
  if (digits != 4 && digits != 2) return std::nullopt;
  int value = *read_small(text.substr(0, digits));
  if (value % 10 != 0) return std::nullopt;
  if (digits == 2) value += value < 20 ? 2000 : 1900;
  return plausible(value) ? std::optional{value} : std::nullopt;
}

std::optional<int> read_small(std::string_view text) {
  int value = 0;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at]) && at < 5) value = value * 10 + (text[at++] - '0');
  if (at == 0 || at > 4 || text.size() - at > 2) return std::nullopt;
  for (char const c : text.substr(at))
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return std::nullopt;
  return value;
}

std::optional<Pair> read_pair(std::string_view text) {
  auto const f = read_fields(text);
  if (f.count != 2 || f.separator != '-' || f.width[0] > 2 || f.width[1] > 2 || f.value[0] >= f.value[1]) return std::nullopt;
  return Pair{f.value[0], f.value[1]};
}

}  // namespace whosaid::digits
