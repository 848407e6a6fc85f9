#include "grammar/compile_grammar.hpp"

#include <algorithm>
#include <bit>

#include "grammar/index_starts.hpp"

namespace whosaid::grammar {
namespace {

constexpr std::size_t max_instructions = 1u << 20;
constexpr std::size_t max_classes = 0xFFFF;  // their numbers are of 16 bits
constexpr std::size_t inlined_size = 14;  // a helper of this size that calls nobody is put where it is used
constexpr std::size_t copied_size = 6;  // a repeated part with more instructions becomes a rule of its own
constexpr std::size_t shared_size = 8;  // a repetition of less is no rule of its own, however often it is written

std::uint32_t only_group(GroupSet const& set) {
  for (std::size_t i = 0; i < set.size(); ++i)
    if (set[i]) return static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(set[i]));
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
    for (auto const& rule : rules_) count_repeats(rule.body);
    emit({Op::match});
    for (std::size_t i = 0; i < rules_.size() && !too_large_; ++i) {
      entries_[i] = here();
      if (rules_[i].root)
        program_.roots.push_back({rules_[i].name, prefix + "/" + rules_[i].name, here(), static_cast<ChunkKind>(kinds[i]),
                                  static_cast<float>(rules_[i].weight)});
      lower(rules_[i].body);
      emit({Op::leave});
    }
    for (std::size_t part = 0; part < parts_.size() && !too_large_; ++part) {  // parts may add parts
      parts_[part].entry = here();
      lower_itself(*parts_[part].expr);
      emit({Op::leave});
    }
    for (auto const& [at, part] : part_calls_) program_.code[at].c = parts_[part].entry;
    for (auto& instruction : program_.code)
      if (asks_class(instruction.op)) instruction.spelled = program_.classes[instruction.a].spelled;
    for (auto const& [at, rule] : rule_calls_) program_.code[at].c = entries_[rule];
    for (std::uint32_t at = 0; at < here(); ++at)
      if (goes_elsewhere(program_.code[at].op)) program_.code[at].c = (program_.code[at].c - at) * static_cast<std::uint32_t>(sizeof(Instr));
    program_.asked_classes = static_cast<std::uint32_t>(program_.classes.size());
    if (!too_large_)
      program_.index = index_starts(rules_, analysis_, [this](StartSet const& set) { return StartIndex::Start{token_class(set.tokens), marks_of(set)}; });
  }
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  void lower(Expr const& expr) {
    // The same repetition in several rules is one rule for all of them, so that it is remembered for all of them: unless it is so short
    // that it is done again faster than it is looked up.
    if (expr.kind == ExprKind::repeat)
      if (auto const found = repeats_.find(key_of(expr)); found != repeats_.end() && found->second > 1 && size_of(expr.parts[0]) >= shared_size) {
        call_part(expr, found->first);
        return;
      }
    lower_itself(expr);
  }

  void lower_itself(Expr const& expr) {
    if (too_large_) return;
    if (auto const set = analysis_.single(expr)) {
      emit({Op::take, false, token_class(*set)});
      return;
    }
    switch (expr.kind) {
      case ExprKind::lexicon: emit({Op::lexicon, false, token_class(*token_set(expr, groups_)), expr.index, phrase_mark(expr.index)}); return;
      case ExprKind::chunk:
        if (!expr.parts.empty()) emit({Op::look, false, class_of(expr.parts[0])});
        emit({Op::chunk, false, static_cast<std::uint16_t>(expr.index), kind_mark(expr.index)});
        return;
      case ExprKind::look_behind: emit({Op::behind, false, class_of(expr)}); return;
      case ExprKind::reference:
        if (size_of(rules_[expr.index].body) <= inlined_size && !calls_rules(rules_[expr.index].body)) {
          lower(rules_[expr.index].body);
          return;
        }
        rule_calls_.emplace_back(here(), expr.index);
        if (worth_remembering(expr.index))
          emit({Op::recall, false, static_cast<std::uint16_t>(expr.index), captures_something(expr) ? 0u : 1u});
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
        emit({Op::open, false, static_cast<std::uint16_t>(expr.index)});
        lower(expr.parts[0]);
        emit({Op::close, false, static_cast<std::uint16_t>(expr.index)});
        return;
      default: emit({Op::fail}); return;  // a class that the checks refused
    }
  }

  bool calls_rules(Expr const& expr) {
    if (expr.kind == ExprKind::reference) return !analysis_.single(expr);
    return std::any_of(expr.parts.begin(), expr.parts.end(), [this](Expr const& part) { return calls_rules(part); });
  }

  // The words of a choice between words and lexicons, which is one test wherever no phrase of these begins; nullopt for others.
  struct Words {
    TokenSet tokens;
    Marks phrases = 0;
  };
  std::optional<Words> words_of_choice(Expr const& expr) {
    if (expr.kind != ExprKind::choice) return std::nullopt;
    Words out;
    for (auto const& part : expr.parts) {
      bool const lexicon = part.kind == ExprKind::lexicon;
      auto const set = lexicon ? token_set(part, groups_) : analysis_.single(part);
      if (!set) return std::nullopt;
      if (lexicon) out.phrases |= phrase_mark(part.index);
      unite(out.tokens, *set);
      if (out.tokens.size() > max_tests) return std::nullopt;
    }
    return out;
  }

  void lower_choice(Expr const& expr) {
    std::vector<std::uint32_t> to_end;
    if (auto const words = words_of_choice(expr)) to_end.push_back(emit({Op::take_plain, false, token_class(words->tokens), words->phrases}));
    for (auto const& part : expr.parts) {
      if (&part == &expr.parts.back()) {
        lower(part);
        break;
      }
      auto const choice = emit_choice(part);
      lower(part);
      to_end.push_back(emit({Op::commit}));
      program_.code[choice].c = here();
    }
    for (auto at : to_end) program_.code[at].c = here();
  }

  void lower_repeat(Expr const& expr) {
    auto const& part = expr.parts[0];
    if (auto const set = analysis_.single(part)) {
      auto const number = token_class(*set);
      if (expr.min == 0 && expr.max == 1) emit({Op::maybe, false, number});
      else emit({Op::run, false, number, expr.min, expr.max});
      return;
    }
    for (std::uint32_t i = 0; i < expr.min && !too_large_; ++i) lower_part(part, expr);
    if (expr.max == no_limit) {
      auto const loop = here();
      if (auto const words = words_of_choice(part)) emit({Op::run_plain, false, token_class(words->tokens), words->phrases});
      auto const choice = emit_choice(part);
      lower_part(part, expr);
      emit({Op::commit, false, 0, 0, loop});
      program_.code[choice].c = here();
      return;
    }
    std::vector<std::uint32_t> to_end;
    for (auto i = expr.min; i < expr.max && !too_large_; ++i) {
      to_end.push_back(emit_choice(part));
      lower_part(part, expr);
      emit({Op::commit, false, 0, 0, here() + 1});
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
    call_part(part, key_of(part));
  }

  void call_part(Expr const& part, std::string const& key) {
    auto const [place, fresh] = part_numbers_.try_emplace(key, static_cast<std::uint32_t>(parts_.size()));
    if (fresh) parts_.push_back({&part, 0});
    part_calls_.emplace_back(here(), place->second);
    auto const number = rules_.size() + place->second;
    if (number < 1u << rule_number_bits) emit({Op::recall, false, static_cast<std::uint16_t>(number), captures_something(part) ? 0u : 1u});
    else emit({Op::call});
  }

  // Counts the repetitions that are worth a rule of their own: of more than one test, without captures.
  void count_repeats(Expr const& expr) {
    if (expr.kind == ExprKind::repeat && !analysis_.single(expr.parts[0]) && expr.parts[0].kind != ExprKind::lexicon &&
        !captures_something(expr))
      ++repeats_[key_of(expr)];
    for (auto const& part : expr.parts) count_repeats(part);
  }

  // Equal for expressions that do the same.
  static std::string key_of(Expr const& expr) {
    std::string key(1, static_cast<char>('A' + static_cast<int>(expr.kind)));
    key += std::to_string(expr.min) + "," + std::to_string(expr.max) + "'" + expr.text + "'(";
    for (auto const& part : expr.parts) key += key_of(part);
    return key + ")";
  }

  // A helper of some size: its outcome is looked up faster than found again.
  bool worth_remembering(std::uint32_t rule) {
    constexpr std::size_t least_size = 6;
    auto const& body = rules_[rule].body;
    return rule < 1u << rule_number_bits && size_of(body) >= least_size && takes_trying(body);
  }
  // A rule without any of these fails at its first tests, which costs no more than looking it up.
  bool takes_trying(Expr const& expr) {
    if (expr.kind == ExprKind::reference || expr.kind == ExprKind::choice) return !analysis_.single(expr);
    if (expr.kind == ExprKind::repeat && expr.max > 1 && !analysis_.single(expr.parts[0])) return true;
    return std::any_of(expr.parts.begin(), expr.parts.end(), [this](Expr const& part) { return takes_trying(part); });
  }

  // Captures would be lost with a remembered success, its own and those of the rules it calls.
  bool captures_something(Expr const& expr) {
    if (captures_.empty()) {
      captures_.assign(rules_.size(), 0);
      for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = rules_.size(); i-- > 0;)
          if (!captures_[i] && captures(rules_[i].body)) captures_[i] = 1, changed = true;
      }
    }
    return captures(expr);
  }
  bool captures(Expr const& expr) const {
    return expr.kind == ExprKind::capture || (expr.kind == ExprKind::reference && captures_[expr.index]) ||
           std::any_of(expr.parts.begin(), expr.parts.end(), [this](Expr const& part) { return captures(part); });
  }

  static bool asks_class(Op op) {
    return (Op::take <= op && op <= Op::take_plain) || op == Op::behind || op == Op::behind_not || op == Op::choice_if;
  }

  static bool goes_elsewhere(Op op) {
    return op == Op::take_plain || op == Op::choice || op == Op::choice_if || op == Op::commit || op == Op::back_commit || op == Op::call || op == Op::recall;
  }

  static std::size_t size_of(Expr const& expr) {
    if (expr.kind == ExprKind::token_class || expr.kind == ExprKind::look_behind) return 1;
    std::size_t size = expr.kind == ExprKind::repeat ? 2 * copied_size : 1;
    for (auto const& part : expr.parts) size += size_of(part);
    return size;
  }

  void lower_look_ahead(Expr const& part) {
    if (auto const set = analysis_.single(part)) {
      emit({Op::look, false, token_class(*set)});
      return;
    }
    auto const choice = emit({Op::choice});
    lower(part);
    auto const back = emit({Op::back_commit});
    program_.code[choice].c = emit({Op::fail});
    program_.code[back].c = here();
  }

  void lower_not_ahead(Expr const& part) {
    if (part.kind == ExprKind::look_behind) {
      emit({Op::behind_not, false, class_of(part)});
      return;
    }
    if (part.kind == ExprKind::lexicon) {
      emit({Op::no_lexicon, false, token_class(*token_set(part, groups_)), part.index, phrase_mark(part.index)});
      return;
    }
    if (auto const set = analysis_.single(part)) {
      emit({Op::look_not, false, token_class(*set)});
      return;
    }
    auto const choice = emit_choice(part);
    lower(part);
    emit({Op::fail_twice});
    program_.code[choice].c = here();
  }

  // A choice that is remembered only where the token can begin it; its c is the caller's to set.
  std::uint32_t emit_choice(Expr const& expr) {
    if (analysis_.can_be_empty(expr)) return emit({Op::choice});
    auto const set = analysis_.starts(expr);
    if (set.anything()) return emit({Op::choice});
    return emit({Op::choice_if, false, token_class(set.tokens), marks_of(set)});
  }

  // Half of the bits each, given out in the order of asking; from the last one on they are shared.
  static constexpr std::uint32_t marks_each = 16;
  static Marks mark_of(std::vector<Marks>& marks, std::uint32_t& given, std::uint32_t number, std::uint32_t first_bit) {
    if (marks.size() <= number) marks.resize(number + 1, 0);
    if (marks[number] == 0) marks[number] = Marks{1} << (first_bit + std::min(given++, marks_each - 1));
    return marks[number];
  }
  Marks kind_mark(std::uint32_t kind) { return mark_of(program_.kind_marks, kinds_given_, kind, 0); }
  Marks phrase_mark(std::uint32_t lexicon) { return mark_of(program_.phrase_marks, lexicons_given_, lexicon, marks_each); }
  Marks marks_of(StartSet const& set) {
    Marks marks = 0;
    for (auto kind = set.chunks._Find_first(); kind < set.chunks.size(); kind = set.chunks._Find_next(kind))
      marks |= kind_mark(static_cast<std::uint32_t>(kind));
    for (auto lexicon = set.phrases._Find_first(); lexicon < set.phrases.size(); lexicon = set.phrases._Find_next(lexicon))
      marks |= phrase_mark(static_cast<std::uint32_t>(lexicon));
    return marks;
  }

  std::uint16_t class_of(Expr const& expr) {
    auto const set = token_set(expr, groups_);
    return token_class(set ? *set : TokenSet{});
  }

  std::uint16_t token_class(TokenSet const& set) {
    auto const [place, fresh] = sets_.try_emplace(set, static_cast<std::uint16_t>(program_.classes.size()));
    if (!fresh) return place->second;
    if (program_.classes.size() >= max_classes) {
      too_large_ = true;
      return 0;
    }
    TokenClass out{static_cast<std::uint32_t>(program_.tests.size()), static_cast<std::uint32_t>(set.size()), false};
    for (auto const& test : set) {
      program_.tests.push_back(lower_test(test));
      out.spelled |= program_.tests.back().exact_count > 0;
    }
    program_.classes.push_back(out);
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
    out.exact_count = static_cast<std::uint16_t>(program_.exacts.size() - out.exact_first);
    return out;
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
  std::vector<Part> parts_;                            // expressions that became rules of their own
  std::map<std::string, std::uint32_t> part_numbers_;  // by key
  std::map<std::string, std::uint32_t> repeats_;       // how often each repetition is written
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rule_calls_, part_calls_;  // instruction, what it calls
  std::uint32_t kinds_given_ = 0, lexicons_given_ = 0;
  std::vector<char> captures_;  // by rule: it captures something, itself or through others
  bool too_large_ = false;
};

}  // namespace

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
