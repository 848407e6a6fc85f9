#include "formats/page_authors.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t longest = 80;      // bytes
constexpr std::size_t most_words = 8;    // of two or three people


std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    auto const end = std::min(line.find(' ', at), line.size());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool starts_with_word(std::string_view line, std::string_view word) {
  return line.size() > word.size() && std::equal(word.begin(), word.end(), line.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

bool is_one_of(std::string_view word, std::vector<std::string> const& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string const& one) {
    return one.size() == word.size() && std::equal(one.begin(), one.end(), word.begin(), [](char a, char b) { return a == ascii_lower(b); });
  });
}

}  // namespace

void Bylines::read(std::string_view file, Problems* problems, std::string_view path) {
  for (std::uint32_t number = 1; !file.empty(); ++number) {
    auto const end = std::min(file.find('\n'), file.size());
    auto const words = parts_of(file.substr(0, std::min(end, file.find('#'))));
    file.remove_prefix(std::min(end + 1, file.size()));
    if (words.empty()) continue;
    auto* const list = words[0] == "by" ? &by_ : words[0] == "inside" ? &inside_ : words[0] == "office" ? &offices_ : words[0] == "behind" ? &behind_ : nullptr;
    if (!list) {
      if (problems) problems->push_back({std::string(path), number, 1, "unknown word '" + std::string(words[0].substr(0, 40)) + "': expected by, inside, office or behind"});
      continue;
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::string word(words[i]);
      std::transform(word.begin(), word.end(), word.begin(), ascii_lower);
      if (list == &by_ || list == &behind_) word += ' ';
      if (list == &behind_) word.insert(0, 1, ' ');
      list->push_back(std::move(word));
    }
  }
}

// What stands before an office, a place or a time.
std::string_view Bylines::before_marks(std::string_view line) const {
  std::size_t end = line.find_first_of(",|(0123456789:;/\t");
  for (auto const* mark : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xC2\xB7", "\xE2\x80\xA2"}) end = std::min(end, line.find(mark));
  for (auto const& word : behind_) end = std::min(end, line.find(word));
  line = line.substr(0, std::min(end, line.size()));
  while (!line.empty() && (line.back() == ' ' || line.back() == '.')) line.remove_suffix(1);
  return line;
}

std::string Bylines::name_of(std::string_view line) const {
  auto const words = parts_of(line);
  if (line.size() > longest || words.size() < 2 || words.size() > most_words) return {};
  std::size_t names = 0;
  for (auto const word : words) {
    if (is_one_of(word, inside_)) continue;
    bool const capital = is_ascii_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3;
    if (!capital || is_one_of(word, offices_)) return {};
    ++names;
  }
  if (names < 2) return {};
  bool const shouted = std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; }) && std::any_of(line.begin(), line.end(), is_ascii_upper);
  std::string out(line);
  if (shouted)
    for (std::size_t i = 1; i < out.size(); ++i)
      if (is_ascii_letter(out[i - 1]) || static_cast<unsigned char>(out[i - 1]) >= 0x80) out[i] = ascii_lower(out[i]);
  return out;
}

std::string Bylines::author_in(std::string_view text) const {
  bool const one_line = text.find('\n') == std::string_view::npos;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (!line.empty() && line[0] == ' ') line.remove_prefix(1);
    for (auto const& word : by_) {
      if (!starts_with_word(line, word)) continue;
      if (auto name = name_of(before_marks(line.substr(word.size()))); !name.empty()) return name;
    }
    if (one_line) return name_of(before_marks(line));
  }
  return {};
}

}  // namespace whosaid::formats
