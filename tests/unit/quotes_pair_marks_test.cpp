#include "quotes/pair_marks.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>

namespace quotes_pair_marks_test {

using namespace whosaid;

namespace {

constexpr std::string_view marks_file =
    "pair “ ”\npair \" \"\npair „ “\npair „ ”\npair ” ”\n"
    "loose “ \"\nloose \" ”\nloose “ “\nloose \" “\nloose ” \"\nloose ” “\nloose „ \"\n"
    "pair ‘ ’\npair ' '\npair ‚ ‘\npair ‚ ’\npair ` '\npair ’ ’\nloose ‘ '\nloose ' ’\nloose ‘ ‘\napostrophe ' ’ ‘ `\n"
    "pair « »\npair » «\npair ‹ ›\npair 「 」\npair 『 』\nmeasure \" ” ' ’\ndash —\n";

Vocabulary const& vocabulary() {
  static Vocabulary const made = [] {
    Vocabulary v;
    (void)v.add_lexicon("speech_verb", "s", "say, says, said\nask, asks, asked\n");
    (void)v.add_lexicon("abbreviation", "a", "mr.\n");
    (void)v.add_lexicon("elision", "e", "'tis\n'em\n'n'\n");
    (void)v.freeze();
    return v;
  }();
  return made;
}

std::vector<MarkedQuote> pairs(std::string_view text, TokenTable& table) {
  tokenize(text, vocabulary(), table);
  return pair_marks(table, MarkRules::read(marks_file), vocabulary());
}

// Each quotation as its segments parted by " / ", nested ones behind ">", unclosed with "…)", unopened with "(…"; one " | " between.
std::string found(std::string_view text) {
  TokenTable table;
  std::string out;
  for (auto const& quote : pairs(text, table)) {
    if (!out.empty()) out += " | ";
    if (quote.parent != no_parent) out += '>';
    if (quote.unopened) out += "(";
    for (std::size_t i = 0; i < quote.segments.size(); ++i) {
      if (i) out += " / ";
      out += quote.segments[i].in(text);
    }
    if (quote.unclosed) out += ")";
  }
  return out;
}

}  // namespace

TEST_CASE("an opening mark typed twice opens once") {
  CHECK(found("“”We go,” said Ana.") == "We go,");
  CHECK(found("She said “” and “We go.”") == "We go.");
}

TEST_CASE("paragraphs that were glued together, the second of which opens again") {
  CHECK(found("\"We go,\" said Ana.\"We ran.\"We hid.\"The mayor agreed.") == "We go, | We ran. / We hid.");
  CHECK(found("\"We go,\" said Ana.\"We ran.\"The mayor agreed it was \"late\".") == "We go, | We ran. | late");
  CHECK(found("\"We go.\"She left.\"We ran.\"") == "We go. | We ran.");
}

TEST_CASE("the second of two straight single marks was turned round") {
  CHECK(found("‘’We go,’’ said Ana.") == "We go,");
  CHECK(found("He wrote ‘’ and “We go.”") == "We go.");
}

TEST_CASE("pairs of every style") {
  CHECK(found("\"We go,\" said Ana. \"Now.\"") == "We go, | Now.");
  CHECK(found("“We go,” said Ana.") == "We go,");
  CHECK(found("''We go,'' said Ana. ``Now,'' she said.") == "We go, | Now,");
  CHECK(found("„Wir gehen“, sagte Kai. „Jetzt”, sagte er.") == "Wir gehen | Jetzt");
  CHECK(found("”Vi går”, sade Eva.") == "Vi går");
  CHECK(found("«On y va», dit-il. »Wir gehen«, sagte Kai.") == "On y va | Wir gehen");
  CHECK(found("「行く」と彼は言った。") == "行く");
  CHECK(found("&ldquo;We go,&rdquo; he said. â€œNow,â€\xC2\x9D she said.") == "We go, | Now,");
  CHECK(found("« On y va », dit-il.") == "On y va");
  CHECK(found("«\u00A0On y va\u00A0», dit-il.") == "On y va");
}

TEST_CASE("mismatched pairs are repaired") {
  CHECK(found("“We go,\" Price said. \"Now,” he said.") == "We go, | Now,");
  CHECK(found("“Hello,“ he said, “how are you?”") == "Hello, | how are you?");
  CHECK(found("\"We go,“ he said.") == "We go,");
  CHECK(found("”We go,“ he said. ”Now we go.“") == "We go, | Now we go.");
}

TEST_CASE("spaces on the wrong side") {
  CHECK(found("\" We go, \" he said.") == "We go,");
  CHECK(found("He said:\" We go,\" and left.") == "We go,");
  CHECK(found("\"We go, \"he said. \"Now.\"") == "We go, | Now.");
  CHECK(found("\"We go,\"he said,\"now.\"") == "We go, | now.");
}

TEST_CASE("British single marks and apostrophes") {
  CHECK(found("‘It’s the drivers’ fault,’ said Tom O’Hara.") == "It’s the drivers’ fault,");
  CHECK(found("'It's the drivers' fault,' said Tom O'Hara.") == "It's the drivers' fault,");
  CHECK(found("The drivers' fault and the boys' coats.") == "");
  CHECK(found("The drivers’ fault and the boys’ coats.") == "");
  CHECK(found("''Tis finished,' she said.") == "'Tis finished,");
  CHECK(found("'We are done', she said.") == "We are done");
  CHECK(found("‘We go,’ she said. ‘Now.’") == "We go, | Now.");
  CHECK(found("Rock 'n' roll is for 'em.") == "");
  CHECK(found("He called it ‘the boys’ club’ of the town.") == "the boys’ club");
  CHECK(found("'40 dead' after storm") == "40 dead");
  CHECK(found("Minister 'knew of flats' and stayed") == "knew of flats");
  CHECK(found("‘ Oh dear ! I shall be late ! ’") == "Oh dear ! I shall be late !");
  CHECK(found("`We go,' she said.") == "We go,");
}

TEST_CASE("nested quotations know their parent") {
  CHECK(found("\"She told me, 'Sell it all,' and I did,\" Cole said.") == "She told me, 'Sell it all,' and I did, | >Sell it all,");
  CHECK(found("‘He said “no” to me,’ said Ana.") == "He said “no” to me, | >no");
  CHECK(found("\"He said \"no\" to me,\" said Ana.") == "He said \"no\" to me, | >no");
  CHECK(found("“I like the song ‘Dawn,’” he said.") == "I like the song ‘Dawn,’ | >Dawn,");
  CHECK(found("``Hello ``how are you?''''") == "Hello ``how are you?'' | >how are you?");
  CHECK(found("'''Go' and 'stay,''' he said.") == "'Go' and 'stay,' | >Go | >stay,");
  CHECK(found("“The drivers' fault,” he said.") == "The drivers' fault,");
  CHECK(found("“Tell 'em,” he said. “'Em?”") == "Tell 'em, | 'Em?");
}

TEST_CASE("measures are no quotation marks") {
  CHECK(found("The 6'2\" striker said \"I feel fine\" before kick-off.") == "I feel fine");
  CHECK(found("Some 5\" of snow fell. \"Stay home,\" said Sheriff Dunn.") == "Stay home,");
  CHECK(found("\"He is 6'2\" and fast,\" she said.") == "He is 6'2\" and fast,");
  CHECK(found("\"We left in 2015\" was painted there.") == "We left in 2015");
}

TEST_CASE("a quotation over paragraphs is one") {
  CHECK(found("“We asked in May.\n\n“Nobody came,” said Iris.") == "We asked in May. / Nobody came,");
  CHECK(found("\"We asked in May.\r\n\r\n\"Nobody came,\" said Iris.\r\n\r\n\"Go,\" he said.") == "We asked in May. / Nobody came, | Go,");
  CHECK(found("“We asked.\n\nRead more: the dam story\n\n“Nobody came,” said Iris.") == "We asked. / Nobody came,");
  CHECK(found("«Мы просили.\n\n«Никто не пришёл», сказала она.") == "Мы просили. / Никто не пришёл");
  CHECK(found("‘We asked in May.\n\n‘Nobody came,’ said Iris.") == "We asked in May. / Nobody came,");
  CHECK(found("“We asked in May.\n\nNobody came,” said Iris.") == "We asked in May. / Nobody came,");
  CHECK(found("He said: \"We asked.\nNobody came.\nThe end.\" Then they left.") == "We asked. / Nobody came. / The end.");
  CHECK(found("“He said ‘no’ and left.\n\n“Then ‘yes.’”") == "He said ‘no’ and left. / Then ‘yes.’ | >no | >yes.");
}

TEST_CASE("a mark never closed ends at the nearest sensible border") {
  CHECK(found("\"The vote is final, said Lena Holt.\nCrowds left the square.") == "The vote is final,)");
  CHECK(found("\"The vote is final, Lena Holt said.\n\n\"Crowds left,\" he said.") == "The vote is final,) | Crowds left,");
  CHECK(found("She said: \"We go now.\n\nThe square was empty.") == "We go now.)");
  CHECK(found("“We go. “Now,” he said.") == "We go.) | Now,");
  CHECK(found("The so-called \"reform was cut.\n\n“We go,” he said.") == "We go,");
  CHECK(found("She wrote: “We go.’ Lund stayed.") == "We go.)");
  CHECK(found("A \"stray mark here\n\nThen “this,” he said.") == "this,");
}

TEST_CASE("a quotation in which the text breaks off goes to its end") {
  CHECK(found("Ana said: “We are going to ma") == "We are going to ma)");
  CHECK(found("Ana said: “We go.\n\n“The others have to st") == "We go. / The others have to st)");
  CHECK(found("Ana said: \"We are going to ma") == "We are going to ma)");
  CHECK(found("Ana said: “We are going to ma\n\nThe end of it.") == "");
  CHECK(found("The pipe is 5\" wide and lo") == "");
  CHECK(found("It is “we who go") == "we who go)");
  CHECK(found("It is \"we who go") == "");
  CHECK(found("It is “we") == "");
  CHECK(found("He came: ‘Tis") == "");
}

TEST_CASE("straight single marks that open each paragraph and close the last are one quotation") {
  CHECK(found("Ana said: 'I am sad.\n\n'Emil was kind. She didn't go.\n\n'Bram was kind.'") == "I am sad. / Emil was kind. She didn't go. / Bram was kind.");
  CHECK(found("Ana met 'Emil at the mill.\n\n'Bram was kind,' she said.") == "Bram was kind,");
}

TEST_CASE("a quotation goes on behind what the page has put between its paragraphs") {
  std::string const text = "Ana said: “I am very sad about all of this.\n\nEmil, who was “kind”, in May. Photo: Delta\n\n“Bram was kind.”";
  TokenTable table;
  tokenize(text, vocabulary(), table);
  Range const caption{table.paragraphs[1], table.paragraphs[2]};
  auto const quotes = pair_marks(table, MarkRules::read(marks_file), vocabulary(), {&caption, 1});
  REQUIRE(quotes.size() == 1);
  REQUIRE(quotes[0].segments.size() == 2);
  CHECK(quotes[0].segments[1].in(text) == "Bram was kind.");
  CHECK(pairs(text, table).size() == 3);
}

TEST_CASE("a mark never opened") {
  CHECK(found("It rained. The vote is final,\" said Lena Holt.") == "(The vote is final,");
  CHECK(found("Talks fail\" in valley\n\n“We go,” he said.") == "We go,");
  CHECK(found("Talks fail”\n\n“We go,” he said.") == "We go,");
}

TEST_CASE("values of left-over markup are no quotations") {
  CHECK(found("<post id=\"672\" author=\"@rao\">“We go,” he said.</post>") == "We go,");
}

TEST_CASE("guillemets as list marks") {
  CHECK(found("» First item\n» Second item\n“We go,” he said.") == "We go,");
}

TEST_CASE("apostrophes lose the mark, closing marks the possessive") {
  TokenTable table;
  std::string text = "The drivers’ fault, ‘says boss’ Lund.";
  CHECK(pairs(text, table).size() == 1);
  CHECK_FALSE(table.tokens[2].is(feature::mark));
  CHECK(table.tokens[2].is(feature::possessive));
  for (auto const& token : table.tokens)
    if (token.begin > 20 && token.is(feature::mark)) CHECK_FALSE(token.is(feature::possessive));
}

TEST_CASE("folding writes what a quotation ends in onto its first token") {
  std::string text = "“We go,” he said. “Now!” “who?” ‘It ends.\n\n‘Here.’ A “term” here.";
  TokenTable table;
  auto quotes = pairs(text, table);
  fold_quotes(table, quotes);
  REQUIRE(quotes.size() == 5);
  auto head = [&](std::size_t n) -> Token const& { return table.tokens[quotes[n].first]; };
  CHECK(head(0).is(feature::quote));
  CHECK(head(0).is(feature::ends_comma));
  CHECK(head(0).is(feature::begins_upper));
  CHECK(head(0).width == 5);
  CHECK(table.chunks[head(0).chunk - 1].data == 0);
  CHECK(head(1).is(feature::ends_exclaim));
  CHECK_FALSE(head(2).is(feature::begins_upper));
  CHECK(head(3).is(feature::ends_stop));
  CHECK(head(3).is(feature::several_paragraphs));
  CHECK_FALSE(head(4).is(feature::ends_stop | feature::ends_comma | feature::ends_exclaim));
}

TEST_CASE("a full stop behind the mark ends a sentence that is a quotation, but no title") {
  auto const stops = [](std::string_view text) {
    TokenTable table;
    auto const quotes = pairs(text, table);
    fold_quotes(table, quotes);
    return table.tokens[quotes.front().first].is(feature::ends_stop);
  };
  CHECK(stops("“We shall see the roads that they built”. He left."));
  CHECK_FALSE(stops("“The Tide at Night”. He left."));
  CHECK_FALSE(stops("It is “we shall see the roads that they built”. He left."));
}

TEST_CASE("other line ends and spaces change nothing") {
  std::string text =
      "The dam “is safe,” Lund said on Monday. ‘It’s the drivers’ fault,’ he added.\n\n"
      "“We asked in May.\n\n“Nobody came,” said Iris Kwan. She called it “a ‘sham’ of a plan.”\n\n"
      "\"The vote is final, said Lena Holt.\n\nThe 6'2\" striker said: \"I feel fine.\"\n";
  auto replaced = [](std::string in, std::string_view from, std::string_view to) {
    for (std::size_t at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size())) in.replace(at, from.size(), to);
    return in;
  };
  auto plain = found(text);
  CHECK(plain.find("Nobody came,") != std::string::npos);
  CHECK(found(replaced(text, "\n", "\r\n")) == plain);
  CHECK(replaced(found(replaced(text, " ", "\u00A0")), "\u00A0", " ") == plain);
  CHECK(found("\xEF\xBB\xBF" + text) == plain);
  // Wrapped to a width, paragraphs by paragraphs.
  std::string wrapped;
  std::size_t column = 0;
  for (char c : text) {
    bool wrap = c == ' ' && column > 50;
    wrapped += wrap ? '\n' : c;
    column = wrap || c == '\n' ? 0 : column + 1;
  }
  CHECK(replaced(found(wrapped), "\n", " ") == plain);
}

TEST_CASE("hostile runs of marks take linear time and nest no deeper than they must") {
  auto begin = std::chrono::steady_clock::now();
  for (std::string_view unit : {"“", "” ", "\"", "\" ", " \"a", "'a ", "‘a ", "a’ ", "‘“", "«a", "“a\n\n", "\"a.\n\n", "'a\n\n",
                                "“a, said b. ", "a,” said ", "5\" ", "a.” ", "“‘«a.\n\n"}) {
    std::string text;
    while (text.size() < 500'000) text += unit;
    TokenTable table;
    CAPTURE(unit);
    auto quotes = pairs(text, table);
    CHECK(quotes.size() <= table.tokens.size());
    fold_quotes(table, quotes);
    for (auto const& quote : quotes) {
      REQUIRE(quote.first < quote.last);
      REQUIRE(quote.last <= table.tokens.size());
      REQUIRE_FALSE(quote.segments.empty());
      if (quote.parent != no_parent) REQUIRE(quotes[quote.parent].last >= quote.last);
    }
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(std::getenv("WHOSAID_SANITIZED") ? 600 : 30));
}

}  // namespace quotes_pair_marks_test
