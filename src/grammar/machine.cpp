// The machine of Medeiros and Ierusalimschy ("A Parsing Machine for PEGs"), over tokens instead of characters: a stack of
// choices and return addresses; failing means going back to the latest choice. Three things are ours: a test on a token is
// one bit of its row (token_rows.hpp), a loop over one class is one instruction, and choices are skipped when the token cannot begin them. Helpers that are worth it are remembered by
// token (packrat, in a table of fixed size), because rules of a grammar ask the same of the same token again and again: on
// news text this made a grammar of noun phrases three times as fast. Hopeless on rules that are exponential in
// themselves, which is what the budgets are for. Tested against a naive matcher in tests/grammar/machine_test.cpp.
#include "grammar/machine.hpp"

#include <algorithm>

namespace whosaid::grammar {

namespace {

// Rules at one token never push each other out, and neighbours hardly do: a hash that mixes more made two often-asked
// helpers share a slot at every token.
constexpr std::uint32_t slot_of(std::uint32_t place, std::uint32_t rule) {
  return (place * 61 + rule) & ((1u << Scratch::Impl::memory_bits) - 1);
}

}  // namespace

// A class that asks for spellings, of a token that may be in it.
bool Machine::spelled(std::uint16_t number, std::uint32_t place) const {
  auto const& token = table_.tokens[place];
  auto const& wanted = program_.classes[number];
  for (auto i = wanted.first, end = i + wanted.count; i != end; ++i) {
    auto const& test = program_.tests[i];
    if (!rows_.holds(test, token)) continue;
    auto const spelling = token.span().in(table_.text);
    auto const* const exacts = program_.exacts.data() + test.exact_first;
    if (std::all_of(exacts, exacts + test.exact_count, [&](ExactTest const& exact) { return (spelling == exact.text) == exact.wanted; }))
      return true;
  }
  return false;
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

std::uint32_t Machine::run(Root const& root, std::uint32_t at) {
  using Frame = Scratch::Impl::Frame;
  auto& frames = memory_.frames;
  // The stack is kept in three pointers of its own: it is touched by every other instruction.
  Frame* bottom = frames.data();
  Frame* top = bottom;
  Frame* limit = bottom + frames.size();
  auto const push = [&](Frame frame) __attribute__((always_inline)) {
    if (top == limit) {
      auto const used = static_cast<std::size_t>(top - bottom);
      frames.resize(2 * frames.size() + 64);
      bottom = frames.data();
      top = bottom + used;
      limit = bottom + frames.size();
    }
    *top++ = frame;
  };
  Instr const* const code = program_.code.data();
  push({code, nullptr, 0, 0});  // the match instruction stands at 0
  Cell const* const cells = memory_.cells.data();
  std::uint64_t const* const rows = rows_.data() + rows_.classes();
  Cell const* const end_cell = cells + last_;
  Cell const* cell = cells + at;
  std::uint64_t const* bits = rows + cell->row;  // the classes of the token at `cell`
  auto const place = [&]() __attribute__((always_inline)) { return static_cast<std::uint32_t>(cell - cells); };
  auto const go_on_at = [&](Cell const* there) __attribute__((always_inline)) {
    cell = there;
    bits = rows + cell->row;
  };
  auto const go_to = [&](std::uint32_t to) __attribute__((always_inline)) { go_on_at(cells + to); };
  auto const has_bit = [](std::uint64_t const* classes, std::uint32_t number) { return (classes[number / 64] >> (number % 64) & 1u) != 0; };
  Instr const* now = code + root.entry;
  auto const elsewhere = [&]() __attribute__((always_inline)) {
    return reinterpret_cast<Instr const*>(reinterpret_cast<char const*>(now) + static_cast<std::int32_t>(now->c));
  };
  auto const jump = [&]() __attribute__((always_inline)) { now = elsewhere(); };
  // Whether the token at `cell` is in class a; never at the region's end, whose row is empty.
  auto const holds = [&]() __attribute__((always_inline)) { return has_bit(bits, now->a) && (!now->spelled || spelled(now->a, place())); };
  // Takes one item; false when it sticks out of the region.
  auto const step = [&]() __attribute__((always_inline)) {
    auto const* const next = cell + cell->width;
    if (next > end_cell) return false;
    go_on_at(next);
    return true;
  };
  auto* events = memory_.events.data();
  std::uint32_t event_count = 0, event_limit = static_cast<std::uint32_t>(memory_.events.size());
  auto* const memory = memory_.memory.data();
  std::uint64_t const allowed = std::min<std::uint64_t>(scratch_.budget.steps_per_start, steps_left_);
  auto left = static_cast<std::int64_t>(allowed);  // steps; below zero when there were too few
  auto const pay = [&] { steps_left_ -= allowed - static_cast<std::uint64_t>(std::max<std::int64_t>(left, 0)); };
  auto const spend = [&](std::uint32_t steps) __attribute__((always_inline)) { return (left -= steps) >= 0; };
  auto const run_out = [&] {
    scratch_.budget_hit = true;
    pay();
    return no_match;
  };
  auto const deepest = scratch_.budget.depth;
  std::uint32_t depth = 1;
  auto const generation = memory_.generation << rule_number_bits;
  auto const remember = [&](Frame const& call, std::uint32_t end) __attribute__((always_inline)) {
    auto const rule = (call.rule - 2) >> 1;
    memory[slot_of(call.events, rule)] = {call.events, generation | rule, end};
  };

  // An instruction that holds ends with `continue`; one that breaks off fails. What a budget must bound remembers a choice or a
  // call each time, or counts its items: only there steps are counted.
  for (;;) {
    switch (now->op) {
      case Op::match:
        pay();
        memory_.event_count = event_count;
        return place();
      case Op::take:
        if (!holds() || !step()) break;
        ++now;
        continue;
      case Op::look:
        if (!holds()) break;
        ++now;
        continue;
      case Op::look_not:
        if (holds()) break;
        ++now;
        continue;
      case Op::maybe:
        if (holds()) step();
        ++now;
        continue;
      case Op::run: {
        std::uint32_t count = 0;
        while (count < now->c && holds() && step()) ++count;
        if (!spend(count)) return run_out();
        if (count < now->b) break;
        ++now;
        continue;
      }
      case Op::run_plain: {
        std::uint32_t count = 0;
        while (!(cell->marks & now->b) && holds() && step()) ++count;
        if (!spend(count)) return run_out();
        ++now;
        continue;
      }
      case Op::lexicon: {
        auto const end = cell->marks & now->c ? phrase_end(place(), now->b) : no_match;
        if (end != no_match) go_to(end);
        else if (!holds() || !step()) break;
        ++now;
        continue;
      }
      case Op::no_lexicon:
        if (holds() || (cell->marks & now->c && phrase_end(place(), now->b) != no_match)) break;
        ++now;
        continue;
      case Op::take_plain:
        if (cell->marks & now->b) {
          ++now;
          continue;
        }
        if (!holds() || !step()) break;
        jump();
        continue;
      case Op::chunk: {
        auto const end = cell->marks & now->b ? chunk_end(place(), now->a) : no_match;
        if (end == no_match) break;
        go_to(end);
        ++now;
        continue;
      }
      case Op::behind:
      case Op::behind_not: {
        bool held = false;
        if (auto const back = cell->back; back != 0)
          held = has_bit(rows + (cell - back)->row, now->a) && (!now->spelled || spelled(now->a, place() - back));
        if (held != (now->op == Op::behind)) break;
        ++now;
        continue;
      }
      case Op::choice_if:
        // Alternatives stand in a row, and most of them cannot begin here. The letters are not asked for: the alternative does.
        while (!(cell->marks & now->b) && !has_bit(bits, now->a)) {
          jump();
          if (now->op != Op::choice_if) break;
        }
        if (now->op != Op::choice_if) continue;
        [[fallthrough]];
      case Op::choice:
        if (!spend(1)) return run_out();
        push({elsewhere(), cell, event_count, 0});
        ++now;
        continue;
      case Op::commit:
        --top;
        jump();
        continue;
      case Op::back_commit:
        go_on_at((--top)->cell);
        jump();
        continue;
      case Op::fail_twice:
        --top;
        break;
      case Op::fail:
        break;
      case Op::recall: {
        auto const here = place();
        auto const& known = memory[slot_of(here, now->a)];
        if (known.place == here && known.key == (generation | now->a)) {
          if (known.end == no_match) break;
          go_to(known.end);
          ++now;
          continue;
        }
        if (++depth > deepest || !spend(1)) return run_out();
        push({now + 1, nullptr, here, (std::uint32_t{now->a} << 1 | now->b) + 2});
        jump();
        continue;
      }
      case Op::call:
        if (++depth > deepest || !spend(1)) return run_out();
        push({now + 1, nullptr, 0, 0});
        jump();
        continue;
      case Op::leave:
        --top;
        if (top->rule & 1u) remember(*top, place());
        now = top->next;
        --depth;
        continue;
      case Op::open:
      case Op::close:
        if (event_count == event_limit) {
          memory_.events.resize(2 * std::size_t{event_count} + 64);
          events = memory_.events.data();
          event_limit = static_cast<std::uint32_t>(memory_.events.size());
        }
        events[event_count++] = {place(), now->a, now->op == Op::open};
        ++now;
        continue;
      default: __builtin_unreachable();
    }
    // Back to the latest choice; calls on the way have failed.
    for (;; --depth) {
      if (top == bottom) {
        pay();
        return no_match;
      }
      --top;
      if (top->cell) break;
      if (top->rule) remember(*top, no_match);
    }
    now = top->next;
    go_on_at(top->cell);
    event_count = top->events;
  }
}

std::span<Capture const> Machine::captures() {
  // Each is opened and closed once.
  std::size_t const count = memory_.event_count / 2;
  if (memory_.captures.size() < count) memory_.captures.resize(2 * count), memory_.open_captures.resize(2 * count);
  auto* const captures = memory_.captures.data();
  auto* open = memory_.open_captures.data();
  std::uint32_t known = 0;
  for (auto const& event : std::span(memory_.events.data(), memory_.event_count)) {
    if (event.opens) {
      captures[known] = {event.name, event.place, event.place};
      *open++ = known++;
    } else {
      captures[*--open].last = event.place;
    }
  }
  return {captures, count};
}

}  // namespace whosaid::grammar
