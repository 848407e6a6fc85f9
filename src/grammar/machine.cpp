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

std::uint64_t const* Machine::find_candidates(std::uint32_t at) {
  auto const& cell = memory_.cells[at];
  auto* const out = memory_.candidates.data();
  auto const stride = program_.index.stride;
  out[0] = cell.begins;
  for (std::uint32_t part = 1; part < stride; ++part)
    out[part] = (rows_.data()[cell.row + TokenRows::begins(part)] | marked_roots(cell, part)) & allowed_at(at, part);
  if (needs_known_) {
    if (cell.met != open_met_) open_roots(cell.met);
    for (std::uint32_t part = 0; part < stride; ++part) out[part] &= memory_.open[part];
  }
  return std::any_of(out, out + stride, [](std::uint64_t part) { return part != 0; }) ? out : nullptr;
}

std::uint32_t Machine::run(Root const& root, std::uint32_t at) {
  using Frame = Scratch::Impl::Frame;
  auto& frames = memory_.frames;
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
  Cell const* const cells = memory_.cells.data();
  std::uint64_t const* const rows = rows_.data() + rows_.classes();
  auto const last = last_;
  std::uint32_t place = at;
  std::uint64_t const* bits = rows + cells[place].row;  // the classes of the token at `place`
  auto const go_to = [&](std::uint32_t to) {
    place = to;
    bits = rows + cells[to].row;
  };
  // Whether the token at `place` is in class a; never at the region's end, whose row is empty.
  auto const holds = [&](Instr const& now) {
    return (bits[now.a / 64] >> (now.a % 64) & 1u) && (!now.spelled || spelled(now.a, place));
  };
  // Takes one item; false when it sticks out of the region.
  auto const step = [&] {
    auto const next = place + cells[place].width;
    if (next > last) return false;
    go_to(next);
    return true;
  };
  auto* events = memory_.events.data();
  std::size_t event_count = 0;
  std::uint64_t const allowed = std::min<std::uint64_t>(scratch_.budget.steps_per_start, steps_left_);
  std::uint64_t steps = 0;
  auto const deepest = scratch_.budget.depth;
  std::uint32_t pc = root.entry, depth = 1;
  auto const generation = memory_.generation << rule_number_bits;
  auto const remember = [&](Frame const& call, std::uint32_t end) {
    auto const rule = (call.rule - 2) >> 1;
    memory_.memory[slot_of(call.events, rule)] = {call.events, generation | rule, end};
  };

  for (;;) {
    if (++steps > allowed) {
      scratch_.budget_hit = true;
      steps_left_ -= std::min(steps, steps_left_);
      return no_match;
    }
    Instr const& now = code[pc];
    bool ok = true;
    switch (now.op) {
      case Op::match:
        steps_left_ -= std::min(steps, steps_left_);
        memory_.event_count = event_count;
        return place;
      case Op::take:
        ok = holds(now) && step();
        ++pc;
        break;
      case Op::look:
        ok = holds(now);
        ++pc;
        break;
      case Op::look_not:
        ok = !holds(now);
        ++pc;
        break;
      case Op::maybe:
        if (holds(now)) step();
        ++pc;
        break;
      case Op::run: {
        std::uint32_t count = 0;
        while (count < now.c && holds(now) && step()) ++count;
        steps += count;
        ok = count >= now.b;
        ++pc;
        break;
      }
      case Op::run_plain:
        while (!(cells[place].marks & now.b) && holds(now) && step()) ++steps;
        ++pc;
        break;
      case Op::lexicon: {
        auto const end = cells[place].marks & now.c ? phrase_end(place, now.b) : no_match;
        if (end != no_match) go_to(end);
        else ok = holds(now) && step();
        ++pc;
        break;
      }
      case Op::no_lexicon:
        ok = !(holds(now) || (cells[place].marks & now.c && phrase_end(place, now.b) != no_match));
        ++pc;
        break;
      case Op::take_plain:
        if (cells[place].marks & now.b) {
          ++pc;
          break;
        }
        ok = holds(now) && step();
        pc = now.c;
        break;
      case Op::chunk: {
        auto const end = cells[place].marks & now.b ? chunk_end(place, now.a) : no_match;
        ok = end != no_match;
        if (ok) go_to(end), ++pc;
        break;
      }
      case Op::behind:
      case Op::behind_not: {
        bool held = false;
        if (auto const back = cells[place].back; back != 0) {
          auto const* const before = rows + cells[place - back].row;
          held = (before[now.a / 64] >> (now.a % 64) & 1u) && (!now.spelled || spelled(now.a, place - back));
        }
        ok = held == (now.op == Op::behind);
        ++pc;
        break;
      }
      case Op::choice_if:
        if (!(cells[place].marks & now.b) && !holds(now)) {
          pc = now.c;
          break;
        }
        [[fallthrough]];
      case Op::choice:
        push({now.c, place, static_cast<std::uint32_t>(event_count), 0});
        ++pc;
        break;
      case Op::commit:
        --top;
        pc = now.c;
        break;
      case Op::back_commit:
        go_to((--top)->place);
        pc = now.c;
        break;
      case Op::fail_twice:
        --top;
        ok = false;
        break;
      case Op::fail:
        ok = false;
        break;
      case Op::recall: {
        auto const& known = memory_.memory[slot_of(place, now.a)];
        if (known.place == place && known.key == (generation | now.a)) {
          ok = known.end != no_match;
          if (ok) go_to(known.end), ++pc;
          break;
        }
        [[fallthrough]];
      }
      case Op::call:
        if (++depth > deepest) {
          scratch_.budget_hit = true;
          steps_left_ -= std::min(steps, steps_left_);
          return no_match;
        }
        if (now.op == Op::call) push({pc + 1, no_match, 0, 0});
        else push({pc + 1, no_match, place, (std::uint32_t{now.a} << 1 | now.b) + 2});
        pc = now.c;
        break;
      case Op::leave:
        --top;
        if (top->rule & 1u) remember(*top, place);
        pc = top->pc;
        --depth;
        break;
      case Op::open:
      case Op::close:
        if (event_count == memory_.events.size()) {
          memory_.events.resize(2 * event_count + 64);
          events = memory_.events.data();
        }
        events[event_count++] = {place, now.a, now.op == Op::open};
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
    go_to(back.place);
    event_count = back.events;
  }
}

std::span<Capture const> Machine::captures() {
  auto& captures = memory_.captures;
  auto& open = memory_.open_captures;
  captures.clear();
  open.clear();
  for (auto const& event : std::span(memory_.events.data(), memory_.event_count)) {
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
