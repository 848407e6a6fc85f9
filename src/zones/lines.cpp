#include "zones/lines.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace whosaid {
namespace {

constexpr std::array<std::pair<std::string_view, LineKind>, 14> kind_names{{
    {"header", LineKind::header},
    {"boilerplate", LineKind::boilerplate},
    {"teaser", LineKind::teaser},
    {"list_head", LineKind::list_head},
    {"comments_head", LineKind::comments_head},
    {"byline", LineKind::byline},
    {"published", LineKind::published},
    {"updated", LineKind::updated},
    {"dateline", LineKind::dateline},
    {"credit", LineKind::credit},
    {"caption", LineKind::caption},
    {"correction", LineKind::correction},
    {"name_line", LineKind::name_line},
    {"ticker", LineKind::ticker},
}};

// Lines that name or date an article are short; a longer one is a paragraph that begins alike ("Updated 3 May: …").
constexpr std::uint32_t longest_label = 30;
constexpr auto labels = static_cast<std::uint16_t>(LineKind::header) | static_cast<std::uint16_t>(LineKind::byline) |
                        static_cast<std::uint16_t>(LineKind::published) | static_cast<std::uint16_t>(LineKind::updated);

std::uint16_t bit(LineKind kind) { return static_cast<std::uint16_t>(kind); }

// Fills what the last tokens of a line say.
void judge_end(TokenTable const& table, Line& line) {
  std::uint32_t at = line.last;
  while (at > line.first && table.tokens[at - 1].is(feature::mark | feature::bracket)) --at;
  if (at == line.first) return;
  auto const& last = table.tokens[at - 1];
  line.sentence = last.is(feature::stop);
  line.asks = line.sentence && (table.text[last.end - 1] == '?' || table.text[last.end - 1] == '!');
  line.open = last.is(feature::colon | feature::comma);
}

// Lines as they stand; then those of a hard-wrapped paragraph are joined. A paragraph is wrapped when a line goes on in
// lower case behind one that did not end: a list of headlines never does.
std::vector<Line> cut_lines(TokenTable const& table) {
  std::vector<Line> out;
  auto const size = static_cast<std::uint32_t>(table.tokens.size());
  auto const& starts = table.lines;
  for (std::size_t first = 0, behind = 0; first < starts.size(); first = behind) {
    bool wrapped = false;
    for (behind = first + 1; behind < starts.size(); ++behind) {
      auto const& token = table.tokens[starts[behind]];
      if (token.is(feature::paragraph_start)) break;
      if (token.is(feature::lower) && token.is(feature::word) && !table.tokens[starts[behind] - 1].is(feature::stop)) wrapped = true;
    }
    auto const paragraph_end = behind < starts.size() ? starts[behind] : size;
    for (std::size_t at = first; at < behind; at = wrapped ? behind : at + 1) {
      Line line;
      line.first = starts[at];
      line.last = wrapped || at + 1 == behind ? paragraph_end : starts[at + 1];
      auto const& token = table.tokens[line.first];
      line.bullet = token.is(feature::bullet | feature::dash) && line.size() > 1;
      line.upper = line.bullet || token.is(feature::capital | feature::number | feature::mark);
      line.paragraph = token.is(feature::paragraph_start) || line.first == 0;
      judge_end(table, line);
      out.push_back(line);
    }
  }
  return out;
}

// "RelatedStorm closes the harbour": scraping lost the space. The first lower-to-upper change ends the glued word.
bool begins_glued(TokenTable const& table, Line const& line, Vocabulary const& words, int lexicon) {
  if (lexicon < 0) return false;
  auto const& token = table.tokens[line.first];
  if (!token.is(feature::capital) || line.size() < 3) return false;
  auto const text = token.span().in(table.text);
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z') {
      auto const word = words.find_raw(text.substr(0, i));
      return word != 0 && words.classes(word).has(static_cast<std::uint16_t>(lexicon));
    }
  return false;
}

}  // namespace

Lines read_lines(TokenTable const& table, grammar::Language const& language, grammar::Scratch& scratch) {
  Lines out{cut_lines(table), {}};
  auto const* grammar = language.grammar("zones");
  if (grammar == nullptr || out.list.empty()) return out;

  std::array<int, kind_names.size()> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = language.chunk_kind(kind_names[i].first);
  int const author = language.capture("author"), date = language.capture("date");

  std::size_t at = 0;  // matches come ordered by token, so one walk over the lines is enough
  grammar->find(table, 0, static_cast<std::uint32_t>(table.tokens.size()), scratch, [&](grammar::Match const& match) {
    while (at + 1 < out.list.size() && out.list[at].last <= match.first) ++at;
    auto& line = out.list[at];
    std::uint16_t kind = 0;
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (kinds[i] == match.kind) kind = bit(kind_names[i].second);
    if (kind == 0) return;
    if (kind == bit(LineKind::credit)) {
      if (!line.is(LineKind::credit)) line.credit = match.first;
      line.kinds |= kind;
      return;
    }
    bool const whole = match.first == line.first && match.last >= line.last;
    if (kind == bit(LineKind::boilerplate) && !whole) {
      if (out.widgets.empty() || out.widgets.back().last <= match.first) out.widgets.push_back({match.first, match.last});
      return;
    }
    if (match.first != line.first) return;  // a line inside a wrapped paragraph
    if (kind == bit(LineKind::dateline)) line.dateline = {match.first, match.last};
    else if (!whole || (line.size() > longest_label && (kind & labels) != 0)) return;
    line.kinds |= kind;
    for (auto const& capture : match.captures) {
      if (capture.name == author && line.author.empty()) line.author = {capture.first, capture.last};
      if (capture.name == date && line.date.empty() && kind != bit(LineKind::dateline)) line.date = {capture.first, capture.last};
    }
  });

  int const glued = language.vocabulary().lexicon("zone_glued_head");
  for (auto& line : out.list)
    if (begins_glued(table, line, language.vocabulary(), glued)) line.kinds |= bit(LineKind::teaser);
  return out;
}

}  // namespace whosaid
