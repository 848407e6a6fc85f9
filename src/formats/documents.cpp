#include "formats/documents.hpp"

#include "text/utf8.hpp"

namespace whosaid::formats {

void mend_utf8(std::string& text, std::string_view place, Problems& notes) {
  if (first_invalid_utf8(text) == text.size()) return;
  auto repair = repair_utf8(text);
  notes.push_back({std::string(place), 0, 0,
                   "not UTF-8 at byte " + std::to_string(repair.first_bad_byte) + ": " + std::to_string(repair.replaced) +
                       (repair.replaced == 1 ? " sequence" : " sequences") + " replaced by U+FFFD"});
  text = std::move(repair.text);
}

bool begins_with_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  unsigned fields[3] = {0, 0, 0};
  std::size_t field = 0;
  for (char const c : text.substr(0, 10)) {
    if (c == '-') {
      ++field;
      continue;
    }
    if (c < '0' || c > '9' || field > 2) return false;
    fields[field] = fields[field] * 10 + static_cast<unsigned>(c - '0');
  }
  if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return false;
  auto const [year, month, day] = fields;
  if (month < 1 || month > 12 || day < 1) return false;
  bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  unsigned const days = month == 2 ? (leap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
  return day <= days;
}

}  // namespace whosaid::formats
