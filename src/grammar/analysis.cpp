#include "grammar/analysis.hpp"

#include <algorithm>

namespace whosaid::grammar {
namespace {

// Something that can stand inside [ ] as it is.
bool fits_class(Expr const& expr) {
  return expr.kind == ExprKind::any || expr.kind == ExprKind::literal || expr.kind == ExprKind::exact ||
         expr.kind == ExprKind::token_class;
}

// ![comma] .  and the like: looks at one token and then takes it. As an expression for token_set(); nullopt for others.
std::optional<Expr> guarded_token(Expr const& sequence) {
  Expr all;
  all.kind = ExprKind::all_of;
  for (auto const& part : sequence.parts) {
    bool const last = &part == &sequence.parts.back();
    bool const look = part.kind == ExprKind::look_ahead || part.kind == ExprKind::not_ahead;
    if (last == look || !fits_class(look ? part.parts[0] : part)) return std::nullopt;
    all.parts.push_back(look ? part.parts[0] : part);
    if (part.kind == ExprKind::not_ahead) {
      Expr none;
      none.kind = ExprKind::none_of;
      none.parts.push_back(std::move(all.parts.back()));
      all.parts.back() = std::move(none);
    }
  }
  return all;
}

}  // namespace

Analysis::Analysis(std::vector<Rule> const& rules, WordGroups const& groups)
    : rules_(rules), groups_(groups), empty_(rules.size()), always_(rules.size()), starts_(rules.size()), single_(rules.size()) {
  // Both grow from "no", so that a rule that only calls itself stays "no".
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = rules.size(); i-- > 0;) {
      if (!empty_[i] && can_be_empty(rules[i].body)) empty_[i] = 1, changed = true;
      if (!always_[i] && always_succeeds(rules[i].body)) always_[i] = 1, changed = true;
    }
  }
  find_circles();
  if (!circles_.empty()) return;
  // Callees first: from here on a reference is a look-up, and no chain of rules is followed by recursion.
  for (auto rule : callees_first_) {
    Expr reference;
    reference.kind = ExprKind::reference;
    reference.index = rule;
    (void)single(reference);
    (void)starts(reference);
  }
}

// Depth first with a stack of our own: a chain of rules may be longer than the machine's stack is deep.
void Analysis::find_circles() {
  enum State : char { fresh, open, done };
  std::vector<State> state(rules_.size(), fresh);
  struct Step {
    std::uint32_t rule;
    std::vector<std::uint32_t> calls;
    std::size_t next = 0;
  };
  std::vector<Step> path;
  auto const enter = [&](std::uint32_t rule) {
    state[rule] = open;
    Step step{rule, {}, 0};
    left_calls(rules_[rule].body, step.calls);
    path.push_back(std::move(step));
  };
  for (std::uint32_t root = 0; root < rules_.size(); ++root) {
    if (state[root] == fresh) enter(root);
    while (!path.empty()) {
      auto& top = path.back();
      if (top.next == top.calls.size()) {
        state[top.rule] = done;
        callees_first_.push_back(top.rule);
        path.pop_back();
        continue;
      }
      auto const callee = top.calls[top.next++];
      if (state[callee] == fresh) {
        enter(callee);
      } else if (state[callee] == open) {
        std::vector<std::uint32_t> circle{callee};
        auto const start = std::find_if(path.begin(), path.end(), [&](Step const& step) { return step.rule == callee; });
        for (auto step = start + 1; step != path.end(); ++step) circle.push_back(step->rule);
        circle.push_back(callee);
        if (std::find(circles_.begin(), circles_.end(), circle) == circles_.end()) circles_.push_back(std::move(circle));
      }
    }
  }
}

bool Analysis::can_be_empty(Expr const& expr) const {
  auto const part = [this](Expr const& p) { return can_be_empty(p); };
  switch (expr.kind) {
    case ExprKind::reference: return empty_[expr.index] != 0;
    case ExprKind::sequence: return std::all_of(expr.parts.begin(), expr.parts.end(), part);
    case ExprKind::choice: return std::any_of(expr.parts.begin(), expr.parts.end(), part);
    case ExprKind::repeat: return expr.min == 0 || part(expr.parts[0]);
    case ExprKind::capture: return part(expr.parts[0]);
    case ExprKind::look_ahead:
    case ExprKind::not_ahead:
    case ExprKind::look_behind: return true;
    default: return false;
  }
}

bool Analysis::always_succeeds(Expr const& expr) const {
  auto const part = [this](Expr const& p) { return always_succeeds(p); };
  switch (expr.kind) {
    case ExprKind::reference: return always_[expr.index] != 0;
    case ExprKind::sequence: return std::all_of(expr.parts.begin(), expr.parts.end(), part);
    case ExprKind::choice: return std::any_of(expr.parts.begin(), expr.parts.end(), part);
    case ExprKind::repeat: return expr.min == 0 || part(expr.parts[0]);
    case ExprKind::capture:
    case ExprKind::look_ahead: return part(expr.parts[0]);
    default: return false;
  }
}

void Analysis::left_calls(Expr const& expr, std::vector<std::uint32_t>& out) const {
  switch (expr.kind) {
    case ExprKind::reference: out.push_back(expr.index); return;
    case ExprKind::sequence:
      for (auto const& part : expr.parts) {
        left_calls(part, out);
        if (!can_be_empty(part)) return;
      }
      return;
    case ExprKind::choice:
    case ExprKind::repeat:
    case ExprKind::capture:
    case ExprKind::look_ahead:
    case ExprKind::not_ahead:
      for (auto const& part : expr.parts) left_calls(part, out);
      return;
    default: return;
  }
}

StartSet Analysis::starts(Expr const& expr) {
  StartSet out;
  switch (expr.kind) {
    case ExprKind::any:
    case ExprKind::literal:
    case ExprKind::exact:
    case ExprKind::token_class: {
      auto set = token_set(expr, groups_);
      out.tokens = set ? std::move(*set) : any_token();
      return out;
    }
    case ExprKind::lexicon:
      out.tokens = *token_set(expr, groups_);
      out.phrases.set(expr.index);
      return out;
    case ExprKind::chunk:
      if (auto set = single(expr)) out.tokens = std::move(*set);
      else out.chunks.set(expr.index);
      return out;
    case ExprKind::reference: {
      if (!starts_[expr.index]) {
        auto set = starts(rules_[expr.index].body);  // before the assignment: the list may be read meanwhile
        starts_[expr.index] = std::move(set);
      }
      return *starts_[expr.index];
    }
    case ExprKind::sequence: {
      if (auto set = single(expr)) {
        out.tokens = std::move(*set);
        return out;
      }
      // What is looked at before anything is taken narrows where it can begin; leaving out what is no test on one token is safe.
      bool leading = true;
      std::optional<TokenSet> seen;
      for (auto const& part : expr.parts) {
        auto const& written = part.kind == ExprKind::reference ? rules_[part.index].body : part;
        leading = leading && (written.kind == ExprKind::look_ahead || written.kind == ExprKind::not_ahead || written.kind == ExprKind::look_behind);
        if (leading && written.kind == ExprKind::look_ahead)
          if (auto set = single(written.parts[0])) seen = seen ? in_both(*seen, *set) : std::move(*set);
        out.add(starts(part));
        if (!can_be_empty(part)) break;
      }
      if (seen) out.tokens = in_both(out.tokens, *seen);
      return out;
    }
    case ExprKind::choice:
    case ExprKind::repeat:
    case ExprKind::capture:
      for (auto const& part : expr.parts) out.add(starts(part));
      return out;
    default: return out;
  }
}

std::optional<TokenSet> Analysis::single(Expr const& expr) {
  switch (expr.kind) {
    case ExprKind::any:
    case ExprKind::literal:
    case ExprKind::exact:
    case ExprKind::token_class: return token_set(expr, groups_);
    case ExprKind::chunk: {
      if (expr.index != quote_chunk || !expr.parts.empty()) return std::nullopt;
      PlainTest test;
      test.all = feature::quote;
      return TokenSet{test};
    }
    case ExprKind::reference: {
      if (!single_[expr.index]) {
        auto set = single(rules_[expr.index].body);
        single_[expr.index] = std::move(set);
      }
      return *single_[expr.index];
    }
    case ExprKind::sequence: {
      auto const guarded = guarded_token(expr);
      return guarded ? token_set(*guarded, groups_) : std::nullopt;
    }
    case ExprKind::choice: {
      TokenSet out;
      for (auto const& part : expr.parts) {
        auto const set = single(part);
        if (!set) return std::nullopt;
        unite(out, *set);
        if (out.size() > max_tests) return std::nullopt;
      }
      return out;
    }
    default: return std::nullopt;
  }
}

}  // namespace whosaid::grammar
