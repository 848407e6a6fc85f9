// Text to tree. The notation is described in docs/notation.md.
#pragma once
#include "grammar/syntax.hpp"

namespace whosaid::grammar {

inline constexpr std::size_t max_grammar_bytes = 1u << 20;
inline constexpr int max_nesting = 64;              // brackets in brackets
inline constexpr std::uint32_t max_repetitions = 1000;  // the numbers in X{m,n}

// Reads one grammar file. What can be read is in the tree; what cannot is added to `problems`, each with its place: after a
// mistake reading goes on at the next rule. Linear in the file; throws nothing.
[[nodiscard]] GrammarTree read_grammar(std::shared_ptr<Source const> source, Problems& problems);

}  // namespace whosaid::grammar
