// One sentence is read once, whatever the number of its quotes: its facts are kept until another sentence is asked for.
// A quote inside a quote is read in a window of tokens around its cue, for its outer quote is one item to the rules.
// Tests: tests/unit/circumstances_test.cpp and the examples of circumstances.peg.
#include "attribution/circumstances.hpp"

#include <algorithm>
#include <array>

namespace whosaid {
namespace {

using Names = CircumstanceNames;

constexpr std::array<std::string_view, Names::kinds> kind_names{
    "addressee", "channel", "venue", "via", "reported_by", "denied", "hypothetical",
    "scheduled", "retracted", "asserted", "thought", "condition", "conditional", "corrected"};
constexpr std::uint32_t window = 40;  // tokens before and behind a cue inside a quote

// What one match says.
struct Circumstance {
  Names::Kind kind{};
  Range cue;    // empty: of all cues of the sentence
  Range words;  // empty for a status
  Range source; // who speaks, when `words` only reports it
  Range quote;  // the only quote that it is said of; empty: of all
};

class Finder {
 public:
  Finder(TokenTable const& table, Names const& names, grammar::Language const& language, grammar::Scratch& scratch)
      : table_(table), names_(names), vocabulary_(language.vocabulary()), scratch_(scratch) {}

  // The facts of the sentence around a token.
  void read(Range cue, bool nested) {
    Range const place = nested ? window_of(cue) : table_.sentence_at(cue.first);
    if (place == sentence_ && nested == nested_) return;
    sentence_ = place;
    nested_ = nested;
    facts_.clear();
    condition_ = corrected_ = false;
    names_.grammar->find(table_, place.first, place.last, scratch_, [&](grammar::Match const& match) {
      std::size_t k = 0;
      while (k < Names::kinds && names_.kind[k] != match.kind) ++k;
      if (k == Names::kinds) return;
      Circumstance fact{static_cast<Names::Kind>(k), {}, {}, {}, {}};
      for (grammar::Capture const& capture : match.captures) {
        if (capture.name == names_.cue) fact.cue = {capture.first, capture.last};
        if (capture.name == names_.source) fact.source = {capture.first, capture.last};
        if (capture.name == names_.quote) fact.quote = {capture.first, capture.last};
        if (names_.capture[k] >= 0 && capture.name == names_.capture[k]) fact.words = {capture.first, capture.last};
      }
      condition_ |= fact.kind == Names::condition;
      corrected_ |= fact.kind == Names::corrected;
      facts_.push_back(fact);
    });
    hearsay_.clear();
    for (Circumstance const& fact : facts_)
      if (!fact.source.empty()) hearsay_.push_back(fact);
    std::stable_sort(hearsay_.begin(), hearsay_.end(), [](Circumstance const& a, Circumstance const& b) { return a.words.first < b.words.first; });
    // Those that hold for all first, then by the place of their cue.
    std::stable_sort(facts_.begin(), facts_.end(), [](Circumstance const& a, Circumstance const& b) { return order(a) < order(b); });
    general_ = std::find_if(facts_.begin(), facts_.end(), [](Circumstance const& fact) { return !fact.cue.empty(); });
  }

  // Only facts whose cue begins near it can touch a cue: a cue is a few words long.
  template <class Take>
  void facts_of(Link const& link, Take const& take) const {
    constexpr std::uint32_t longest_cue = 12;
    constexpr std::ptrdiff_t most_general = 16;
    auto const end = std::min(general_, facts_.begin() + std::min<std::ptrdiff_t>(most_general, general_ - facts_.begin()));
    for (auto fact = facts_.begin(); fact != end; ++fact) take(*fact);
    std::uint32_t const from = link.cue.first > longest_cue ? link.cue.first - longest_cue : 0;
    auto fact = std::lower_bound(general_, facts_.end(), from, [](Circumstance const& f, std::uint32_t token) { return f.cue.first < token; });
    for (; fact != facts_.end() && fact->cue.first < std::max(link.cue.last, link.verb + 1); ++fact)
      if (fact->cue.last > link.cue.first || fact->cue.contains(link.verb)) take(*fact);
  }

  // "Canal News reported that Holt said": the chain whose reporter is the link's source; nullptr when there is none.
  [[nodiscard]] Circumstance const* hearsay(Link const& link) const {
    auto const one = std::lower_bound(hearsay_.begin(), hearsay_.end(), link.source.first,
                                      [](Circumstance const& fact, std::uint32_t token) { return fact.words.last <= token; });
    return one != hearsay_.end() && one->words.first < link.source.last ? &*one : nullptr;
  }
  [[nodiscard]] std::uint32_t source_chunk(std::uint32_t token) const {
    for (std::uint32_t at = table_.tokens[token].chunk; at != 0; at = table_.chunks[at - 1].next)
      if (table_.chunks[at - 1].kind == names_.source_kind) return at - 1;
    return no_index;
  }
  // The last verb of the cue and the list that knows it.
  void set_verb(Link& link) const {
    for (std::uint32_t at = link.cue.last; at > link.cue.first; --at)
      for (int const lexicon : names_.verbs)
        if (in(at - 1, lexicon)) {
          link.verb = at - 1;
          link.lexicon = static_cast<std::uint16_t>(lexicon);
          link.lemma_phrase = 0;
          link.kind = CueClass::speech;
          return;
        }
  }
  [[nodiscard]] bool has_condition() const { return condition_; }
  [[nodiscard]] bool is_corrected() const { return corrected_; }
  [[nodiscard]] Range sentence() const { return sentence_; }
  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const {
    return lexicon >= 0 && vocabulary_.classes(table_.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
  }

 private:
  [[nodiscard]] static std::uint32_t order(Circumstance const& fact) { return fact.cue.empty() ? 0 : fact.cue.first + 1; }
  [[nodiscard]] Range window_of(Range cue) const {
    auto const end = static_cast<std::uint32_t>(table_.tokens.size());
    std::uint32_t first = cue.first, last = cue.last;
    while (first > 0 && cue.first - first < window && !table_.tokens[first].is(feature::sentence_start | feature::mark)) --first;
    while (last < end && last - cue.last < window && !table_.tokens[last].is(feature::sentence_start | feature::mark)) ++last;
    return {table_.tokens[first].is(feature::mark) && first < cue.first ? first + 1 : first, last};
  }

  TokenTable const& table_;
  Names const& names_;
  Vocabulary const& vocabulary_;
  grammar::Scratch& scratch_;
  std::vector<Circumstance> facts_;
  std::vector<Circumstance> hearsay_;                   // those with a source, by place
  std::vector<Circumstance>::const_iterator general_;  // behind the facts that hold for all
  Range sentence_{1, 0};
  bool nested_ = false, condition_ = false, corrected_ = false;
};

bool overlap(Range a, Range b) { return a.first < b.last && b.first < a.last; }

// A fact of a kind that is more certain than the one found before takes its place.
int rank(Names::Kind kind) {
  switch (kind) {
    case Names::retracted: return 6;
    case Names::denied: return 5;
    case Names::asserted: return 4;
    case Names::hypothetical: return 3;
    case Names::thought: return 2;
    case Names::scheduled: return 1;
    default: return 0;
  }
}

Status status_of(Names::Kind kind) {
  switch (kind) {
    case Names::retracted: return Status::retracted;
    case Names::denied: return Status::denied;
    case Names::hypothetical: return Status::hypothetical;
    case Names::scheduled: return Status::scheduled;
    case Names::thought: return Status::thought;
    default: return Status::asserted;
  }
}

bool in_correction(Zones const& zones, std::uint32_t byte) {
  auto const after = std::upper_bound(zones.corrections.begin(), zones.corrections.end(), byte,
                                      [](std::uint32_t place, Span const& span) { return place < span.begin; });
  return after != zones.corrections.begin() && byte < (after - 1)->end;
}

}  // namespace

CircumstanceNames::CircumstanceNames(grammar::Language const& language)
    : grammar(language.grammar("circumstances")),
      cue(language.capture("cue")),
      source(language.capture("source")),
      quote(language.capture("quote")),
      source_kind(language.chunk_kind("source")),
      deny(language.vocabulary().lexicon("deny_verb")),
      retract(language.vocabulary().lexicon("retract_verb")),
      think(language.vocabulary().lexicon("think_verb")) {
  for (auto const* name : {"speech_verb", "report_verb", "thought_verb"}) verbs.push_back(language.vocabulary().lexicon(name));
  for (std::size_t k = 0; k < kinds; ++k) {
    kind[k] = language.chunk_kind(kind_names[k]);
    capture[k] = language.capture(kind_names[k]);
  }
}

void find_circumstances(TokenTable const& table, std::vector<MarkedQuote> const& quotes, Zones const& zones, Names const& names,
                        grammar::Language const& language, grammar::Scratch& scratch, std::vector<Attributed>& attributed) {
  if (!names.grammar) return;
  Finder finder(table, names, language, scratch);
  for (Attributed& one : attributed) {
    if (!one.speech || !one.has_link) continue;
    Link& link = one.link;
    Around& around = one.around;
    bool const nested = one.quote != no_index && quotes[one.quote].parent != no_parent;
    finder.read(link.cue, nested);
    auto const about = [&](Circumstance const& fact) {
      return fact.quote.empty() || (one.quote != no_index && fact.quote.first == quotes[one.quote].first);
    };
    // A chain that names its quote may have its cue behind it.
    auto const* const chain = one.quote == no_index ? nullptr : finder.hearsay(link);
    if (chain != nullptr && about(*chain) && (!chain->quote.empty() || chain->cue.last <= quotes[one.quote].first)) {
      around.reported_by = chain->words;
      link.source = chain->source;
      link.head = finder.source_chunk(chain->source.first);
      link.cue = chain->cue;
      finder.set_verb(link);
    }
    int best = 0;
    auto const set = [&](Names::Kind kind) {
      if (rank(kind) > best) best = rank(kind), around.status = status_of(kind);
    };
    finder.facts_of(link, [&](Circumstance const& fact) {
      if (!about(fact)) return;
      Range* place = nullptr;
      switch (fact.kind) {
        case Names::addressee:
          // "She told me, in the tone of one who talks to a child": whom the cue names hears it.
          if (overlap(fact.words, link.addressee)) around.addressee = {};
          place = &around.addressee;
          break;
        case Names::channel: place = &around.channel; break;
        case Names::venue: place = &around.venue; break;
        case Names::via: place = &around.via; break;
        case Names::reported_by: place = &around.reported_by; break;
        case Names::conditional:
          if (finder.has_condition()) set(Names::hypothetical);
          return;
        case Names::condition:
        case Names::corrected: return;
        default: set(fact.kind); return;
      }
      bool const own = overlap(fact.words, link.source) || (overlap(fact.words, link.cue) && fact.cue.empty());
      if (place->empty() && !fact.words.empty() && !own) *place = fact.words;
    });
    // A statement of its own behind "denied it." or "she thinks so." is asserted.
    Range const content = one.quote != no_index ? Range{quotes[one.quote].first, quotes[one.quote].last}
                          : one.content.empty() ? link.cue
                                                : one.content.front();
    bool const together = nested || (content.first >= finder.sentence().first && content.first < finder.sentence().last);
    if (finder.in(link.verb, names.retract)) set(Names::retracted);
    if (finder.is_corrected() && in_correction(zones, table.tokens[link.cue.first].begin)) set(Names::retracted);
    // "She denied the report as 'fiction'" asserts the fiction.
    if (link.negated || (together && best != rank(Names::asserted) && finder.in(link.verb, names.deny))) set(Names::denied);
    if (link.future) set(Names::scheduled);
    if (best == 0 && (together || one.tie == Tie::goes_on) && finder.in(link.verb, names.think)) around.status = Status::thought;
    link.future = around.status == Status::scheduled;
  }
}

}  // namespace whosaid
