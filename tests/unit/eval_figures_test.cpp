#include "eval/figures.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace eval_figures_test {

using namespace whosaid;
using eval::Metric;
using eval::Value;

namespace {

eval::Tally one(Metric metric, eval::Counts counts) {
  eval::Tally tally{};
  tally[static_cast<std::size_t>(metric)] = counts;
  return tally;
}

}  // namespace

TEST_CASE("precision, recall, F1 and accuracy come from the counts") {
  auto const tally = one(Metric::cue, {3, 4, 6, 5});
  CHECK(eval::value_of(tally, Metric::cue, Value::precision) == doctest::Approx(0.75));
  CHECK(eval::value_of(tally, Metric::cue, Value::recall) == doctest::Approx(0.5));
  CHECK(eval::value_of(tally, Metric::cue, Value::f1) == doctest::Approx(0.6));
  CHECK(eval::value_of(tally, Metric::cue, Value::accuracy) == doctest::Approx(0.6));  // of the five that were reached
  CHECK(eval::value_of(one(Metric::speaker, {3, 4, 6, 5}), Metric::speaker, Value::accuracy) == doctest::Approx(0.5));
}

TEST_CASE("what was never asked has no figure") {
  eval::Tally const nothing{};
  CHECK_FALSE(eval::value_of(nothing, Metric::date, Value::f1));
  CHECK_FALSE(eval::value_of(one(Metric::span, {1, 1, 1, 1}), Metric::span, Value::accuracy));
  CHECK(eval::value_of(one(Metric::span, {0, 0, 3, 0}), Metric::span, Value::precision) == 0.0);
}

TEST_CASE("figures are found by name") {
  CHECK(eval::figure_named("source.f1")->to_string() == "source.f1");
  CHECK(eval::figure_named("span.p")->to_string() == "span.precision");
  CHECK(eval::figure_named("source")->to_string() == "source.f1");
  CHECK(eval::figure_named("speaker")->to_string() == "speaker.accuracy");
  CHECK_FALSE(eval::figure_named("span.accuracy"));
  CHECK_FALSE(eval::figure_named("spam.f1"));
  CHECK_FALSE(eval::figure_named("span."));
  CHECK_FALSE(eval::figure_named(""));
  for (auto const& name : eval::figure_names()) CHECK(eval::figure_named(name)->to_string() == name);
  CHECK(eval::figure_names().size() == 9 * 3 + 2);
}

TEST_CASE("the bootstrap is the same every time, holds the figure and narrows with more documents") {
  std::vector<eval::Tally> few, many;
  for (int i = 0; i < 10; ++i) few.push_back(one(Metric::span, {i % 2 == 0 ? 9u : 6u, 10, 10, 0}));
  for (int i = 0; i < 20; ++i) many.insert(many.end(), few.begin(), few.end());
  auto const interval = [](std::vector<eval::Tally> const& documents) { return *eval::bootstrap(documents)[0][static_cast<std::size_t>(Value::f1)]; };
  auto const a = interval(few), b = interval(few), c = interval(many);
  CHECK(a.low == b.low);
  CHECK(a.high == b.high);
  CHECK(a.low < 0.75);
  CHECK(a.high > 0.75);
  CHECK(a.low >= 0.6);
  CHECK(a.high <= 0.9);
  CHECK(c.high - c.low < (a.high - a.low) / 2);
}

TEST_CASE("one document has no interval") {
  std::vector<eval::Tally> const documents = {one(Metric::span, {1, 1, 1, 1})};
  CHECK_FALSE(eval::bootstrap(documents)[0][0]);
}

TEST_CASE("the mean over documents leaves out those that were not asked") {
  std::vector<eval::Tally> const documents = {one(Metric::span, {1, 1, 1, 1}), one(Metric::span, {0, 1, 1, 1}), eval::Tally{}};
  CHECK(eval::mean_over_documents(documents, Metric::span, Value::recall) == doctest::Approx(0.5));
  CHECK_FALSE(eval::mean_over_documents(documents, Metric::date, Value::recall));
}

TEST_CASE("confidences fall into ten bins") {
  eval::Reliability table;
  eval::add(table, {{0.0, false}, {0.7, true}, {0.899, false}, {0.9, true}, {1.0, true}, {0.95, false}, {1.5, true}, {-1, false}});
  CHECK(table.bins[0].quotes == 2);
  CHECK(table.bins[7].quotes == 1);
  CHECK(table.bins[8].quotes == 1);
  CHECK(table.bins[9].quotes == 4);
  CHECK(table.share_of_top() == doctest::Approx(0.5));
  CHECK(table.right_of_top() == doctest::Approx(0.75));
}

}  // namespace eval_figures_test
