// ISO 8601 as it stands in quote tables: an order for instants, and the days that a date covers.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::graph {

inline constexpr std::int64_t unknown_time = INT64_MAX;

// Seconds since 1970-01-01T00:00Z of "2025-03-12", "2025-03-12T09:30", "2025-03-12T09:30:00.5+03:00"; a day without a time is its
// first second, a time without a zone is taken as UTC. Also "2025-03" and "2025". unknown_time for anything else.
[[nodiscard]] std::int64_t instant_of(std::string_view iso);

// First and last day that an ISO date covers: a day, a month, a year, a week (2024-W10), an interval of these (a/b).
struct Days {
  std::string first, last;  // YYYY-MM-DD
};
[[nodiscard]] std::optional<Days> days_of(std::string_view iso);

}  // namespace whosaid::graph
