// Classes of a gold quote, read from the several words that corpora have for them.
#pragma once
#include <string_view>

#include "model/gold.hpp"

namespace whosaid::eval {

// As the quote table names them; "" when the gold does not say. Views the quote or a literal.
[[nodiscard]] std::string_view gold_form(gold::Quote const& quote);
[[nodiscard]] std::string_view gold_basis(gold::Quote const& quote);

}  // namespace whosaid::eval
