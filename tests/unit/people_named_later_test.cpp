// Who opens a report unnamed: src/people/named_later.cpp.
#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_named_later_test {

using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

std::string const opening = "A man who stole a van told police he was “late”, a court heard.\n\n";

}  // namespace

TEST_CASE("whoever opens a report is the one named with an age behind it") {
  CHECK(speakers(opening + "Emil Dray, 29, of Mill Lane, was jailed.") == List{"Emil Dray"});
  CHECK(speakers("Late for a wedding\n\n" + opening + "Emil Dray, 29, of Mill Lane, was jailed.") == List{"Emil Dray"});
}

TEST_CASE("nobody is named later without an age, in another paragraph, of another sex, or where a definite one opens") {
  CHECK(speakers(opening + "Emil Dray, of Mill Lane, was jailed.") == List{"A man"});
  CHECK(speakers(opening + "It was raining.\n\nEmil Dray, 29, of Mill Lane, was jailed.") == List{"A man"});
  CHECK(speakers(opening + "Nora Quill, 29, of Mill Lane, owned it.") == List{"A man"});
  CHECK(speakers("The man who stole a van told police he was “late”.\n\nEmil Dray, 29, of Mill Lane, was jailed.") != List{"Emil Dray"});
}

TEST_CASE("an office behind a dateline is whoever the next paragraph quotes by a bare name") {
  CHECK(speakers("ROME, Oct 19 (AFN) - The mayor of Castel said he was “sad”.\n\n“No,” Salvatore Manna told reporters.") == List{"Salvatore Manna", "Salvatore Manna"});
  CHECK(speakers("ROME, Oct 19 (AFN) - The mayor of Castel said he was “sad”.\n\n“No,” Salvatore Manna, a voter, told reporters.") ==
        List{"The mayor of Castel", "Salvatore Manna"});
}

TEST_CASE("a report is not about the neighbour, the judge or the paramedic who tell of it") {
  CHECK(speakers("A neighbour said the fire was “awful”.\n\nTom Brook, 30, lives there.") == List{"A neighbour"});
  CHECK(speakers("A judge has told a thief he was “lucky”.\n\nTom Brook, 30, of Mill Lane, stole a van.") == List{"A judge"});
  CHECK(speakers("A father said his son was “kind”.\n\nTom Brook, 30, died in the fire.") == List{"A father"});
  CHECK(speakers("A nurse who left in May said it was “late”.\n\nTess Brook, 30, worked in Halden.") == List{"Tess Brook"});
}

TEST_CASE("a definite office that opens the text is whom the next paragraph brings in and describes") {
  std::string const boss = "The chief executive of Kolm Foods is to leave after what she called “a bad year”.\n\n";
  CHECK(speakers(boss + "Nora Quill, who joined in 2021, told staff on Monday.") == List{"Nora Quill"});
  CHECK(speakers(boss + "Nora Quill told staff on Monday.") != List{"Nora Quill"});
  CHECK(speakers(boss + "Before the committee, Nora Quill said it was “late”. Jan Orrin came. “Yes,” the chief executive said.") == List{"Nora Quill", "Nora Quill", "Nora Quill"});
  CHECK(speakers(boss + "Before the committee, chairman Emil Dray said it was “late”.") != List{"Emil Dray", "Emil Dray"});
}

TEST_CASE("an office that opens the text and tells is the bare name that tells next") {
  std::string const premier = "The Kolm premier has said the dam was “never safe”.\n\n";
  CHECK(speakers(premier + "Nora Quill told reporters it was “late”. “We will mend it,” the premier said.") == List{"Nora Quill", "Nora Quill", "Nora Quill"});
  CHECK(speakers(premier + "Engineer Nora Quill told reporters it was “late”.") == List{"The Kolm premier", "Nora Quill"});
  CHECK(speakers("The premier was heard saying it was “safe”.\n\nNora Quill told reporters it was “late”.") == List{"The premier", "Nora Quill"});
  CHECK(speakers("The victim told police he was “well”.\n\nNora Quill said it was “late”.") == List{"The victim", "Nora Quill"});
}

TEST_CASE("whoever opens a report by his calling is the new name that bears it in the next paragraph") {
  std::string const vicar = "A vicar has said the road is “late”.\n\n";
  CHECK(speakers(vicar + "Emil Dray, vicar of Halden, wants it shut.") == List{"Emil Dray"});
  CHECK(speakers(vicar + "Emil Dray, a vicar in Halden, wants it shut.") == List{"Emil Dray"});
  CHECK(speakers(vicar + "Emil Dray, the mayor of Halden, wants it shut.") == List{"A vicar"});
  CHECK(speakers(vicar + "Emil Dray, who knows the vicar, wants it shut.") == List{"A vicar"});
  CHECK(speakers("Late\n\nBy Jan Orrin\n\nMonday\n\nComments\n\nShare\n\n" + vicar + "Emil Dray, vicar of Halden, wants it shut.") == List{"Emil Dray"});
}

TEST_CASE("whom later paragraphs call Ms is introduced by a bare name all the same") {
  CHECK(speakers("The premier has said it was “late”.\n\nSpeaking to reporters in Halden, Nora Quill said it was “wet”. “It is,” Ms Quill said.") == List{"Nora Quill", "Nora Quill", "Nora Quill"});
}

TEST_CASE("a headline's bare office is that of the sentence below it") {
  std::string const headline = "Premier denies “waste”\n\n";
  CHECK(speakers(headline + "The premier has denied “waste”.\n\nNora Quill told reporters it was “late”.") == List{"Nora Quill", "Nora Quill", "Nora Quill"});
  CHECK(speakers(headline + "The council has denied “sloth”.\n\nNora Quill told reporters it was “late”.").front() == "Premier");
  CHECK(speakers("Judge tells driver he is “a menace”\n\nA man was jailed.\n\nJudge Nora Quill told him: “You lied.”") == List{"Nora Quill", "Nora Quill"});
}

TEST_CASE("an office that tells is the new name that tells in the next sentence") {
  std::string const text = "Talks broke down.\n\nIt was late.\n\nThe health secretary insisted it was “fair”. ";
  CHECK(speakers(text + "Emil Dray said: “It is late.”") == List{"Emil Dray", "Emil Dray"});
  CHECK(speakers(text + "Nurse Emil Dray said: “It is late.”") == List{"The health secretary", "Emil Dray"});
  CHECK(speakers("Emil Dray, a nurse, left.\n\n" + text + "Emil Dray said: “It is late.”").front() == "The health secretary");
}

TEST_CASE("a known office is whoever the text calls so, however late") {
  std::string const said = "The prime minister said it was “late”.\n\n";
  CHECK(speakers("Live\n\nFlood\n\nCommons\n\n" + said + "It was raining.\n\nPrime Minister Nora Quill left.") == List{"Nora Quill"});
  CHECK(speakers("Live\n\nFlood\n\nCommons\n\n" + said + "It was raining.\n\nHealth Minister Nora Quill left.") == List{"The prime minister"});
}

TEST_CASE("somebody of standing is the name that opens the next paragraph") {
  CHECK(speakers("The law is “broken”, one of the country's top judges has warned.\n\nLady Ana Weiss, president of the court, said it was “late”.") == List{"Ana Weiss", "Ana Weiss"});
  CHECK(speakers("It is “late”, a leading surgeon has warned.\n\nProfessor Ana Weiss said it was “sad”.") == List{"Ana Weiss", "Ana Weiss"});
  CHECK(speakers("It is “late”, a top judge has said.\n\nAna Weiss's house is old.") == List{"a top judge"});
  CHECK(speakers("It is “late”, a bus driver has said.\n\nAna Weiss, who lives there, said it was “sad”.") == List{"a bus driver", "Ana Weiss"});
}

TEST_CASE("who gives a name only is called so") {
  CHECK(speakers("Outside, a woman who gave her name only as Miriam was less taken. “Jokes we have,” she said.") == List{"Miriam"});
  CHECK(speakers("A man who asked to be called Bo shrugged. “It was late,” he said.") == List{"Bo"});
  CHECK(speakers("A man who saw the film shrugged. “It was late,” he said.") == List{"A man"});
}

TEST_CASE("the man is whoever opens the text unnamed, where no other man is told of") {
  CHECK(speakers("A passenger hit out at the firm. The man said: “It was late.”") == List{"A passenger"});
  CHECK(speakers("A witness said a man “ran away”.\n\nThe man said: “I did not.”") == List{"A witness", "a man"});
  CHECK(speakers("A passenger met a woman. The woman said: “It was late.”") == List{"a woman"});
}

}  // namespace people_named_later_test
