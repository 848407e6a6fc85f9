#include "formats/page_phrases.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t longest_line = 400;

// " read more " of "READ MORE:".
std::string phrase_words(std::string_view text) {
  std::string out = " ";
  for (char const c : fold_unicode(text)) {
    auto const byte = static_cast<unsigned char>(c);
    bool const part = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'';
    if (part) out += c;
    else if (out.back() != ' ') out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

PhraseKind kind_named(std::string_view name) {
  if (name == "furniture") return PhraseKind::furniture;
  if (name == "box") return PhraseKind::box;
  if (name == "reply") return PhraseKind::reply;
  if (name == "related") return PhraseKind::related;
  if (name == "credit") return PhraseKind::credit;
  if (name == "correction") return PhraseKind::correction;
  return PhraseKind::none;
}

}  // namespace

std::optional<PagePhrases::Place> PagePhrases::place_named(std::string_view name) {
  if (name == "whole") return Place::whole;
  if (name == "start") return Place::start;
  if (name == "inside") return Place::inside;
  if (name == "word") return Place::word;
  return std::nullopt;
}

// A line of the file is KIND PLACE WORDS, "furniture whole advertisement".
void PagePhrases::read(std::string_view file, Problems* problems, std::string_view path) {
  for (std::uint32_t number = 1; !file.empty(); ++number) {
    auto const end = file.find('\n');
    auto line = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos || line[0] == '#') continue;
    auto const first = std::min(line.find(' '), line.size()), second = std::min(line.find(' ', first + 1), line.size());
    Phrase phrase;
    phrase.kind = kind_named(line.substr(0, first));
    auto const place = place_named(line.substr(std::min(first + 1, second), second - std::min(first + 1, second)));
    phrase.words = phrase_words(line.substr(second));
    if (phrase.kind == PhraseKind::none || !place || phrase.words.size() <= 2 || (*place == Place::word && phrase.kind != PhraseKind::furniture)) {
      if (problems) problems->push_back({std::string(path), number, 1, "expected KIND PLACE WORDS, such as 'furniture whole advertisement'"});
      continue;
    }
    phrase.place = *place;
    if (phrase.place == Place::word) {
      words_.insert(phrase.words.substr(1, phrase.words.size() - 2));
      continue;
    }
    by_first_word_[phrase.words.substr(1, phrase.words.find(' ', 1) - 1)].push_back(static_cast<std::uint32_t>(phrases_.size()));
    phrases_.push_back(std::move(phrase));
  }
}

PhraseKind PagePhrases::kind_of(std::string_view line) const {
  if (line.size() > longest_line) return PhraseKind::none;
  auto const words = phrase_words(line);
  std::string_view const all = words;
  std::size_t best = phrases_.size();
  for (std::size_t at = 0; at + 1 < all.size(); at = all.find(' ', at + 1)) {
    auto const known = by_first_word_.find(all.substr(at + 1, all.find(' ', at + 1) - at - 1));
    if (known == by_first_word_.end()) continue;
    for (auto const index : known->second) {
      if (index >= best) break;
      auto const& phrase = phrases_[index];
      if (at > 0 && phrase.place != Place::inside) continue;
      if (phrase.place == Place::whole ? all == phrase.words : all.substr(at).starts_with(phrase.words)) best = index;
    }
  }
  if (best < phrases_.size()) return phrases_[best].kind;
  return all_words_of_furniture(words) ? PhraseKind::furniture : PhraseKind::none;
}

// "Share 2.1k shares": no sentence is made of these.
bool PagePhrases::all_words_of_furniture(std::string_view words) const {
  bool any = false;
  for (std::size_t at = 1; at < words.size();) {
    auto const end = words.find(' ', at);
    auto const word = words.substr(at, end - at);
    bool const number = word[0] >= '0' && word[0] <= '9';
    bool const known = words_.contains(word);
    if (!number && !known) return false;
    any = any || known;
    at = end + 1;
  }
  return any;
}

}  // namespace whosaid::formats
