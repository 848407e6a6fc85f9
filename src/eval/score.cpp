#include "eval/score.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "eval/match.hpp"
#include "eval/speakers.hpp"

namespace whosaid::eval {
namespace {

constexpr double same_mention = 0.5;   // of the words of the shorter mention
constexpr double same_cue = 0.01;      // any word
constexpr double near_enough = 0.8;    // span_overlap: of what both stretches cover

Range range_of(table::TextSpan const& span) { return {span.start, span.end}; }

Ranges source_of(table::Quote const* quote) {
  return quote && quote->source ? Ranges{range_of(quote->source->span)} : Ranges{};
}
Ranges cue_of(table::Quote const* quote) { return quote && quote->cue ? Ranges{range_of(quote->cue->span)} : Ranges{}; }

bool is_counted(table::Quote const& quote) { return quote.section != "related" && quote.section != "boilerplate"; }

Ranges const& content_of(gold::Quote const& quote) { return quote.quoted.empty() ? quote.spans : quote.quoted; }

Range hull(Ranges const& ranges) {
  Range out = ranges.empty() ? Range{} : ranges.front();
  for (auto range : ranges) out = {std::min(out.start, range.start), std::max(out.end, range.end)};
  return out;
}

class Scorer {
 public:
  Scorer(gold::Document const& gold, table::Table const& table, WordLists const& lists)
      : gold_(gold), table_(table), lists_(lists), text_(gold.text, lists), speakers_(gold, table, lists) {
    speakers_judged_ = std::any_of(gold.quotes.begin(), gold.quotes.end(), [](auto const& q) { return q.speaker.has_value(); });
  }

  DocumentScore run() {
    collect();
    score_segments();
    score_extras();
    score_reports();
    score_facts(gold_, table_, lists_, speakers_, first_hit_, out_);
    score_confidence();
    return std::move(out_);
  }

 private:
  table::Quote const* quote(std::uint32_t index) const { return index == no_quote ? nullptr : &table_.quotes[index]; }

  void collect() {
    std::vector<Stretch> wanted, found;
    for (std::uint32_t i = 0; i < gold_.quotes.size(); ++i) {
      auto const& quote = gold_.quotes[i];
      if (quote.kind == "indirect") {
        wanted_reports_.push_back({quote.spans, quote.source, quote.cue, i});
        continue;
      }
      for (auto range : content_of(quote))
        if (auto const span = text_.trimmed(range); span.start < span.end) wanted.push_back({span, i});
    }
    for (std::uint32_t i = 0; i < table_.quotes.size(); ++i) {
      auto const& quote = table_.quotes[i];
      Ranges content;
      for (auto const& segment : quote.segments) content.push_back(range_of(segment));
      if (!is_counted(quote)) {
        for (auto range : content) skipped_.push_back({text_.trimmed(range), i});
      } else if (quote.kind == "indirect") {
        found_reports_.push_back({content, source_of(&quote), cue_of(&quote), i});
      } else {
        for (auto range : content) found.push_back({text_.trimmed(range), i});
      }
    }
    wanted_ = one_per_place(wanted);
    found_ = one_per_place(found);
    std::vector<Stretch> discarded;
    for (auto range : gold_.discard) discarded.push_back({range, 0});
    discarded_.emplace(discarded);
    found_places_.emplace(found_);
    wanted_places_.emplace(wanted_);
    skipped_places_.emplace(skipped_);
    wanted_report_places_.emplace(hulls(wanted_reports_));
    found_report_places_.emplace(hulls(found_reports_));
  }

  static std::vector<Stretch> hulls(std::vector<IndirectReport> const& reports) {
    std::vector<Stretch> out;
    for (auto const& report : reports)
      for (auto range : report.content) out.push_back({range, report.quote});
    return out;
  }

  void score_segments() {
    auto const covered = match_by_cover(wanted_, found_, near_enough);
    std::unordered_set<std::string_view> speaker_counted, date_counted;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      auto const& gold = gold_.quotes[wanted_[i].quote];
      Item item;
      item.gold = wanted_[i].quote;
      item.span = wanted_[i].span;
      auto const* match = found_places_->at(item.span);
      if (match) {
        item.matched = true;
        item.predicted = match->quote;
        first_hit_.try_emplace(item.gold, match->quote);
      } else {
        explain_missed(item);
      }
      auto const* said = item.matched ? quote(item.predicted) : nullptr;
      item.of(Metric::span) = {true, item.matched, item.matched};
      item.of(Metric::span_overlap) = {true, covered[i].has_value(), covered[i].has_value()};
      if (covered[i]) overlapped_.insert(*covered[i]);
      judge_source(item, gold, said);
      judge_cue(item, gold, said);
      if (gold.speaker && speaker_counted.insert(gold.id).second) judge_speaker(item, gold, said);
      if (gold.said_date.judged && date_counted.insert(gold.id).second) judge_date(item, gold, said);
      out_.items.push_back(item);
    }
  }

  void explain_missed(Item& item) const {
    auto const look = [&](Places const& places, Near near) {
      auto const* other = places.touching(item.span);
      if (!other) return false;
      item.predicted = other->quote;
      item.near = near;
      return true;
    };
    if (look(*found_places_, Near::boundary)) {
      if (wanted_places_->at(found_places_->touching(item.span)->span)) item.near = Near::nested;
      return;
    }
    if (look(*found_report_places_, Near::other_kind)) return;
    look(*skipped_places_, Near::skipped_section);
  }

  void judge_source(Item& item, gold::Quote const& gold, table::Quote const* said) const {
    auto const source = source_of(said);
    bool const right = !gold.source.empty() && !source.empty() && text_.overlap(source, gold.source, same_mention);
    item.of(Metric::source) = {!gold.source.empty(), !source.empty(), right};
  }

  void judge_cue(Item& item, gold::Quote const& gold, table::Quote const* said) const {
    auto const cue = cue_of(said);
    bool const right = !gold.cue.empty() && !cue.empty() && text_.overlap(cue, gold.cue, same_cue);
    item.of(Metric::cue) = {!gold.cue.empty(), !cue.empty(), right};
  }

  void judge_speaker(Item& item, gold::Quote const& gold, table::Quote const* said) const {
    auto const name = speakers_.said_by(said);
    item.of(Metric::speaker) = {true, !name.empty(), !name.empty() && speakers_.is_same(*gold.speaker, name)};
  }

  static void judge_date(Item& item, gold::Quote const& gold, table::Quote const* said) {
    bool const resolved = said && said->said.date && (said->said.basis == "explicit" || said->said.basis == "event");
    item.of(Metric::date) = {gold.said_date.value.has_value(), resolved, resolved && said->said.date == gold.said_date.value};
  }

  void score_extras() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      auto const& stretch = found_[i];
      if (wanted_places_->at(stretch.span)) continue;
      if (discarded_->holding(stretch.span)) {
        quote_discarded_.insert(stretch.quote);
        continue;
      }
      Item item;
      item.span = stretch.span;
      item.predicted = stretch.quote;
      item.matched = true;
      if (auto const* other = wanted_places_->touching(stretch.span); other)
        item.near = found_places_->at(other->span) ? Near::nested : Near::boundary;
      else if (wanted_report_places_->touching(stretch.span))
        item.near = Near::other_kind;
      auto const* said = quote(stretch.quote);
      item.of(Metric::span).claimed = true;
      item.of(Metric::span_overlap).claimed = !overlapped_.contains(i);
      item.of(Metric::source).claimed = said->source.has_value();
      item.of(Metric::cue).claimed = said->cue.has_value();
      item.of(Metric::speaker).claimed = speakers_judged_ && !speakers_.said_by(said).empty();
      out_.items.push_back(item);
    }
  }

  void score_reports() {
    auto const matches = match_reports(text_, wanted_reports_, found_reports_);
    for (std::size_t i = 0; i < wanted_reports_.size(); ++i) {
      auto const& want = wanted_reports_[i];
      if (want.source.empty() || want.cue.empty()) continue;  // neither helps nor hurts
      Item item;
      item.indirect = true;
      item.gold = want.quote;
      item.span = hull(want.content);
      item.matched = matches.found[i].has_value();
      item.of(Metric::indirect) = {true, item.matched, item.matched};
      if (item.matched) {
        item.predicted = found_reports_[*matches.found[i]].quote;
      } else if (auto const& near = matches.nearest[i]; near.report) {
        item.predicted = found_reports_[*near.report].quote;
        item.near = near.cue_agrees ? Near::source_differs : Near::cue_differs;
      } else if (auto const* other = found_report_places_->touching(item.span); other) {
        item.predicted = other->quote;
        item.near = Near::boundary;
      } else if (auto const* marked = found_places_->touching(item.span); marked) {
        item.predicted = marked->quote;
        item.near = Near::other_kind;
      }
      out_.items.push_back(item);
    }
    for (std::size_t i = 0; i < found_reports_.size(); ++i) {
      if (matches.used[i]) continue;
      Item item;
      item.indirect = true;
      item.matched = true;
      item.predicted = found_reports_[i].quote;
      item.span = hull(found_reports_[i].content);
      item.near = wanted_report_places_->touching(item.span) ? Near::boundary
                  : wanted_places_->touching(item.span)      ? Near::other_kind
                                                             : Near::nothing;
      item.of(Metric::indirect).claimed = true;
      out_.items.push_back(item);
    }
  }

  // A quote is right when every stretch of it is, and its source, and its speaker where the gold names one.
  void score_confidence() {
    std::vector<char> wrong(table_.quotes.size()), seen(table_.quotes.size());
    for (auto const& item : out_.items) {
      if (item.indirect || !item.matched) continue;
      seen[item.predicted] = 1;
      auto const bad = [&](Metric m) { return item.of(m).asked() && !item.of(m).right; };
      if (bad(Metric::span) || bad(Metric::source) || (item.of(Metric::speaker).wanted && bad(Metric::speaker)))
        wrong[item.predicted] = 1;
    }
    for (std::uint32_t i = 0; i < table_.quotes.size(); ++i)
      if (seen[i] && !quote_discarded_.contains(i)) out_.confidence.push_back({table_.quotes[i].confidence, wrong[i] == 0});
  }

  gold::Document const& gold_;
  table::Table const& table_;
  WordLists const& lists_;
  Text text_;
  Speakers speakers_;
  bool speakers_judged_ = false;
  std::vector<Stretch> wanted_, found_, skipped_;
  std::vector<IndirectReport> wanted_reports_, found_reports_;
  std::optional<Places> found_places_, wanted_places_, skipped_places_, discarded_, wanted_report_places_, found_report_places_;
  std::unordered_set<std::size_t> overlapped_;  // indexes into found_
  std::unordered_map<std::uint32_t, std::uint32_t> first_hit_;  // gold quote -> predicted quote of its first found stretch
  std::unordered_set<std::uint32_t> quote_discarded_;
  DocumentScore out_;
};

}  // namespace

DocumentScore score_document(gold::Document const& gold, table::Table const* predicted, WordLists const& lists) {
  static table::Table const nothing;
  auto out = Scorer(gold, predicted ? *predicted : nothing, lists).run();
  out.missing = predicted == nullptr;
  return out;
}

}  // namespace whosaid::eval
