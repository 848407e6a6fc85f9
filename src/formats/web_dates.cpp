#include "formats/web_dates.hpp"

#include <array>

#include "formats/documents.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

std::string_view next_word(std::string_view& rest) {
  auto const begin = rest.find_first_not_of(" ,\t\r\n");
  if (begin == std::string_view::npos) return rest = {};
  rest.remove_prefix(begin);
  auto const end = std::min(rest.find_first_of(" ,\t\r\n"), rest.size());
  auto const word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

// The names of RFC 2822 are a protocol's, the same in every language.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (word.substr(0, 3) == names[i]) return static_cast<int>(i) + 1;
  return 0;
}

std::string two(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

std::string from_rfc2822(std::string_view date) {
  auto word = next_word(date);
  if (!word.empty() && !is_ascii_digit(word[0])) word = next_word(date);
  if (word.empty() || word.size() > 2 || !is_ascii_digit(word[0]) || (word.size() == 2 && !is_ascii_digit(word[1]))) return {};
  int const day = word.size() == 2 ? (word[0] - '0') * 10 + word[1] - '0' : word[0] - '0';
  int const month = month_of(next_word(date));
  auto const year = next_word(date);
  if (month == 0 || year.size() != 4) return {};
  std::string out = std::string(year) + '-' + two(month) + '-' + two(day);
  if (!begins_with_iso_day(out)) return {};
  auto const clock = next_word(date);
  if (clock.size() < 5 || clock[2] != ':' || !is_ascii_digit(clock[0]) || !is_ascii_digit(clock[1]) || !is_ascii_digit(clock[3]) || !is_ascii_digit(clock[4])) return out;
  out += 'T' + std::string(clock.substr(0, 5)) + (clock.size() == 8 ? std::string(clock.substr(5)) : std::string(":00"));
  auto const zone = next_word(date);
  if (zone == "GMT" || zone == "UT" || zone == "UTC" || zone == "Z") out += 'Z';
  else if (zone.size() == 5 && (zone[0] == '+' || zone[0] == '-')) out += std::string(zone.substr(0, 3)) + ':' + std::string(zone.substr(3));
  return out;
}

}  // namespace

std::string web_date_to_iso(std::string_view date) {
  auto const begin = date.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  date = date.substr(begin, date.find_last_not_of(" \t\r\n") + 1 - begin);
  std::string out(date);
  if (out.size() >= 10 && out[4] == '/' && out[7] == '/') out[4] = out[7] = '-';
  if (out.size() >= 8 && out.find_first_not_of("0123456789") >= 8) out = out.substr(0, 4) + '-' + out.substr(4, 2) + '-' + out.substr(6);
  if (begins_with_iso_day(out)) {
    if (out.size() > 10 && out[10] == ' ') out[10] = 'T';
    return out;
  }
  return from_rfc2822(date);
}

}  // namespace whosaid::formats
