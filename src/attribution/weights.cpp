#include "attribution/weights.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace whosaid {

constexpr float most = 1000;  // of a weight: what is added up and raised to a power must stay a number

Problems Weights::read(std::string_view file, std::string_view content) {
  Problems problems;
  std::uint32_t number = 0;
  while (!content.empty()) {
    ++number;
    auto const end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (auto const comment = line.find('#'); comment != std::string_view::npos) line = line.substr(0, comment);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    auto const gap = line.find_last_of(" \t");
    float value = 0;
    std::string_view const digits = gap == std::string_view::npos ? std::string_view{} : line.substr(gap + 1);
    auto const [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || stop != digits.data() + digits.size() || !std::isfinite(value)) {
      problems.push_back({std::string(file), number, 1, "expected 'feature weight', the weight a number"});
      continue;
    }
    if (std::fabs(value) > most) {
      problems.push_back({std::string(file), number, 1, "a weight lies between -1000 and 1000"});
      continue;
    }
    std::string_view name = line.substr(0, gap);
    while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.remove_suffix(1);
    values_[id(name)] = value;
  }
  return problems;
}

FeatureId Weights::id(std::string_view name) {
  auto const [found, added] = ids_.try_emplace(std::string(name), static_cast<FeatureId>(values_.size()));
  if (added) {
    values_.push_back(0);
    names_.emplace_back(name);
  }
  return found->second;
}

std::string Weights::explain(Facts const& facts) const {
  std::vector<std::pair<float, FeatureId>> parts;
  for (Fact const& fact : facts.list()) {
    float const part = values_[fact.id] * fact.value;
    if (std::fabs(part) >= 0.005f) parts.emplace_back(part, fact.id);
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](auto const& a, auto const& b) { return std::fabs(a.first) > std::fabs(b.first); });
  std::string out;
  char number[32];
  for (auto const& [part, id] : parts) {
    std::snprintf(number, sizeof number, " %+.2f", static_cast<double>(part));
    out += (out.empty() ? "" : ", ") + names_[id] + number;
  }
  std::snprintf(number, sizeof number, "%s= %.2f", out.empty() ? "" : " ", static_cast<double>(sum(facts)));
  return out + number;
}

}  // namespace whosaid
