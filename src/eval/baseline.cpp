#include "eval/baseline.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace whosaid::eval {
namespace {

Outcome outcome_of(Judgement const& judged) {
  if (judged.right) return Outcome::right;
  return judged.asked() ? Outcome::wrong : Outcome::not_asked;
}

auto place_of(Verdict const& verdict) {
  return std::tuple<std::string_view, Range, bool>(verdict.document, verdict.span, verdict.indirect);
}

std::string_view rule_of(VerdictChange const& change) {
  // A lost quote is the business of the rule that used to get it right.
  auto const* first = change.direction == Direction::lost ? change.before : change.after;
  auto const* second = change.direction == Direction::lost ? change.after : change.before;
  if (first && !first->rule.empty()) return first->rule;
  if (second && !second->rule.empty()) return second->rule;
  return "-";
}

// Nothing when the two say the same.
std::optional<VerdictChange> change_between(Verdict const& before, Verdict const& after) {
  std::string better, worse;
  auto const note = [](std::string& to, std::string_view name) {
    if (!to.empty()) to += ", ";
    to += name;
  };
  for (std::size_t m = 0; m < metric_count; ++m) {
    if (before.outcomes[m] == after.outcomes[m]) continue;
    // An extra that also begins to claim a source is worse; a claim that the gold did not ask for and that is gone is better.
    auto const rank = [](Outcome o) { return o == Outcome::right ? 2 : o == Outcome::not_asked ? 1 : 0; };
    note(rank(after.outcomes[m]) > rank(before.outcomes[m]) ? better : worse, metric_names[m]);
  }
  VerdictChange change{Direction::changed, &before, &after, {}};
  if (better.empty() && worse.empty()) {
    if (before.rule == after.rule && before.speaker == after.speaker) return std::nullopt;
    change.what = before.speaker == after.speaker ? "rule" : before.rule == after.rule ? "speaker's name" : "rule, speaker's name";
    return change;
  }
  if (worse.empty()) {
    change.direction = Direction::gained;
    change.what = better;
  } else if (better.empty()) {
    change.direction = Direction::lost;
    change.what = worse;
  } else {
    change.what.append("better: ").append(better).append("; worse: ").append(worse);
  }
  return change;
}

}  // namespace

Baseline make_baseline(std::vector<Case> const& documents, Tally const& pooled, WordLists const& lists) {
  Baseline out;
  for (auto const& name : figure_names())
    if (auto const figure = figure_named(name))
      if (auto const value = value_of(pooled, figure->metric, figure->value)) out.figures.emplace_back(name, *value);
  for (auto const& document : documents) {
    out.documents.push_back(document.gold->id);
    Text const text(document.gold->text, lists);
    for (auto const& item : document.score.items) {
      Verdict verdict;
      verdict.document = document.gold->id;
      verdict.span = item.span;
      verdict.indirect = item.indirect;
      verdict.extra = item.extra();
      for (std::size_t m = 0; m < metric_count; ++m) verdict.outcomes[m] = outcome_of(item.judged[m]);
      if (item.matched) {
        auto const& quote = document.predicted->quotes[item.predicted];
        verdict.rule = quote.rule;
        verdict.speaker = quote.speaker_name.value_or("");
      }
      verdict.words = text.slice(item.span);
      out.verdicts.push_back(std::move(verdict));
    }
  }
  return out;
}

std::uint64_t Comparison::count(Direction direction) const {
  return static_cast<std::uint64_t>(
      std::count_if(changes.begin(), changes.end(), [&](auto const& change) { return change.direction == direction; }));
}

Comparison compare(Baseline const& before, Baseline const& after) {
  Comparison out;
  std::set<std::string_view> const old_documents(before.documents.begin(), before.documents.end());
  std::set<std::string_view> const new_documents(after.documents.begin(), after.documents.end());
  for (auto const& id : before.documents)
    if (!new_documents.contains(id)) out.only_before.push_back(id);
  for (auto const& id : after.documents)
    if (!old_documents.contains(id)) out.only_after.push_back(id);

  using Place = std::tuple<std::string_view, Range, bool>;
  // One place may be judged more than once when reports overlap: the n-th there belongs to the n-th here.
  std::map<Place, std::vector<Verdict const*>> old_places;
  for (auto const& verdict : before.verdicts)
    if (new_documents.contains(verdict.document)) old_places[place_of(verdict)].push_back(&verdict);
  std::map<Place, std::size_t> taken;

  auto const claimed = [&](Verdict const* old_one, Verdict const* new_one) {
    auto const& verdict = old_one ? *old_one : *new_one;
    if (!verdict.extra) {
      ++out.gold_changed;
      return;
    }
    out.changes.push_back({old_one ? Direction::gained : Direction::lost, old_one, new_one,
                           old_one ? "no longer claimed" : "claimed, and not in the gold"});
  };
  for (auto const& verdict : after.verdicts) {
    if (!old_documents.contains(verdict.document)) continue;
    auto const place = place_of(verdict);
    auto const found = old_places.find(place);
    auto const at = taken[place]++;
    if (found == old_places.end() || at >= found->second.size()) {
      claimed(nullptr, &verdict);
      continue;
    }
    auto const* old_one = found->second[at];
    if (old_one->extra != verdict.extra) {
      ++out.gold_changed;
      continue;
    }
    if (auto change = change_between(*old_one, verdict)) out.changes.push_back(*change);
  }
  for (auto const& [place, verdicts] : old_places)
    for (auto at = taken.contains(place) ? taken[place] : 0; at < verdicts.size(); ++at) claimed(verdicts[at], nullptr);

  std::map<std::string, std::size_t, std::less<>> order;
  for (auto const* ids : {&before.documents, &after.documents})
    for (auto const& id : *ids) order.try_emplace(id, order.size());
  std::stable_sort(out.changes.begin(), out.changes.end(), [&](VerdictChange const& a, VerdictChange const& b) {
    auto const& va = a.after ? *a.after : *a.before;
    auto const& vb = b.after ? *b.after : *b.before;
    auto const da = order.find(va.document)->second, db = order.find(vb.document)->second;
    return std::tie(da, va.span, va.indirect) < std::tie(db, vb.span, vb.indirect);
  });

  std::map<std::string, std::array<std::uint64_t, 3>, std::less<>> rules;
  for (auto const& change : out.changes) ++rules[std::string(rule_of(change))][static_cast<std::size_t>(change.direction)];
  for (auto& [rule, count] : rules) out.rules.push_back({rule, count});
  return out;
}

}  // namespace whosaid::eval
