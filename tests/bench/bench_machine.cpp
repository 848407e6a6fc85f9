// What the grammars cost: CPU time per token for each grammar of a language over its own example sentences, or over a text
// file. bench_machine [FILE [LANGUAGE]]. The sentences of a grammar are all made for it, so real text is cheaper.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include "grammar/library.hpp"

namespace {

using namespace whosaid;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string example_text(grammar::Language const& language) {
  std::string text;
  for (auto const& name : language.grammar_names())
    for (auto const& example : language.examples(name)) text += example.sentence + "\n\n";
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  auto const start = cpu_seconds();
  auto const library = grammar::Library::open();
  if (!library) {
    for (auto const& problem : library.problems()) std::fprintf(stderr, "%s\n", problem.to_string().c_str());
    return 2;
  }
  std::printf("open        %8.2f ms\n", (cpu_seconds() - start) * 1e3);
  auto const* language = library->language(argc > 2 ? argv[2] : "en");
  if (!language) return 2;
  std::string text;
  if (argc > 1) {
    std::ostringstream content;
    content << std::ifstream(argv[1], std::ios::binary).rdbuf();
    text = std::move(content).str();
  } else {
    text = example_text(*language);
  }
  std::string const once = text;
  while (text.size() < 4'000'000 && !once.empty()) text += once;

  TokenTable table;
  tokenize(text, language->vocabulary(), table);
  auto const tokens = static_cast<std::uint32_t>(table.tokens.size());
  if (tokens == 0) return 2;
  auto const cut = cpu_seconds();
  tokenize(text, language->vocabulary(), table);
  std::printf("tokenize    %8.2f ns/token, %u tokens\n", (cpu_seconds() - cut) / tokens * 1e9, tokens);

  grammar::Scratch scratch;
  for (auto const& name : language->grammar_names()) {
    double best = 1e9;
    std::size_t matches = 0;
    for (int round = 0; round < 5; ++round) {
      matches = 0;
      auto const begin = cpu_seconds();
      language->grammar(name)->find(table, 0, tokens, scratch, [&](grammar::Match const&) { ++matches; });
      best = std::min(best, cpu_seconds() - begin);
    }
    std::printf("%-11s %8.2f ns/token, %zu matches%s\n", name.c_str(), best / tokens * 1e9, matches, scratch.budget_hit ? ", budget hit" : "");
    scratch.budget_hit = false;
  }
}
