// Which source a cue has.
#pragma once
#include <array>
#include <vector>

#include "attribution/clauses.hpp"
#include "attribution/decisions.hpp"
#include "attribution/token_facts.hpp"
#include "attribution/weights.hpp"

namespace whosaid {

// Built when a language is opened; const members are thread-safe for different blocks.
class SourceScorer {
 public:
  SourceScorer(grammar::Language const& language, AttributionNames const& names, Weights& weights);

  // Adds the sources that no rule proposed (the nearest ones in the cue's sentence and the first), weighs all readings of
  // all cues of `block` and sets Cue::best; a cue whose best reading is "none" keeps no_index.
  void choose(TokenTable const& table, Block& block, Weights const& weights, DecisionObserver* observer) const;

 private:
  void add_free_readings(TokenTable const& table, Block& block, Cue& cue) const;
  // What is known of a cue before its readings are weighed.
  struct Place {
    std::uint32_t before = no_index;  // head of the source that the cue before in the sentence was given; no_index = none
    std::uint32_t first_subject = no_index, nearest_subject = no_index;  // chunks
  };
  void facts_of(TokenTable const& table, Block const& block, Cue const& cue, Place const& place, SourceReading const& reading,
                Facts& facts) const;
  [[nodiscard]] bool subject_like(TokenTable const& table, Range sentence, Chunk const& source) const;

  Vocabulary const& vocabulary_;
  AttributionNames names_;
  std::size_t forms_ = 0;
  int that_ = 0, to_ = 0;  // word numbers
  std::vector<FeatureId> rule_;
  std::array<std::array<FeatureId, neighbour_names.size()>, verb_forms> none_left_{};  // no source, by verb form and the word before
  std::array<FeatureId, verb_forms> first_verb_{}, subject_verb_{};
  // What stands before the mention, behind it and on both sides, by verb form and side of the cue.
  std::array<std::array<std::array<FeatureId, neighbour_names.size()>, verb_forms>, 2> before_{}, behind_{};
  std::array<std::array<FeatureId, neighbour_names.size()>, neighbour_names.size()> around_{};
  // The first and the nearest mention before the cue that a verb follows, by joined or not and verb form.
  std::array<std::array<FeatureId, verb_forms>, 2> first_subject_{}, nearest_subject_{};
  std::array<std::array<FeatureId, 4>, max_forms> form_between_{};  // comma, verb or both between mention and cue
  std::vector<std::array<FeatureId, cue_classes>> rule_class_;  // rule and class of the cue
  std::vector<std::array<FeatureId, 4>> rule_near_;             // rule and distance: 0, 1-2, 3-5, more
  std::array<FeatureId, max_forms> form_{}, form_free_{}, form_next_{};
  std::array<std::array<FeatureId, 8>, 2> distance_{};
  std::array<FeatureId, 5> sources_between_{};
  std::array<std::array<FeatureId, verb_forms>, 2> verb_form_{}, verb_form_free_{};
  std::array<std::array<FeatureId, verb_forms>, cue_classes> none_{};
  std::array<std::array<FeatureId, verb_forms>, 2> as_before_{};  // the source of the cue before: not joined or joined, verb form
  std::array<std::array<FeatureId, verb_forms>, 3> commas_{};  // from head to cue: none, an odd number, an even one
  FeatureId in_brackets_{};
  FeatureId none_to_{}, comma_{}, finite_between_{}, quote_between_{}, cue_between_{}, preposition_{}, first_{}, subject_{},
      earlier_sentence_{}, that_between_{}, source_in_tail_{}, apposition_{}, attached_{}, owner_{};
};

}  // namespace whosaid
