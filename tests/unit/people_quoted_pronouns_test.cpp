// "I", in quotes and in the narration: src/people/quoted_pronouns.cpp.
#include <doctest/doctest.h>

#include "read_article.hpp"

namespace people_quoted_pronouns_test {

using namespace whosaid;
using whosaid_tests::List;
using whosaid_tests::read;
using whosaid_tests::speakers;

TEST_CASE("I inside a quote is whoever is quoted") {
  auto const found = read("“He said I'd be back in a week,” Nora Quill says. “I said, ‘Back where? You have never seen me up there.’ So he came and looked.”");
  CHECK(speakers(found) == List{"Nora Quill", "Nora Quill", "Nora Quill"});
  CHECK(found.quotes[2].basis == Basis::anaphoric);
  CHECK(found.quotes[2].confidence <= found.quotes[1].confidence);
}

TEST_CASE("what I said goes on as mine, and others keep theirs") {
  CHECK(speakers(read("“I asked her twice,” Emil Dray recalled. “She said, ‘No.’ I said, ‘Why not?’ and went home.”"))[3] == "Emil Dray");
  CHECK(speakers(read("“I asked her twice,” Emil Dray recalled. “My mother said, ‘No.’ I said, ‘Why not?’ and went home.”"))[2] != "Emil Dray");
}

TEST_CASE("I stays open where the quote around it does, and where several speak") {
  CHECK(speakers(read("It was dark in the hall.\n\n“I said, ‘Who is there?’ and nobody answered.”\n\nThe lamps came on."))[1] == "-");
  CHECK(speakers(read("“We told him, ‘Stop it,’” Nora Quill said."))[1] == "-");
}

TEST_CASE("I in the narration is whoever wrote the text") {
  std::string const story = "The man carried a bag of salt.\n\nI asked him, “Where are you taking it?” He laughed.";
  CHECK(speakers(read("Salt for the town\n\nBy Nora Quill\n\n" + story)) == List{"Nora Quill"});
  CHECK(speakers(read(story)) == List{"-"});
  CHECK(speakers(read("Salt for the town\n\nBy Nora Quill and Emil Dray\n\n" + story)) == List{"-"});
  CHECK(speakers(read("Salt for the town\n\nBy Our Staff Reporter\n\n" + story)) == List{"-"});
}

TEST_CASE("he inside a quote is the one man whom the quote has named") {
  std::string const before = "Lou Orrin laughed. Emil Dray won the match. Emil Dray ran.\n\nNora Quill came. “It was late,” Quill said. ";
  CHECK(speakers(read(before + "“Lou talked me out of it. He said, ‘That man can sing.’”")).back() == "Lou Orrin");
  CHECK(speakers(read(before + "“Lou and Emil came. He said, ‘That man can sing.’”")).back() != "Nora Quill");
}

TEST_CASE("she inside a quote is not whoever is quoted") {
  auto const found = read("Nora Quill met Dora Vance on the pier. “It was cold,” Quill recalled. “She said, ‘Go home.’ So I did.”");
  CHECK(speakers(found)[2] != "Nora Quill");
  CHECK(speakers(read("Nora Quill runs the mill. “It was cold,” Quill recalled. “She said, ‘Go home.’ So I did.”"))[2] == "-");
}

TEST_CASE("whoever is spoken to does not speak") {
  CHECK(speakers(read("The prosecutor rose. Asked by the prosecutor if she knew him, she replied, “He is my brother.”")) == List{"-"});
  CHECK(speakers(read("Jan Holt met Tim Lund in May. He told Holt the plan was “dead”.")) == List{"Tim Lund"});
  CHECK(speakers(read("Jan Holt wrote to Tim Lund in May. He told Lund the plan was “dead”.")) == List{"Jan Holt"});
}

TEST_CASE("a lone name that acts may be she") {
  CHECK(speakers(read("When asked about the bridge, Weiss laughed. “Next question,” she said.")) == List{"Weiss"});
}

}  // namespace people_quoted_pronouns_test
