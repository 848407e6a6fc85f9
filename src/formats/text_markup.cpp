#include "formats/text_markup.hpp"

#include <algorithm>
#include <string>

#include "tokens/markup.hpp"

namespace whosaid::formats {
namespace {

void mark_quoted_lines(Document& document) {
  std::string_view const text = document.text;
  std::size_t behind = std::string_view::npos;  // where the next line of the same quotation would begin
  int count = 0;
  for (auto at = text.starts_with("> ") ? std::size_t{0} : text.find("\n> "); at != std::string_view::npos; at = text.find("\n> ", at + 1)) {
    auto const line = text[at] == '\n' ? at + 1 : at;
    auto const end = std::min(text.find('\n', line), text.size());
    if (line != behind) ++count;
    behind = end + 1;
    if (end > line + 2) document.zones.push_back({{static_cast<std::uint32_t>(line + 2), static_cast<std::uint32_t>(end)}, Section::blockquote, "blockquote[" + std::to_string(count) + "]"});
    at = end - 1;
  }
}

}  // namespace

void mark_block_quotes(Document& document) {
  constexpr std::string_view opening = "<blockquote", closing = "</blockquote";
  document.zones.clear();
  std::string_view const text = document.text;
  for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
    auto const tag = markup_at(text, at);
    auto const end = text.find(closing, at);
    if (tag.size == 0 || end == std::string_view::npos) continue;
    document.zones.push_back({{static_cast<std::uint32_t>(at + tag.size), static_cast<std::uint32_t>(end)}, Section::blockquote, "blockquote"});
    at = end;
  }
  if (document.zones.empty()) mark_quoted_lines(document);
}

}  // namespace whosaid::formats
