// The model behind weights.txt: candidates with facts, of which some are right, and the weights that let these win.
#pragma once
#include <cstdint>
#include <vector>

#include "attribution/weights.hpp"
#include "fit_weights.hpp"

namespace whosaid {

// Candidates of one decision; those that are right are marked. One candidate: a yes-or-no decision, `right` = yes.
struct Sample {
  std::vector<std::vector<Fact>> candidates;
  std::vector<char> right;
  std::uint32_t document = 0;
  float count = 1;  // as how many decisions it counts
};

// Log-linear: a candidate's share is the softmax of its facts' weights. Maximum likelihood by AdaGrad. Each weight starts at the
// value it has in weights.txt, or at what its rule is meant to be worth, and is pulled there as by a normal prior of variance
// 1 / shrink; what comes out is the mean over the later rounds, because single
// rounds end where the last samples left them. Deterministic; not thread-safe.
class FitModel {
 public:
  FitModel(Weights const& names, FitOptions options);

  // Learns from the samples of all documents but those of one fold (document % folds == without); folds 0: from all.
  void train(std::vector<Sample> const& samples, std::uint32_t folds, std::uint32_t without);
  // Share of samples that the weights decide right.
  [[nodiscard]] double right(std::vector<Sample> const& samples) const;
  [[nodiscard]] std::vector<float> const& weights() const { return weights_; }
  // Whether the options say that a weight keeps its value.
  [[nodiscard]] bool keeps(FeatureId id) const { return kept_[id] != 0; }

 private:
  std::vector<float> prior_, weights_, squares_, pull_;
  std::vector<char> kept_;  // by number: keeps its value
  std::vector<double> shares_;
  FitOptions options_;

  [[nodiscard]] double score(std::vector<Fact> const& facts) const;
  void push(std::vector<Fact> const& facts, double gradient, float count);
  void learn(Sample const& sample);
};

}  // namespace whosaid
