// A stack over the marks of one paragraph after the other. What a mark is shows first in its shape, then in the spaces and
// punctuation at its sides, then in what is open; the number of marks still to come settles the rest. Apostrophes and
// single marks are told apart by looking for a better close in the paragraph.
// Fails on: an opening ' before a word that only lost its first letter, with a plural possessive behind it.
// Tested by tests/unit/quotes_pair_marks_test.cpp.
#include "quotes/pair_marks.hpp"

#include <algorithm>
#include <optional>

#include "quotes/paragraph_marks.hpp"
#include "quotes/recover.hpp"
#include "tokens/written.hpp"

namespace whosaid {
namespace {

constexpr std::size_t deepest = 8;               // quotations inside quotations; no text needs more
constexpr std::uint32_t longest_interruption = 12;  // tokens of a line that may stand between two parts of a quotation
constexpr std::uint32_t shortest_going_on = 8;    // tokens to the paragraph's end behind a mark that nothing introduces
constexpr std::size_t most_paragraphs_unmarked = 3;  // that a quotation may run over without opening again

struct Open {
  std::uint32_t quote = 0;       // index into quotes_
  unsigned char number = 0;
  bool single = false;
  std::uint32_t segment = 0;     // first token of the segment that is being read
};

class Pairing {
 public:
  Pairing(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary)
      : table_(table), tokens_(table.tokens), rules_(rules), borders_(table, vocabulary) {}

  std::vector<MarkedQuote> run() {
    std::size_t paragraphs = table_.paragraphs.size();
    std::size_t resume = 0;  // paragraphs before this one interrupt an open quotation
    for (std::size_t p = 0; p < paragraphs; ++p) {
      first_ = table_.paragraphs[p];
      last_ = end_of_paragraph(p);
      if (p < resume) continue;
      collect_marks(table_, rules_, first_, last_, marks_);
      if (marks_.empty() && stack_.empty()) continue;
      floor_ = first_;
      std::uint32_t i = stack_.empty() ? 0 : reopen();
      for (; i < marks_.size(); ++i) {
        if (marks_[i].single) step_single(i);
        else step(i);
      }
      if (!stack_.empty()) resume = end_paragraph(p);
    }
    return finished();
  }

 private:
  [[nodiscard]] std::uint32_t end_of_paragraph(std::size_t p) const {
    return p + 1 < table_.paragraphs.size() ? table_.paragraphs[p + 1] : static_cast<std::uint32_t>(tokens_.size());
  }

  [[nodiscard]] unsigned char number_of(std::uint32_t token) const { return mark_number(table_, rules_, token); }

  // ---- opening and closing ----

  void open(Mark const& mark) {
    if (stack_.size() == deepest) return;
    MarkedQuote quote;
    quote.first = mark.token;
    quote.inner_first = mark.token + 1;
    quote.parent = stack_.empty() ? no_parent : stack_.back().quote;
    stack_.push_back({static_cast<std::uint32_t>(quotes_.size()), mark.number, mark.single, mark.token + 1});
    quotes_.push_back(std::move(quote));
    tokens_[mark.token].features &= ~Features{feature::possessive};
  }

  void add_segment(MarkedQuote& quote, std::uint32_t first, std::uint32_t last) const {
    if (first < last) quote.segments.push_back(table_.span(first, last));
  }

  // Closes the k-th open quotation; those opened inside it and not closed were stray marks.
  void close(std::size_t k, std::uint32_t mark) {
    while (stack_.size() > k + 1) drop();
    Open const& open = stack_.back();
    MarkedQuote& quote = quotes_[open.quote];
    add_segment(quote, open.segment, mark);
    quote.inner_last = mark;
    quote.last = mark + 1;
    if (quote.inner_first >= quote.inner_last) quote.segments.clear();
    tokens_[mark].features &= ~Features{feature::possessive};
    floor_ = mark + 1;
    stack_.pop_back();
  }

  // Ends the innermost open quotation without a closing mark.
  void end_unclosed(std::uint32_t inner_last) {
    Open const& open = stack_.back();
    MarkedQuote& quote = quotes_[open.quote];
    add_segment(quote, open.segment, inner_last);
    quote.inner_last = quote.last = inner_last;
    quote.unclosed = true;
    stack_.pop_back();
  }

  // The innermost open mark was a stray one: it opened nothing.
  void drop() {
    Open const& open = stack_.back();
    MarkedQuote& quote = quotes_[open.quote];
    if (!quote.segments.empty()) {  // earlier paragraphs of it stand
      quote.inner_last = quote.last = last_before(open.segment);
      quote.unclosed = true;
    } else if (open.single) {
      unmark(quote.first);
    }
    stack_.pop_back();
  }

  [[nodiscard]] std::uint32_t last_before(std::uint32_t token) const {
    return token > 0 ? std::min(token, first_) : 0;
  }

  void unmark(std::uint32_t token) { tokens_[token].features &= ~Features{feature::mark}; }

  // The innermost open quotation that this mark can close; stack_.size() when there is none.
  [[nodiscard]] std::size_t match(Mark const& mark) const {
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (rules_.fit(stack_[k].number, mark.number) != Fit::none) return k;
      if (mark.single && !stack_[k].single) break;  // an apostrophe closes nothing around a double quotation
    }
    return stack_.size();
  }

  [[nodiscard]] bool is_straight(unsigned char number) const {
    return !rules_.mainly_opens(number) && !rules_.mainly_closes(number);
  }

  // ---- all marks that are no apostrophes ----

  void step(std::uint32_t i) {
    Mark const& mark = marks_[i];
    if (is_measure(i)) return;
    std::size_t k = match(mark);
    if (k == stack_.size()) return step_unmatched(i);
    bool full = rules_.fit(stack_[k].number, mark.number) == Fit::pair;
    bool straight = is_straight(mark.number);
    bool wants_open = mark.side == Side::open && rules_.opens(mark.number) && !(full && rules_.mainly_closes(mark.number));
    if (mark.side == Side::either && rules_.mainly_opens(mark.number) && !full) wants_open = true;
    if (!wants_open) return close(k, mark.token);
    // It looks like an opening mark although one is open: nested, or the close before was forgotten or misplaced.
    std::uint32_t missing = mark.number != stack_[k].number && goes_on_with(stack_[k].number) ? 1 : 2;
    if (mark.closes_after >= mark.opens_after + missing) return open(mark);
    if (straight && mark.left == Left::space && mark.marks_after % 2 == 0 && tokens_[mark.token - 1].is(feature::comma | feature::stop))
      return close(k, mark.token);
    while (stack_.size() > k + 1) drop();
    if (auto end = borders_.end_of(stack_.back().segment, mark.token)) end_unclosed(*end);
    else drop();
    open(mark);
  }

  void step_unmatched(std::uint32_t i) {
    Mark const& mark = marks_[i];
    if (rules_.opens(mark.number) && mark.side != Side::close) {
      // A guillemet that opens a line and is never closed is a list mark.
      if (tokens_[mark.token].is(feature::bullet) && mark.marks_after == 0) return unmark(mark.token);
      if (mark.side == Side::either && !rules_.mainly_opens(mark.number) && mark.marks_after == 0) return unopened(mark);
      return open(mark);
    }
    // `said:" Foo," and`: the space slipped to the wrong side of an opening mark.
    bool partner = mark.next_close != no_mark && mark.next_close < mark.next_open && mark.marks_after % 2 == 1;
    if (is_straight(mark.number) && partner && mark.right == Right::space && !tokens_[mark.token - 1].is(feature::comma))
      return open(mark);
    if (rules_.closes(mark.number)) unopened(mark);
  }

  // 5" of snow, a 6'2" striker. Inside a quotation the mark may close it: then no other close comes first.
  [[nodiscard]] bool is_measure(std::uint32_t i) const {
    Mark const& mark = marks_[i];
    if (!mark.after_number || !rules_.is_measure(mark.number)) return false;
    if (match(mark) == stack_.size()) return is_straight(mark.number);
    if (!is_straight(mark.number)) return false;
    return mark.next_close != no_mark && mark.next_close < mark.next_open;
  }

  // A closing mark that nothing opened.
  void unopened(Mark const& mark) {
    if (!stack_.empty()) return;
    auto start = borders_.start_of(mark.token, floor_);
    if (!start) return;
    MarkedQuote quote;
    quote.first = quote.inner_first = *start;
    quote.inner_last = mark.token;
    quote.last = mark.token + 1;
    quote.unopened = true;
    add_segment(quote, quote.inner_first, quote.inner_last);
    quotes_.push_back(std::move(quote));
    floor_ = mark.token + 1;
  }

  // ---- single marks ----

  void step_single(std::uint32_t i) {
    Mark const& mark = marks_[i];
    std::size_t k = match(mark);
    if (k < stack_.size() && mark.side != Side::open && closes_here(mark)) return close(k, mark.token);
    if (opens_here(i, k)) {
      // ‘ while ‘ is open, and not nested: the one before was a stray mark.
      if (k < stack_.size() && mark.closes_after < mark.opens_after + 2)
        while (stack_.size() > k) drop();
      return open(mark);
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
    if (k < stack_.size() && !directed) return nested;
    std::uint32_t partner = mark.next_good_close == no_mark || directed ? mark.next_close : mark.next_good_close;
    // Another opening mark before the close takes the close for itself.
    bool taken = mark.next_open != no_mark && mark.next_open < partner && !nested && mark.closes_after <= mark.opens_after;
    if (partner == no_mark || taken) return (directed || mark.token == first_) && goes_on_with(mark.number);
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

  // A short line without a stop and without marks: an advertisement, a share line.
  [[nodiscard]] bool interrupts(std::uint32_t first, std::uint32_t last) const {
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
    unsigned char outer = stack_.front().number;
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
        if (i == table_.paragraphs[p] || rules_.fit(stack_.front().number, number) != Fit::pair) return false;
        bool tight = !tokens_[i].is(feature::spaced) && tokens_[i - 1].is(feature::comma | feature::stop);
        return tight && (i + 1 >= last || tokens_[i + 1].is(feature::spaced | feature::punct));
      }
    }
    return false;
  }

  // The mark began speech, or at least so much stands behind it that it is no slip.
  [[nodiscard]] bool may_go_on() const {
    std::uint32_t mark = quotes_[stack_.front().quote].first;
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
        else if (!stack_.front().single && closes_soon(next)) resume = next;
      }
      for (std::size_t skip = next; !resume && skip < next + 2 && skip + 1 < table_.paragraphs.size(); ++skip) {
        if (!interrupts(table_.paragraphs[skip], end_of_paragraph(skip))) break;
        if (begins_with_reopening(table_.paragraphs[skip + 1])) resume = skip + 1;
      }
    }
    if (resume) {
      for (Open& open : stack_) {
        add_segment(quotes_[open.quote], open.segment, last_);
        open.segment = table_.paragraphs[resume];
      }
      return resume;
    }
    while (!stack_.empty()) {
      bool outermost = stack_.size() == 1;
      auto end = outermost && !tokens_[quotes_[stack_.back().quote].first].is(feature::bullet)
                     ? borders_.end_of(stack_.back().segment, last_)
                     : std::nullopt;
      if (end) end_unclosed(*end);
      else drop();
    }
    return 0;
  }

  // The forgotten close shows in this paragraph already: `"The vote is final, said Lena Holt.`
  [[nodiscard]] bool ends_by_itself() const {
    if (stack_.size() != 1 || !tokens_[last_ - 1].is(feature::stop)) return false;
    auto end = borders_.end_of(stack_.back().segment, last_);
    return end && *end < last_ && *end + longest_interruption >= last_;
  }

  // Marks at the paragraph's start that only repeat those open. Returns the first mark that is to be read.
  std::uint32_t reopen() {
    std::uint32_t i = 0;
    std::size_t k = 0;
    while (i < marks_.size() && k < stack_.size() && marks_[i].token == first_ + i &&
           rules_.family(marks_[i].number) == rules_.family(stack_[k].number)) {
      stack_[k].segment = marks_[i].token + 1;
      ++i, ++k;
    }
    // What was open inside and is not opened again has ended with the paragraph before.
    if (k == 0) return 0;
    for (std::size_t inner = 0; inner < k; ++inner) stack_[inner].segment = first_ + static_cast<std::uint32_t>(k);
    while (stack_.size() > k) drop();
    return i;
  }

  // ---- the result ----

  std::vector<MarkedQuote> finished() {
    last_ = static_cast<std::uint32_t>(tokens_.size());
    while (!stack_.empty()) drop();
    settle_quotes(quotes_);
    return std::move(quotes_);
  }

  TokenTable& table_;
  std::vector<Token>& tokens_;
  MarkRules const& rules_;
  Borders borders_;
  std::vector<MarkedQuote> quotes_;
  std::vector<Open> stack_;
  std::vector<Mark> marks_;        // of the paragraph
  std::uint32_t first_ = 0, last_ = 0;  // of the paragraph
  std::uint32_t floor_ = 0;        // behind the last closing mark of the paragraph
};

}  // namespace

void settle_quotes(std::vector<MarkedQuote>& quotes) {
  std::erase_if(quotes, [](MarkedQuote const& quote) { return quote.segments.empty() || quote.last <= quote.first; });
  std::stable_sort(quotes.begin(), quotes.end(), [](MarkedQuote const& a, MarkedQuote const& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::vector<std::uint32_t> around;
  std::uint32_t kept = 0;
  for (auto& quote : quotes) {
    while (!around.empty() && quotes[around.back()].last <= quote.first) around.pop_back();
    if (!around.empty() && quotes[around.back()].last < quote.last) continue;  // crosses a border that was guessed
    quote.parent = around.empty() ? no_parent : around.back();
    around.push_back(kept);
    if (&quotes[kept] != &quote) quotes[kept] = std::move(quote);
    ++kept;
  }
  quotes.resize(kept);
}

std::vector<MarkedQuote> pair_marks(TokenTable& table, MarkRules const& rules, Vocabulary const& vocabulary) {
  return Pairing(table, rules, vocabulary).run();
}

}  // namespace whosaid
