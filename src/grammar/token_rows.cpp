#include "grammar/token_rows.hpp"

#include <algorithm>

namespace whosaid::grammar {

namespace {

// Features leave room for a group of words above them.
constexpr unsigned group_shift = 40;
static_assert(feature::bullet < Features{1} << group_shift);

constexpr std::size_t slots_at_first = 1u << 10;

}  // namespace

TokenKinds::TokenKinds(std::shared_ptr<WordTable const> words)
    : words_(std::move(words)), slots_(slots_at_first), mask_(slots_at_first - 1) {}

void TokenKinds::tidy() {
  if (count_ <= most) return;
  ++generation_;
  count_ = 0;
  slots_.assign(slots_at_first, {});
  mask_ = slots_at_first - 1;
  std::fill(seen_.begin(), seen_.end(), Seen{});
}

std::uint32_t TokenKinds::find(Token const& token) {
  auto const features = token.features & words_->features;
  auto const group = words_->group_of[token.word];
  for (auto at = slot_of(group, features); slots_[at].kind != 0; at = (at + 1) & mask_)
    if (slots_[at].features == features && slots_[at].group == group) return slots_[at].kind;
  if (2 * std::size_t{++count_} > slots_.size()) {
    auto const old = std::move(slots_);
    slots_.assign(old.size() * 4, {});
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
      width_(classes() + static_cast<std::uint32_t>(program_->classes.size() / 64 + 1)) {
  for (auto const& test : program_->tests) features_ |= test.mask | test.any;
  begin();
}

// The first row stands for the region's border.
void TokenRows::begin() {
  by_kind_.clear();
  known_.clear();
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
  if (rows_.size() > most_words) begin();
  if (generation_ == kinds.generation()) return;
  generation_ = kinds.generation();
  by_kind_.clear();
}

std::uint32_t TokenRows::find(std::uint32_t kind, Token const& token) {
  if (by_kind_.size() <= kind) by_kind_.resize(kind + kind / 2 + 64, 0);
  auto const features = token.features & features_;
  auto const group = group_of_[token.word];
  auto const [place, fresh] = known_.try_emplace(features | std::uint64_t{group} << group_shift, 0);
  if (fresh) place->second = add(group, features);
  return by_kind_[kind] = place->second;
}

std::uint32_t TokenRows::add(std::uint32_t group, Features features) {
  auto const row = static_cast<std::uint32_t>(rows_.size());
  rows_.resize(rows_.size() + width_, 0);
  auto* const out = rows_.data() + row;
  auto* const bits = out + classes();
  auto const& known = program_->classes;
  for (std::size_t i = 0; i < known.size(); ++i) {
    auto const* const tests = program_->tests.data() + known[i].first;
    if (std::any_of(tests, tests + known[i].count, [&](TokenTest const& test) { return holds(test, group, features); }))
      bits[i / 64] |= 1ull << (i % 64);
  }
  auto const is_in = [&](std::uint16_t number) { return (bits[number / 64] >> (number % 64) & 1u) != 0; };
  auto const& index = program_->index;
  auto const allowed = [&](std::vector<StartIndex::Guard> const& guards, std::uint32_t part) {
    auto roots = ~std::uint64_t{0};
    for (auto const& guard : guards) {
      bool const met = is_in(guard.tokens) ? guard.wanted || known[guard.tokens].spelled : !guard.wanted;
      if (!met) roots &= ~index.sets[std::size_t{guard.roots} * stride_ + part];
    }
    return roots;
  };
  for (std::uint32_t part = 0; part < stride_; ++part) {
    out[here(part)] = allowed(index.here, part);
    out[behind(part)] = allowed(index.behind, part);
    for (auto const& entry : index.begins)
      if (is_in(entry.tokens)) out[begins(part)] |= index.sets[std::size_t{entry.roots} * stride_ + part];
    out[begins(part)] &= out[here(part)];
  }
  for (std::size_t i = 0; i < index.needs.size(); ++i)
    if (is_in(index.needs[i].tokens)) out[needs] |= 1ull << i;
  return row;
}

}  // namespace whosaid::grammar
