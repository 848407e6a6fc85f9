#include "eval/classes.hpp"

#include <doctest/doctest.h>

namespace eval_classes_test {

using namespace whosaid;

TEST_CASE("what the gold says of form and basis is read from the corpora's own words") {
  gold::Quote quote;
  quote.basis = "nominal";
  CHECK(eval::gold_form(quote) == "nominal");
  CHECK(eval::gold_basis(quote) == "explicit");
  quote.speaker = "Ida Maro";
  CHECK(eval::gold_basis(quote) == "anaphoric");
  quote.basis.clear();
  quote.type = "Implicit";
  CHECK(eval::gold_basis(quote) == "inferred");
  CHECK(eval::gold_form(quote).empty());
}

}  // namespace eval_classes_test
