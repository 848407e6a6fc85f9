// Tested by tests/unit/tokens_tokenize_test.cpp.
#include "tokens/word_finder.hpp"

#include <string>

#include "text/unicode.hpp"
#include "tokens/bytes.hpp"
#include "tokens/written.hpp"

namespace whosaid {

std::uint32_t WordFinder::look_up(std::size_t begin, std::size_t end, bool plain) const {
  if (plain) return look_up_ascii(begin, end);
  // Folded by hand into a buffer: what needs more (several letters for one, combining marks) goes to fold_unicode.
  std::array<char, 96> folded;
  std::size_t size = 0;
  bool ascii = true;
  for (std::size_t at = begin; at < end;) {
    WrittenChar next = written_char(text_, at);
    at += next.length;
    char32_t c = is_apostrophe(next.c) ? U'\'' : is_hyphen(next.c) ? U'-' : next.c;
    if (size + 4 > folded.size()) return 0;
    if (c < 0x80) {
      folded[size++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
      continue;
    }
    if (char_class(c) & char_ignorable) continue;
    ascii = false;
    char32_t lower = fold_char(c);
    if (lower == 0 || (c >= 0x300 && c < 0x370)) return look_up_slowly(begin, end);
    size += put_utf8(folded.data() + size, lower);
  }
  std::string_view key(folded.data(), size);
  auto found = vocabulary_.find(key);
  // A written form of an @exact list is compared with the text itself.
  return found && !ascii ? vocabulary_.find_raw(text_.substr(begin, end - begin)) : found;
}

std::uint32_t WordFinder::look_up_slowly(std::size_t begin, std::size_t end) const {
  std::string word;
  for (std::size_t at = begin; at < end;) {
    WrittenChar next = written_char(text_, at);
    append_utf8(word, next.c);
    at += next.length;
  }
  return vocabulary_.find(fold_unicode(word));
}

std::size_t WordFinder::put_utf8(char* out, char32_t c) {
  auto set = [&](std::size_t i, char32_t value) { out[i] = static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return set(0, c), 1;
  if (c < 0x800) return set(0, 0xC0 | c >> 6), set(1, 0x80 | (c & 0x3F)), 2;
  if (c < 0x10000) return set(0, 0xE0 | c >> 12), set(1, 0x80 | (c >> 6 & 0x3F)), set(2, 0x80 | (c & 0x3F)), 3;
  set(0, 0xF0 | c >> 18), set(1, 0x80 | (c >> 12 & 0x3F)), set(2, 0x80 | (c >> 6 & 0x3F)), set(3, 0x80 | (c & 0x3F));
  return 4;
}

std::uint32_t WordFinder::punct_word(std::size_t begin, std::size_t end) {
  std::size_t slot;
  unsigned char first = static_cast<unsigned char>(text_[begin]);
  if (end - begin == 1) slot = first;
  else if (end - begin == 3 && first == 0xE2 && static_cast<unsigned char>(text_[begin + 1]) == 0x80) slot = static_cast<unsigned char>(text_[begin + 2]);  // U+2000 to U+203F
  else return look_up(begin, end, false);
  auto& word = punct_words_[slot];
  if (word == not_looked_up) word = look_up(begin, end, end - begin == 1);
  return word;
}

}  // namespace whosaid
