// Runs a program over tokens: backtracking with an explicit stack, captures that are rolled back with it, and budgets.
#pragma once
#include <cstdint>
#include <vector>

#include "grammar/program.hpp"

namespace whosaid::grammar {

inline constexpr std::uint32_t no_match = 0xFFFFFFFFu;

// What the machine keeps between calls, so that matching allocates nothing once it has grown.
struct Scratch::Impl {
  struct Frame {
    std::uint32_t pc = 0;      // where to go on
    std::uint32_t place = 0;   // token to go back to; no_match = this is the return address of a call
    std::uint32_t events = 0;  // captures to keep; of a remembered call: the token where it began
    std::uint32_t rule = 0;    // of a remembered call: rule number << 1 | success is to be remembered, plus 2
  };
  // What a rule did at a token. A small table that forgets: the same question comes again soon or never.
  struct Memory {
    std::uint32_t place = 0;
    std::uint32_t key = 0;     // generation and rule
    std::uint32_t end = 0;     // no_match = it failed
  };
  static constexpr std::uint32_t memory_bits = 11;
  struct Event {
    std::uint32_t place = 0;
    std::uint16_t name = 0;
    bool opens = false;
  };
  struct Fold {
    std::uint32_t last = 0, first = 0;
  };
  std::vector<Frame> frames;
  std::vector<Event> events;
  std::vector<Capture> captures;
  std::vector<std::uint32_t> open_captures;
  std::vector<std::uint64_t> candidates;
  std::vector<Fold> folds;
  std::vector<Memory> memory = std::vector<Memory>(std::size_t{1} << memory_bits);
  std::uint32_t generation = 0;  // of what is remembered; 0 is the empty table

  // Forgets everything that was remembered. Constant time but once in a million calls.
  void forget();
};

// One pass over tokens [first, last) of a table. Short-lived; the table may gain chunks while it lives, not tokens.
class Machine {
 public:
  Machine(Program const& program, TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch);

  // False when certainly no root begins at token `at`: the test that most tokens do not get beyond.
  [[nodiscard]] bool may_begin(std::uint32_t at) const {
    auto const& token = table_.tokens[at];
    return ((token.features | StartIndex::always) & group_mask_[group_of_[token.word]]) != 0 || (at_chunk_ && token.chunk) ||
           (at_phrase_ && token.phrase);
  }
  // The roots that can begin at token `at` as a bitmap in file order; nullptr when there is none.
  [[nodiscard]] std::uint64_t const* candidates(std::uint32_t at);
  // Runs one root at one token: the token behind the match, or no_match. Sets Scratch::budget_hit when a budget ends it.
  [[nodiscard]] std::uint32_t run(Root const& root, std::uint32_t at);
  // The captures of the last run that matched, in the order in which they begin.
  [[nodiscard]] std::span<Capture const> captures();
  // To be called when the table's chunks have changed since the last run.
  void table_changed() { memory_.forget(); }
  // The document's budget is used up; nothing more will match.
  [[nodiscard]] bool spent() const { return steps_left_ == 0; }

 private:
  [[nodiscard]] bool holds(std::uint16_t number, Token const& token) const;
  [[nodiscard]] bool holds(TokenTest const& test, Token const& token) const;
  [[nodiscard]] std::uint32_t behind(std::uint32_t place);
  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t place, std::uint32_t lexicon) const;
  [[nodiscard]] std::uint32_t chunk_end(std::uint32_t place, ChunkKind kind) const;

  Program const& program_;
  TokenTable const& table_;
  TokenTest const* tests_;
  Features const* group_mask_;
  bool at_chunk_, at_phrase_;
  std::uint32_t const* group_of_;
  std::uint64_t const* rows_;
  std::uint32_t stride_;
  std::uint32_t first_, last_;
  Scratch& scratch_;
  Scratch::Impl& memory_;
  std::uint64_t steps_left_;
  bool folds_known_ = false;
  std::size_t fold_at_ = 0;
};

}  // namespace whosaid::grammar
