// A quote that opens a paragraph is speech whatever the page puts before it: a dateline, a bullet, a time.
#include <doctest/doctest.h>

#include <string>

#include "read_article.hpp"

namespace attribution_openings_test {

using whosaid_tests::List;
using whosaid_tests::read;
using whosaid_tests::speakers;

TEST_CASE("a quote behind a dateline goes to whoever says it") {
  for (std::string const before : {"", "HALDEN — ", "Halden (XQZ) — ", "HALDEN, March 3 — ", "HALDEN (XQZ) - ", "• ", "— ", "1. ", "At noon: ", "Then, ", "But "}) {
    for (std::string const words : {"It is late,", "We will win the vote and go home,", "Is it late?", "Stop it!",
                                    "We have looked at this for many years and we have never found anything like it in the hills or by the sea,"}) {
      for (std::string const behind : {"said Weiss.", "Weiss said.", "says Ana Weiss, the mayor.", "Weiss told reporters."}) {
        std::string const text = "The vote is on Tuesday.\n\n" + before + "“" + words + "” " + behind + " The talks end on Friday.";
        CAPTURE(text);
        List const found = speakers(read(text));
        REQUIRE(found.size() == 1);
        CHECK(found[0].ends_with("Weiss"));
      }
    }
  }
}

TEST_CASE("behind the dash of a dateline a capital begins a sentence and no name") {
  for (std::string const before : {"HALDEN, Feb 27 (XQZ) - ", "HALDEN (XQZ) — ", ""}) {
    CAPTURE(before);
    auto const found = read(before + "Shares in Kolm Foods fell 18% on Thursday after the ready-meals maker warned that profit would be “materially below” hopes, and what it called a “sharp” fall.");
    for (auto const& speaker : found.speakers) CHECK(speaker.name != "Shares");
    CHECK(speakers(found) == List{"Kolm Foods", "Kolm Foods"});
  }
}

TEST_CASE("a verb that may be a noun or an adjective speaks where its subject follows it behind a quote") {
  for (std::string const verb : {"notes", "claims", "jokes", "comments", "remarks", "states", "vows", "answers", "demands", "alleged", "reported", "feared"}) {
    for (std::string const who : {"Weiss.", "Ana Weiss, the mayor.", "the mayor, Ana Weiss."}) {
      std::string const text = "The vote is on Tuesday.\n\n“The sample is tiny,” " + verb + " " + who + " The talks end on Friday.";
      CAPTURE(text);
      List const found = speakers(read(text));
      REQUIRE(found.size() == 1);
      CHECK(found[0].ends_with("Weiss"));
    }
  }
}

}  // namespace attribution_openings_test
