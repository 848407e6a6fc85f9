// `whosaid fit GOLD...`: fits weights.txt to annotated articles.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/commands.hpp"
#include "fit_weights.hpp"
#include "formats/read_gold.hpp"
#include "whosaid.hpp"

namespace whosaid::cli {

int run_fit(Options const& options) {
  whosaid::Options engine;
  engine.grammars = options.common.grammars;
  engine.indirect = true;
  Result<Extractor> const extractor = Extractor::open(engine);
  if (!extractor) {
    for (Problem const& problem : extractor.problems()) std::cerr << "whosaid: " << problem.to_string() << '\n';
    return wrong_use;
  }
  std::vector<gold::Document> documents;
  for (std::string const& name : options.fit.gold) {
    std::ifstream file(name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file) {
      std::cerr << "whosaid: " << name << ": cannot be read\n";
      return wrong_use;
    }
    Result<formats::GoldFile> read = formats::read_gold(content.str(), name);
    if (!read) {
      for (Problem const& problem : read.problems()) std::cerr << "whosaid: " << problem.to_string() << '\n';
      return wrong_use;
    }
    for (gold::Document& document : read->documents) documents.push_back(std::move(document));
  }
  Fit const fit = fit_weights(*extractor, documents, whosaid::FitOptions{});
  std::cout << write_weights(fit);
  std::fprintf(stderr, "fitted %zu weights: %zu sources %.3f right, %zu quotes %.3f right, %zu reports %.3f right, %zu pronouns %.3f right\n",
               fit.weights.size(), fit.source_decisions, fit.source_right, fit.quote_decisions, fit.quote_right, fit.reports,
               fit.report_right, fit.references, fit.reference_right);
  return all_well;
}

}  // namespace whosaid::cli
