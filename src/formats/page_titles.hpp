// What a page calls itself, and what of that is the article's title.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace whosaid::formats {

inline constexpr std::size_t shortest_title = 12;  // bytes of a heading that is known again

// "Bridge opens - The Courier" -> "Bridge opens", where that is the page's heading or the site's name is known; else `title` as it is.
[[nodiscard]] std::string without_site(std::string title, std::string_view heading, std::string_view site);

// The window's title names the site as well, behind a bar or a dash; the longest part is the article's.
[[nodiscard]] std::string_view article_in_title(std::string_view window_title);

}  // namespace whosaid::formats
