#include "people/names.hpp"

#include <algorithm>

namespace whosaid {
namespace {

bool is_initial(std::string_view word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

// "j." and "john", "john" and "john"; not "j." and "mary".
bool words_agree(WordId a, WordId b, DocumentWords const& numbers) {
  if (a == b) return true;
  std::string_view const one = numbers.text(a), other = numbers.text(b);
  return (is_initial(one) || is_initial(other)) && !one.empty() && !other.empty() && one[0] == other[0];
}

}  // namespace

NameWords name_words(TokenTable const& table, std::uint32_t first, std::uint32_t last, NameLexicons lexicons, DocumentWords& numbers) {
  NameWords name;
  std::span<WordId> const room = numbers.room(std::size_t{2} * (last - first));
  std::size_t count = 0;
  for (std::uint32_t at = first; at < last; at += table.tokens[at].width) {
    Token const& token = table.tokens[at];
    if (token.is(feature::quote)) continue;  // a nickname
    if (token.is(feature::bracket)) {        // "(Marco)"
      while (at + 1 < last && !table.tokens[at + 1].is(feature::bracket)) ++at;
      ++at;
      continue;
    }
    if (!token.is(feature::word | feature::handle)) continue;
    WordId const word = numbers.of_token(at);
    if (count > 0 && numbers.in(token.word, lexicons.suffix)) {
      std::string_view suffix = numbers.text(word);
      while (!suffix.empty() && suffix.back() == '.') suffix.remove_suffix(1);
      name.suffix = suffix.empty() ? 0 : numbers.add(suffix);
      continue;
    }
    // "al-Tamri" is "al Tamri": the particle may be left out later.
    std::string_view const text = token.is(feature::hyphenated | feature::handle) ? numbers.text(word) : std::string_view();
    std::size_t const hyphen = text.find('-');
    if (WordId const before = hyphen == std::string_view::npos ? 0 : numbers.add(text.substr(0, hyphen)); before != 0 && numbers.in(before, lexicons.particle)) {
      if (count == 0) name.from_particle = true;
      room[count++] = before;
      room[count++] = numbers.add(text.substr(hyphen + 1));
      continue;
    }
    if (count == 0 && numbers.in(token.word, lexicons.particle)) name.from_particle = true;
    room[count++] = word;
  }
  name.words = room.first(count);
  return name;
}

NameMatch match_names(NameWords const& a, NameWords const& b, DocumentWords const& numbers) {
  if (a.words.empty() || b.words.empty()) return NameMatch::no;
  if (a.suffix != 0 && b.suffix != 0 && a.suffix != b.suffix) return NameMatch::no;
  NameWords const& shorter = a.words.size() <= b.words.size() ? a : b;
  NameWords const& longer = a.words.size() <= b.words.size() ? b : a;
  if (shorter.words.size() == 1) {
    if (longer.words.size() == 1) return shorter.first() == longer.first() ? NameMatch::full : NameMatch::no;
    if (shorter.first() == longer.last()) return NameMatch::surname;
    if (shorter.first() == longer.first() && !is_initial(numbers.text(shorter.first()))) return NameMatch::given;
    return std::find(longer.words.begin(), longer.words.end(), shorter.first()) == longer.words.end() ? NameMatch::no : NameMatch::inner;
  }
  // "van der Meer" for "Jan van der Meer": all words of one end the other.
  if (shorter.last() != longer.last()) return NameMatch::no;
  bool ends = true;
  for (std::size_t i = 0; i < shorter.words.size(); ++i) {
    if (shorter.words[shorter.words.size() - 1 - i] != longer.words[longer.words.size() - 1 - i]) ends = false;
  }
  // "N Satish Kumaran" is Satish Kumaran.
  if (ends && shorter.words.size() + 1 == longer.words.size() && is_initial(numbers.text(longer.first()))) return NameMatch::full;
  if (ends) return shorter.words.size() == longer.words.size() ? NameMatch::full : NameMatch::surname;
  return words_agree(shorter.first(), longer.first(), numbers) ? NameMatch::full : NameMatch::no;
}

bool begins_name(NameWords const& shorter, NameWords const& longer) {
  if (shorter.words.size() < 2 || shorter.words.size() >= longer.words.size()) return false;
  return std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin());
}

}  // namespace whosaid
