// What a rule cannot match without: "… as saying" needs an "as" somewhere to the right.
#pragma once
#include <vector>

#include "grammar/analysis.hpp"

namespace whosaid::grammar {

// Asks the rules of one grammar, which must be without left recursion and outlive it. Each rule is looked at once.
class Needs {
 public:
  Needs(std::vector<Rule> const& rules, Analysis& analysis) : rules_(rules), analysis_(analysis), known_(rules.size()) {}

  // Sets of items of which every match of `expr` takes or sees one each, at or behind the place where it begins: the
  // rarest few that are known.
  [[nodiscard]] std::vector<StartSet> of(Expr const& expr);

 private:
  std::vector<Rule> const& rules_;
  Analysis& analysis_;
  std::vector<std::optional<std::vector<StartSet>>> known_;  // by rule
  std::size_t depth_ = 0;
};

}  // namespace whosaid::grammar
