// Sums over what score.cpp judged.
#include "eval/score.hpp"

namespace whosaid::eval {
namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Counts& Counts::operator+=(Counts const& other) {
  right += other.right;
  claimed += other.claimed;
  wanted += other.wanted;
  reached += other.reached;
  return *this;
}
double Counts::precision() const { return ratio(right, claimed); }
double Counts::recall() const { return ratio(right, wanted); }
double Counts::f1() const {
  auto const p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

void add(Tally& to, Item const& item) {
  bool const reached = item.matched && !item.extra();
  for (std::size_t m = 0; m < metric_count; ++m) {
    auto const& judged = item.judged[m];
    to[m] += {judged.right, judged.claimed, judged.wanted, judged.wanted && reached};
  }
}

void add(Tally& to, Tally const& from) {
  for (std::size_t m = 0; m < metric_count; ++m) to[m] += from[m];
}

Tally tally(DocumentScore const& score) {
  Tally out{};
  for (auto const& item : score.items) add(out, item);
  out[static_cast<std::size_t>(Metric::role)] += score.role;
  out[static_cast<std::size_t>(Metric::affiliation)] += score.affiliation;
  return out;
}

}  // namespace whosaid::eval
