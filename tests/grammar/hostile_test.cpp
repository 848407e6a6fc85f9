// Grammar files that are made to take long or to break the reader: each is answered, with or without problems, in seconds.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <random>

#include "grammar/library.hpp"

namespace hostile_test {

using namespace whosaid;
using namespace whosaid::grammar;

namespace {

std::string repeated(std::string const& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string joined(std::size_t count, std::string const& between, std::function<std::string(std::size_t)> const& item) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i) out += between;
    out += item(i);
  }
  return out;
}

std::string numbered(char const* mark, std::size_t i) { return mark + ("w" + std::to_string(i)) + mark; }

std::string junk(std::size_t size) {
  std::mt19937 random(7);
  std::string out(size, ' ');
  for (char& c : out) c = random() % 50 ? static_cast<char>(32 + random() % 95) : '\n';
  return out;
}

}  // namespace

TEST_CASE("a hostile grammar ends in a message or in a program, and soon") {
  std::string const head = "language xx\ngrammar made\n", rule = "x -> hit 0.5\n <- ", example = "\n | a\n";
  struct Case {
    char const* name;
    std::string content;
    bool loads;
  };
  std::size_t const words = 19'000;
  std::vector<Case> const cases = {
      {"open brackets", head + rule + repeated("(", 900'000), false},
      {"open classes", head + rule + repeated("[(", 400'000), false},
      {"tests of tests", head + rule + repeated("!", 900'000) + "\"a\"" + example, false},
      {"captures of captures", head + rule + repeated("a:", 400'000) + "\"a\"" + example, false},
      {"a long choice", head + rule + joined(words, " / ", [](auto i) { return numbered("\"", i); }) + example, true},
      {"a long choice of spellings", head + rule + joined(words, " / ", [](auto i) { return numbered("'", i); }) + example, true},
      {"a long sequence", head + rule + joined(words, " ", [](auto i) { return numbered("\"", i); }) + example, true},
      {"a class of spellings", head + rule + "[" + joined(words, " | ", [](auto i) { return numbered("'", i); }) + "]" + example, false},
      {"too many words", head + rule + joined(60'000, " / ", [](auto i) { return numbered("\"", i); }) + example, false},
      {"many rules", head + rule + "r0" + example + joined(30'000, "\n", [](auto i) { return "r" + std::to_string(i) + " <- r" + std::to_string(i + 1); }) + "\nr30000 <- \"a\"\n", false},
      {"a deep chain of rules", head + rule + "r0" + example + joined(1'900, "\n", [](auto i) { return "r" + std::to_string(i) + " <- \"b\" / (\"c\" / (\"d\" / (\"e\" / r" + std::to_string(i + 1) + " \"q\"))) \"z\""; }) + "\nr1900 <- \"a\"\n", true},
      {"loops of loops", head + rule + repeated("(", 60) + "\"a\" \"b\"" + repeated(")+", 60) + example, true},
      {"counted loops of loops", head + rule + repeated("(", 60) + "\"a\" \"b\"" + repeated("){1,1000}", 60) + example, true},
      {"many counted loops", head + rule + joined(9'000, " ", [](auto i) { return "(\"a\" \"b" + std::to_string(i) + "\" \"c\"){1000}"; }) + example, false},
      {"many examples", head + rule + "\"a\"\n" + repeated(" | a\n", 150'000), true},
      {"nested brackets in an example", head + rule + "a:\"a\"\n | " + repeated("[a ", 150'000) + "a" + repeated("]", 150'000) + "\n", true},
      {"comments", head + repeated("#\n", 400'000) + rule + "\"a\"" + example, true},
      {"names without rules", head + repeated("x\n", 400'000), false},
      {"removals", head + repeated("remove x\n", 90'000), false},
      {"junk", head + junk(900'000), false},
      {"zero bytes", head + rule + "'" + std::string(1000, '\0') + "'" + example, true},
      {"more than a megabyte", head + repeated("# a comment\n", 100'000), false},
  };
  for (auto const& hostile : cases) {
    CAPTURE(hostile.name);
    auto const start = std::chrono::steady_clock::now();
    auto const library = Library::from_files({{"xx/made.peg", hostile.content}});
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK(seconds < (std::getenv("WHOSAID_SANITIZED") ? 200 : 20));  // a sanitizer makes it several times slower
    CHECK(static_cast<bool>(library) == hostile.loads);
    if (!library)
      for (auto const& problem : library.problems()) CHECK_FALSE(problem.message.empty());
    else
      (void)run_examples(*library->language("xx"), "");
  }
}

}  // namespace hostile_test
