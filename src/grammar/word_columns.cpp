#include "grammar/compile_grammar.hpp"

namespace whosaid::grammar {

std::uint32_t WordColumns::column(GroupSet const& set) {
  return columns_.try_emplace(set, static_cast<std::uint32_t>(columns_.size())).first->second;
}

std::shared_ptr<WordTable> WordColumns::finish(WordGroups const& groups) const {
  auto table = std::make_shared<WordTable>();
  table->group_of = groups.table();
  table->stride = static_cast<std::uint32_t>(columns_.size() / 64 + 1);
  table->rows.assign(std::size_t{groups.count()} * table->stride, 0);
  for (auto const& [set, number] : columns_)
    for (std::uint32_t group = 0; group < groups.count(); ++group)
      if (has(set, group)) table->rows[std::size_t{group} * table->stride + number / 64] |= 1ull << (number % 64);
  return table;
}

}  // namespace whosaid::grammar
