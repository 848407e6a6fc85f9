#include "grammar/token_set.hpp"

#include <algorithm>

namespace whosaid::grammar {
namespace {

// No token can pass it.
bool is_impossible(PlainTest const& test) {
  if (test.all & test.none) return true;
  if (test.any && (test.any & ~test.none) == 0) return true;
  if (!test.words.empty() && is_empty(test.words)) return true;
  return test.exactly.size() > 1 ||
         (test.exactly.size() == 1 && std::find(test.never.begin(), test.never.end(), test.exactly[0]) != test.never.end());
}

void add_words(std::vector<std::string>& into, std::vector<std::string> const& more) {
  for (auto const& word : more)
    if (std::find(into.begin(), into.end(), word) == into.end()) into.push_back(word);
}

// What both ask for. Two "any" conditions cannot be one test: the second is spelled out bit by bit by the caller.
PlainTest both(PlainTest const& a, PlainTest const& b) {
  PlainTest out = a;
  out.all |= b.all;
  out.none |= b.none;
  if (!out.any) out.any = b.any;
  if (out.words.empty()) out.words = b.words;
  else if (!b.words.empty()) intersect(out.words, b.words);
  add_words(out.exactly, b.exactly);
  add_words(out.never, b.never);
  return out;
}

std::vector<PlainTest> spelled_out(PlainTest const& test) {
  std::vector<PlainTest> out;
  for (unsigned bit = 0; bit < 64; ++bit) {
    if (!(test.any >> bit & 1u)) continue;
    out.push_back(test);
    out.back().any = 0;
    out.back().all |= Features{1} << bit;
  }
  return out;
}

bool inside(PlainTest const& part, PlainTest const& whole, Features implied) {
  auto const sure = part.all | implied;
  if (whole.all & ~sure) return false;
  if (whole.none & ~part.none) return false;
  if (whole.any && !(whole.any & sure) && !(part.any && (part.any & ~whole.any) == 0)) return false;
  if (!whole.words.empty() && (part.words.empty() || !is_subset(part.words, whole.words))) return false;
  for (auto const& word : whole.exactly)
    if (std::find(part.exactly.begin(), part.exactly.end(), word) == part.exactly.end()) return false;
  for (auto const& word : whole.never) {
    bool const other = !part.exactly.empty() && std::find(part.exactly.begin(), part.exactly.end(), word) == part.exactly.end();
    if (!other && std::find(part.never.begin(), part.never.end(), word) == part.never.end()) return false;
  }
  return true;
}

// Only features, one bit, nothing else: the form that joins with its like to one "any" test.
Features one_feature(PlainTest const& test) {
  if (test.none || !test.words.empty() || !test.exactly.empty() || !test.never.empty()) return 0;
  if (test.any) return test.all ? 0 : test.any;
  return (test.all & (test.all - 1)) == 0 ? test.all : 0;
}
bool only_words(PlainTest const& test) {
  return !test.words.empty() && !test.all && !test.none && !test.any && test.exactly.empty() && test.never.empty();
}

void add_test(TokenSet& set, PlainTest const& test) {
  if (is_impossible(test)) return;
  for (auto& have : set) {
    if (inside(test, have, 0)) return;
    if (only_words(have) && only_words(test)) {
      unite(have.words, test.words);
      return;
    }
    auto const mine = one_feature(have), other = one_feature(test);
    if (mine && other) {
      have.all = 0;
      have.any = mine | other;
      return;
    }
  }
  std::erase_if(set, [&](PlainTest const& have) { return inside(have, test, 0); });
  set.push_back(test);
}

// nullopt when there are too many tests to cross.
std::optional<TokenSet> crossed_tests(TokenSet const& left, TokenSet const& right) {
  if (left.size() * right.size() > 64 * max_tests) return std::nullopt;
  TokenSet out;
  for (auto const& a : left)
    for (auto const& b : right) {
      if (!a.any || !b.any) add_test(out, both(a, b));
      else
        for (auto const& c : spelled_out(b)) add_test(out, both(a, c));
    }
  return out;
}

// Builds sets for an expression and for its opposite, so that "not" is never more than a change of side.
class Builder {
 public:
  explicit Builder(WordGroups const& groups) : groups_(groups) {}
  bool too_large = false;

  TokenSet build(Expr const& expr, bool wanted) {
    PlainTest test;
    switch (expr.kind) {
      case ExprKind::feature:
        (wanted ? test.all : test.none) = Features{1} << expr.index;
        return {test};
      case ExprKind::lexicon:
        return words(groups_.lexicon(static_cast<std::uint16_t>(expr.index)), wanted);
      case ExprKind::literal:
        return words(groups_.literal(expr.text), wanted);
      case ExprKind::exact:
        if (!wanted) {
          test.never.push_back(expr.text);
          return {test};
        }
        test.words = groups_.literal(expr.text);
        test.exactly.push_back(expr.text);
        return {test};
      case ExprKind::any:
        if (wanted) return any_token();
        return {};
      case ExprKind::none_of:
        return build(expr.parts.at(0), !wanted);
      case ExprKind::token_class:
      case ExprKind::look_behind:
        return build(expr.parts.at(0), wanted);
      case ExprKind::one_of:
        return join(expr.parts, wanted, wanted);
      case ExprKind::all_of:
        return join(expr.parts, wanted, !wanted);
      default:
        return {};
    }
  }

 private:
  TokenSet words(GroupSet set, bool wanted) const {
    PlainTest test;
    test.words = wanted ? std::move(set) : groups_.complement(std::move(set));
    return {test};
  }

  TokenSet join(std::vector<Expr> const& parts, bool wanted, bool either) {
    TokenSet out;
    if (either) {
      for (auto const& part : parts) {
        unite(out, build(part, wanted));
        if (out.size() > max_tests) break;
      }
    } else {
      out = any_token();
      for (auto const& part : parts) out = crossed(out, build(part, wanted));
    }
    too_large |= out.size() > max_tests;
    return out;
  }

  TokenSet crossed(TokenSet const& left, TokenSet const& right) {
    auto out = crossed_tests(left, right);
    if (out) return std::move(*out);
    too_large = true;
    return {};
  }

  WordGroups const& groups_;
};

}  // namespace

TokenSet any_token() { return {PlainTest{}}; }
bool is_any_token(TokenSet const& set) { return set.size() == 1 && set[0] == PlainTest{}; }

void unite(TokenSet& into, TokenSet const& other) {
  for (auto const& test : other) add_test(into, test);
}

TokenSet in_both(TokenSet const& left, TokenSet const& right) {
  if (auto out = crossed_tests(left, right); out && out->size() <= max_tests) return std::move(*out);
  return left;
}

std::optional<TokenSet> token_set(Expr const& expr, WordGroups const& groups) {
  Builder builder(groups);
  auto set = builder.build(expr, true);
  if (builder.too_large) return std::nullopt;
  return set;
}

bool certainly_inside(TokenSet const& part, TokenSet const& whole, WordGroups const& groups) {
  return std::all_of(part.begin(), part.end(), [&](PlainTest const& test) {
    Features implied = 0;
    if (!test.words.empty()) {
      implied = ~Features{0};
      for (std::uint32_t group = 0; group < groups.count(); ++group)
        if (has(test.words, group)) implied &= groups.implied(group);
    }
    return std::any_of(whole.begin(), whole.end(), [&](PlainTest const& other) { return inside(test, other, implied); });
  });
}

bool certainly_inside(StartSet const& part, StartSet const& whole, WordGroups const& groups) {
  if (!certainly_inside(part.tokens, whole.tokens, groups)) return false;
  if ((part.chunks & ~whole.chunks).any() && !whole.anything()) return false;
  if ((part.phrases & ~whole.phrases).none()) return true;
  // Which lexicon a phrase is of is not asked here: all first words of phrases must be inside.
  return std::all_of(groups.phrase_words().begin(), groups.phrase_words().end(), [&](WordGroups::PhraseWord const& word) {
    PlainTest test;
    test.words.assign((groups.count() + 63) / 64, 0);
    test.words[word.group / 64] |= 1ull << (word.group % 64);
    return std::any_of(whole.tokens.begin(), whole.tokens.end(),
                       [&](PlainTest const& other) { return inside(test, other, word.implied); });
  });
}

void StartSet::add(StartSet const& other) {
  unite(tokens, other.tokens);
  if (tokens.size() > 4 * max_tests) tokens = any_token();  // wider than it is, which is safe
  chunks |= other.chunks;
  phrases |= other.phrases;
}

}  // namespace whosaid::grammar
