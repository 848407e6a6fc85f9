// A typist who forgets a mark keeps the comma and the cue: `"The vote is final, said Lena Holt.` They tell where the
// words end. Fails on: a cue inside the quoted words before the real end. Tested by tests/unit/quotes_pair_marks_test.cpp.
#include "quotes/recover.hpp"

namespace whosaid {
namespace {

// Words that may stand between the comma and the cue: "Lena Holt, the mayor" is too far.
constexpr std::uint32_t longest_name = 4;
// Tokens that a quotation must have for its text to break off in it.
constexpr std::uint32_t shortest_beginning = 3;

}  // namespace

Borders::Borders(TokenTable const& table, Vocabulary const& vocabulary)
    : table_(table), vocabulary_(vocabulary), speech_verb_(vocabulary.lexicon("speech_verb")) {}

bool Borders::is_cue(std::uint32_t token) const {
  return speech_verb_ >= 0 && vocabulary_.classes(table_.tokens[token].word).has(static_cast<std::uint16_t>(speech_verb_));
}

// A cue at `token`, or behind a short name or pronoun there.
bool Borders::cue_follows(std::uint32_t token, std::uint32_t limit) const {
  for (std::uint32_t i = token; i < limit && i <= token + longest_name; ++i) {
    if (!table_.tokens[i].is(feature::word) || table_.tokens[i].is(feature::paragraph_start)) return false;
    if (i == token && table_.tokens[i].is(feature::ends_ing)) return false;  // "It helps, writing."
    if (is_cue(i)) {
      // What is said to or by somebody goes on with a name, a stop or a comma, not in the middle of a clause.
      if (i > token) return i + 1 >= limit || table_.tokens[i + 1].is(feature::punct);
      return i + 1 >= limit || table_.tokens[i + 1].is(feature::capital | feature::punct) ||
             table_.tokens[i + 1].is(feature::word);
    }
    // Between comma and cue stand names or one pronoun; a longer run of small words is a clause.
    if (i > token && table_.tokens[i].is(feature::lower)) return false;
  }
  return false;
}

// A lone apostrophe close behind the stop: the typist pressed the wrong key.
bool Borders::closed_by_slip(std::uint32_t token, std::uint32_t limit) const {
  if (token + 1 >= limit) return false;
  Token const& next = table_.tokens[token + 1];
  if (next.is(feature::spaced | feature::word | feature::mark) || !next.is(feature::punct)) return false;
  auto text = next.span().in(table_.text);
  return text == "'" || text == "’";
}

bool Borders::introduced(std::uint32_t mark) const {
  auto const& token = table_.tokens[mark];
  if (mark == 0 || token.is(feature::sentence_start | feature::paragraph_start | feature::line_start)) return true;
  auto const& before = table_.tokens[mark - 1];
  return before.is(feature::comma | feature::colon | feature::stop) || is_cue(mark - 1);
}

std::optional<std::uint32_t> Borders::end_of(std::uint32_t first, std::uint32_t limit) const {
  auto const& tokens = table_.tokens;
  for (std::uint32_t i = first + 1; i + 1 < limit; ++i) {
    if (!tokens[i].is(feature::comma | feature::stop)) continue;
    if (closed_by_slip(i, limit) || cue_follows(i + 1, limit)) return i + 1;
  }
  std::uint32_t end = limit;
  while (end > first && tokens[end - 1].is(feature::bracket)) --end;
  if (end > first && tokens[end - 1].is(feature::stop) && introduced(first - 1)) return limit;
  if (end > first && breaks_off(first, limit)) return limit;
  return std::nullopt;
}

// The copy of a text often ends in the middle of a word. A mark that can only open needs nothing else; any other must be
// introduced and a capital follow. A lone word behind a mark is more likely a stray mark's neighbour.
bool Borders::breaks_off(std::uint32_t first, std::uint32_t limit) const {
  if (limit != table_.tokens.size() || limit < first + shortest_beginning) return false;
  std::string_view const mark = table_.tokens[first - 1].span().in(table_.text);
  bool const only_opens = mark == "“" || mark == "„" || mark == "«";
  return only_opens || (introduced(first - 1) && table_.tokens[first].is(feature::capital));
}

std::optional<std::uint32_t> Borders::start_of(std::uint32_t mark, std::uint32_t from) const {
  auto const& tokens = table_.tokens;
  if (mark <= from || !tokens[mark - 1].is(feature::comma | feature::stop)) return std::nullopt;
  auto limit = static_cast<std::uint32_t>(tokens.size());
  if (!cue_follows(mark + 1, limit)) return std::nullopt;
  for (std::uint32_t i = mark - 1; i + 1 > from; --i) {
    if (tokens[i].is(feature::sentence_start | feature::paragraph_start)) return i;
    if (i == 0) break;
  }
  return std::nullopt;
}

}  // namespace whosaid
