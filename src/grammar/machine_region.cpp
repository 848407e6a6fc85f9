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
  std::uint32_t before = first_;
  for (auto at = first_; at < last_;) {
    auto& cell = cells[at];
    read(at, cell);
    cell.back = at - before;
    cell.begins = roots_at(at, 0);
    before = at;
    auto const next = std::min(at + cell.width, last_);
    for (++at; at < next; ++at) cells[at].row = Scratch::Impl::unread;
  }
  cells[last_] = {TokenRows::nothing, 0, 1, last_ - before, 0, 0};
  // An item that sticks out of the region is none to look back at.
  bool inside = first_ < last_ && before + cells[before].width > last_;
  if (inside) read_inside(last_ - 1), cells[last_].back = 1;
  auto& ends = memory_.ends;
  for (std::size_t i = 0; i < ends.size(); ++i)
    if (cells[ends[i]].row == Scratch::Impl::unread) read_inside(ends[i]), inside = true;
  needs_known_ = !inside && !program_.index.needs.empty();
  if (needs_known_) find_needs();
}

void Machine::read(std::uint32_t at, Cell& cell) {
  auto const& token = table_.tokens[at];
  cell.row = rows_.of(kinds_.of(at, token), token);
  cell.width = std::max(token.width, 1u);
  cell.marks = 0;
  cell.met = rows_.data()[cell.row + rows_.needs()];
  if ((token.chunk | token.phrase) == 0) return;
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
}

// Roots that may begin at an item whose neighbour to the left has been read; 64 of them, from 64 * part on.
std::uint64_t Machine::roots_at(std::uint32_t at, std::uint32_t part) const {
  auto const& index = program_.index;
  auto const& cell = memory_.cells[at];
  auto const* const row = rows_.data() + cell.row + part;
  auto const* const before = rows_.data() + (cell.back == 0 ? TokenRows::nothing : memory_.cells[at - cell.back].row) + part;
  auto set = row[rows_.begins()];
  if (cell.marks) {
    std::uint64_t marked = 0;
    for (auto marks = cell.marks; marks; marks &= marks - 1)
      marked |= index.sets[std::size_t{index.by_mark[static_cast<unsigned>(__builtin_ctz(marks))]} * index.stride + part];
    set |= marked & row[rows_.here()];
  }
  return set & before[rows_.behind()];
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

// Reads the tokens inside of the folded quote that token `at` belongs to, one item each.
void Machine::read_inside(std::uint32_t at) {
  auto& cells = memory_.cells;
  while (cells[at].row == Scratch::Impl::unread) --at;
  for (++at; at < last_ && cells[at].row == Scratch::Impl::unread; ++at) {
    read(at, cells[at]);
    cells[at].back = 1;
    cells[at].begins = roots_at(at, 0);
  }
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
    memory_.cells[chunk.first].marks |= program_.kind_marks[chunk.kind];
    memory_.cells[chunk.first].begins = roots_at(chunk.first, 0);
    if (memory_.cells[chunk.last].row == Scratch::Impl::unread) {
      fill();
      return true;
    }
  }
  return true;
}

}  // namespace whosaid::grammar
