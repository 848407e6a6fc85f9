// The same person in several documents: which speakers of which tables are one node, and why.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "graph/names.hpp"
#include "graph/organisations.hpp"

namespace whosaid::graph {

// How it decides, in this order; every step keeps its reason on the node.
// 1. Groups, anonymous sources, documents and speakers without a proper name are one node per document.
// 2. One full name is one person, unless roles and affiliations contradict: both sides have both, and no word is shared.
//    Who has no facts then is left open, as a node of its own document, unless nine in ten documents mean one of them.
// 3. A shorter form (initials, no middle name, family name alone) joins a fuller name when exactly one fits and does not
//    contradict, or when exactly one of several shares a role or affiliation. For a family name any two facts without a
//    shared word contradict. Short forms of given names, other orders of the words and a first word alone need a shared fact.
// 4. Two speakers that one document keeps apart are never joined by a shorter form.
class PeopleMatcher {
 public:
  // Both must outlive the matcher; what it keeps of strings goes into `strings`.
  PeopleMatcher(NameWords const& words, Strings& strings);
  ~PeopleMatcher();

  struct Record {
    std::string_view name, type;  // views need to live during add() only
    std::vector<std::string_view> aliases, roles, affiliations;
    std::uint32_t document = none;
  };
  // Number of the record, counting from 0. Equal records cost 8 bytes.
  std::uint32_t add(Record const& record);

  struct Result {
    std::vector<SpeakerNode> speakers;       // ordered by first record; `quotes` and `organisation` still unset
    std::vector<std::uint32_t> of_record;    // record -> speaker
  };
  // Near-linear in records; names with one family name are compared among each other. `documents` gives ids for nodes that
  // belong to one document. To be called once.
  [[nodiscard]] Result match(OrganisationMatcher const& organisations, std::span<DocumentNode const> documents);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace whosaid::graph
