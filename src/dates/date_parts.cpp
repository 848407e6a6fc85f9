#include "dates/date_parts.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "dates/digits.hpp"

namespace whosaid {
namespace {

enum class Form : unsigned char { year, decade, month, day, small, word, numeric, clock, vague, event, century };

struct Field {
  std::string_view name;
  Form form;
  std::optional<int> DateParts::*number = nullptr;
  std::string_view DateParts::*text = nullptr;
  bool tells = true;  // it can date something; false: it turns or counts what does
};

constexpr std::array<Field, DateNames::count> fields{{
    {"year", Form::year, &DateParts::year},
    {"decade", Form::decade, &DateParts::decade},
    {"month", Form::month, &DateParts::month},
    {"day", Form::day, &DateParts::day},
    {"weekday", Form::small, &DateParts::weekday},
    {"quarter", Form::small, &DateParts::quarter},
    {"half", Form::small, &DateParts::half},
    {"relative_day", Form::small, &DateParts::relative_day},
    {"direction", Form::small, &DateParts::direction, nullptr, false},
    {"span", Form::small, &DateParts::span, nullptr, false},
    {"sign", Form::small, &DateParts::sign, nullptr, false},
    {"count", Form::small, &DateParts::count, nullptr, false},
    {"context_day", Form::small, &DateParts::context_day},
    {"context_direction", Form::small, &DateParts::context_direction, nullptr, false},
    {"context_sign", Form::small, &DateParts::context_sign, nullptr, false},
    {"end_year", Form::year, &DateParts::end_year},
    {"end_month", Form::month, &DateParts::end_month},
    {"end_day", Form::day, &DateParts::end_day},
    {"end_weekday", Form::small, &DateParts::end_weekday},
    {"weekdays", Form::small, &DateParts::weekday},
    {"nth", Form::small, &DateParts::nth, nullptr, false},
    {"turn", Form::small, &DateParts::direction, nullptr, false},
    {"century", Form::century, &DateParts::century},
    {"week", Form::small, &DateParts::week},
    {"unit", Form::word, nullptr, &DateParts::unit},
    {"grain", Form::word, nullptr, &DateParts::grain},
    {"holder", Form::word, nullptr, &DateParts::holder},
    {"season", Form::word, nullptr, &DateParts::season},
    {"holiday", Form::word, nullptr, &DateParts::holiday},
    {"exact", Form::small, &DateParts::relative_day, nullptr, false},
    {"land", Form::word, nullptr, &DateParts::land, false},
    {"numeric", Form::numeric, nullptr, &DateParts::numeric},
    {"shift", Form::small, &DateParts::shift, nullptr, false},
    {"offset", Form::small, &DateParts::offset, nullptr, false},
    {"clock", Form::clock},
    {"vague_count", Form::vague},
    {"event", Form::event, nullptr, nullptr, false},
    {"same_time", Form::small, &DateParts::context_day},
}};

// The value that a lexicon gives the captured words: the lemma of a word or of a phrase; "" when it holds neither.
std::string_view value_of(TokenTable const& table, grammar::Capture const& capture, int lexicon, Vocabulary const& words) {
  if (lexicon < 0 || capture.first >= capture.last) return {};
  auto const number = static_cast<std::uint16_t>(lexicon);
  auto const& token = table.tokens[capture.first];
  if (capture.last - capture.first == 1)
    return token.word != 0 && words.classes(token.word).has(number) ? words.lemma(token.word, number) : std::string_view{};
  for (std::uint32_t at = token.phrase; at != 0; at = table.phrases[at - 1].next) {
    auto const& phrase = table.phrases[at - 1];
    if (phrase.lexicon == number && phrase.count == capture.last - capture.first) return words.phrase_lemma(phrase.lemma);
  }
  return {};
}

std::optional<int> to_number(std::string_view value) {
  int out = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  return error == std::errc{} && end == value.data() + value.size() ? std::optional{out} : std::nullopt;
}

bool in_range(Form form, int value) {
  switch (form) {
    case Form::month: return value >= 1 && value <= 12;
    case Form::day: return value >= 1 && value <= 31;
    default: return true;
  }
}

// False when no year has such a day.
bool exists(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  return !month || !day || calendar::make_day(year.value_or(2000), *month, *day).has_value();
}

std::optional<int> read_digits(Form form, std::string_view text) {
  switch (form) {
    case Form::year: return digits::read_year(text);
    case Form::decade: return digits::read_decade(text);
    case Form::century:
      while (!text.empty() && (text.front() < '0' || text.front() > '9')) text.remove_prefix(1);  // the mid-19th
      return digits::read_small(text);
    default: return digits::read_small(text);
  }
}

constexpr std::size_t month_field = 2;
static_assert(fields[month_field].name == "month");

// 12-Mar-2025: digits, the name of a month and digits in one word. False when it is anything else.
bool read_named_month(std::string_view text, int lexicon, Vocabulary const& words, DateParts& out) {
  std::size_t const first = text.find('-'), last = text.rfind('-');
  if (lexicon < 0 || first == std::string_view::npos || first == last || first > 2) return false;
  std::string spelled(text.substr(first + 1, last - first - 1));
  for (char& c : spelled) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  std::uint32_t const word = words.find(spelled);
  auto const number = static_cast<std::uint16_t>(lexicon);
  if (word == 0 || !words.classes(word).has(number)) return false;
  auto const day = to_number(text.substr(0, first)), month = to_number(words.lemma(word, number)), written = to_number(text.substr(last + 1));
  auto const year = written && text.size() - last == 3 ? std::optional{*written + (*written < 69 ? 2000 : 1900)} : digits::read_year(text.substr(last + 1));
  if (!day || !month || !year || *day < 1 || *day > 31) return false;
  out.day = day;
  out.month = month;
  out.year = year;
  return true;
}

}  // namespace

DateNames::DateNames(grammar::Language const& language) : grammar(language.grammar("dates")), date_kind(language.chunk_kind("date")), article(language.capture("article")), name(language.capture("name")), same_time(language.capture("same_time")), event(language.capture("event")) {
  for (std::size_t i = 0; i < count; ++i) {
    auto word = fields[i].name;
    capture[i] = language.capture(word);
    if (word.starts_with("end_")) word.remove_prefix(4);
    if (word == "grain" || word == "holder") word = "unit";
    lexicon[i] = language.vocabulary().lexicon(word);
    if (fields[i].tells && lexicon[i] >= 0) telling_.push_back(static_cast<std::uint16_t>(lexicon[i]));
  }
  Vocabulary const& words = language.vocabulary();
  ClassSet telling;
  for (auto const number : telling_) telling.add(number);
  tells_.assign(words.word_count() + 1, 0);
  for (std::uint32_t word = 1; word < tells_.size(); ++word) tells_[word] = words.classes(word).has_any_of(telling);
}

// Not "12", "1,200" or "3.5".
bool DateNames::number_tells(std::string_view number) {
  int dots = 0, digits = 0;
  for (char const c : number) {
    if (c >= '0' && c <= '9') ++digits;
    else if (c == '.') ++dots;
    else if (c != ',') return true;
  }
  return dots > 1 || (dots == 0 && digits == 4);
}

bool DateNames::has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool DateNames::tells_otherwise(TokenTable const& table, Token const& token) const {
  if (token.is(feature::number)) return number_tells(token.span().in(table.text));
  return (token.phrase != 0 && phrase_tells(table, token)) || (token.is(feature::hyphenated) && has_digit(token.span().in(table.text)));
}

bool DateNames::phrase_tells(TokenTable const& table, Token const& token) const {
  for (auto at = token.phrase; at != 0; at = table.phrases[at - 1].next)
    if (std::find(telling_.begin(), telling_.end(), table.phrases[at - 1].lexicon) != telling_.end()) return true;
  return false;
}

std::optional<DateParts> read_date_parts(TokenTable const& table, std::span<grammar::Capture const> captures,
                                         DateNames const& names, grammar::Language const& language) {
  DateParts out;
  for (auto const& capture : captures) {
    if (capture.first >= capture.last) continue;
    std::size_t i = 0;
    while (i < fields.size() && names.capture[i] != capture.name) ++i;
    if (i == fields.size()) continue;
    auto const& field = fields[i];
    auto const text = table.span(capture.first, capture.last).in(table.text);
    auto const& token = table.tokens[capture.first];
    bool const one_number = capture.last - capture.first == 1 && token.is(feature::number);
    if (field.form == Form::vague) {
      out.vague = true;
    } else if (field.form == Form::event) {
      out.event = true;
    } else if (field.form == Form::clock) {
      if (!digits::is_clock(text)) return std::nullopt;
    } else if (field.form == Form::numeric) {
      if (read_named_month(text, names.lexicon[month_field], language.vocabulary(), out)) continue;
      if (digits::read_date(text, digits::Order::any).empty()) return std::nullopt;
      out.numeric = text;
    } else if (field.text != nullptr) {
      out.*field.text = value_of(table, capture, names.lexicon[i], language.vocabulary());
      if ((out.*field.text).empty()) return std::nullopt;
    } else {
      auto value = to_number(value_of(table, capture, names.lexicon[i], language.vocabulary()));
      if (!value && (one_number || field.form == Form::decade || field.form == Form::century || field.form == Form::year)) value = read_digits(field.form, text);
      if (!value && field.form == Form::day && one_number) {  // March 3-5
        auto const pair = digits::read_pair(text);
        if (!pair || pair->last > 31) return std::nullopt;
        value = pair->first;
        out.end_day = pair->last;
      }
      if (!value || !in_range(field.form, *value)) return std::nullopt;
      out.*field.number = value;
    }
  }
  if (!exists(out.year, out.month, out.day)) return std::nullopt;
  if (!exists(out.end_year ? out.end_year : out.year, out.end_month ? out.end_month : out.month, out.end_day)) return std::nullopt;
  return out;
}

std::string_view find_land(TokenTable const& table, std::uint32_t first, std::uint32_t last, DateNames const& names, grammar::Language const& language) {
  std::size_t field = 0;
  while (fields[field].text != &DateParts::land) ++field;
  int const lexicon = names.lexicon[field];
  if (lexicon < 0) return {};
  auto const number = static_cast<std::uint16_t>(lexicon);
  Vocabulary const& words = language.vocabulary();
  for (std::uint32_t at = first; at < last; ++at) {
    Token const& token = table.tokens[at];
    for (auto hit = token.phrase; hit != 0; hit = table.phrases[hit - 1].next)
      if (table.phrases[hit - 1].lexicon == number) return words.phrase_lemma(table.phrases[hit - 1].lemma);
    if (token.word != 0 && words.classes(token.word).has(number)) return words.lemma(token.word, number);
  }
  return {};
}

}  // namespace whosaid
