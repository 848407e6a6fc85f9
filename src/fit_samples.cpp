#include "fit_samples.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace whosaid {
namespace {

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

}  // namespace

void FitSamples::begin(gold::Document const& document, std::uint32_t number, float count, Weights const* weights) {
  number_ = number;
  count_ = count;
  weights_ = weights;
  OffsetMap const offsets(document.text, OffsetUnit::code_point);
  auto const bytes = [&](std::vector<gold::Range> const& ranges) {
    std::vector<Span> out;
    out.reserve(ranges.size());
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

void FitSamples::document(TokenTable const& table, std::vector<MarkedQuote> const& marked) {
  table_ = &table;
  quotes_ = &marked;
}

void FitSamples::source_decision(Block const& block, Cue const& cue, std::vector<Facts> const& facts, std::size_t count) {
  GoldLink const* const link = link_of_cue(cue.words);
  if (!link || count < 2) return;
  Sample one = sample();
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
    one.candidates.push_back(facts[i].list());
    one.right.push_back(right);
  }
  if (!any && !link->source.empty()) return;  // out of reach: nothing to learn here
  one.candidates.push_back(facts[count - 1].list());
  one.right.push_back(!any);
  sources.push_back(std::move(one));
}

void FitSamples::quote_decision(Block const&, Block const&, std::uint32_t quote, std::vector<QuoteChoice> const& choices,
                    std::size_t count, std::size_t) {
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
  Sample one = sample();
  bool any = false;
  for (int const strict : {1, 0}) {
    one.right.assign(count, 0);
    for (std::size_t i = 0; i < count && link && !link->source.empty(); ++i) {
      if (choices[i].source.empty() || !agrees(choices[i].source, link->source)) continue;
      if (strict && !link->cue.empty() && !touches(choices[i].cue_words, link->cue)) continue;
      one.right[i] = 1;
      any = true;
    }
    if (any) break;
  }
  for (std::size_t i = 0; i < count; ++i) {
    one.candidates.push_back(choices[i].facts.list());
    if (any) continue;
    if (choices[i].tie == (link ? Tie::nobody : Tie::no_speech)) one.right[i] = 1;
  }
  quotes.push_back(std::move(one));
}

void FitSamples::reference_decision(std::uint32_t at, std::vector<std::string> const& names, std::vector<Facts> const& facts) {
  for (GoldLink const& link : links_) {
    if (link.speaker.empty() || !touches({at, at + 1}, link.source)) continue;
    Sample one = sample();
    bool any = false;
    for (std::size_t i = 0; i < names.size(); ++i) {
      bool right = names_agree(names[i], link.speaker);
      for (std::string const& alias : link.aliases) right |= names_agree(names[i], alias);
      one.candidates.push_back(facts[i].list());
      one.right.push_back(right);
      any |= right;
    }
    if (any && names.size() > 1) references.push_back(std::move(one));
    return;
  }
}

void FitSamples::indirect_decision(Block const& block, Cue const& cue, Facts const& facts, float) {
  GoldLink const* const link = link_of_cue(cue.words);
  if (link && (!link->indirect || link->source.empty())) return;
  bool const right = link && cue.best != no_index && agrees(block.readings[cue.best].source, link->source);
  reports.push_back({{facts.list()}, {static_cast<char>(right)}, number_, count_});
}

bool FitSamples::touches(Range range, std::vector<Span> const& spans) const {
  if (range.empty()) return false;
  Span const here = table_->span(range.first, range.last);
  return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(here); });
}
GoldLink const* FitSamples::link_of_cue(Range cue) const {
  for (GoldLink const& link : links_) {
    if (touches(cue, link.cue)) return &link;
  }
  return nullptr;
}
// Overlap by at least half of the shorter, in words.
bool FitSamples::agrees(Range range, std::vector<Span> const& spans) const {
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

}  // namespace whosaid
