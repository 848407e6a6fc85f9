// A compiled grammar: flat instructions over tokens, the tests they ask, and where each root can begin. Frozen.
#pragma once
#include <array>
#include <compare>
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
  run_plain,     // class a: as many items as hold, but none at which a phrase marked by b begins
  lexicon,       // lexicon b, marked by c: its longest phrase here, or else one word of class a
  no_lexicon,    // neither a phrase of lexicon b, marked by c, nor a word of class a begins here; nothing is taken
  take_plain,    // where no phrase marked by b begins: one item of class a and on at c, or fail; where one does, go on to what follows
  chunk,         // kind a, marked by b: the longest chunk of it that begins here
  behind,        // class a holds for the item before
  behind_not,    // it does not, or there is none
  choice,        // remember to go on at c from here
  choice_if,     // the same, but go on at c at once unless the token is of class a or has one of the marks b
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
  bool spelled = false;  // class a asks for the spelling
  std::uint16_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;  // of an instruction that goes on elsewhere: how many bytes further, modulo 2^32
};

// One condition on one token: integer work only, but for the rare `exact` spellings.
struct TokenTest {
  Features mask = 0, want = 0;  // (features & mask) == want
  Features any = 0;             // 0 = no condition
  enum Words : std::uint8_t { every_word, one_group, group_table } words = every_word;
  std::uint32_t group = 0;      // one_group: the group; group_table: number of the bit in its row
  std::uint32_t exact_first = 0;
  std::uint16_t exact_count = 0;
};
// A token is in a class when one of its tests holds.
struct TokenClass {
  std::uint32_t first = 0, count = 0;  // tests
  bool spelled = false;                // some test asks for the spelling: a token's row tells "perhaps" only
};
struct ExactTest {
  std::string text;
  bool wanted = true;
};
// What begins at a token beside itself, as bits of one number: chunks by kind in the lower half, phrases by lexicon in the
// upper half. Kinds and lexicons that a program does not name have none; of many, some share a bit.
using Marks = std::uint32_t;

// Groups of words and what they are in, shared by the grammars of a language.
struct WordTable {
  std::vector<std::uint32_t> group_of;     // by Vocabulary number
  std::vector<std::uint64_t> rows;         // stride words for each group
  std::uint32_t stride = 0;
  Features features = 0;                   // those that some grammar names
};

// The tests by what they ask, so that a kind of token that is new answers each question once, and not each test.
struct TestLists {
  // Those of entry i are tests[first[i]] up to tests[first[i + 1]].
  struct Lists {
    std::vector<std::uint32_t> first, tests;
  };
  struct Question {
    Features mask = 0, want = 0, any = 0;  // as in TokenTest
    friend auto operator<=>(Question const&, Question const&) = default;
  };
  std::vector<Question> questions;         // what is asked of features
  Lists by_question, by_column;            // by column of the word table
  std::vector<std::uint64_t> every_word;   // bits of the tests that hold whatever the word
  std::vector<std::uint32_t> one_group;    // tests of one group of words, by group
};

// Which roots can begin at a token, as sets of `stride` 64-bit words in file order. A root is started where a class or a
// mark of the token says so, the tests that stand before its first item hold, and its outline (outline.hpp) can be followed
// from there.
struct StartIndex {
  struct Start {
    std::uint16_t tokens = 0;   // class
    Marks marks = 0;            // a token with one of these passes as well
  };
  struct Begin {
    std::uint16_t tokens = 0;   // class
    std::uint32_t roots = 0;    // row in `sets`
  };
  struct Guard {
    std::uint16_t tokens = 0;   // class
    bool wanted = true;         // it must hold; false = it must not
    std::uint32_t roots = 0;    // row in `sets`: those that ask for it
  };
  // Which roots take an item, by its class and by what begins there.
  struct Step {
    std::vector<Begin> tokens;
    std::array<std::uint32_t, 32> by_mark{};  // row in `sets`
  };
  struct Stage {
    Step pass, need;
    std::uint32_t through = 0;  // row in `sets`: roots whose outline has fewer stages
  };
  static constexpr std::size_t most_stages = 3;
  std::uint32_t stride = 0;
  std::vector<std::uint64_t> sets;       // row 0: no root
  std::vector<Begin> begins;
  std::vector<Guard> here, behind;       // asked of the token itself; of the item before it
  std::array<std::uint32_t, 32> by_mark{};  // row in `sets`
  std::vector<Stage> stages;             // most_stages of them
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
  TestLists lists;  // of `tests`
  std::vector<TokenClass> classes;
  std::uint32_t asked_classes = 0;  // the first of them are what instructions ask for, the others the index alone
  std::vector<ExactTest> exacts;
  std::vector<Root> roots;
  std::vector<Marks> kind_marks, phrase_marks;  // by chunk kind, by lexicon; shorter than the numbers there are
  StartIndex index;
  std::shared_ptr<WordTable const> words;
};

}  // namespace whosaid::grammar
