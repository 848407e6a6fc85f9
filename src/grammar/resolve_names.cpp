#include <algorithm>

#include "grammar/check_grammar.hpp"

namespace whosaid::grammar {
namespace {

// Changes, insertions and deletions between two short names; `limit` + 1 when there are more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit || a.size() > 64 || b.size() > 64) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// A word with a mark that is never part of a token with letters, as in "said,".
bool is_glued(std::string_view word) {
  bool const letter = std::any_of(word.begin(), word.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  return letter && word.find_first_of(",;!?()\"") != std::string_view::npos;
}

template <class Range, class NameOf>
std::string suggestion(std::string_view wanted, Range const& range, NameOf const& name_of) {
  std::size_t const limit = wanted.size() < 3 ? 0 : wanted.size() < 5 ? 1 : 2;
  auto best = limit + 1;
  std::string_view found;
  for (auto const& item : range) {
    std::string_view const name = name_of(item);
    if (auto const d = distance(wanted, name, limit); d < best) best = d, found = name;
  }
  return best > limit ? std::string() : "; did you mean '" + std::string(found) + "'?";
}

class Resolver {
 public:
  Resolver(std::vector<Rule>& rules, Names const& names, Problems& problems) : rules_(rules), names_(names), problems_(problems) {
    for (std::uint32_t i = 0; i < rules.size(); ++i) numbers_.emplace(rules[i].name, i);
  }

  void resolve(Rule const& rule, Expr& expr) {
    switch (expr.kind) {
      case ExprKind::reference:
        if (auto const found = numbers_.find(expr.text); found != numbers_.end()) expr.index = found->second;
        else missing(rule, expr, "no rule named '" + expr.text + "'" + suggestion(expr.text, rules_, name_of_rule));
        break;
      case ExprKind::lexicon: {
        auto const number = names_.vocabulary->lexicon(expr.text);
        if (number >= 0) expr.index = static_cast<std::uint32_t>(number);
        else missing(rule, expr, "no lexicon named '" + expr.text + "'" + suggestion(expr.text, names_.vocabulary->lexicon_names(), itself));
        break;
      }
      case ExprKind::feature: feature(rule, expr); break;
      case ExprKind::chunk:
        if (auto const found = names_.kinds->find(expr.text); found != names_.kinds->end()) expr.index = found->second;
        else missing(rule, expr, "no rule of this language emits '" + expr.text + "'" + suggestion(expr.text, *names_.kinds, key));
        if (expr.text == "quote" && !expr.parts.empty())
          missing(rule, expr, "a quote's features are tested in brackets: [quote & …]");
        break;
      case ExprKind::capture: expr.index = capture(expr.text); break;
      case ExprKind::literal:
      case ExprKind::exact:
        if (std::any_of(expr.text.begin(), expr.text.end(), [](char c) { return c == ' ' || c == '\t'; }))
          missing(rule, expr, "a word in quotation marks is one token: write " + words_apart(expr.text));
        else if (is_glued(expr.text))
          missing(rule, expr, "no token reads '" + expr.text + "': a mark is a token of its own");
        break;
      default: break;
    }
    for (auto& part : expr.parts) resolve(rule, part);
  }

 private:
  static constexpr auto name_of_rule = [](Rule const& rule) { return std::string_view(rule.name); };
  static constexpr auto itself = [](std::string const& name) { return std::string_view(name); };
  static constexpr auto key = [](auto const& pair) { return std::string_view(pair.first); };

  void feature(Rule const& rule, Expr& expr) {
    auto const& all = feature_names();
    auto const found = std::find_if(all.begin(), all.end(), [&](FeatureName const& f) { return f.name == expr.text; });
    if (found == all.end()) {
      missing(rule, expr, "no feature named '" + expr.text + "'" +
                              suggestion(expr.text, all, [](FeatureName const& f) { return f.name; }));
      return;
    }
    expr.index = 0;
    while (!(found->bit >> expr.index & 1u)) ++expr.index;
  }

  std::uint32_t capture(std::string const& name) {
    auto const [place, fresh] = captures_.try_emplace(name, 0u);
    if (fresh) {
      auto const found = std::find(names_.captures->begin(), names_.captures->end(), name);
      place->second = static_cast<std::uint32_t>(found - names_.captures->begin());
      if (found == names_.captures->end()) names_.captures->push_back(name);
    }
    return place->second;
  }

  static std::string words_apart(std::string const& text) {
    std::string out = "\"";
    for (char c : text) out += c == ' ' || c == '\t' ? std::string("\" \"") : std::string(1, c);
    return out + "\"";
  }

  void missing(Rule const& rule, Expr const& expr, std::string message) {
    problems_.push_back(rule.problem(expr.at, std::move(message)));
  }

  std::vector<Rule>& rules_;
  Names const& names_;
  Problems& problems_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::map<std::string, std::uint32_t> captures_;
};

void gather(Expr const& expr, std::vector<std::string>& out) {
  if (expr.kind == ExprKind::literal || expr.kind == ExprKind::exact) out.push_back(expr.text);
  for (auto const& part : expr.parts) gather(part, out);
}

}  // namespace

void resolve_names(std::vector<Rule>& rules, Names const& names, Problems& problems) {
  Resolver resolver(rules, names, problems);
  for (auto& rule : rules) resolver.resolve(rule, rule.body);
}

void gather_literals(std::vector<Rule> const& rules, std::vector<std::string>& out) {
  for (auto const& rule : rules) gather(rule.body, out);
}

}  // namespace whosaid::grammar
