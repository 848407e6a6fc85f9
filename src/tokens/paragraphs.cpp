// Wrapped lines are known by their arithmetic: in a block that a program wrapped to a width, a line and the first word of
// the next one never fit into that width together. A list of headlines or a transcript fails this at most lines.
// Fails on: text wrapped by hand at will. Tested by tests/unit/tokens_paragraphs_test.cpp.
#include "tokens/paragraphs.hpp"

#include <algorithm>
#include <cstring>

namespace whosaid {
namespace {

struct Line {
  std::uint32_t begin = 0, end = 0;  // without the break and outer white space
  std::uint32_t stop = 0;            // offset of its '\n', or the text's size
};

constexpr std::uint32_t narrowest = 30;  // no wrapped text is narrower than this
constexpr std::uint32_t widest = 120;    // nor wider than this

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
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(stop)};
}

std::uint32_t size_of(Line const& line) { return line.end - line.begin; }

std::uint32_t first_word_size(std::string_view text, Line const& line) {
  std::uint32_t end = line.begin;
  while (end < line.end && !is_blank(text[end])) ++end;
  return end - line.begin;
}

bool was_full(std::string_view text, Line const& line, Line const& next, std::uint32_t width) {
  return size_of(line) + 1 + first_word_size(text, next) > width;
}

// A sentence that visibly goes on: no punctuation at the line's end, a lower-case letter at the next line's start.
bool goes_on(std::string_view text, Line const& line, Line const& next) {
  char last = text[line.end - 1];
  bool open_end = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || last == ',';
  char first = text[next.begin];
  return open_end && first >= 'a' && first <= 'z' && size_of(line) >= narrowest && size_of(line) <= widest;
}

bool ends_sentence(std::string_view text, Line const& line) {
  auto tail = text.substr(line.begin, size_of(line));
  for (std::string_view mark : {"\"", "'", "”", "’", ")", "»"})
    if (tail.ends_with(mark)) tail.remove_suffix(mark.size());
  return !tail.empty() && (tail.back() == '.' || tail.back() == '!' || tail.back() == '?' || tail.back() == ':');
}

// Width the lines of a block were wrapped to, 0 = they were not. At least three lines, four of five breaks full.
std::uint32_t wrapped_width(std::string_view text, Line const* lines, std::size_t count) {
  if (count < 3) return 0;
  std::uint32_t width = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (size_of(lines[i]) > widest) return 0;
    width = std::max(width, size_of(lines[i]));
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

}  // namespace

void find_paragraph_breaks(std::string_view text, std::vector<std::uint32_t>& breaks) {
  breaks.clear();
  // Blocks are runs of lines without an empty one between; a block of more lines than this is judged by pieces, so that
  // the memory stays small.
  constexpr std::size_t most = 256;
  Line block[most];
  std::uint32_t document_width = 0;  // of the last block that was wrapped: short blocks lean on it
  std::size_t count = 0;
  auto finish = [&](bool at_blank) {
    if (count == 0) return;
    auto width = wrapped_width(text, block, count);
    if (width) document_width = std::max(document_width, width);
    for (std::size_t i = 0; i + 1 < count; ++i) {
      bool soft = goes_on(text, block[i], block[i + 1]);
      if (width) soft |= was_full(text, block[i], block[i + 1], width) || !ends_sentence(text, block[i]);
      else if (count < 3 && document_width && size_of(block[i]) <= document_width)
        soft |= was_full(text, block[i], block[i + 1], document_width) && !ends_sentence(text, block[i]);
      if (!soft) breaks.push_back(block[i].stop);
    }
    if (at_blank) {
      if (block[count - 1].stop < text.size()) breaks.push_back(block[count - 1].stop);
      count = 0;
    } else {
      block[0] = block[count - 1];  // the piece's last line begins the next piece
      count = 1;
    }
  };
  std::size_t at = 0;
  while (at < text.size()) {
    Line line = line_at(text, at);
    at = static_cast<std::size_t>(line.stop) + 1;
    if (line.begin >= line.end) {
      finish(true);
      continue;
    }
    if (count == most) finish(false);
    block[count++] = line;
  }
  finish(false);  // behind the last line there is nothing to part it from
}

}  // namespace whosaid
