#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_called_test {

using namespace whosaid;
using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("a company is called by what companies are called") {
  CHECK(speakers("Halvar Estates wants to build. The council refused. The developer said it would “listen”.") == List{"Halvar Estates"});
  CHECK(speakers("Norrport AG declined to comment, but the company has said it “needs certainty”.") == List{"Norrport"});
  CHECK(speakers("Developer Bo Lund sued Kolm Foods. The developer said the firm was “lying”.") == List{"Bo Lund"});
  CHECK(speakers("Crumb & Co, the bakery chain, is to close. “We did everything,” the retailer said.") == List{"Crumb & Co"});
}

TEST_CASE("a chief constable has no name, and the Speaker of the House is no king of pop") {
  auto const constable = whosaid_tests::read("“It is late,” the Chief Constable said.");
  CHECK(whosaid_tests::speakers(constable) == List{"the Chief Constable"});
  CHECK(constable.speakers.at(0).roles.at(0).value == "Chief Constable");
  CHECK(whosaid_tests::read("“It is late,” said the Clerk of the House.").speakers.at(0).type == SpeakerType::person);
}

TEST_CASE("a name of a site is nobody's") {
  CHECK(whosaid_tests::read("“It is late,” Dolebooks.com said.").speakers.at(0).type == SpeakerType::organisation);
  CHECK(whosaid_tests::read("“It is late,” Dole said.").speakers.at(0).type != SpeakerType::organisation);
}

TEST_CASE("whom a relative clause names is not whoever it belongs to") {
  CHECK(speakers("The baker, who knew Trish Malone, said: “I picked it up.”") == List{"The baker"});
  CHECK(speakers("Lorna Vane has left.\n\nThe star, who played barmaid Trish Malone for years, told Hour: “I picked it up.”") == List{"Lorna Vane"});
  CHECK(speakers("The mayor, Trish Malone, said: “I picked it up.”") == List{"Trish Malone"});
}

TEST_CASE("to whom or beside whom somebody speaks is not he") {
  CHECK(speakers("In a letter to Emil Dray, the mayor said it was “late”.") == List{"the mayor"});
  CHECK(speakers("Speaking alongside Emil Dray, the mayor said it was “late”.") == List{"the mayor"});
  CHECK(speakers("Mayor Emil Dray came. In a letter from Emil Dray, the mayor said it was “late”.") == List{"Emil Dray"});
}

TEST_CASE("who serves the mayor is not the mayor") {
  CHECK(speakers("The mayor’s deputy, Rosa Holm, said it was “late”. The mayor said: “No.”") == List{"Rosa Holm", "The mayor"});
  CHECK(speakers("Rosa Holm, mayor of Halden, said it was “late”. The mayor said: “No.”") == List{"Rosa Holm", "Rosa Holm"});
}

TEST_CASE("who held an office or seeks it is not who holds it") {
  CHECK(speakers("Former minister Emil Dray said it was “late”. The minister said: “No.” The former minister said: “Yes.”") == List{"Emil Dray", "The minister", "Emil Dray"});
  CHECK(speakers("Emil Dray, a candidate for mayor, said it was “late”. The mayor said: “No.”") == List{"Emil Dray", "The mayor"});
  CHECK(speakers("Minister Emil Dray, a former mayor, said it was “late”. The minister said: “No.”") == List{"Emil Dray", "Emil Dray"});
}

TEST_CASE("an airline is no union, and the authority the council") {
  CHECK(speakers("Northair shut. The union Velo called it “a mess”. “We are sorry,” the airline said.") == List{"Velo", "the airline"});
  CHECK(speakers("Kolm Foods will shut its mill. Halden council called it “sad”. “It is late,” the company said. “We will help,” the authority said.") ==
        List{"Halden council", "Kolm Foods", "Halden council"});
}

TEST_CASE("who plays one part in a story plays no other") {
  CHECK(speakers("Jan Kolm scored. Manager Emil Dray praised him. “He is quick,” the manager said. “I am happy,” the striker said.") == List{"Emil Dray", "the striker"});
  CHECK(speakers("Prosecutor Emil Dray spoke first. “It is late,” the judge said.") == List{"the judge"});
  CHECK(speakers("Rosa Holm, leader of the council, said: “We pay.” Jan Kolm, leader of the opposition, said: “No.” “It is late,” the council leader added.") ==
        List{"Rosa Holm", "Jan Kolm", "Rosa Holm"});
}

TEST_CASE("what a name has behind its \"which\" makes it a body") {
  CHECK(whosaid_tests::read("Halden Aid, which runs shelters, said: “We are full.”").speakers.at(0).type == SpeakerType::organisation);
  CHECK(whosaid_tests::read("Halden Aid, who runs shelters, said: “We are full.”").speakers.at(0).type == SpeakerType::person);
}

TEST_CASE("the company twice is whom the text names") {
  CHECK(speakers("A statement on the website Kolm said that the council reserved the right.\n\n“No,” the council wrote.") == List{"Kolm"});
}

TEST_CASE("the PM is the prime minister, and his spokesman somebody else") {
  CHECK(speakers("Rival Bo Lund met Prime Minister Ana Dray. “We need it,” the PM said.") == List{"Ana Dray"});
  CHECK(speakers("PM Ana Dray met minister Bo Lund. “We need it,” the prime minister said.") == List{"Ana Dray"});
  CHECK(speakers("Deputy Prime Minister Bo Lund met Prime Minister Ana Dray. “We need it,” the PM said.") == List{"Ana Dray"});
  CHECK(speakers("Prime Minister Ana Dray left. “We need it,” the Prime Minister’s spokesman said.") == List{"the Prime Minister’s spokesman"});
}

TEST_CASE("what is a body and a calling is a body where nobody has the calling") {
  auto const found = whosaid_tests::read("“It was a mess,” the regulator said. It added: “We will see.”");
  CHECK(whosaid_tests::speakers(found) == List{"the regulator", "the regulator"});
  CHECK(found.speakers.at(0).type == SpeakerType::organisation);
  CHECK(whosaid_tests::read("Regulator Jan Dole left. “It was a mess,” the regulator said.").speakers.at(0).type == SpeakerType::person);
  CHECK(whosaid_tests::read("“It was a mess,” said the zoo.").speakers.at(0).type == SpeakerType::organisation);
  CHECK(whosaid_tests::read("“It was a mess,” locals said.").speakers.at(0).type == SpeakerType::group);
}

TEST_CASE("a body is called by the last word of its name") {
  CHECK(speakers("Halden City Council met on Friday. The council said the bridge was “unsafe”.") == List{"Halden City Council"});
  CHECK(speakers("Halden Zoo opened in May. The zoo said the bridge was “unsafe”. It added: “We will see.”") == List{"Halden Zoo", "Halden Zoo"});
}

TEST_CASE("what a body is stands behind its name") {
  CHECK(speakers("The Halden Nurses union said it was “late”. The Unite union said it was “cold”. The union said it was “dark”.") ==
        List{"Halden Nurses", "Unite", "Unite"});
}

TEST_CASE("an unnamed source is called by any word for one, a document by any word for one") {
  CHECK(speakers("A source close to the pair said the row was “over”. The insider added: “She is low.”") == List{"A source close to the pair", "A source close to the pair"});
  CHECK(speakers("Mayor Ana Weiss said the row was “over”. The insider added: “She is low.”") == List{"Ana Weiss", "The insider"});
  CHECK(speakers("The inspection report came out. The document adds that the closure was “avoidable”.") == List{"The inspection report"});
}

TEST_CASE("who does not want to be named is nobody whom the text names") {
  CHECK(speakers("“It is late,” said Jack Bly.\n\n“I could hear her,” the man, who does not want to be named, said.") == List{"Jack Bly", "the man"});
}

TEST_CASE("an unnamed minister who spoke without marks is the minister behind it") {
  CHECK(speakers("Party leader Otto Brand said he had “full confidence” in her. Another minister said that the two had not spoken. “They pass notes,” the minister said.") ==
        List{"Otto Brand", "Another minister"});
}

TEST_CASE("the one person of the paragraph is meant by where people come from") {
  CHECK(speakers("Tino Marques, 22, scored. “I felt something,” the Portuguese said.") == List{"Tino Marques"});
  CHECK(speakers("Tino Marques scored against Bo Lund. “I felt something,” the Portuguese said.") == List{"the Portuguese"});
}

TEST_CASE("somebody told of by the given name is somebody") {
  CHECK(speakers("“I turned round,” said Kelsie Moon.\n\nKelsie’s mum Tracey, 51, gave her away. “I wept,” she said.") == List{"Kelsie Moon", "Tracey"});
  CHECK(speakers("“I waved,” says Angela Cross. Her neighbour Tom was less amused. “It is in my pond,” he says.") == List{"Angela Cross", "Tom"});
}

TEST_CASE("of whom a question tells, he does not answer it") {
  CHECK(speakers("A spokeswoman for Kolm said it was “modest”. Asked whether Ms Hale would go, she said: “That is a matter for her.”") ==
        List{"A spokeswoman for Kolm", "A spokeswoman for Kolm"});
}

TEST_CASE("a name between commas speaks with the verb behind it") {
  CHECK(speakers("The ward's manager, Keith Sale, said the cupboard had been left open.\n\n“For how long?” prosecutor Nadia Rahman asked.\n\n“A day. Maybe two.”") ==
        List{"Nadia Rahman", "Keith Sale"});
}

TEST_CASE("whom a text goes on naming in full is not the one whom it calls by the surname") {
  std::string const son =
      "Emil Dray began his tour on Monday. Jan Dray, his son, went with him.\n\n“We are late,” Jan Dray said.\n\n“We will win,” Jan Dray said.\n\n“We are not late,” said Jan Dray.\n\n"
      "“He will win,” he added.\n\nA crowd had come to the hall. It was warm.\n\n";
  CHECK(speakers(son + "“I am not for sale,” Dray tweeted.").back() == "Emil Dray");
  CHECK(speakers(son + "Then Jan Dray rang.\n\n“I am not for sale,” Dray said.").back() == "Jan Dray");
  // Named anew in each part of a text, and by the surname in between.
  std::string const anew = "Emil Dray met Jan Dray on Monday. Emil Dray was late. Dray ran.\n\nEmil Dray rested. Dray slept.\n\nEmil Dray won. Dray sang.\n\n";
  CHECK(speakers(anew + "“I am not for sale,” Dray tweeted.").back() == "Emil Dray");
}

TEST_CASE("titles of several words before a name") {
  using whosaid_tests::facts;
  CHECK(facts("“It was bad,” said White House Chief of Staff Nora Quill.") == "White House Chief of Staff | White House;");
  CHECK(facts("“It was bad,” said First Lady Nora Quill.") == "First Lady |");
  CHECK(facts("“It was bad,” said Kolm Foods Vice President of Marketing Nora Quill.") == "Kolm Foods Vice President of Marketing | Kolm Foods;");
  CHECK(facts("“It was bad,” said Rear Adm. Nora Quill.") == "Rear Adm. |");
  CHECK(facts("“It was bad,” said UN Secretary-General Nora Quill.") == "UN Secretary-General | UN;");
  CHECK(facts("Pit chief Emil Dray said it was “bad”.") == "Pit chief |");
  CHECK(facts("A spokeswoman for the Ministry of Defence, Nora Quill, said it was “bad”.") == "spokeswoman | Ministry of Defence;");
}

TEST_CASE("a body is told by what stands before its name") {
  auto const found = whosaid_tests::read("“It was bad,” said the energy firm Celtra. The company added: “We will see.”");
  CHECK(whosaid_tests::speakers(found) == List{"Celtra", "Celtra"});
  CHECK(found.speakers.at(0).type == SpeakerType::organisation);
  CHECK(speakers("“It was bad,” said campaign group Halden Watch.") == List{"Halden Watch"});
  CHECK(speakers("About 400 homes are dark, according to Celtra. It said crews were “working”.") == List{"Celtra"});
  CHECK(speakers("The law firm Dray founded is to close. Dray said it was “late”.") == List{"Dray"});
  CHECK(whosaid_tests::read("A couple said it was “huge”.").speakers.at(0).type == SpeakerType::group);
}

TEST_CASE("an office that news take as known is nobody whom the text does not call so") {
  CHECK(speakers("Labour's Nora Quill was late. The business secretary, meanwhile, said it was “sad”.") == List{"The business secretary"});
  CHECK(speakers("It rained when Business Secretary Nora Quill came. The business secretary said it was “sad”.") == List{"Nora Quill"});
}

TEST_CASE("a title tells that any word is a surname, and so does the whole name") {
  CHECK(speakers("Steve King met Jan English. “Late,” Mr. King said. “No,” Mr. English said.") == List{"Steve King", "Jan English"});
  CHECK(speakers("Mark Cuban, 57, was here. “Late,” Cuban said.") == List{"Mark Cuban"});
  CHECK(speakers("Tom Fox, 57, was here. “Late,” Fox said.") == List{"Tom Fox"});
  CHECK(speakers("Fox was fined. Tom Fox, 57, was here. “Late,” Fox said.") != List{"Tom Fox"});
  CHECK(speakers("“Late,” said Laurence H. Tribe. “No,” Mr. Tribe said.") == List{"Laurence H. Tribe", "Laurence H. Tribe"});
  CHECK(speakers("“Late,” said retired Army Lt. Gen. Emil Dray.") == List{"Emil Dray"});
  CHECK(speakers("“Late,” Halden County District Attorney Nora Quill said.") == List{"Nora Quill"});
}

TEST_CASE("whoever says that she did something tells of herself, named or not") {
  std::string const before = "“It was late,” Nora Quill said.\n\n";
  CHECK(speakers(before + "A former nurse, who asked to stay unnamed, said she had wept. “I had a degree,” she said.").back() == "A former nurse");
  CHECK(speakers(before + "Another nurse, who left because she was tired, said she had wept. “I had a degree,” she said.").back() == "Another nurse");
  CHECK(speakers(before + "“It was early,” she said.").back() == "Nora Quill");
}

TEST_CASE("whose words name somebody is rather somebody else") {
  CHECK(speakers("Emil Dray left in May, Emil Dray said. Jan Orrin thanked Mr. Dray. “Emil leaves a good house,” he said.") == List{"Jan Orrin"});
}

TEST_CASE("surnames that end like adverbs begin sentences too") {
  CHECK(speakers("Emil Healy met Jan Orrin. “No,” Jan Orrin said.\n\nHealy later apologised. “It was a joke,” he said.") == List{"Jan Orrin", "Emil Healy"});
  CHECK(speakers("Sadly nobody came. “It was a joke,” Emil Dray said.") == List{"Emil Dray"});
}

TEST_CASE("the name behind an office and a comma is the subject") {
  CHECK(speakers("Jan Orrin, a builder, was held. His lawyer, advocate Emil Dray, said his client was a scapegoat. “It was not his plan,” he argued.") == List{"Emil Dray"});
}

TEST_CASE("a body behind an article is known by its name") {
  for (std::string const name : {"Halden City Council", "Kolm Food Bank", "British Medical Association"}) {
    CHECK(speakers("“It is late,” said the " + name + ". “Yes,” the " + name + " said.") == List{name, name});
  }
  CHECK(speakers("“It is late,” said Kolm Foods (KF). “We know,” KF said.") == List{"Kolm Foods", "Kolm Foods"});
  CHECK(speakers("“No,” said William “Bill” Dray.") == List{"William “Bill” Dray"});
}

TEST_CASE("they behind a quote may be the spokesperson who spoke") {
  CHECK(speakers("A spokesperson said the department was sad. “We will see,” they added.") == List{"A spokesperson"});
  CHECK(speakers("Residents marched. A council spokesperson said it was sad. They shouted “Out!”").back() != "A council spokesperson");
}

TEST_CASE("a wife behind whom a comma stands is present, and a chairman may be a woman") {
  CHECK(speakers("Emil Dray left. His wife, reached at home, said he was fishing. “Tell him hello,” she added.") == List{"Emil Dray's wife"});
  CHECK(whosaid_tests::facts("“Late,” said Nora Quill, chairman and chief executive officer of Kolm Foods.") == "chairman; chief executive officer | Kolm Foods;");
  CHECK(whosaid_tests::facts("Nora Quill has been named chief operating officer of Kolm Foods. “Late,” said Quill.") == "chief operating officer | Kolm Foods;");
}

TEST_CASE("a noun may be a kind of somebody's office") {
  CHECK(speakers("Transport Secretary Nora Quill thanked Mr Dray. The minister said it would go on “without delay”.") == List{"Nora Quill"});
  CHECK(speakers("Sen. Nora Quill (R-Ohio) met Emil Dray. “It is late,” the lawmaker said.") == List{"Nora Quill"});
  CHECK(speakers("Nora Quill, a baker, met Emil Dray. “It is late,” the lawmaker said.") != List{"Nora Quill"});
}

TEST_CASE("in \"Dray, he said, was late\" he is not Dray") {
  CHECK(speakers("Emil Dray met Jan Orrin. “No,” Jan Orrin said. Dray, he said, was “a fool”.").back() == "Jan Orrin");
  CHECK(speakers("“No,” Jan Orrin said. Loyalty, he noted, has long been “a virtue”.").back() == "Jan Orrin");
}

TEST_CASE("ministries and parliaments of other countries") {
  using whosaid_tests::facts;
  CHECK(facts("It was late. “No,” Emergency Management Minister Nora Quill told reporters.") == "Emergency Management Minister |");
  CHECK(facts("It was late. “No,” said Early Years Secretary Nora Quill.") == "Early Years Secretary |");
  CHECK(speakers("“No,” said Labour TD Nora Quill. “No,” NDP MPP Emil Dray said.") == List{"Nora Quill", "Emil Dray"});
  CHECK(speakers("A spokesman for the contractor, Kolm-Lacroix, said it was “late”.") == List{"A spokesman for the contractor"});
}

TEST_CASE("it is no spokesman") {
  CHECK(speakers("It was late, a spokesman for Kolm Foods said. It called the plan “a joke”.") == List{"Kolm Foods"});
}

TEST_CASE("papers, shows of hands and offices with a country in them") {
  auto const type_of = [](std::string text) { return whosaid_tests::read(std::move(text)).speakers.at(0).type; };
  CHECK(type_of("“It was late,” the Hollywood Reporter said.") == SpeakerType::organisation);
  CHECK(type_of("“It was late,” The Halden Planet reported.") == SpeakerType::organisation);
  CHECK(speakers("While 37 percent of Americans say it is “bad”, few care.") == List{"37 percent of Americans"});
  CHECK(speakers("Three in 10 voters said it was “bad”.") == List{"Three in 10 voters"});
  CHECK(speakers("“It was late,” Assistant U.S. Attorney Nora Quill wrote.") == List{"Nora Quill"});
}

TEST_CASE("initials written together begin a name") {
  CHECK(speakers("It was late. Then rookie shortstop D.J. Quarles came. “I ran,” Quarles said.") == List{"D.J. Quarles"});
  CHECK(speakers("“I ran,” said T.S. Ardent.") == List{"T.S. Ardent"});
  CHECK(speakers("He lives in Albany, N.Y. “I ran,” Quill said.") == List{"Quill"});
}

TEST_CASE("a long name is cut at its end, at its beginning or in its middle") {
  CHECK(speakers("Mirza Fakhran Islam Alamdir left. “It is late,” Mirza Fakhran said.") == List{"Mirza Fakhran Islam Alamdir"});
  CHECK(speakers("Ramil Torvado Sanchel left. “It is late,” Torvado said.") == List{"Ramil Torvado Sanchel"});
  CHECK(speakers("Andrés Manuel Lópar Obradon left. “It is late,” Lópar Obradon said.") == List{"Andrés Manuel Lópar Obradon"});
  CHECK(speakers("Lanre Issan-Onilo left. “It is late,” Onilo said.") == List{"Lanre Issan-Onilo"});
  CHECK(speakers("Kim Jong-un left. “It is late,” Un said.") != List{"Kim Jong-un"});
  CHECK(speakers("Mohammed Abdullah Al Gergowi, Vice Chairman of the Board of Trustees, left. “It is late,” Al Gergowi said.") == List{"Mohammed Abdullah Al Gergowi"});
  CHECK(speakers("Mary Jane Holm left. “It is late,” Jane said.") == List{"Jane"});
  CHECK(speakers("Ana Weiss left. “It is late,” Ana Weiss said.\n\nAna Weiss Defends Plan") == List{"Ana Weiss"});
  CHECK(speakers("Ana Weiss left. “It is late,” Ana Weiss said. They want Ana Weiss South Carolina says.") == List{"Ana Weiss"});
}

TEST_CASE("who holds one office is not called by another") {
  CHECK(speakers("President Nana Adoon named ministers. “It is late,” the former Majority Leader said.") == List{"the former Majority Leader"});
  CHECK(speakers("Foreign Minister Nana Adoon left. “It is late,” the Foreign Minister said.") == List{"Nana Adoon"});
}

TEST_CASE("whoever was speaking somewhere is who said it there") {
  CHECK(speakers("Jan Weiss was speaking on Monday during the briefing of council spokesman Tom Hale.\n\n“It is open,” he said.") == List{"Jan Weiss"});
  CHECK(speakers("The former Prime Minister Madhav Kumar Nepal said it was late. “It is open,” Nepal said.") == List{"Madhav Kumar Nepal"});
}

TEST_CASE("the same office of another country is somebody else's") {
  CHECK(speakers("Tokarev thanked Uzbek President Shavkat Mirzon. Tokarev noted that it was late. “It is open,” the Kazakh President said.") == List{"Tokarev"});
  CHECK(speakers("French Prime Minister Jan Dole left. “It is open,” the French prime minister said.") == List{"Jan Dole"});
  CHECK(speakers("Justice N. Kiruban of the High Court left. “It is late,” the judge said.") == List{"N. Kiruban"});
  CHECK(speakers("Justice N Satish Kumaran left. “It is late,” Justice Satish Kumaran said.") == List{"N Satish Kumaran"});
}

TEST_CASE("an office of several words is held by a person") {
  auto const found = whosaid_tests::read("“It is late,” the Leader of the Opposition said.");
  CHECK(whosaid_tests::speakers(found) == List{"the Leader of the Opposition"});
  CHECK(found.speakers.at(0).type == SpeakerType::person);
}

}  // namespace people_called_test
