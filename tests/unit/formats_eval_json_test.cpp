#include "formats/eval_json.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/baseline_json.hpp"

namespace formats_eval_json_test {

using namespace whosaid;

TEST_CASE("a baseline is read back as it was written") {
  eval::Baseline baseline;
  baseline.figures = {{"span.f1", 0.5}, {"source.f1", 0.3333}};
  baseline.documents = {"a", "b \"x\""};
  for (bool const indirect : {false, true})
    for (bool const extra : {false, true}) {
      eval::Verdict verdict;
      verdict.document = "a";
      verdict.span = {3, 9};
      verdict.indirect = indirect;
      verdict.extra = extra;
      verdict.outcomes.fill(eval::Outcome::not_asked);
      verdict.outcomes[0] = eval::Outcome::right;
      verdict.outcomes[2] = eval::Outcome::wrong;
      verdict.rule = "en/attribution/r";
      verdict.speaker = "Ída";
      verdict.words = "Nó\n“x”";
      baseline.verdicts.push_back(verdict);
    }
  std::string bytes;
  formats::write_baseline(baseline, bytes);
  auto const back = formats::read_baseline(bytes, "base");
  REQUIRE(back);
  CHECK(back->figures == baseline.figures);
  CHECK(back->documents == baseline.documents);
  REQUIRE(back->verdicts.size() == 4);
  CHECK(eval::compare(baseline, *back).changes.empty());
  std::string again;
  formats::write_baseline(*back, again);
  CHECK(again == bytes);
}

TEST_CASE("a figure that cannot be one is not read from a baseline") {
  auto const read = formats::read_baseline("{\"schema\":\"whosaid.baseline/1\",\"figures\":{\"span.f1\":1e300,\"cue.f1\":0.5}}", "b");
  REQUIRE(read);
  REQUIRE(read->figures.size() == 1);
  CHECK(read->figures[0].first == "cue.f1");
}

TEST_CASE("what is no baseline is refused with its place") {
  auto const problem = [](std::string_view content) { return formats::read_baseline(content, "b").problems().front().to_string(); };
  CHECK(problem("") == "b: the baseline is empty");
  CHECK(problem("{}") == "b:1: not a baseline that `whosaid eval --save-baseline` wrote");
  CHECK(problem("{\"schema\":\"whosaid.baseline/1\"}\n{") == "b:2: not a JSON object");
  CHECK(problem("{\"schema\":\"whosaid.baseline/1\"}\n{\"document\":\"a\"}") == "b:2: 'start', 'end' or 'item' is missing");
}

}  // namespace formats_eval_json_test
