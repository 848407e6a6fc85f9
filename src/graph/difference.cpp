#include "graph/difference.hpp"

#include <algorithm>

namespace whosaid::graph {

std::uint32_t count_edits(Words a, Words b, std::uint32_t limit, Ends ends, std::vector<std::uint32_t>& row) {
  auto const n = static_cast<std::int64_t>(a.size());
  auto const m = static_cast<std::int64_t>(b.size());
  auto const band = static_cast<std::int64_t>(limit);
  std::uint32_t const too_many = limit + 1;
  // With free ends the match may begin and end up to `limit` off the diagonal, so the band is twice as wide to the right.
  std::int64_t const right = ends == Ends::cut ? 2 * band : band;
  if (ends == Ends::whole && (m > n + band || n > m + band)) return too_many;
  if (ends == Ends::cut && n > m + band) return too_many;
  // Cell k of a row is column i + k - band.
  auto const width = static_cast<std::size_t>(band + right + 1);
  row.assign(width + 2, too_many);
  auto const cell = [&](std::int64_t k) -> std::uint32_t& { return row[static_cast<std::size_t>(k + 1)]; };
  for (std::int64_t j = 0; j <= std::min(right, m); ++j)
    cell(j + band) = ends == Ends::cut ? 0u : static_cast<std::uint32_t>(j);
  for (std::int64_t i = 1; i <= n; ++i) {
    std::uint32_t best = too_many;
    std::uint32_t left = too_many;
    for (std::int64_t k = 0; k < static_cast<std::int64_t>(width); ++k) {
      std::int64_t const j = i + k - band;
      std::uint32_t value = too_many;
      if (j >= 0 && j <= m) {
        // The row above in this band: same k is column j - 1, k + 1 is column j.
        if (j > 0) value = std::min(cell(k) + (a[i - 1] == b[j - 1] ? 0u : 1u), left + 1);
        value = std::min({value, cell(k + 1) + 1, too_many});
      }
      left = value;
      cell(k) = value;
      best = std::min(best, value);
    }
    cell(static_cast<std::int64_t>(width)) = too_many;
    if (best > limit) return too_many;
  }
  if (ends == Ends::whole) {
    std::int64_t const k = m - n + band;
    return k >= 0 && k < static_cast<std::int64_t>(width) ? cell(k) : too_many;
  }
  std::uint32_t best = too_many;
  for (std::int64_t k = 0; k < static_cast<std::int64_t>(width); ++k)
    if (std::int64_t const j = n + k - band; j >= 0 && j <= m) best = std::min(best, cell(k));
  return best;
}

Alignment align(Words a, Words b, Ends ends) {
  Alignment out;
  std::size_t const n = a.size(), m = b.size();
  if ((n + 1) * (m + 1) > 4'000'000) {
    std::size_t front = 0, back = 0;
    while (front < std::min(n, m) && a[front] == b[front]) ++front;
    while (back < std::min(n, m) - front && a[n - 1 - back] == b[m - 1 - back]) ++back;
    if (front + back < std::max(n, m))
      out.hunks.push_back({static_cast<std::uint32_t>(front), static_cast<std::uint32_t>(n - back),
                           static_cast<std::uint32_t>(front), static_cast<std::uint32_t>(m - back)});
    out.edits = static_cast<std::uint32_t>(std::max(n, m) - front - back);
    return out;
  }
  std::vector<std::uint32_t> cost((n + 1) * (m + 1));
  auto const at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return cost[i * (m + 1) + j]; };
  for (std::size_t j = 0; j <= m; ++j) at(0, j) = ends == Ends::cut ? 0 : static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= n; ++i) {
    at(i, 0) = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= m; ++j)
      at(i, j) = std::min({at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0u : 1u), at(i - 1, j) + 1, at(i, j - 1) + 1});
  }
  std::size_t i = n, j = m;
  if (ends == Ends::cut)
    for (std::size_t k = 0; k <= m; ++k)
      if (at(n, k) < at(n, j)) j = k;
  out.edits = at(n, j);
  while (i > 0 || (j > 0 && ends == Ends::whole)) {
    if (i > 0 && j > 0 && a[i - 1] == b[j - 1] && at(i, j) == at(i - 1, j - 1)) {
      --i, --j;
      continue;
    }
    // A hunk ends here; walk to its beginning.
    Hunk hunk{0, static_cast<std::uint32_t>(i), 0, static_cast<std::uint32_t>(j)};
    while (i > 0 || (j > 0 && ends == Ends::whole)) {
      if (i > 0 && j > 0 && a[i - 1] == b[j - 1] && at(i, j) == at(i - 1, j - 1)) break;
      if (i > 0 && j > 0 && at(i, j) == at(i - 1, j - 1) + 1) --i, --j;
      else if (j > 0 && at(i, j) == at(i, j - 1) + 1) --j;
      else --i;
    }
    hunk.a_first = static_cast<std::uint32_t>(i);
    hunk.b_first = static_cast<std::uint32_t>(j);
    out.hunks.push_back(hunk);
  }
  std::reverse(out.hunks.begin(), out.hunks.end());
  return out;
}

}  // namespace whosaid::graph
