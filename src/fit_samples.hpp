// The engine's decisions over annotated articles as samples: candidates with their facts, and which of them gold calls right.
#pragma once
#include <string>
#include <vector>

#include "attribution/decisions.hpp"
#include "fit_model.hpp"
#include "model/gold.hpp"

namespace whosaid {

struct GoldLink {
  std::vector<Span> quoted, cue, source;  // bytes
  bool indirect = false;
  std::string speaker;
  std::vector<std::string> aliases;
};

// Looks on while an article is read. A quote's choice is right when it names a source that overlaps gold's by half of the
// shorter, by gold's cue where gold has one. Not thread-safe.
class FitSamples final : public DecisionObserver {
 public:
  std::vector<Sample> sources, quotes, reports, references;

  // Before the article `document`, the `number`th, whose decisions count `count` times each, is read. Decisions follow
  // `weights`; nullptr: the language's own.
  void begin(gold::Document const& document, std::uint32_t number, float count, Weights const* weights);

  [[nodiscard]] Weights const* weights() const override { return weights_; }
  void document(TokenTable const& table, std::vector<MarkedQuote> const& marked) override;
  void source_decision(Block const& block, Cue const& cue, std::vector<Facts> const& facts, std::size_t count) override;
  void quote_decision(Block const& block, Block const& before, std::uint32_t quote, std::vector<QuoteChoice> const& choices,
                      std::size_t count, std::size_t chosen) override;
  void reference_decision(std::uint32_t at, std::vector<std::string> const& names, std::vector<Facts> const& facts) override;
  void indirect_decision(Block const& block, Cue const& cue, Facts const& facts, float probability) override;

 private:
  TokenTable const* table_ = nullptr;
  std::vector<MarkedQuote> const* quotes_ = nullptr;
  Weights const* weights_ = nullptr;
  std::vector<GoldLink> links_;
  std::vector<Span> discard_;
  std::uint32_t number_ = 0;
  float count_ = 1;

  [[nodiscard]] Sample sample() const { return {{}, {}, number_, count_}; }
  [[nodiscard]] bool touches(Range range, std::vector<Span> const& spans) const;
  [[nodiscard]] GoldLink const* link_of_cue(Range cue) const;
  [[nodiscard]] bool agrees(Range range, std::vector<Span> const& spans) const;
};

}  // namespace whosaid
