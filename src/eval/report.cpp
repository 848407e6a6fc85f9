#include "eval/report.hpp"

namespace whosaid::eval {

Report summarise(std::vector<Case> const& documents) {
  Report report;
  report.documents.reserve(documents.size());
  for (auto const& document : documents) {
    report.missing += document.score.missing;
    report.documents.push_back(tally(document.score));
    add(report.pooled, report.documents.back());
    add(report.reliability, document.score.confidence);
  }
  report.intervals = bootstrap(report.documents);
  return report;
}

}  // namespace whosaid::eval
