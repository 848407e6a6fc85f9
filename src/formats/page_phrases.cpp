#include "formats/page_phrases.hpp"

#include "grammar/embedded.hpp"
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

PagePhrases PagePhrases::built_in() {
  PagePhrases out;
  for (auto const& file : grammar::embedded_files())
    if (file.path.ends_with("/page_lines.txt")) out.read(file.content);
  return out;
}

// A line of the file is KIND PLACE WORDS, "furniture whole advertisement".
void PagePhrases::read(std::string_view file) {
  while (!file.empty()) {
    auto const end = file.find('\n');
    auto line = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (line.empty() || line[0] == '#') continue;
    auto const first = line.find(' '), second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) continue;
    Phrase phrase;
    phrase.kind = kind_named(line.substr(0, first));
    auto const place = line.substr(first + 1, second - first - 1);
    phrase.place = place == "start" ? Place::start : place == "inside" ? Place::inside : place == "word" ? Place::word : Place::whole;
    phrase.words = phrase_words(line.substr(second + 1));
    if (phrase.place == Place::word) {
      words_.insert(phrase.words.substr(1, phrase.words.size() - 2));
      continue;
    }
    if (phrase.kind == PhraseKind::none || phrase.words.size() <= 2) continue;
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
