#include "grammar/token_rows.hpp"

#include <algorithm>

namespace whosaid::grammar {

TokenRows::TokenRows(std::shared_ptr<Program const> program)
    : program_(std::move(program)),
      group_of_(program_->words->group_of.data()),
      classes_(static_cast<std::uint32_t>(program_->classes.size() / 64 + 1)),
      stride_(program_->index.stride),
      width_(classes_ + 3 * stride_ + 1) {
  for (auto const& test : program_->tests) features_ |= test.mask | test.any;
  begin();
}

// The first row stands for the region's border.
void TokenRows::begin() {
  constexpr std::size_t slots_at_first = 1u << 10;
  count_ = 0;
  slots_.assign(slots_at_first, {});
  mask_ = slots_at_first - 1;
  rows_.assign(width_, 0);
  auto const& index = program_->index;
  std::fill_n(rows_.begin() + behind(), stride_, ~std::uint64_t{0});
  for (auto const& guard : index.behind)
    if (guard.wanted)
      for (std::uint32_t i = 0; i < stride_; ++i) rows_[behind() + i] &= ~index.sets[std::size_t{guard.roots} * stride_ + i];
}

void TokenRows::tidy() {
  if (count_ > most || rows_.size() > most_words) begin();
}

bool TokenRows::holds(TokenTest const& test, std::uint32_t group, Features features) const {
  if ((features & test.mask) != test.want) return false;
  if (test.any && !(features & test.any)) return false;
  if (test.words == TokenTest::every_word) return true;
  if (test.words == TokenTest::one_group) return group == test.group;
  auto const& words = *program_->words;
  return words.rows[std::size_t{group} * words.stride + test.group / 64] >> (test.group % 64) & 1u;
}

void TokenRows::put(std::uint32_t group, Features features, std::uint32_t row) {
  auto at = slot_of(group, features);
  while (slots_[at].row != 0) at = (at + 1) & mask_;
  slots_[at] = {features, group, row};
}

std::uint32_t TokenRows::add(std::uint32_t group, Features features) {
  if (2 * ++count_ > slots_.size()) {
    auto const old = std::move(slots_);
    slots_.assign(old.size() * 4, {});
    mask_ = slots_.size() - 1;
    for (auto const& slot : old)
      if (slot.row != 0) put(slot.group, slot.features, slot.row);
  }
  auto const row = static_cast<std::uint32_t>(rows_.size());
  rows_.resize(rows_.size() + width_, 0);
  auto* const out = rows_.data() + row;
  auto const& classes = program_->classes;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    auto const* const tests = program_->tests.data() + classes[i].first;
    if (std::any_of(tests, tests + classes[i].count, [&](TokenTest const& test) { return holds(test, group, features); }))
      out[i / 64] |= 1ull << (i % 64);
  }
  auto const is_in = [&](std::uint16_t number) { return (out[number / 64] >> (number % 64) & 1u) != 0; };
  auto const& index = program_->index;
  for (auto const& entry : index.begins)
    if (is_in(entry.tokens))
      for (std::uint32_t i = 0; i < stride_; ++i) out[begins() + i] |= index.sets[std::size_t{entry.roots} * stride_ + i];
  auto const check = [&](std::vector<StartIndex::Guard> const& guards, std::uint64_t* roots) {
    std::fill_n(roots, stride_, ~std::uint64_t{0});
    for (auto const& guard : guards) {
      bool const met = is_in(guard.tokens) ? guard.wanted || program_->classes[guard.tokens].spelled : !guard.wanted;
      if (!met)
        for (std::uint32_t i = 0; i < stride_; ++i) roots[i] &= ~index.sets[std::size_t{guard.roots} * stride_ + i];
    }
  };
  check(index.here, out + here());
  check(index.behind, out + behind());
  for (std::size_t i = 0; i < index.needs.size(); ++i)
    if (is_in(index.needs[i].tokens)) out[needs()] |= 1ull << i;
  put(group, features, row);
  return row;
}

}  // namespace whosaid::grammar
