// What the machine does before it matches: each item of its region is read once, into a cell that knows its row of answers.
#include <algorithm>

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
      first_(first),
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
  memory_.candidates.resize(program_.index.stride);
  filled_ = ++memory_.filled;
  chunks_ = table_.chunks.size();
  auto& cells = memory_.cells;
  if (cells.size() <= last_) cells.resize(std::size_t{last_} + 1);
  memory_.ends.clear();
  auto allowed = rows_.data()[TokenRows::nothing + TokenRows::behind(0)];
  std::uint32_t at = first_, back = 0;
  for (; at < last_; at += back) {
    allowed = read(at, back, allowed)[TokenRows::behind(0)];
    back = cells[at].width;
    for (auto inside = at + 1, next = std::min(at + back, last_); inside < next; ++inside) cells[inside].row = Scratch::Impl::unread;
  }
  // An item that sticks out of the region is none to look back at.
  bool inside = at > last_;
  cells[last_] = {TokenRows::nothing, 0, 1, inside ? 1u : back, 0, 0};
  if (inside) read_inside(last_ - 1);
  auto& ends = memory_.ends;
  for (std::size_t i = 0; i < ends.size(); ++i)
    if (cells[ends[i]].row == Scratch::Impl::unread) read_inside(ends[i]), inside = true;
  needs_known_ = !inside && !program_.index.needs.empty();
  if (needs_known_) find_needs();
}

// Reads an item, `back` tokens behind the one before it, which allows `allowed` of the first 64 roots. Returns its row.
inline std::uint64_t const* Machine::read(std::uint32_t at, std::uint32_t back, std::uint64_t allowed) {
  auto const& token = table_.tokens[at];
  auto const row = rows_.of(kinds_.of(at, token), token);
  auto const* const answers = rows_.data() + row;
  auto& cell = memory_.cells[at];
  cell = {row, 0, token.width + (token.width == 0), back, answers[TokenRows::begins(0)] & allowed, answers[TokenRows::needs]};
  if (token.chunk | token.phrase) add_marks(at, cell, allowed);
  return answers;
}

void Machine::add_marks(std::uint32_t at, Cell& cell, std::uint64_t allowed) {
  auto const& token = table_.tokens[at];
  for (auto i = token.chunk; i != 0; i = table_.chunks[i - 1].next) {
    auto const& chunk = table_.chunks[i - 1];
    if (chunk.kind >= program_.kind_marks.size() || program_.kind_marks[chunk.kind] == 0) continue;
    if (chunk.last > last_ || chunk.last <= at) continue;
    cell.marks |= program_.kind_marks[chunk.kind];
    memory_.ends.push_back(chunk.last);
  }
  for (auto i = token.phrase; i != 0; i = table_.phrases[i - 1].next) {
    auto const& phrase = table_.phrases[i - 1];
    if (phrase.lexicon >= program_.phrase_marks.size() || program_.phrase_marks[phrase.lexicon] == 0) continue;
    if (at + phrase.count > last_) continue;
    cell.marks |= program_.phrase_marks[phrase.lexicon];
    memory_.ends.push_back(at + phrase.count);
  }
  for (auto marks = cell.marks; marks; marks &= marks - 1)
    cell.met |= program_.index.needs_by_mark[static_cast<unsigned>(__builtin_ctz(marks))];
  cell.begins |= marked_roots(cell, 0) & allowed;
}

// Roots that begin with what begins at an item, of those from 64 * part on.
std::uint64_t Machine::marked_roots(Cell const& cell, std::uint32_t part) const {
  auto const& index = program_.index;
  std::uint64_t roots = 0;
  for (auto marks = cell.marks; marks; marks &= marks - 1)
    roots |= index.sets[std::size_t{index.by_mark[static_cast<unsigned>(__builtin_ctz(marks))]} * index.stride + part];
  return roots & rows_.data()[cell.row + TokenRows::here(part)];
}

std::uint64_t Machine::allowed_at(std::uint32_t at, std::uint32_t part) const {
  auto const back = memory_.cells[at].back;
  return rows_.data()[(back == 0 ? TokenRows::nothing : memory_.cells[at - back].row) + TokenRows::behind(part)];
}

// Reads the tokens inside of the folded quote that token `at` belongs to, one item each.
void Machine::read_inside(std::uint32_t at) {
  auto& cells = memory_.cells;
  while (cells[at].row == Scratch::Impl::unread) --at;
  for (++at; at < last_ && cells[at].row == Scratch::Impl::unread; ++at) {
    cells[at].back = 1;
    read(at, 1, allowed_at(at, 0));
  }
}

// From the right: which needs are met. Without a branch, for every item of every region comes by here.
void Machine::find_needs() {
  auto* const cells = memory_.cells.data();
  std::uint64_t met = 0;
  for (auto at = last_; at > first_;) {
    at -= cells[at].back;
    cells[at].met = met |= cells[at].met;
  }
  open_roots(met);
}

void Machine::open_roots(std::uint64_t met) {
  auto const& index = program_.index;
  open_met_ = met;
  memory_.open.assign(index.stride, 0);
  for (std::size_t root = 0; root < index.of_root.size(); ++root)
    memory_.open[root / 64] |= std::uint64_t{(index.of_root[root] & ~met) == 0} << (root % 64);
}

bool Machine::look_again() {
  if (memory_.filled != filled_) {
    fill();
    return true;
  }
  if (chunks_ == table_.chunks.size()) return false;
  // New chunks may meet what roots anywhere before them need; what is not worth finding out again.
  needs_known_ = false;
  memory_.forget();
  for (; chunks_ < table_.chunks.size(); ++chunks_) {
    auto const& chunk = table_.chunks[chunks_];
    if (chunk.first < first_ || chunk.first >= last_ || memory_.cells[chunk.first].row == Scratch::Impl::unread) continue;
    if (chunk.last > last_ || chunk.last <= chunk.first || chunk.kind >= program_.kind_marks.size()) continue;
    add_marks(chunk.first, memory_.cells[chunk.first], allowed_at(chunk.first, 0));
    if (memory_.cells[chunk.last].row == Scratch::Impl::unread) {
      fill();
      return true;
    }
  }
  return true;
}

}  // namespace whosaid::grammar
