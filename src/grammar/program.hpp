// A compiled grammar: flat instructions over tokens, the tests they ask, and where each root can begin. Frozen.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "grammar/library.hpp"

namespace whosaid::grammar {

// Every instruction either goes on to the next one or fails: back to the latest choice, or the rule is lost.
enum class Op : std::uint8_t {
  match,         // the root is through
  take,          // class a: one item
  look,          // class a holds here; nothing is taken
  look_not,      // class a does not hold here
  maybe,         // class a: one item if it holds
  run,           // class a: b to c items, as many as hold
  lexicon,       // lexicon b: its longest phrase here, or else one word of class a
  no_lexicon,    // neither a phrase of lexicon b nor a word of class a begins here; nothing is taken
  take_plain,    // where no phrase begins: one item of class a and on at c, or fail; where one does, go on to what follows
  chunk,         // kind a: the longest chunk of it that begins here
  behind,        // class a holds for the item before
  behind_not,    // it does not, or there is none
  skip_unless,   // go on at c unless the token can begin as start set a says
  choice,        // remember to go on at c from here
  commit,        // forget the latest choice, go on at c
  back_commit,   // forget the latest choice but return to its place, go on at c
  fail_twice,    // forget the latest choice and fail
  fail,
  call,          // the rule at c
  recall,        // the same for rule number a, whose outcome here is remembered: failure always, success when b is 1
  leave,         // back from a rule
  open,          // capture a begins
  close,         // capture a ends
};

inline constexpr unsigned rule_number_bits = 12;  // rules and parts of rules that are remembered

struct Instr {
  Op op = Op::fail;
  std::uint16_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

// One condition on one token: integer work only, but for the rare `exact` spellings. A class is the number of its first
// test; a token is in it when one of the tests up to the one with rest == 0 holds.
struct TokenTest {
  Features mask = 0, want = 0;  // (features & mask) == want
  Features any = 0;             // 0 = no condition
  enum Words : std::uint8_t { every_word, one_group, group_table } words = every_word;
  std::uint32_t group = 0;      // one_group: the group; group_table: number of the bit in its row
  std::uint32_t exact_first = 0;
  std::uint16_t exact_count = 0;
  std::uint16_t rest = 0;       // tests of the same class behind this one
};
struct ExactTest {
  std::string text;
  bool wanted = true;
};
struct Start {
  std::uint16_t tokens = 0;                // class
  bool chunk = false, phrase = false;      // a token that begins any chunk / phrase passes as well
};

// Groups of words and what they are in, shared by the grammars of a language.
struct WordTable {
  std::vector<std::uint32_t> group_of;     // by Vocabulary number
  std::vector<std::uint64_t> rows;         // stride words for each group
  std::uint32_t stride = 0;
};

// Which roots can begin at a token. `always` marks tokens without any feature, which a test for nothing lets pass.
struct StartIndex {
  static constexpr Features always = Features{1} << 63;
  struct Condition {
    Features mask = 0, want = 0, any = 0;
    std::uint32_t roots = 0;               // row in `root_sets`
  };
  std::uint32_t stride = 0;                // 64-bit words in a set of roots
  std::vector<std::uint64_t> root_sets;
  std::vector<Condition> conditions;       // of all groups, one after the other
  std::vector<std::uint32_t> group_first;  // by group, and one more
  std::vector<Features> group_mask;        // a token of the group with none of these bits begins nothing
  bool at_chunk = false, at_phrase = false;  // some root begins with a chunk, with a phrase
  std::vector<std::uint32_t> by_kind;      // row in root_sets for a chunk kind; 0 = none
  std::vector<std::uint32_t> by_phrase;    // row in root_sets for a lexicon; 0 = none
};

struct Root {
  std::string name;       // "after_quote"
  std::string full_name;  // "en/attribution/after_quote"
  std::uint32_t entry = 0;
  ChunkKind kind = 0;
  float weight = 1;
};

struct Program {
  std::string name;
  std::vector<Instr> code;
  std::vector<TokenTest> tests;
  std::vector<ExactTest> exacts;
  std::vector<Start> starts;
  std::vector<Root> roots;
  StartIndex index;
  std::shared_ptr<WordTable const> words;
};

}  // namespace whosaid::grammar
