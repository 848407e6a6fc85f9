#include "grammar/index_starts.hpp"

#include <algorithm>

namespace whosaid::grammar {
namespace {

// One bit of `all` that few tokens have: what the first look at a token asks for.
Features rarest(Features all) {
  for (Features common : {Features{feature::word}, Features{feature::spaced}, Features{feature::lower}, Features{feature::punct},
                          Features{feature::ends_s}, Features{feature::ends_ed}, Features{feature::capital}, Features{feature::mark}})
    if (all & ~common) all &= ~common;
  return all & (~all + 1);
}

class Indexer {
 public:
  Indexer(std::vector<Rule> const& rules, Analysis& analysis, WordGroups const& groups)
      : rules_(rules), analysis_(analysis), groups_(groups) {}

  StartIndex build() {
    auto& index = index_;
    auto const roots = static_cast<std::size_t>(std::count_if(rules_.begin(), rules_.end(), [](Rule const& rule) { return rule.root; }));
    index.stride = static_cast<std::uint32_t>((roots + 63) / 64);
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
        mask |= test.all ? rarest(test.all) : test.any ? test.any : StartIndex::always;
      }
      index.group_mask.push_back(mask);
    }
    index.group_first.push_back(static_cast<std::uint32_t>(index.conditions.size()));
    for (auto const& set : kinds) index.by_kind.push_back(root_row(set));
    for (auto const& set : phrases) index.by_phrase.push_back(root_row(set));
    auto const known = [](std::uint32_t row) { return row != 0; };
    index.at_chunk = std::any_of(index.by_kind.begin(), index.by_kind.end(), known);
    index.at_phrase = std::any_of(index.by_phrase.begin(), index.by_phrase.end(), known);
    return std::move(index_);
  }

 private:
  std::uint32_t root_row(std::vector<std::uint64_t> const& set) {
    if (set.empty()) return 0;
    auto& all = index_.root_sets;
    auto const row = static_cast<std::uint32_t>(all.size() / index_.stride);
    all.insert(all.end(), set.begin(), set.end());
    return row;
  }

  std::vector<Rule> const& rules_;
  Analysis& analysis_;
  WordGroups const& groups_;
  StartIndex index_;
};

}  // namespace

StartIndex index_starts(std::vector<Rule> const& rules, Analysis& analysis, WordGroups const& groups) {
  return Indexer(rules, analysis, groups).build();
}

}  // namespace whosaid::grammar
