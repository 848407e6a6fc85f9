// What the machine does before it matches: each item of its region is read once, into a cell that knows its row of answers.
#include <algorithm>
#include <array>

#include "grammar/machine.hpp"

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

TokenRows& Scratch::Impl::rows_of(std::shared_ptr<Program const> const& program) {
  auto const same = [&](TokenRows const& have) { return have.program() == program.get(); };
  auto found = std::find_if(rows.begin(), rows.end(), same);
  if (found != rows.end()) return *found;
  if (rows.size() == most_programs) rows.erase(rows.begin());
  rows.reserve(most_programs);  // machines hold on to them
  return rows.emplace_back(program);
}

TokenKinds& Scratch::Impl::kinds_of(std::shared_ptr<WordTable const> const& words) {
  auto const same = [&](TokenKinds const& have) { return have.words() == words.get(); };
  auto found = std::find_if(kinds.begin(), kinds.end(), same);
  if (found != kinds.end()) return *found;
  if (kinds.size() == most_programs) kinds.erase(kinds.begin());
  kinds.reserve(most_programs);
  return kinds.emplace_back(words);
}

Machine::Machine(std::shared_ptr<Program const> const& program, TokenTable const& table, std::uint32_t first,
                 std::uint32_t last, Scratch& scratch)
    : program_(*program),
      table_(table),
      rows_(scratch.impl->rows_of(program)),
      kinds_(scratch.impl->kinds_of(program->words)),
      first_(std::min({first, last, static_cast<std::uint32_t>(table.tokens.size())})),
      last_(std::min(last, static_cast<std::uint32_t>(table.tokens.size()))),
      scratch_(scratch),
      memory_(*scratch.impl),
      steps_left_(scratch.budget.steps_per_document) {
  if (steps_left_ == 0 && first_ < last_) steps_left_ = 100'000 + std::uint64_t{2'000} * (last_ - first_);
  fill();
}

// Reads the items of the region, and of its folded quotes those to which a chunk or a phrase leads. Linear.
void Machine::fill() {
  kinds_.tidy();
  rows_.tidy(kinds_);
  kinds_.make_room(last_);
  memory_.forget();
  filled_ = ++memory_.filled;
  chunks_ = table_.chunks.size();
  if (memory_.cells.size() <= last_) memory_.cells.resize(std::size_t{last_} + 1);
  memory_.ends.clear();
  memory_.quotes.clear();
  auto const last_item = read_items();
  auto& cells = memory_.cells;
  auto& ends = memory_.ends;
  bool const cut = cells[last_].back == 0 && first_ < last_;
  // Few regions have anything that leads into a quote: the tokens inside are not so much as looked at otherwise.
  bool const inside = cut || (!memory_.quotes.empty() && std::any_of(ends.begin(), ends.end(), [this](std::uint32_t end) { return is_inside(end); }));
  if (inside) {
    for (auto const quote : memory_.quotes)
      for (auto at = quote + 1; at < std::min(quote + cells[quote].width, last_); ++at) cells[at].row = Scratch::Impl::unread;
    if (cut) cells[last_].back = 1, read_inside(last_ - 1);
    for (std::size_t i = 0; i < ends.size(); ++i)
      if (cells[ends[i]].row == Scratch::Impl::unread) read_inside(ends[i]);
  }
  if (program_.index.stride == 1 && !inside) list_places<1>(last_item, false);
  else list_places<0>(last_item, inside);
}

// Every item of every region comes by here: most need a row that is known and no more. Returns the last one.
std::uint32_t Machine::read_items() {
  Token const* token = table_.tokens.data() + first_;
  Cell* cell = memory_.cells.data() + first_;
  Cell* const end = memory_.cells.data() + last_;
  auto* seen = kinds_.seen() + first_;
  auto const* known = rows_.known(kinds_.count());
  auto const width_of_row = rows_.width();
  std::uint32_t back = 0;
  bool cut = false;
  while (cell != end) {
    if (!kinds_.is_seen(*seen, *token)) [[unlikely]] {
      kinds_.see(*seen, *token);
      known = rows_.known(kinds_.count());
    }
    std::uint32_t row = known[seen->kind] * width_of_row;
    if (row == 0) [[unlikely]] {
      row = rows_.of(seen->kind, *token);
      known = rows_.known(kinds_.count());
    }
    *cell = {row, 0, 1, back};
    if (token->chunk | token->phrase) add_marks(static_cast<std::uint32_t>(cell - memory_.cells.data()), *cell);
    back = 1;
    if (token->width > 1) [[unlikely]] {
      cell->width = token->width;
      back = std::min(token->width, static_cast<std::uint32_t>(end - cell));
      cut = back < token->width;
      memory_.quotes.push_back(static_cast<std::uint32_t>(cell - memory_.cells.data()));
    }
    token += back, cell += back, seen += back;
  }
  // An item that sticks out of the region is none to look back at.
  *end = {TokenRows::nothing, 0, 1, cut ? 0u : back};
  return last_ - back;
}

// Notes what begins at an item beside itself.
void Machine::add_marks(std::uint32_t at, Cell& cell) {
  auto const& token = table_.tokens[at];
  for (auto i = token.chunk; i != 0; i = table_.chunks[i - 1].next) {
    auto const& chunk = table_.chunks[i - 1];
    auto const mark = mark_of(chunk);
    if (mark == 0 || chunk.last > last_ || chunk.last <= at) continue;
    cell.marks |= mark;
    memory_.ends.push_back(chunk.last);
  }
  for (auto i = token.phrase; i != 0; i = table_.phrases[i - 1].next) {
    auto const& phrase = table_.phrases[i - 1];
    auto const mark = mark_of(phrase);
    if (mark == 0 || at + phrase.count > last_) continue;
    cell.marks |= mark;
    memory_.ends.push_back(at + phrase.count);
  }
}

// Of the roots from 64 * part on those that may begin at an item that was read, but for their outlines.
inline std::uint64_t Machine::roots_at(std::uint32_t at, std::uint32_t part) const {
  auto const& index = program_.index;
  auto const& cell = memory_.cells[at];
  auto const* const rows = rows_.data();
  std::uint64_t marked = 0;
  for (auto marks = cell.marks; marks; marks &= marks - 1)
    marked |= index.sets[std::size_t{index.by_mark[static_cast<unsigned>(__builtin_ctz(marks))]} * index.stride + part];
  auto const before = cell.back == 0 ? TokenRows::nothing : memory_.cells[at - cell.back].row;
  return (rows[cell.row + TokenRows::begins(part)] | (marked & rows[cell.row + TokenRows::here(part)])) & rows[before + TokenRows::behind(part)];
}

// Whether a token stands inside of a folded quote of the region, behind its first.
bool Machine::is_inside(std::uint32_t token) const {
  auto const& quotes = memory_.quotes;
  auto const behind = std::lower_bound(quotes.begin(), quotes.end(), token);
  return behind != quotes.begin() && token < *(behind - 1) + memory_.cells[*(behind - 1)].width;
}

// Reads the tokens inside of the folded quote that token `at` belongs to, one item each.
void Machine::read_inside(std::uint32_t at) {
  auto& cells = memory_.cells;
  while (cells[at].row == Scratch::Impl::unread) --at;
  for (++at; at < last_ && cells[at].row == Scratch::Impl::unread; ++at) {
    auto const& token = table_.tokens[at];
    cells[at] = {rows_.of(kinds_.of(kinds_.seen()[at], token), token), 0, token.width + (token.width == 0), 1};
    if (token.chunk | token.phrase) add_marks(at, cells[at]);
  }
}

namespace {

constexpr std::uint32_t stages = TokenRows::stages;

// Of 64 roots: from which stage on their outlines can be followed.
using Reach = std::array<std::uint64_t, stages>;

// From an item on, given its row and the reach of the item behind.
inline Reach follow_item(std::uint64_t const* row, Reach const& behind) {
  auto const* const need = row + TokenRows::need(0);
  auto const* const pass = row + TokenRows::pass(0);
  Reach out;
  for (std::uint32_t i = 0; i + 1 < stages; ++i) out[i] = (need[i] & behind[i + 1]) | (pass[i] & behind[i]);
  out[stages - 1] = need[stages - 1] | (pass[stages - 1] & behind[stages - 1]);
  return out;
}

// Kept by stage: three words side by side would be stored as a vector, and taken out of it again for the next item.
inline Reach load_reach(std::uint64_t const* from, std::size_t ring) {
  Reach out;
  for (std::uint32_t i = 0; i < stages; ++i) out[i] = from[i * ring];
  return out;
}
inline void store_reach(Reach const& reach, std::uint64_t* to, std::size_t ring) {
  for (std::uint32_t i = 0; i < stages; ++i) to[i * ring] = reach[i];
}

}  // namespace

inline std::uint64_t* Machine::reach_of(std::uint32_t at) const {
  return memory_.reach.data() + at % ring;
}

// Lists a place. Returns where its roots are to be written.
inline std::uint64_t* Machine::push_place(Place place) {
  auto const stride = program_.index.stride;
  if (memory_.places.size() == left_) {
    memory_.places.resize(2 * left_ + 256);
    memory_.roots.resize(memory_.places.size() * stride);
  }
  memory_.places[left_] = place;
  return memory_.roots.data() + stride * left_++;
}

// Lists a place where some root may begin. `reach` = what was found out of their outlines, nullptr = all may be followed.
void Machine::add_place(Place place, std::uint64_t const* reach) {
  auto* const roots = push_place(place);
  std::uint64_t any = 0;
  for (std::uint32_t part = 0; part < program_.index.stride; ++part) any |= roots[part] = roots_at(place.at, part) & (reach ? reach[part * stages * ring] : ~std::uint64_t{0});
  left_ -= any == 0;
}

// From the right: from which items on the rest of an outline can be followed, stage by stage and for all roots at once
// (`reach`, of which the last `ring` items are kept), and so the places where a root may begin. `parts` = stride of the
// program, where nothing inside of a quote was read; 0 = any.
template <std::uint32_t parts>
void Machine::list_places(std::uint32_t last_item, bool inside) {
  auto const& index = program_.index;
  auto const stride = parts > 0 ? parts : index.stride;
  left_ = 0;
  // The places may be left from a grammar of fewer roots.
  if (memory_.roots.size() < memory_.places.size() * stride) memory_.roots.resize(memory_.places.size() * stride);
  memory_.reach.resize(std::size_t{ring} * stride * stages);
  auto* const reach = memory_.reach.data();
  auto* ahead = reach_of(last_);
  for (std::uint32_t part = 0; part < stride; ++part)
    for (std::uint32_t i = 0; i < stages; ++i) ahead[(part * stages + i) * ring] = index.sets[std::size_t{index.stages[i].through} * stride + part];
  if (first_ >= last_) return;
  auto reached = load_reach(ahead, ring);  // of one part, the same as *ahead
  auto const* const rows = rows_.data();
  auto const* const cells = memory_.cells.data();
  auto const* row = rows + cells[last_item].row;
  for (auto at = last_item;;) {
    auto const& cell = cells[at];
    if (parts != 1 && inside && cell.width > 1) list_inside(at);
    auto* const mine = reach + at % ring;
    for (std::uint32_t part = 0; part < stride; ++part) {
      reached = follow_item(row + TokenRows::begins(part), parts == 1 ? reached : load_reach(ahead + part * stages * ring, ring));
      store_reach(reached, mine + part * stages * ring, ring);
    }
    auto const* const before = rows + (cell.back == 0 ? TokenRows::nothing : cells[at - cell.back].row);
    if (parts != 1 || cell.marks != 0) {
      if (cell.marks != 0) follow_marks(at, ahead, mine);
      reached = load_reach(mine, ring);
      add_place({at, no_match}, mine);
    } else if (auto const roots = row[TokenRows::begins(0)] & before[TokenRows::behind(0)] & reached[0]; roots != 0) {
      push_place({at, no_match})[0] = roots;
    }
    if (cell.back == 0) break;
    at -= cell.back;
    row = before;
    ahead = mine;
  }
}

// What the chunks and phrases that begin at an item add to its reach.
void Machine::follow_marks(std::uint32_t at, std::uint64_t const* ahead, std::uint64_t* reach) const {
  auto const& index = program_.index;
  auto const next = at + memory_.cells[at].width;
  auto const follow = [&](Marks mark, std::uint32_t end) {
    if (mark == 0 || end > last_ || end <= at) return;
    auto const bit = static_cast<std::size_t>(__builtin_ctz(mark));
    bool const unknown = end != next && end - at >= ring;
    auto const* const from = end == next ? ahead : reach_of(end);
    for (std::uint32_t part = 0; part < index.stride; ++part)
      for (std::uint32_t i = 0; i < stages; ++i) {
        auto const& stage = index.stages[i];
        auto const need = index.sets[std::size_t{stage.need.by_mark[bit]} * index.stride + part];
        auto const pass = index.sets[std::size_t{stage.pass.by_mark[bit]} * index.stride + part];
        auto const here = std::size_t{part * stages + i} * ring;
        auto const next_stage = i + 1 < stages && !unknown ? from[here + ring] : ~std::uint64_t{0};
        reach[here] |= (need & next_stage) | (pass & (unknown ? ~std::uint64_t{0} : from[here]));
      }
  };
  auto const& token = table_.tokens[at];
  for (auto i = token.chunk; i != 0; i = table_.chunks[i - 1].next) follow(mark_of(table_.chunks[i - 1]), table_.chunks[i - 1].last);
  for (auto i = token.phrase; i != 0; i = table_.phrases[i - 1].next) follow(mark_of(table_.phrases[i - 1]), at + table_.phrases[i - 1].count);
}

// The items inside of a folded quote that were read: which outlines can be followed from there is not asked.
void Machine::list_inside(std::uint32_t item) {
  auto const& cells = memory_.cells;
  for (auto at = std::min(item + cells[item].width, last_) - 1; at > item; --at) {
    if (at - item < ring)
      for (std::uint32_t i = 0; i < program_.index.stride * stages; ++i) reach_of(at)[i * ring] = ~std::uint64_t{0};
    if (cells[at].row == Scratch::Impl::unread) continue;
    add_place({at, item}, nullptr);
  }
}

bool Machine::look_again() {
  if (memory_.filled == filled_ && chunks_ == table_.chunks.size()) return false;
  fill();
  return true;
}

}  // namespace whosaid::grammar
