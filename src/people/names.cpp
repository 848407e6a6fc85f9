#include "people/names.hpp"

#include "tokens/lexicon.hpp"

namespace whosaid {
namespace {

bool is_initial(std::string const& word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

// "j." and "john", "john" and "john"; not "j." and "mary".
bool words_agree(std::string const& a, std::string const& b) {
  if (a == b) return true;
  if (is_initial(a) || is_initial(b)) return a[0] == b[0];
  return false;
}

}  // namespace

NameWords name_words(TokenTable const& table, std::uint32_t first, std::uint32_t last, Vocabulary const& vocabulary) {
  NameWords name;
  int const suffixes = vocabulary.lexicon("name_suffix"), particles = vocabulary.lexicon("name_particle");
  auto const is_particle = [&](std::uint32_t word) { return particles >= 0 && vocabulary.classes(word).has(static_cast<std::uint16_t>(particles)); };
  for (std::uint32_t at = first; at < last; at += table.tokens[at].width) {
    Token const& token = table.tokens[at];
    if (token.is(feature::quote)) continue;  // a nickname
    if (token.is(feature::bracket)) {        // "(Marco)"
      while (at + 1 < last && !table.tokens[at + 1].is(feature::bracket)) ++at;
      ++at;
      continue;
    }
    if (!token.is(feature::word | feature::handle)) continue;
    if (suffixes >= 0 && !name.words.empty() && vocabulary.classes(token.word).has(static_cast<std::uint16_t>(suffixes))) {
      name.suffix = fold(token.span().in(table.text));
      while (!name.suffix.empty() && name.suffix.back() == '.') name.suffix.pop_back();
      continue;
    }
    std::string word = token.word ? std::string(vocabulary.word(token.word)) : fold(token.span().in(table.text));
    // "al-Tamri" is "al Tamri": the particle may be left out later.
    if (std::size_t const hyphen = word.find('-'); hyphen != std::string::npos && is_particle(vocabulary.find(word.substr(0, hyphen)))) {
      if (name.words.empty()) name.from_particle = true;
      name.words.push_back(word.substr(0, hyphen));
      word.erase(0, hyphen + 1);
    } else if (name.words.empty() && is_particle(token.word)) {
      name.from_particle = true;
    }
    name.words.push_back(std::move(word));
  }
  return name;
}

NameMatch match_names(NameWords const& a, NameWords const& b) {
  if (a.words.empty() || b.words.empty()) return NameMatch::no;
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return NameMatch::no;
  NameWords const& shorter = a.words.size() <= b.words.size() ? a : b;
  NameWords const& longer = a.words.size() <= b.words.size() ? b : a;
  if (shorter.words.size() == 1) {
    if (longer.words.size() == 1) return shorter.first() == longer.first() ? NameMatch::full : NameMatch::no;
    if (shorter.first() == longer.last()) return NameMatch::surname;
    if (shorter.first() == longer.first() && !is_initial(shorter.first())) return NameMatch::given;
    return NameMatch::no;
  }
  // "van der Meer" for "Jan van der Meer": all words of one end the other.
  bool ends = true;
  for (std::size_t i = 0; i < shorter.words.size(); ++i) {
    if (shorter.words[shorter.words.size() - 1 - i] != longer.words[longer.words.size() - 1 - i]) ends = false;
  }
  if (ends) return shorter.words.size() == longer.words.size() ? NameMatch::full : NameMatch::surname;
  if (shorter.last() != longer.last()) return NameMatch::no;
  return words_agree(shorter.first(), longer.first()) ? NameMatch::full : NameMatch::no;
}

}  // namespace whosaid
