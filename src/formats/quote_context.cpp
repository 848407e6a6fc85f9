#include "formats/quote_context.hpp"

#include <cstdint>

namespace whosaid::formats {
namespace {

constexpr std::uint32_t context_length = 60;  // code points, about

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

}  // namespace

Paragraphs::Paragraphs(std::string_view text) : text_(text) {
  for (auto at = text.find('\n'); at != std::string_view::npos && !empty_lines_; at = text.find('\n', at + 1)) {
    empty_lines_ = is_border(at);
  }
}

bool Paragraphs::is_border(std::size_t at) const {
  for (++at; at < text_.size(); ++at) {
    if (text_[at] == '\n') return true;
    if (!is_space(text_[at])) return false;
  }
  return false;
}

bool Paragraphs::follows_empty_line(std::size_t at) const {
  while (at > 0 && is_space(text_[at - 1])) {
    if (text_[--at] == '\n') return true;
  }
  return false;
}

std::string_view context_before(std::string_view text, std::size_t end, Paragraphs const& paragraphs) {
  std::size_t begin = end;
  std::size_t word = end;
  for (std::uint32_t count = 0; begin > 0; --begin) {
    char const byte = text[begin - 1];
    if (byte == '\n' && paragraphs.ends_at(begin - 1)) {
      word = begin;
      break;
    }
    if (is_space(byte)) word = begin;
    if (!is_continuation(byte) && ++count > context_length) break;
    if (begin == 1) word = 0;
  }
  while (word < end && is_space(text[word])) ++word;
  return text.substr(word, end - word);
}

std::string_view context_after(std::string_view text, std::size_t begin, Paragraphs const& paragraphs) {
  std::size_t end = begin;
  std::size_t word = begin;
  for (std::uint32_t count = 0;; ++end) {
    if (end == text.size()) {
      word = end;
      break;
    }
    char const byte = text[end];
    if (is_space(byte)) word = end;
    if (byte == '\n' && paragraphs.ends_at(end)) break;
    if (!is_continuation(byte) && ++count > context_length) break;
  }
  while (word > begin && is_space(text[word - 1])) --word;
  return text.substr(begin, word - begin);
}

void append_words(std::string_view words, std::string& out) {
  for (std::size_t at = 0; at < words.size();) {
    auto const rest = words.substr(at);
    if (rest.starts_with("\u00AD")) {
      at += 2;
    } else if (rest.starts_with("\u200B") || rest.starts_with("\u200C") || rest.starts_with("\u200D") || rest.starts_with("\uFEFF")) {
      at += 3;
    } else {
      std::size_t next = at + 1;
      while (next < words.size() && words[next] != '\xC2' && words[next] != '\xE2' && words[next] != '\xEF') ++next;
      out.append(words, at, next - at);
      at = next;
    }
  }
}

}  // namespace whosaid::formats
