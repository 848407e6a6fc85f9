#include "grammar/index_starts.hpp"

#include <algorithm>

#include "grammar/outline.hpp"

namespace whosaid::grammar {
namespace {

// Spelling is left to the rule: an index may let too much pass, never too little.
StartSet without_spelling(StartSet const& set) {
  StartSet out;
  out.chunks = set.chunks;
  out.phrases = set.phrases;
  for (auto test : set.tokens) {
    test.exactly.clear();
    test.never.clear();
    unite(out.tokens, {test});
  }
  return out;
}

class Indexer {
 public:
  Indexer(std::vector<Rule> const& rules, Analysis& analysis, Numbering const& number)
      : rules_(rules), analysis_(analysis), number_(number), outliner_(rules, analysis) {}

  StartIndex build() {
    auto const roots = static_cast<std::size_t>(std::count_if(rules_.begin(), rules_.end(), [](Rule const& rule) { return rule.root; }));
    index_.stride = std::max(1u, static_cast<std::uint32_t>((roots + 63) / 64));  // a grammar of helpers alone has a row as well
    index_.sets.assign(index_.stride, 0);  // row 0: no root
    index_.stages.resize(StartIndex::most_stages);
    for (auto const& rule : rules_) {
      if (!rule.root) continue;
      add_begin(rule.body);
      looked_at_ = 0;
      add_guards(rule.body);
      add_outline(rule.body);
      ++root_;
    }
    return std::move(index_);
  }

 private:
  void mark(std::uint32_t& row) {
    if (row == 0) {
      row = static_cast<std::uint32_t>(index_.sets.size() / index_.stride);
      index_.sets.resize(index_.sets.size() + index_.stride, 0);
    }
    index_.sets[std::size_t{row} * index_.stride + root_ / 64] |= 1ull << (root_ % 64);
  }

  void add_begin(Expr const& body) {
    auto const start = number_(without_spelling(analysis_.starts(body)));
    auto found = std::find_if(index_.begins.begin(), index_.begins.end(), [&](auto const& have) { return have.tokens == start.tokens; });
    if (found == index_.begins.end()) found = index_.begins.insert(found, {start.tokens, 0});
    mark(found->roots);
    for (std::size_t bit = 0; bit < index_.by_mark.size(); ++bit)
      if (start.marks >> bit & 1u) mark(index_.by_mark[bit]);
  }

  // The tests on one token that stand before the first item. Returns whether nothing was taken, so that more may follow.
  bool add_guards(Expr const& expr) {
    constexpr std::size_t enough = 100;  // rules that take nothing may call each other without end to speak of
    if (++looked_at_ > enough) return false;
    switch (expr.kind) {
      case ExprKind::sequence:
        return std::all_of(expr.parts.begin(), expr.parts.end(), [this](Expr const& part) { return add_guards(part); });
      case ExprKind::capture: return add_guards(expr.parts[0]);
      case ExprKind::reference: return add_guards(rules_[expr.index].body);
      case ExprKind::look_behind: add_guard(index_.behind, expr, true); return true;
      case ExprKind::look_ahead:
        if (auto const set = analysis_.single(expr.parts[0])) add_guard(index_.here, *set, true);
        return true;
      case ExprKind::not_ahead:
        if (expr.parts[0].kind == ExprKind::look_behind) add_guard(index_.behind, expr.parts[0], false);
        else if (auto const set = analysis_.single(expr.parts[0])) add_guard(index_.here, *set, false);
        return true;
      default: return false;
    }
  }
  void add_guard(std::vector<StartIndex::Guard>& guards, Expr const& look_behind, bool wanted) {
    if (auto const set = token_set(look_behind, analysis_.groups())) add_guard(guards, *set, wanted);
  }
  void add_guard(std::vector<StartIndex::Guard>& guards, TokenSet const& set, bool wanted) {
    auto const tokens = number_({set, {}, {}}).tokens;
    auto const same = [&](auto const& have) { return have.tokens == tokens && have.wanted == wanted; };
    auto found = std::find_if(guards.begin(), guards.end(), same);
    if (found == guards.end()) found = guards.insert(found, {tokens, wanted, 0});
    mark(found->roots);
  }

  void add_outline(Expr const& body) {
    auto const stages = outliner_.of_root(body, index_.stages.size());
    for (std::size_t i = 0; i < index_.stages.size(); ++i) {
      auto& stage = index_.stages[i];
      if (i < stages.size()) {
        add_to(stage.pass, stages[i].pass);
        add_to(stage.need, stages[i].need);
      } else {
        mark(stage.through);
      }
    }
  }
  void add_to(StartIndex::Step& step, StartSet const& set) {
    auto const start = number_(without_spelling(set));
    auto found = std::find_if(step.tokens.begin(), step.tokens.end(), [&](auto const& have) { return have.tokens == start.tokens; });
    if (found == step.tokens.end()) found = step.tokens.insert(found, {start.tokens, 0});
    mark(found->roots);
    for (std::size_t bit = 0; bit < step.by_mark.size(); ++bit)
      if (start.marks >> bit & 1u) mark(step.by_mark[bit]);
  }

  std::vector<Rule> const& rules_;
  Analysis& analysis_;
  Numbering const& number_;
  Outliner outliner_;
  StartIndex index_;
  std::size_t root_ = 0;
  std::size_t looked_at_ = 0;  // expressions, for the guards of one root
};

}  // namespace

StartIndex index_starts(std::vector<Rule> const& rules, Analysis& analysis, Numbering const& number) {
  return Indexer(rules, analysis, number).build();
}

}  // namespace whosaid::grammar
