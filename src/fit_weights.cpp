#include "fit_weights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "attribution/decisions.hpp"
#include "attribution/weights.hpp"
#include "text/utf8.hpp"

namespace whosaid {
namespace {

// Candidates of one decision; those that are right are marked. One candidate: a yes-or-no decision, `right` = yes.
struct Sample {
  std::vector<std::vector<Fact>> candidates;
  std::vector<char> right;
};

struct GoldLink {
  std::vector<Span> quoted, cue, source;
  bool indirect = false;
  std::string speaker;
  std::vector<std::string> aliases;
};

// Whether two names can be meant to be one: all words of the shorter are among the other's, the last included.
bool names_agree(std::string const& a, std::string const& b) {
  auto const words = [](std::string const& name) {
    std::vector<std::string> out;
    std::string word;
    for (char const c : fold(name) + " ") {
      if (c == ' ' || c == '.') {
        if (!word.empty()) out.push_back(word);
        word.clear();
      } else {
        word += c;
      }
    }
    return out;
  };
  std::vector<std::string> x = words(a), y = words(b);
  if (x.size() > y.size()) std::swap(x, y);
  if (x.empty() || x.back() != y.back()) return false;
  return std::all_of(x.begin(), x.end(), [&](std::string const& w) { return std::find(y.begin(), y.end(), w) != y.end(); });
}

class Collector final : public DecisionObserver {
 public:
  std::vector<Sample> sources, quotes, reports, references;

  void begin(gold::Document const& document) {
    OffsetMap const offsets(document.text, OffsetUnit::code_point);
    auto const bytes = [&](std::vector<gold::Range> const& ranges) {
      std::vector<Span> out;
      for (gold::Range const& range : ranges) out.push_back({offsets.to_byte(range.start), offsets.to_byte(range.end)});
      return out;
    };
    links_.clear();
    for (gold::Quote const& quote : document.quotes) {
      bool const indirect = quote.kind == "indirect";
      links_.push_back({indirect ? std::vector<Span>{} : bytes(quote.quoted.empty() ? quote.spans : quote.quoted),
                        bytes(quote.cue), bytes(quote.source), indirect, quote.speaker.value_or(""), {}});
      for (gold::Character const& character : document.characters) {
        if (quote.speaker && character.name == *quote.speaker) links_.back().aliases = character.aliases;
      }
    }
    discard_ = bytes(document.discard);
  }

  void document(TokenTable const& table, std::vector<MarkedQuote> const& marked) override {
    table_ = &table;
    quotes_ = &marked;
  }

  void source_decision(Block const& block, Cue const& cue, std::vector<Facts> const& facts, std::size_t count) override {
    GoldLink const* const link = link_of_cue(cue.words);
    if (!link || count < 2) return;
    Sample sample;
    bool any = false;
    // Of several readings that overlap gold's mention, the one that begins first is meant: the name, not its apposition.
    std::uint32_t earliest = 0xFFFFFFFFu;
    for (std::size_t i = 0; i + 1 < count && !link->source.empty(); ++i) {
      Range const source = block.readings[cue.readings + i].source;
      if (agrees(source, link->source)) earliest = std::min(earliest, source.first);
    }
    for (std::size_t i = 0; i + 1 < count; ++i) {
      Range const source = block.readings[cue.readings + i].source;
      bool const right = !link->source.empty() && source.first == earliest && agrees(source, link->source);
      any |= right;
      sample.candidates.push_back(facts[i].list());
      sample.right.push_back(right);
    }
    if (!any && !link->source.empty()) return;  // out of reach: nothing to learn here
    sample.candidates.push_back(facts[count - 1].list());
    sample.right.push_back(!any);
    sources.push_back(std::move(sample));
  }

  void quote_decision(Block const&, Block const&, std::uint32_t quote, std::vector<QuoteChoice> const& choices,
                      std::size_t count, std::size_t) override {
    MarkedQuote const& marked = (*quotes_)[quote];
    GoldLink const* link = nullptr;
    for (GoldLink const& candidate : links_) {
      for (Span const& span : candidate.quoted) {
        for (Span const& segment : marked.segments) {
          if (span.overlaps(segment)) link = &candidate;
        }
      }
    }
    if (!link) {
      for (Span const& span : discard_) {
        if (span.overlaps(marked.segments.front())) return;
      }
    }
    Sample sample;
    bool any = false;
    for (int const strict : {1, 0}) {
      sample.right.assign(count, 0);
      for (std::size_t i = 0; i < count && link && !link->source.empty(); ++i) {
        if (choices[i].source.empty() || !agrees(choices[i].source, link->source)) continue;
        if (strict && !link->cue.empty() && !touches(choices[i].cue_words, link->cue)) continue;
        sample.right[i] = 1;
        any = true;
      }
      if (any) break;
    }
    for (std::size_t i = 0; i < count; ++i) {
      sample.candidates.push_back(choices[i].facts.list());
      if (any) continue;
      if (choices[i].tie == (link ? Tie::nobody : Tie::no_speech)) sample.right[i] = 1;
    }
    quotes.push_back(std::move(sample));
  }

  void reference_decision(std::uint32_t at, std::vector<std::string> const& names, std::vector<Facts> const& facts) override {
    for (GoldLink const& link : links_) {
      if (link.speaker.empty() || !touches({at, at + 1}, link.source)) continue;
      Sample sample;
      bool any = false;
      for (std::size_t i = 0; i < names.size(); ++i) {
        bool right = names_agree(names[i], link.speaker);
        for (std::string const& alias : link.aliases) right |= names_agree(names[i], alias);
        sample.candidates.push_back(facts[i].list());
        sample.right.push_back(right);
        any |= right;
      }
      if (any && names.size() > 1) references.push_back(std::move(sample));
      return;
    }
  }

  void indirect_decision(Block const& block, Cue const& cue, Facts const& facts, float) override {
    GoldLink const* const link = link_of_cue(cue.words);
    if (link && (!link->indirect || link->source.empty())) return;
    bool const right = link && cue.best != no_index && agrees(block.readings[cue.best].source, link->source);
    reports.push_back({{facts.list()}, {static_cast<char>(right)}});
  }

 private:
  TokenTable const* table_ = nullptr;
  std::vector<MarkedQuote> const* quotes_ = nullptr;
  std::vector<GoldLink> links_;
  std::vector<Span> discard_;

  [[nodiscard]] bool touches(Range range, std::vector<Span> const& spans) const {
    if (range.empty()) return false;
    Span const here = table_->span(range.first, range.last);
    return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(here); });
  }
  [[nodiscard]] GoldLink const* link_of_cue(Range cue) const {
    for (GoldLink const& link : links_) {
      if (touches(cue, link.cue)) return &link;
    }
    return nullptr;
  }
  // Overlap by at least half of the shorter, in words.
  [[nodiscard]] bool agrees(Range range, std::vector<Span> const& spans) const {
    if (range.empty()) return false;
    std::uint32_t mine = 0, both = 0, theirs = 0;
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      Token const& token = table_->tokens[at];
      if (!token.is(feature::word)) continue;
      ++mine;
      for (Span const& span : spans) both += span.overlaps(token.span()) ? 1u : 0u;
    }
    for (Span const& span : spans) {
      for (std::uint32_t at = table_->at_or_after(span.begin); at < table_->tokens.size() && table_->tokens[at].begin < span.end; ++at) {
        theirs += table_->tokens[at].is(feature::word) ? 1u : 0u;
      }
    }
    return both > 0 && 2 * both >= std::min(mine, theirs);
  }
};

// What a feature is worth before any sample has been seen: a rule that ties quote, cue and source is meant to win.
float prior(std::string_view feature) {
  if (feature.starts_with("quote.tied_by.")) return 2.5f;
  constexpr std::string_view rule = "source.rule.";
  if (feature.starts_with(rule) && feature.find('.', rule.size()) == std::string_view::npos) return 1.0f;
    return 0;
}

class Model {
 public:
  Model(Weights const& names, FitOptions options) : prior_(names.size(), 0), squares_(names.size(), 1e-3f), options_(options) {
    for (std::size_t i = 0; i < names.size(); ++i) prior_[i] = prior(names.name(static_cast<FeatureId>(i)));
    weights_ = prior_;
  }

  double train(std::vector<Sample> const& samples) {
    for (int round = 0; round < options_.rounds; ++round) {
      // A fixed stride visits every sample once a round in an order that is not the articles'.
      std::size_t const n = samples.size();
      std::size_t stride = 7919 % std::max<std::size_t>(n, 1);
      while (n > 1 && gcd(stride, n) != 1) ++stride;
      for (std::size_t i = 0, at = 0; i < n; ++i, at = (at + stride) % n) learn(samples[at]);
    }
    std::size_t right = 0;
    for (Sample const& sample : samples) right += decides_right(sample) ? 1u : 0u;
    return samples.empty() ? 0 : static_cast<double>(right) / static_cast<double>(samples.size());
  }

  [[nodiscard]] std::vector<float> const& weights() const { return weights_; }

 private:
  std::vector<float> prior_, weights_, squares_;
  std::vector<double> shares_;
  FitOptions options_;

  static std::size_t gcd(std::size_t a, std::size_t b) { return b == 0 ? a : gcd(b, a % b); }

  [[nodiscard]] double score(std::vector<Fact> const& facts) const {
    double sum = 0;
    for (Fact const& fact : facts) sum += static_cast<double>(weights_[fact.id]) * static_cast<double>(fact.value);
    return sum;
  }
  void push(std::vector<Fact> const& facts, double gradient) {
    if (std::fabs(gradient) < 1e-4) return;
    for (Fact const& fact : facts) {
      float const g = static_cast<float>(gradient) * fact.value + options_.shrink * (weights_[fact.id] - prior_[fact.id]);
      squares_[fact.id] += g * g;
      weights_[fact.id] -= options_.step * g / std::sqrt(squares_[fact.id]);
    }
  }
  void learn(Sample const& sample) {
    if (sample.candidates.size() == 1) {
      double const p = 1 / (1 + std::exp(-score(sample.candidates.front())));
      push(sample.candidates.front(), p - (sample.right.front() ? 1 : 0));
      return;
    }
    // Gradient of -log of the sum over right candidates of their share.
    shares_.clear();
    double top = -1e300, all = 0, good = 0;
    for (auto const& facts : sample.candidates) shares_.push_back(score(facts)), top = std::max(top, shares_.back());
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      shares_[i] = std::exp(shares_[i] - top);
      all += shares_[i];
      if (sample.right[i]) good += shares_[i];
    }
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      push(sample.candidates[i], shares_[i] / all - (sample.right[i] ? shares_[i] / std::max(good, 1e-30) : 0));
    }
  }
  [[nodiscard]] bool decides_right(Sample const& sample) const {
    if (sample.candidates.size() == 1) return (score(sample.candidates.front()) > 0) == (sample.right.front() != 0);
    std::size_t best = 0;
    for (std::size_t i = 1; i < sample.candidates.size(); ++i) {
      if (score(sample.candidates[i]) > score(sample.candidates[best])) best = i;
    }
    return sample.right[best] != 0;
  }
};

}  // namespace

FittedWeights fit_weights(Extractor const& extractor, std::vector<gold::Document> const& documents, FitOptions options) {
  Collector collector;
  Workspace workspace;
  for (gold::Document const& gold : documents) {
    Document document;
    document.id = gold.id;
    document.text = gold.text;
    document.language = gold.language;
    if (!gold.published.empty()) document.published = gold.published;
    collector.begin(gold);
    Extraction const ignored = extractor.extract(document, workspace, &collector);
    (void)ignored;
  }
  FittedWeights fit;
  if (documents.empty()) return fit;
  Weights const* const names = extractor.weights(documents.front().language.empty() ? "en" : documents.front().language);
  if (!names) return fit;
  fit.source_decisions = collector.sources.size();
  fit.quote_decisions = collector.quotes.size();
  fit.reports = collector.reports.size();
  // The three models share no feature, so one table holds them all. Weights that no sample touches keep their value.
  Model model(*names, options);
  fit.source_right = model.train(collector.sources);
  fit.quote_right = model.train(collector.quotes);
  fit.report_right = model.train(collector.reports);
  fit.references = collector.references.size();
  fit.reference_right = model.train(collector.references);
  for (std::size_t i = 1; i < names->size(); ++i) {
    auto const id = static_cast<FeatureId>(i);
    float value = model.weights()[i];
    // What these samples do not touch keeps its value.
    if (value == 0 && (names->name(id).starts_with("people.") || names->name(id).starts_with("confidence."))) value = (*names)[id];
    if (std::fabs(value) >= 0.01f) fit.weights.push_back({std::string(names->name(id)), value});
  }
  std::sort(fit.weights.begin(), fit.weights.end(), [](FittedWeight const& a, FittedWeight const& b) { return a.name < b.name; });
  return fit;
}

std::string write_weights(FittedWeights const& fit) {
  std::string out =
      "# What each fact is worth when candidates are weighed; docs/accuracy.md says how the facts are meant and how\n"
      "# `whosaid fit` finds the numbers. A fact that is not named here is worth 0. Lines may be changed by hand.\n";
  std::string group;
  for (FittedWeight const& weight : fit.weights) {
    std::string const head = weight.name.substr(0, weight.name.find('.'));
    if (head != group) out += "\n", group = head;
    char number[32];
    std::snprintf(number, sizeof number, " %.2f\n", static_cast<double>(weight.value));
    out += weight.name + number;
  }
  return out;
}

}  // namespace whosaid
