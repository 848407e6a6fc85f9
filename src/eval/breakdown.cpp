#include "eval/breakdown.hpp"

#include <algorithm>
#include <map>

#include "eval/classes.hpp"

namespace whosaid::eval {
namespace {

std::string_view or_dash(std::string_view value) { return value.empty() ? "-" : value; }

}  // namespace

std::string_view class_of(Case const& document, Item const& item, Dimension dimension) {
  auto const* gold = item.extra() ? nullptr : &document.gold->quotes[item.gold];
  auto const* predicted = item.matched && item.predicted != no_quote ? &document.predicted->quotes[item.predicted] : nullptr;
  auto const choose = [&](std::string_view of_gold, std::string_view of_prediction) {
    if (gold && !of_gold.empty()) return of_gold;
    return or_dash(predicted ? of_prediction : std::string_view{});
  };
  switch (dimension) {
    case Dimension::kind: return choose(gold ? std::string_view(gold->kind) : "", predicted ? predicted->kind : std::string_view{});
    case Dimension::basis: return choose(gold ? gold_basis(*gold) : "", predicted ? predicted->basis : std::string_view{});
    case Dimension::form:
      return choose(gold ? gold_form(*gold) : "",
                    predicted && predicted->source ? std::string_view(predicted->source->form) : std::string_view{});
    case Dimension::type: return gold ? or_dash(gold->type) : "(extra)";
    case Dimension::section:
      return choose(gold ? std::string_view(gold->section) : "", predicted ? predicted->section : std::string_view{});
    case Dimension::rule: return predicted ? or_dash(predicted->rule) : "(missed)";
    case Dimension::language: return or_dash(document.gold->language);
  }
  return "-";
}

std::vector<Row> break_down(std::vector<Case> const& documents, Dimension dimension) {
  std::map<std::string, Tally, std::less<>> rows;
  for (auto const& document : documents)
    for (auto const& item : document.score.items) {
      auto const name = class_of(document, item, dimension);
      auto row = rows.find(name);
      if (row == rows.end()) row = rows.emplace(std::string(name), Tally{}).first;
      add(row->second, item);
    }
  std::vector<Row> out;
  out.reserve(rows.size());
  for (auto& [name, counts] : rows) out.push_back({name, counts});
  auto const size = [](Row const& row) {
    std::uint64_t sum = 0;
    for (auto metric : {Metric::span, Metric::indirect}) {
      auto const& c = row.counts[static_cast<std::size_t>(metric)];
      sum += std::max(c.wanted, c.claimed);
    }
    return sum;
  };
  std::stable_sort(out.begin(), out.end(), [&](Row const& a, Row const& b) { return size(a) > size(b); });
  return out;
}

}  // namespace whosaid::eval
