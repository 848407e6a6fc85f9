// Words and what joins them: apostrophes, hyphens, inner full stops. Tested by tests/unit/tokens_tokenize_test.cpp.
#include <algorithm>

#include "tokens/tokenizer.hpp"

namespace whosaid {

void Tokenizer::word(std::size_t begin) {
  Run run;
  run.end = run.piece = begin;
  read_word(run);
  finish_word(begin, run);
}

void Tokenizer::read_word(Run& run) {
  for (;;) {
    std::size_t end = run.end;
    unsigned char kind = 0;
    while (end < text_.size() && ((kind = byte_classes[static_cast<unsigned char>(text_[end])]) & in_word)) {
      run.kinds |= kind;
      ++end;
    }
    run.end = end;
    if (end >= text_.size() || (kind & (is_space | is_break))) return;
    char c = text_[end];
    if (c == ',' || c == '"') return;
    if (c == '.') {
      if (!join_stop(run)) return;
      continue;
    }
    WrittenChar next = peek(end);
    if (next.c >= 0x80) {
      unsigned char bits = char_class(next.c);
      if (bits & char_ignorable) {
        run.plain = false;
        run.end += next.length;
        continue;
      }
      if (bits & char_ideograph) return;
      if (unsigned char k = kind_of(next.c); k & in_word) {
        run.kinds |= k;
        run.plain = false;
        run.end += next.length;
        continue;
      }
    }
    if (is_apostrophe(next.c)) {
      std::size_t behind = end + next.length;
      if (!(kind_at(behind) & is_letter)) return;
      if ((byte(behind) | 0x20) == 's' && !(kind_at(behind + 1) & in_word)) {
        run.possessive = true;
        return;
      }
      if (next.c == U'`') return;
      run.plain &= next.c == U'\'' && next.length == 1;
      run.end = behind;
    } else if (is_hyphen(next.c)) {
      std::size_t behind = end + next.length;
      if (!(kind_at(behind) & in_word)) return;
      run.hyphen = true;
      run.plain &= next.length == 1;
      run.end = run.piece = behind;
    } else if (next.c == U'&') {
      // AT&T, R&D, also with the ampersand as an entity.
      std::size_t behind = end + next.length;
      if (run.kinds & is_lower || !(kind_at(behind) & is_upper)) return;
      run.plain &= next.length == 1;
      run.end = behind;
    } else {
      return;
    }
  }
}

bool Tokenizer::join_stop(Run& run) {
  unsigned char after = byte_classes[byte(run.end + 1)];
  if (!(after & is_letter)) return false;
  std::size_t piece = run.end - run.piece;
  std::size_t next = 1;
  while (next < 4 && (byte_classes[byte(run.end + 1 + next)] & is_letter)) ++next;
  bool join;
  if (piece == 1) join = next <= 2;
  else if (after & is_lower) join = true;
  else join = piece <= 3 && next == 1 && (byte_classes[byte(run.piece)] & is_upper) && byte(run.end + 2) != '\'';
  if (!join) return false;
  run.stops = true;
  run.piece = ++run.end;
  return true;
}

void Tokenizer::finish_word(std::size_t begin, Run const& run) {
  std::size_t end = run.end;
  char next = end < text_.size() ? text_[end] : '\0';
  if (next == ':' && byte(end + 1) == '/' && byte(end + 2) == '/') return url(begin);
  if (next == '@' && (byte_classes[byte(end + 1)] & in_word)) return url(begin);
  if (run.stops && end - begin > 4 && starts_with_www(begin)) return url(begin);

  Features features = feature::word;
  if (run.hyphen) features |= feature::hyphenated;
  std::uint32_t number = 0;
  if (next == '.') {
    std::size_t size = end - begin;
    bool letters = run.stops && end - run.piece <= 2;
    bool initial = size == 1 && (run.kinds & is_upper);
    std::uint32_t with_stop = run.plain ? words_.look_up_ascii(begin, end + 1) : 0;
    if (letters || initial || has_class(with_stop, abbreviation_) ||
        (has_class(with_stop, before_number_) && number_follows(end + 1))) {
      number = with_stop;
      ++end;
      features |= feature::abbreviation;
      expect_stop();
      if (initial) features |= feature::initial;
    }
  }
  if (end - begin == 1 && (run.kinds & is_upper)) features |= feature::initial;
  if (number == 0) number = words_.look_up(begin, run.end, run.plain);
  // "Grünen-Stadtrat" is a Stadtrat, where the language says so.
  if (number == 0 && run.hyphen && compound_head_ >= 0) {
    std::uint32_t const head = words_.look_up(run.piece, run.end, run.plain);
    if (has_class(head, compound_head_)) number = head;
  }
  emit(begin, end, features | shape(begin, run), number);
  if (run.possessive) {
    std::size_t length = peek(at_).length + 1;
    emit(at_, at_ + length, feature::word | feature::possessive | feature::lower, words_.look_up(at_, at_ + length, false));
  }
}

bool Tokenizer::starts_with_www(std::size_t begin) const {
  return (byte(begin) | 0x20) == 'w' && (byte(begin + 1) | 0x20) == 'w' && (byte(begin + 2) | 0x20) == 'w' &&
         byte(begin + 3) == '.';
}

bool Tokenizer::number_follows(std::size_t at) const {
  while (byte(at) == ' ') ++at;
  return byte_classes[byte(at)] & is_digit;
}

Features Tokenizer::shape(std::size_t begin, Run const& run) const {
  Features features = 0;
  if (!(run.kinds & is_upper)) {
    features |= feature::lower;
  } else {
    std::size_t first = begin;
    if (!(kind_at(first) & in_word)) first += peek(first).length;  // the apostrophe of 'Tis
    if (kind_at(first) & is_upper) features |= feature::capital;
    if (!(run.kinds & is_lower) && letters(begin, run.end) >= 2) features |= feature::upper;
  }
  char last = text_[run.end - 1];
  if (last == 's') {
    features |= feature::ends_s;
  } else if (run.end - begin > 2) {
    char before = text_[run.end - 2];
    if (last == 'y' && before == 'l') features |= feature::ends_ly;
    else if (last == 'd' && before == 'e') features |= feature::ends_ed;
    else if (last == 'g' && before == 'n' && text_[run.end - 3] == 'i') features |= feature::ends_ing;
  }
  return features;
}

int Tokenizer::letters(std::size_t begin, std::size_t end) const {
  int count = 0;
  while (begin < end && count < 2) {
    count += (kind_at(begin) & is_letter) != 0;
    begin += std::max<std::uint32_t>(peek(begin).length, 1);
  }
  return count;
}

}  // namespace whosaid
