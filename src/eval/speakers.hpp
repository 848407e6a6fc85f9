// Who speaks, by gold and by prediction.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "eval/score.hpp"

namespace whosaid::eval {

// Views both; they must outlive it. Building is linear.
class Speakers {
 public:
  Speakers(gold::Document const& gold, table::Table const& table, WordLists const& lists);

  // The name of who said a predicted quote, "" = nobody; `said` may be null.
  [[nodiscard]] std::string said_by(table::Quote const* said) const;
  // A gold name and a predicted one mean the same speaker, by the aliases that the gold gives.
  [[nodiscard]] bool is_same(std::string const& gold, std::string const& predicted) const;
  [[nodiscard]] table::Speaker const* named(std::string const& gold_name) const;
  [[nodiscard]] table::Speaker const* with_id(std::string const& id) const;

 private:
  table::Table const& table_;
  WordLists const& lists_;
  std::unordered_map<std::string_view, table::Speaker const*> speakers_;
  std::unordered_map<std::string, gold::Character const*> characters_;
};

// Counts the words of roles and affiliations into `out`. They stand with a speaker, not with a quote: each gold speaker of the
// document is asked once. `first_hit`: gold quote -> predicted quote of its first found stretch, for speakers without a name.
void score_facts(gold::Document const& gold, table::Table const& table, WordLists const& lists, Speakers const& speakers,
                 std::unordered_map<std::uint32_t, std::uint32_t> const& first_hit, DocumentScore& out);

}  // namespace whosaid::eval
