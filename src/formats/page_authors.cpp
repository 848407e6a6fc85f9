#include "formats/page_authors.hpp"

#include <algorithm>
#include <vector>

namespace whosaid::formats {
namespace {

constexpr std::size_t longest = 80;      // bytes
constexpr std::size_t most_words = 8;    // of two or three people
constexpr std::string_view by[] = {"by ", "von ", "par ", "por ", "av ", "door ", "di "};
constexpr std::string_view small_words[] = {"and", "und", "et", "y", "och", "en", "e", "&", "de", "del", "da", "di", "van", "von", "der", "den", "la", "le", "bin", "al", "el"};
// What stands alone in a byline and is no name.
constexpr std::string_view offices[] = {"staff", "writer", "correspondent", "reporter", "editor", "editors", "press", "agency", "agencies", "desk", "news", "newsroom",
                                        "updated", "published", "posted", "redaktion", "share", "comments", "read", "min", "follow"};

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool capital_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return capital_letter(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool starts_with_word(std::string_view line, std::string_view word) {
  return line.size() > word.size() && std::equal(word.begin(), word.end(), line.begin(), [](char a, char b) { return a == small(b); });
}

template <std::size_t n>
bool is_one_of(std::string_view word, std::string_view const (&words)[n]) {
  return std::any_of(std::begin(words), std::end(words), [&](auto one) { return one.size() == word.size() && std::equal(one.begin(), one.end(), word.begin(), [](char a, char b) { return a == small(b); }); });
}

// What stands before an office, a place or a time.
std::string_view before_marks(std::string_view line) {
  std::size_t end = line.find_first_of(",|(0123456789:;/\t");
  for (auto const* mark : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xC2\xB7", "\xE2\x80\xA2", " for ", " in "}) end = std::min(end, line.find(mark));
  line = line.substr(0, std::min(end, line.size()));
  while (!line.empty() && (line.back() == ' ' || line.back() == '.')) line.remove_suffix(1);
  return line;
}

std::string name_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    auto const end = std::min(line.find(' ', at), line.size());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  if (line.size() > longest || words.size() < 2 || words.size() > most_words) return {};
  std::size_t names = 0;
  for (auto const word : words) {
    if (is_one_of(word, small_words)) continue;
    bool const capital = capital_letter(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3;
    if (!capital || is_one_of(word, offices)) return {};
    ++names;
  }
  if (names < 2) return {};
  bool const shouted = std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; }) && std::any_of(line.begin(), line.end(), capital_letter);
  std::string out(line);
  if (shouted)
    for (std::size_t i = 1; i < out.size(); ++i)
      if (is_letter(out[i - 1])) out[i] = small(out[i]);
  return out;
}

}  // namespace

std::string author_in(std::string_view text) {
  bool const one_line = text.find('\n') == std::string_view::npos;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (!line.empty() && line[0] == ' ') line.remove_prefix(1);
    for (auto const word : by) {
      if (!starts_with_word(line, word)) continue;
      if (auto name = name_of(before_marks(line.substr(word.size()))); !name.empty()) return name;
    }
    if (one_line) return name_of(before_marks(line));
  }
  return {};
}

}  // namespace whosaid::formats
