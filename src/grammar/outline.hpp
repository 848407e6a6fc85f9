// What every match of a rule looks like from afar: a few items that it must take, in order, and what may stand before each.
// "role_words of_phrase? ',' <person>" is words up to a role, words up to a comma, a person. Wider than the rule, never
// narrower, so that a place from where the outline cannot be followed is no place to begin.
#pragma once
#include <optional>
#include <vector>

#include "grammar/analysis.hpp"

namespace whosaid::grammar {

struct Outline {
  struct Stage {
    StartSet pass;  // any number of these are taken first
    StartSet need;  // then one of these
  };
  std::vector<Stage> stages;
  StartSet rest;  // any number of these are taken behind the last stage
};

// Asks the rules of one grammar, which must be without left recursion and outlive it. Each rule is looked at once or twice.
class Outliner {
 public:
  Outliner(std::vector<Rule> const& rules, Analysis& analysis) : rules_(rules), analysis_(analysis), known_(rules.size()), known_at_end_(rules.size()) {}

  // Of a whole root, at most `most` stages: the rarest, for what is found everywhere tells nothing.
  [[nodiscard]] std::vector<Outline::Stage> of_root(Expr const& body, std::size_t most);

 private:
  // `at_end` = nothing is taken behind the expression, so that what it looks at in the end counts as well.
  Outline of(Expr const& expr, bool at_end);
  Outline of_sequence(Expr const& expr, bool at_end);
  Outline of_guarded(Expr const& sequence, std::size_t i, bool at_end);
  [[nodiscard]] Expr const* as_class(Expr const& expr) const;
  void add_refused(Expr const& guard, std::vector<Expr>& out) const;
  Outline of_choice(Expr const& expr, bool at_end);
  Outline of_repeat(Expr const& expr);

  std::vector<Rule> const& rules_;
  Analysis& analysis_;
  std::vector<std::optional<Outline>> known_, known_at_end_;  // by rule
  std::size_t depth_ = 0;
};

}  // namespace whosaid::grammar
