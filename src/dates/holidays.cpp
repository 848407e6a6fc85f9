#include "dates/holidays.hpp"

#include <algorithm>
#include <chrono>

namespace whosaid {

std::string_view holiday_of(std::string_view holiday, std::string_view land) {
  if (holiday.find('=') == std::string_view::npos) return holiday;
  std::string_view other;
  while (!holiday.empty()) {
    auto const one = holiday.substr(0, holiday.find(';'));
    holiday.remove_prefix(std::min(one.size() + 1, holiday.size()));
    auto const value = one.substr(one.find('=') + 1);
    if (!land.empty() && one.starts_with(land) && one.substr(land.size()).starts_with('=')) return value;
    if (one.starts_with('*')) other = value;
  }
  return other;
}

std::string land_of_locale(std::string_view locale) {
  auto const at = locale.find_first_of("-_");
  if (at == std::string_view::npos || locale.size() < at + 3 || (locale.size() > at + 3 && locale[at + 3] != '-')) return {};
  std::string out(locale.substr(at + 1, 2));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

calendar::Stretch long_weekend(calendar::Days holiday) {
  using namespace calendar;
  using std::chrono::days;
  int const weekday = weekday_of(holiday);
  if (weekday <= 2) return join(day_stretch(holiday - days{weekday + 1}), day_stretch(holiday));
  auto const weekend = weekend_stretch(holiday);
  return weekday == 4 || weekday == 5 ? join(day_stretch(holiday), weekend) : weekend;
}

}  // namespace whosaid
