#include "dates/said_when.hpp"

#include <algorithm>
#include <optional>

namespace whosaid {
namespace {

// The paragraph in hand: its sentences and the dates in its narration, found once for all its quotes.
struct Paragraph {
  Range tokens;
  std::vector<std::uint32_t> sentences;  // first tokens, then the end
  std::vector<DateChunk> dates;

  [[nodiscard]] Range sentence(std::uint32_t token) const {
    auto const after = std::upper_bound(sentences.begin(), sentences.end() - 1, token);
    return {*(after - 1), *after};
  }
};

class Dater {
 public:
  Dater(TokenTable& table, grammar::Language const& language, grammar::Scratch& scratch)
      : table_(table), language_(language), scratch_(scratch), vocabulary_(language.vocabulary()) {
    finite_ = vocabulary_.lexicon("finite_verb");
    venue_ = vocabulary_.lexicon("venue");
  }

  // Attributions come in order of place, so that the paragraph in hand is mostly the right one already.
  Paragraph& paragraph_of(std::uint32_t token) {
    if (!(paragraph_.tokens.first <= token && token < paragraph_.tokens.last)) {
      std::uint32_t const number = table_.paragraph_of(token);
      std::uint32_t const end = number + 1 < table_.paragraphs.size() ? table_.paragraphs[number + 1]
                                                                      : static_cast<std::uint32_t>(table_.tokens.size());
      read({table_.paragraphs[number], end});
    }
    return paragraph_;
  }

  // The date of an attribution: beside the cue, or at its sentence's start.
  [[nodiscard]] DateChunk const* beside(Link const& link, Paragraph const& paragraph) const {
    Range const sentence = paragraph.sentence(link.cue.first);
    std::uint32_t const clause_first = link.source.empty() ? link.cue.first : std::min(link.source.first, link.cue.first);
    std::uint32_t const clause_last = std::max({link.cue.last, link.source.last, link.addressee.last});
    DateChunk const* best = nullptr;
    std::uint32_t best_distance = 0xFFFFFFFFu;
    for (DateChunk const& date : paragraph.dates) {
      if (date.first < sentence.first || date.last > sentence.last) continue;
      std::uint32_t distance = 0;
      if (date.first >= clause_last) {
        if (!clear_path(clause_last, date.first, 7, distance)) continue;
      } else if (date.first >= clause_first) {
        distance = 1;  // "Peskov on Tuesday said"
      } else if (clear_path(date.last, clause_first, 9, distance)) {
        distance += 2;  // "On Tuesday, Peskov said"
      } else {
        continue;
      }
      if (distance < best_distance) best_distance = distance, best = &date;
    }
    return best;
  }

  // The date of the event that the paragraph opened with: "At a rally in Ohio on Monday, …".
  [[nodiscard]] DateChunk const* event(std::uint32_t before, Paragraph const& paragraph) const {
    DateChunk const* best = nullptr;
    for (DateChunk const& date : paragraph.dates) {
      if (date.first >= before) break;
      Range const sentence = paragraph.sentence(date.first);
      for (std::uint32_t at = sentence.first; at < sentence.last; at += table_.tokens[at].width) {
        if (in(at, venue_)) {
          best = &date;
          break;
        }
      }
    }
    return best;
  }

 private:
  TokenTable& table_;
  grammar::Language const& language_;
  grammar::Scratch& scratch_;
  Vocabulary const& vocabulary_;
  Paragraph paragraph_;
  int finite_ = -1, venue_ = -1;

  [[nodiscard]] bool in(std::uint32_t token, int lexicon) const {
    return lexicon >= 0 && vocabulary_.classes(table_.tokens[token].word).has(static_cast<std::uint16_t>(lexicon));
  }

  void read(Range tokens) {
    paragraph_.tokens = tokens;
    paragraph_.sentences.clear();
    for (std::uint32_t at = tokens.first; at < tokens.last; at += table_.tokens[at].width) {
      if (at == tokens.first || table_.tokens[at].is(feature::sentence_start)) paragraph_.sentences.push_back(at);
    }
    paragraph_.sentences.push_back(tokens.last);
    paragraph_.dates = find_dates(table_, tokens.first, tokens.last, language_, scratch_);
  }

  // Nothing that opens another statement between two places: a quote, a finite verb, a second clause.
  bool clear_path(std::uint32_t from, std::uint32_t to, std::uint32_t most, std::uint32_t& distance) const {
    distance = 0;
    for (std::uint32_t at = from; at < to; at += table_.tokens[at].width) {
      if (++distance > most) return false;
      Token const& token = table_.tokens[at];
      if (token.is(feature::quote | feature::colon | feature::semicolon) || in(at, finite_)) return false;
    }
    return true;
  }
};

}  // namespace

std::string said_when(TokenTable& table, std::vector<Attributed> const& attributed, std::vector<MarkedQuote> const& quotes,
                      Zones const& zones, Document const& document, std::string_view fallback,
                      grammar::Language const& language, grammar::Scratch& scratch, std::vector<SaidWhen>& said) {
  (void)quotes;
  std::string published = document.published.value_or("");
  if (published.empty() && zones.published) {
    published = resolve_date_text(zones.published->in(table.text), language, scratch, document.language);
  }
  std::string_view const today = !published.empty() ? std::string_view(published) : fallback;
  std::optional<Day> anchor = parse_iso_day(today);
  said.assign(attributed.size(), {});
  if (attributed.empty()) return published;
  if (zones.dateline) {
    // "MINSK, May 3 —": the writer's today, within days of the publication.
    std::uint32_t const first = table.at_or_after(zones.dateline->begin), last = table.at_or_after(zones.dateline->end);
    for (DateChunk const& date : find_dates(table, first, last, language, scratch)) {
      if (auto const day = parse_iso_day(resolve_date(table, date, anchor, Tense::past, language).iso)) anchor = day;
    }
  }
  Dater dater(table, language, scratch);
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    Attributed const& one = attributed[i];
    if (!one.speech) continue;
    SaidWhen& when = said[i];
    if (one.continues != no_index && (one.tie == Tie::goes_on || one.same_utterance)) {
      when = said[one.continues];
      continue;
    }
    if (one.has_link) {
      Paragraph const& paragraph = dater.paragraph_of(one.link.cue.first);
      DateChunk const* date = dater.beside(one.link, paragraph);
      DateBasis basis = DateBasis::explicit_;
      if (!date) {
        date = dater.event(one.link.cue.first, paragraph);
        basis = DateBasis::event;
      }
      if (date) {
        DateFrame const frame{anchor, std::nullopt, one.link.future ? Tense::future : Tense::past, document.language};
        ResolvedDate resolved = resolve_date(table, *date, frame, language);
        when.expression = table.span(date->first, date->last);
        when.ambiguous = std::move(resolved.alternatives);
        when.date = std::move(resolved.iso);
        when.basis = when.date.empty() ? DateBasis::none : basis;
      }
    }
    // No expression at all: the publication is a basis of its own, never a guess dressed as one.
    if (!when.expression && !published.empty()) {
      when.date = published.substr(0, 10);
      when.basis = DateBasis::published;
    }
  }
  return published;
}

}  // namespace whosaid
