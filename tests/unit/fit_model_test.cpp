// Fitting weights: src/fit_model.cpp, fit_samples.cpp and fit_weights.cpp.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "fit_model.hpp"
#include "fit_samples.hpp"
#include "fit_weights.hpp"

namespace fit_model_test {

using namespace whosaid;

namespace {

Fact fact(FeatureId id) { return {id, 1}; }

// A choice of two: the first has facts `right`, the second `wrong`.
Sample choice(std::vector<Fact> right, std::vector<Fact> wrong, std::uint32_t document = 0) {
  return {{std::move(right), std::move(wrong)}, {1, 0}, document, 1};
}

gold::Range find(std::string const& text, std::string const& words) {
  auto const at = text.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// One article, ASCII, with one quote.
gold::Document article(std::string const& text, std::string const& quoted, std::string const& cue, std::string const& source) {
  gold::Document document;
  document.id = "a";
  document.text = text;
  gold::Quote quote;
  quote.kind = "direct";
  quote.quoted = {find(text, quoted)};
  if (!cue.empty()) quote.cue = {find(text, cue)};
  if (!source.empty()) quote.source = {find(text, source)};
  document.quotes.push_back(quote);
  return document;
}

Extractor const& engine() {
  static auto const extractor = [] {
    whosaid::Options options;
    options.indirect = true;
    return Extractor::open(options);
  }();
  REQUIRE(static_cast<bool>(extractor));
  return *extractor;
}

FitSamples samples_of(gold::Document const& gold) {
  FitSamples samples;
  Workspace workspace;
  Document document;
  document.text = gold.text;
  samples.begin(gold, 7, 2, nullptr);
  (void)engine().extract(document, workspace, &samples);
  return samples;
}

float value_of(FittedWeights const& fit, std::string const& name) {
  for (FittedWeight const& weight : fit.weights)
    if (weight.name == name) return weight.value;
  return 0;
}

// What weights.txt says now.
float value_now(std::string_view name) {
  Weights const& now = *engine().weights("en");
  for (std::size_t i = 1; i < now.size(); ++i) {
    if (auto const id = static_cast<FeatureId>(i); now.name(id) == name) return now[id];
  }
  return 0;
}

std::string const both = "Ana Weiss told Jan Dole on Monday that he should go. \"I will stay,\" Jan Dole said after the meeting.";

}  // namespace

TEST_CASE("what right candidates have wins, what wrong ones have loses") {
  Weights names;
  FeatureId const none = names.id("-"), good = names.id("good"), bad = names.id("bad"), idle = names.id("idle");
  (void)none;
  names.set(idle, 0.5f);
  std::vector<Sample> samples(40, choice({fact(good)}, {fact(bad)}));
  FitModel model(names, {});
  CHECK(model.right(samples) == 1.0);  // a tie goes to the first
  model.train(samples, 0, 0);
  CHECK(model.weights()[good] > 0.5f);
  CHECK(model.weights()[bad] < -0.5f);
  CHECK(model.weights()[idle] == 0.5f);  // no sample shows it
  std::swap(samples.front().candidates[0], samples.front().candidates[1]);
  CHECK(model.right(samples) == doctest::Approx(39.0 / 40));
}

TEST_CASE("a fact seen twice is believed less than one seen often") {
  Weights names;
  (void)names.id("-");
  FeatureId const often = names.id("often"), rare = names.id("rare"), other = names.id("other");
  std::vector<Sample> samples(200, choice({fact(often)}, {fact(other)}));
  samples.insert(samples.end(), 2, choice({fact(rare)}, {}));
  FitModel model(names, {});
  model.train(samples, 0, 0);
  CHECK(model.weights()[rare] > 0.05f);
  CHECK(model.weights()[rare] < 0.5f * model.weights()[often]);
}

TEST_CASE("one candidate is a question of yes or no") {
  Weights names;
  (void)names.id("-");
  FeatureId const yes = names.id("yes"), no = names.id("no");
  std::vector<Sample> samples;
  samples.reserve(40);
  for (int i = 0; i < 40; ++i) samples.push_back({{{fact(i % 2 ? yes : no)}}, {static_cast<char>(i % 2)}, 0, 1});
  FitModel model(names, {});
  model.train(samples, 0, 0);
  CHECK(model.weights()[yes] > 0.3f);
  CHECK(model.weights()[no] < -0.3f);
  CHECK(model.right(samples) == 1.0);
}

TEST_CASE("a fold that is left out teaches nothing") {
  Weights names;
  (void)names.id("-");
  FeatureId const seen = names.id("seen"), unseen = names.id("unseen");
  std::vector<Sample> samples;
  for (std::uint32_t i = 0; i < 40; ++i) samples.push_back(choice({fact(i % 2 ? seen : unseen)}, {}, i));
  FitModel model(names, {});
  model.train(samples, 2, 0);
  CHECK(model.weights()[seen] > 0.3f);
  CHECK(model.weights()[unseen] == 0);
}

TEST_CASE("a rule that ties starts above nothing, a value in the file stays the start") {
  Weights names;
  (void)names.id("-");
  FeatureId const ties = names.id("quote.tied_by.new_rule"), known = names.id("quote.tied_by.old_rule"), plain = names.id("quote.negated");
  names.set(known, 0.25f);
  FitModel const model(names, {});
  CHECK(model.weights()[ties] > 1);
  CHECK(model.weights()[known] == 0.25f);
  CHECK(model.weights()[plain] == 0);
}

TEST_CASE("the choice that gold means is marked, by its source and its cue") {
  FitSamples const samples = samples_of(article(both, "I will stay,", "said", "Jan Dole said"));
  REQUIRE(samples.quotes.size() == 1);
  Sample const& one = samples.quotes.front();
  CHECK(one.document == 7);
  CHECK(one.count == 2);
  REQUIRE(one.right.size() == one.candidates.size());
  CHECK(std::count(one.right.begin(), one.right.end(), 1) >= 1);
  CHECK(std::count(one.right.begin(), one.right.end(), 0) >= 3);  // "told", nobody, no speech
  // The cue's own decision: the nearest name, not whom the sentence before begins with.
  REQUIRE(samples.sources.size() == 1);
  CHECK(std::count(samples.sources.front().right.begin(), samples.sources.front().right.end(), 1) == 1);
  CHECK(samples.sources.front().right.back() == 0);  // "no source"
}

TEST_CASE("a quote that gold gives to nobody, and marks that gold passes over") {
  auto const marked_last = [](FitSamples const& samples) {
    REQUIRE(samples.quotes.size() == 1);
    std::vector<char> const& right = samples.quotes.front().right;
    REQUIRE(std::count(right.begin(), right.end(), 1) == 1);
    return right.end() - std::find(right.begin(), right.end(), 1);
  };
  gold::Document without = article(both, "I will stay,", "", "");
  CHECK(marked_last(samples_of(without)) == 2);  // nobody
  without.quotes.clear();
  CHECK(marked_last(samples_of(without)) == 1);  // no speech
  without.discard = {find(both, "\"I will stay,\"")};
  CHECK(samples_of(without).quotes.empty());
}

TEST_CASE("fitting moves weights towards gold, keeps what it is told to keep, and is the same each time") {
  gold::Document const odd = article(both, "I will stay,", "told", "Ana Weiss");
  FitOptions options;
  options.rounds = 6;
  options.folds = 1;
  FittedWeights const fit = fit_weights(engine(), {{odd, 1}}, options), again = fit_weights(engine(), {{odd, 1}}, options);
  CHECK(write_weights(fit) == write_weights(again));
  CHECK(fit.quote_decisions == 1);
  Weights const& now = *engine().weights("en");
  auto const moved = [&](FittedWeights const& other, std::string_view head) {
    std::size_t n = 0;
    for (std::size_t i = 1; i < now.size(); ++i) {
      auto const id = static_cast<FeatureId>(i);
      std::string const name(now.name(id));
      if (name.starts_with(head) && now[id] != 0 && std::abs(value_of(other, name) - now[id]) > 0.011f) ++n;
    }
    return n;
  };
  CHECK(moved(fit, "quote.") > 0);
  CHECK(moved(fit, "people.") == 0);
  CHECK(moved(fit, "confidence.") == 0);
  options.keep = {"quote."};
  CHECK(moved(fit_weights(engine(), {{odd, 1}}, options), "quote.") == 0);
}

TEST_CASE("an article that counts twice pulls harder") {
  gold::Document const odd = article(both, "I will stay,", "told", "Ana Weiss");
  FitOptions options;
  options.rounds = 6;
  options.folds = 1;
  std::string const name = "quote.sentence_before.speech";
  CHECK(fit_weights(engine(), {}, options).weights.empty());  // nothing to read, nothing to write
  float const once = value_of(fit_weights(engine(), {{odd, 1}}, options), name) - value_now(name);
  float const often = value_of(fit_weights(engine(), {{odd, 8}}, options), name) - value_now(name);
  CHECK(once > 0);
  CHECK(often > once);
}

TEST_CASE("the file that is written groups facts and leaves out what is next to nothing") {
  FittedWeights fit;
  fit.weights = {{"on", 1.0f}, {"on.turns", -0.126f}, {"quote.negated", 0.5f}};
  std::string const text = write_weights(fit);
  CHECK(text.find("\non 1.00\non.turns -0.13\n\nquote.negated 0.50\n") != std::string::npos);
  Weights back;
  CHECK(back.read("weights.txt", text).empty());
  CHECK(back[back.id("on.turns")] == doctest::Approx(-0.13f));
}

}  // namespace fit_model_test
