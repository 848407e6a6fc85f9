#include "formats/page_limits.hpp"

#include <strings.h>

#include <algorithm>
#include <span>

#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

// Looking for open elements costs their number at every tag. No page that a person wrote is nested like this.
constexpr std::size_t deepest = 1500;
constexpr std::size_t most_formatting = 5000;  // open <b>, <font> …: each is compared with all others
constexpr std::size_t most_bodies = 512;       // <body …> and <html …>: their attributes join those of the first


bool is_one_of(std::string_view name, std::span<std::string_view const> names) {
  return std::any_of(names.begin(), names.end(), [&](auto one) { return one.size() == name.size() && strncasecmp(one.data(), name.data(), name.size()) == 0; });
}

// Elements that end only by their own tag, so that an upper bound of the nesting can be told from the tags alone.
bool nests(std::string_view name) {
  static constexpr std::string_view names[] = {"div", "span", "section", "article", "blockquote", "ul", "ol", "table", "center", "fieldset",
                                               "aside", "nav", "main", "header", "footer", "figure", "dl", "details", "svg", "math", "g",
                                               "object", "marquee", "applet", "template"};
  // A custom element nests as well; a long unknown name is rare enough to be counted with them.
  return is_one_of(name, names) || name.size() > 10;
}

// Those that are opened again in the next paragraph when nobody closed them. The cell of a table ends them.
bool is_formatting(std::string_view name) {
  static constexpr std::string_view names[] = {"b", "i", "em", "strong", "font", "big", "small", "tt", "u", "s", "strike", "code"};
  return is_one_of(name, names);
}
bool ends_formatting(std::string_view name) {
  static constexpr std::string_view names[] = {"td", "th", "tr", "caption", "table"};
  return is_one_of(name, names);
}

}  // namespace

std::string_view too_much(std::string_view html) {
  static constexpr std::string_view outermost[] = {"html", "body"};
  constexpr std::string_view too_deep = "the elements are nested too deeply";
  std::size_t depth = 0, formatting = 0, bodies = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size(); at = html.find('<', at + 1)) {
    bool const closing = html[at + 1] == '/';
    std::size_t const begin = at + 1 + closing;
    std::size_t end = begin;
    while (end < html.size() && end - begin < 12 && is_ascii_letter(html[end])) ++end;
    if (end == begin) continue;
    auto const name = html.substr(begin, end - begin);
    if (ends_formatting(name)) formatting = 0;
    if (!closing && end < html.size() && html[end] != '>' && is_one_of(name, outermost) && ++bodies > most_bodies) return too_many_attributes;
    auto* const count = nests(name) ? &depth : is_formatting(name) ? &formatting : nullptr;
    if (!count) continue;
    if (closing) *count -= *count > 0;
    else if (++*count > (count == &depth ? deepest : most_formatting)) return too_deep;
  }
  return {};
}

}  // namespace whosaid::formats
