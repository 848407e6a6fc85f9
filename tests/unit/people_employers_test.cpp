#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_employers_test {

using whosaid_tests::facts;

TEST_CASE("somebody who speaks for a body unnamed beside him speaks for the one body of the paragraph") {
  CHECK(facts("Halden City Council, which owns the hall, denied it. A spokeswoman said: “The hall was safe.”") == "spokeswoman | Halden City Council;");
  CHECK(facts("Halden City Council met Kolm Foods Inc. on Monday. A spokeswoman said: “The hall was safe.”") == "spokeswoman |");
  CHECK(facts("Halden City Council met on Monday.\n\nIt rained.\n\nA spokeswoman said: “The hall was safe.”") == "spokeswoman |");
}

TEST_CASE("a noun for bodies before an office means the body whose name holds it") {
  CHECK(facts("The Halden Interior Ministry met on Monday.\n\nIt rained.\n\n“We will act,” a ministry spokesman said.") == "spokesman | Halden Interior Ministry;");
  CHECK(facts("The Halden Workers' Party met on Monday. “We will act,” a ministry spokesman said.") == "ministry spokesman |");
  CHECK(facts("Halden City Council met on Monday. “We will act,” said council member Ana Weiss.") == "council member | Halden City Council;");
}

TEST_CASE("an office of companies belongs to the one company that was spoken of") {
  CHECK(facts("A fire broke out at noon, Kolm Energy said. Plant manager Jan Dole said the fire was “small”.") == "Plant manager | Kolm Energy;");
  CHECK(facts("Kolm Energy sued Brandt & Lowe. Plant manager Jan Dole said the fire was “small”.") == "Plant manager |");
}

TEST_CASE("an epithet that opens a sentence says more readily what somebody is than one that is an object") {
  CHECK(facts("Ana Weiss is giving away a boat.\n\nThe Republican presidential candidate sent an email on Monday.\n\n“We will act,” Weiss said.") ==
        "Republican presidential candidate | Republican;");
  CHECK(facts("Jan Dole praised Bram Holt, the embattled president of the club, on Monday.\n\n“We will act,” Dole said.") == " |");
}

TEST_CASE("a title is told of the name behind it, whatever the name owns") {
  CHECK(facts("Presumptive nominee Ana Weiss's first speech was calm. “We will act,” Weiss said.") == "Presumptive nominee |");
}

TEST_CASE("a noun for one kind of body means no body of another kind") {
  CHECK(facts("Halden Swimming Club lost its hall. The trust's chief executive, Ana Weiss, said: “We will act.”") == "chief executive |");
  CHECK(facts("Halden Swimming Club lost its hall. The group's chair, Ana Weiss, said: “We will act.”") == "chair | Halden Swimming Club;");
}


TEST_CASE("its chief is the chief of the company that the sentence before begins with, though one word names it") {
  CHECK(facts("Torvex will cut 300 jobs. Its chief executive, Ana Weiss, said: “We will act.”") == "chief executive | Torvex;");
  CHECK(facts("Torvex will cut 300 jobs. “We will act,” said Ana Weiss, the company's head of chips.") == "head of chips | Torvex;");
  CHECK(facts("Torvex will cut 300 jobs.\n\nIt rained.\n\nIts chief executive, Ana Weiss, said: “We will act.”") == "chief executive |");
  CHECK(facts("Mr Torvex will cut 300 jobs. Its chief executive, Ana Weiss, said: “We will act.”") == "chief executive |");
}

TEST_CASE("a bare title says nothing beside the office that it shortens") {
  CHECK(facts("Sen. Jan Dole won on Monday. The Ohio senator said: “We will act.”") == "Ohio senator |");
  CHECK(facts("President Jan Dole, a former president of the club, said: “We will act.”") == "President; former president of the club |");
}

TEST_CASE("those who stand unnamed for themselves are many") {
  CHECK(facts("Angry residents said it was “a disgrace”.") == "residents |");
}

TEST_CASE("what somebody was is told with when") {
  CHECK(facts("“We will act,” said Mayor Ana Weiss, then a student with a bandage.") == "Mayor; then student |");
}

TEST_CASE("somebody unnamed is whose side he is on") {
  CHECK(facts("“We will act,” a Dole supporter said.") == "Dole supporter |");
  CHECK(facts("“We will act,” said Ana Weiss, a Dole supporter.") == " |");
}

TEST_CASE("what somebody leads is no woman, whatever its name looks like") {
  std::string const text = "Ashwood Living has promised staff. Ashwood called in a nurse. She said there was “no harm”. ";
  CHECK(whosaid_tests::speakers(whosaid_tests::read(text + "Tom Holt, boss of Ashwood Living, left.")) == whosaid_tests::List{"a nurse"});
}

}  // namespace people_employers_test
