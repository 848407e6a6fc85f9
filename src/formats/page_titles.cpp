#include "formats/page_titles.hpp"

#include <algorithm>
#include <array>

namespace whosaid::formats {
namespace {

constexpr std::array<std::string_view, 6> separators{" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xE2\x80\xA2 "};

bool starts_with_separator(std::string_view text) {
  return std::any_of(separators.begin(), separators.end(), [&](auto separator) { return text.starts_with(separator); });
}
bool ends_with_separator(std::string_view text) {
  return std::any_of(separators.begin(), separators.end(), [&](auto separator) { return text.ends_with(separator); });
}

}  // namespace

std::string without_site(std::string title, std::string_view heading, std::string_view site) {
  if (title.size() <= heading.size() + 3) return title;
  std::string_view const all = title;
  if (heading.size() >= shortest_title) {
    if (all.starts_with(heading) && starts_with_separator(all.substr(heading.size()))) return std::string(heading);
    if (all.ends_with(heading) && ends_with_separator(all.substr(0, all.size() - heading.size()))) return std::string(heading);
  }
  if (site.empty() || all.size() <= site.size() + shortest_title || !all.ends_with(site)) return title;
  auto const front = all.substr(0, all.size() - site.size());
  for (auto const separator : separators)
    if (front.ends_with(separator)) return std::string(front.substr(0, front.size() - separator.size()));
  return title;
}

std::string_view article_in_title(std::string_view window_title) {
  std::string_view rest = window_title, longest;
  while (!rest.empty()) {
    std::size_t cut = std::string_view::npos, width = 0;
    for (auto const separator : separators) {
      auto const at = rest.find(separator);
      if (at < cut) {
        cut = at;
        width = separator.size();
      }
    }
    auto const part = rest.substr(0, cut);
    if (part.size() > longest.size()) longest = part;
    if (cut == std::string_view::npos) break;
    rest.remove_prefix(cut + width);
  }
  return longest;
}

}  // namespace whosaid::formats
