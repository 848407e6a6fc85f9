#include "eval/baseline.hpp"

#include <doctest/doctest.h>

namespace eval_baseline_test {

using namespace whosaid;
using eval::Direction;
using eval::Metric;
using eval::Outcome;

namespace {

eval::Verdict verdict(std::string document, eval::Range span, std::string_view outcomes, std::string rule) {
  eval::Verdict out;
  out.document = std::move(document);
  out.span = span;
  out.rule = std::move(rule);
  out.outcomes.fill(Outcome::not_asked);
  for (std::size_t i = 0; i < outcomes.size(); ++i) out.outcomes[i] = static_cast<Outcome>(outcomes[i]);
  return out;
}

eval::Baseline baseline(std::vector<eval::Verdict> verdicts) {
  eval::Baseline out;
  out.documents = {"b", "a"};
  out.verdicts = std::move(verdicts);
  return out;
}

}  // namespace

TEST_CASE("a quote is gained, lost or changed by what about it is right") {
  // span, overlap, source
  auto const before = baseline({verdict("b", {0, 5}, "++x", "old"), verdict("b", {6, 9}, "+++", "old"),
                                verdict("a", {0, 5}, "+++", "same"), verdict("a", {6, 9}, "+++", "old"),
                                verdict("a", {20, 29}, "+x+", "old")});
  auto const after = baseline({verdict("b", {0, 5}, "+++", "new"), verdict("b", {6, 9}, "x+x", ""),
                               verdict("a", {0, 5}, "+++", "same"), verdict("a", {6, 9}, "+++", "new"),
                               verdict("a", {20, 29}, "++x", "new")});
  auto const found = eval::compare(before, after);
  REQUIRE(found.changes.size() == 4);
  CHECK(found.changes[0].direction == Direction::gained);
  CHECK(found.changes[0].what == "source");
  CHECK(found.changes[1].direction == Direction::lost);
  CHECK(found.changes[1].what == "span, source");
  CHECK(found.changes[2].direction == Direction::changed);
  CHECK(found.changes[2].what == "rule");
  CHECK(found.changes[3].direction == Direction::changed);
  CHECK(found.changes[3].what == "better: span_overlap; worse: source");
  REQUIRE(found.rules.size() == 2);
  CHECK(found.rules[0].rule == "new");
  CHECK(found.rules[0].count == std::array<std::uint64_t, 3>{1, 0, 2});
  CHECK(found.rules[1].rule == "old");  // what a rule no longer gets right is its loss
  CHECK(found.rules[1].count == std::array<std::uint64_t, 3>{0, 1, 0});
}

TEST_CASE("a claim without gold is lost when it appears and gained when it goes") {
  auto extra = verdict("a", {3, 4}, "x", "greedy");
  extra.extra = true;
  auto const appears = eval::compare(baseline({}), baseline({extra}));
  REQUIRE(appears.changes.size() == 1);
  CHECK(appears.changes[0].direction == Direction::lost);
  CHECK(appears.rules[0].rule == "greedy");
  auto const goes = eval::compare(baseline({extra}), baseline({}));
  REQUIRE(goes.changes.size() == 1);
  CHECK(goes.changes[0].direction == Direction::gained);
}

TEST_CASE("documents and gold that are not in both are named, not judged") {
  auto before = baseline({verdict("a", {0, 5}, "+", "r"), verdict("gone", {0, 5}, "+", "r")});
  before.documents = {"a", "gone"};
  auto after = baseline({verdict("a", {0, 6}, "+", "r"), verdict("fresh", {0, 5}, "x", "r")});
  after.documents = {"a", "fresh"};
  auto const found = eval::compare(before, after);
  CHECK(found.changes.empty());
  CHECK(found.only_before == std::vector<std::string>{"gone"});
  CHECK(found.only_after == std::vector<std::string>{"fresh"});
  CHECK(found.gold_changed == 2);
}

TEST_CASE("a baseline agrees with itself") {
  auto const one = baseline({verdict("b", {0, 5}, "++x", "old"), verdict("b", {0, 5}, "x", "old"), verdict("a", {6, 9}, "+++", "")});
  CHECK(eval::compare(one, one).changes.empty());
}

}  // namespace eval_baseline_test
