#include "grammar/check_grammar.hpp"

#include <algorithm>
#include <set>

#include "grammar/analysis.hpp"

namespace whosaid::grammar {
namespace {

bool holds_lexicon(Expr const& expr) {
  return expr.kind == ExprKind::lexicon || std::any_of(expr.parts.begin(), expr.parts.end(), holds_lexicon);
}

class Checker {
 public:
  Checker(std::vector<Rule> const& rules, WordGroups const& groups, Problems& problems)
      : rules_(rules), groups_(groups), problems_(problems), analysis_(rules, groups) {}

  // Circles make the other questions meaningless, so they are asked only when there are none.
  bool circles() {
    for (auto const& circle : analysis_.circles()) {
      auto const& rule = rules_[circle.front()];
      std::string message = "rule '" + rule.name + "' is left-recursive";
      if (circle.size() > 2)
        for (std::size_t i = 0; i < circle.size(); ++i) message += (i == 0 ? ": " : " > ") + rules_[circle[i]].name;
      complain(rule, rule.at, std::move(message));
    }
    return !analysis_.circles().empty();
  }

  void expression(Rule const& rule, Expr const& expr) {
    switch (expr.kind) {
      case ExprKind::repeat:
        if (expr.max == no_limit && analysis_.can_be_empty(expr.parts[0]))
          complain(rule, expr.at, "this repetition can match nothing forever");
        break;
      case ExprKind::token_class:
      case ExprKind::look_behind: token_class(rule, expr); break;
      case ExprKind::sequence: greedy_loops(rule, expr); break;
      case ExprKind::choice: alternatives(rule, expr); break;
      default: break;
    }
    if (expr.kind == ExprKind::token_class || expr.kind == ExprKind::look_behind || expr.kind == ExprKind::chunk) return;
    for (auto const& part : expr.parts) expression(rule, part);
  }

  void root(Rule const& rule) {
    if (analysis_.can_be_empty(rule.body)) complain(rule, rule.at, "rule '" + rule.name + "' can match without taking a token");
    if (std::none_of(rule.examples.begin(), rule.examples.end(),
                     [](ExampleLine const& line) { return line.kind != ExampleKind::no_match; }))
      complain(rule, rule.at, "rule '" + rule.name + "' emits '" + rule.emits + "' but carries no example");
  }

  void unused_helpers() {
    std::vector<char> reached(rules_.size());
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < rules_.size(); ++i)
      if (rules_[i].root) reached[i] = 1, open.push_back(i);
    while (!open.empty()) {
      auto const rule = open.back();
      open.pop_back();
      for (auto callee : calls(rules_[rule].body))
        if (!reached[callee]) reached[callee] = 1, open.push_back(callee);
    }
    for (std::size_t i = 0; i < rules_.size(); ++i)
      if (!reached[i]) complain(rules_[i], rules_[i].at, "rule '" + rules_[i].name + "' is never used");
  }

  void examples(Rule const& rule, std::vector<Example>& out) {
    if (!rule.root && !rule.examples.empty())
      complain(rule, rule.examples.front().at, "only a rule that emits something can carry examples");
    if (!rule.root || rule.examples.empty()) return;
    std::set<std::string> captures;
    std::vector<char> seen(rules_.size());
    gather_captures(rule.body, captures, seen);
    for (auto const& line : rule.examples) {
      out.push_back(read_example(rule, line, problems_));
      for (auto const& bracket : out.back().captures)
        if (!captures.count(bracket.name))
          complain(rule, line.at, "rule '" + rule.name + "' captures nothing as '" + bracket.name + "'");
    }
  }

 private:
  void token_class(Rule const& rule, Expr const& expr) {
    auto const set = token_set(expr, groups_);
    if (!set)
      complain(rule, expr.at, "this class needs more than " + std::to_string(max_tests) + " tests; split it");
    else if (set->empty() && !holds_lexicon(expr))  // a list may well be empty for a while
      complain(rule, expr.at, "no token can be in this class");
  }

  // A loop over one class stops only before a token outside of it: what must follow has to be able to begin there.
  void greedy_loops(Rule const& rule, Expr const& sequence) {
    for (std::size_t i = 0; i + 1 < sequence.parts.size(); ++i) {
      auto const* loop = &sequence.parts[i];
      while (loop->kind == ExprKind::capture) loop = &loop->parts[0];
      if (loop->kind != ExprKind::repeat || loop->max != no_limit) continue;
      auto const set = analysis_.single(loop->parts[0]);
      if (!set) continue;
      StartSet eaten, follows;
      eaten.tokens = *set;
      bool must = false;
      for (std::size_t j = i + 1; j < sequence.parts.size() && !must; ++j) {
        follows.add(analysis_.starts(sequence.parts[j]));
        must = !analysis_.can_be_empty(sequence.parts[j]);
      }
      if (must && certainly_inside(follows, eaten, groups_))
        complain(rule, loop->at, "this loop takes everything that what follows could begin with, so this never matches");
    }
  }

  void alternatives(Rule const& rule, Expr const& choice) {
    StartSet taken;  // a token in here never gets beyond the alternatives so far
    for (auto const& part : choice.parts) {
      bool const last = &part == &choice.parts.back();
      if (!last && analysis_.always_succeeds(part)) {
        complain(rule, part.at, "this alternative always succeeds, so those behind it are never tried");
        return;
      }
      auto const set = analysis_.single(part);
      bool const room = taken.tokens.size() < max_tests;  // knowing less only means telling less
      if (set) {
        if (room) unite(taken.tokens, *set);
      } else if (part.kind == ExprKind::lexicon) {
        if (room) unite(taken.tokens, analysis_.starts(part).tokens), taken.phrases.set(part.index);
      } else if (part.kind == ExprKind::chunk && part.parts.empty()) {
        taken.chunks.set(part.index);
      } else if (!analysis_.can_be_empty(part) && certainly_inside(analysis_.starts(part), taken, groups_)) {
        complain(rule, part.at, "this alternative is never tried: those before it take everything it could begin with");
      }
    }
  }

  static std::vector<std::uint32_t> calls(Expr const& expr) {
    std::vector<std::uint32_t> out;
    std::vector<Expr const*> open{&expr};
    while (!open.empty()) {
      auto const* now = open.back();
      open.pop_back();
      if (now->kind == ExprKind::reference) out.push_back(now->index);
      for (auto const& part : now->parts) open.push_back(&part);
    }
    return out;
  }

  void gather_captures(Expr const& body, std::set<std::string>& out, std::vector<char>& seen) {
    std::vector<Expr const*> open{&body};
    while (!open.empty()) {
      auto const* now = open.back();
      open.pop_back();
      if (now->kind == ExprKind::capture) out.insert(now->text);
      if (now->kind == ExprKind::reference && !seen[now->index]) {
        seen[now->index] = 1;
        open.push_back(&rules_[now->index].body);
      }
      for (auto const& part : now->parts) open.push_back(&part);
    }
  }

  void complain(Rule const& rule, std::uint32_t at, std::string message) {
    problems_.push_back(rule.problem(at, std::move(message)));
  }

  std::vector<Rule> const& rules_;
  WordGroups const& groups_;
  Problems& problems_;
  Analysis analysis_;
};

}  // namespace

void check_grammar(std::vector<Rule> const& rules, WordGroups const& groups, HelperUse unused, std::vector<Example>& examples,
                   Problems& problems) {
  if (rules.empty()) return;
  if (rules.size() > max_rules) {
    problems.push_back(rules[max_rules].problem(rules[max_rules].at, "a grammar holds " + std::to_string(max_rules) + " rules at most"));
    return;
  }
  Checker checker(rules, groups, problems);
  bool const circles = checker.circles();
  for (auto const& rule : rules) {
    if (!circles) checker.expression(rule, rule.body);
    if (rule.root) checker.root(rule);
    checker.examples(rule, examples);
  }
  if (unused == HelperUse::must_be_used) checker.unused_helpers();
}

}  // namespace whosaid::grammar
