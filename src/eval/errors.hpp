// Every wrong answer with its likely cause, in an order to read them in.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/breakdown.hpp"

namespace whosaid::eval {

struct Error {
  std::uint32_t document = 0;  // index into the cases
  std::uint32_t item = 0;      // index into the document's items
  Metric metric = Metric::span;
  std::string_view cause;      // "missed, other limits", …; lives as long as the program
  std::string_view rule;       // that fired, "" when none did; views the table
};

struct Cause {
  std::string_view name;
  std::vector<Error> errors;   // by rule (the most frequent first), then by place
};

// All errors, grouped by cause, the most frequent cause first.
[[nodiscard]] std::vector<Cause> find_errors(std::vector<Case> const& documents);

// What a reader needs to judge an error: the words and what both sides say, as text.
struct ErrorView {
  std::string document;
  Range span;
  std::string words;            // the stretch itself
  std::string before, after;    // up to `context` code points around it
  std::string wanted, got;      // of the metric that failed; "" = nothing
};
// `text` is the case's decoded gold text.
[[nodiscard]] ErrorView view(Case const& document, Error const& error, Text const& text, std::uint32_t context = 90);

}  // namespace whosaid::eval
