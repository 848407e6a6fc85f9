// What a vocabulary consists of. Private to this floor.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tokens/lexicon.hpp"
#include "tokens/number_map.hpp"
#include "tokens/word_map.hpp"

namespace whosaid {

struct Vocabulary::Impl {
  // One entry as read: its words as written, and the lemma as written ("" = itself).
  struct Entry {
    std::vector<std::string> words;
    std::string lemma;
  };

  struct Include {
    std::string name;
    Problem place;  // message filled in when it is broken
  };

  struct List {
    std::string name;
    bool exact = false;
    std::vector<Entry> entries;
    std::vector<Include> includes;
  };

  struct Word {
    std::string text;               // folded
    std::uint32_t base = 0;         // the folded word's number when this is a written form
    std::uint32_t written = 0;      // 1 + index of the first written form of this folded word
  };
  struct Written {
    std::string text;
    std::uint32_t number = 0;
    std::uint32_t next = 0;  // 1 + index of the next one of the same folded word
  };
  struct PhraseEnd {
    std::uint16_t lexicon = 0;
    std::uint32_t lemma = 0;
    std::uint32_t entry = 0;
    std::uint32_t next = 0;  // 1 + index of the next entry that ends at the same node
  };

  std::vector<List> lists;
  std::vector<std::string> names;
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };
  std::unordered_map<std::string, int, NameHash, std::equal_to<>> name_numbers;
  // Three lists over the same numbers: what every token asks for stands apart from what few do.
  std::vector<Word> words{1};
  std::vector<ClassSet> classes{1};
  WordTables tables;
  std::vector<Written> written;
  NumberMap lemmas;                              // by (word, lexicon): place in `lemma_texts`
  std::vector<std::string> lemma_texts{std::string()};
  NumberMap edges;                               // by (node, word): node
  std::vector<std::uint32_t> node_ends{0, 0};  // node 0 is none, 1 the root
  std::vector<PhraseEnd> ends;
  std::vector<std::string> phrase_lemmas{std::string()};
  std::vector<std::string> phrase_texts{std::string()};
  std::size_t longest = 0;
  bool frozen = false;

  void add(Word word);
  std::uint32_t number_of(std::string const& folded);
  std::uint32_t written_number(std::string const& text);
  [[nodiscard]] std::uint32_t as_written(std::uint32_t base, std::string_view raw) const;
  void add_phrase(std::uint16_t lexicon, Entry const& entry, bool exact);
  void add_entry(std::uint16_t lexicon, Entry const& entry, bool exact);
};

}  // namespace whosaid
