// How find and fold go over a text, and where they stop.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

#include "grammar/library.hpp"

namespace grammar_find_test {

using namespace whosaid;
using namespace whosaid::grammar;

namespace {

Library opened(std::string const& rules) {
  auto library = Library::from_files({{"xx/made.peg", "language xx\ngrammar made\n" + rules}, {"xx/lexicons/role.txt", "mayor\nprime minister\nprime\n"}});
  for (auto const& problem : library ? Problems{} : library.problems()) FAIL(problem.to_string());
  return *library;
}

struct Hit {
  std::string rule;
  std::uint32_t first = 0, last = 0;
  friend bool operator==(Hit const&, Hit const&) = default;
};

std::vector<Hit> found(Library const& library, TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch,
                       bool folding = false) {
  auto const& grammar = *library.language("xx")->grammar("made");
  std::vector<Hit> hits;
  auto const note = [&](Match const& match) {
    hits.push_back({std::string(grammar.rule_short_name(match.rule)), match.first, match.last});
  };
  if (folding) grammar.fold(table, first, last, scratch, note);
  else grammar.find(table, first, last, scratch, note);
  return hits;
}

}  // namespace

TEST_CASE("find reports all roots at all tokens, fold the first of the file and goes on behind it") {
  auto const library = opened(
      "one -> hit 0.5\n <- \"a\"\n | a\n"
      "two -> hit 0.5\n <- \"a\" \"a\"\n | a a\n");
  TokenTable table;
  tokenize("a a b a", library.language("xx")->vocabulary(), table);
  Scratch scratch;
  CHECK(found(library, table, 0, 4, scratch) == std::vector<Hit>{{"one", 0, 1}, {"two", 0, 2}, {"one", 1, 2}, {"one", 3, 4}});
  CHECK(found(library, table, 0, 4, scratch, true) == std::vector<Hit>{{"one", 0, 1}, {"one", 1, 2}, {"one", 3, 4}});
  CHECK(found(library, table, 1, 3, scratch) == std::vector<Hit>{{"one", 1, 2}});
  CHECK(found(library, table, 2, 2, scratch).empty());
  CHECK(found(library, table, 0, 100, scratch).size() == 4);
}

TEST_CASE("a fold that begins after a longer match does not see its tokens again") {
  auto const library = opened(
      "pair -> hit 0.5\n <- \"a\" \"b\"\n | a b\n"
      "tail -> hit 0.5\n <- \"b\"\n | b\n");
  TokenTable table;
  tokenize("a b b", library.language("xx")->vocabulary(), table);
  Scratch scratch;
  CHECK(found(library, table, 0, 3, scratch, true) == std::vector<Hit>{{"pair", 0, 2}, {"tail", 2, 3}});
}

TEST_CASE("the longest phrase of a lexicon is taken, and it ends inside the region") {
  auto const library = opened("role -> hit 0.5\n <- %role\n | mayor\n");
  TokenTable table;
  tokenize("the prime minister", library.language("xx")->vocabulary(), table);
  Scratch scratch;
  CHECK(found(library, table, 0, 3, scratch) == std::vector<Hit>{{"role", 1, 3}});
  CHECK(found(library, table, 0, 2, scratch) == std::vector<Hit>{{"role", 1, 2}});
}

TEST_CASE("chunks that a callback adds are seen by what is tried later") {
  auto const library = opened(
      "name -> person 0.5\n <- [capital]\n | Jane\n"
      "said -> hit 0.5\n <- \"by\" <person>\n | by Jane\n");
  auto const& language = *library.language("xx");
  TokenTable table;
  tokenize("by Jane", language.vocabulary(), table);
  Scratch scratch;
  auto const& grammar = *language.grammar("made");
  auto const person = static_cast<ChunkKind>(language.chunk_kind("person"));
  CHECK(found(library, table, 0, 2, scratch) == std::vector<Hit>{{"name", 1, 2}});
  grammar.fold(table, 0, 2, scratch, [&](Match const& match) { table.add_chunk({match.first, match.last, person, 0, 0, 0}); });
  CHECK(found(library, table, 0, 2, scratch) == std::vector<Hit>{{"said", 0, 2}, {"name", 1, 2}});
}

TEST_CASE("a rule is followed over a chunk of any length") {
  auto const library = opened(
      "name -> person 0.5\n <- \"zzz\"\n | zzz\n"
      "said -> hit 0.5\n <- \"by\" <person> \"said\"\n | by zzz said\n");
  auto const& language = *library.language("xx");
  for (std::uint32_t const length : {1u, 127u, 128u, 129u, 1000u}) {
    std::string text = "by ";
    for (std::uint32_t i = 0; i < length; ++i) text += "a ";
    text += "said";
    TokenTable table;
    tokenize(text, language.vocabulary(), table);
    table.add_chunk({1, 1 + length, static_cast<ChunkKind>(language.chunk_kind("person")), 0, 0, 0});
    Scratch scratch;
    CHECK(found(library, table, 0, length + 2, scratch) == std::vector<Hit>{{"said", 0, length + 2}});
  }
}

TEST_CASE("a grammar may have more than 64 roots") {
  std::string rules;
  for (int i = 0; i < 130; ++i) {
    auto const number = std::to_string(i);
    rules += "rule" + number + " -> hit 0.5\n <- \"w" + number + "\" [word & !\"end\"]* \"end\"\n | w" + number + " end\n";
  }
  auto const library = opened(rules);
  TokenTable table;
  tokenize("w0 w63 w64 a w128 end, w129", library.language("xx")->vocabulary(), table);
  Scratch scratch;
  CHECK(found(library, table, 0, 8, scratch) == std::vector<Hit>{{"rule0", 0, 6}, {"rule63", 1, 6}, {"rule64", 2, 6}, {"rule128", 4, 6}});
}

TEST_CASE("an exponential rule ends at its budget and says so; its neighbours still match") {
  std::string rules = "slow -> hit 0.5\n <- r0 \"z\"\n | a\nfast -> hit 0.5\n <- \"a\"\n | a\n";
  for (int i = 0; i < 24; ++i) {
    auto const next = "x:r" + std::to_string(i + 1);  // a capture, so that a success is not remembered
    rules += "r" + std::to_string(i) + " <- " + next + " \"b\" / " + next + " \"c\" / " + next + "\n";
  }
  rules += "r24 <- \"a\"\n";
  auto const library = opened(rules);
  TokenTable table;
  tokenize("a a a z", library.language("xx")->vocabulary(), table);  // where no "z" comes the rule is not even tried
  Scratch scratch;
  auto const hits = found(library, table, 0, 4, scratch);
  CHECK(scratch.budget_hit);
  CHECK(hits == std::vector<Hit>{{"fast", 0, 1}, {"fast", 1, 2}, {"fast", 2, 3}});
}

TEST_CASE("recursion ends at the depth of the budget") {
  auto const library = opened("deep -> hit 0.5\n <- list\n | a\nlist <- \"a\" list / \"a\"\n");
  auto const& vocabulary = library.language("xx")->vocabulary();
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "a ";
  TokenTable table;
  tokenize(text, vocabulary, table);
  Scratch scratch;
  auto const hits = found(library, table, 0, 2000, scratch);
  CHECK(scratch.budget_hit);
  REQUIRE(hits.size() > 400);
  CHECK(hits.size() < 520);  // only where fewer than 512 words follow
  CHECK(hits.back() == Hit{"deep", 1999, 2000});
}

TEST_CASE("a loop at every token of a long line stays within the budget of the document") {
  // What stands before the end is not asked for before the rule is tried.
  auto const library = opened("far -> hit 0.5\n <- [word & !\"end\"]+ ~[\"b\"] \"end\"\n | a b end\n");
  std::string text;
  for (int i = 0; i < 100'001; ++i) text += "a ";
  text += "end";
  TokenTable table;
  tokenize(text, library.language("xx")->vocabulary(), table);
  Scratch scratch;
  auto const start = std::chrono::steady_clock::now();
  CHECK(found(library, table, 0, 100'002, scratch).empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(std::getenv("WHOSAID_SANITIZED") ? 400 : 20));
  CHECK(scratch.budget_hit);
}

TEST_CASE("a look behind is cheap at every token of a text full of quotes") {
  auto const library = opened("behind -> hit 0.5\n <- ~[quote] \"a\"\n | \"b\" a\n");
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "\" \" a ";
  TokenTable table;
  tokenize(text, library.language("xx")->vocabulary(), table);
  REQUIRE(table.tokens.size() == 150'000);
  for (std::uint32_t i = 0; i < table.tokens.size(); i += 3) {
    table.tokens[i].width = 2;
    table.tokens[i].features |= feature::quote;
  }
  Scratch scratch;
  auto const start = std::chrono::steady_clock::now();
  CHECK(found(library, table, 0, 150'000, scratch).size() == 50'000);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK_FALSE(scratch.budget_hit);
}

}  // namespace grammar_find_test
