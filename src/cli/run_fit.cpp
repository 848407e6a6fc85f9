// `whosaid fit GOLD...`: fits weights.txt to annotated articles.
#include <algorithm>
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
  std::vector<FitDocument> documents;
  for (auto name = options.fit.gold.begin(); name != options.fit.gold.end(); ++name) {
    // A file that is named several times is read once and counts as often.
    if (std::find(options.fit.gold.begin(), name, *name) != name) continue;
    auto const count = static_cast<std::uint32_t>(std::count(name, options.fit.gold.end(), *name));
    std::ifstream file(*name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file) {
      std::cerr << "whosaid: " << *name << ": cannot be read\n";
      return wrong_use;
    }
    Result<formats::GoldFile> read = formats::read_gold(content.str(), *name);
    if (!read) {
      for (Problem const& problem : read.problems()) std::cerr << "whosaid: " << problem.to_string() << '\n';
      return wrong_use;
    }
    for (gold::Document& document : read->documents) documents.push_back({std::move(document), count});
  }
  whosaid::FitOptions how;
  how.keep = options.fit.keep;
  Fit const fit = fit_weights(*extractor, documents, how);
  std::cout << write_weights(fit);
  std::fprintf(stderr, "fitted %zu weights: %zu sources %.3f right, %zu quotes %.3f right, %zu reports %.3f right, %zu pronouns %.3f right\n",
               fit.weights.size(), fit.source_decisions, fit.source_right, fit.quote_decisions, fit.quote_right, fit.reports,
               fit.report_right, fit.references, fit.reference_right);
  return all_well;
}

}  // namespace whosaid::cli
