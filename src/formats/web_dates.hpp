// Dates as pages, feeds and archives write them, turned into ISO 8601.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::formats {

// "2025-03-12", "2025-03-12T08:00:00+02:00" and "2025/03/12" as they are (with hyphens and T); "20250312" with hyphens;
// RFC 2822 ("Wed, 12 Mar 2025 08:00:00 GMT") as "2025-03-12T08:00:00Z". "" when it is none of them.
[[nodiscard]] std::string web_date_to_iso(std::string_view date);

}  // namespace whosaid::formats
