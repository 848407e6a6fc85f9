#include "formats/page_days.hpp"

#include <charconv>
#include <vector>

#include "formats/documents.hpp"
#include "formats/web_dates.hpp"
#include "grammar/embedded.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace whosaid::formats {
namespace {

bool is_part(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

struct Word {
  std::string_view text;
  std::string_view before;  // what parts it from the word before
  int number = -1;          // of digits alone, "18th" as well
};

int number_of(std::string_view word) {
  int value = 0;
  auto const [stop, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  auto const rest = word.substr(static_cast<std::size_t>(stop - word.data()));
  if (error != std::errc() || stop == word.data()) return -1;
  return rest.empty() || (rest.size() == 2 && !is_ascii_digit(rest[0]) && static_cast<unsigned char>(rest[0]) < 0x80) ? value : -1;
}

// Digits and letters part, so that 年 and 月 stand alone.
std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> out;
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (!is_part(line[at])) {
      ++at;
      continue;
    }
    auto stop = at;
    bool const foreign = static_cast<unsigned char>(line[at]) >= 0x80;
    while (stop < line.size() && is_part(line[stop]) && (foreign ? !is_ascii_digit(line[stop]) : static_cast<unsigned char>(line[stop]) < 0x80)) ++stop;
    auto const text = line.substr(at, stop - at);
    out.push_back({text, line.substr(end, at - end), number_of(text)});
    at = end = stop;
  }
  return out;
}

// "" when there is no such day, or no page could have come out on it.
std::string day_of(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  auto const two = [](int value) { return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; };
  std::string const out = std::to_string(year) + '-' + two(month) + '-' + two(day);
  return begins_with_iso_day(out) ? out : std::string();
}

bool is_gap(std::string_view between) { return between.find_first_not_of(" ,.\t\n") == std::string_view::npos; }

}  // namespace

PageDays PageDays::built_in() {
  PageDays out;
  for (auto const& file : grammar::embedded_files()) {
    if (!file.path.ends_with("/lexicons/month.txt")) continue;
    std::string_view rest = file.content;
    while (!rest.empty()) {
      auto const end = std::min(rest.find('\n'), rest.size());
      auto const line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      auto const tab = line.find('\t');
      if (tab == std::string_view::npos || line[0] == '#') continue;
      auto name = line.substr(0, tab);
      if (name.ends_with('.')) name.remove_suffix(1);
      if (int const month = number_of(line.substr(tab + 1)); month > 0) out.months_.emplace(name, month);
    }
  }
  return out;
}

std::string PageDays::day_in(std::string_view line) const {
  auto const folded = fold_unicode(line);
  auto const words = words_of(folded);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    auto const &a = words[i], &b = words[i + 1], &c = words[i + 2];
    auto const month_named = [&](Word const& word) {
      auto const found = months_.find(word.text);
      return found == months_.end() ? 0 : found->second;
    };
    std::string out;
    if (is_gap(b.before) && is_gap(c.before)) {
      if (int const month = month_named(a)) out = day_of(c.number, month, b.number);
      else if (int const second = month_named(b)) out = day_of(c.number, second, a.number);
    }
    bool const parted = !b.before.empty() && b.before == c.before;
    if (out.empty() && parted && (b.before == "-" || b.before == "/")) out = day_of(a.number, b.number, c.number);
    if (out.empty() && parted && b.before == ".") out = day_of(c.number, b.number, a.number);
    if (out.empty() && i + 4 < words.size() && b.text == "\xE5\xB9\xB4" && words[i + 3].text == "\xE6\x9C\x88") out = day_of(a.number, c.number, words[i + 4].number);
    if (!out.empty()) return out;
  }
  return {};
}

std::string PageDays::time_or_day_in(std::string_view line) const {
  auto out = web_date_to_iso(line);
  return out.empty() ? day_in(line) : out;
}

std::string day_in_address(std::string_view url) {
  for (auto at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    auto const rest = url.substr(at + 1);
    if (rest.size() < 11 || rest[4] != '/' || rest[7] != '/' || rest[10] != '/') continue;
    if (auto day = day_of(number_of(rest.substr(0, 4)), number_of(rest.substr(5, 2)), number_of(rest.substr(8, 2))); !day.empty()) return day;
  }
  return {};
}

}  // namespace whosaid::formats
