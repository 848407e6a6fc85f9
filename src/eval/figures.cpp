#include "eval/figures.hpp"

#include <algorithm>
#include <cmath>

namespace whosaid::eval {
namespace {

// SplitMix64: one multiplication-mixed counter. Written out because the standard's distributions differ by library.
class Random {
 public:
  std::size_t below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15ull;
    auto z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    z ^= z >> 31;
    return static_cast<std::size_t>((z >> 32) * limit >> 32);  // limit < 2^32
  }

 private:
  std::uint64_t state_ = 20240229;
};

bool has_accuracy(Metric metric) { return metric == Metric::cue || metric == Metric::speaker; }

double percentile(std::vector<double> const& sorted, double share) {
  auto const last = static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

}  // namespace

std::optional<double> value_of(Tally const& counts, Metric metric, Value value) {
  auto const& c = counts[static_cast<std::size_t>(metric)];
  if (c.wanted == 0 && c.claimed == 0) return std::nullopt;
  switch (value) {
    case Value::precision: return c.precision();
    case Value::recall: return c.recall();
    case Value::f1: return c.f1();
    case Value::accuracy: break;
  }
  if (!has_accuracy(metric)) return std::nullopt;
  // A cue is asked of quotes that were found; a speaker of all that the gold names.
  auto const asked = metric == Metric::cue ? c.reached : c.wanted;
  if (asked == 0) return std::nullopt;
  return static_cast<double>(c.right) / static_cast<double>(asked);
}

std::string FigureName::to_string() const {
  return std::string(metric_names[static_cast<std::size_t>(metric)]) + "." + std::string(value_names[static_cast<std::size_t>(value)]);
}

std::optional<FigureName> figure_named(std::string_view name) {
  auto const dot = name.find('.');
  auto const metric_name = name.substr(0, dot);
  auto const metric = std::find(metric_names.begin(), metric_names.end(), metric_name);
  if (metric == metric_names.end()) return std::nullopt;
  FigureName out;
  out.metric = static_cast<Metric>(metric - metric_names.begin());
  if (dot == std::string_view::npos) {
    out.value = has_accuracy(out.metric) ? Value::accuracy : Value::f1;
    return out;
  }
  auto value_name = name.substr(dot + 1);
  if (value_name == "p") value_name = "precision";
  if (value_name == "r") value_name = "recall";
  if (value_name == "f") value_name = "f1";
  auto const value = std::find(value_names.begin(), value_names.end(), value_name);
  if (value == value_names.end()) return std::nullopt;
  out.value = static_cast<Value>(value - value_names.begin());
  if (out.value == Value::accuracy && !has_accuracy(out.metric)) return std::nullopt;
  return out;
}

std::vector<std::string> figure_names() {
  std::vector<std::string> out;
  for (std::size_t m = 0; m < metric_count; ++m)
    for (std::size_t v = 0; v < value_count; ++v)
      if (auto const name = FigureName{static_cast<Metric>(m), static_cast<Value>(v)}.to_string(); figure_named(name)) out.push_back(name);
  return out;
}

Intervals bootstrap(std::span<Tally const> documents, std::size_t rounds) {
  Intervals out{};
  if (documents.size() < 2 || rounds == 0) return out;
  std::array<std::array<std::vector<double>, value_count>, metric_count> drawn;
  Random random;
  for (std::size_t round = 0; round < rounds; ++round) {
    Tally sum{};
    for (std::size_t i = 0; i < documents.size(); ++i) add(sum, documents[random.below(documents.size())]);
    for (std::size_t m = 0; m < metric_count; ++m)
      for (std::size_t v = 0; v < value_count; ++v)
        if (auto const value = value_of(sum, static_cast<Metric>(m), static_cast<Value>(v))) drawn[m][v].push_back(*value);
  }
  for (std::size_t m = 0; m < metric_count; ++m)
    for (std::size_t v = 0; v < value_count; ++v)
      if (auto& values = drawn[m][v]; !values.empty()) {
        std::sort(values.begin(), values.end());
        out[m][v] = Interval{percentile(values, 0.025), percentile(values, 0.975)};
      }
  return out;
}

std::optional<double> mean_over_documents(std::span<Tally const> documents, Metric metric, Value value) {
  double sum = 0;
  std::size_t count = 0;
  for (auto const& document : documents)
    if (auto const figure = value_of(document, metric, value)) {
      sum += *figure;
      ++count;
    }
  if (count == 0) return std::nullopt;
  return sum / static_cast<double>(count);
}

std::uint64_t Reliability::quotes() const {
  std::uint64_t sum = 0;
  for (auto const& bin : bins) sum += bin.quotes;
  return sum;
}
double Reliability::share_of_top() const {
  auto const all = quotes();
  return all == 0 ? 0.0 : static_cast<double>(bins.back().quotes) / static_cast<double>(all);
}
double Reliability::right_of_top() const {
  auto const& top = bins.back();
  return top.quotes == 0 ? 0.0 : static_cast<double>(top.right) / static_cast<double>(top.quotes);
}

void add(Reliability& to, std::vector<Confidence> const& quotes) {
  for (auto const& quote : quotes) {
    // The small addend keeps a written 0.9 in the bin that begins at 0.9.
    auto const bin = static_cast<std::size_t>(std::clamp(quote.value * 10 + 1e-9, 0.0, 9.0));
    ++to.bins[bin].quotes;
    to.bins[bin].right += quote.right;
    to.bins[bin].claimed += quote.value;
  }
}

}  // namespace whosaid::eval
