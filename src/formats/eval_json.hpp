// What `whosaid eval` and `whosaid diff` say, for programs. docs/evaluation.md describes the objects.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "eval/baseline.hpp"
#include "eval/diff_tables.hpp"
#include "eval/errors.hpp"
#include "eval/report.hpp"

namespace whosaid::formats {

// Appends {"schema":"whosaid.eval/1", figures, breakdowns, reliability, documents, and the comparison when there is one},
// with a line break. A figure that does not exist is null.
void write_eval_json(eval::Report const& report, std::vector<eval::Case> const& documents, eval::Comparison const* comparison,
                     std::string& out);

// Appends one JSON object per error and line, the most frequent cause first; at most `limit` of each cause, 0 = all.
void write_errors_json(std::vector<eval::Case> const& documents, std::size_t limit, eval::WordLists const& lists, std::string& out);

// Appends {"schema":"whosaid.diff/1", …} with a line break.
void write_diff_json(eval::TableDiff const& diff, std::string& out);

}  // namespace whosaid::formats
