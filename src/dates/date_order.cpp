#include "dates/date_order.hpp"

namespace whosaid {
namespace {

char plain(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "en-GB-oxendict" begins with "en-gb", "english" does not begin with "en".
bool begins_with(std::string_view locale, std::string_view stem) {
  if (locale.size() < stem.size()) return false;
  for (std::size_t i = 0; i < stem.size(); ++i)
    if (plain(locale[i]) != plain(stem[i])) return false;
  return locale.size() == stem.size() || plain(locale[stem.size()]) == '-';
}

std::string_view take_word(std::string_view& line) {
  auto const begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  line.remove_prefix(begin);
  auto const word = line.substr(0, line.find_first_of(" \t\r"));
  line.remove_prefix(word.size());
  return word;
}

}  // namespace

digits::Order date_order(grammar::Language const& language, std::string_view locale) {
  if (locale.empty()) locale = language.code();  // a text that does not say more than which language it is in
  auto order = digits::Order::any;
  std::size_t best = 0;
  auto text = language.file("dates.txt");
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    if (take_word(line) != "order") continue;
    auto const stem = take_word(line), value = take_word(line);
    if (stem.size() < best || stem.empty() || !begins_with(locale, stem)) continue;
    best = stem.size();
    order = value == "month-day" ? digits::Order::month_day : value == "day-month" ? digits::Order::day_month : digits::Order::any;
  }
  return order;
}

void check_date_orders(grammar::Language const& language, Problems& problems) {
  auto text = language.file("dates.txt");
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    auto const keyword = take_word(line), locale = take_word(line), value = take_word(line);
    if (keyword.empty() || keyword[0] == '#') continue;
    bool const known = value == "month-day" || value == "day-month" || value == "any";
    if (keyword != "order" || locale.empty() || !known || !take_word(line).empty())
      problems.push_back({language.path_of("dates.txt"), number, 1, "expected 'order LOCALE month-day', 'day-month' or 'any'"});
  }
}

}  // namespace whosaid
