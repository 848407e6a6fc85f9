// Fits the weights of weights.txt to annotated articles.
#pragma once
#include <string>
#include <vector>

#include "model/gold.hpp"
#include "whosaid.hpp"

namespace whosaid {

struct FitOptions {
  int rounds = 25;         // passes over the samples
  float step = 0.2f;       // AdaGrad step
  float shrink = 4e-3f;    // pull of each weight towards 0, per sample that has the feature
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
// cues, going on, nobody, no speech), whether a cue reports (logistic), and whom a pronoun means (softmax). A quote's choice is right when it names a source
// that overlaps gold's by half of the shorter, by gold's cue where gold has one. Decisions see the engine's own earlier
// decisions, so fit twice: the second time with the weights of the first laid over (--grammars). Deterministic.
// The extractor must have been opened with indirect speech on. Minutes for a thousand articles; one thread.
[[nodiscard]] FittedWeights fit_weights(Extractor const& extractor, std::vector<gold::Document> const& documents, FitOptions options);

// The text of a weights.txt.
[[nodiscard]] std::string write_weights(FittedWeights const& fit);

}  // namespace whosaid
