// What the tests of whole articles share: a text read with the built-in grammars, and its speakers as words.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "whosaid.hpp"

namespace whosaid_tests {

using List = std::vector<std::string>;

inline whosaid::Extraction read(std::string text, std::string_view published = {}) {
  static auto const extractor = whosaid::Extractor::open();
  REQUIRE_MESSAGE(static_cast<bool>(extractor), (extractor ? "" : extractor.problems().front().to_string()));
  whosaid::Document document;
  document.text = std::move(text);
  if (!published.empty()) document.published = published;
  whosaid::Workspace workspace;
  return extractor->extract(document, workspace);
}

// The speaker of each quote in order; "-" = open.
inline List speakers(whosaid::Extraction const& found) {
  List out;
  for (auto const& quote : found.quotes) out.push_back(quote.speaker.valid() ? found.speakers[quote.speaker.value].name : "-");
  return out;
}

// "role; role | affiliation; affiliation" of the speaker named last.
inline std::string facts(std::string text) {
  auto const found = read(std::move(text));
  if (found.speakers.empty()) return "nobody";
  std::string out;
  for (auto const& role : found.speakers.back().roles) out += (out.empty() ? "" : "; ") + role.value;
  out += " |";
  for (auto const& affiliation : found.speakers.back().affiliations) out += " " + affiliation.value + ";";
  return out;
}

}  // namespace whosaid_tests
