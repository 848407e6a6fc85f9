#include "grammar/needs.hpp"

#include <algorithm>
#include <bit>

namespace whosaid::grammar {
namespace {

constexpr std::size_t most = 4;         // of one expression
constexpr std::size_t deepest = 40;     // rules in rules; deeper ones are taken to need nothing
constexpr std::size_t too_many = 100'000;

// A rough count of how many tokens of a text are in a set. Only the order matters, and that the common is left out.
std::size_t commonness(StartSet const& set) {
  constexpr Features rare = feature::quote | feature::comma | feature::colon | feature::dash | feature::bracket | feature::possessive |
                            feature::handle | feature::hashtag | feature::url | feature::hyphenated | feature::year | feature::ordinal |
                            feature::semicolon | feature::currency | feature::bullet | feature::initial | feature::upper |
                            feature::abbreviation | feature::line_start | feature::paragraph_start | feature::number | feature::mark;
  std::size_t sum = 40 * set.chunks.count() + 5 * set.phrases.count();
  for (auto const& test : set.tokens) {
    if (!test.words.empty()) {
      for (auto const part : test.words) sum += static_cast<std::size_t>(std::popcount(part));
    } else if (test.all & rare || (test.any && !(test.any & ~rare))) {
      sum += 60;
    } else {
      return too_many;
    }
  }
  return sum;
}

std::vector<StartSet> rarest(std::vector<StartSet> needs) {
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < needs.size(); ++i)
    if (auto const count = commonness(needs[i]); count < too_many) order.emplace_back(count, i);
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), most));
  std::vector<StartSet> out;
  for (auto const& [count, i] : order) out.push_back(std::move(needs[i]));
  return out;
}

}  // namespace

std::vector<StartSet> Needs::of(Expr const& expr) {
  if (auto set = analysis_.single(expr)) return rarest({{std::move(*set), {}, {}}});
  switch (expr.kind) {
    case ExprKind::lexicon:
    case ExprKind::chunk: return rarest({analysis_.starts(expr)});
    case ExprKind::reference: {
      auto& known = known_[expr.index];
      if (known) return *known;
      if (depth_ >= deepest) return {};
      known.emplace();  // a rule that calls itself: nothing is known of the inner one
      ++depth_;
      auto found = of(rules_[expr.index].body);
      --depth_;
      known = found;
      return found;
    }
    case ExprKind::sequence: {
      std::vector<StartSet> all;
      for (auto const& part : expr.parts)
        for (auto& need : of(part)) all.push_back(std::move(need));
      return rarest(std::move(all));
    }
    case ExprKind::choice: {
      // One of the alternatives it will be, so one of what each needs most.
      StartSet any;
      for (auto const& part : expr.parts) {
        auto const needs = of(part);
        if (needs.empty()) return {};
        any.add(needs.front());
      }
      return rarest({std::move(any)});
    }
    case ExprKind::repeat: return expr.min > 0 ? of(expr.parts[0]) : std::vector<StartSet>{};
    case ExprKind::capture:
    case ExprKind::look_ahead: return of(expr.parts[0]);
    default: return {};
  }
}

}  // namespace whosaid::grammar
