#include "dates/dates.hpp"
#include "dates/digits.hpp"

namespace whosaid {

std::optional<Day> parse_iso_day(std::string_view iso) {
  auto const readings = digits::read_date(iso.substr(0, 10), digits::Order::any);
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-' || readings.size() != 1) return std::nullopt;
  std::chrono::year_month_day const d{readings.front().first};
  return Day{static_cast<int>(d.year()), static_cast<std::uint8_t>(static_cast<unsigned>(d.month())),
             static_cast<std::uint8_t>(static_cast<unsigned>(d.day()))};
}

}  // namespace whosaid
