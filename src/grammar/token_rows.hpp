// What a grammar can ask of a token, answered once for all tokens that are alike: a test becomes one bit.
//
// The idea: a grammar sees of a token its group of words and those features that some rule names. News has some 2000 such
// pairs for a grammar (6 000 for all of them), and each gets a row of bits: the classes it is in, and the roots that can begin with it. Pairs
// with the same answers share a row, so that the rows that are asked for stay near at hand. Spelling ('US') is no part of a row: there the
// bit says "perhaps", and the machine looks at the letters.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "grammar/program.hpp"

namespace whosaid::grammar {

// Kinds of tokens: those that no grammar of a language can tell apart, but by their spelling, have the same number. What was
// found out for a document's tokens is kept while they stay as they are, so that the second grammar does not ask again.
class TokenKinds {
 public:
  explicit TokenKinds(std::shared_ptr<WordTable const> words);

  [[nodiscard]] WordTable const* words() const { return words_.get(); }
  struct Seen {
    Features features = ~Features{0};  // no token has them all
    std::uint32_t word = 0;
    std::uint32_t kind = 0;
  };
  // What is known of the tokens of a table by their places, up to make_room(). Valid until then and tidy().
  [[nodiscard]] Seen* seen() { return seen_.data(); }
  // Whether what is known of its place is true of a token.
  [[nodiscard]] static bool is_seen(Seen const& seen, Token const& token) { return seen.word == token.word && seen.features == token.features; }
  void see(Seen& seen, Token const& token) {
    auto const features = token.features & features_;
    auto const group = group_of_[token.word];
    auto const& slot = slots_[slot_of(group, features)];  // mostly its own
    bool const own = slot.features == features && slot.group == group && slot.kind != 0;
    seen = {token.features, token.word, own ? slot.kind : find(features, group)};
  }
  // Kind of a token, given what is known of its place.
  [[nodiscard]] std::uint32_t of(Seen& seen, Token const& token) {
    if (!is_seen(seen, token)) see(seen, token);
    return seen.kind;
  }
  // Kinds are numbered from 1 up to it.
  [[nodiscard]] std::uint32_t count() const { return count_; }
  void make_room(std::size_t tokens) {
    if (seen_.size() < tokens) seen_.resize(tokens);
  }
  // Forgets all kinds when there are too many. To be called between two passes.
  void tidy();
  // Changes when kinds have been forgotten.
  [[nodiscard]] std::uint32_t generation() const { return generation_; }

 private:
  struct Slot {
    Features features = 0;
    std::uint32_t group = 0;
    std::uint32_t kind = 0;  // 0 = free
  };
  static constexpr std::size_t most = 1u << 17;

  std::uint32_t find(Features features, std::uint32_t group);
  void put(Slot const& slot);
  [[nodiscard]] std::size_t slot_of(std::uint32_t group, Features features) const {
    auto const mixed = (features ^ (std::uint64_t{group} << 40)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>((mixed ^ (mixed >> 29)) >> 20) & mask_;
  }

  std::shared_ptr<WordTable const> words_;
  Features features_;  // those that some grammar names
  std::uint32_t const* group_of_;
  std::vector<Seen> seen_;   // by place in the table
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint32_t count_ = 0, generation_ = 0;
};

// The rows of one program that a thread has met; when they are too many it begins anew. Never shared by threads.
class TokenRows {
 public:
  explicit TokenRows(std::shared_ptr<Program const> program);

  [[nodiscard]] Program const* program() const { return program_.get(); }

  // Numbers of rows by kind, for kinds up to `most`; 0 = not known yet. Valid until of() or tidy(). Row n stands at n * width().
  [[nodiscard]] std::uint16_t const* known(std::uint32_t most) {
    if (by_kind_.size() <= most) by_kind_.resize(most + most / 2 + 64, 0);
    return by_kind_.data();
  }
  [[nodiscard]] std::uint32_t width() const { return width_; }
  // Offset of a token's row in data(), given its kind; valid until tidy().
  [[nodiscard]] std::uint32_t of(std::uint32_t kind, Token const& token) {
    if (kind < by_kind_.size() && by_kind_[kind] != 0) return by_kind_[kind] * width_;
    return find(kind, token);
  }
  // One test, all but the spelling.
  [[nodiscard]] bool holds(TokenTest const& test, Token const& token) const {
    return holds(test, group_of_[token.word], token.features);
  }
  // Forgets all rows when there are too many. To be called between two passes.
  void tidy(TokenKinds const& kinds);

  // A row: for every 64 roots those that begin with it, those that allow it where they begin, those that allow it as the item
  // before, and for each stage of the outlines those that take it as what they need and those that let it pass; then the
  // class bits. What every token is asked for comes first.
  [[nodiscard]] std::uint64_t const* data() const { return rows_.data(); }
  static constexpr std::uint32_t stages = StartIndex::most_stages;
  static constexpr std::uint32_t of_part = 3 + 2 * stages;
  [[nodiscard]] static constexpr std::uint32_t begins(std::uint32_t part) { return of_part * part; }
  [[nodiscard]] static constexpr std::uint32_t here(std::uint32_t part) { return of_part * part + 1; }
  [[nodiscard]] static constexpr std::uint32_t behind(std::uint32_t part) { return of_part * part + 2; }
  [[nodiscard]] static constexpr std::uint32_t need(std::uint32_t part) { return of_part * part + 3; }
  [[nodiscard]] static constexpr std::uint32_t pass(std::uint32_t part) { return of_part * part + 3 + stages; }
  [[nodiscard]] std::uint32_t classes() const { return of_part * stride_; }
  // The row of the region's borders: no class, no root begins; `behind` of it counts for the first item.
  static constexpr std::uint32_t nothing = 0;

 private:
  static constexpr std::size_t most_words = 1u << 22;

  std::uint32_t find(std::uint32_t kind, Token const& token);
  std::uint32_t add(std::uint32_t group, Features features);
  std::uint32_t keep();
  std::uint32_t same_group(std::uint32_t group);
  std::uint32_t add_held();
  std::uint32_t held_by_features(Features features);
  std::uint32_t held_by_group(std::uint32_t group);
  void list_effects();
  void hold(std::uint32_t test, std::uint32_t place) { held_[place + test / 64] |= 1ull << (test % 64); }
  void note(TestLists::Lists const& lists, std::size_t entry, std::uint32_t place) {
    for (auto i = lists.first[entry]; i < lists.first[entry + 1]; ++i) hold(lists.tests[i], place);
  }
  void fill_classes(std::uint32_t group, Features features, std::uint64_t* bits);
  void begin();
  [[nodiscard]] bool holds(TokenTest const& test, std::uint32_t group, Features features) const {
    return has_features(test, features) && has_word(test, group);
  }
  // `test`: a TokenTest or a question of TestLists.
  template <class Test>
  [[nodiscard]] static bool has_features(Test const& test, Features features) {
    return (features & test.mask) == test.want && (!test.any || (features & test.any));
  }
  [[nodiscard]] bool has_word(TokenTest const& test, std::uint32_t group) const {
    if (test.words == TokenTest::every_word) return true;
    if (test.words == TokenTest::one_group) return group == test.group;
    auto const& words = *program_->words;
    return words.rows[std::size_t{group} * words.stride + test.group / 64] >> (test.group % 64) & 1u;
  }

  std::shared_ptr<Program const> program_;
  Features features_ = 0;  // those that some test names
  std::uint32_t const* group_of_;
  std::uint32_t stride_;
  std::uint32_t width_;  // words of a row
  std::vector<std::uint64_t> rows_;
  std::vector<std::uint16_t> by_kind_;  // numbers, for they are looked up for every item and are to stay in the cache; 0 = not known yet
  std::unordered_map<Features, std::uint32_t> known_;  // kinds that this program cannot tell apart
  std::unordered_multimap<std::uint64_t, std::uint32_t> alike_;  // rows by a hash of what they say
  std::vector<std::uint64_t> made_;     // the row that is being made
  // Which tests hold for some features whatever the word, and for a group of words whatever its features: bitmaps of `tests_` words.
  std::uint32_t tests_;
  std::vector<std::uint32_t> class_of_;  // by test
  std::vector<std::uint32_t> same_group_;  // by group, 1 + the one taken for it; 0 = not known yet
  std::unordered_multimap<std::uint64_t, std::uint32_t> groups_alike_;  // those taken, by a hash of their columns
  std::vector<std::uint64_t> asked_columns_;  // of the word table, a bitmap: most are other grammars'
  std::vector<std::uint64_t> held_;
  std::unordered_map<Features, std::uint32_t> held_by_features_;
  std::vector<std::uint32_t> held_by_group_;  // 1 + place in `held_`; 0 = not known yet
  // What a class does to a row that it is in: a set of roots, its word in StartIndex::sets, is added to a word of the row.
  struct Effect {
    std::uint32_t word = 0, set = 0;
  };
  struct Wanted {
    std::uint16_t tokens = 0;  // class
    Effect effect;             // where the token is not in it
  };
  std::vector<std::uint32_t> first_effect_;  // by class; one more at the end
  std::vector<Effect> effects_;
  std::vector<Wanted> wanted_;
  std::uint32_t generation_ = 0;        // of the kinds
};

}  // namespace whosaid::grammar
