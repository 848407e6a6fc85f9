#include "grammar/token_rows.hpp"

#include <algorithm>

namespace whosaid::grammar {

namespace {

// Features leave room for a group of words above them.
constexpr unsigned group_shift = 40;
static_assert(feature::bullet < Features{1} << group_shift);

constexpr std::size_t slots_at_first = 1u << 10;

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t next) {
  hash = (hash ^ next) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

}  // namespace

TokenKinds::TokenKinds(std::shared_ptr<WordTable const> words)
    : words_(std::move(words)), features_(words_->features), group_of_(words_->group_of.data()), slots_(slots_at_first), mask_(slots_at_first - 1) {}

void TokenKinds::tidy() {
  if (count_ <= most) return;
  ++generation_;
  count_ = 0;
  slots_.assign(slots_at_first, {});
  mask_ = slots_at_first - 1;
  std::fill(seen_.begin(), seen_.end(), Seen{});
}

std::uint32_t TokenKinds::find(Features features, std::uint32_t group) {
  for (auto at = slot_of(group, features); slots_[at].kind != 0; at = (at + 1) & mask_)
    if (slots_[at].features == features && slots_[at].group == group) return slots_[at].kind;
  if (2 * std::size_t{++count_} > slots_.size()) {
    auto const old = std::move(slots_);
    slots_.assign(old.size() * 2, {});
    mask_ = slots_.size() - 1;
    for (auto const& slot : old)
      if (slot.kind != 0) put(slot);
  }
  put({features, group, count_});
  return count_;
}

void TokenKinds::put(Slot const& slot) {
  auto at = slot_of(slot.group, slot.features);
  while (slots_[at].kind != 0) at = (at + 1) & mask_;
  slots_[at] = slot;
}

TokenRows::TokenRows(std::shared_ptr<Program const> program)
    : program_(std::move(program)),
      group_of_(program_->words->group_of.data()),
      stride_(program_->index.stride),
      width_(classes() + program_->asked_classes / 64 + 1),
      tests_(static_cast<std::uint32_t>(program_->tests.size() / 64 + 1)),
      class_of_(program_->tests.size()),
      asked_columns_(program_->words->stride) {
  for (auto const& test : program_->tests) features_ |= test.mask | test.any;
  for (std::size_t i = 0; i < program_->classes.size(); ++i) {
    auto const begin = class_of_.begin() + program_->classes[i].first;
    std::fill(begin, begin + program_->classes[i].count, static_cast<std::uint32_t>(i));
  }
  for (std::size_t column = 0; column < asked_columns_.size() * 64; ++column)
    if (program_->lists.by_column.first[column] != program_->lists.by_column.first[column + 1]) asked_columns_[column / 64] |= 1ull << (column % 64);
  list_effects();
  begin();
}

// The first row stands for the region's border.
void TokenRows::begin() {
  by_kind_.clear();
  known_.clear();
  alike_.clear();
  held_.clear();
  held_by_features_.clear();
  held_by_group_.clear();
  rows_.assign(width_, 0);
  auto const& index = program_->index;
  for (std::uint32_t part = 0; part < stride_; ++part) {
    auto& roots = rows_[behind(part)];
    roots = ~std::uint64_t{0};
    for (auto const& guard : index.behind)
      if (guard.wanted) roots &= ~index.sets[std::size_t{guard.roots} * stride_ + part];
  }
}

void TokenRows::tidy(TokenKinds const& kinds) {
  if (rows_.size() > most_words || held_.size() > most_words || known_.size() > most_words) begin();
  if (generation_ == kinds.generation()) return;
  generation_ = kinds.generation();
  by_kind_.clear();
}

std::uint32_t TokenRows::find(std::uint32_t kind, Token const& token) {
  if (by_kind_.size() <= kind) by_kind_.resize(kind + kind / 2 + 64, 0);
  auto const features = token.features & features_;
  auto const group = same_group(group_of_[token.word]);
  auto const [place, fresh] = known_.try_emplace(features | std::uint64_t{group} << group_shift, 0);
  if (fresh) place->second = add(group, features);
  if (auto const number = place->second / width_; number <= 0xFFFF) by_kind_[kind] = static_cast<std::uint16_t>(number);
  return place->second;
}

// The first group met that this program cannot tell from `group`: the columns of most belong to other grammars.
std::uint32_t TokenRows::same_group(std::uint32_t group) {
  if (same_group_.size() <= group) same_group_.resize(std::size_t{group} + group / 2 + 64, 0);
  auto& known = same_group_[group];
  if (known != 0) return known - 1;
  auto const& words = *program_->words;
  auto const columns = [&](std::uint32_t of, std::uint32_t i) { return words.rows[std::size_t{of} * words.stride + i] & asked_columns_[i]; };
  auto const alone = [&](std::uint32_t of) {
    auto const& lists = program_->lists.one_group;
    auto const own = std::partition_point(lists.begin(), lists.end(), [&](std::uint32_t test) { return program_->tests[test].group < of; });
    return own != lists.end() && program_->tests[*own].group == of;
  };
  known = group + 1;
  if (alone(group)) return group;
  std::uint64_t hash = 0;
  for (std::uint32_t i = 0; i < words.stride; ++i) hash = mix(hash, columns(group, i));
  auto const [first, last] = groups_alike_.equal_range(hash);
  for (auto at = first; at != last; ++at) {
    std::uint32_t i = 0;
    while (i < words.stride && columns(group, i) == columns(at->second, i)) ++i;
    if (i == words.stride) return (known = at->second + 1) - 1;
  }
  groups_alike_.emplace(hash, group);
  return group;
}

// Room for which tests hold, with none so far.
std::uint32_t TokenRows::add_held() {
  auto const place = static_cast<std::uint32_t>(held_.size());
  held_.resize(held_.size() + tests_, 0);
  return place;
}

std::uint32_t TokenRows::held_by_features(Features features) {
  auto const place = add_held();
  auto const& lists = program_->lists;
  for (std::size_t i = 0; i < lists.questions.size(); ++i)
    if (auto const& asked = lists.questions[i]; has_features(asked, features)) note(lists.by_question, i, place);
  return place;
}

std::uint32_t TokenRows::held_by_group(std::uint32_t group) {
  auto const place = add_held();
  auto const& lists = program_->lists;
  auto const& words = *program_->words;
  std::copy(lists.every_word.begin(), lists.every_word.end(), held_.begin() + place);
  auto const& tests = program_->tests;
  auto own = std::partition_point(lists.one_group.begin(), lists.one_group.end(), [&](std::uint32_t test) { return tests[test].group < group; });
  for (; own != lists.one_group.end() && tests[*own].group == group; ++own) hold(*own, place);
  for (std::uint32_t i = 0; i < words.stride; ++i)
    for (auto columns = words.rows[std::size_t{group} * words.stride + i] & asked_columns_[i]; columns; columns &= columns - 1)
      note(lists.by_column, std::size_t{i} * 64 + static_cast<unsigned>(__builtin_ctzll(columns)), place);
  return place;
}

// A class holds when one of its tests does, and a test has two halves: what it asks of the features and of the word.
void TokenRows::fill_classes(std::uint32_t group, Features features, std::uint64_t* bits) {
  auto const [known, fresh] = held_by_features_.try_emplace(features, 0);
  if (fresh) known->second = held_by_features(features);
  if (held_by_group_.size() <= group) held_by_group_.resize(std::size_t{group} + group / 2 + 64, 0);
  auto& of_group = held_by_group_[group];
  if (of_group == 0) of_group = 1 + held_by_group(group);
  for (std::uint32_t i = 0; i < tests_; ++i)
    for (auto held = held_[known->second + i] & held_[of_group - 1 + i]; held; held &= held - 1) {
      auto const number = class_of_[i * 64 + static_cast<unsigned>(__builtin_ctzll(held))];
      bits[number / 64] |= 1ull << (number % 64);
    }
}

// The row in hand, or one that says the same.
std::uint32_t TokenRows::keep() {
  std::uint64_t hash = 0;
  for (std::uint32_t i = 0; i < width_; ++i) hash = mix(hash, made_[i]);
  auto const [first, last] = alike_.equal_range(hash);
  for (auto at = first; at != last; ++at)
    if (std::equal(made_.begin(), made_.begin() + width_, rows_.begin() + at->second)) return at->second;
  auto const row = static_cast<std::uint32_t>(rows_.size());
  rows_.insert(rows_.end(), made_.begin(), made_.begin() + width_);
  alike_.emplace(hash, row);
  return row;
}

// What the index says of a class goes to it, so that a row is made of the classes that hold and asks for no others.
void TokenRows::list_effects() {
  auto const& index = program_->index;
  std::vector<std::vector<Effect>> of_class(program_->classes.size());
  auto const note_entries = [&](std::vector<StartIndex::Begin> const& entries, auto const& word) {
    for (auto const& entry : entries)
      for (std::uint32_t part = 0; part < stride_; ++part) of_class[entry.tokens].push_back({word(part), entry.roots * stride_ + part});
  };
  auto const note_guards = [&](std::vector<StartIndex::Guard> const& guards, auto const& word) {
    for (auto const& guard : guards)
      for (std::uint32_t part = 0; part < stride_; ++part) {
        Effect const effect{word(part), guard.roots * stride_ + part};
        if (guard.wanted) wanted_.push_back({guard.tokens, effect});
        else if (!program_->classes[guard.tokens].spelled) of_class[guard.tokens].push_back(effect);
      }
  };
  note_entries(index.begins, begins);
  note_guards(index.here, here);
  note_guards(index.behind, behind);
  for (std::uint32_t i = 0; i < stages; ++i) {
    note_entries(index.stages[i].need.tokens, [&](std::uint32_t part) { return need(part) + i; });
    note_entries(index.stages[i].pass.tokens, [&](std::uint32_t part) { return pass(part) + i; });
  }
  for (auto const& effects : of_class) {
    first_effect_.push_back(static_cast<std::uint32_t>(effects_.size()));
    effects_.insert(effects_.end(), effects.begin(), effects.end());
  }
  first_effect_.push_back(static_cast<std::uint32_t>(effects_.size()));
}

std::uint32_t TokenRows::add(std::uint32_t group, Features features) {
  made_.assign(classes() + program_->classes.size() / 64 + 1, 0);
  auto* const out = made_.data();
  auto* const bits = out + classes();
  fill_classes(group, features, bits);
  auto const& sets = program_->index.sets;
  // While it is made, `here` and `behind` are those that the token refuses.
  auto const take = [&](Effect const& effect) { out[effect.word] |= sets[effect.set]; };
  for (std::size_t i = 0; i <= program_->classes.size() / 64; ++i)
    for (auto held = bits[i]; held; held &= held - 1) {
      auto const number = i * 64 + static_cast<unsigned>(__builtin_ctzll(held));
      for (auto effect = first_effect_[number]; effect != first_effect_[number + 1]; ++effect) take(effects_[effect]);
    }
  for (auto const& [number, effect] : wanted_)
    if ((bits[number / 64] >> (number % 64) & 1u) == 0) take(effect);
  for (std::uint32_t part = 0; part < stride_; ++part) {
    out[here(part)] = ~out[here(part)];
    out[behind(part)] = ~out[behind(part)];
    out[begins(part)] &= out[here(part)];
    for (std::uint32_t i = 0; i < stages; ++i) out[pass(part) + i] |= sets[std::size_t{program_->index.stages[i].through} * stride_ + part];
  }
  return keep();
}

}  // namespace whosaid::grammar
