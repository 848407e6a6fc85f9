// A second matcher, as plain as the definition of a PEG: it walks the tree of a rule, knows no program, no index and no
// memory, and is only here to be compared with the machine.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grammar/library.hpp"
#include "grammar/syntax.hpp"

namespace whosaid::grammar::naive {

struct Captured {
  std::string name;
  std::uint32_t first = 0, last = 0;
  friend bool operator==(Captured const&, Captured const&) = default;
};

struct Found {
  std::uint32_t last = 0;
  std::vector<Captured> captures;
};

class Matcher {
 public:
  Matcher(std::vector<Rule> const& rules, Language const& language, TokenTable const& table, std::uint32_t first, std::uint32_t last)
      : language_(language), table_(table), first_(first), last_(last) {
    for (auto const& rule : rules) rules_[rule.name] = &rule;
  }

  // Gives up (nullopt, and gave_up() is true) after a million steps, or 1000 deep: frames are large under AddressSanitizer.
  std::optional<Found> match(std::string const& rule, std::uint32_t at) {
    steps_ = depth_ = 0;
    auto found = walk(rules_.at(rule)->body, {at, {}});
    if (gave_up()) return std::nullopt;
    return found;
  }
  [[nodiscard]] bool gave_up() const { return steps_ > most_steps; }

 private:
  using State = std::optional<Found>;

  [[nodiscard]] std::uint32_t behind(std::uint32_t at) const { return at + std::max(table_.tokens[at].width, 1u); }

  State take(bool ok, Found from) const {
    if (!ok || behind(from.last) > last_) return std::nullopt;
    from.last = behind(from.last);
    return from;
  }

  [[nodiscard]] bool in_lexicon(Token const& token, std::string const& name) const {
    auto const number = language_.vocabulary().lexicon(name);
    return language_.vocabulary().classes(token.word).has(static_cast<std::uint16_t>(number));
  }

  [[nodiscard]] bool holds(Expr const& expr, Token const& token) const {
    auto const text = token.span().in(table_.text);
    switch (expr.kind) {
      case ExprKind::token_class: return holds(expr.parts[0], token);
      case ExprKind::literal: return fold(text) == fold(expr.text);
      case ExprKind::exact: return text == expr.text;
      case ExprKind::lexicon: return in_lexicon(token, expr.text);
      case ExprKind::none_of: return !holds(expr.parts[0], token);
      case ExprKind::one_of:
        for (auto const& part : expr.parts)
          if (holds(part, token)) return true;
        return false;
      case ExprKind::all_of:
        for (auto const& part : expr.parts)
          if (!holds(part, token)) return false;
        return true;
      case ExprKind::feature:
        for (auto const& feature : feature_names())
          if (feature.name == expr.text) return token.is(feature.bit);
        return false;
      default: return false;
    }
  }

  State walk(Expr const& expr, Found from) {
    if (depth_ == deepest) steps_ = most_steps;
    if (++steps_ > most_steps) return std::nullopt;
    ++depth_;
    State found = walk_in(expr, std::move(from));
    --depth_;
    return found;
  }

  State walk_in(Expr const& expr, Found from) {
    bool const inside = from.last < last_;
    switch (expr.kind) {
      case ExprKind::any: return take(inside, std::move(from));
      case ExprKind::literal:
      case ExprKind::exact:
      case ExprKind::token_class: {
        bool const one = inside && holds(expr, table_.tokens[from.last]);
        return take(one, std::move(from));
      }
      case ExprKind::lexicon: {
        if (!inside) return std::nullopt;
        auto const number = static_cast<std::uint16_t>(language_.vocabulary().lexicon(expr.text));
        std::uint32_t longest = 0;
        for (auto i = table_.tokens[from.last].phrase; i; i = table_.phrases[i - 1].next)
          if (auto const& phrase = table_.phrases[i - 1]; phrase.lexicon == number && from.last + phrase.count <= last_)
            longest = std::max<std::uint32_t>(longest, phrase.count);
        if (longest == 0) {
          bool const one = holds(expr, table_.tokens[from.last]);
          return take(one, std::move(from));
        }
        from.last += longest;
        return from;
      }
      case ExprKind::chunk: {
        if (!inside) return std::nullopt;
        auto const& token = table_.tokens[from.last];
        if (expr.text == "quote") return take(token.is(feature::quote), std::move(from));
        if (!expr.parts.empty() && !holds(expr.parts[0], token)) return std::nullopt;
        std::uint32_t longest = 0;
        for (auto const& chunk : table_.chunks)
          if (chunk.first == from.last && chunk.kind == language_.chunk_kind(expr.text) && chunk.last <= last_)
            longest = std::max(longest, chunk.last);
        if (longest == 0) return std::nullopt;
        from.last = longest;
        return from;
      }
      case ExprKind::reference: return walk(rules_.at(expr.text)->body, std::move(from));
      case ExprKind::sequence:
        for (auto const& part : expr.parts) {
          auto next = walk(part, std::move(from));
          if (!next) return std::nullopt;
          from = std::move(*next);
        }
        return from;
      case ExprKind::choice:
        for (auto const& part : expr.parts)
          if (auto found = walk(part, from)) return found;
        return std::nullopt;
      case ExprKind::repeat:
        for (std::uint32_t count = 0; count < expr.max; ++count) {
          auto next = walk(expr.parts[0], from);
          if (!next) return count >= expr.min ? State(std::move(from)) : std::nullopt;
          from = std::move(*next);
        }
        return from;
      case ExprKind::look_ahead: {
        auto found = walk(expr.parts[0], from);
        if (!found) return std::nullopt;
        from.captures = std::move(found->captures);
        return from;
      }
      case ExprKind::not_ahead: return walk(expr.parts[0], from) ? std::nullopt : State(std::move(from));
      case ExprKind::capture: {
        auto const number = from.captures.size();
        from.captures.push_back({expr.text, from.last, from.last});
        auto found = walk(expr.parts[0], std::move(from));
        if (found) found->captures[number].last = found->last;
        return found;
      }
      case ExprKind::look_behind: {
        std::uint32_t before = first_, at = first_;
        for (; at < from.last; at = behind(at)) before = at;
        // A place inside of a folded quote has its own neighbour.
        if (at > from.last) before = from.last - 1;
        if (from.last <= first_ || !holds(expr.parts[0], table_.tokens[before])) return std::nullopt;
        return from;
      }
      default: return std::nullopt;
    }
  }

  std::map<std::string, Rule const*> rules_;
  Language const& language_;
  TokenTable const& table_;
  std::uint32_t first_, last_;
  static constexpr std::size_t most_steps = 1'000'000, deepest = 1000;
  std::size_t steps_ = 0, depth_ = 0;
};

}  // namespace whosaid::grammar::naive
