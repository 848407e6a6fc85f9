// Stands in for extract.cpp in a build without it: opening an engine fails and says so. Commands that need none still work.
#include "whosaid.hpp"

namespace whosaid {

struct Workspace::Impl {};
Workspace::Workspace() = default;
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

struct Extractor::Impl {
  Options options;
};
Extractor::Extractor(std::shared_ptr<Impl const> impl) : impl_(std::move(impl)) {}
Result<Extractor> Extractor::open(Options) { return Problem{"", 0, 0, "this build has no extraction engine"}; }
Extraction Extractor::extract(Document const&, Workspace&) const { return {}; }
Options const& Extractor::options() const { return impl_->options; }

}  // namespace whosaid
