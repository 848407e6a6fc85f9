// Who speaks where nobody is named: the turns of a conversation.
//
// A paragraph that quotes is a turn. In a run of turns without a paragraph or two sentences of narration between them two people
// take turns: "…," said Anna. / "…," Jan answered. / "…" is Anna's. It fails where a third one speaks unnamed; so what both ends of
// the gap say must not contradict, and a quote that calls somebody by name is not that person's. How sure such a turn is stands in
// weights.txt.
// Tests: tests/unit/people_turns_test.cpp.
#include "people/run.hpp"

namespace whosaid {
namespace {

constexpr std::size_t reach = 12;  // turns

}  // namespace

bool People::Run::calls_by_name(MarkedQuote const& quote, EntityId id) const {
  NameWords const& name = entities[id].words;
  if (name.words.empty()) return false;
  for (std::uint32_t at = quote.inner_first; at < quote.inner_last; ++at) {
    if (!table.tokens[at].is(feature::capital)) continue;
    WordId const word = words.of_token(at);
    if (word != name.first() && word != name.last()) continue;
    bool const apart_before = at == quote.inner_first || table.tokens[at].is(feature::sentence_start) || table.tokens[at - 1].is(feature::comma) ||
                              in(at - 1, self.honorific_);
    bool const apart_behind = at + 1 >= quote.inner_last || table.tokens[at + 1].is(feature::comma | feature::stop | feature::mark);
    if (apart_before && apart_behind) return true;
  }
  return false;
}

bool People::Run::is_bare(std::uint32_t first_paragraph, std::uint32_t last_paragraph) const {
  auto const end = last_paragraph + 1 < table.paragraphs.size() ? table.paragraphs[last_paragraph + 1] : static_cast<std::uint32_t>(table.tokens.size());
  for (std::uint32_t at = table.paragraphs[first_paragraph]; at < end; at += table.tokens[at].width) {
    if (table.tokens[at].width == 1 && table.tokens[at].is(feature::word)) return false;
  }
  return true;
}

// Does more than one sentence stand before the quote in its paragraph? Then the narrator has taken the word.
bool People::Run::tells_first(std::uint32_t paragraph, std::uint32_t quote) const {
  for (std::uint32_t at = paragraph + 1; at < quote; at += table.tokens[at].width) {
    if (table.tokens[at].is(feature::sentence_start)) return true;
  }
  return false;
}

// The paragraphs with direct quotes, in order; none where no quote is open.
void People::Run::find_turns(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed) {
  auto& turns = memory.turns;
  turns.clear();
  bool open = false;
  for (std::size_t i = 0; i < attributed.size(); ++i) {
    Attributed const& one = attributed[i];
    if (one.quote == no_index || !one.speech || one.kind != QuoteKind::direct || quotes[one.quote].parent != no_parent) continue;
    std::uint32_t const paragraph = table.paragraph_of(quotes[one.quote].first);
    if (turns.empty() || turns.back().last_paragraph != paragraph) {
      turns.push_back({});
      turns.back().first_paragraph = paragraph;
      turns.back().first = i;
      turns.back().tells = tells_first(table.paragraphs[paragraph], quotes[one.quote].first);
    }
    Turn& turn = turns.back();
    turn.last_paragraph = table.paragraph_of(quotes[one.quote].last - 1);
    turn.last = i;
    turn.open &= one.tie == Tie::nobody;
    open |= one.tie == Tie::nobody;
    auto const& who = memory.found[i];
    if (who.empty()) continue;
    turn.unclear |= who.size() > 1 || (turn.speaker != no_index && turn.speaker != who.front());
    turn.speaker = who.front();
  }
  if (!open) turns.clear();
}

// Who a turn has by what the known turn `from` of its run says; the partner is the nearest other one who speaks.
EntityId People::Run::speaker_by(std::span<Turn const> run, std::size_t from, std::size_t turn) const {
  std::size_t const distance = from > turn ? from - turn : turn - from;
  if (distance > reach) return no_index;
  EntityId const one = run[from].speaker;
  if (distance % 2 == 0) return one;
  for (std::size_t away = 1; away <= reach; ++away) {
    if (turn >= away && run[turn - away].is_known() && run[turn - away].speaker != one) return run[turn - away].speaker;
    if (turn + away < run.size() && run[turn + away].is_known() && run[turn + away].speaker != one) return run[turn + away].speaker;
  }
  return no_index;
}

void People::Run::take_turns(std::span<Turn const> run, std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed,
                             std::vector<Resolution>& out) {
  std::size_t before = run.size(), behind = 0;  // the known turns around the one in hand
  for (std::size_t t = 0; t < run.size(); ++t) {
    Turn const& turn = run[t];
    if (turn.is_known()) before = t;
    if (!turn.open || turn.unclear || !is_bare(turn.first_paragraph, turn.last_paragraph)) continue;
    for (behind = std::max(behind, t + 1); behind < run.size() && !run[behind].is_known();) ++behind;
    EntityId const left = before < run.size() ? speaker_by(run, before, t) : no_index;
    EntityId const right = behind < run.size() ? speaker_by(run, behind, t) : no_index;
    EntityId const id = left != no_index ? left : right;
    if (id == no_index || entities[id].type == SpeakerType::organisation) continue;
    bool const two = left != no_index && right != no_index;
    if (two && left != right) continue;
    std::size_t const distance = left != no_index ? t - before : behind - t;
    if (!two && distance % 2 == 1 && distance > 1) continue;
    float const share = self.weights_[two ? self.turns_.two_ends : distance == 1 ? self.turns_.next : self.turns_.even];
    bool called = false;
    for (std::size_t i = turn.first; i <= turn.last; ++i) called |= attributed[i].quote != no_index && calls_by_name(quotes[attributed[i].quote], id);
    if (called) continue;
    for (std::size_t i = turn.first; i <= turn.last; ++i) {
      if (attributed[i].quote == no_index || attributed[i].tie != Tie::nobody || !memory.found[i].empty()) continue;
      memory.found[i].assign(1, id);
      out[i].basis = Basis::inferred;
      out[i].share = share;
      out[i].how = "people/turns";
      if (trace) {
        out[i].chain.push_back("they take turns: " + std::string(entities[id].name) + (two ? ", by the turns before and behind" : ", by the nearest turn with a speaker"));
      }
    }
  }
}

void People::Run::follow_turns(std::vector<MarkedQuote> const& quotes, std::vector<Attributed> const& attributed, std::vector<Resolution>& out) {
  find_turns(quotes, attributed);
  std::span<Turn const> const turns = memory.turns;
  for (std::size_t begin = 0, end = 0; begin < turns.size(); begin = end) {
    for (end = begin + 1; end < turns.size() && turns[end].first_paragraph == turns[end - 1].last_paragraph + 1 && !turns[end].tells;) ++end;
    take_turns(turns.subspan(begin, end - begin), quotes, attributed, out);
  }
}

}  // namespace whosaid
