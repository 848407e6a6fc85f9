#include "cli/engine.hpp"

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "formats/page_words.hpp"
#include "grammar/library.hpp"

namespace whosaid::cli {

Result<Extractor> open_engine(CommonOptions const& common, EngineOptions const& engine, Tracing tracing) {
  whosaid::Options options;
  options.grammars = common.grammars;
  options.language = engine.language;
  options.date = engine.date;
  options.direct = engine.direct;
  options.mixed = engine.mixed;
  options.indirect = engine.indirect;
  options.trace = tracing == Tracing::on;
  return Extractor::open(options);
}

Result<formats::ReaderOptions> open_reading(Extractor const& extractor) {
  formats::ReaderOptions options;
  if (extractor.options().grammars.empty()) return options;
  auto words = formats::PageWords::of(extractor.library());
  if (!words) return words.problems();
  options.page_words = std::move(*words);
  return options;
}

int complain(Problems const& problems) {
  for (auto const& problem : problems) complain(problem.to_string());
  return wrong_use;
}

}  // namespace whosaid::cli
