// The machine of Medeiros and Ierusalimschy ("A Parsing Machine for PEGs"), over tokens instead of characters: a stack of
// choices and return addresses; failing means going back to the latest choice. Two things are ours: a loop over one class is
// one instruction, and choices are skipped when the token cannot begin them. Helpers that are worth it are remembered by
// token (packrat, in a table of fixed size), because rules of a grammar ask the same of the same token again and again: on
// news text this made a grammar of noun phrases three times as fast. Hopeless on rules that are exponential in
// themselves, which is what the budgets are for. Tested against a naive matcher in tests/grammar/machine_test.cpp.
#include "grammar/machine.hpp"

#include <algorithm>

namespace whosaid::grammar {

Scratch::Scratch() : impl(new Impl) {}
Scratch::~Scratch() { delete impl; }
Scratch::Scratch(Scratch&& other) noexcept : budget_hit(other.budget_hit), budget(other.budget), impl(other.impl) {
  other.impl = nullptr;
}
Scratch& Scratch::operator=(Scratch&& other) noexcept {
  std::swap(budget_hit, other.budget_hit);
  std::swap(budget, other.budget);
  std::swap(impl, other.impl);
  return *this;
}

void Scratch::Impl::forget() {
  if (++generation < 1u << (32 - rule_number_bits)) return;
  std::fill(memory.begin(), memory.end(), Memory{});
  generation = 1;
}

Machine::Machine(Program const& program, TokenTable const& table, std::uint32_t first, std::uint32_t last, Scratch& scratch)
    : program_(program),
      table_(table),
      tests_(program.tests.data()),
      group_mask_(program.index.group_mask.data()),
      at_chunk_(program.index.at_chunk),
      at_phrase_(program.index.at_phrase),
      group_of_(program.words->group_of.data()),
      rows_(program.words->rows.data()),
      stride_(program.words->stride),
      first_(first),
      last_(std::min(last, static_cast<std::uint32_t>(table.tokens.size()))),
      scratch_(scratch),
      memory_(*scratch.impl),
      steps_left_(scratch.budget.steps_per_document) {
  if (steps_left_ == 0 && first_ < last_) steps_left_ = 100'000 + std::uint64_t{2'000} * (last_ - first_);
  memory_.candidates.resize(program.index.stride);
  memory_.forget();
}

namespace {

// Rules at one token never push each other out, and neighbours hardly do: a hash that mixes more made two often-asked
// helpers share a slot at every token.
constexpr std::uint32_t slot_of(std::uint32_t place, std::uint32_t rule) {
  return (place * 61 + rule) & ((1u << Scratch::Impl::memory_bits) - 1);
}

}  // namespace

inline bool Machine::holds(TokenTest const& test, Token const& token) const {
  if ((token.features & test.mask) != test.want) return false;
  if (test.any && !(token.features & test.any)) return false;
  if (test.words != TokenTest::every_word) {
    auto const group = group_of_[token.word];
    if (test.words == TokenTest::one_group) {
      if (group != test.group) return false;
    } else if (!(rows_[std::size_t{group} * stride_ + test.group / 64] >> (test.group % 64) & 1u)) {
      return false;
    }
  }
  for (auto i = test.exact_first, end = i + test.exact_count; i != end; ++i) {
    auto const& exact = program_.exacts[i];
    if ((token.span().in(table_.text) == exact.text) != exact.wanted) return false;
  }
  return true;
}

inline bool Machine::holds(std::uint16_t number, Token const& token) const {
  for (auto const* test = &tests_[number];; ++test) {
    if (holds(*test, token)) return true;
    if (test->rest == 0) return false;
  }
}

// The token of the item that ends where `place` begins. Inside a region items are found from the left only (a closing
// mark does not know its opening one), so the folded quotes are listed on first use.
std::uint32_t Machine::behind(std::uint32_t place) {
  auto& folds = memory_.folds;
  if (!folds_known_) {
    folds.clear();
    for (auto i = first_; i < last_;) {
      auto const width = std::max(table_.tokens[i].width, 1u);
      if (width > 1) folds.push_back({i + width, i});
      i += width;
    }
    folds_known_ = true;
  }
  // Questions come from places near each other, so the last answer is where to look first.
  while (fold_at_ < folds.size() && folds[fold_at_].last < place) ++fold_at_;
  while (fold_at_ > 0 && folds[fold_at_ - 1].last >= place) --fold_at_;
  return fold_at_ < folds.size() && folds[fold_at_].last == place ? folds[fold_at_].first : place - 1;
}

std::uint32_t Machine::phrase_end(std::uint32_t place, std::uint32_t lexicon) const {
  std::uint32_t best = 0;
  for (auto i = table_.tokens[place].phrase; i != 0; i = table_.phrases[i - 1].next) {
    auto const& phrase = table_.phrases[i - 1];
    if (phrase.lexicon == lexicon && place + phrase.count <= last_) best = std::max<std::uint32_t>(best, phrase.count);
  }
  return best == 0 ? no_match : place + best;
}

std::uint32_t Machine::chunk_end(std::uint32_t place, ChunkKind kind) const {
  std::uint32_t best = no_match;
  for (auto i = table_.tokens[place].chunk; i != 0; i = table_.chunks[i - 1].next) {
    auto const& chunk = table_.chunks[i - 1];
    if (chunk.kind == kind && chunk.last <= last_ && chunk.last > place && (best == no_match || chunk.last > best)) best = chunk.last;
  }
  return best;
}

std::uint64_t const* Machine::candidates(std::uint32_t at) {
  auto const& index = program_.index;
  auto const& token = table_.tokens[at];
  auto const group = group_of_[token.word];
  auto* const out = memory_.candidates.data();
  std::fill_n(out, index.stride, 0);
  bool any = false;
  auto const take = [&](std::uint32_t row) {
    if (row == 0) return;
    any = true;
    for (std::uint32_t i = 0; i < index.stride; ++i) out[i] |= index.root_sets[std::size_t{row} * index.stride + i];
  };
  for (auto i = index.group_first[group], end = index.group_first[group + 1]; i != end; ++i) {
    auto const& condition = index.conditions[i];
    if ((token.features & condition.mask) == condition.want && (!condition.any || (token.features & condition.any)))
      take(condition.roots);
  }
  if (index.at_chunk)
    for (auto i = token.chunk; i != 0; i = table_.chunks[i - 1].next) take(index.by_kind[table_.chunks[i - 1].kind]);
  if (index.at_phrase)
    for (auto i = token.phrase; i != 0; i = table_.phrases[i - 1].next) take(index.by_phrase[table_.phrases[i - 1].lexicon]);
  return any ? out : nullptr;
}

std::uint32_t Machine::run(Root const& root, std::uint32_t at) {
  using Frame = Scratch::Impl::Frame;
  auto& frames = memory_.frames;
  auto& events = memory_.events;
  events.clear();
  // The stack is kept in three pointers of its own: it is touched by every other instruction.
  Frame* bottom = frames.data();
  Frame* top = bottom;
  Frame* limit = bottom + frames.size();
  auto const push = [&](Frame frame) {
    if (top == limit) {
      auto const used = static_cast<std::size_t>(top - bottom);
      frames.resize(2 * frames.size() + 64);
      bottom = frames.data();
      top = bottom + used;
      limit = bottom + frames.size();
    }
    *top++ = frame;
  };
  push({0, no_match, 0, 0});  // the match instruction stands at 0
  Instr const* const code = program_.code.data();
  Token const* const tokens = table_.tokens.data();
  std::uint64_t const allowed = std::min<std::uint64_t>(scratch_.budget.steps_per_start, steps_left_);
  std::uint64_t steps = 0;
  auto const deepest = scratch_.budget.depth;
  std::uint32_t pc = root.entry, place = at, depth = 1;
  auto const generation = memory_.generation << rule_number_bits;
  auto const remember = [&](Frame const& call, std::uint32_t end) {
    auto const rule = (call.rule - 2) >> 1;
    memory_.memory[slot_of(call.events, rule)] = {call.events, generation | rule, end};
  };

  for (;;) {
    if (++steps > allowed || depth > deepest) {
      scratch_.budget_hit = true;
      steps_left_ -= std::min(steps, steps_left_);
      return no_match;
    }
    Instr const& now = code[pc];
    bool ok = true;
    switch (now.op) {
      case Op::match:
        steps_left_ -= std::min(steps, steps_left_);
        return place;
      case Op::take:
        ok = place < last_ && holds(now.a, tokens[place]) && place + std::max(tokens[place].width, 1u) <= last_;
        if (ok) place += std::max(tokens[place].width, 1u), ++pc;
        break;
      case Op::look:
        ok = place < last_ && holds(now.a, tokens[place]);
        ++pc;
        break;
      case Op::look_not:
        ok = place >= last_ || !holds(now.a, tokens[place]);
        ++pc;
        break;
      case Op::maybe:
        if (place < last_ && holds(now.a, tokens[place]) && place + std::max(tokens[place].width, 1u) <= last_)
          place += std::max(tokens[place].width, 1u);
        ++pc;
        break;
      case Op::run: {
        std::uint32_t count = 0;
        while (count < now.c && place < last_ && holds(now.a, tokens[place])) {
          auto const next = place + std::max(tokens[place].width, 1u);
          if (next > last_) break;
          place = next;
          ++count;
        }
        steps += count;
        ok = count >= now.b;
        ++pc;
        break;
      }
      case Op::lexicon: {
        ok = place < last_;
        if (!ok) break;
        auto end = tokens[place].phrase ? phrase_end(place, now.b) : no_match;
        if (end == no_match && holds(now.a, tokens[place])) end = place + std::max(tokens[place].width, 1u);
        ok = end <= last_;
        if (ok) place = end, ++pc;
        break;
      }
      case Op::no_lexicon:
        ok = place >= last_ || !(holds(now.a, tokens[place]) ||
                                 (tokens[place].phrase && phrase_end(place, now.b) != no_match));
        ++pc;
        break;
      case Op::take_plain: {
        if (place < last_ && tokens[place].phrase) {
          ++pc;
          break;
        }
        ok = place < last_ && holds(now.a, tokens[place]) && place + std::max(tokens[place].width, 1u) <= last_;
        if (ok) place += std::max(tokens[place].width, 1u), pc = now.c;
        break;
      }
      case Op::chunk: {
        auto const end = place < last_ ? chunk_end(place, now.a) : no_match;
        ok = end != no_match;
        if (ok) place = end, ++pc;
        break;
      }
      case Op::behind:
        ok = place > first_ && holds(now.a, tokens[behind(place)]);
        ++pc;
        break;
      case Op::behind_not:
        ok = place <= first_ || !holds(now.a, tokens[behind(place)]);
        ++pc;
        break;
      case Op::skip_unless: {
        auto const& start = program_.starts[now.a];
        bool const can = place < last_ && (holds(start.tokens, tokens[place]) || (start.chunk && tokens[place].chunk) ||
                                           (start.phrase && tokens[place].phrase));
        pc = can ? pc + 1 : now.c;
        break;
      }
      case Op::choice:
        push({now.c, place, static_cast<std::uint32_t>(events.size()), 0});
        ++pc;
        break;
      case Op::commit:
        --top;
        pc = now.c;
        break;
      case Op::back_commit:
        place = (--top)->place;
        pc = now.c;
        break;
      case Op::fail_twice:
        --top;
        ok = false;
        break;
      case Op::fail:
        ok = false;
        break;
      case Op::call:
        push({pc + 1, no_match, 0, 0});
        ++depth;
        pc = now.c;
        break;
      case Op::recall: {
        auto const key = generation | now.a;
        auto const& known = memory_.memory[slot_of(place, now.a)];
        if (known.place == place && known.key == key) {
          ok = known.end != no_match;
          if (ok) place = known.end, ++pc;
          break;
        }
        push({pc + 1, no_match, place, (std::uint32_t{now.a} << 1 | now.b) + 2});
        ++depth;
        pc = now.c;
        break;
      }
      case Op::leave: {
        --top;
        if (top->rule & 1u) remember(*top, place);
        pc = top->pc;
        --depth;
        break;
      }
      case Op::open:
      case Op::close:
        events.push_back({place, now.a, now.op == Op::open});
        ++pc;
        break;
    }
    if (ok) continue;
    Frame back;
    do {
      if (top == bottom) {
        steps_left_ -= std::min(steps, steps_left_);
        return no_match;
      }
      back = *--top;
      if (back.place != no_match) break;
      --depth;
      if (back.rule) remember(back, no_match);
    } while (true);
    pc = back.pc;
    place = back.place;
    events.resize(back.events);
  }
}

std::span<Capture const> Machine::captures() {
  auto& captures = memory_.captures;
  auto& open = memory_.open_captures;
  captures.clear();
  open.clear();
  for (auto const& event : memory_.events) {
    if (event.opens) {
      open.push_back(static_cast<std::uint32_t>(captures.size()));
      captures.push_back({event.name, event.place, event.place});
    } else {
      captures[open.back()].last = event.place;
      open.pop_back();
    }
  }
  return captures;
}

}  // namespace whosaid::grammar
