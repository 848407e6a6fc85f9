// A stack over the marks of one paragraph after the other. What a mark is shows first in its shape, then in the spaces and
// punctuation at its sides, then in what is open; the number of marks still to come settles the rest. Apostrophes and
// single marks are told apart by looking for a better close in the paragraph.
// Fails on: an opening ' before a word that only lost its first letter, with a plural possessive behind it.
// Tested by tests/unit/quotes_pair_marks_test.cpp.
#include "quotes/pair_marks.hpp"

#include <algorithm>
#include <optional>

#include "quotes/open_quotes.hpp"
#include "quotes/paragraph_marks.hpp"
#include "quotes/recover.hpp"
#include "tokens/written.hpp"

namespace whosaid {
namespace {

constexpr std::uint32_t longest_interruption = 12;  // tokens of a line that may stand between two parts of a quotation
constexpr std::uint32_t shortest_going_on = 8;    // tokens to the paragraph's end behind a mark that nothing introduces
constexpr std::size_t most_paragraphs_unmarked = 3;  // that a quotation may run over without opening again

class Pairing {
 public:
  Pairing(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary, std::span<Range const> asides)
      : table_(table), tokens_(table.tokens), rules_(rules), asides_(asides), borders_(table, vocabulary), open_(table, rules) {}

  std::vector<MarkedQuote> run() {
    std::size_t paragraphs = table_.paragraphs.size();
    std::size_t resume = 0;  // paragraphs before this one interrupt an open quotation
    for (std::size_t p = 0; p < paragraphs; ++p) {
      first_ = table_.paragraphs[p];
      last_ = end_of_paragraph(p);
      if (p < resume) continue;
      collect_marks(table_, rules_, first_, last_, marks_);
      if (marks_.empty() && open_.empty()) continue;
      floor_ = first_;
      std::uint32_t i = open_.empty() ? 0 : reopen();
      for (; i < marks_.size(); ++i) {
        if (marks_[i].single) step_single(i);
        else step(i);
      }
      if (!open_.empty()) resume = end_paragraph(p);
    }
    return finished();
  }

 private:
  [[nodiscard]] std::uint32_t end_of_paragraph(std::size_t p) const {
    return p + 1 < table_.paragraphs.size() ? table_.paragraphs[p + 1] : static_cast<std::uint32_t>(tokens_.size());
  }

  [[nodiscard]] unsigned char number_of(std::uint32_t token) const { return mark_number(table_, rules_, token); }

  void close(std::size_t k, std::uint32_t mark) {
    open_.close(k, mark, first_);
    floor_ = mark + 1;
  }
  void drop() { open_.drop(first_); }
  void unmark(std::uint32_t token) { tokens_[token].features &= ~Features{feature::mark}; }

  [[nodiscard]] bool is_straight(unsigned char number) const {
    return !rules_.mainly_opens(number) && !rules_.mainly_closes(number);
  }

  // ---- all marks that are no apostrophes ----

  void step(std::uint32_t i) {
    Mark const& mark = marks_[i];
    if (is_measure(i)) return;
    std::size_t k = open_.match(mark);
    if (k == open_.size()) return step_unmatched(i);
    // “”We go on,” she said: an opening mark typed twice.
    bool const doubled = k + 1 == open_.size() && open_[k].segment == mark.token && rules_.mainly_closes(mark.number) && mark.right == Right::text && mark.next_close < mark.next_open;
    if (doubled) {
      open_.begin_segment(k, mark.token + 1);
      return unmark(mark.token);
    }
    if (k == 0 && reopens_glued(i)) {
      open_.go_on(mark.token, mark.token + 1);
      return unmark(mark.token);
    }
    bool full = rules_.fit(open_[k].number, mark.number) == Fit::pair;
    bool straight = is_straight(mark.number);
    bool wants_open = mark.side == Side::open && rules_.opens(mark.number) && !(full && rules_.mainly_closes(mark.number));
    if (mark.side == Side::either && rules_.mainly_opens(mark.number) && !full) wants_open = true;
    if (!wants_open) return close(k, mark.token);
    // It looks like an opening mark although one is open: nested, or the close before was forgotten or misplaced.
    std::uint32_t missing = mark.number != open_[k].number && goes_on_with(open_[k].number) ? 1 : 2;
    if (mark.closes_after >= mark.opens_after + missing) return open_.open(mark);
    if (straight && mark.left == Left::space && mark.marks_after % 2 == 0 && tokens_[mark.token - 1].is(feature::comma | feature::stop))
      return close(k, mark.token);
    while (open_.size() > k + 1) drop();
    if (auto end = borders_.end_of(open_.innermost().segment, mark.token)) open_.end_unclosed(*end);
    else drop();
    open_.open(mark);
  }

  // `said Cole."We were late."We ran."The mayor`: paragraphs that were glued together; a mark that closed nothing begins the next.
  // That the number of marks behind it is odd tells that it closes nothing.
  [[nodiscard]] bool reopens_glued(std::uint32_t i) const {
    Mark const& mark = marks_[i];
    if (open_.size() != 1 || !is_straight(mark.number) || mark.left != Left::punct || mark.right != Right::text || mark.marks_after % 2 == 0) return false;
    bool const sentence = tokens_[mark.token - 1].is(feature::stop) && tokens_[mark.token + 1].is(feature::capital);
    std::uint32_t next = i + 1;
    while (next < marks_.size() && marks_[next].single) ++next;
    return sentence && next < marks_.size() && marks_[next].left == Left::punct;
  }

  void step_unmatched(std::uint32_t i) {
    Mark const& mark = marks_[i];
    if (rules_.opens(mark.number) && mark.side != Side::close) {
      // A guillemet that opens a line and is never closed is a list mark.
      if (tokens_[mark.token].is(feature::bullet) && mark.marks_after == 0) return unmark(mark.token);
      if (mark.side == Side::either && !rules_.mainly_opens(mark.number) && mark.marks_after == 0) return unopened(mark);
      return open_.open(mark);
    }
    // `said:" Foo," and`: the space slipped to the wrong side of an opening mark.
    bool partner = mark.next_close != no_mark && mark.next_close < mark.next_open && mark.marks_after % 2 == 1;
    if (is_straight(mark.number) && partner && mark.right == Right::space && !tokens_[mark.token - 1].is(feature::comma))
      return open_.open(mark);
    if (rules_.closes(mark.number)) unopened(mark);
  }

  // 5" of snow, a 6'2" striker. Inside a quotation the mark may close it: then no other close comes first.
  [[nodiscard]] bool is_measure(std::uint32_t i) const {
    Mark const& mark = marks_[i];
    if (!mark.after_number || !rules_.is_measure(mark.number)) return false;
    if (open_.match(mark) == open_.size()) return is_straight(mark.number);
    if (!is_straight(mark.number)) return false;
    return mark.next_close != no_mark && mark.next_close < mark.next_open;
  }

  // A closing mark that nothing opened.
  void unopened(Mark const& mark) {
    if (!open_.empty()) return;
    auto start = borders_.start_of(mark.token, floor_);
    if (!start) return;
    open_.add_unopened(*start, mark.token);
    floor_ = mark.token + 1;
  }

  // ---- single marks ----

  void step_single(std::uint32_t i) {
    Mark const& mark = marks_[i];
    std::size_t k = open_.match(mark);
    if (k < open_.size() && mark.side != Side::open && closes_here(mark)) return close(k, mark.token);
    if (opens_here(i, k)) {
      // ‘ while ‘ is open, and not nested: the one before was a stray mark.
      if (k < open_.size() && mark.closes_after < mark.opens_after + 2)
        while (open_.size() > k) drop();
      return open_.open(mark);
    }
    unmark(mark.token);
  }

  // A space and then a word: the drivers' fault.
  [[nodiscard]] bool word_behind(Mark const& mark) const {
    std::uint32_t next = mark.token + 1;
    return mark.right == Right::space && next < last_ && tokens_[next].is(feature::word);
  }

  [[nodiscard]] bool closes_here(Mark const& mark) const {
    if (mark.side == Side::either && mark.left != Left::punct) return mark.right == Right::space && mark.next_close == no_mark;
    if (mark.left == Left::punct) return true;
    // An apostrophe at a word's end, if a better close stands before the next opening mark.
    bool other = mark.next_close != no_mark && mark.next_close < mark.next_open;
    if (!other || !word_behind(mark)) return true;
    if (tokens_[mark.token].is(feature::possessive)) return false;
    bool better = marks_[mark.next_close].left == Left::punct;
    return !(better && tokens_[mark.token + 1].is(feature::lower));
  }

  [[nodiscard]] bool opens_here(std::uint32_t i, std::size_t k) const {
    Mark const& mark = marks_[i];
    bool directed = rules_.mainly_opens(mark.number);
    if (!rules_.opens(mark.number)) return false;
    if (mark.side != Side::open && !(directed && mark.side == Side::either && mark.left == Left::space)) return false;
    bool nested = mark.closes_after >= mark.opens_after + 2;
    if (k < open_.size() && !directed) return nested;
    std::uint32_t partner = mark.next_good_close == no_mark || directed ? mark.next_close : mark.next_good_close;
    // Another opening mark before the close takes the close for itself.
    bool taken = mark.next_open != no_mark && mark.next_open < partner && !nested && mark.closes_after <= mark.opens_after;
    if (partner == no_mark || taken) return (directed || mark.token == first_ || tokens_[mark.token - 1].is(feature::colon | feature::comma)) && goes_on_with(mark.number);
    if (rules_.mainly_closes(mark.number)) {  // ’ typed for ‘: only where speech is expected
      bool expected = mark.token == first_ || tokens_[mark.token].is(feature::sentence_start) ||
                      tokens_[mark.token - 1].is(feature::comma | feature::colon);
      return expected && marks_[partner].left == Left::punct;
    }
    return true;
  }

  // ---- borders of paragraphs ----

  // True when the paragraph behind this one begins with the same mark.
  [[nodiscard]] bool goes_on_with(unsigned char number) const {
    return last_ < tokens_.size() && tokens_[last_].is(feature::mark) && number_of(last_) == number;
  }

  // A short line without a stop and without marks: an advertisement, a share line; or what the page is known to have put there.
  [[nodiscard]] bool interrupts(std::uint32_t first, std::uint32_t last) const {
    auto const aside = std::partition_point(asides_.begin(), asides_.end(), [&](Range range) { return range.last <= first; });
    if (aside != asides_.end() && aside->first <= first && last <= aside->last) return true;
    if (last - first > longest_interruption || tokens_[last - 1].is(feature::stop)) return false;
    for (std::uint32_t i = first; i < last; ++i)
      if (tokens_[i].is(feature::mark)) return false;
    return true;
  }

  [[nodiscard]] bool begins_with_reopening(std::uint32_t token) const {
    if (token >= tokens_.size() || !tokens_[token].is(feature::mark)) return false;
    if (token + 1 < tokens_.size() && tokens_[token + 1].is(feature::spaced | feature::paragraph_start) && !is_guillemet(token)) return false;
    unsigned char number = number_of(token);
    if (number == MarkRules::unknown) return false;
    unsigned char outer = open_.outermost().number;
    if (number == outer) return true;
    return rules_.family(number) == rules_.family(outer) && rules_.opens(number);
  }
  [[nodiscard]] bool is_guillemet(std::uint32_t token) const {
    char32_t c = written_mark(tokens_[token].span().in(table_.text));
    return c == 0xAB || c == 0xBB;
  }

  // The paragraph p, or one soon behind it, goes on with the words and closes them before any other mark opens.
  [[nodiscard]] bool closes_soon(std::size_t p) const {
    std::size_t end = std::min(p + most_paragraphs_unmarked, table_.paragraphs.size());
    for (; p < end; ++p) {
      std::uint32_t last = end_of_paragraph(p);
      for (std::uint32_t i = table_.paragraphs[p]; i < last; ++i) {
        if (!tokens_[i].is(feature::mark)) continue;
        unsigned char number = number_of(i);
        if (number == MarkRules::unknown || rules_.is_apostrophe(number)) continue;
        if (i == table_.paragraphs[p] || rules_.fit(open_.outermost().number, number) != Fit::pair) return false;
        bool tight = !tokens_[i].is(feature::spaced) && tokens_[i - 1].is(feature::comma | feature::stop);
        return tight && (i + 1 >= last || tokens_[i + 1].is(feature::spaced | feature::punct));
      }
    }
    return false;
  }

  // The mark began speech, or at least so much stands behind it that it is no slip.
  [[nodiscard]] bool may_go_on() const {
    std::uint32_t mark = open_.mark_of(open_.outermost());
    if (borders_.introduced(mark) || last_ - mark > shortest_going_on) return true;
    return mark + 1 < last_ && tokens_[mark + 1].is(feature::capital) && tokens_[last_ - 1].is(feature::comma | feature::stop);
  }

  // Ends the paragraph p with quotations open. Returns the paragraph in which the outermost goes on, 0 = it ends here.
  std::size_t end_paragraph(std::size_t p) {
    std::size_t next = p + 1;
    std::size_t resume = 0;
    if (may_go_on() && !ends_by_itself()) {
      if (next < table_.paragraphs.size()) {
        if (begins_with_reopening(table_.paragraphs[next])) resume = next;
        else if (!open_.outermost().single && closes_soon(next)) resume = next;
      }
      for (std::size_t skip = next; !resume && skip < next + 2 && skip + 1 < table_.paragraphs.size(); ++skip) {
        if (!interrupts(table_.paragraphs[skip], end_of_paragraph(skip))) break;
        if (begins_with_reopening(table_.paragraphs[skip + 1])) resume = skip + 1;
      }
    }
    if (resume) {
      open_.go_on(last_, table_.paragraphs[resume]);
      return resume;
    }
    while (!open_.empty()) {
      bool outermost = open_.size() == 1;
      auto end = outermost && !tokens_[open_.mark_of(open_.innermost())].is(feature::bullet)
                     ? borders_.end_of(open_.innermost().segment, last_)
                     : std::nullopt;
      if (end) open_.end_unclosed(*end);
      else drop();
    }
    return 0;
  }

  // The forgotten close shows in this paragraph already: `"The vote is final, said Lena Holt.`
  [[nodiscard]] bool ends_by_itself() const {
    if (open_.size() != 1 || !tokens_[last_ - 1].is(feature::stop)) return false;
    auto end = borders_.end_of(open_.innermost().segment, last_);
    return end && *end < last_ && *end + longest_interruption >= last_;
  }

  // Marks at the paragraph's start that only repeat those open. Returns the first mark that is to be read.
  std::uint32_t reopen() {
    std::uint32_t i = 0;
    std::size_t k = 0;
    while (i < marks_.size() && k < open_.size() && marks_[i].token == first_ + i &&
           rules_.family(marks_[i].number) == rules_.family(open_[k].number)) {
      open_.begin_segment(k, marks_[i].token + 1);
      ++i, ++k;
    }
    // What was open inside and is not opened again has ended with the paragraph before.
    if (k == 0) return 0;
    for (std::size_t inner = 0; inner < k; ++inner) open_.begin_segment(inner, first_ + static_cast<std::uint32_t>(k));
    while (open_.size() > k) drop();
    return i;
  }

  // ---- the result ----

  std::vector<MarkedQuote> finished() {
    last_ = static_cast<std::uint32_t>(tokens_.size());
    while (!open_.empty()) drop();
    auto quotes = open_.take();
    settle_quotes(quotes);
    return quotes;
  }

  TokenTable& table_;
  std::vector<Token>& tokens_;
  MarkRules const& rules_;
  std::span<Range const> asides_;
  Borders borders_;
  OpenQuotes open_;
  std::vector<Mark> marks_;        // of the paragraph
  std::uint32_t first_ = 0, last_ = 0;  // of the paragraph
  std::uint32_t floor_ = 0;        // behind the last closing mark of the paragraph
};

}  // namespace

std::vector<MarkedQuote> pair_marks(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary, std::span<Range const> asides) {
  return Pairing(table, rules, vocabulary, asides).run();
}

}  // namespace whosaid
