#include "quotes/unmarked.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "quotes/pair_marks.hpp"
#include "tokens/lexicon.hpp"

namespace quotes_unmarked_test {

using namespace whosaid;

namespace {

// Quotations without marks, parted by " | "; those with marks are left out.
std::string found(std::string_view text) {
  Vocabulary vocabulary;
  (void)vocabulary.freeze();
  TokenTable table;
  tokenize(text, vocabulary, table);
  auto rules = MarkRules::read("pair “ ”\npair \" \"\ndash — ―\nlabel Q A\n");
  auto quotes = pair_marks(table, rules, vocabulary);
  if (add_unmarked(table, rules, quotes)) settle_quotes(quotes);
  fold_quotes(table, quotes);
  std::string out;
  for (auto const& quote : quotes) {
    if (!quote.block) continue;
    if (!out.empty()) out += " | ";
    for (auto const& segment : quote.segments) out += segment.in(text);
  }
  return out;
}

}  // namespace

TEST_CASE("questions and answers") {
  CHECK(found("Q: Will you run again?\nA: I have not decided.") == "Will you run again? | I have not decided.");
  CHECK(found("Q. Will you run again?\n\nA. I have not decided.\n\nThe end of the talk.") == "Will you run again? | I have not decided.");
  CHECK(found("A. Lund met the mayor.\n\nB. Rao did not.") == "");
  CHECK(found("Q: “Will you?”\nA: “No.”") == "");
}

TEST_CASE("transcripts repeat a name") {
  CHECK(found("LUND: We had no choice here.\n\nRAO: You had a choice.\n\nLUND: We did not.") ==
        "We had no choice here. | You had a choice. | We did not.");
  CHECK(found("Location: at the old harbour.\n\nDate: on the third of May.\n\nPrice: it is free of charge.") == "");
  CHECK(found("Lund: 547.\n\nRao: 46.\n\nLund: 12.") == "");
}

TEST_CASE("dialogue behind dashes has a narrator") {
  CHECK(found("—No habrá acuerdo —dijo la ministra.") == "No habrá acuerdo");
  CHECK(found("—No —dijo la ministra—. Mañana veremos.") == "No | Mañana veremos.");
  CHECK(found("— Нет, — сказал он. — Да.") == "Нет, | Да.");
  CHECK(found("— The bill — which passed on Monday — is law.\n\n— The dam is shut.") == "");
  CHECK(found("—By Ana Weiss") == "");
}

TEST_CASE("quotations inside unmarked speech know it") {
  std::string text = "Q: Who said “never” to you?\nA: She did, twice.";
  Vocabulary vocabulary;
  (void)vocabulary.freeze();
  TokenTable table;
  tokenize(text, vocabulary, table);
  auto rules = MarkRules::read("pair “ ”\nlabel Q A\n");
  auto quotes = pair_marks(table, rules, vocabulary);
  REQUIRE(add_unmarked(table, rules, quotes));
  settle_quotes(quotes);
  REQUIRE(quotes.size() == 3);
  CHECK(quotes[0].block);
  CHECK(quotes[1].parent == 0);
}

TEST_CASE("many labels and dashes take linear time") {
  auto begin = std::chrono::steady_clock::now();
  for (std::string_view unit : {"Q: a b c.\n", "Ann: we are here.\n", "—A —b ", "—A —b\n", "A: "}) {
    std::string text;
    while (text.size() < 500'000) text += unit;
    CHECK(found(text).size() <= 2 * text.size());
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

}  // namespace quotes_unmarked_test
