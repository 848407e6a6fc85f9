#include "attribution/weights.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

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

Weights::Weights() : texts_(std::make_shared<std::pmr::monotonic_buffer_resource>(std::size_t{1} << 16)) {
  constexpr std::size_t usual = 16384;
  values_.reserve(usual);
  names_.reserve(usual);
  slots_.resize(2 * usual);
}

// Where the name stands, or would stand.
std::size_t Weights::slot_of(std::string_view name) const {
  std::uint64_t hash = name.size();
  while (!name.empty()) {
    std::uint64_t part = 0;
    std::size_t const size = std::min(name.size(), sizeof part);
    std::memcpy(&part, name.data(), size);
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u, hash ^= hash >> 32;
    name.remove_prefix(size);
  }
  return static_cast<std::size_t>(hash) & (slots_.size() - 1);
}

void Weights::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    std::size_t at = slot_of(names_[i]);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<FeatureId>(i + 1);
  }
}

FeatureId Weights::id(std::string_view name) {
  if (2 * (names_.size() + 1) > slots_.size()) grow();
  std::size_t at = slot_of(name);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (names_[slots_[at] - 1u] == name) return static_cast<FeatureId>(slots_[at] - 1u);
  auto* const kept = static_cast<char*>(texts_->allocate(name.size() + 1, 1));
  std::copy(name.begin(), name.end(), kept);
  names_.emplace_back(kept, name.size());
  values_.push_back(0);
  slots_[at] = static_cast<FeatureId>(names_.size());
  return static_cast<FeatureId>(names_.size() - 1);
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
    ((out += out.empty() ? "" : ", ") += names_[id]) += number;
  }
  std::snprintf(number, sizeof number, "%s= %.2f", out.empty() ? "" : " ", static_cast<double>(sum(facts)));
  return out + number;
}

std::string fact_name(std::initializer_list<std::string_view> parts) {
  std::string out;
  out.reserve(64);
  for (std::string_view const part : parts) (out += out.empty() ? "" : ".") += part;
  return out;
}

}  // namespace whosaid
