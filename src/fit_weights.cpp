#include "fit_weights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "attribution/weights.hpp"
#include "fit_model.hpp"
#include "fit_samples.hpp"

namespace whosaid {
namespace {

// Reads all articles, each by the weights of its fold; no weights: by the engine's own.
FitSamples read(Extractor const& extractor, std::vector<FitDocument> const& documents, std::vector<Weights> const& folds) {
  FitSamples samples;
  Workspace workspace;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    gold::Document const& gold = documents[i].gold;
    Document document;
    document.id = gold.id;
    document.text = gold.text;
    document.language = gold.language;
    if (!gold.published.empty()) document.published = gold.published;
    samples.begin(gold, i, static_cast<float>(documents[i].count), folds.empty() ? nullptr : &folds[i % folds.size()]);
    Extraction const ignored = extractor.extract(document, workspace, &samples);
    (void)ignored;
  }
  return samples;
}

// The models share no feature, so one table holds them all.
FitModel train(FitSamples const& samples, Weights const& names, FitOptions const& options, std::uint32_t folds, std::uint32_t without) {
  FitModel model(names, options);
  for (auto const* part : {&samples.sources, &samples.quotes, &samples.reports, &samples.references}) model.train(*part, folds, without);
  return model;
}

}  // namespace

FittedWeights fit_weights(Extractor const& extractor, std::vector<FitDocument> const& documents, FitOptions const& options) {
  FittedWeights fit;
  if (documents.empty()) return fit;
  Weights const* const names = extractor.weights(documents.front().gold.language.empty() ? usual_language : std::string_view(documents.front().gold.language));
  if (!names) return fit;
  FitSamples samples = read(extractor, documents, {});
  if (options.folds > 1) {
    std::vector<Weights> folds;
    for (std::uint32_t fold = 0; fold < options.folds; ++fold) {
      FitModel const model = train(samples, *names, options, options.folds, fold);
      folds.push_back(*names);
      for (std::size_t i = 1; i < names->size(); ++i) {
        if (auto const id = static_cast<FeatureId>(i); !model.keeps(id)) folds.back().set(id, model.weights()[i]);
      }
    }
    samples = read(extractor, documents, folds);
  }
  FitModel const model = train(samples, *names, options, 0, 0);
  fit.source_decisions = samples.sources.size();
  fit.quote_decisions = samples.quotes.size();
  fit.reports = samples.reports.size();
  fit.references = samples.references.size();
  fit.source_right = model.right(samples.sources);
  fit.quote_right = model.right(samples.quotes);
  fit.report_right = model.right(samples.reports);
  fit.reference_right = model.right(samples.references);
  for (std::size_t i = 1; i < names->size(); ++i) {
    auto const id = static_cast<FeatureId>(i);
    // What these samples do not touch keeps its value.
    bool const untouched = model.weights()[i] == 0 && names->name(id).starts_with("people.");
    float const value = model.keeps(id) || untouched ? (*names)[id] : model.weights()[i];
    if (std::fabs(value) >= 0.01f) fit.weights.push_back({std::string(names->name(id)), value});
  }
  std::sort(fit.weights.begin(), fit.weights.end(), [](FittedWeight const& a, FittedWeight const& b) { return a.name < b.name; });
  return fit;
}

std::string write_weights(FittedWeights const& fit) {
  std::string out =
      "# What each fact is worth when candidates are weighed; docs/accuracy.md says how the facts are meant and how\n"
      "# `whosaid fit` finds the numbers. A fact that is not named here is worth 0. Lines may be changed by hand.\n";
  std::string group;
  for (FittedWeight const& weight : fit.weights) {
    std::string const head = weight.name.substr(0, weight.name.find('.'));
    if (head != group) out += "\n", group = head;
    char number[32];
    std::snprintf(number, sizeof number, " %.2f\n", static_cast<double>(weight.value));
    out += weight.name + number;
  }
  return out;
}

}  // namespace whosaid
