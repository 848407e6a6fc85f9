// What differs between two sets of quote tables, quote by quote, without any gold.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "eval/baseline.hpp"
#include "model/table.hpp"

namespace whosaid::eval {

struct FieldChange {
  std::string_view field;  // "speaker", "source", …
  std::string before, after;
};

struct QuoteChange {
  Direction direction = Direction::changed;  // gained: only in the new one; lost: only in the old one
  std::string document;
  table::Quote const* before = nullptr;
  table::Quote const* after = nullptr;
  std::vector<FieldChange> fields;           // of a changed quote
};

struct TableDiff {
  std::vector<QuoteChange> changes;          // in the order of the new tables, by place
  std::vector<Comparison::PerRule> rules;    // those with changes, by name
  std::vector<std::string> only_before, only_after;  // documents
  std::uint64_t same = 0;                    // quotes that are alike in both
  [[nodiscard]] std::uint64_t count(Direction direction) const;
  [[nodiscard]] bool empty() const { return changes.empty() && only_before.empty() && only_after.empty(); }
};

// Documents are matched by id, quotes by the place of their words (equal, or sharing more than half of what both cover), then
// by the words alone.
// Confidence, candidates, context and quote ids are not compared. Views both inputs. O(n log n).
[[nodiscard]] TableDiff diff_tables(std::vector<table::Table> const& before, std::vector<table::Table> const& after);

}  // namespace whosaid::eval
