// The tests of a program by what they ask.
#pragma once
#include <span>

#include "grammar/program.hpp"

namespace whosaid::grammar {

// `columns`: how many the word table has.
[[nodiscard]] TestLists list_tests(std::span<TokenTest const> tests, std::size_t columns);

}  // namespace whosaid::grammar
