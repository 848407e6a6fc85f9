#include "guess_language.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace whosaid {
namespace {

constexpr std::size_t most_words = 60;

// ASCII letters and everything beyond ASCII but the marks and spaces of U+2000 to U+206F and U+0080 to U+00BF.
bool in_word(std::string_view text, std::size_t at) {
  auto const byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  return true;
}

std::size_t mark_length(std::string_view text, std::size_t at) {
  auto const byte = static_cast<unsigned char>(text[at]);
  if (byte == 0xC2 && at + 1 < text.size()) return 2;
  if (byte == 0xE2 && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) <= 0x81) return 3;
  return 0;
}

// The first words of a text, at most as many as fit in `out`. Returns how many.
std::size_t first_words(std::string_view text, std::span<std::string_view> out) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < out.size();) {
    if (std::size_t const mark = mark_length(text, at); mark > 0 || !in_word(text, at)) {
      at += std::max<std::size_t>(mark, 1);
      continue;
    }
    std::size_t const begin = at;
    while (at < text.size() && in_word(text, at) && mark_length(text, at) == 0) ++at;
    out[count++] = text.substr(begin, at - begin);
  }
  return count;
}

// How many of these words the language has in its list of small words.
std::size_t hits(grammar::Language const* language, std::span<std::string_view const> words) {
  if (!language) return 0;
  Vocabulary const& vocabulary = language->vocabulary();
  int const telltale = vocabulary.lexicon("telltale");
  if (telltale < 0) return 0;
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](std::string_view word) {
    return vocabulary.classes(vocabulary.find_raw(word)).has(static_cast<std::uint16_t>(telltale));
  }));
}

}  // namespace

LanguageGuess::LanguageGuess(grammar::Library const& library, std::string_view usual) : library_(library), usual_(usual) {
  for (std::string const& code : library.languages())
    if (code != usual) others_.push_back(code);
}

std::string_view LanguageGuess::of(std::string_view text) const {
  if (others_.empty()) return usual_;
  std::array<std::string_view, most_words> room;
  auto const words = std::span<std::string_view const>(room.data(), first_words(text, room));
  std::size_t const known = hits(library_.language(usual_), words);
  if (5 * known >= words.size()) return usual_;  // most texts: no other language is asked
  std::string_view best = usual_;
  std::size_t most = 1;
  for (std::string const& code : others_) {
    std::size_t const found = hits(library_.language(code), words);
    if (found > most && 5 * found >= words.size() && found >= 2 * known) best = code, most = found;
  }
  return best;
}

}  // namespace whosaid
