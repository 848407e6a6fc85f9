// Gold and prediction side by side, to be read in a browser.
#pragma once
#include <string>
#include <vector>

#include "eval/report.hpp"
#include "eval/words.hpp"

namespace whosaid::formats {

// Appends one self-contained page: figures, then each document twice, as the gold has it and as it was predicted, with its
// errors below; filters by cause, rule, kind and words. Works offline; asks nothing of the network. All text is escaped.
// Linear but for sorting; the page is about four times the size of the texts.
void write_eval_html(eval::Report const& report, std::vector<eval::Case> const& documents, eval::WordLists const& lists,
                     std::string& out);

}  // namespace whosaid::formats
