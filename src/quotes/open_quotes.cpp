#include "quotes/open_quotes.hpp"

#include <algorithm>
#include <utility>

namespace whosaid {
namespace {

constexpr std::size_t deepest = 8;

}  // namespace

std::size_t OpenQuotes::match(Mark const& mark) const {
  for (std::size_t k = stack_.size(); k-- > 0;) {
    if (rules_.fit(stack_[k].number, mark.number) != Fit::none) return k;
    if (mark.single && !stack_[k].single) break;  // an apostrophe closes nothing around a double quotation
  }
  return stack_.size();
}

void OpenQuotes::open(Mark const& mark) {
  if (stack_.size() == deepest) return;
  MarkedQuote quote;
  quote.first = mark.token;
  quote.inner_first = mark.token + 1;
  quote.parent = stack_.empty() ? no_parent : stack_.back().quote;
  stack_.push_back({static_cast<std::uint32_t>(quotes_.size()), mark.number, mark.single, mark.token + 1});
  quotes_.push_back(std::move(quote));
  table_.tokens[mark.token].features &= ~Features{feature::possessive};
}

void OpenQuotes::close(std::size_t k, std::uint32_t mark, std::uint32_t first) {
  while (stack_.size() > k + 1) drop(first);
  OpenQuote const& open = stack_.back();
  MarkedQuote& quote = quotes_[open.quote];
  add_segment(quote, open.segment, mark);
  quote.inner_last = mark;
  quote.last = mark + 1;
  if (quote.inner_first >= quote.inner_last) quote.segments.clear();
  table_.tokens[mark].features &= ~Features{feature::possessive};
  stack_.pop_back();
}

void OpenQuotes::end_unclosed(std::uint32_t inner_last) {
  OpenQuote const& open = stack_.back();
  MarkedQuote& quote = quotes_[open.quote];
  add_segment(quote, open.segment, inner_last);
  quote.inner_last = quote.last = inner_last;
  quote.unclosed = true;
  stack_.pop_back();
}

void OpenQuotes::drop(std::uint32_t first) {
  OpenQuote const& open = stack_.back();
  MarkedQuote& quote = quotes_[open.quote];
  if (!quote.segments.empty()) {  // earlier paragraphs of it stand
    quote.inner_last = quote.last = open.segment > 0 ? std::min(open.segment, first) : 0;
    quote.unclosed = true;
  } else if (open.single) {
    table_.tokens[quote.first].features &= ~Features{feature::mark};
  }
  stack_.pop_back();
}

void OpenQuotes::go_on(std::uint32_t last, std::uint32_t next) {
  for (OpenQuote& open : stack_) {
    add_segment(quotes_[open.quote], open.segment, last);
    open.segment = next;
  }
}

void OpenQuotes::add_unopened(std::uint32_t first, std::uint32_t mark) {
  MarkedQuote quote;
  quote.first = quote.inner_first = first;
  quote.inner_last = mark;
  quote.last = mark + 1;
  quote.unopened = true;
  add_segment(quote, first, mark);
  quotes_.push_back(std::move(quote));
}

}  // namespace whosaid
