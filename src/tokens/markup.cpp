#include "tokens/markup.hpp"

#include <algorithm>
#include <array>

namespace whosaid {
namespace {

constexpr std::size_t longest_tag = 1000;
constexpr std::size_t longest_name = 10;

constexpr auto blocks = std::to_array<std::string_view>({
    "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"});
constexpr auto inlines = std::to_array<std::string_view>({
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"});
static_assert(std::is_sorted(blocks.begin(), blocks.end()) && std::is_sorted(inlines.begin(), inlines.end()));

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

Markup markup_at(std::string_view text, std::size_t at) {
  auto const ahead = text.substr(at, longest_tag);
  if (ahead.starts_with("<!--")) {
    auto const end = ahead.find("-->");
    return end == std::string_view::npos ? Markup{} : Markup{end + 3, false};
  }
  std::size_t behind = ahead.starts_with("</") ? 2 : 1;
  std::array<char, longest_name> name{};
  std::size_t size = 0;
  while (behind < ahead.size() && size < longest_name && letter_or_digit(lower(ahead[behind]))) name[size++] = lower(ahead[behind++]);
  std::string_view const called(name.data(), size);
  bool const block = std::binary_search(blocks.begin(), blocks.end(), called);
  if (!block && !std::binary_search(inlines.begin(), inlines.end(), called)) return {};
  auto const end = ahead.find_first_of("<>", behind);
  if (end == std::string_view::npos || ahead[end] == '<') return {};
  auto const attributes = ahead.substr(behind, end - behind);
  bool const plain = attributes.find_first_not_of(" /\n\t") == std::string_view::npos;
  if (!plain && (attributes[0] != ' ' || attributes.find('=') == std::string_view::npos)) return {};
  return {end + 1, block};
}

}  // namespace whosaid
