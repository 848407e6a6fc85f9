// The quotations that are open while the marks of a text are read, and those that have ended.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "quotes/mark_rules.hpp"
#include "quotes/paragraph_marks.hpp"
#include "quotes/quotes.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

struct OpenQuote {
  std::uint32_t quote = 0;       // its number
  unsigned char number = 0;      // of the mark that opened it
  bool single = false;
  std::uint32_t segment = 0;     // first token of the segment that is being read
};

// A stack: the outermost is number 0. Takes feature::possessive from marks that open or close, feature::mark from stray single ones.
class OpenQuotes {
 public:
  // Both must outlive it.
  OpenQuotes(TokenTable& table, MarkRules const& rules) : table_(table), rules_(rules) {}

  [[nodiscard]] bool empty() const { return stack_.empty(); }
  [[nodiscard]] std::size_t size() const { return stack_.size(); }
  [[nodiscard]] OpenQuote const& operator[](std::size_t k) const { return stack_[k]; }
  [[nodiscard]] OpenQuote const& outermost() const { return stack_.front(); }
  [[nodiscard]] OpenQuote const& innermost() const { return stack_.back(); }
  // The token of the mark that opened it.
  [[nodiscard]] std::uint32_t mark_of(OpenQuote const& open) const { return quotes_[open.quote].first; }
  // The innermost open quotation that this mark can close; size() when there is none.
  [[nodiscard]] std::size_t match(Mark const& mark) const;

  // Deeper than eight quotations inside quotations, nothing opens; no text needs more.
  void open(Mark const& mark);
  // Closes the k-th open quotation; those opened inside it and not closed were stray marks. `first` is the paragraph's.
  void close(std::size_t k, std::uint32_t mark, std::uint32_t first);
  // Ends the innermost open quotation without a closing mark.
  void end_unclosed(std::uint32_t inner_last);
  // The innermost open mark was a stray one: it opened nothing. What earlier paragraphs have of it stands.
  void drop(std::uint32_t first);
  // All go on in a paragraph that begins at `next`: what they have up to `last` is a segment.
  void go_on(std::uint32_t last, std::uint32_t next);
  // The segment of the k-th begins at `token` after all: marks that reopen it stand before.
  void begin_segment(std::size_t k, std::uint32_t token) { stack_[k].segment = token; }
  // From `first` up to the closing mark `mark`, which nothing opened.
  void add_unopened(std::uint32_t first, std::uint32_t mark);

  // All quotations so far, in order of their opening. To be called once.
  [[nodiscard]] std::vector<MarkedQuote> take() { return std::move(quotes_); }

 private:
  void add_segment(MarkedQuote& quote, std::uint32_t first, std::uint32_t last) const {
    if (first < last) quote.segments.push_back(table_.span(first, last));
  }

  TokenTable& table_;
  MarkRules const& rules_;
  std::vector<MarkedQuote> quotes_;
  std::vector<OpenQuote> stack_;
};

}  // namespace whosaid
