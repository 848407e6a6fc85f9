// Runs a program over tokens: backtracking with an explicit stack, captures that are rolled back with it, and budgets.
#pragma once
#include <cstdint>
#include <vector>

#include "grammar/token_rows.hpp"

namespace whosaid::grammar {

inline constexpr std::uint32_t no_match = 0xFFFFFFFFu;

// What the machine keeps between calls, so that matching allocates nothing once it has grown.
struct Scratch::Impl {
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
  // What the machine sees of an item.
  struct Cell {
    std::uint32_t row = 0;       // in TokenRows::data()
    Marks marks = 0;
    std::uint32_t width = 1;
    std::uint32_t back = 0;      // tokens to the item before; 0 = there is none
  };
  struct Frame {
    Instr const* next = nullptr;  // where to go on
    Cell const* cell = nullptr;   // item to go back to; nullptr = this is the return address of a call
    std::uint32_t events = 0;     // captures to keep; of a remembered call: the token where it began
    std::uint32_t rule = 0;       // of a remembered call: rule number << 1 | success is to be remembered, plus 2
  };
  // An item at which a root may begin: few are.
  struct Place {
    std::uint32_t at = 0;
    std::uint32_t behind = 0xFFFFFFFFu;  // item of the folded quote that it stands inside of: met only by those who are in there; no_match = none
  };
  static constexpr std::uint32_t unread = 0xFFFFFFFFu;  // row of a token inside a folded quote that nothing leads to
  std::vector<Frame> frames;
  std::vector<Event> events;              // `event_count` of them count
  std::size_t event_count = 0;
  std::vector<Capture> captures;
  std::vector<std::uint32_t> open_captures;  // as many as `captures`; working memory
  std::vector<Cell> cells;                // by token; filled for the region of the running machine
  std::vector<Place> places;              // of the same region, from the right
  std::vector<std::uint64_t> roots;       // that may begin there, a bitmap for each place
  std::vector<std::uint64_t> reach;       // working memory: by stage and item, which roots can be followed to their end from there on
  std::vector<std::uint32_t> quotes;      // items of the region that a quote is folded onto
  std::vector<std::uint32_t> ends;        // where chunks and phrases of the region end; working memory
  std::vector<TokenRows> rows;            // of the programs that ran last
  std::vector<TokenKinds> kinds;          // of their languages
  static constexpr std::size_t most_programs = 16;
  std::uint64_t filled = 0;               // number of the machine that filled `cells`
  std::vector<Memory> memory = std::vector<Memory>(std::size_t{1} << memory_bits);
  std::uint32_t generation = 0;  // of what is remembered; 0 is the empty table

  // Forgets everything that was remembered. Constant time but once in a million calls.
  void forget();
  // What is known of a program's tokens, from before where it is still there.
  [[nodiscard]] TokenRows& rows_of(std::shared_ptr<Program const> const& program);
  [[nodiscard]] TokenKinds& kinds_of(std::shared_ptr<WordTable const> const& words);
};

// One pass over tokens [first, last) of a table. Short-lived; the table may gain chunks while it lives, not tokens.
class Machine {
 public:
  Machine(std::shared_ptr<Program const> const& program, TokenTable const& table, std::uint32_t first, std::uint32_t last,
          Scratch& scratch);

  // The first item at or behind token `at` where a root can begin; the region's end when there is none. Never asked for an
  // earlier one than the time before.
  [[nodiscard]] std::uint32_t next(std::uint32_t at) {
    auto const* const places = memory_.places.data();
    for (; left_ > 0; --left_) {
      auto const& place = places[left_ - 1];
      if (place.at >= at && (place.behind == no_match || at > place.behind)) return place.at;
    }
    return last_;
  }
  // The roots that can begin at token `at`, which next() gave, as a bitmap in file order; nullptr when there is none.
  [[nodiscard]] std::uint64_t const* candidates(std::uint32_t at) {
    return next(at) == at && at < last_ ? memory_.roots.data() + (left_ - 1) * program_.index.stride : nullptr;
  }
  // Runs one root at one token: the token behind the match, or no_match. Sets Scratch::budget_hit when a budget ends it.
  [[nodiscard]] std::uint32_t run(Root const& root, std::uint32_t at);
  // The captures of the last run that matched, in the order in which they begin.
  [[nodiscard]] std::span<Capture const> captures();
  // To be called when somebody else may have used the scratch memory, or added chunks to the table, since the last run: true when
  // something has changed, so that candidates() may have.
  bool look_again();
  // The document's budget is used up; nothing more will match.
  [[nodiscard]] bool spent() const { return steps_left_ == 0; }

 private:
  using Cell = Scratch::Impl::Cell;
  using Place = Scratch::Impl::Place;
  static constexpr std::uint32_t ring = 128;  // items whose reach is kept; a chunk that is longer may be followed by anything
  void fill();
  std::uint32_t read_items();
  void add_marks(std::uint32_t at, Cell& cell);
  void read_inside(std::uint32_t at);
  [[nodiscard]] bool is_inside(std::uint32_t token) const;
  template <std::uint32_t parts>
  void list_places(std::uint32_t last_item, bool inside);
  void list_inside(std::uint32_t item);
  void follow_marks(std::uint32_t at, std::uint64_t const* ahead, std::uint64_t* reach) const;
  [[nodiscard]] std::uint64_t roots_at(std::uint32_t at, std::uint32_t part) const;
  std::uint64_t* push_place(Place place);
  void add_place(Place place, std::uint64_t const* reach);
  [[nodiscard]] std::uint64_t* reach_of(std::uint32_t at) const;
  [[nodiscard]] Marks mark_of(Chunk const& chunk) const { return chunk.kind < program_.kind_marks.size() ? program_.kind_marks[chunk.kind] : 0; }
  [[nodiscard]] Marks mark_of(Phrase const& phrase) const { return phrase.lexicon < program_.phrase_marks.size() ? program_.phrase_marks[phrase.lexicon] : 0; }
  [[nodiscard]] bool spelled(std::uint16_t number, std::uint32_t place) const;
  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t place, std::uint32_t lexicon) const;
  [[nodiscard]] std::uint32_t chunk_end(std::uint32_t place, ChunkKind kind) const;

  Program const& program_;
  TokenTable const& table_;
  TokenRows& rows_;
  TokenKinds& kinds_;
  std::uint32_t first_, last_;
  Scratch& scratch_;
  Scratch::Impl& memory_;
  std::uint64_t steps_left_;
  std::uint64_t filled_ = 0;
  std::size_t chunks_ = 0;  // of the table that the cells know
  std::size_t left_ = 0;        // places that next() has not passed
};

}  // namespace whosaid::grammar
