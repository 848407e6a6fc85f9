// Cuts text into tokens in one pass. ASCII runs through a table of 256 classes; everything else is read through
// written_char(), which also sees entities and broken encodings. Tested by tests/unit/tokens_tokenize_test.cpp.
#include <algorithm>

#include "tokens/markup.hpp"
#include "tokens/paragraphs.hpp"
#include "tokens/phrases.hpp"
#include "tokens/sentences.hpp"
#include "tokens/short_word.hpp"
#include "tokens/tokenizer.hpp"

namespace whosaid {

// Most words; false leaves the others to word().
inline bool Tokenizer::short_word() {
  ShortWord found;
  if (!read_short_word(text_, at_, found)) return false;
  emit(at_, at_ + found.size, found.features, 0);
  look_up_later(found.key);
  return true;
}

// For the token that was emitted last.
inline void Tokenizer::look_up_later(WordKey const& key) {
  if (asked_ >= most_waiting) look_up_waiting(asked_ - most_waiting);
  auto const hash = key.hash();
  words_.prefetch(hash);
  waiting_[asked_++ % most_waiting] = {key, hash, out_.tokens.size() - 1};
}

inline void Tokenizer::look_up_waiting(std::size_t number) {
  auto const& one = waiting_[number % most_waiting];
  auto& token = out_.tokens[one.token];
  token.word = words_.look_up_fetched(one.key, one.hash, token.span().in(text_));
}

void Tokenizer::run() {
  gap_ = feature::spaced;
  for (std::size_t const end : {page_stamp(text_), text_.size()}) {
    gap_ |= feature::line_start | feature::paragraph_start;
    scan(end);
  }
  for (std::size_t i = asked_ - std::min(asked_, most_waiting); i < asked_; ++i) look_up_waiting(i);
}

void Tokenizer::scan(std::size_t end) {
  std::size_t next_break = 0;
  while (at_ < end) {
    unsigned char kind = byte_classes[byte(at_)];
    if (kind & is_letter) {
      if (!short_word()) word(at_);
    } else if (kind & is_space) {
      gap_ |= feature::spaced;
      ++at_;
    } else if (kind & is_break) {
      gap_ |= feature::spaced | feature::line_start;
      if (next_break < out_.breaks.size() && out_.breaks[next_break] == at_) {
        gap_ |= feature::paragraph_start;
        ++next_break;
      }
      ++at_;
    } else if (kind & is_digit) {
      number(at_);
    } else {
      other();
    }
  }
}

void Tokenizer::begin_line() {
  auto const number = static_cast<std::uint32_t>(out_.tokens.size());
  out_.lines.push_back(number);
  if (!(gap_ & feature::paragraph_start)) return;
  out_.paragraphs.push_back(number);
  gap_ |= feature::sentence_start;
}

void Tokenizer::number(std::size_t begin) {
  std::size_t end = begin;
  while (byte_classes[byte(end)] & is_digit) ++end;
  std::size_t digits = end - begin;
  bool year = digits == 4 && (text_[begin] == '1' || (text_[begin] == '2' && text_[begin + 1] < '2'));
  for (;;) {
    unsigned char c = byte(end);
    bool joins = c == '.' || c == ',' || c == '/' || c == ':' || c == '-';
    if (!joins || !(byte_classes[byte(end + 1)] & is_digit)) break;
    year = false;
    ++end;
    while (byte_classes[byte(end)] & is_digit) ++end;
  }
  Features features = feature::number;
  Run run;
  run.end = run.piece = end;
  if (byte_classes[byte(end)] & is_letter || (byte(end) == '-' && (byte_classes[byte(end + 1)] & is_letter))) {
    // 5th 9.30pm 1990s 30-day 26-year-old
    std::size_t unit = end;
    read_word(run);
    if (run.hyphen) features |= feature::word | feature::hyphenated;
    else if (is_ordinal(unit, run.end)) features |= feature::ordinal;
    year = false;
    features |= shape(begin, run) & ~Features{feature::upper};
  } else if (is_apostrophe(peek(end).c)) {
    std::size_t behind = end + peek(end).length;
    run.possessive = (byte(behind) | 0x20) == 's' && !(kind_at(behind + 1) & in_word);
  }
  if (year) features |= feature::year;
  emit(begin, run.end, features, words_.look_up(begin, run.end, run.plain));
  if (run.possessive) {
    std::size_t length = peek(at_).length + 1;
    emit(at_, at_ + length, feature::word | feature::possessive | feature::lower, words_.look_up(at_, at_ + length, false));
  }
}

bool Tokenizer::is_ordinal(std::size_t unit, std::size_t end) const {
  if (end - unit != 2) return false;
  auto a = static_cast<char>(byte(unit) | 0x20);
  auto b = static_cast<char>(byte(unit + 1) | 0x20);
  return (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
}
void Tokenizer::other() {
  WrittenChar next = peek(at_);
  char32_t c = next.c;
  std::size_t end = at_ + next.length;
  if (c >= 0x80) {
    unsigned char bits = char_class(c);
    if (bits & char_ignorable) {
      at_ = end;
      return;
    }
    if (bits & char_space) {
      gap_ |= feature::spaced;
      at_ = end;
      return;
    }
    if (bits & char_ideograph) return emit(at_, end, feature::word | feature::lower, words_.look_up(at_, end, false));
    if (bits & (char_letter | char_digit)) return word(at_);
  } else if (c == U' ' || c == U'\n' || c == U'\t') {  // an entity
    gap_ |= feature::spaced;
    at_ = end;
    return;
  }
  if (c == U'<' && next.length == 1)
    if (auto const markup = markup_at(text_, at_); markup.size) {
      gap_ |= markup.block ? feature::spaced | feature::line_start | feature::paragraph_start : Features{0};
      at_ += markup.size;
      return;
    }
  if (c == U'>' && gap_ & feature::line_start && byte(end) == ' ') {  // a quoted line of a letter
    at_ = end;
    return;
  }
  if (is_quotation_mark(c) || c == 0xB4) return mark(c, end);
  switch (c) {
    case U'.':
    case 0x2026: return stops(end);
    case U'!':
    case U'?': {
      while (byte(end) == '!' || byte(end) == '?') ++end;
      return emit_punct(end, feature::stop);
    }
    case 0x3002: case 0xFF01: case 0xFF1F: case 0xFF0E: case 0x061F: case 0x0964: case 0x06D4: case 0x203C: case 0x2049:
      return emit_punct(end, feature::stop);
    case U',': case 0x3001: case 0xFF0C: case 0x060C: return emit_punct(end, feature::comma);
    case U':': case 0xFF1A: return emit_punct(end, feature::colon);
    case U';': case 0xFF1B: case 0x061B: return emit_punct(end, feature::semicolon);
    case U'(': case U')': case U'[': case U']': case 0xFF08: case 0xFF09: return emit_punct(end, feature::bracket);
    case U'#':
    case U'@': {
      if (!(kind_at(end) & in_word)) return emit_punct(end, 0);
      while (kind_at(end) & in_word || byte(end) == '_') end += std::max<std::uint32_t>(peek(end).length, 1);
      return emit(at_, end, c == U'@' ? feature::handle : feature::hashtag, 0);
    }
    default: break;
  }
  if (is_hyphen(c)) return hyphen(end);
  if (is_dash(c)) {
    while (is_dash(peek(end).c)) end += peek(end).length;
    return emit_punct(end, feature::dash);
  }
  if (is_currency(c)) return emit_punct(end, feature::currency);
  if (is_bullet(c) || (c == U'*' && (gap_ & feature::line_start))) return emit_punct(end, feature::bullet);
  emit_punct(end, 0);
}

void Tokenizer::emit_punct(std::size_t end, Features features) {
  if (features & feature::stop) expect_stop();
  emit(at_, end, features | feature::punct, words_.punct_word(at_, end));
}
void Tokenizer::stops(std::size_t end) {
  while (byte(end) == '.') ++end;
  if (end - at_ == 1 && text_[at_] == '.') {
    std::size_t spread = end;
    while (byte(spread) == ' ' && byte(spread + 1) == '.') spread += 2;
    if (spread >= end + 4) end = spread;
  }
  emit_punct(end, feature::stop);
}

void Tokenizer::hyphen(std::size_t end) {
  if (byte(end) == '-') {
    while (byte(end) == '-') ++end;
    return emit_punct(end, feature::dash);
  }
  bool space_behind = end >= text_.size() || (byte_classes[byte(end)] & (is_space | is_break)) || peek(end).c == 0xA0;
  if (!space_behind) return emit_punct(end, 0);
  if (gap_ & feature::line_start) return emit_punct(end, feature::bullet);
  emit_punct(end, gap_ & feature::spaced ? Features{feature::dash} : Features{0});
}
void Tokenizer::url(std::size_t begin) {
  std::size_t end = begin;
  while (end < text_.size()) {
    unsigned char c = byte(end);
    if (byte_classes[c] & (is_space | is_break) || c == '<' || c == '>' || c == '"') break;
    if (c >= 0x80 && !(kind_at(end) & in_word)) break;
    end += c >= 0x80 ? std::max<std::uint32_t>(peek(end).length, 1) : 1;
  }
  constexpr std::string_view tail = ".,;:!?)]}'*";
  while (end > begin + 1 && tail.find(text_[end - 1]) != std::string_view::npos) --end;
  emit(begin, end, feature::url, 0);
}
void tokenize(std::string_view text, Vocabulary const& vocabulary, TokenTable& out) {
  out.clear();
  out.text = text;
  out.tokens.reserve(text.size() / 5 + 8);
  find_paragraph_breaks(text, out.breaks);
  Tokenizer(text, vocabulary, out).run();
  mark_sentences(vocabulary, out);
  find_phrases(vocabulary, out);
}

}  // namespace whosaid
