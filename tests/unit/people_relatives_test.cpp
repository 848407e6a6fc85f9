// Who is present when somebody is "he": relatives that act, and words that are no names. src/people/references.cpp, gather.cpp
#include <doctest/doctest.h>

#include "read_article.hpp"

namespace people_relatives_test {

using namespace whosaid;
using whosaid_tests::List;
using whosaid_tests::read;
using whosaid_tests::speakers;

TEST_CASE("somebody's father acts: it is he who is quoted next") {
  CHECK(speakers(read("Tyler Boone, 19, has pleaded not guilty. Boone told the court on Monday: “I was tired.”\n\n"
                      "Boone's father declined to comment. “Talk to the lawyer,” he said.")) == List{"Tyler Boone", "Tyler Boone's father"});
  CHECK(speakers(read("Hannah Reyes sent a last message to a friend. “I am scared,” Reyes wrote.\n\n"
                      "Reyes' mother, Alma, wept as it was read. Outside, she said she had come “to look him in the eye.”")) ==
        List{"Hannah Reyes", "Alma Reyes"});
}

TEST_CASE("a relative who does nothing leaves the pronoun to whom the text is about") {
  CHECK(speakers(read("Tyler Boone drove home in his father's car. “I was tired,” he said.")) == List{"Tyler Boone"});
}

TEST_CASE("whoever spoke last is \"the former aide\", also before a cue without a source") {
  CHECK(speakers(read("District Attorney Paul Renko would not comment.\n\nOne former aide, who asked not to be named, said the office was run “like a royal court.” "
                      "“You did not bring bad news,” the former aide said.\n\nRelated: “It is a sinking ship”"))[1] == "One former aide");
}

TEST_CASE("whoever is asked answers") {
  CHECK(speakers(read("Marcus Bell scored 31 points. Coach Tony Deluca watched.\n\n"
                      "Deluca was asked whether Bell should have been fouled. “Ask the league,” he said.")) == List{"Tony Deluca"});
  CHECK(speakers(read("Marcus Bell scored 31 points. Coach Tony Deluca watched.\n\n"
                      "Bell was rested. Reporters asked Deluca about him. “Ask the league,” he said.")) == List{"Tony Deluca"});
}

TEST_CASE("who is asked stands behind the question") {
  CHECK(speakers(read("Bill Fenn, a former pilot, said the hearing was overdue. “They were warned,” said Fenn.\n\n"
                      "Asked after the hearing if he planned to step down, Martin Oduya shook his head. “I serve the board,” he said.")) == List{"Bill Fenn", "Martin Oduya"});
}

TEST_CASE("an office at the head of a headline is whoever bears it below") {
  CHECK(speakers(read("Mayor ‘devastated’ by bridge report\n\nThe mayor said on Monday that he was “shattered” by the report on the bridge in Ash Street.\n\n“I read it twice,” Mayor Tom Hale said."))[1] == "Tom Hale");
}

TEST_CASE("a calling that is somebody's surname, and contracted pronouns") {
  CHECK(speakers(read("Neil Abbot, 63, of Crane Street, admitted fraud in May.\n\nAbbot, who showed no emotion, said “cheers” to the judge.")) == List{"Neil Abbot"});
  CHECK(speakers(read("The Abbot, who showed no emotion, said “cheers” to the judge.")) != List{"Neil Abbot"});
  CHECK(speakers(read("Her father Jan Quist was a shipwright. He'd say “aye” to anything.")) == List{"Jan Quist"});
}

TEST_CASE("a word that the text also writes small is nobody") {
  CHECK(speakers(read("Ferry left an hour early\n\nThe ferry left the old harbour on Tuesday. “It was far too late for us,” she said.")) == List{"-"});
  CHECK(speakers(read("Halvik left an hour early\n\nThe ferry of the old harbour was gone on Tuesday. “It was far too late for us,” she said.")) != List{"-"});
}

}  // namespace people_relatives_test
