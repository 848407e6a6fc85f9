// Sets of tokens as conditions on one token: an "or" of plain tests. What `[ … ]` means, and where a rule can begin.
#pragma once
#include <bitset>
#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "grammar/syntax.hpp"
#include "grammar/word_groups.hpp"

namespace whosaid::grammar {

// All of it must hold. `exactly` / `never` are spellings ('US'); `exactly` has two entries only when nothing can match.
struct PlainTest {
  Features all = 0;   // these bits are set
  Features none = 0;  // these are not
  Features any = 0;   // one of these is; 0 = no condition
  GroupSet words;     // empty vector = no condition
  std::vector<std::string> exactly, never;
  friend auto operator<=>(PlainTest const&, PlainTest const&) = default;
};

// A token is in the set when one of the tests holds for it.
using TokenSet = std::vector<PlainTest>;

inline constexpr std::size_t max_tests = 64;  // of one set; a class that needs more is refused
inline constexpr std::size_t max_kinds = 256;

// The set that an expression inside [ ] stands for (names resolved), nullopt when it needs more than max_tests tests.
[[nodiscard]] std::optional<TokenSet> token_set(Expr const& expr, WordGroups const& groups);

[[nodiscard]] TokenSet any_token();
[[nodiscard]] bool is_any_token(TokenSet const& set);
// Joins `other` in; tests that are equal or inside another one are dropped.
void unite(TokenSet& into, TokenSet const& other);
// The tokens that are in both; `left` as it is when it would need too many tests.
[[nodiscard]] TokenSet in_both(TokenSet const& left, TokenSet const& right);
// True only when every token of `part` is certainly in `whole`.
[[nodiscard]] bool certainly_inside(TokenSet const& part, TokenSet const& whole, WordGroups const& groups);

// Where an expression can begin: tokens that pass a test, that begin a chunk, or that begin a phrase of a lexicon.
struct StartSet {
  TokenSet tokens;
  std::bitset<max_kinds> chunks;
  std::bitset<max_lexicons> phrases;

  void add(StartSet const& other);
  [[nodiscard]] bool anything() const { return is_any_token(tokens); }
};
// True only when whatever begins `part` certainly begins `whole` as well.
[[nodiscard]] bool certainly_inside(StartSet const& part, StartSet const& whole, WordGroups const& groups);

}  // namespace whosaid::grammar
