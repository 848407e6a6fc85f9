#include "graph/names.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::graph {
namespace {

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string latin(std::string_view text) {
  std::string out = ascii(text) ? std::string(text) : to_latin_key(text);
  for (char& c : out)
    c = ascii_lower(c);
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string folded_entry(std::string_view entry) {
  std::string out;
  for (auto const& word : name_words(entry)) out += word;
  return out;
}

// A nickname stands in quotation marks or brackets inside a name: it is left out.
std::string without_nicknames(std::string_view name) {
  static constexpr std::string_view openers[] = {"\"", "“", "(", "«", "„"};
  static constexpr std::string_view closers[] = {"\"", "”", ")", "»", "“"};
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    bool skipped = false;
    for (std::size_t i = 0; i < std::size(openers) && !skipped; ++i) {
      if (!name.substr(at).starts_with(openers[i])) continue;
      auto const close = name.find(closers[i], at + openers[i].size());
      if (close == std::string_view::npos) continue;
      at = close + closers[i].size();
      skipped = true;
    }
    if (!skipped) out += name[at++];
  }
  return out;
}

// The given names of both, position by position: whole, initial, or short form. The shorter may leave out middle names.
bool given_names_fit(PersonName const& shorter, PersonName const& fuller, NameWords const& words, bool& by_initial,
                     bool& by_nickname) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < shorter.family; ++i) {
    std::string const& word = shorter.words[i];
    bool found = false;
    while (at < fuller.family && !found) {
      std::string const& other = fuller.words[at++];
      if (word == other) {
        found = true;
      } else if ((word.size() == 1 || other.size() == 1) && word[0] == other[0]) {
        found = by_initial = true;
      } else if (words.given(word) == words.given(other)) {
        found = by_nickname = true;
      }
      if (!found && i == 0) return false;  // the first given name decides
    }
    if (!found) return false;
  }
  return true;
}

}  // namespace

void NameWords::add(std::string_view content, std::string_view path, Problems* problems) {
  static constexpr std::array<std::string_view, 6> lists{"honorific", "suffix", "particle", "filler", "role", "given"};
  std::string_view list;
  std::uint32_t number = 0;
  auto const problem = [&](std::string message) {
    if (problems) problems->push_back({std::string(path), number, 1, std::move(message)});
  };
  while (!content.empty()) {
    ++number;
    auto const end = content.find('\n');
    auto line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (line.front() == '@') {
      list = line.substr(1);
      if (std::find(lists.begin(), lists.end(), list) == lists.end()) problem("no list is called '" + std::string(line) + "'");
      continue;
    }
    if (list.empty()) {
      problem("an entry stands before the first '@list'");
      continue;
    }
    std::string head;
    while (!line.empty()) {
      auto const comma = line.find(',');
      std::string entry = folded_entry(trim(line.substr(0, comma)));
      line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
      if (entry.empty()) continue;
      if (head.empty()) head = entry;
      if (list == "honorific") honorific_.insert(std::move(entry));
      else if (list == "suffix") suffix_.insert(std::move(entry));
      else if (list == "particle") particle_.insert(std::move(entry));
      else if (list == "filler") filler_.insert(std::move(entry));
      else if (list == "role") role_.emplace(std::move(entry), head);
      else if (list == "given") given_.emplace(std::move(entry), head);
    }
  }
}

std::string const& NameWords::role(std::string const& word) const {
  auto const found = role_.find(word);
  return found == role_.end() ? word : found->second;
}

std::string const& NameWords::given(std::string const& word) const {
  auto const found = given_.find(word);
  return found == given_.end() ? word : found->second;
}

std::vector<std::string> name_words(std::string_view text) {
  std::string const folded = latin(text);
  std::vector<std::string> out;
  std::string word;
  for (char const c : folded) {
    if (letter_or_digit(c)) word += c;
    else if (c == '\'' || c == '`') continue;  // O'Neil is one word
    else if (!word.empty()) out.push_back(std::move(word)), word.clear();
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

PersonName parse_name(std::string_view name, NameWords const& words) {
  PersonName out;
  out.words = name_words(without_nicknames(name));
  auto& list = out.words;
  std::size_t titles = 0;
  while (titles + 1 < list.size() && words.honorific(list[titles])) ++titles;
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(titles));
  while (list.size() > 1 && words.suffix(list.back())) {
    out.suffix = list.back();
    list.pop_back();
  }
  out.family = list.empty() ? 0 : list.size() - 1;
  while (out.family > 0 && words.particle(list[out.family - 1])) --out.family;
  for (auto const& word : list) {
    if (!out.key.empty()) out.key += ' ';
    out.key += word;
  }
  if (!out.suffix.empty()) out.key += ' ' + out.suffix;
  return out;
}

std::string_view short_form_of(PersonName const& shorter, PersonName const& fuller, NameWords const& words) {
  if (shorter.words.empty() || fuller.words.size() < shorter.words.size()) return {};
  if (!shorter.suffix.empty() && shorter.suffix != fuller.suffix) return {};
  // Family names agree, or the shorter leaves out the particles ("Berg", "van der Berg").
  auto const short_family = shorter.words.size() - shorter.family;
  auto const full_family = fuller.words.size() - fuller.family;
  if (short_family > full_family) return {};
  if (!std::equal(shorter.words.end() - static_cast<std::ptrdiff_t>(short_family), shorter.words.end(),
                  fuller.words.end() - static_cast<std::ptrdiff_t>(short_family)))
    return {};
  if (shorter.surname_only()) return "family name";
  bool by_initial = false, by_nickname = false;
  if (!given_names_fit(shorter, fuller, words, by_initial, by_nickname)) return {};
  if (by_nickname) return "short form of the given name";
  if (by_initial) return "initials";
  return "without middle names";
}

std::vector<std::string> fact_words(std::string_view text, NameWords const& words) {
  auto list = name_words(text);
  std::erase_if(list, [&](std::string const& word) { return words.filler(word); });
  for (auto& word : list) word = words.role(word);
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

bool has_proper_word(std::string_view name, NameWords const& words) {
  for (std::size_t at = 0; at < name.size();) {
    auto const end = std::min(name.find(' ', at), name.size());
    auto const word = name.substr(at, end - at);
    at = end + 1;
    for (std::size_t k = 0; k < word.size();) {
      auto const kind = char_class(next_code_point(word, k));
      if (kind & char_ideograph) return true;
      if (!(kind & (char_letter | char_digit))) continue;
      if (kind & char_upper)
        if (auto const folded = name_words(word); folded.empty() || !words.filler(folded[0])) return true;
      break;  // only the first letter counts
    }
  }
  return false;
}

std::string slug(std::string_view name) {
  std::string out;
  for (auto const& word : name_words(name)) {
    if (!out.empty()) out += '-';
    out += word;
    if (out.size() > 80) break;
  }
  return out.empty() ? "unnamed" : out;
}

}  // namespace whosaid::graph
