// The engine as the flags ask for it.
#pragma once
#include "cli/options.hpp"
#include "formats/documents.hpp"
#include "whosaid.hpp"

namespace whosaid::cli {

enum class Tracing : bool { off, on };

[[nodiscard]] Result<Extractor> open_engine(CommonOptions const& common, EngineOptions const& engine, Tracing tracing = Tracing::off);

// What readers are to know of the files that are laid over the built-in ones.
[[nodiscard]] Result<formats::ReaderOptions> open_reading(Extractor const& extractor);

// Prints every problem to standard error and returns the exit status for it.
int complain(Problems const& problems);

}  // namespace whosaid::cli
