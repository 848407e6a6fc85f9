// Quotes as sequences of word numbers: what is left to compare when case, punctuation and spacing do not count.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/strings.hpp"
#include "model/span.hpp"

namespace whosaid::graph {

// Words are runs of letters and digits; apostrophes inside are dropped (don’t = dont), hyphens part words, every ideograph is
// a word. Case folding is that of Unicode. Not thread-safe.
class WordNumbers {
 public:
  WordNumbers();
  // Appends the numbers of the words of `text` (valid UTF-8). One hash look-up a word; folding only for new spellings.
  void append(std::string_view text, std::vector<std::uint32_t>& out);
  // Frees the look-up tables; numbers given out stay meaningful.
  void clear();

 private:
  std::uint32_t number_of(std::string_view raw);

  struct Slot {
    std::string_view word;
    std::uint32_t number = 0;
  };
  std::vector<Slot> slots_;  // open addressing over spellings
  std::size_t used_ = 0;
  Strings strings_;
  std::unordered_map<std::string_view, std::uint32_t> folded_;
  std::string scratch_;
};

// Appends a number for each two neighbouring words of `text`, which are the same words when WordNumbers says so. The numbers
// are the same in every run and on every machine; two different pairs share one in 65 536.
void append_word_pairs(std::string_view text, std::vector<std::uint16_t>& out);

// Bytes of each word of `text`, cut as WordNumbers cuts it.
[[nodiscard]] std::vector<Span> word_spans(std::string_view text);

}  // namespace whosaid::graph
