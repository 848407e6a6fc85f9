#include "grammar/test_lists.hpp"

#include <algorithm>

namespace whosaid::grammar {
namespace {

// Lists of tests by key; `keys` holds one for each test, or `none`.
constexpr std::uint32_t none = ~std::uint32_t{0};

TestLists::Lists lists_by(std::vector<std::uint32_t> const& keys, std::size_t count) {
  TestLists::Lists out;
  out.first.assign(count + 1, 0);
  for (auto const key : keys)
    if (key != none) ++out.first[key + 1];
  for (std::size_t i = 0; i < count; ++i) out.first[i + 1] += out.first[i];
  out.tests.resize(out.first[count]);
  auto next = out.first;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] != none) out.tests[next[keys[i]]++] = static_cast<std::uint32_t>(i);
  return out;
}

}  // namespace

TestLists list_tests(std::span<TokenTest const> tests, std::size_t columns) {
  TestLists out;
  auto const question = [](TokenTest const& test) { return TestLists::Question{test.mask, test.want, test.any}; };
  for (auto const& test : tests) out.questions.push_back(question(test));
  std::sort(out.questions.begin(), out.questions.end());
  out.questions.erase(std::unique(out.questions.begin(), out.questions.end()), out.questions.end());
  out.every_word.assign(tests.size() / 64 + 1, 0);
  std::vector<std::uint32_t> keys, of_column;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    auto const& test = tests[i];
    auto const found = std::lower_bound(out.questions.begin(), out.questions.end(), question(test));
    keys.push_back(static_cast<std::uint32_t>(found - out.questions.begin()));
    of_column.push_back(test.words == TokenTest::group_table ? test.group : none);
    if (test.words == TokenTest::every_word) out.every_word[i / 64] |= 1ull << (i % 64);
    if (test.words == TokenTest::one_group) out.one_group.push_back(static_cast<std::uint32_t>(i));
  }
  std::stable_sort(out.one_group.begin(), out.one_group.end(), [&](std::uint32_t a, std::uint32_t b) { return tests[a].group < tests[b].group; });
  out.by_question = lists_by(keys, out.questions.size());
  out.by_column = lists_by(of_column, columns);
  return out;
}

}  // namespace whosaid::grammar
