#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_owned_test {

using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("who is told of by whose he is bears the owner's whole name") {
  CHECK(speakers("Gideon Pell grew up by the yard. His father told him to leave. “There is nothing here,” his father said.") == List{"Gideon Pell's father"});
  CHECK(speakers("Leo Dray, 34, died at the scene. His parents said in a tribute: “Leo was our sunshine.”") == List{"Leo Dray's parents"});
  CHECK(speakers("Anna Holt declined to comment. Her office said she “does not discuss private conversations”.") == List{"Anna Holt's office"});
  CHECK(speakers("Anna Holt left. “She was tired,” her agent said. “So was I,” Ms. Holt’s agent added.") == List{"Anna Holt's agent", "Anna Holt's agent"});
}

TEST_CASE("an owner whom the text does not name gives no name") {
  CHECK(speakers("A man fell into the lock. “He slipped,” his wife said.") == List{"his wife"});
  CHECK(speakers("“We begged them,” our neighbour said.") == List{"our neighbour"});
}

TEST_CASE("kin with a given name alone bear the family's surname, but for a wife") {
  CHECK(speakers("Bram Dray died in May. His sister, Anna, sold the mill. “It was too big,” Anna said.") == List{"Anna Dray"});
  CHECK(speakers("Emil and Pilar Dray run the shop. Their daughter, Anna, weighed it. “A gram,” she said. “She is wrong,” Anna’s father said.") ==
        List{"Anna Dray", "Emil Dray"});
  CHECK(speakers("Bram Dray is the mayor. His wife, Anna, is a baker. “He burns bread,” Anna said.") == List{"Anna"});
  CHECK(speakers("Bram Dray and Ida Holm met in May. Their daughter, Anna, is a baker. “He burns bread,” Anna said.") == List{"Anna"});
}

TEST_CASE("a letter, a post, a statement is the word of whoever it belongs to") {
  CHECK(speakers("Nora Quill met Emil Dray. Her letter said the wall was “rotten”.") == List{"Nora Quill"});
  CHECK(speakers("Nora Quill met Emil Dray. Dray’s tweet: “It was a mess from the start.”") == List{"Emil Dray"});
  CHECK(speakers("Halden Council met on Friday. Its statement added: “We will act.”") == List{"Halden Council"});
}

TEST_CASE("a text is the word of whoever is told to have sent or published it") {
  CHECK(speakers("The Halden Post ran an article that described him as “a fraud”.") == List{"Halden Post"});
  CHECK(speakers("Nora Quill sent a letter to voters that called the plan “a fraud”.") == List{"Nora Quill"});
  CHECK(speakers("Nora Quill wrote a column last month which called the plan “a fraud”.") == List{"Nora Quill"});
  CHECK(speakers("The Halden Post has recently run an essay that noted his “charm”.") == List{"Halden Post"});
  CHECK(speakers("Nora Quill, the mayor, published an essay that called him “a fraud”.") == List{"Nora Quill"});
  CHECK(speakers("The council issued a statement reading “We will not go.”") == List{"The council"});
  CHECK(speakers("Kolm Foods sent an email to staff. Emil Dray was away. “We are sorry,” the email said.") == List{"Kolm Foods"});
  CHECK(speakers("Kolm Foods sent an email to staff. At the bottom it reads: “Good luck.”") == List{"Kolm Foods"});
}

TEST_CASE("whoever got a text did not write it") {
  CHECK(speakers("Nora Quill got a letter in May. “We are sorry,” the letter said.") == List{"a letter"});
  CHECK(speakers("Nora Quill was sent a letter in May. “We are sorry,” the letter said.") == List{"a letter"});
  CHECK(speakers("Nora Quill received a letter in May from the bank. “We are sorry,” the letter said.") == List{"the bank"});
  CHECK(speakers("Nora Quill read a letter from a friend which said the plan was “a fraud”.") != List{"Nora Quill"});
  CHECK(speakers("A report by a bank that said it was “fine” was lost.") == List{"a bank"});
}

TEST_CASE("the singer's representative is not the singer") {
  CHECK(speakers("Nora Quill is a singer. The singer's representative said it was “late”.") == List{"The singer's representative"});
  CHECK(speakers("Her ex-husband, producer Emil Dray, was quick to help, saying: “Chin up.”") == List{"Emil Dray"});
}

TEST_CASE("who is told does not say it") {
  CHECK(speakers("A robber has been told he showed “no humanity” as he was jailed.") == List{"-"});
  CHECK(speakers("Nora Quill was told that her son was “fine”.") == List{"-"});
}

TEST_CASE("who commissions or sees a text did not write it, who signs it did") {
  CHECK(speakers("A report commissioned by the council warned the deck “may fail”.") == List{"A report"});
  CHECK(speakers("A letter seen by Nora Quill said the deck “may fail”.") == List{"A letter"});
  CHECK(speakers("A letter signed by Nora Quill said the deck “may fail”.") == List{"Nora Quill"});
}

TEST_CASE("whoever is asked replies") {
  CHECK(speakers("Nora Quill came on. When host Dora Vance asked if she was tired, she replied: “Never.”") == List{"Nora Quill"});
}

TEST_CASE("no body reads as words") {
  CHECK(speakers("Kolm Foods is old. At the door it reads: “Good luck.”") != List{"Kolm Foods"});
}

TEST_CASE("the statement is the word of whoever spoke or acted where it was told of") {
  CHECK(speakers("Kolm Foods said in a statement that it was “late”. “We will act,” the statement added.") == List{"Kolm Foods", "Kolm Foods"});
  CHECK(speakers("Nora Quill wrote a letter to staff. It rained. “We will win,” the letter said.") == List{"Nora Quill"});
  CHECK(speakers("There was a letter on the door. “We will win,” the letter said.") != List{"Nora Quill"});
  CHECK(speakers("Nora Quill read a map. There was a letter. “We will win,” the letter said.") != List{"Nora Quill"});
}

TEST_CASE("his spokesman stays his spokesman when two quotes are his") {
  CHECK(speakers("Emil Dray left. His spokesman said that he “was ill” and that it was “a matter of days”.") ==
        List{"Emil Dray's spokesman", "Emil Dray's spokesman"});
}

}  // namespace people_owned_test
