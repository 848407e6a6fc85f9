// Tested by tests/unit/quotes_pair_marks_test.cpp.
#include "quotes/paragraph_marks.hpp"

#include "tokens/written.hpp"

namespace whosaid {
namespace {

class Collector {
 public:
  Collector(TokenTable& table, MarkRules const& rules, std::uint32_t first, std::uint32_t last, std::vector<Mark>& marks)
      : table_(table), tokens_(table.tokens), rules_(rules), first_(first), last_(last), marks_(marks) {}

  void collect() {
    marks_.clear();
    unsigned char attribute = MarkRules::unknown;  // the mark that will end the value of name="value"
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (!tokens_[i].is(feature::mark)) continue;
      unsigned char number = mark_number(table_, rules_, i);
      if (number == MarkRules::unknown) continue;
      if (number == attribute) {
        attribute = MarkRules::unknown;
        tokens_[i].features &= ~Features{feature::mark};
        continue;
      }
      if (begins_attribute(i)) {
        attribute = number;
        tokens_[i].features &= ~Features{feature::mark};
        continue;
      }
      Mark mark;
      mark.token = i;
      mark.number = number;
      mark.single = rules_.is_apostrophe(number);
      mark.left = left_of(i);
      mark.after_number = i > first_ && !tokens_[i].is(feature::spaced) && tokens_[i - 1].is(feature::number);
      marks_.push_back(mark);
    }
    // From the right: what follows a mark, and what is still to come.
    std::uint32_t opens[2] = {}, closes[2] = {}, all[2] = {};
    std::uint32_t next_open[2] = {no_mark, no_mark}, next_close[2] = {no_mark, no_mark}, next_good[2] = {no_mark, no_mark};
    for (std::size_t n = marks_.size(); n-- > 0;) {
      Mark& mark = marks_[n];
      mark.right = right_of(n);
      mark.side = side_of(mark);
      std::size_t sort = mark.single ? 1 : 0;
      mark.opens_after = opens[sort];
      mark.closes_after = closes[sort];
      mark.marks_after = all[sort];
      mark.next_open = next_open[sort];
      mark.next_close = next_close[sort];
      mark.next_good_close = next_good[sort];
      auto at = static_cast<std::uint32_t>(n);
      bool measure = mark.after_number && rules_.is_measure(mark.number) && mark.left == Left::text && !rules_.mainly_closes(mark.number);
      if (!measure) ++all[sort];
      bool opening = mark.side == Side::open || (mark.side == Side::either && rules_.mainly_opens(mark.number));
      // ’ between spaces is no apostrophe; at a word's edge it may be one.
      bool lone = mark.left == Left::space && mark.right == Right::space;
      bool closing = mark.side == Side::close ||
                     (mark.side == Side::either && rules_.mainly_closes(mark.number) && (lone || !mark.single));
      if (opening) ++opens[sort], next_open[sort] = at;
      if (closing && !measure) {
        ++closes[sort];
        next_close[sort] = at;
        if (!is_plural_possessive(mark)) next_good[sort] = at;
      }
    }
  }


 private:
  // The mark of name="value" in left-over markup: no space before the sign, none behind it.
  [[nodiscard]] bool begins_attribute(std::uint32_t i) const {
    return i > first_ + 1 && !tokens_[i].is(feature::spaced) && !tokens_[i - 1].is(feature::spaced) &&
           table_.text[tokens_[i - 1].begin] == '=' && tokens_[i - 2].is(feature::word);
  }

  // A word's s before the apostrophe, and a word behind it with a space between: the drivers' fault.
  [[nodiscard]] bool is_plural_possessive(Mark const& mark) const {
    return mark.single && tokens_[mark.token].is(feature::possessive) && word_behind(mark);
  }
  [[nodiscard]] bool word_behind(Mark const& mark) const {
    std::uint32_t next = mark.token + 1;
    return mark.right == Right::space && next < last_ && tokens_[next].is(feature::word);
  }

  [[nodiscard]] Left left_of(std::uint32_t i) const {
    if (i == first_ || tokens_[i].is(feature::spaced)) return Left::space;
    Token const& before = tokens_[i - 1];
    if (before.is(feature::mark)) {
      if (marks_.empty() || marks_.back().token != i - 1) return Left::text;
      Left outer = marks_.back().left;
      return outer == Left::space || outer == Left::opening ? Left::opening : Left::punct;
    }
    if (before.is(feature::bracket)) return is_opening_bracket(before) ? Left::opening : Left::punct;
    if (before.is(feature::dash)) return Left::dash;
    if (before.is(feature::word | feature::number | feature::handle | feature::hashtag | feature::url)) return Left::text;
    char c = table_.text[before.begin];
    if (before.is(feature::currency) || c == '/') return Left::text;
    return c == '-' || before.is(feature::bullet) ? Left::dash : Left::punct;
  }

  [[nodiscard]] Right right_of(std::size_t n) const {
    std::uint32_t next = marks_[n].token + 1;
    if (next >= last_ || tokens_[next].is(feature::spaced)) return Right::space;
    Token const& behind = tokens_[next];
    if (behind.is(feature::mark)) return n + 1 < marks_.size() && marks_[n + 1].token == next ? marks_[n + 1].right : Right::punct;
    if (behind.is(feature::possessive)) return Right::punct;
    if (behind.is(feature::word | feature::number | feature::handle | feature::hashtag | feature::url | feature::currency))
      return Right::text;
    if (behind.is(feature::bracket)) return is_opening_bracket(behind) ? Right::text : Right::punct;
    // "...and then" begins with what was left out; "wait"... does not.
    bool ellipsis = behind.end - behind.begin > 1 && !behind.is(feature::mark | feature::dash) &&
                    (table_.text[behind.begin] == '.' || static_cast<unsigned char>(table_.text[behind.begin]) == 0xE2);
    bool leads = ellipsis || behind.is(feature::dash) || table_.text[behind.begin] == '-' || table_.text[behind.begin] == '#' ||
                 table_.text[behind.begin] == '*' || table_.text[behind.begin] == '_' ||
                 static_cast<unsigned char>(table_.text[behind.begin]) >= 0xC2;
    bool opening = marks_[n].left == Left::space || marks_[n].left == Left::opening;
    return leads && opening ? Right::text : Right::punct;
  }

  [[nodiscard]] bool is_opening_bracket(Token const& token) const {
    char c = table_.text[token.begin];
    return c == '(' || c == '[' || token.span().in(table_.text) == "（";
  }

  [[nodiscard]] static Side side_of(Mark const& mark) {
    bool free_left = mark.left == Left::space || mark.left == Left::opening;
    if (mark.right == Right::text) return free_left || mark.left == Left::dash ? Side::open : Side::either;
    return free_left ? Side::either : Side::close;
  }

  TokenTable& table_;
  std::vector<Token>& tokens_;
  MarkRules const& rules_;
  std::uint32_t first_, last_;
  std::vector<Mark>& marks_;
};

}  // namespace

unsigned char mark_number(TokenTable const& table, MarkRules const& rules, std::uint32_t token) {
  return rules.number(written_mark(table.tokens[token].span().in(table.text)));
}

void collect_marks(TokenTable& table, MarkRules const& rules, std::uint32_t first, std::uint32_t last, std::vector<Mark>& marks) {
  Collector(table, rules, first, last, marks).collect();
}

}  // namespace whosaid
