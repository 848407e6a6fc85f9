// The tokenizer's insides: one pass over a text. tokenize() is the door.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "text/unicode.hpp"
#include "tokens/bytes.hpp"
#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"
#include "tokens/word_finder.hpp"
#include "tokens/written.hpp"

namespace whosaid {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Vocabulary const& vocabulary, TokenTable& out)
      : text_(text),
        vocabulary_(vocabulary),
        words_(text, vocabulary),
        out_(out),
        abbreviation_(vocabulary.lexicon("abbreviation")),
        before_number_(vocabulary.lexicon("abbreviation_before_number")),
        compound_head_(vocabulary.lexicon("compound_head")),
        elision_(vocabulary.lexicon("elision")) {}

  // Appends the tokens of the text; `out.breaks` tells where paragraphs end.
  void run();
  void scan(std::size_t end);

 private:
  // What a run of letters turned out to be while it was read.
  struct Run {
    std::size_t end = 0;
    std::size_t piece = 0;    // begin of the last piece: behind the last inner stop or hyphen
    unsigned char kinds = 0;  // is_lower | is_upper | is_digit met
    bool plain = true;        // ASCII only, no entity
    bool hyphen = false;
    bool stops = false;       // inner full stops
    bool possessive = false;  // 's follows
  };

  [[nodiscard]] unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }
  [[nodiscard]] WrittenChar peek(std::size_t at) const {
    return at < text_.size() ? written_char(text_, at) : WrittenChar{0, 0};
  }
  // Class bits of the character at `at` in terms of Byte: letters and digits of any script.
  [[nodiscard]] unsigned char kind_at(std::size_t at) const {
    unsigned char kind = byte_classes[byte(at)];
    if (!(kind & is_high)) return kind;
    return kind_of(peek(at).c);
  }
  [[nodiscard]] static unsigned char kind_of(char32_t c) {
    if (c < 0x80) return byte_classes[c];
    unsigned char bits = char_class(c);
    if (bits & char_letter) return bits & char_upper ? is_upper : is_lower;
    if (bits & char_digit) return is_digit;
    return bits & char_space ? is_space : 0;
  }
  [[nodiscard]] bool has_class(std::uint32_t word, int lexicon) const {
    return lexicon >= 0 && word && vocabulary_.classes(word).has(static_cast<std::uint16_t>(lexicon));
  }

  void emit(std::size_t begin, std::size_t end, Features features, std::uint32_t word) {
    if (gap_ & feature::line_start) [[unlikely]] begin_line();
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.word = word;
    token.features = features | gap_;
    out_.tokens.push_back(token);
    gap_ = 0;
    at_ = end;
  }

  // A line begins with the next token, and perhaps a paragraph.
  void begin_line();
  // The next token may end a sentence.
  void expect_stop() { out_.stops.push_back(static_cast<std::uint32_t>(out_.tokens.size())); }

  // tokenize.cpp
  bool short_word();
  void look_up_later(WordKey const& key);
  void look_up_waiting(std::size_t number);
  void number(std::size_t begin);
  [[nodiscard]] bool is_ordinal(std::size_t unit, std::size_t end) const;
  void other();
  void emit_punct(std::size_t end, Features features);
  // . … ... and ". . ."
  void stops(std::size_t end);
  // A lone hyphen: dash between spaces, bullet at a line's start, "--" dash.
  void hyphen(std::size_t end);
  // http://… www.… name@host: up to white space, less the punctuation of the sentence.
  void url(std::size_t begin);

  // tokenize_words.cpp
  void word(std::size_t begin);
  // Reads on from run.end over letters, digits and the connectors between them.
  void read_word(Run& run);
  // An inner full stop: U.S, a.m, Ph.D, example.com. False when the word ends before it.
  bool join_stop(Run& run);
  void finish_word(std::size_t begin, Run const& run);
  [[nodiscard]] bool starts_with_www(std::size_t begin) const;
  [[nodiscard]] bool number_follows(std::size_t at) const;
  [[nodiscard]] Features shape(std::size_t begin, Run const& run) const;
  // Letters in [begin, end), counted up to two.
  [[nodiscard]] int letters(std::size_t begin, std::size_t end) const;

  // tokenize_marks.cpp
  [[nodiscard]] bool touches_word() const;
  void mark(char32_t c, std::size_t end);
  // '' `` ‘‘ ’’ as one mark; end of it, or 0. Of three marks two stand outside and belong together.
  [[nodiscard]] std::size_t doubled_mark(char32_t c, std::size_t end) const;
  // Words that begin with an apostrophe, and 's behind a closing mark or bracket.
  bool apostrophe_word(char32_t c, std::size_t end, bool touching);
  // End of the elision that begins with the apostrophe at `at`, 0 = none.
  [[nodiscard]] std::size_t elision_end(std::size_t at, WrittenChar apostrophe) const;

  std::string_view text_;
  Vocabulary const& vocabulary_;
  WordFinder words_;
  TokenTable& out_;
  int abbreviation_;
  int before_number_;
  int compound_head_;  // words that a hyphenated word is, when the language has such a list: "SPD-Abgeordnete"
  int elision_;
  // Words whose numbers are not known yet: looking one up waits for the cache, unless it was told some words before.
  struct Waiting {
    WordKey key;
    std::uint64_t hash = 0;
    std::size_t token = 0;
  };
  static constexpr std::size_t most_waiting = 16;
  std::array<Waiting, most_waiting> waiting_;
  std::size_t asked_ = 0;  // words that were told so far; the last ones of them wait
  std::size_t at_ = 0;
  Features gap_ = 0;  // what the next token learns about the space before it
};

}  // namespace whosaid
