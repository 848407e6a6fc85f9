// Tree to instructions, and the index of where each root can begin.
#pragma once
#include <map>
#include <memory>

#include "grammar/program.hpp"
#include "grammar/syntax.hpp"
#include "grammar/word_groups.hpp"

namespace whosaid::grammar {

// The sets of words that tests ask for, as columns of one table for all grammars of a language.
class WordColumns {
 public:
  [[nodiscard]] std::uint32_t column(GroupSet const& set);
  [[nodiscard]] std::shared_ptr<WordTable> finish(WordGroups const& groups) const;

 private:
  std::map<GroupSet, std::uint32_t> columns_;
};

// `rules` have passed check_grammar. `prefix` is "en/attribution". The caller sets Program::words when all grammars of the
// language are compiled. A grammar that grows beyond the machine's limits adds a problem.
[[nodiscard]] std::shared_ptr<Program> compile_grammar(std::vector<Rule> const& rules, std::string const& prefix,
                                                       std::vector<std::uint32_t> const& kind_of_rule, WordGroups const& groups,
                                                       WordColumns& columns, Problems& problems);

}  // namespace whosaid::grammar
