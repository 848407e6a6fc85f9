// A quote as its scorer sees it. Only for the files of QuoteScorer.
#pragma once
#include "attribution/score_quotes.hpp"

namespace whosaid {

struct QuoteScorer::View {
  std::uint32_t number = 0;
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::uint32_t words = 0;
  std::size_t length = 0, ends = 0, upper = 0, left = 0;
  bool title_case = false, starts_block = false, whole_block = false, sentence_has_cue = false, inner_stop = false,
       block = false, named = false;
  std::size_t right = 0;
  std::size_t second_left = 0;  // neighbour_names: what stands before the word to the left
  std::size_t inside = 0;       // inside_names
  std::size_t sibling = 0;      // sibling_names
  std::uint32_t left_word = 0;
  bool work = false;            // behind "the play,"
  bool broadcast = false;       // behind "ABC's"
  std::uint32_t left_token = no_index;
};

}  // namespace whosaid
