#include "grammar/compile_grammar.hpp"

#include <algorithm>

#include "grammar/analysis.hpp"

namespace whosaid::grammar {
namespace {

constexpr std::size_t max_instructions = 1u << 20;
constexpr std::size_t max_classes = 0xFFFF;
constexpr std::size_t copied_size = 6;  // a repeated part with more instructions becomes a rule of its own

std::uint32_t only_group(GroupSet const& set) {
  for (std::size_t i = 0; i < set.size(); ++i)
    if (set[i]) {
      auto bit = 0u;
      while (!(set[i] >> bit & 1u)) ++bit;
      return static_cast<std::uint32_t>(i * 64 + bit);
    }
  return 0;
}
bool has_one_group(GroupSet const& set) {
  auto const group = only_group(set);
  GroupSet one(set.size());
  if (!one.empty()) one[group / 64] = 1ull << (group % 64);
  return one == set;
}

class Compiler {
 public:
  Compiler(std::vector<Rule> const& rules, WordGroups const& groups, WordColumns& columns, Program& program)
      : rules_(rules), groups_(groups), columns_(columns), program_(program), analysis_(rules, groups), entries_(rules.size()) {}

  void compile(std::string const& prefix, std::vector<std::uint32_t> const& kinds) {
    emit({Op::match});
    for (std::size_t i = 0; i < rules_.size() && !too_large_; ++i) {
      entries_[i] = here();
      if (rules_[i].root)
        program_.roots.push_back({rules_[i].name, prefix + "/" + rules_[i].name, here(), static_cast<ChunkKind>(kinds[i]),
                                  static_cast<float>(rules_[i].weight)});
      lower(rules_[i].body);
      emit({Op::leave});
      for (std::size_t part = 0; part < parts_.size(); ++part) {  // parts may add parts
        parts_[part].entry = here();
        lower(*parts_[part].expr);
        emit({Op::leave});
      }
      for (auto const& [at, part] : part_calls_) program_.code[at].c = parts_[part].entry;
      parts_.clear();
      part_calls_.clear();
    }
    for (auto const& [at, rule] : rule_calls_) program_.code[at].c = entries_[rule];
    if (!too_large_) index();
  }
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  void lower(Expr const& expr) {
    if (too_large_) return;
    if (auto const set = analysis_.single(expr)) {
      emit({Op::take, token_class(*set)});
      return;
    }
    switch (expr.kind) {
      case ExprKind::lexicon: emit({Op::lexicon, token_class(*token_set(expr, groups_)), expr.index}); return;
      case ExprKind::chunk:
        if (!expr.parts.empty()) emit({Op::look, class_of(expr.parts[0])});
        emit({Op::chunk, static_cast<std::uint16_t>(expr.index)});
        return;
      case ExprKind::look_behind: emit({Op::behind, class_of(expr)}); return;
      case ExprKind::reference:
        rule_calls_.emplace_back(here(), expr.index);
        if (worth_remembering(expr.index))
          emit({Op::recall, static_cast<std::uint16_t>(expr.index), has_captures(expr.index) ? 0u : 1u});
        else
          emit({Op::call});
        return;
      case ExprKind::sequence:
        for (auto const& part : expr.parts) lower(part);
        return;
      case ExprKind::choice: lower_choice(expr); return;
      case ExprKind::repeat: lower_repeat(expr); return;
      case ExprKind::look_ahead: lower_look_ahead(expr.parts[0]); return;
      case ExprKind::not_ahead: lower_not_ahead(expr.parts[0]); return;
      case ExprKind::capture:
        emit({Op::open, static_cast<std::uint16_t>(expr.index)});
        lower(expr.parts[0]);
        emit({Op::close, static_cast<std::uint16_t>(expr.index)});
        return;
      default: emit({Op::fail}); return;  // a class that the checks refused
    }
  }

  void lower_choice(Expr const& expr) {
    std::vector<std::uint32_t> to_end;
    for (auto const& part : expr.parts) {
      if (&part == &expr.parts.back()) {
        lower(part);
        break;
      }
      auto const skip = skip_unless_starts(part);
      auto const choice = emit({Op::choice});
      lower(part);
      to_end.push_back(emit({Op::commit}));
      program_.code[choice].c = here();
      if (skip != no_skip) program_.code[skip].c = here();
    }
    for (auto at : to_end) program_.code[at].c = here();
  }

  void lower_repeat(Expr const& expr) {
    auto const& part = expr.parts[0];
    if (auto const set = analysis_.single(part)) {
      auto const number = token_class(*set);
      if (expr.min == 0 && expr.max == 1) emit({Op::maybe, number});
      else emit({Op::run, number, expr.min, expr.max});
      return;
    }
    for (std::uint32_t i = 0; i < expr.min && !too_large_; ++i) lower_part(part, expr);
    if (expr.max == no_limit) {
      auto const loop = here();
      auto const skip = skip_unless_starts(part);
      auto const choice = emit({Op::choice});
      lower_part(part, expr);
      emit({Op::commit, 0, 0, loop});
      program_.code[choice].c = here();
      if (skip != no_skip) program_.code[skip].c = here();
      return;
    }
    std::vector<std::uint32_t> to_end;
    for (auto i = expr.min; i < expr.max && !too_large_; ++i) {
      auto const skip = skip_unless_starts(part);
      if (skip != no_skip) to_end.push_back(skip);
      to_end.push_back(emit({Op::choice}));
      lower_part(part, expr);
      emit({Op::commit, 0, 0, here() + 1});
    }
    for (auto at : to_end) program_.code[at].c = here();
  }

  // The part of a repetition, which may be written several times: a long one is written once and called, so that
  // repetitions in repetitions add up instead of multiplying.
  void lower_part(Expr const& part, Expr const& repeat) {
    bool const copies = repeat.min + (repeat.max == no_limit ? 1 : repeat.max - repeat.min) > 1;
    if (!copies || part.kind == ExprKind::reference || size_of(part) <= copied_size) {
      lower(part);
      return;
    }
    auto found = std::find_if(parts_.begin(), parts_.end(), [&](Part const& have) { return have.expr == &part; });
    if (found == parts_.end()) found = parts_.insert(parts_.end(), {&part, 0});
    part_calls_.emplace_back(here(), static_cast<std::uint32_t>(found - parts_.begin()));
    emit({Op::call});
  }

  // A helper of some size: its outcome is looked up faster than found again.
  bool worth_remembering(std::uint32_t rule) {
    constexpr std::size_t least_size = 6;
    return rule < 1u << rule_number_bits && size_of(rules_[rule].body) >= least_size;
  }

  // Captures would be lost with a remembered success, its own and those of the rules it calls.
  bool has_captures(std::uint32_t rule) {
    if (captures_.empty()) {
      captures_.assign(rules_.size(), 0);
      for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = rules_.size(); i-- > 0;)
          if (!captures_[i] && captures(rules_[i].body)) captures_[i] = 1, changed = true;
      }
    }
    return captures_[rule] != 0;
  }
  bool captures(Expr const& expr) const {
    return expr.kind == ExprKind::capture || (expr.kind == ExprKind::reference && captures_[expr.index]) ||
           std::any_of(expr.parts.begin(), expr.parts.end(), [this](Expr const& part) { return captures(part); });
  }

  static std::size_t size_of(Expr const& expr) {
    std::size_t size = expr.kind == ExprKind::repeat ? 2 * copied_size : 1;
    for (auto const& part : expr.parts) size += size_of(part);
    return size;
  }

  void lower_look_ahead(Expr const& part) {
    if (auto const set = analysis_.single(part)) {
      emit({Op::look, token_class(*set)});
      return;
    }
    auto const choice = emit({Op::choice});
    lower(part);
    auto const back = emit({Op::back_commit});
    program_.code[choice].c = emit({Op::fail});
    program_.code[back].c = here();
  }

  void lower_not_ahead(Expr const& part) {
    if (auto const set = analysis_.single(part)) {
      emit({Op::look_not, token_class(*set)});
      return;
    }
    auto const skip = skip_unless_starts(part);
    auto const choice = emit({Op::choice});
    lower(part);
    emit({Op::fail_twice});
    program_.code[choice].c = here();
    if (skip != no_skip) program_.code[skip].c = here();
  }

  // A cheap test before a choice is remembered; no_skip when it would let everything pass.
  static constexpr std::uint32_t no_skip = 0xFFFFFFFFu;
  std::uint32_t skip_unless_starts(Expr const& expr) {
    if (analysis_.can_be_empty(expr)) return no_skip;
    auto const set = analysis_.starts(expr);
    if (set.anything() || program_.starts.size() > max_classes) return no_skip;
    program_.starts.push_back({token_class(set.tokens), set.chunks.any(), set.phrases.any()});
    return emit({Op::skip_unless, static_cast<std::uint16_t>(program_.starts.size() - 1)});
  }

  std::uint16_t class_of(Expr const& expr) {
    auto const set = token_set(expr, groups_);
    return token_class(set ? *set : TokenSet{});
  }

  std::uint16_t token_class(TokenSet const& set) {
    auto const [place, fresh] = sets_.try_emplace(set, static_cast<std::uint16_t>(sets_.size()));
    if (!fresh) return place->second;
    if (sets_.size() > max_classes) {
      too_large_ = true;
      return 0;
    }
    TokenClass made;
    made.first = static_cast<std::uint32_t>(program_.tests.size());
    made.count = static_cast<std::uint32_t>(set.size());
    for (auto const& test : set) program_.tests.push_back(lower_test(test));
    program_.classes.push_back(made);
    return place->second;
  }

  TokenTest lower_test(PlainTest const& test) {
    TokenTest out;
    out.mask = test.all | test.none;
    out.want = test.all;
    out.any = test.any;
    if (!test.words.empty()) {
      bool const one = has_one_group(test.words);
      out.words = one ? TokenTest::one_group : TokenTest::group_table;
      out.group = one ? only_group(test.words) : columns_.column(test.words);
    }
    out.exact_first = static_cast<std::uint32_t>(program_.exacts.size());
    for (auto const& text : test.exactly) program_.exacts.push_back({text, true});
    for (auto const& text : test.never) program_.exacts.push_back({text, false});
    out.exact_count = static_cast<std::uint32_t>(program_.exacts.size()) - out.exact_first;
    return out;
  }

  // --- where roots can begin ---

  void index() {
    auto& index = program_.index;
    index.stride = static_cast<std::uint32_t>((program_.roots.size() + 63) / 64);
    index.root_sets.assign(index.stride, 0);  // row 0: no root
    struct Condition {
      PlainTest test;
      std::vector<std::uint64_t> roots;
    };
    std::vector<Condition> conditions;
    std::vector<std::vector<std::uint64_t>> kinds(max_kinds), phrases(max_lexicons);
    std::size_t number = 0;
    for (auto const& rule : rules_) {
      if (!rule.root) continue;
      auto const mark = [&](std::vector<std::uint64_t>& set) {
        set.resize(index.stride);
        set[number / 64] |= 1ull << (number % 64);
      };
      auto const starts = analysis_.starts(rule.body);
      TokenSet tests;
      for (auto test : starts.tokens) {
        test.exactly.clear();  // spelling is left to the rule
        test.never.clear();
        unite(tests, {test});
      }
      for (auto const& test : tests) {
        auto const same = [&](Condition const& have) { return have.test == test; };
        auto found = std::find_if(conditions.begin(), conditions.end(), same);
        if (found == conditions.end()) found = conditions.insert(conditions.end(), {test, {}});
        mark(found->roots);
      }
      for (std::size_t kind = 0; kind < max_kinds; ++kind)
        if (starts.chunks[kind]) mark(kinds[kind]);
      for (std::size_t lexicon = 0; lexicon < max_lexicons; ++lexicon)
        if (starts.phrases[lexicon]) mark(phrases[lexicon]);
      ++number;
    }
    std::vector<std::uint32_t> rows;
    for (auto const& condition : conditions) rows.push_back(root_row(condition.roots));
    for (std::uint32_t group = 0; group < groups_.count(); ++group) {
      index.group_first.push_back(static_cast<std::uint32_t>(index.conditions.size()));
      Features mask = 0;
      for (std::size_t i = 0; i < conditions.size(); ++i) {
        auto const& test = conditions[i].test;
        if (!test.words.empty() && !has(test.words, group)) continue;
        index.conditions.push_back({test.all | test.none, test.all, test.any, rows[i]});
        mask |= test.all ? test.all : test.any ? test.any : StartIndex::always;
      }
      index.group_mask.push_back(mask);
    }
    index.group_first.push_back(static_cast<std::uint32_t>(index.conditions.size()));
    for (auto const& set : kinds) index.by_kind.push_back(root_row(set));
    for (auto const& set : phrases) index.by_phrase.push_back(root_row(set));
  }

  std::uint32_t root_row(std::vector<std::uint64_t> const& set) {
    if (set.empty()) return 0;
    auto& all = program_.index.root_sets;
    auto const row = static_cast<std::uint32_t>(all.size() / program_.index.stride);
    all.insert(all.end(), set.begin(), set.end());
    return row;
  }

  std::uint32_t emit(Instr instruction) {
    if (program_.code.size() >= max_instructions) {
      too_large_ = true;
      return 0;
    }
    program_.code.push_back(instruction);
    return here() - 1;
  }
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(program_.code.size()); }

  struct Part {
    Expr const* expr;
    std::uint32_t entry;
  };
  std::vector<Rule> const& rules_;
  WordGroups const& groups_;
  WordColumns& columns_;
  Program& program_;
  Analysis analysis_;
  std::map<TokenSet, std::uint16_t> sets_;  // number of each class
  std::vector<std::uint32_t> entries_;
  std::vector<Part> parts_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rule_calls_, part_calls_;  // instruction, what it calls
  std::vector<char> captures_;  // by rule: it captures something, itself or through others
  bool too_large_ = false;
};

}  // namespace

std::uint32_t WordColumns::column(GroupSet const& set) {
  return columns_.try_emplace(set, static_cast<std::uint32_t>(columns_.size())).first->second;
}

std::shared_ptr<WordTable const> WordColumns::finish(WordGroups const& groups) const {
  auto table = std::make_shared<WordTable>();
  table->group_of = groups.table();
  table->stride = static_cast<std::uint32_t>(columns_.size() / 64 + 1);
  table->rows.assign(std::size_t{groups.count()} * table->stride, 0);
  for (auto const& [set, number] : columns_)
    for (std::uint32_t group = 0; group < groups.count(); ++group)
      if (has(set, group)) table->rows[std::size_t{group} * table->stride + number / 64] |= 1ull << (number % 64);
  return table;
}

std::shared_ptr<Program> compile_grammar(std::vector<Rule> const& rules, std::string const& prefix,
                                         std::vector<std::uint32_t> const& kind_of_rule, WordGroups const& groups,
                                         WordColumns& columns, Problems& problems) {
  auto program = std::make_shared<Program>();
  Compiler compiler(rules, groups, columns, *program);
  compiler.compile(prefix, kind_of_rule);
  if (compiler.too_large() && !rules.empty())
    problems.push_back({rules.front().source->path, 0, 0, "grammar '" + prefix + "' is too large"});
  return program;
}

}  // namespace whosaid::grammar
