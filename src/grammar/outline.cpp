#include "grammar/outline.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace whosaid::grammar {
namespace {

constexpr std::size_t longest = 8;   // stages of one expression
constexpr std::size_t deepest = 40;  // rules in rules; of deeper ones nothing is known

StartSet anything() {
  StartSet set;
  set.tokens = any_token();
  return set;
}

bool takes_nothing(Outline const& outline) {
  return outline.stages.empty() && outline.rest.tokens.empty() && outline.rest.chunks.none() && outline.rest.phrases.none();
}

// A rough count of how many items of a text are in a set. Only the order matters.
constexpr double everywhere = 100'000;
double commonness(StartSet const& set) {
  constexpr Features rare = feature::quote | feature::comma | feature::colon | feature::dash | feature::bracket | feature::possessive |
                            feature::handle | feature::hashtag | feature::url | feature::hyphenated | feature::year | feature::ordinal |
                            feature::semicolon | feature::currency | feature::bullet | feature::initial | feature::upper |
                            feature::abbreviation | feature::line_start | feature::paragraph_start | feature::number | feature::mark;
  auto sum = 1 + static_cast<double>(40 * set.chunks.count() + 5 * set.phrases.count());
  for (auto const& test : set.tokens) {
    if (!test.words.empty()) {
      for (auto const part : test.words) sum += std::popcount(part);
    } else if (test.all & rare || (test.any && !(test.any & ~rare))) {
      sum += 60;
    } else {
      sum += everywhere;
    }
  }
  return sum;
}

// Stage `i` no longer asks for its item, but lets it pass.
void forget_stage(Outline& outline, std::size_t i) {
  auto& stages = outline.stages;
  auto& later = i + 1 < stages.size() ? stages[i + 1].pass : outline.rest;
  later.add(stages[i].pass);
  later.add(stages[i].need);
  stages.erase(stages.begin() + static_cast<std::ptrdiff_t>(i));
}

// Keeps the rarest stages, for what is found everywhere tells nothing.
void shorten(Outline& outline, std::size_t most) {
  while (outline.stages.size() > most) {
    auto const commoner = [](Outline::Stage const& a, Outline::Stage const& b) { return commonness(a.need) < commonness(b.need); };
    forget_stage(outline, static_cast<std::size_t>(std::max_element(outline.stages.begin(), outline.stages.end(), commoner) - outline.stages.begin()));
  }
}

void append(Outline& to, Outline&& next) {
  if (next.stages.empty()) {
    to.rest.add(next.rest);
    return;
  }
  next.stages.front().pass.add(to.rest);
  to.stages.insert(to.stages.end(), std::make_move_iterator(next.stages.begin()), std::make_move_iterator(next.stages.end()));
  to.rest = std::move(next.rest);
  shorten(to, longest);
}

StartSet united(StartSet set, StartSet const& other) {
  set.add(other);
  return set;
}

// Leaves both with as many stages, so paired that what either of a pair needs is as rare as can be.
void align(Outline& left, Outline& right) {
  auto const& a = left.stages;
  auto const& b = right.stages;
  double worth[longest + 1][longest + 1] = {};
  std::vector<char> keep_left(a.size()), keep_right(b.size());
  for (auto i = a.size(); i-- > 0;)
    for (auto j = b.size(); j-- > 0;) {
      auto const paired = std::log(everywhere / commonness(united(a[i].need, b[j].need)));
      worth[i][j] = std::max({worth[i + 1][j], worth[i][j + 1], worth[i + 1][j + 1] + paired});
    }
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (worth[i][j] == worth[i + 1][j]) ++i;
    else if (worth[i][j] == worth[i][j + 1]) ++j;
    else keep_left[i++] = keep_right[j++] = 1;
  }
  for (auto i = keep_left.size(); i-- > 0;)
    if (!keep_left[i]) forget_stage(left, i);
  for (auto j = keep_right.size(); j-- > 0;)
    if (!keep_right[j]) forget_stage(right, j);
}

Outline one_item(StartSet set) { return {{{{}, std::move(set)}}, {}}; }

}  // namespace

std::vector<Outline::Stage> Outliner::of_root(Expr const& body, std::size_t most) {
  auto outline = of(body, true);
  shorten(outline, most);
  return std::move(outline.stages);
}

Outline Outliner::of(Expr const& expr, bool at_end) {
  if (auto set = analysis_.single(expr)) return one_item({std::move(*set), {}, {}});
  switch (expr.kind) {
    case ExprKind::lexicon:
    case ExprKind::chunk: return one_item(analysis_.starts(expr));
    case ExprKind::reference: {
      auto& known = at_end ? known_at_end_[expr.index] : known_[expr.index];
      if (known) return *known;
      if (depth_ >= deepest) return {{}, anything()};
      known = Outline{{}, anything()};  // a rule that calls itself: nothing is known of the inner one
      ++depth_;
      auto found = of(rules_[expr.index].body, at_end);
      --depth_;
      return *(known = std::move(found));
    }
    case ExprKind::sequence: return of_sequence(expr, at_end);
    case ExprKind::choice: return of_choice(expr, at_end);
    case ExprKind::repeat: return of_repeat(expr);
    case ExprKind::capture: return of(expr.parts[0], at_end);
    case ExprKind::any:
    case ExprKind::literal:
    case ExprKind::exact:
    case ExprKind::token_class: return one_item(analysis_.starts(expr));  // too large for one set
    default: return {};
  }
}

Outline Outliner::of_sequence(Expr const& expr, bool at_end) {
  // From the right, for what is looked at counts where nothing more is asked for.
  Outline out;
  for (auto i = expr.parts.size(); i-- > 0;) {
    auto const& part = expr.parts[i];
    bool const last = at_end && takes_nothing(out);
    if (part.kind == ExprKind::look_ahead) {
      if (last) out = of(part.parts[0], true);
      continue;
    }
    auto before = of_guarded(expr, i, last);
    append(before, std::move(out));
    out = std::move(before);
  }
  return out;
}

// What `expr` is when it is one test on one item that can stand inside [ ]; nullptr for others.
Expr const* Outliner::as_class(Expr const& expr) const {
  switch (expr.kind) {
    case ExprKind::any:
    case ExprKind::literal:
    case ExprKind::exact:
    case ExprKind::token_class: return &expr;
    case ExprKind::reference: return rules_[expr.index].body.kind == ExprKind::reference ? nullptr : as_class(rules_[expr.index].body);
    default: return nullptr;
  }
}

// What `guard` says of an item at which it does not match, as something that can stand inside [ ].
void Outliner::add_refused(Expr const& guard, std::vector<Expr>& out) const {
  Expr refused;
  refused.kind = ExprKind::none_of;
  if (auto const* const one = as_class(guard)) {
    refused.parts.push_back(*one);
  } else if (guard.kind == ExprKind::lexicon) {
    refused.parts.push_back(guard);
  } else if (guard.kind == ExprKind::chunk && guard.index == quote_chunk && guard.parts.empty()) {
    Expr quote;
    quote.kind = ExprKind::feature;
    quote.index = static_cast<std::uint32_t>(std::countr_zero(Features{feature::quote}));
    refused.parts.push_back(std::move(quote));
  } else if (guard.kind == ExprKind::choice) {
    for (auto const& part : guard.parts) add_refused(part, out);
    return;
  } else if (guard.kind == ExprKind::reference) {
    if (rules_[guard.index].body.kind == ExprKind::choice) add_refused(rules_[guard.index].body, out);
    return;
  } else {
    return;
  }
  out.push_back(std::move(refused));
}

// Part `i` of a sequence; of one item also what is asked right before it is known: "![comma] !verb ." takes no comma.
Outline Outliner::of_guarded(Expr const& sequence, std::size_t i, bool at_end) {
  auto const* const item = as_class(sequence.parts[i]);
  if (!item) return of(sequence.parts[i], at_end);
  Expr all;
  all.kind = ExprKind::all_of;
  all.parts.push_back(*item);
  for (; i > 0; --i) {
    auto const& guard = sequence.parts[i - 1];
    if (guard.kind == ExprKind::not_ahead) {
      add_refused(guard.parts[0], all.parts);
    } else if (guard.kind == ExprKind::look_ahead) {
      if (auto const* const seen = as_class(guard.parts[0])) all.parts.push_back(*seen);
    } else if (guard.kind != ExprKind::look_behind) {
      break;
    }
  }
  auto set = token_set(all, analysis_.groups());
  return set ? one_item({std::move(*set), {}, {}}) : of(*item, at_end);
}

Outline Outliner::of_choice(Expr const& expr, bool at_end) {
  Outline out = of(expr.parts[0], at_end);
  for (std::size_t i = 1; i < expr.parts.size(); ++i) {
    auto other = of(expr.parts[i], at_end);
    align(out, other);
    for (std::size_t stage = 0; stage < out.stages.size(); ++stage) {
      out.stages[stage].pass.add(other.stages[stage].pass);
      out.stages[stage].need.add(other.stages[stage].need);
    }
    out.rest.add(other.rest);
  }
  return out;
}

Outline Outliner::of_repeat(Expr const& expr) {
  auto const part = of(expr.parts[0], false);
  Outline out, more = part;
  shorten(more, 0);
  for (std::uint32_t i = 0; i < std::min<std::uint32_t>(expr.min, longest); ++i) append(out, Outline(part));
  if (expr.max > expr.min) out.rest.add(more.rest);
  if (expr.min > longest) out.rest.add(more.rest);
  return out;
}

}  // namespace whosaid::grammar
