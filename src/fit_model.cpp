#include "fit_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

namespace whosaid {
namespace {

// What a feature is worth that has no weight yet: a rule that ties quote, cue and source is meant to win.
float prior(std::string_view feature) {
  if (feature.starts_with("quote.tied_by.")) return 2.5f;
  if (feature == "no_speech.named") return 3.5f;
  constexpr std::string_view rule = "source.rule.";
  if (feature.starts_with(rule) && feature.find('.', rule.size()) == std::string_view::npos) return 1.0f;
  return 0;
}

}  // namespace

FitModel::FitModel(Weights const& names, FitOptions options)
    : prior_(names.size(), 0), squares_(names.size(), 1e-3f), pull_(names.size(), 0), kept_(names.size(), 0), options_(std::move(options)) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const id = static_cast<FeatureId>(i);
    std::string_view const name = names.name(id);
    kept_[i] = name.starts_with("confidence.") ||
               std::any_of(options_.keep.begin(), options_.keep.end(), [&](std::string const& begin) { return name.starts_with(begin); });
    prior_[i] = names[id] != 0 || kept_[i] ? names[id] : prior(name);
  }
  weights_ = prior_;
}

void FitModel::train(std::vector<Sample> const& samples, std::uint32_t folds, std::uint32_t without) {
  std::vector<std::uint32_t> order;
  std::vector<float> seen(weights_.size(), 0);
  for (std::uint32_t i = 0; i < samples.size(); ++i) {
    if (folds != 0 && samples[i].document % folds == without) continue;
    order.push_back(i);
    for (auto const& facts : samples[i].candidates) {
      for (Fact const& fact : facts) seen[fact.id] += 1;
    }
  }
  // The pull of a whole round is the same for each weight, be its fact rare or not: what was seen twice is hardly believed.
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] > 0) pull_[i] = options_.shrink / seen[i];
  }
  std::vector<double> mean(weights_.size(), 0);
  int const settled = options_.rounds / 2;
  // A fixed stride visits every sample once a round in an order that is not the articles'.
  std::size_t const n = order.size();
  std::size_t stride = 7919 % std::max<std::size_t>(n, 1);
  while (n > 1 && std::gcd(stride, n) != 1) ++stride;
  for (int round = 0; round < options_.rounds; ++round) {
    for (std::size_t i = 0, at = 0; i < n; ++i, at = (at + stride) % n) learn(samples[order[at]]);
    if (round < settled) continue;
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += static_cast<double>(weights_[i]);
  }
  for (std::size_t i = 0; i < mean.size(); ++i) {
    if (seen[i] > 0 && !kept_[i]) weights_[i] = static_cast<float>(mean[i] / (options_.rounds - settled));
  }
}

double FitModel::right(std::vector<Sample> const& samples) const {
  std::size_t good = 0;
  for (Sample const& sample : samples) {
    if (sample.candidates.size() == 1) {
      good += (score(sample.candidates.front()) > 0) == (sample.right.front() != 0) ? 1u : 0u;
      continue;
    }
    std::size_t best = 0;
    double top = -1e300;
    for (std::size_t i = 0; i < sample.candidates.size(); ++i) {
      if (double const here = score(sample.candidates[i]); here > top) top = here, best = i;
    }
    good += sample.right[best] != 0 ? 1u : 0u;
  }
  return samples.empty() ? 0 : static_cast<double>(good) / static_cast<double>(samples.size());
}

double FitModel::score(std::vector<Fact> const& facts) const {
  double sum = 0;
  for (Fact const& fact : facts) sum += static_cast<double>(weights_[fact.id]) * static_cast<double>(fact.value);
  return sum;
}

void FitModel::push(std::vector<Fact> const& facts, double gradient, float count) {
  float const slope = static_cast<float>(gradient) * count;
  for (Fact const& fact : facts) {
    if (kept_[fact.id]) continue;
    float const g = slope * fact.value + pull_[fact.id] * (weights_[fact.id] - prior_[fact.id]);
    squares_[fact.id] += g * g;
    weights_[fact.id] -= options_.step * g / std::sqrt(squares_[fact.id]);
  }
}

void FitModel::learn(Sample const& sample) {
  if (sample.candidates.size() == 1) {
    double const p = 1 / (1 + std::exp(-score(sample.candidates.front())));
    push(sample.candidates.front(), p - (sample.right.front() ? 1 : 0), sample.count);
    return;
  }
  // Gradient of -log of the sum over right candidates of their share.
  shares_.clear();
  double top = -1e300, all = 0, good = 0;
  for (auto const& facts : sample.candidates) shares_.push_back(score(facts)), top = std::max(top, shares_.back());
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    shares_[i] = std::exp(shares_[i] - top);
    all += shares_[i];
    if (sample.right[i]) good += shares_[i];
  }
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    push(sample.candidates[i], shares_[i] / all - (sample.right[i] ? shares_[i] / std::max(good, 1e-30) : 0), sample.count);
  }
}

}  // namespace whosaid
