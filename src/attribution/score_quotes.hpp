// Which cue a quote hangs on, whether it goes on from the quote before, and whether it is speech at all.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "attribution/clauses.hpp"
#include "attribution/decisions.hpp"
#include "attribution/token_facts.hpp"
#include "attribution/weights.hpp"
#include "quotes/quotes.hpp"

namespace whosaid {

// Built when a language is opened; const members are thread-safe.
class QuoteScorer {
 public:
  QuoteScorer(grammar::Language const& language, AttributionNames const& names, Weights& weights);

  // Fills `choices` (its first `count` entries, reused from call to call) for quote `number` of `block`, with scores and
  // shares; returns the count. `before` is the block before, empty at the document's start. `keep_facts`: for those who look on.
  std::size_t weigh(TokenTable const& table, std::vector<MarkedQuote> const& quotes, std::uint32_t number, Block const& block,
                    Block const& before, Running const& running, Weights const& weights, bool keep_facts,
                    std::vector<QuoteChoice>& choices) const;

 private:
  struct View;  // what is known of the quote in hand, looked up once
  // How a cue lies to a quote.
  enum Relation : std::size_t {
    before_colon, before_comma, before_next, before_that, before_near, before_far,
    behind_next, behind_near, behind_far,
    sentence_before, sentence_behind, far_before, block_before_colon, block_before,
  };
  static constexpr std::size_t relations = 14;
  static constexpr std::array<std::string_view, relations> relation_names{
      "before_colon", "before_comma", "before_next", "before_that", "before_near", "before_far", "behind_next", "behind_near",
      "behind_far", "sentence_before", "sentence_behind", "far_before", "block_before_colon", "block_before"};

  View look_at(TokenTable const& table, MarkedQuote const& quote, Block const& block, Running const& running) const;
  Relation relation(TokenTable const& table, View const& view, Cue const& cue) const;
  // What is known of a choice that hangs on a cue, for comparing it with the others.
  struct Rival {
    std::uint32_t cue = no_index;  // the cue's first token
    std::uint32_t distance = 0;    // items between quote and cue
    std::uint32_t source = no_index;  // the source's first token
    float share = 0;               // of the reading among those of its cue
    Relation relation{};
    CueClass kind{};
    bool own_sentence = false, tied = false;
    bool opens_next = false;       // behind a quote that ends in ! or ?, a comma or colon and another quote behind it
    std::uint8_t outer = 0, inner = 0;  // how it lies in the cue to its left, and the one to its right in it (nesting_names)
    CueClass outer_kind{}, inner_kind{};
    std::uint8_t verb = 0, inner_verb = 0;
  };
  // How a cue lies to the one on its left in the sentence: by its subject, and what parts the two.
  static constexpr std::array<std::string_view, 9> nesting_names{
      "alone",         "own_subject",   "own_subject_behind_that", "own_subject_behind_and", "same_subject",
      "other_subject", "no_subject",    "own_subject_behind_quote", "same_subject_behind_quote"};
  std::uint8_t nesting(TokenTable const& table, Block const& block, Cue const& outer, Cue const& inner) const;
  void rival_facts(View const& view, Running const& running, std::vector<Rival> const& rivals, std::size_t count,
                   std::vector<QuoteChoice>& choices) const;
  void cue_facts(TokenTable const& table, View const& view, Block const& block, Cue const& cue, std::uint32_t reading,
                 Relation relation, Cue const* nearest, Facts& facts) const;
  void goes_on_facts(TokenTable const& table, View const& view, Block const& block, Running const& running, Facts& facts) const;
  void bare_facts(View const& view, Block const& block, Running const& running, std::size_t which, Facts& facts) const;

  Vocabulary const& vocabulary_;
  AttributionNames names_;
  std::size_t forms_ = 0;
  std::uint32_t that_ = 0;
  int hearsay_ = -1, broadcaster_ = -1, work_ = -1, article_ = -1, possessive_ = -1;

  std::vector<FeatureId> rule_, tied_rule_;
  std::array<std::vector<FeatureId>, 2> lemma_;  // side; by word number
  std::array<std::array<FeatureId, neighbour_names.size()>, verb_forms> left_{};  // verb form; what stands before the cue
  std::array<FeatureId, neighbour_names.size()> right_{};
  std::array<std::array<FeatureId, cue_classes>, relations> relation_{};
  std::array<std::array<FeatureId, 4>, relations> relation_ends_{};
  std::array<std::array<FeatureId, 2>, relations> relation_case_{};
  std::array<std::array<FeatureId, verb_forms>, relations> relation_verb_{};
  std::array<std::array<FeatureId, 8>, 2> distance_{};
  std::array<FeatureId, 5> cues_between_{}, quotes_between_{};
  std::array<FeatureId, max_forms + 1> form_{};
  std::array<std::array<FeatureId, 6>, 2> length_{};
  // The nearest cue on a side, by class and form; for one further off, those of the nearest.
  std::array<std::array<std::array<FeatureId, verb_forms>, cue_classes>, 2> nearest_{}, beyond_{};
  FeatureId joined_{}, second_reading_{};
  // A choice beside the others: by its relation, the relations of the other cues; and what else speaks against it.
  std::array<std::array<FeatureId, relations>, relations> rival_{};
  std::array<std::array<FeatureId, cue_classes>, cue_classes> rival_class_{};   // of the nearest other cue
  std::array<FeatureId, relations> rival_tied_{}, both_tied_{}, cue_before_{}, source_before_{}, other_source_{}, better_reading_{}, nearer_same_{};
  FeatureId answers_ = 0;
  std::array<std::array<FeatureId, cue_classes>, relations> on_rival_{}, nobody_rival_{}, none_rival_{};
  std::array<std::array<FeatureId, cue_classes>, nesting_names.size()> outer_{}, inner_{};  // by the class of the other one
  std::array<FeatureId, nesting_names.size()> outer_any_{}, inner_any_{};
  std::array<std::array<FeatureId, verb_forms>, nesting_names.size()> outer_verb_{}, inner_verb_{};  // by the verb form of the inner one
  std::array<FeatureId, 3> bare_tied_{};   // on, nobody, no speech: some cue is tied to the quote
  std::array<FeatureId, 2> on_no_cue_{};
  std::array<std::array<FeatureId, 11>, 2> on_left_{};
  std::array<std::array<FeatureId, neighbour_names.size()>, 2> on_right_{};
  std::array<std::array<FeatureId, 3>, 2> on_last_cue_{};  // the cue of the quote before: none, before it, behind it
  FeatureId share_{}, no_source_{}, used_{}, other_quote_{}, negated_{};

  FeatureId on_bias_{}, on_nobody_{}, on_source_{}, on_cue_{}, on_turns_{}, on_answers_{};
  std::array<FeatureId, 5> on_gap_{}, on_blocks_{};
  std::array<std::array<FeatureId, 4>, 2> on_ends_{};
  std::array<std::array<FeatureId, 2>, 2> on_case_{};
  std::array<std::array<FeatureId, 6>, 2> on_length_{};
  std::array<FeatureId, 2> on_starts_block_{}, on_whole_{};

  static constexpr std::array<std::string_view, 11> left_names{"start", "article", "hearsay", "work", "preposition", "cue",
                                                               "mark", "possessive", "word", "colon", "comma"};
  // What stands between the marks: only nouns and the like, a word of grammar, a verb with an ending for its subject, who speaks.
  static constexpr std::array<std::string_view, 5> inside_names{"content", "function", "verb", "pronoun", "verb_and_pronoun"};
  // The marks before in the same sentence, if there are any: speech or not, close by ("“hat” and “coat”") or further off.
  static constexpr std::array<std::string_view, 5> sibling_names{"alone", "speech_near", "speech_far", "no_speech_near", "no_speech_far"};
  struct Bare {  // one for "nobody", one for "no speech"
    FeatureId bias{}, broadcast{}, title_case{}, whole_block{}, no_cue{}, starts_block{}, first_quote{}, inner_stop{}, block{}, named{};
    std::array<FeatureId, 6> length{};
    std::array<FeatureId, 5> sibling{};
    std::array<std::array<FeatureId, 5>, 6> inside{};  // by length
    std::array<std::array<FeatureId, neighbour_names.size()>, left_names.size()> second_left{};
    std::vector<FeatureId> left_word, title_word;  // by word number; the second for a title's capitals
    std::array<FeatureId, neighbour_names.size()> title_second{};
    FeatureId work_and_comma{};  // "the play, “Eclipsed”"
    std::array<FeatureId, 4> ends{}, title_ends{};
    std::array<FeatureId, left_names.size()> left{}, title_left{};
    // What stands behind the closing mark; by length, and by what stands before: "the “expert” panel".
    std::array<std::array<FeatureId, neighbour_names.size()>, 6> length_right{};
    std::array<std::array<FeatureId, neighbour_names.size()>, left_names.size()> left_right{};
    std::array<std::array<FeatureId, neighbour_names.size()>, 4> ends_right{};
    std::array<std::array<FeatureId, 2>, 6> length_case{};
    std::array<std::array<FeatureId, 4>, 6> length_ends{};
    std::array<std::array<FeatureId, left_names.size()>, 6> length_left{};
  };
  std::array<Bare, 2> bare_{};
};

}  // namespace whosaid
