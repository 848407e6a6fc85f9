// The day of publication where a page only writes it for its readers: "August 18, 2010 3:21 PM PDT", or in its address.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace whosaid::formats {

// Immutable once built; shared by threads.
class PageDays {
 public:
  // With the names of months of every built-in language.
  [[nodiscard]] static PageDays built_in();

  // The first full day in a line, as YYYY-MM-DD: "Aug. 18, 2010", "18 August 2010", 2010-08-18, 2010/08/18, 18.8.2010,
  // 2010年8月18日. "" = none; 8/9/2010 may be either of two days and is none. Linear.
  [[nodiscard]] std::string day_in(std::string_view line) const;

  // What `line` says exactly (ISO 8601, RFC 2822, see web_date_to_iso), else the day in it.
  [[nodiscard]] std::string time_or_day_in(std::string_view line) const;

 private:
  std::map<std::string, int, std::less<>> months_;  // folded
};

// Of https://example.org/2010/08/18/title: 2010-08-18; "" when the path holds no day.
[[nodiscard]] std::string day_in_address(std::string_view url);

}  // namespace whosaid::formats
