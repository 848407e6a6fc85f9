// A sentence ends at a stop, behind the marks and brackets that close with it, when the next token can begin one.
// Abbreviations end none, except those that may ("U.S.") before a word that opens sentences.
// Fails on: "in the U.S. Reporters asked …". Tested by tests/unit/tokens_sentences_test.cpp.
#include "tokens/sentences.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid {
namespace {

class Borders {
 public:
  Borders(Vocabulary const& vocabulary, TokenTable& table)
      : vocabulary_(vocabulary),
        table_(table),
        tokens_(table.tokens),
        final_(vocabulary.lexicon("abbreviation_final")),
        opener_(vocabulary.lexicon("sentence_opener")) {}

  void run() {
    auto paragraph = table_.paragraphs.begin();
    auto const add_paragraphs = [&](std::uint32_t before) {
      for (; paragraph != table_.paragraphs.end() && *paragraph < before; ++paragraph) table_.sentences.push_back(*paragraph);
    };
    for (std::uint32_t const stop : table_.stops) {
      auto const next = static_cast<std::uint32_t>(look_behind(stop));
      if (next == 0) continue;
      add_paragraphs(next);
      table_.sentences.push_back(next);
    }
    add_paragraphs(static_cast<std::uint32_t>(tokens_.size()));
  }

 private:
  [[nodiscard]] bool new_paragraph(std::size_t i) const {
    return i >= tokens_.size() || tokens_[i].is(feature::paragraph_start);
  }

  // The token behind a stop where a sentence begins, and no paragraph; 0 when none does.
  std::size_t look_behind(std::size_t i) {
    std::size_t next = i + 1;
    while (!new_paragraph(next) && !tokens_[next].is(feature::spaced) && tokens_[next].is(feature::mark | feature::bracket))
      ++next;
    bool border = !new_paragraph(next) && is_border(i, next);
    if (border) tokens_[next].features |= feature::sentence_start;
    // An ellipsis in the middle of a sentence is no stop.
    if (!border && next == i + 1 && !new_paragraph(next) && is_ellipsis(tokens_[i])) tokens_[i].features &= ~Features{feature::stop};
    return border ? next : 0;
  }

  [[nodiscard]] bool is_ellipsis(Token const& token) const {
    return token.is(feature::stop) && (token.end - token.begin > 1) && table_.text[token.begin] != '!' &&
           table_.text[token.begin] != '?' && static_cast<unsigned char>(table_.text[token.begin]) != 0xE3;
  }

  [[nodiscard]] bool is_border(std::size_t stop, std::size_t next) const {
    // The word that shows whether a sentence begins stands behind opening marks and brackets.
    std::size_t word = next;
    for (int steps = 0; steps < 3 && !new_paragraph(word + 1) && tokens_[word].is(feature::mark | feature::bracket); ++steps)
      ++word;
    if (!can_begin(tokens_[word])) return false;
    if (tokens_[stop].is(feature::abbreviation)) return abbreviation_ends(stop, tokens_[word]);
    if (tokens_[next].is(feature::spaced)) return true;
    // A space was lost ("ended.Then"): only before a capital and behind a plain word, a closing mark or bracket.
    if (!tokens_[word].is(feature::capital)) return is_wide(tokens_[word]);
    if (next > stop + 1) return true;
    return stop > 0 && tokens_[stop - 1].is(feature::lower) && tokens_[stop - 1].end - tokens_[stop - 1].begin > 1;
  }

  // Scripts without spaces have none behind their full stop either.
  [[nodiscard]] bool is_wide(Token const& token) const {
    return static_cast<unsigned char>(table_.text[token.begin]) >= 0xE3;
  }

  [[nodiscard]] bool can_begin(Token const& token) const {
    constexpr Features always = feature::capital | feature::number | feature::mark | feature::bracket | feature::bullet |
                                feature::dash | feature::currency | feature::handle | feature::hashtag | feature::url;
    if (token.is(always)) return true;
    if (!token.is(feature::word)) return !token.is(feature::comma | feature::colon | feature::semicolon | feature::stop);
    // A letter without case (Arabic, Han) begins a sentence as well as any.
    auto first = static_cast<unsigned char>(table_.text[token.begin]);
    if (first < 0x80) return first == '\'' ? false : !(first >= 'a' && first <= 'z');
    std::size_t at = token.begin;
    return !(char_class(next_code_point(table_.text, at)) & char_lower);
  }

  [[nodiscard]] bool in(std::uint32_t word, int lexicon) const {
    return lexicon >= 0 && vocabulary_.classes(word).has(static_cast<std::uint16_t>(lexicon));
  }

  [[nodiscard]] bool abbreviation_ends(std::size_t at, Token const& next) const {
    Token const& token = tokens_[at];
    bool opens = opener_ < 0 ? next.is(feature::capital) : next.is(feature::capital) && in(next.word, opener_);
    if (!opens) return false;
    if (!token.is(feature::initial)) return in(token.word, final_);
    // "Samuel I. Newhouse" against "smaller than I. The": an initial stands behind a capital.
    return at == 0 || !tokens_[at - 1].is(feature::capital);
  }

  Vocabulary const& vocabulary_;
  TokenTable& table_;
  std::vector<Token>& tokens_;
  int final_;
  int opener_;
};

}  // namespace

void mark_sentences(Vocabulary const& vocabulary, TokenTable& table) { Borders(vocabulary, table).run(); }

}  // namespace whosaid
