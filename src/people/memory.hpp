// What reading one document needs to remember, kept from one document to the next so that nothing is allocated once it has grown.
// Only for the .cpp files of this folder.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "people/entity.hpp"
#include "people/entity_index.hpp"
#include "people/people.hpp"

namespace whosaid {

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

// Whether one of the facts holds a word of the same stem: "Russian" for "Russia".
[[nodiscard]] bool holds_kin(std::vector<Known> const& facts, std::string_view word);

// `bearer` is the son, the wife … of `owner`.
struct Kinship {
  EntityId bearer = no_index, owner = no_index;
  std::string_view kin;  // the class of kin, a lemma of kin_class
};

// "Mr. Holt's widow, Joan": the given name alone, and the surname that a title may join to it.
struct InLaw {
  WordId surname = 0;
  std::size_t chunk = 0;  // of the given name
};

// A pronoun or noun phrase that was read.
struct Reading {
  EntityId entity = no_index;
  Resolution resolution;
};

// A paragraph with direct quotes, in a conversation perhaps.
struct Turn {
  std::uint32_t first_paragraph = 0, last_paragraph = 0;
  std::size_t first = 0, last = 0;    // attributions; others may lie between
  EntityId speaker = no_index;
  bool open = true;                   // all its quotes hang on nobody
  bool unclear = false;               // several speakers
  bool tells = false;                 // begins with narration: no answer to the turn before
  [[nodiscard]] bool is_known() const { return speaker != no_index && !unclear; }
};

// The name of a chunk, once it was cut into words.
struct ChunkName {
  bool known = false;
  Range name, letters;  // "KC", "MP" behind a name
  NameWords words;
};

struct PeopleMemory::Impl {
  DocumentWords words;
  Entities entities;
  EntityIndex index;
  std::vector<EntityId> of_chunk;        // entity of mentions.chunks[i], no_index = none
  std::vector<ChunkName> names;          // of mentions.chunks[i]
  std::vector<Range> quoted;             // what stands inside marks, in order
  std::vector<EntityId> recent;          // in order of mention, the last one at the back; old entries may stand twice
  std::vector<std::uint32_t> seen;       // by entity, the round in which visit_recent met it
  std::vector<Reading> readings;         // `reading_count` of them count
  std::size_t reading_count = 0;
  std::vector<std::uint64_t> order;      // of mentions and of links, by place
  std::vector<std::vector<EntityId>> found;  // by attribution
  std::vector<Turn> turns;
  std::vector<std::uint32_t> of_quote;   // attributions by marked quote
  std::vector<Kinship> kinships;
  std::vector<InLaw> in_laws;
  std::vector<std::pair<float, EntityId>> scored;
  std::vector<EntityId> in_words;        // named in the words whose source is looked for
  std::vector<std::string_view> modifiers;
  std::vector<grammar::Capture> captures;  // of the office in hand, some of them passed over
  std::vector<WordId> places;
  std::vector<std::uint32_t> body_counts;  // mentions by entity
  std::string text;

  void begin(TokenTable const& table, Vocabulary const& vocabulary) {
    words.begin(table, vocabulary);
    entities.shrink();
    entities.clear();
    index.clear();
    quoted.clear();
    recent.clear();
    kinships.clear();
    in_laws.clear();
    seen.clear();
    reading_count = 0;
  }
};

}  // namespace whosaid
