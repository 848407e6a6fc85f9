// How a place writes a date in digits, from the language's dates.txt.
#pragma once
#include <string_view>

#include "dates/digits.hpp"
#include "grammar/library.hpp"

namespace whosaid {

// Lines `order LOCALE month-day|day-month|any`, the longest LOCALE that `locale` begins with wins; Order::any when none
// does. Case and _ for - do not matter. Reads the file: for the rare date that needs it.
[[nodiscard]] digits::Order date_order(grammar::Language const& language, std::string_view locale);

// Adds what is wrong with the lines of that file.
void check_date_orders(grammar::Language const& language, Problems& problems);

}  // namespace whosaid
