// Wrapped lines are known by their arithmetic: in a block that a program wrapped to a width, a line and the first word of
// the next one never fit into that width together. A list of headlines or a transcript fails this at most lines.
// Fails on: text wrapped by hand at will. Tested by tests/unit/tokens_paragraphs_test.cpp.
#include "tokens/paragraphs.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace whosaid {
namespace {

struct Line {
  std::uint32_t begin = 0, end = 0;  // without the break and outer white space
  std::uint32_t stop = 0;            // offset of its '\n', or the text's size
  std::uint32_t width = 0;           // characters; measured only where lines stand together
};

constexpr std::uint32_t narrowest = 30;  // no wrapped text is narrower than this
constexpr std::uint32_t widest = 120;    // nor wider than this
constexpr std::uint32_t ragged = 4;      // characters that a wrapper may leave free although a word had fitted

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

Line line_at(std::string_view text, std::size_t at) {
  auto const* found = static_cast<char const*>(std::memchr(text.data() + at, '\n', text.size() - at));
  auto stop = found ? static_cast<std::size_t>(found - text.data()) : text.size();
  std::size_t begin = at;
  std::size_t end = stop;
  auto blank_pair = [&](std::size_t i) { return text[i] == '\xC2' && i + 1 < end && text[i + 1] == '\xA0'; };
  while (begin < end) {
    if (is_blank(text[begin])) ++begin;
    else if (blank_pair(begin)) begin += 2;
    else break;
  }
  while (end > begin && (is_blank(text[end - 1]) || (end - begin > 1 && blank_pair(end - 2)))) end -= is_blank(text[end - 1]) ? 1 : 2;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(stop), 0};
}

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::uint32_t first_word_size(std::string_view text, Line const& line) {
  std::uint32_t end = line.begin;
  while (end < line.end && !is_blank(text[end])) ++end;
  return count_characters(text.substr(line.begin, end - line.begin));
}

bool was_full(std::string_view text, Line const& line, Line const& next, std::uint32_t width) {
  return line.width + 1 + first_word_size(text, next) + ragged > width;
}

// A sentence that visibly goes on: no punctuation at the line's end, a lower-case letter at the next line's start.
bool goes_on(std::string_view text, Line const& line, Line const& next) {
  char last = text[line.end - 1];
  bool open_end = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || last == ',';
  std::uint32_t at = next.begin;
  for (std::string_view mark : {"(", "“", "\"", "‘", "'", "``", "''", "«", "„", "&ldquo;", "&quot;", "&#8220;", "&lsquo;", "&#8216;"})
    if (text.substr(at, next.end - at).starts_with(mark) && at + mark.size() < next.end) at += static_cast<std::uint32_t>(mark.size());
  char first = text[at];
  return open_end && first >= 'a' && first <= 'z' && line.width >= narrowest && line.width <= widest;
}

bool ends_sentence(std::string_view text, Line const& line) {
  auto tail = text.substr(line.begin, line.end - line.begin);
  for (std::string_view mark : {"\"", "'", "”", "’", ")", "»"})
    if (tail.ends_with(mark)) tail.remove_suffix(mark.size());
  return !tail.empty() && (tail.back() == '.' || tail.back() == '!' || tail.back() == '?' || tail.back() == ':');
}

// Width the lines of a block were wrapped to, 0 = they were not. At least three lines, four of five breaks full.
std::uint32_t wrapped_width(std::string_view text, Line const* lines, std::size_t count) {
  if (count < 3) return 0;
  std::uint32_t width = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (lines[i].width > widest) return 0;
    width = std::max(width, lines[i].width);
  }
  if (width < narrowest) return 0;
  std::size_t full = 0;
  std::size_t unfinished = 0;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    full += was_full(text, lines[i], lines[i + 1], width);
    unfinished += !ends_sentence(text, lines[i]);
  }
  // In prose that was wrapped most lines end in the middle of a sentence; headlines do so too, but are not full.
  return full * 5 >= (count - 1) * 4 && unfinished * 2 >= count - 1 ? width : 0;
}

// Blocks are runs of lines without an empty one between. A block of more lines than this is judged by pieces, each of
// which begins with the last line of the one before, so that the memory stays small.
constexpr std::size_t most_lines = 256;

// Calls `visit(lines, count, ends)` for every block or piece in order; `ends` tells that an empty line follows.
template <class Visit>
void for_each_block(std::string_view text, Visit visit) {
  Line block[most_lines];
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    Line line = line_at(text, at);
    at = static_cast<std::size_t>(line.stop) + 1;
    if (line.begin >= line.end) {
      if (count) visit(block, count, true);
      count = 0;
      continue;
    }
    if (count == most_lines) {
      visit(block, count, false);
      block[0] = block[count - 1];
      count = 1;
    }
    if (count == 1) block[0].width = count_characters(text.substr(block[0].begin, block[0].end - block[0].begin));
    if (count > 0) line.width = count_characters(text.substr(line.begin, line.end - line.begin));
    block[count++] = line;
  }
  if (count) visit(block, count, false);  // behind the last line there is nothing to part it from
}

struct Layout {
  std::uint32_t width = 0;      // the usual one of a text most of whose lines were wrapped, 0 for any other
  bool empty_lines = false;     // part its paragraphs: then a break inside a wrapped block parts nothing
};

Layout layout_of(std::string_view text) {
  Layout out;
  std::size_t wrapped = 0;
  std::size_t others = 0;
  std::size_t blocks = 0;
  std::array<std::uint32_t, widest + 1> widths{};  // blocks by width: a single longer line must not decide
  for_each_block(text, [&](Line const* lines, std::size_t count, bool) {
    ++blocks;
    if (count < 3) return;
    auto here = wrapped_width(text, lines, count);
    (here ? wrapped : others) += count;
    if (here) ++widths[here];
  });
  if (wrapped > others)
    out.width = static_cast<std::uint32_t>(std::max_element(widths.begin(), widths.end()) - widths.begin());
  out.empty_lines = blocks > 3;
  return out;
}

}  // namespace

void find_paragraph_breaks(std::string_view text, std::vector<std::uint32_t>& breaks) {
  breaks.clear();
  std::optional<Layout> known;  // most texts have one line to a paragraph and never ask
  for_each_block(text, [&](Line const* lines, std::size_t count, bool ends) {
    if (count > 1 && !known) known = layout_of(text);
    Layout layout = known.value_or(Layout{});
    auto width = wrapped_width(text, lines, count);
    for (std::size_t i = 0; i + 1 < count; ++i) {
      Line const& line = lines[i];
      Line const& next = lines[i + 1];
      bool soft = goes_on(text, line, next);
      if (width) {
        soft |= was_full(text, line, next, width) || !ends_sentence(text, line);
        soft |= layout.width && layout.empty_lines && line.width * 2 > width;
      } else if (line.width <= layout.width + ragged && next.width <= layout.width + ragged) {
        soft |= was_full(text, line, next, layout.width);
      }
      if (!soft) breaks.push_back(lines[i].stop);
    }
    if (ends) breaks.push_back(lines[count - 1].stop);
  });
}

std::size_t page_stamp(std::string_view text) {
  constexpr std::string_view label = "date ";
  constexpr std::string_view form = "0000-00-00 ";  // a digit for each 0
  std::size_t at = 0;
  while (at < text.size() && (is_blank(text[at]) || text[at] == '\n')) ++at;
  if (!text.substr(at).starts_with(label)) return 0;
  at += label.size();
  if (text.size() - at < form.size()) return 0;
  for (char const wanted : form) {
    char const c = text[at++];
    if (wanted == '0' ? c < '0' || c > '9' : c != wanted) return 0;
  }
  return at;
}

}  // namespace whosaid
