// Quotation marks and apostrophes outside words. Which of them quote is the business of the quotes floor.
// Tested by tests/unit/tokens_tokenize_test.cpp.
#include "tokens/tokenizer.hpp"

namespace whosaid {

bool Tokenizer::touches_word() const {
  return !(gap_ & feature::spaced) && !out_.tokens.empty() &&
         out_.tokens.back().is(feature::word | feature::number | feature::handle | feature::hashtag);
}

void Tokenizer::mark(char32_t c, std::size_t end) {
  constexpr Features plain = feature::punct | feature::mark;
  // Some systems print U+201A for a comma ("Sgt Weiss‚ 42‚ was"): no quotation opens behind a word and before a space.
  bool const low_comma = c == 0x201A && !(gap_ & feature::spaced) && at_ > 0 && !(kind_at(end) & in_word);
  if (low_comma) return emit(at_, end, feature::punct | feature::comma, words_.comma());
  bool touching = touches_word();
  if (is_apostrophe(c)) {
    if (apostrophe_word(c, end, touching)) return;
    if (std::size_t doubled = doubled_mark(c, end); doubled) return emit(at_, doubled, plain, 0);
    bool after_s = touching && (text_[at_ - 1] | 0x20) == 's' && c != 0x2018 && c != U'`';
    return emit(at_, end, after_s ? plain | feature::possessive : plain, words_.punct_word(at_, end));
  }
  // Guillemets that open a line may be list marks; the quotes floor knows whether one closes.
  bool bullet = (gap_ & feature::line_start) && (c == 0xBB || c == 0x203A);
  emit(at_, end, bullet ? plain | feature::bullet : plain, words_.punct_word(at_, end));
}

std::size_t Tokenizer::doubled_mark(char32_t c, std::size_t end) const {
  WrittenChar second = peek(end);
  std::size_t behind = end + second.length;
  bool opening = gap_ & feature::spaced || out_.tokens.empty();
  // ‘’We go on,’’ she said: an editor turned the second one of two straight marks round.
  bool const turned = opening && c == 0x2018 && second.c == 0x2019 && (byte_classes[byte(behind)] & is_letter);
  if (second.c != c && !turned) return 0;
  WrittenChar third = peek(behind);
  if (third.c == c && !opening && peek(behind + third.length).c != c) return 0;  // ' '' closes the inner one first
  // ''Tis is a mark and an elision.
  if (opening && elision_end(end, second) != 0) return 0;
  return behind;
}

bool Tokenizer::apostrophe_word(char32_t c, std::size_t end, bool touching) {
  if (!(gap_ & feature::spaced) && (byte(end) | 0x20) == 's' && !(kind_at(end + 1) & in_word) && !out_.tokens.empty() &&
      c != 0x2018) {
    emit(at_, end + 1, feature::word | feature::possessive | feature::lower, words_.look_up(at_, end + 1, false));
    return true;
  }
  if (touching) return false;
  if (std::size_t behind = elision_end(at_, {c, static_cast<std::uint32_t>(end - at_)}); behind) {
    Run run;
    run.end = behind;
    for (std::size_t at = end; at < behind; ++at)
      run.kinds = static_cast<unsigned char>(run.kinds | (byte_classes[byte(at)] & in_word));
    emit(at_, behind, feature::word | shape(at_, run), words_.look_up(at_, behind, false));
    return true;
  }
  // '90s, and ’08 with a curly apostrophe; a straight one before two digits may open a quotation ('40 dead').
  if ((byte_classes[byte(end)] & is_digit) && (byte_classes[byte(end + 1)] & is_digit)) {
    std::size_t behind = end + 2;
    bool decade = byte(behind) == 's' && !(kind_at(behind + 1) & in_word);
    if (decade) ++behind;
    if ((decade || c == 0x2019) && !(kind_at(behind) & in_word)) {
      emit(at_, behind, feature::number, words_.look_up(at_, behind, false));
      return true;
    }
  }
  return false;
}

std::size_t Tokenizer::elision_end(std::size_t at, WrittenChar apostrophe) const {
  if (elision_ < 0) return 0;
  std::size_t begin = at + apostrophe.length;
  std::size_t end = begin;
  while (byte_classes[byte(end)] & is_letter) ++end;
  if (end == begin || end - begin > 12) return 0;
  if (is_apostrophe(peek(end).c)) {  // 'n'
    std::size_t behind = end + peek(end).length;
    if (!(kind_at(behind) & in_word) && has_class(words_.look_up(at, behind, false), elision_)) return behind;
  }
  if (kind_at(end) & in_word) return 0;
  return has_class(words_.look_up(at, end, false), elision_) ? end : 0;
}

}  // namespace whosaid
