// docs/notation.md, run: blocks marked `lexicon NAME` and whole grammar files stay for the blocks behind them; a block of bare
// rules is a grammar of its own, with the file name page.peg; `peg refused` must give the messages of the next block.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "grammar/library.hpp"

namespace notation_test {

using namespace whosaid;
using namespace whosaid::grammar;

namespace {

struct Block {
  std::string info, content;
  std::size_t line = 0;
};

std::vector<Block> blocks_of(std::string const& path) {
  std::ifstream in(path);
  std::vector<Block> blocks;
  bool open = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      open = !open;
      if (open) blocks.push_back({line.substr(3), {}, number});
    } else if (open) {
      blocks.back().content += line + "\n";
    }
  }
  return blocks;
}

std::string told(Problems const& problems) {
  std::string out;
  for (auto const& problem : problems) out += problem.to_string() + "\n";
  return out;
}

}  // namespace

TEST_CASE("what the page on the notation shows is what the engine does") {
  char const* const page = std::getenv("WHOSAID_NOTATION");
  REQUIRE(page);
  auto const blocks = blocks_of(page);
  std::vector<GrammarFile> standing;
  std::size_t ran = 0, refused = 0, examples = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto const& block = blocks[i];
    CAPTURE(block.line);
    if (block.info.starts_with("lexicon ")) {
      standing.push_back({"xx/lexicons/" + block.info.substr(8) + ".txt", block.content});
      continue;
    }
    auto files = standing;
    bool const whole = block.content.starts_with("language ");
    if (block.info == "peg refused") {
      // The header stands in a file of its own line count, so that places are those of the block.
      files.push_back({"page.peg", block.content + "language xx grammar page\n"});
      auto const library = Library::from_files(files);
      REQUIRE_FALSE(library);
      REQUIRE(i + 1 < blocks.size());
      REQUIRE(blocks[i + 1].info == "message");
      CHECK(told(library.problems()) == blocks[i + 1].content);
      ++refused;
    } else if (block.info == "peg") {
      files.push_back({"page.peg", whole ? block.content : block.content + "language xx grammar page\n"});
      auto const library = Library::from_files(files);
      REQUIRE_MESSAGE(library, told(library.problems()));
      if (whole && block.content.find("replace ") == std::string::npos && block.content.find("grammar names") != std::string::npos)
        standing.push_back({"names.peg", block.content});
      auto const& language = *library->language("xx");
      auto const report = run_examples(language, "");
      CHECK_MESSAGE(report.failures.empty(), told(report.failures));
      examples += report.passed;
      ++ran;
    } else {
      CHECK_MESSAGE(block.info == "message", "a block that is not run");
    }
  }
  CHECK(ran >= 6);
  CHECK(refused >= 4);
  CHECK(examples >= 40);
}

}  // namespace notation_test
