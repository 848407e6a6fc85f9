#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace people_letters_test {

using namespace whosaid;
using whosaid_tests::List;

namespace {

List speakers(std::string text) { return whosaid_tests::speakers(whosaid_tests::read(std::move(text))); }

}  // namespace

TEST_CASE("the letters of an office are whoever holds it") {
  CHECK(speakers("Station House Officer Malik Dray said a case was filed. “We have sealed it,” the SHO said.") == List{"Malik Dray"});
  CHECK(speakers("The state Police Public Relations Officer, Rosa Holm, said 17 were held. “They will be charged,” the PPRO stated.") == List{"Rosa Holm"});
  CHECK(speakers("DCP Ana Holm said they were traced. “We froze it,” the DCP added.") == List{"Ana Holm"});
  CHECK(speakers("The GOP chairman, Emil Dray, left. “We froze it,” the GOP said.") == List{"GOP"});
  CHECK(speakers("Inspector General of Police Emil Dray said so. “We froze it,” the IGP added.") == List{"Emil Dray"});
}

TEST_CASE("letters of a body stay a body") {
  CHECK(speakers("Station House Officer Malik Dray left. “We have sealed it,” the XQZ said.") == List{"XQZ"});
  CHECK(speakers("Station House Officer Malik Dray left SHO. “We have sealed it,” the SHO said.") == List{"SHO"});
  CHECK(speakers("Officers Malik Dray and Emil Holm left. “We have sealed it,” the ABC said.") == List{"ABC"});
}

TEST_CASE("a place in capitals before the first sentence is nobody") {
  CHECK(speakers("OLDMARSH UTAMA: The ministry will wait, its minister Rosa Holm said.\n\nShe said talks went on.\n\n“We will look,” she told reporters.") == List{"Rosa Holm"});
}

TEST_CASE("what is traded is a company's") {
  CHECK(speakers("Shares in Zambesi Copper fell.\n\nThe company called the ruling “flawed”.") == List{"Zambesi Copper"});
  CHECK(speakers("Torvell stock fell. “It is flawed,” the firm said.") == List{"Torvell"});
  CHECK(speakers("Rail operator Transligne said it was fine. “No fault was found,” the operator said.") == List{"Transligne"});
}

}  // namespace people_letters_test
