#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_open_quotes_test {

using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("behind turns with labels another turn follows") {
  CHECK(speakers("Emil Dray and Rosa Holm met in the committee.\n\nMr Dray: “Who runs Zentek?”\n\nMs Holm: “I do not know.”\n\n“You signed and you do not know?”")[2] != "Rosa Holm");
}

TEST_CASE("a paragraph of a quote between two that tell of one person is his") {
  CHECK(speakers("Emil Dray walked out of prison on Monday.\n\n“I have slept next to thieves.”\n\nDray is accused of a plot. His lawyer, Rosa Holm, left.") == List{"Emil Dray"});
  CHECK(speakers("Emil Dray walked out of prison on Monday.\n\n“I have slept next to thieves.”\n\nRosa Holm left.") == List{"-"});
}

TEST_CASE("a quote behind what one person does is that person's") {
  CHECK(speakers("Mrs Mabbutt was unmoved. “Which way?”") == List{"Mabbutt"});
  CHECK(speakers("“It is bad,” Ana Weiss said. She rates it low. “Some homes are gone. So they leave.”") == List{"Ana Weiss", "Ana Weiss"});
  CHECK(speakers("Sen. Lowell Whitt wanted to know what had been changed. “Was it the drone?”") == List{"Lowell Whitt"});
  CHECK(speakers("Ana Weiss said no.\n\nWeiss denied going back for a banana. “I went back for the hamster. It was there.”") == List{"Ana Weiss"});
}

TEST_CASE("nobody where no person acts in the sentence before it") {
  CHECK(speakers("Ana Weiss sued the firm in May. It rained for days. “This is a scandal.”") == List{"-"});
  CHECK(speakers("Bo Lund scored twice. The crowd sang his name. “Lund, Lund, Lund!”") == List{"-"});
  CHECK(speakers("The firm was founded by Bo Lund in 1950. The slogan stayed. “Good bread, good life.”") == List{"-"});
}

TEST_CASE("a paragraph of nothing but a quote goes on from what one person said without marks") {
  CHECK(speakers("Henry Kolm, a retired paver, said neither had convinced him.\n\n“You got to go down eight inches. Nobody said eight.”") == List{"Henry Kolm"});
  CHECK(speakers("One neighbor who lives across the street said the wall had melted.\n\n“I am glad it was not worse. It was hot.”") == List{"One neighbor"});
  CHECK(speakers("Anna Weiss said it would rain.\n\nThe road was closed.\n\n“You got to go down eight inches. Nobody said eight.”") == List{"-"});
}

TEST_CASE("a second paragraph with marks of its own goes on from the first") {
  CHECK(speakers("Henry Kolm said it was late.\n\n“We waited for hours. It was awful.”\n\n“Nobody came to see us.”") == List{"Henry Kolm", "Henry Kolm"});
  CHECK(speakers("Henry Kolm said it was late.\n\n“Who waited for hours?”\n\n“Nobody came to see us.”") == List{"Henry Kolm", "-"});
}

TEST_CASE("a paragraph of nothing but a quote goes on from what one person is told to think") {
  CHECK(speakers("The side won.\n\nAna Weiss provided an update on the knee.\n\n“It will take six weeks. It is sad.”") == List{"Ana Weiss"});
  CHECK(speakers("The side won. “Well done,” Weiss said.\n\nWeiss discussed the knee.\n\n“It will take six weeks. It is sad.”") == List{"Weiss", "Weiss"});
  CHECK(speakers("Ana Weiss has condemned the plan.\n\n“I am tired of it. It has to stop.”") == List{"Ana Weiss"});
  CHECK(speakers("Ana Weiss, a nurse, criticised the council.\n\n“I am tired of it. It has to stop.”") == List{"Ana Weiss"});
  CHECK(speakers("Ana Weiss is worried about the plan.\n\n“I am tired of it. It has to stop.”") == List{"Ana Weiss"});
  CHECK(speakers("Ana Weiss was criticised for the plan.\n\n“I am tired of it. It has to stop.”") == List{"-"});
  CHECK(speakers("When Mr Lund said they did not care Mr Dole stopped him.\n\n“To say so is hurtful. It has to stop.”") == List{"-"});
  CHECK(speakers("Ana Weiss moved to Halden in May.\n\n“I am tired of it. It has to stop.”") == List{"-"});
}

TEST_CASE("a question in the paragraph before is answered by whoever spoke before") {
  CHECK(speakers("Mr Hark testified that he had not seen the memo.\n\n“Who had?” Senator Souter asked.\n\n“I’d have to get back to you.”") == List{"Souter", "Hark"});
}

TEST_CASE("the writer of an interview asks") {
  CHECK(speakers("The fog keeper\n\nBy Ana Weiss\n\nEmil Dray has kept the fog for years. Dray lives in a tower.\n\nQ: What is fog?\n\nA: It is a cloud that came down.") ==
        List{"Ana Weiss", "Emil Dray"});
}

TEST_CASE("a body that spoke without marks goes on in the paragraph behind") {
  CHECK(speakers("In a statement on Monday, the Halden Union said the plan was late.\n\n“We will go on.”") == List{"Halden Union"});
  CHECK(speakers("Fans stood in Halden.\n\n“We will go on.”") == List{"-"});
}

TEST_CASE("whoever alone acts in the paragraph before goes on about himself, where the text has heard him") {
  std::string const text = "Coach Emil Dray met the press on Monday. “We lost,” Dray said.\n\nHowever, Dray took the blame for all of it.\n\n";
  CHECK(speakers(text + "“I was late with my plan.”").back() == "Emil Dray");
  CHECK(speakers(text + "“He was late with his plan.”").back() == "-");
  CHECK(speakers(text + "“Dray was late, and I told him.”").back() == "-");
}

TEST_CASE("a quote in which the page is cut off goes on as any other") {
  CHECK(speakers("“These hills are lost,” said Jan Kolm. “Every time we go") == List{"Jan Kolm", "Jan Kolm"});
  CHECK(speakers("“These hills are lost,” said Jan Kolm.\n\n“Every time we go there we find") == List{"Jan Kolm", "Jan Kolm"});
  CHECK(speakers("“These hills are lost,” said Jan Kolm.\n\nAna Weiss wept: “Every time we go") == List{"Jan Kolm", "Ana Weiss"});
}

TEST_CASE("a form of speech behind a comma inside an unclosed quote does not end it") {
  CHECK(speakers("Jan Kolm said he was “well”.\n\n“I walk.\n\n“It does help, writing. It is cheaper than tea.\n\n“I was good at it.”") == List{"Jan Kolm", "Jan Kolm"});
}

TEST_CASE("he who is alone told of in the paragraph goes on, not whoever spoke before") {
  std::string const before = "Manager Jan Dole was happy. “We ran,” he said.\n\n";
  CHECK(speakers(before + "The striker was modest. “I closed my eyes,” he joked.").back() == "The striker");
  CHECK(speakers(before + "The striker was modest. Dole laughed. “I closed my eyes,” he joked.").back() == "Jan Dole");
  CHECK(speakers(before + "His father, a tram driver, never saw it. “I closed my eyes,” he joked.").back() != "a tram driver");
  CHECK(speakers(before + "The goal was late. “I closed my eyes,” he joked.").back() == "Jan Dole");
}

TEST_CASE("whole paragraphs of words are those of the one person whom a text names and hears") {
  std::string const text = "Harbour Minister Nora Quill spoke on Friday. “The port is open to all of you,” she said.\n\nIn all 400 boats came.\n\n";
  std::string const words = "“Of the 240 that failed nine were sunk and the rest were mended.”\n\n";
  CHECK(whosaid_tests::speakers(whosaid_tests::read(text + words)).back() == "Nora Quill");
  CHECK(whosaid_tests::speakers(whosaid_tests::read(text + "The road was wet and long, and the sailor Jan Orrin came late to the port.\n\nIt rained all day on Monday.\n\n" + words)).back() == "-");
  CHECK(whosaid_tests::speakers(whosaid_tests::read(text + "“Nine were sunk.”\n\n")).back() == "-");
}

}  // namespace people_open_quotes_test
