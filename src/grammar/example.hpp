// One example line taken apart: `{published 2024-03-15} said [date on Tuesday] => 2024-03-12`.
#pragma once
#include "grammar/library.hpp"
#include "grammar/syntax.hpp"

namespace whosaid::grammar {

// Brackets and backslashes leave the sentence; captures are bytes of what remains. Mistakes go to `problems`.
[[nodiscard]] Example read_example(Rule const& rule, ExampleLine const& line, Problems& problems);

}  // namespace whosaid::grammar
