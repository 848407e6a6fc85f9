// Cuts text into tokens in one pass. ASCII runs through a table of 256 classes; everything else is read through
// written_char(), which also sees entities and broken encodings. Tested by tests/unit/tokens_tokenize_test.cpp.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "tokens/lexicon.hpp"
#include "tokens/paragraphs.hpp"
#include "tokens/sentences.hpp"
#include "tokens/tokens.hpp"
#include "tokens/word_map.hpp"
#include "tokens/written.hpp"

namespace whosaid {
namespace {

// Classes of bytes; the first three are the bits that a word's letters add up to.
enum Byte : unsigned char { is_lower = 1, is_upper = 2, is_digit = 4, is_space = 8, is_break = 16, is_high = 32 };
constexpr unsigned char is_letter = is_lower | is_upper;
constexpr unsigned char in_word = is_letter | is_digit;

constexpr std::array<unsigned char, 256> byte_classes = [] {
  std::array<unsigned char, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[static_cast<std::size_t>(c)] = is_space;  // NUL and other controls part words
  table[' '] = is_space;
  table[0x7F] = is_space;
  table['\n'] = is_break;
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = is_lower;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = is_upper;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = is_digit;
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = is_high;
  return table;
}();

// Bytes that end a word and never belong to it, whatever follows.
constexpr std::array<bool, 256> ends_word = [] {
  std::array<bool, 256> table{};
  for (char c : {' ', '\n', '\r', '\t', ',', ';', '!', '?', ')', '(', ']', '"', '/'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == U'`' || c == 0xB4; }
bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }
bool is_dash(char32_t c) { return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212; }
bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25BA || c == 0x25B6 || c == 0x25AA || c == 0x25CF || c == 0x25A0 || c == 0x2023 ||
         c == 0x2043 || c == 0xB7 || c == 0x2219;
}
bool is_currency(char32_t c) { return c == U'$' || c == 0xA3 || c == 0xA5 || c == 0xA2 || (c >= 0x20A0 && c <= 0x20CF); }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Vocabulary const& vocabulary, TokenTable& out)
      : text_(text),
        vocabulary_(vocabulary),
        tables_(vocabulary.tables()),
        out_(out),
        abbreviation_(vocabulary.lexicon("abbreviation")),
        before_number_(vocabulary.lexicon("abbreviation_before_number")),
        elision_(vocabulary.lexicon("elision")) {
    punct_words_.fill(not_looked_up);
  }

  void run() {
    std::size_t next_break = 0;
    gap_ = feature::spaced | feature::line_start | feature::paragraph_start;
    while (at_ < text_.size()) {
      unsigned char kind = byte_classes[byte(at_)];
      if (kind & is_letter) {
        if (!short_word(at_)) word(at_);
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

 private:
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
    if (gap_ & feature::paragraph_start) {
      out_.paragraphs.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
      gap_ |= feature::sentence_start;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.word = word;
    token.features = features | gap_;
    out_.tokens.push_back(token);
    gap_ = 0;
    at_ = end;
  }

  // ---- words ----

  // Which of eight bytes are letters or digits; the highest bit of each byte tells.
  struct Eight {
    std::uint64_t folded, letters, outside, uppers;

    explicit Eight(char const* at) {
      constexpr std::uint64_t ones = 0x0101010101010101ull;
      constexpr std::uint64_t high = ones * 0x80;
      std::uint64_t bytes;
      std::memcpy(&bytes, at, 8);
      folded = bytes | ones * 0x20;
      // No sum carries into the next byte: bytes are cut to seven bits, and those of no ASCII are taken out behind.
      std::uint64_t low = folded & ~high;
      std::uint64_t plain = bytes & ~high;
      letters = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x7F - 'z')) & high & ~bytes;
      std::uint64_t digits = (plain + ones * (0x80 - '0')) & ~(plain + ones * (0x7F - '9')) & high & ~bytes;
      outside = ~(letters | digits) & high;
      uppers = letters & ~(bytes << 2);  // the bit 0x20 of a letter, moved to the highest
    }
    // Bytes before the first that is outside; 8 when none is.
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(std::countr_zero(outside)) / 8; }
    void cut(std::size_t size) {
      std::uint64_t covered = size >= 8 ? ~0ull : (1ull << size * 8) - 1;
      folded &= covered, letters &= covered, uppers &= covered;
    }
  };

  // The words of most texts: up to fifteen letters or digits of ASCII with a space or plain punctuation behind them, read as
  // one or two integers without a branch for each letter. False when the word at `begin` is not one of them.
  bool short_word(std::size_t begin) {
    if constexpr (std::endian::native != std::endian::little) return false;
    if (begin + WordKey::capacity > text_.size()) return false;
    char const* start = text_.data() + begin;
    Eight head(start);
    std::size_t size = head.size();
    head.cut(size);
    WordKey key;
    key.part[0] = head.folded;
    if (size == 8) {
      Eight tail(start + 8);
      std::size_t more = tail.size();
      if (more == 8) return false;
      tail.cut(more);
      key.part[1] = tail.folded;
      // Only whether all letters are upper case is asked of the second half.
      head.letters |= tail.letters >> 1;
      head.uppers |= tail.uppers >> 1;
      size += more;
    }
    if (!ends_word[static_cast<unsigned char>(start[size])]) return false;

    auto set = [](bool on, Features bit) { return on ? bit : Features{0}; };
    bool several = (head.letters & (head.letters - 1)) != 0;
    Features features = feature::word;
    features |= set(head.uppers == 0, feature::lower);
    features |= set((head.uppers & 0x80) != 0, feature::capital);
    features |= set((head.uppers == head.letters) & several, feature::upper);
    features |= set((size == 1) & (head.uppers != 0), feature::initial);
    auto back = [&](std::size_t n) { return start[size > n ? size - 1 - n : 0]; };
    char last = back(0), before = back(1), third = back(2);
    features |= set(last == 's', feature::ends_s);
    features |= set((last == 'y') & (before == 'l') & (size > 2), feature::ends_ly);
    features |= set((last == 'd') & (before == 'e') & (size > 2), feature::ends_ed);
    features |= set((last == 'g') & (before == 'n') & (third == 'i') & (size > 2), feature::ends_ing);
    emit(begin, begin + size, features, look_up_key(key, text_.substr(begin, size)));
    return true;
  }

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

  void word(std::size_t begin) {
    Run run;
    run.end = run.piece = begin;
    read_word(run);
    finish_word(begin, run);
  }

  // Reads on from run.end over letters, digits and the connectors between them.
  void read_word(Run& run) {
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

  // An inner full stop: U.S, a.m, Ph.D, example.com. False when the word ends before it.
  bool join_stop(Run& run) {
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

  void finish_word(std::size_t begin, Run const& run) {
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
      std::uint32_t with_stop = run.plain ? look_up_ascii(begin, end + 1) : 0;
      if (letters || initial || has_class(with_stop, abbreviation_) ||
          (has_class(with_stop, before_number_) && number_follows(end + 1))) {
        number = with_stop;
        ++end;
        features |= feature::abbreviation;
        if (initial) features |= feature::initial;
      }
    }
    if (end - begin == 1 && (run.kinds & is_upper)) features |= feature::initial;
    if (number == 0) number = look_up(begin, run.end, run.plain);
    emit(begin, end, features | shape(begin, run), number);
    if (run.possessive) {
      std::size_t length = peek(at_).length + 1;
      emit(at_, at_ + length, feature::word | feature::possessive | feature::lower, look_up(at_, at_ + length, false));
    }
  }

  [[nodiscard]] bool starts_with_www(std::size_t begin) const {
    return (byte(begin) | 0x20) == 'w' && (byte(begin + 1) | 0x20) == 'w' && (byte(begin + 2) | 0x20) == 'w' &&
           byte(begin + 3) == '.';
  }

  [[nodiscard]] bool number_follows(std::size_t at) const {
    while (byte(at) == ' ') ++at;
    return byte_classes[byte(at)] & is_digit;
  }

  [[nodiscard]] Features shape(std::size_t begin, Run const& run) const {
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

  // Letters in [begin, end), counted up to two.
  [[nodiscard]] int letters(std::size_t begin, std::size_t end) const {
    int count = 0;
    while (begin < end && count < 2) {
      count += (kind_at(begin) & is_letter) != 0;
      begin += std::max<std::uint32_t>(peek(begin).length, 1);
    }
    return count;
  }

  [[nodiscard]] std::uint32_t look_up_ascii(std::size_t begin, std::size_t end) const {
    auto raw = text_.substr(begin, end - begin);
    if (raw.size() > WordKey::capacity) return vocabulary_.find_raw(raw);
    bool inside = begin + WordKey::capacity <= text_.size();
    return look_up_key(inside ? WordKey::of_ascii_inside(raw.data(), raw.size()) : WordKey::of_ascii(raw.data(), raw.size()), raw);
  }

  [[nodiscard]] std::uint32_t look_up_key(WordKey const& key, std::string_view raw) const {
    auto found = tables_.map.find(key);
    return tables_.flags[found] & WordTables::has_written ? vocabulary_.as_written(found, raw) : found;
  }

  [[nodiscard]] std::uint32_t look_up(std::size_t begin, std::size_t end, bool plain) const {
    if (plain) return look_up_ascii(begin, end);
    // Folded by hand into a buffer: what needs more (several letters for one, combining marks) goes to fold_unicode.
    std::array<char, 96> folded;
    std::size_t size = 0;
    bool ascii = true;
    for (std::size_t at = begin; at < end;) {
      WrittenChar next = written_char(text_, at);
      at += next.length;
      char32_t c = is_apostrophe(next.c) ? U'\'' : is_hyphen(next.c) ? U'-' : next.c;
      if (size + 4 > folded.size()) return 0;
      if (c < 0x80) {
        folded[size++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        continue;
      }
      if (char_class(c) & char_ignorable) continue;
      ascii = false;
      char32_t lower = fold_char(c);
      if (lower == 0 || (c >= 0x300 && c < 0x370)) return look_up_slowly(begin, end);
      size += put_utf8(folded.data() + size, lower);
    }
    std::string_view key(folded.data(), size);
    auto found = vocabulary_.find(key);
    // A written form of an @exact list is compared with the text itself.
    return found && !ascii ? vocabulary_.find_raw(text_.substr(begin, end - begin)) : found;
  }

  [[nodiscard]] std::uint32_t look_up_slowly(std::size_t begin, std::size_t end) const {
    std::string word;
    for (std::size_t at = begin; at < end;) {
      WrittenChar next = written_char(text_, at);
      append_utf8(word, next.c);
      at += next.length;
    }
    return vocabulary_.find(fold_unicode(word));
  }

  static std::size_t put_utf8(char* out, char32_t c) {
    auto set = [&](std::size_t i, char32_t value) { out[i] = static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) return set(0, c), 1;
    if (c < 0x800) return set(0, 0xC0 | c >> 6), set(1, 0x80 | (c & 0x3F)), 2;
    if (c < 0x10000) return set(0, 0xE0 | c >> 12), set(1, 0x80 | (c >> 6 & 0x3F)), set(2, 0x80 | (c & 0x3F)), 3;
    set(0, 0xF0 | c >> 18), set(1, 0x80 | (c >> 12 & 0x3F)), set(2, 0x80 | (c >> 6 & 0x3F)), set(3, 0x80 | (c & 0x3F));
    return 4;
  }

  // ---- numbers ----

  void number(std::size_t begin) {
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
    emit(begin, run.end, features, look_up(begin, run.end, run.plain));
    if (run.possessive) {
      std::size_t length = peek(at_).length + 1;
      emit(at_, at_ + length, feature::word | feature::possessive | feature::lower, look_up(at_, at_ + length, false));
    }
  }

  [[nodiscard]] bool is_ordinal(std::size_t unit, std::size_t end) const {
    if (end - unit != 2) return false;
    auto a = static_cast<char>(byte(unit) | 0x20);
    auto b = static_cast<char>(byte(unit + 1) | 0x20);
    return (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
  }

  // ---- everything else ----

  void other() {
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
      if (bits & char_ideograph) return emit(at_, end, feature::word | feature::lower, look_up(at_, end, false));
      if (bits & (char_letter | char_digit)) return word(at_);
    } else if (c == U' ' || c == U'\n' || c == U'\t') {  // an entity
      gap_ |= feature::spaced;
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

  void emit_punct(std::size_t end, Features features) {
    emit(at_, end, features | feature::punct, punct_word(at_, end));
  }

  // Number of a mark; the few that fill a text are looked up once.
  [[nodiscard]] std::uint32_t punct_word(std::size_t begin, std::size_t end) {
    std::size_t slot;
    unsigned char first = byte(begin);
    if (end - begin == 1) slot = first;
    else if (end - begin == 3 && first == 0xE2 && byte(begin + 1) == 0x80) slot = byte(begin + 2);  // U+2000 to U+203F
    else return look_up(begin, end, false);
    auto& word = punct_words_[slot];
    if (word == not_looked_up) word = look_up(begin, end, end - begin == 1);
    return word;
  }

  // . … ... and ". . ."
  void stops(std::size_t end) {
    while (byte(end) == '.') ++end;
    if (end - at_ == 1 && text_[at_] == '.') {
      std::size_t spread = end;
      while (byte(spread) == ' ' && byte(spread + 1) == '.') spread += 2;
      if (spread >= end + 4) end = spread;
    }
    emit_punct(end, feature::stop);
  }

  // A lone hyphen: dash between spaces, bullet at a line's start, "--" dash.
  void hyphen(std::size_t end) {
    if (byte(end) == '-') {
      while (byte(end) == '-') ++end;
      return emit_punct(end, feature::dash);
    }
    bool space_behind = end >= text_.size() || (byte_classes[byte(end)] & (is_space | is_break)) || peek(end).c == 0xA0;
    if (!space_behind) return emit_punct(end, 0);
    if (gap_ & feature::line_start) return emit_punct(end, feature::bullet);
    emit_punct(end, gap_ & feature::spaced ? Features{feature::dash} : Features{0});
  }

  [[nodiscard]] bool touches_word() const {
    return !(gap_ & feature::spaced) && !out_.tokens.empty() &&
           out_.tokens.back().is(feature::word | feature::number | feature::handle | feature::hashtag);
  }

  void mark(char32_t c, std::size_t end) {
    constexpr Features plain = feature::punct | feature::mark;
    bool touching = touches_word();
    if (is_apostrophe(c)) {
      if (apostrophe_word(c, end, touching)) return;
      if (std::size_t doubled = doubled_mark(c, end); doubled) return emit(at_, doubled, plain, 0);
      bool after_s = touching && (text_[at_ - 1] | 0x20) == 's' && c != 0x2018 && c != U'`';
      return emit(at_, end, after_s ? plain | feature::possessive : plain, punct_word(at_, end));
    }
    // Guillemets that open a line may be list marks; the quotes floor knows whether one closes.
    bool bullet = (gap_ & feature::line_start) && (c == 0xBB || c == 0x203A);
    emit(at_, end, bullet ? plain | feature::bullet : plain, punct_word(at_, end));
  }

  // '' `` ‘‘ ’’ as one mark; end of it, or 0. Of three marks two stand outside and belong together.
  [[nodiscard]] std::size_t doubled_mark(char32_t c, std::size_t end) const {
    WrittenChar second = peek(end);
    if (second.c != c) return 0;
    std::size_t behind = end + second.length;
    bool opening = gap_ & feature::spaced || out_.tokens.empty();
    WrittenChar third = peek(behind);
    if (third.c == c && !opening && peek(behind + third.length).c != c) return 0;  // ' '' closes the inner one first
    // ''Tis is a mark and an elision.
    if (opening && elision_end(end, second) != 0) return 0;
    return behind;
  }

  // Words that begin with an apostrophe, and 's behind a closing mark or bracket.
  bool apostrophe_word(char32_t c, std::size_t end, bool touching) {
    if (!(gap_ & feature::spaced) && (byte(end) | 0x20) == 's' && !(kind_at(end + 1) & in_word) && !out_.tokens.empty() &&
        c != 0x2018) {
      emit(at_, end + 1, feature::word | feature::possessive | feature::lower, look_up(at_, end + 1, false));
      return true;
    }
    if (touching) return false;
    if (std::size_t behind = elision_end(at_, {c, static_cast<std::uint32_t>(end - at_)}); behind) {
      Run run;
      run.end = behind;
      for (std::size_t at = end; at < behind; ++at)
        run.kinds = static_cast<unsigned char>(run.kinds | (byte_classes[byte(at)] & in_word));
      emit(at_, behind, feature::word | shape(at_, run), look_up(at_, behind, false));
      return true;
    }
    // '90s, and ’08 with a curly apostrophe; a straight one before two digits may open a quotation ('40 dead').
    if ((byte_classes[byte(end)] & is_digit) && (byte_classes[byte(end + 1)] & is_digit)) {
      std::size_t behind = end + 2;
      bool decade = byte(behind) == 's' && !(kind_at(behind + 1) & in_word);
      if (decade) ++behind;
      if ((decade || c == 0x2019) && !(kind_at(behind) & in_word)) {
        emit(at_, behind, feature::number, look_up(at_, behind, false));
        return true;
      }
    }
    return false;
  }

  // End of the elision that begins with the apostrophe at `at`, 0 = none.
  [[nodiscard]] std::size_t elision_end(std::size_t at, WrittenChar apostrophe) const {
    if (elision_ < 0) return 0;
    std::size_t begin = at + apostrophe.length;
    std::size_t end = begin;
    while (byte_classes[byte(end)] & is_letter) ++end;
    if (end == begin || end - begin > 12) return 0;
    if (is_apostrophe(peek(end).c)) {  // 'n'
      std::size_t behind = end + peek(end).length;
      if (!(kind_at(behind) & in_word) && has_class(look_up(at, behind, false), elision_)) return behind;
    }
    if (kind_at(end) & in_word) return 0;
    return has_class(look_up(at, end, false), elision_) ? end : 0;
  }

  // http://… www.… name@host: up to white space, less the punctuation of the sentence.
  void url(std::size_t begin) {
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

  std::string_view text_;
  Vocabulary const& vocabulary_;
  WordTables const& tables_;
  TokenTable& out_;
  int abbreviation_;
  int before_number_;
  int elision_;
  static constexpr std::uint32_t not_looked_up = 0xFFFFFFFFu;
  std::array<std::uint32_t, 192> punct_words_;  // see punct_word()
  std::size_t at_ = 0;
  Features gap_ = 0;  // what the next token learns about the space before it
};

// The words of an @exact entry against the text, word by word.
bool is_as_written(TokenTable const& table, std::size_t first, std::string_view written) {
  while (!written.empty()) {
    auto end = written.find(' ');
    if (table.tokens[first].span().in(table.text) != written.substr(0, end)) return false;
    if (end == std::string_view::npos) break;
    written.remove_prefix(end + 1);
    ++first;
  }
  return true;
}

void find_phrases(Vocabulary const& vocabulary, TokenTable& table) {
  std::size_t longest = vocabulary.longest_phrase();
  if (longest < 2) return;
  // Kept between calls: a document needs no allocation. Working memory only.
  thread_local std::vector<Vocabulary::PhraseHit> hits;
  constexpr std::size_t most = 16;
  std::array<std::uint32_t, most> words{};
  auto& tokens = table.tokens;
  auto const& flags = vocabulary.tables().flags;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!(flags[tokens[i].word] & WordTables::opens_phrase)) continue;
    std::size_t n = 0;
    while (n < std::min(longest, most) && i + n < tokens.size() && tokens[i + n].word != 0 &&
           (n == 0 || !tokens[i + n].is(feature::paragraph_start))) {
      words[n] = tokens[i + n].word;
      ++n;
    }
    if (n < 2) continue;
    hits.clear();
    vocabulary.find_phrases(words.data(), n, hits);
    for (auto const& hit : hits) {
      if (hit.entry && !is_as_written(table, i, vocabulary.phrase_written(hit.entry))) continue;
      table.phrases.push_back({hit.lexicon, hit.count, hit.lemma, tokens[i].phrase});
      tokens[i].phrase = static_cast<std::uint32_t>(table.phrases.size());
    }
  }
}

}  // namespace

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
