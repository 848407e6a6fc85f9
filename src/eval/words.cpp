#include "eval/words.hpp"

#include <algorithm>
#include <iterator>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::eval {
namespace {

constexpr char32_t apostrophe = U'\u2019';
constexpr std::string_view apostrophe_utf8 = "\xE2\x80\x99";

bool is_alnum(char32_t c) { return (char_class(c) & (char_letter | char_digit)) != 0; }
bool is_word_char(char32_t c) { return c == U'_' || is_alnum(c); }
bool is_name_char(char32_t c) { return c == U'\'' || c == U'-' || c == apostrophe || is_word_char(c); }

void append_utf8(char32_t c, std::string& out) {
  auto const put = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0u | (c >> 6));
    put(0x80u | (c & 0x3Fu));
  } else if (c < 0x10000) {
    put(0xE0u | (c >> 12));
    put(0x80u | ((c >> 6) & 0x3Fu));
    put(0x80u | (c & 0x3Fu));
  } else {
    put(0xF0u | (c >> 18));
    put(0x80u | ((c >> 12) & 0x3Fu));
    put(0x80u | ((c >> 6) & 0x3Fu));
    put(0x80u | (c & 0x3Fu));
  }
}

bool listed(std::vector<std::string> const& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Runs of characters that `belongs` accepts, as views into `text`.
template <class Belongs>
std::vector<std::string_view> runs(std::string_view text, Belongs belongs) {
  std::vector<std::string_view> out;
  std::size_t begin = text.size();
  for (std::size_t at = 0; at < text.size();) {
    auto const here = at;
    if (belongs(next_code_point(text, at))) {
      begin = std::min(begin, here);
    } else if (begin < here) {
      out.push_back(text.substr(begin, here - begin));
      begin = text.size();
    }
  }
  if (begin < text.size()) out.push_back(text.substr(begin));
  return out;
}

std::vector<std::string_view> name_words(std::string_view lowered, WordLists const& lists) {
  auto words = runs(lowered, is_name_char);
  std::erase_if(words, [&](std::string_view word) { return listed(lists.titles, word); });
  return words;
}

}  // namespace

WordLists read_word_lists(std::string_view content) {
  WordLists lists;
  while (!content.empty()) {
    auto const end = content.find('\n');
    auto line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    line = line.substr(0, line.find('#'));
    auto const colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    auto const key = line.substr(0, colon);
    auto* list = key == "article" ? &lists.articles : key == "title" ? &lists.titles : key == "function" ? &lists.functions : nullptr;
    if (!list) continue;
    for (auto word : runs(line.substr(colon + 1), is_name_char)) list->emplace_back(word);
  }
  for (auto* list : {&lists.articles, &lists.titles, &lists.functions}) std::sort(list->begin(), list->end());
  return lists;
}

Text::Text(std::string_view utf8, WordLists const& lists) : articles_(lists.articles) {
  points_.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) points_.push_back(next_code_point(utf8, at));
  std::uint32_t const count = size();
  for (std::uint32_t i = 0; i < count;) {
    if (!is_word_char(points_[i])) {
      ++i;
      continue;
    }
    auto const begin = i;
    while (i < count && is_word_char(points_[i])) ++i;
    words_.push_back({begin, i});
  }
  for (auto const& word : articles_) longest_article_ = std::max(longest_article_, word.size());
}

Range Text::trimmed(Range range) const {
  range.end = std::min(range.end, size());
  range.start = std::min(range.start, range.end);
  while (range.start < range.end && !is_alnum(points_[range.start])) ++range.start;
  while (range.end > range.start && !is_alnum(points_[range.end - 1])) --range.end;
  return range;
}

bool Text::is_article(Range word) const {
  if (word.end - word.start > longest_article_) return false;
  return listed(articles_, lower(slice(word)));
}

Ranges Text::words_of(Ranges const& ranges) const {
  Ranges found;
  for (auto range : ranges) {
    auto word = std::upper_bound(words_.begin(), words_.end(), range.start,
                                 [](std::uint32_t at, Range const& w) { return at < w.end; });
    for (; range.start < range.end && word != words_.end() && word->start < range.end; ++word)
      found.push_back({std::max(word->start, range.start), std::min(word->end, range.end)});
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  Ranges kept;
  for (auto word : found)
    if (!is_article(word)) kept.push_back(word);
  return kept.empty() ? found : kept;
}

std::string Text::slice(Range range) const {
  std::string out;
  auto const end = std::min(range.end, size());
  for (auto i = range.start; i < end; ++i) append_utf8(points_[i], out);
  return out;
}

bool Text::overlap(Ranges const& a, Ranges const& b, double share) const {
  auto const wa = words_of(a), wb = words_of(b);
  if (wa.empty() || wb.empty())
    return std::any_of(a.begin(), a.end(), [&](Range x) {
      return std::any_of(b.begin(), b.end(), [&](Range y) { return x.start < y.end && y.start < x.end; });
    });
  Ranges both;
  std::set_intersection(wa.begin(), wa.end(), wb.begin(), wb.end(), std::back_inserter(both));
  auto const least = static_cast<double>(std::min(wa.size(), wb.size()));
  return !both.empty() && static_cast<double>(both.size()) >= share * least;
}

std::string lower(std::string_view text) {
  std::string out;
  while (true) {
    auto const at = text.find(apostrophe_utf8);
    out += fold_unicode(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    out += apostrophe_utf8;
    text.remove_prefix(at + apostrophe_utf8.size());
  }
}

bool same_name(std::string_view gold, std::string_view predicted, std::vector<std::string> const& aliases,
               WordLists const& lists) {
  if (gold.empty() || predicted.empty()) return false;
  auto const a = lower(gold), b = lower(predicted);
  if (a == b) return true;
  if (std::any_of(aliases.begin(), aliases.end(), [&](std::string const& alias) { return lower(alias) == b; })) return true;
  auto shorter = name_words(a, lists), longer = name_words(b, lists);
  if (shorter.empty() || longer.empty()) return false;
  if (longer.size() < shorter.size()) std::swap(shorter, longer);
  return shorter.back() == longer.back() && std::all_of(shorter.begin(), shorter.end(), [&](std::string_view word) {
           return std::find(longer.begin(), longer.end(), word) != longer.end();
         });
}

std::vector<std::string> content_words(std::string_view text, WordLists const& lists) {
  auto const lowered = lower(text);
  std::vector<std::string> out;
  for (auto word : runs(lowered, is_word_char))
    if (!listed(lists.articles, word) && !listed(lists.functions, word)) out.emplace_back(word);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace whosaid::eval
