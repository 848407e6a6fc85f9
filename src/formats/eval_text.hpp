// What `whosaid eval` and `whosaid diff` say, for people. Plain text without colour; document text is made safe for a terminal.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "eval/baseline.hpp"
#include "eval/diff_tables.hpp"
#include "eval/errors.hpp"
#include "eval/report.hpp"

namespace whosaid::formats {

struct EvalTextOptions {
  std::size_t rules = 15;       // rows of the table of rules, 0 = all
  bool by_document = false;     // a table of the documents, too
};
void write_eval_text(eval::Report const& report, std::vector<eval::Case> const& documents, EvalTextOptions const& options,
                     std::string& out);
// At most `limit` errors of each cause, 0 = all.
void write_errors_text(std::vector<eval::Case> const& documents, std::size_t limit, eval::WordLists const& lists, std::string& out);
// Figures that moved, the changes per rule, then quote by quote.
void write_comparison_text(eval::Baseline const& before, eval::Baseline const& after, eval::Comparison const& comparison,
                           std::string& out);
void write_diff_text(eval::TableDiff const& diff, std::string& out);

}  // namespace whosaid::formats
