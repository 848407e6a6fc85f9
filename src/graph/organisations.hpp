// Organisations by name: spelling variants and acronyms taken together.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.hpp"
#include "graph/names.hpp"

namespace whosaid::graph {

// Add all names, then finish() once, then look up.
class OrganisationMatcher {
 public:
  OrganisationMatcher(NameWords const& words, Strings& strings) : words_(words), strings_(strings) {}

  // Number of the name; equal but for case, accents and small words ("the", "of") means the same number.
  std::uint32_t add(std::string_view name);
  // An acronym ("IMF") joins the one name whose words it abbreviates; none when two would fit. Linear.
  [[nodiscard]] std::vector<OrganisationNode> finish();
  // Index into what finish() gave, by the number from add().
  [[nodiscard]] std::uint32_t node_of(std::uint32_t number) const { return node_of_[number]; }
  // The same by name; none when it was never added.
  [[nodiscard]] std::uint32_t find(std::string_view name) const;

 private:
  struct Entry {
    std::string_view name;                 // as first seen
    std::vector<std::string_view> names;   // other spellings
  };
  [[nodiscard]] std::string key_of(std::string_view name) const;

  NameWords const& words_;
  Strings& strings_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::unordered_map<std::string_view, std::uint32_t> by_name_;  // exact spelling: saves the folding
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> node_of_;
};

}  // namespace whosaid::graph
