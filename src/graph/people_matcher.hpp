// The matcher's state: match_people.cpp fills it from records, cluster_names.cpp and shorter_names.cpp join what is one person.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/people.hpp"

namespace whosaid::graph {

struct PeopleMatcher::Impl : People {
  Impl(NameWords const& words_in, Strings& strings_in) : words(words_in), strings(strings_in) {}

  NameWords const& words;
  Strings& strings;
  std::unordered_map<std::string, std::uint32_t> profile_of;   // joined fields
  std::unordered_map<std::string, std::uint32_t> entry_of;     // PersonName::key
  std::unordered_set<std::string> families;                    // last words of people's names
  std::unordered_map<std::string, std::uint32_t> word_number;  // of facts
  std::vector<std::string_view> word_text;
  std::string key;  // reused

  // Clusters that may own a given cluster, by the last word of the name (with the first letter) and by the first word.
  std::unordered_map<std::string, Ids> by_family, by_first;

  [[nodiscard]] Ids numbers(std::vector<std::string_view> const& facts);
  // Up to three words that both share, for a reason.
  [[nodiscard]] std::string shared_words(Facts const& a, Facts const& b) const;
  void gather_names(OrganisationMatcher const& organisations);
  void cluster_name(std::uint32_t entry);
  void join_shorter_names();
  void join(std::uint32_t cluster, std::uint32_t into, std::string why);
  void place(std::uint32_t cluster);
};

}  // namespace whosaid::graph
