// `whosaid fit GOLD...`: fits weights.txt to annotated articles.
#include <algorithm>
#include <cstdio>

#include "cli/commands.hpp"
#include "cli/engine.hpp"
#include "cli/output.hpp"
#include "fit_weights.hpp"
#include "formats/gold_files.hpp"
#include "formats/read_gold.hpp"
#include "whosaid.hpp"

namespace whosaid::cli {

int run_fit(Options const& options) {
  whosaid::Options engine;
  engine.grammars = options.common.grammars;
  engine.indirect = true;
  Result<Extractor> const extractor = Extractor::open(engine);
  if (!extractor) return complain(extractor.problems());
  std::vector<FitDocument> documents;
  std::vector<std::string> const& names = options.fit.gold;
  for (auto name = names.begin(); name != names.end(); ++name) {
    // A file that is named several times is read once and counts as often.
    if (std::find(names.begin(), name, *name) != name) continue;
    auto const count = static_cast<std::uint32_t>(std::count(name, names.end(), *name));
    auto const bytes = formats::read_bytes(*name);
    if (!bytes) return complain(bytes.problems());
    Result<formats::GoldFile> read = formats::read_gold(*bytes, *name);
    if (!read) return complain(read.problems());
    for (gold::Document& document : read->documents) documents.push_back({std::move(document), count});
  }
  whosaid::FitOptions how;
  how.keep = options.fit.keep;
  FittedWeights const fit = fit_weights(*extractor, documents, how);
  if (!save("-", write_weights(fit))) return wrong_use;
  std::fprintf(stderr, "fitted %zu weights: %zu sources %.3f right, %zu quotes %.3f right, %zu reports %.3f right, %zu pronouns %.3f right\n",
               fit.weights.size(), fit.source_decisions, fit.source_right, fit.quote_decisions, fit.quote_right, fit.reports,
               fit.report_right, fit.references, fit.reference_right);
  return all_well;
}

}  // namespace whosaid::cli
