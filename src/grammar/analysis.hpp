// What can be said about a rule without running it: whether it can take nothing, where it can begin, and whether it is
// one plain test on one token. Checks and compiler ask the same questions here.
#pragma once
#include <optional>
#include <vector>

#include "grammar/syntax.hpp"
#include "grammar/token_set.hpp"

namespace whosaid::grammar {

// Views `rules` (names resolved) and `groups`; both must outlive it.
class Analysis {
 public:
  Analysis(std::vector<Rule> const& rules, WordGroups const& groups);

  // May succeed without taking a token.
  [[nodiscard]] bool can_be_empty(Expr const& expr) const;
  // Succeeds whatever stands there, like X? and X*; an alternative behind it is never tried.
  [[nodiscard]] bool always_succeeds(Expr const& expr) const;
  [[nodiscard]] WordGroups const& groups() const { return groups_; }
  // Numbers of the rules that may be called before a token was taken.
  void left_calls(Expr const& expr, std::vector<std::uint32_t>& out) const;

  // Left recursion: each circle of rules that can call themselves before taking a token, with its first rule at both ends.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> const& circles() const { return circles_; }

  // The two below need rules without such circles.
  // Where the expression can begin when it takes a token; wider than the truth where that is cheaper.
  [[nodiscard]] StartSet starts(Expr const& expr);
  // The tokens of an expression that is exactly one test on one item, without captures; nullopt for all others.
  [[nodiscard]] std::optional<TokenSet> single(Expr const& expr);

 private:
  void find_circles();

  std::vector<Rule> const& rules_;
  WordGroups const& groups_;
  std::vector<char> empty_, always_;
  std::vector<std::vector<std::uint32_t>> circles_;
  std::vector<std::uint32_t> callees_first_;  // all rules, each behind the rules it begins with
  std::vector<std::optional<StartSet>> starts_;                 // by rule, made when asked for
  std::vector<std::optional<std::optional<TokenSet>>> single_;  // by rule, likewise
};

}  // namespace whosaid::grammar
