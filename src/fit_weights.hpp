// Fits the weights of weights.txt to annotated articles.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "model/gold.hpp"
#include "whosaid.hpp"

namespace whosaid {

struct FitOptions {
  int rounds = 24;           // passes over the samples
  float step = 0.1f;         // AdaGrad step
  float shrink = 4.0f;       // pull of each weight towards its start, per round
  std::uint32_t folds = 4;   // parts whose earlier decisions come from weights fitted on the others
  std::vector<std::string> keep;  // weights that begin so keep their values, and the others are fitted beside them
};

struct FitDocument {
  gold::Document gold;
  std::uint32_t count = 1;   // as how many articles it counts
};

struct FittedWeight {
  std::string name;
  float value = 0;
};

struct FittedWeights {
  std::vector<FittedWeight> weights;  // sorted by name; only those that are not 0
  std::size_t source_decisions = 0, quote_decisions = 0, reports = 0, references = 0;
  double source_right = 0, quote_right = 0, report_right = 0, reference_right = 0;  // share decided right with the new weights
};

// Four models are fitted, each by maximum likelihood: which source a cue has (softmax), what a quote hangs on (softmax over
// cues, going on, nobody, no speech), whether a cue reports (logistic), and whom a pronoun means (softmax). Decisions see the
// engine's own earlier decisions, which look better on articles that they were fitted on than they will on others: so the
// articles are read twice, the second time each with weights fitted on the other folds only. Deterministic.
// The extractor must have been opened with indirect speech on. Minutes for a thousand articles; one thread.
[[nodiscard]] FittedWeights fit_weights(Extractor const& extractor, std::vector<FitDocument> const& documents, FitOptions const& options);

// The text of a weights.txt.
[[nodiscard]] std::string write_weights(FittedWeights const& fit);

}  // namespace whosaid
