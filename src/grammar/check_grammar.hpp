// Everything that can be wrong with a grammar that reads well: names that are not there, rules that cannot work.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "grammar/example.hpp"
#include "grammar/syntax.hpp"
#include "grammar/word_groups.hpp"

namespace whosaid::grammar {

inline constexpr std::size_t max_rules = 2000;  // of one grammar

// What names mean in a language. Capture names are gathered on the way.
struct Names {
  Vocabulary const* vocabulary = nullptr;
  std::map<std::string, std::uint32_t> const* kinds = nullptr;
  std::vector<std::string>* captures = nullptr;
};

// Looks up every name in the rules and notes its number in Expr::index; what is missing is a problem. Rules with
// unresolved names cannot be checked further.
void resolve_names(std::vector<Rule>& rules, Names const& names, Problems& problems);

// Every literal in the rules, as written.
void gather_literals(std::vector<Rule> const& rules, std::vector<std::string>& out);

enum class HelperUse : std::uint8_t { must_be_used, may_be_unused };

// Left recursion, repetitions of nothing, loops that eat what must follow, alternatives that are never tried, roots that
// take nothing or carry no example, helpers that nobody uses, examples that cannot be read. Names must be resolved.
// `unused` is may_be_unused for a grammar that an overlay has cut rules out of.
// Appends the examples, read, to `examples`.
void check_grammar(std::vector<Rule> const& rules, WordGroups const& groups, HelperUse unused, std::vector<Example>& examples,
                   Problems& problems);

}  // namespace whosaid::grammar
