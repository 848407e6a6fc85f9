#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace tokens_tokenize_test {

using namespace whosaid;

namespace {

Vocabulary const& vocabulary() {
  static Vocabulary const made = [] {
    Vocabulary v;
    (void)v.add_lexicon("abbreviation", "a", "mr.\ngen.\nsen.\nd-mass.\n");
    (void)v.add_lexicon("abbreviation_before_number", "a", "no.\n");
    (void)v.add_lexicon("elision", "e", "'tis\n'em\n'n'\n");
    (void)v.add_lexicon("cue", "c", "point out, pointed out\naccording to\nnaïve\n");
    (void)v.add_lexicon("place", "p", "@exact\nWhite House\n");
    (void)v.freeze();
    return v;
  }();
  return made;
}

TokenTable table_of(std::string_view text) {
  TokenTable table;
  tokenize(text, vocabulary(), table);
  return table;
}

// Tokens parted by one space.
std::string cut(std::string_view text) {
  auto table = table_of(text);
  std::string out;
  for (auto const& token : table.tokens) {
    if (!out.empty()) out += ' ';
    out += token.span().in(text);
  }
  return out;
}

// Tokens that have one of the features, parted by one space.
std::string with(std::string_view text, Features features) {
  auto table = table_of(text);
  std::string out;
  for (auto const& token : table.tokens) {
    if (!token.is(features)) continue;
    if (!out.empty()) out += ' ';
    out += token.span().in(text);
  }
  return out;
}

}  // namespace

TEST_CASE("words keep their inner marks") {
  CHECK(cut("don't O'Hara l’État vice-president AT&T AT&amp;T they'll") ==
        "don't O'Hara l’État vice-president AT&T AT&amp;T they'll");
  CHECK(cut("U.S. a.m. Ph.D. J.K. Rowling example.com, end.Then") == "U.S. a.m. Ph.D. J.K. Rowling example.com , end . Then");
  CHECK(cut("Mr. Gen. D-Mass. done. No. 5 no. Then") == "Mr. Gen. D-Mass. done . No. 5 no . Then");
  CHECK(cut("and/or well- (x)") == "and / or well - ( x )");
}

TEST_CASE("markup in a text parts paragraphs and is no token") {
  CHECK(cut("<p class=\"a\">We <b>will</b> win.</p><!-- no -->") == "We will win .");
  CHECK(cut("5 < 6 and a <b and c> d") == "5 < 6 and a < b and c > d");
  CHECK(cut("> We\n> > will > not") == "We will > not");
  CHECK(cut("<script>x") == "< script > x");
  CHECK(table_of("One.<br>Two.").paragraphs.size() == 2);
  CHECK(table_of("One.<i>Two.</i>").paragraphs.size() == 1);
}
TEST_CASE("possessives and contracted 's are tokens of their own") {
  CHECK(cut("bank's Rao’s it's he&rsquo;s U.S.'s “Dawn”’s 1990's") == "bank 's Rao ’s it 's he &rsquo;s U.S. 's “ Dawn ” ’s 1990 's");
  CHECK(with("the bank's and drivers’ fault", feature::possessive) == "'s ’");
  CHECK(with("drivers’ fault", feature::mark) == "’");
}

TEST_CASE("elisions and decades are words, other apostrophes are marks") {
  CHECK(cut("'Tis rock 'n' roll, tell ’em of the '90s and ’08") == "'Tis rock 'n' roll , tell ’em of the '90s and ’08");
  CHECK(with("'Tis rock 'n' roll of the '90s", feature::mark) == "");
  CHECK(cut("''Tis done,' he said") == "' 'Tis done , ' he said");
  CHECK(with("'40 dead' and 'no'", feature::mark) == "' ' ' '");
}

TEST_CASE("a low mark behind a word is a comma") {
  CHECK(with("Weiss‚ 42‚ said: “No‚” and ‘yes‚’", feature::comma) == "‚ ‚ ‚ ‚");
  CHECK(with("Er sagte: ‚Nein‘", feature::comma) == "");
}

TEST_CASE("marks of every kind are tokens") {
  CHECK(with("\"a\" “b” „c“ «d» ‹e› ‘f’ `g' ``h'' 「i」 『j』", feature::mark) ==
        "\" \" “ ” „ “ « » ‹ › ‘ ’ ` ' `` '' 「 」 『 』");
  CHECK(with("&quot;a&quot; &ldquo;b&#8221; &laquo;c&#xBB;", feature::mark) == "&quot; &quot; &ldquo; &#8221; &laquo; &#xBB;");
  CHECK(with("â€œWe,â€\xC2\x9D he said â€˜noâ€™ Â«ouiÂ»", feature::mark) == "â€œ â€\xC2\x9D â€˜ â€™ Â« Â»");
  CHECK(cut("weâ€™re") == "weâ€™re");
  CHECK(cut("she said ''no '' or ''he said 'yes'''") == "she said '' no '' or '' he said ' yes ' ''");
}

TEST_CASE("ignorable characters stay inside words and vanish in folding") {
  CHECK(cut("na\u00ADïve wa\u200Bit") == "na\u00ADïve wa\u200Bit");
  auto table = table_of("NA\u00ADÏVE");
  CHECK(table.tokens[0].word == vocabulary().find("naïve"));
  CHECK(cut("\xEF\xBB\xBFHe") == "He");
}

TEST_CASE("numbers") {
  CHECK(cut("1,000 3.5 12:30 9.30pm 2024-05-01 5th 1990s 30-day $5m 26-year-old 7% 2-1.") ==
        "1,000 3.5 12:30 9.30pm 2024-05-01 5th 1990s 30-day $ 5m 26-year-old 7 % 2-1 .");
  CHECK(with("in 1999 2024 2300 999 1,999", feature::year) == "1999 2024");
  CHECK(with("1st 22nd 5m", feature::ordinal) == "1st 22nd");
  CHECK(with("$5 €6 7", feature::currency) == "$ €");
}

TEST_CASE("shape") {
  CHECK(with("the Rao NATO U.S. J. I Éva", feature::capital) == "Rao NATO U.S. J. I Éva");
  CHECK(with("the Rao NATO U.S. J. I Éva", feature::upper) == "NATO U.S.");
  CHECK(with("the Rao NATO U.S. J. I Éva", feature::initial) == "J. I");
  CHECK(with("the élan Rao", feature::lower) == "the élan");
  CHECK(with("nearly asked going says", feature::ends_ly) == "nearly");
  CHECK(with("nearly asked going says", feature::ends_ed) == "asked");
  CHECK(with("nearly asked going says", feature::ends_ing) == "going");
  CHECK(with("nearly asked going says", feature::ends_s) == "says");
}

TEST_CASE("short words are read the same in the middle and at the end of a text") {
  // Behind enough text a word of up to fifteen letters is read in one step, near the end letter by letter.
  Vocabulary v;
  for (auto word : {"nearly", "ox", "abandoned", "nevertheless1", "naïve"}) (void)v.add_word(word);
  (void)v.freeze();
  for (std::string word : {"a", "A", "I", "ox", "OX", "Ox", "oX", "nearly", "Nearly", "NEARLY", "abandoned", "ABANDONED", "Abandoned",
                           "abandoneD", "nevertheless1", "going", "ing", "ly", "ed", "s", "is", "A1", "NATO2", "walkings", "abcdefgh",
                           "ABCDEFGH", "abcdefghi", "abcdefghijklmno", "abcdefghijklmnop", "ABCDEFGHIJKLMNO", "naïve"}) {
    CAPTURE(word);
    TokenTable near_end;
    TokenTable inside;
    tokenize(word, v, near_end);
    std::string longer = word + " and some more text behind it to be sure";
    tokenize(longer, v, inside);
    REQUIRE(near_end.tokens.size() == 1);
    CHECK(inside.tokens[0].end == near_end.tokens[0].end);
    CHECK(inside.tokens[0].features == near_end.tokens[0].features);
    CHECK(inside.tokens[0].word == near_end.tokens[0].word);
  }
}

TEST_CASE("addresses, handles and tags are one token") {
  CHECK(cut("see https://example.org/a?b=c. or www.example.org, me@example.org; @rao_x #dam!") ==
        "see https://example.org/a?b=c . or www.example.org , me@example.org ; @rao_x #dam !");
  CHECK(with("see https://example.org/a and me@example.org", feature::url) == "https://example.org/a me@example.org");
  CHECK(with("@rao #dam", feature::handle) == "@rao");
  CHECK(with("@rao #dam", feature::hashtag) == "#dam");
}

TEST_CASE("dashes, bullets, ellipses") {
  CHECK(with("a - b -- c — d–e x-y", feature::dash) == "- -- — –");
  CHECK(with("- a\n* b\n• c", feature::bullet) == "- * •");
  CHECK(cut("wait ... and . . . then … end.") == "wait ... and . . . then … end .");
}

TEST_CASE("white space of every kind parts tokens, and breaks are seen") {
  CHECK(cut("a\u00A0b&nbsp;c\r\nd\te") == "a b c d e");
  std::string nul = "a b";
  nul[1] = '\0';
  CHECK(cut(nul).size() == 3);
  CHECK(with("one\r\n\r\ntwo three\r\n\r\nfour", feature::paragraph_start) == "one two four");
}

TEST_CASE("scripts without spaces have a token for each character") {
  CHECK(cut("「東京」と。") == "「 東 京 」 と 。");
  CHECK(cut("Он сказал: «Нет».") == "Он сказал : « Нет » .");
}

TEST_CASE("phrases of the lexicons are linked to their first token") {
  auto table = table_of("According to him, the White House and the white house pointed out");
  REQUIRE(table.phrases.size() == 3);
  CHECK(table.tokens[0].phrase == 1);
  CHECK(table.phrases[1].count == 2);
  CHECK(table.tokens[5].phrase == 2);   // White
  CHECK(table.tokens[9].phrase == 0);   // white
  CHECK(vocabulary().phrase_lemma(table.phrases[2].lemma) == "point out");
}

TEST_CASE("tokens cover the text in order, whatever it is") {
  std::string nasty;
  std::uint32_t state = 12345;
  char const* pieces[] = {"'", "’", "''", "\"", "a", "S", "s", ".", "-", "&", "&amp;", "&#x201c;", "â€", "é", "东", "\n", " ",
                          "9", "@", "://", "\u00AD", ",", "`", "\u0301", "Mr"};
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525u + 1013904223u;
    nasty += pieces[(state >> 16) % 25];
  }
  auto table = table_of(nasty);
  std::uint32_t at = 0;
  for (auto const& token : table.tokens) {
    REQUIRE(token.begin >= at);
    REQUIRE(token.end > token.begin);
    at = token.end;
  }
  CHECK(at <= nasty.size());
}

TEST_CASE("long runs take linear time") {
  auto begin = std::chrono::steady_clock::now();
  for (std::string_view unit : {"'", "\"", "a.", "-", ". ", "&", "&amp", "a'", "http://", "\n", "é", "@", "'s", "’", "U.S. ", "a-"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    TokenTable table = table_of(text);
    CHECK(table.tokens.size() <= text.size());
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

}  // namespace tokens_tokenize_test
