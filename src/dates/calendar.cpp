#include "dates/calendar.hpp"

#include <array>
#include <charconv>

namespace whosaid::calendar {
namespace {

using std::chrono::days;

// At least so many characters wide, with zeros before the digits.
void append_padded(std::string& out, int number, std::size_t width) {
  std::array<char, 16> digits;
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  std::size_t const sign = number < 0 ? 1 : 0, size = static_cast<std::size_t>(end - digits.data());
  out.append(digits.data(), sign);
  if (size < width) out.append(width - size, '0');
  out.append(digits.data() + sign, end);
}

std::string iso_month(std::chrono::year year, std::chrono::month month) {
  std::string out;
  append_padded(out, static_cast<int>(year), 4);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(month)), 2);
  return out;
}

// Every date of a text comes by here, most of them several times.
std::string iso_day(Days day) {
  std::chrono::year_month_day const d{day};
  std::string out = iso_month(d.year(), d.month());
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(d.day())), 2);
  return out;
}

// Reads a whole number and moves `text` behind it.
bool take_number(std::string_view& text, int& out) {
  if (text.starts_with('+')) text.remove_prefix(1);
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// The `week`-th `weekday` (0 = Sunday) of a month; week 5 is the last.
std::optional<Days> weekday_in_month(int year, int month, int week, int weekday) {
  if (month < 1 || month > 12 || week < 1 || week > 5 || weekday < 0 || weekday > 6) return std::nullopt;
  auto const ym = std::chrono::year{year} / month;
  std::chrono::weekday const wanted{static_cast<unsigned>(weekday)};
  if (week == 5) return Days{ym / std::chrono::weekday_last{wanted}};
  return Days{ym / wanted[static_cast<unsigned>(week)]};
}

}  // namespace

std::optional<Days> make_day(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  std::chrono::year_month_day const d{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                      std::chrono::day{static_cast<unsigned>(day)}};
  if (!d.ok()) return std::nullopt;
  return Days{d};
}

Days add_months(Days day, int months) {
  auto d = std::chrono::year_month_day{day} + std::chrono::months{months};
  if (!d.ok()) d = d.year() / d.month() / std::chrono::last;
  return Days{d};
}

Stretch day_stretch(Days day) { return {iso_day(day), day, day}; }

Stretch week_stretch(Days any_day_of_it) {
  auto const monday = monday_of(any_day_of_it);
  // The week belongs to the year of its Thursday.
  int const year = year_of(monday + days{3});
  auto const first = monday_of(Days{std::chrono::year{year} / 1 / 4});
  std::string out;
  append_padded(out, year, 4);
  out += "-W";
  append_padded(out, static_cast<int>((monday - first).count()) / 7 + 1, 2);
  return {out, monday, monday + days{6}};
}

Stretch weekend_stretch(Days any_day_of_the_week) {
  auto const saturday = monday_of(any_day_of_the_week) + days{5};
  return join(day_stretch(saturday), day_stretch(saturday + days{1}));
}

Stretch month_stretch(int year, int month) {
  auto const ym = std::chrono::year{year} / 1 + std::chrono::months{month - 1};
  return {iso_month(ym.year(), ym.month()), Days{ym / 1}, Days{ym / std::chrono::last}};
}

Stretch year_stretch(int year) {
  std::string out;
  append_padded(out, year, 4);
  return {out, Days{std::chrono::year{year} / 1 / 1}, Days{std::chrono::year{year} / 12 / 31}};
}

Stretch join(Stretch const& from, Stretch const& to) {
  auto const head = from.iso.substr(0, from.iso.find('/'));
  auto const slash = to.iso.find('/');
  auto const tail = slash == std::string::npos ? to.iso : to.iso.substr(slash + 1);
  return {head == tail ? head : head + "/" + tail, from.first, to.last};
}

std::optional<Stretch> months_of(std::string_view months, int year) {
  int first = 0, last = 0;
  if (!take_number(months, first) || !take(months, '/') || !take_number(months, last)) return std::nullopt;
  if (first < 1 || first > 12 || last < 1 || last > 12) return std::nullopt;
  return join(month_stretch(year, first), month_stretch(year, last < first ? last + 12 : last));
}

std::optional<Days> holiday_in(std::string_view holiday, int year) {
  std::optional<Days> day;
  int a = 0, b = 0, c = 0;
  if (take(holiday, 'e')) {
    day = easter_sunday(year);
  } else if (take(holiday, 'm')) {
    if (!take_number(holiday, a) || !take(holiday, '.') || !take_number(holiday, b) || !take(holiday, '.') ||
        !take_number(holiday, c))
      return std::nullopt;
    day = weekday_in_month(year, a, b, c);
  } else if (take_number(holiday, a) && take(holiday, '-') && take_number(holiday, b)) {
    if (a > 31) {  // a whole date brings its own year
      if (!take(holiday, '-') || !take_number(holiday, c)) return std::nullopt;
      return make_day(a, b, c);
    }
    day = make_day(year, a, b);
  }
  if (day && !holiday.empty()) {
    int shift = 0;
    if (!take_number(holiday, shift) || !holiday.empty()) return std::nullopt;
    *day += days{shift};
  }
  return day;
}

Days easter_sunday(int year) {
  // Gauss's reckoning in the form of Meeus, Astronomical Algorithms, chapter 8.
  int const a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  int const g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  int const l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int const month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return Days{std::chrono::year{year} / month / day};
}

}  // namespace whosaid::calendar
