// Whether a cue on which no quote hangs reports something, and what.
#pragma once
#include <array>
#include <vector>

#include "attribution/clauses.hpp"
#include "attribution/token_facts.hpp"
#include "attribution/weights.hpp"

namespace whosaid {

// Built when a language is opened; const members are thread-safe.
class IndirectScorer {
 public:
  IndirectScorer(grammar::Language const& language, AttributionNames const& names, Weights& weights);

  // Probability that `cue` with its best source reports the words of `content` (see content_of).
  [[nodiscard]] float probability(TokenTable const& table, Block const& block, Cue const& cue, std::vector<Range> const& content,
                                  Weights const& weights, Facts& facts) const;

  // The reported clause: what follows the cue, or for "…, Sato said, …" what stands on both sides. Token ranges in order;
  // empty when nothing is reported ("she said" alone).
  void content_of(TokenTable const& table, Block const& block, Cue const& cue, std::vector<Range>& content) const;

 private:
  Vocabulary const& vocabulary_;
  AttributionNames names_;
  std::size_t forms_ = 0;
  std::uint32_t that_ = 0, to_ = 0, and_ = 0, but_ = 0;
  int pronoun_ = -1, article_ = -1, wh_ = -1, conjunction_ = -1, subordinator_ = -1;
  std::vector<FeatureId> rule_, lemma_;  // by rule; by word number (0 = not registered)
  static constexpr std::array<std::string_view, 14> next_names{"that", "to", "ing", "preposition", "article", "pronoun", "name", "wh",
                                                               "number", "stop", "comma", "conjunction", "finite", "word"};
  std::array<std::array<FeatureId, next_names.size()>, cue_classes> next_{};
  std::array<FeatureId, cue_classes> class_{};
  std::array<std::array<FeatureId, verb_forms>, cue_classes> verb_{};
  std::array<FeatureId, max_forms + 1> form_{};
  std::array<FeatureId, neighbour_names.size()> left_{};
  std::array<FeatureId, 6> length_{};
  FeatureId bias_{}, share_{}, no_source_{}, negated_{}, future_{}, behind_to_{}, both_sides_{}, before_only_{}, has_quote_{},
      no_content_{}, addressee_{};
};

}  // namespace whosaid
