// The machine against the naive matcher, on generated grammars and inputs. Seeds are fixed: a failure stays a failure.
#include <doctest/doctest.h>

#include <random>

#include "grammar/read_grammar.hpp"
#include "naive_matcher.hpp"

namespace machine_test {

using namespace whosaid;
using namespace whosaid::grammar;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

template <std::size_t n>
char const* one_of(Random& random, char const* const (&list)[n]) {
  return list[below(random, n)];
}

// Writes rules as an author would, in the notation itself, so that the reader is tested along the way.
class Writer {
 public:
  explicit Writer(Random& random) : random_(random) {}

  std::string grammar() {
    std::string out = "language xx\ngrammar made\n";
    auto const roots = 1 + below(random_, 4);
    for (std::size_t i = 0; i < roots; ++i)
      out += "root" + std::to_string(i) + " -> hit 0.5\n  <- " + expression(3) + (i == 0 ? " (h0 / h1 / h2)?" : "") + "\n  | a\n";
    for (int i = 0; i < 3; ++i) out += "h" + std::to_string(i) + " <- " + expression(i == 0 ? 3 : 2) + "\n";
    out += "other -> person 0.5\n  <- \"zzz\"\n  | zzz\nplace -> place 0.5\n  <- \"zzz\"\n  | zzz\n";
    return out;
  }

 private:
  std::string atom() {
    static constexpr char const* atoms[] = {".",        "\"a\"",      "'A'",     "\"said\"", "\",\"",   "%one",     "%many",
                                            "<person>", "<place>",    "<quote>", "h0",       "h1",      "h2",       "\"B\"",
                                            "%many",    "<person & capital>", "[quote & ends_comma]", "\"b\"", "'b'"};
    if (below(random_, 3) == 0) return "[" + token_class(2) + "]";
    return one_of(random_, atoms);
  }

  std::string token_class(int depth) {
    static constexpr char const* tests[] = {"word", "capital", "comma", "number", "lower", "%one", "%many", "\"a\"", "'B'", "quote", "sentence_start"};
    if (depth == 0 || below(random_, 2) == 0) return std::string(below(random_, 3) ? "" : "!") + one_of(random_, tests);
    auto const left = token_class(depth - 1), right = token_class(depth - 1);
    return std::string(below(random_, 4) ? "" : "!") + "(" + left + (below(random_, 2) ? " & " : " | ") + right + ")";
  }

  std::string expression(int depth) {
    if (depth == 0) return atom();
    switch (below(random_, 12)) {
      case 0:
      case 1:
      case 2: return "(" + expression(depth - 1) + " " + expression(depth - 1) + ")";
      case 3: return "(" + expression(depth - 1) + " " + atom() + " " + expression(depth - 1) + ")";
      case 4:
      case 5: return "(" + expression(depth - 1) + " / " + expression(depth - 1) + ")";
      case 6: return "(" + expression(depth - 1) + " / " + atom() + " / " + expression(depth - 1) + ")";
      case 7: {
        static constexpr char const* counts[] = {"?", "*", "+", "{2}", "{1,2}", "{0,2}", "{1,}", "{3,5}"};
        return "(" + expression(depth - 1) + ")" + one_of(random_, counts);
      }
      case 8: return std::string(below(random_, 2) ? "&" : "!") + expression(depth - 1) + " " + atom();
      case 9: return std::string(below(random_, 2) ? "x:" : "y:") + expression(depth - 1);
      case 10: return "~[" + token_class(1) + "] " + atom();
      default: return atom();
    }
  }

  Random& random_;
};

// A text of few words, some of it folded into quotes and chunks.
void make_input(Random& random, std::size_t longest, Language const& language, std::string& text, TokenTable& table) {
  static constexpr char const* words[] = {"a", "A", "b", "B", "c", "said", "Said", ",", ".", "5", "pointed out", "prime minister", "prime"};
  text.clear();
  auto const count = 1 + below(random, longest);
  for (std::size_t i = 0; i < count; ++i) text += std::string(i ? " " : "") + one_of(random, words);
  tokenize(text, language.vocabulary(), table);
  auto const size = static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    if (below(random, 8) == 0) {
      auto const width = 1 + static_cast<std::uint32_t>(below(random, 3));
      if (at + width <= size) {
        table.tokens[at].width = width;
        table.tokens[at].features |= feature::quote | (below(random, 2) ? Features{feature::ends_comma} : 0);
        table.add_chunk({at, at + width, quote_chunk, 0, 0, 0});
        at += width - 1;
        continue;
      }
    }
    for (char const* kind : {"person", "place", "person"})
      if (below(random, 6) == 0) {
        auto const last = at + 1 + static_cast<std::uint32_t>(below(random, 3));
        if (last <= size) table.add_chunk({at, last, static_cast<ChunkKind>(language.chunk_kind(kind)), 0, 0, 0});
      }
  }
}

struct Seen {
  std::uint32_t first = 0;
  std::string rule;
  naive::Found found;
};

std::string shown(std::vector<Seen> const& all) {
  std::string out;
  for (auto const& seen : all) {
    out += std::to_string(seen.first) + "-" + std::to_string(seen.found.last) + " " + seen.rule;
    for (auto const& capture : seen.found.captures)
      out += " " + capture.name + ":" + std::to_string(capture.first) + "-" + std::to_string(capture.last);
    out += "\n";
  }
  return out;
}

std::vector<Seen> by_machine(Language const& language, TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch) {
  auto const& grammar = *language.grammar("made");
  std::vector<Seen> out;
  grammar.find(table, first, last, scratch, [&](Match const& match) {
    Seen seen{match.first, std::string(grammar.rule_short_name(match.rule)), {match.last, {}}};
    for (auto const& capture : match.captures)
      seen.found.captures.push_back({std::string(language.capture_name(capture.name)), capture.first, capture.last});
    out.push_back(std::move(seen));
  });
  return out;
}

// nullopt when the naive matcher gave up.
std::optional<std::vector<Seen>> by_definition(std::vector<Rule> const& rules, Language const& language, TokenTable const& table,
                                               std::uint32_t first, std::uint32_t last) {
  naive::Matcher matcher(rules, language, table, first, last);
  std::vector<Seen> out;
  for (auto at = first; at < last; at += table.tokens[at].width)
    for (auto const& rule : rules) {
      if (!rule.root) continue;
      auto found = matcher.match(rule.name, at);
      if (matcher.gave_up()) return std::nullopt;
      if (found) out.push_back({at, rule.name, std::move(*found)});
    }
  return out;
}

}  // namespace

TEST_CASE("the machine finds what the definition of the notation says") {
  Random random(20240315);
  Scratch scratch;
  scratch.budget = {10'000'000, 1'000'000'000, 100'000};
  std::size_t grammars = 0, compared = 0, matches = 0, refused = 0;
  std::string text;
  TokenTable table;
  while (grammars < 5000) {
    auto const source = Writer(random).grammar();
    auto library = Library::from_files({{"xx/made.peg", source},
                                        {"xx/lexicons/one.txt", "a\nsaid\n"},
                                        {"xx/lexicons/many.txt", "b\npointed out\nprime minister\nprime minister said\nsaid a\n"}});
    if (!library) {
      REQUIRE(++refused < 200'000);
      continue;  // left recursion, loops over nothing and the like: tested elsewhere
    }
    ++grammars;
    Problems problems;
    auto const tree = read_grammar(make_source("made.peg", source), problems);
    auto const& language = *library->language("xx");
    for (int round = 0; round < 6; ++round) {
      // A long one now and then: what is remembered of it does not fit the machine's table.
      make_input(random, grammars % 50 == 0 && round == 0 ? 3000 : 12, language, text, table);
      auto const size = static_cast<std::uint32_t>(table.tokens.size());
      auto first = round == 5 ? static_cast<std::uint32_t>(below(random, size)) : 0u;
      auto const last = round == 4 ? static_cast<std::uint32_t>(below(random, size + 1)) : size;
      first = std::min(first, last);
      auto const wanted = by_definition(tree.rules, language, table, first, last);
      if (!wanted) continue;
      auto const found = by_machine(language, table, first, last, scratch);
      ++compared;
      matches += wanted->size();
      REQUIRE_MESSAGE(shown(found) == shown(*wanted), source << "\n" << text << "\n" << first << "-" << last);
    }
  }
  CHECK_FALSE(scratch.budget_hit);
  CHECK(compared > 25000);
  CHECK(matches > 30000);  // most inputs are tried by several roots; a test of nothing but failures would be blind
  MESSAGE(grammars << " grammars, " << refused << " refused, " << compared << " inputs, " << matches << " matches");
}

TEST_CASE("a grammar of many roots follows one of few in the same memory") {
  auto const made = [](std::size_t roots) {
    static constexpr char const* items[] = {"\"a\"", "\"b\" .", "[capital] \"a\"", "\"said\" %many", "<person>", "%one", ". \"b\""};
    std::string out = "language xx\ngrammar made\n";
    for (std::size_t i = 0; i < roots; ++i) out += "root" + std::to_string(i) + " -> hit 0.5\n  <- " + items[i % std::size(items)] + "\n  | a\n";
    return out + "other -> person 0.5\n  <- \"zzz\"\n  | zzz\nplace -> place 0.5\n  <- \"zzz\"\n  | zzz\n";
  };
  Random random(20261130);
  Scratch scratch;
  scratch.budget = {10'000'000, 1'000'000'000, 100'000};
  std::string text;
  TokenTable table;
  for (std::size_t const roots : {1u, 64u, 65u, 2u, 200u, 63u, 128u, 129u}) {
    auto const source = made(roots);
    auto const library = Library::from_files({{"xx/made.peg", source}, {"xx/lexicons/one.txt", "a\nsaid\n"}, {"xx/lexicons/many.txt", "b\npointed out\n"}});
    REQUIRE(static_cast<bool>(library));
    Problems problems;
    auto const tree = read_grammar(make_source("made.peg", source), problems);
    auto const& language = *library->language("xx");
    make_input(random, 3000, language, text, table);
    auto const size = static_cast<std::uint32_t>(table.tokens.size());
    auto const wanted = by_definition(tree.rules, language, table, 0, size);
    REQUIRE(wanted.has_value());
    CHECK(wanted->size() > roots);
    CHECK_MESSAGE(shown(by_machine(language, table, 0, size, scratch)) == shown(*wanted), roots);
  }
}

}  // namespace machine_test
