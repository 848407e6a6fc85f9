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
  next_ = 0;
  if (memory_.cells.size() <= last_) memory_.cells.resize(std::size_t{last_} + 1);
  memory_.ends.clear();
  read_items();
  auto& cells = memory_.cells;
  bool inside = cells[last_].back == 0 && first_ < last_;
  if (inside) cells[last_].back = 1, read_inside(last_ - 1);
  auto& ends = memory_.ends;
  for (std::size_t i = 0; i < ends.size(); ++i)
    if (cells[ends[i]].row == Scratch::Impl::unread) read_inside(ends[i]), inside = true;
  if (inside) list_places();
  needs_known_ = !inside && !program_.index.needs.empty();
  if (needs_known_) find_needs();
}

// Every item of every region comes by here: most need a row and no more.
void Machine::read_items() {
  Token const* const tokens = table_.tokens.data();
  Cell* const cells = memory_.cells.data();
  auto& places = memory_.places;
  Place* place = places.data();
  Place* limit = place + places.size();
  bool const one_part = program_.index.stride == 1;
  std::uint64_t allowed = rows_.data()[TokenRows::nothing + TokenRows::behind(0)];
  std::uint32_t at = first_, back = 0;
  while (at < last_) {
    if (place == limit) {
      auto const used = static_cast<std::size_t>(place - places.data());
      places.resize(used + used / 2 + 256);
      place = places.data() + used;
      limit = places.data() + places.size();
    }
    Token const& token = tokens[at];
    auto const row = rows_.of(kinds_.of(at, token), token);
    auto const* const answers = rows_.data() + row;
    auto const width = token.width + (token.width == 0);
    Cell& cell = cells[at];
    cell = {row, 0, width, back};
    place->at = at;
    place->behind = no_match;
    place->roots = answers[TokenRows::begins(0)] & allowed;
    place->met = answers[TokenRows::needs];
    if (token.chunk | token.phrase) {
      Place const marked = add_marks(at, cell);
      place->roots |= marked.roots & allowed;
      place->met |= marked.met;
    }
    bool const counts = (place->roots | place->met) != 0;
    place += counts || (!one_part && begins_beyond(at));
    allowed = answers[TokenRows::behind(0)];
    back = width;
    for (auto inside = at + 1, next = std::min(at + width, last_); inside < next; ++inside) cells[inside].row = Scratch::Impl::unread;
    at += width;
  }
  // An item that sticks out of the region is none to look back at.
  cells[last_] = {TokenRows::nothing, 0, 1, at > last_ ? 0u : back};
  memory_.place_count = static_cast<std::size_t>(place - places.data());
}

// Notes what begins at an item beside itself. Returns the roots that this lets begin, and the needs that it meets.
Machine::Place Machine::add_marks(std::uint32_t at, Cell& cell) {
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
  Place out;
  auto const& index = program_.index;
  for (auto marks = cell.marks; marks; marks &= marks - 1) {
    auto const mark = static_cast<unsigned>(__builtin_ctz(marks));
    out.met |= index.needs_by_mark[mark];
    out.roots |= index.sets[std::size_t{index.by_mark[mark]} * index.stride];
  }
  out.roots &= rows_.data()[cell.row + TokenRows::here(0)];
  return out;
}

// Of the roots from 64 * part on those that may begin at an item that was read, but for what they need.
std::uint64_t Machine::roots_at(std::uint32_t at, std::uint32_t part) const {
  auto const& index = program_.index;
  auto const& cell = memory_.cells[at];
  auto const* const rows = rows_.data();
  std::uint64_t marked = 0;
  for (auto marks = cell.marks; marks; marks &= marks - 1)
    marked |= index.sets[std::size_t{index.by_mark[static_cast<unsigned>(__builtin_ctz(marks))]} * index.stride + part];
  auto const before = cell.back == 0 ? TokenRows::nothing : memory_.cells[at - cell.back].row;
  return (rows[cell.row + TokenRows::begins(part)] | (marked & rows[cell.row + TokenRows::here(part)])) & rows[before + TokenRows::behind(part)];
}

// The place of an item that was read.
Machine::Place Machine::place_at(std::uint32_t at) {
  auto const& cell = memory_.cells[at];
  Place place{at, no_match, roots_at(at, 0), rows_.data()[cell.row + TokenRows::needs]};
  for (auto marks = cell.marks; marks; marks &= marks - 1) place.met |= program_.index.needs_by_mark[static_cast<unsigned>(__builtin_ctz(marks))];
  return place;
}

// Whether a root behind the first 64 may begin at an item that was read.
bool Machine::begins_beyond(std::uint32_t at) const {
  std::uint64_t any = 0;
  for (std::uint32_t part = 1; part < program_.index.stride; ++part) any |= roots_at(at, part);
  return any != 0;
}

// Reads the tokens inside of the folded quote that token `at` belongs to, one item each.
void Machine::read_inside(std::uint32_t at) {
  auto& cells = memory_.cells;
  while (cells[at].row == Scratch::Impl::unread) --at;
  for (++at; at < last_ && cells[at].row == Scratch::Impl::unread; ++at) {
    auto const& token = table_.tokens[at];
    cells[at] = {rows_.of(kinds_.of(at, token), token), 0, token.width + (token.width == 0), 1};
    if (token.chunk | token.phrase) add_marks(at, cells[at]);
  }
}

// The places once more, with those inside of quotes.
void Machine::list_places() {
  auto const& cells = memory_.cells;
  memory_.place_count = 0;
  if (memory_.places.size() < last_ - first_) memory_.places.resize(last_ - first_);
  for (std::uint32_t item = first_; item < last_;) {
    auto const end = std::min(item + cells[item].width, last_);
    for (auto at = item; at < end; ++at) {
      if (cells[at].row == Scratch::Impl::unread) continue;
      auto& place = memory_.places[memory_.place_count++] = place_at(at);
      if (at != item) place.behind = item;
    }
    item = end;
  }
}

// From the right: the needs that are met, and the roots whose needs all are. A region meets each need once for all that stands before.
void Machine::find_needs() {
  auto const& index = program_.index;
  std::uint64_t met = 0;
  auto& open = memory_.open;
  open.assign(index.without_needs.begin(), index.without_needs.end());
  for (auto i = memory_.place_count; i-- > 0;) {
    auto& place = memory_.places[i];
    for (auto fresh = place.met & ~met; fresh; fresh &= fresh - 1) {
      auto const need = static_cast<unsigned>(__builtin_ctzll(fresh));
      met |= std::uint64_t{1} << need;
      for (auto const root : index.of_need[need])
        if ((index.of_root[root] & ~met) == 0) open[root / 64] |= std::uint64_t{1} << (root % 64);
    }
    place.met = met;
    place.roots &= open[0];
  }
}

bool Machine::can_begin(Place const& place) {
  auto* const out = memory_.candidates.data();
  std::uint64_t any = out[0] = place.roots;
  for (std::uint32_t part = 1; part < program_.index.stride; ++part) {
    out[part] = roots_at(place.at, part);
    for (auto rest = out[part]; needs_known_ && rest; rest &= rest - 1) {
      auto const root = static_cast<unsigned>(__builtin_ctzll(rest));
      if (program_.index.of_root[64 * std::size_t{part} + root] & ~place.met) out[part] &= ~(std::uint64_t{1} << root);
    }
    any |= out[part];
  }
  return any != 0;
}

std::uint32_t Machine::next(std::uint32_t at) {
  auto const* const places = memory_.places.data();
  for (; next_ < memory_.place_count; ++next_) {
    auto const& place = places[next_];
    if (place.at >= at && (place.behind == no_match || at > place.behind) && can_begin(place)) return place.at;
  }
  return last_;
}

std::uint64_t const* Machine::candidates(std::uint32_t at) {
  return next(at) == at && at < last_ ? memory_.candidates.data() : nullptr;
}

bool Machine::look_again() {
  if (memory_.filled != filled_) {
    fill();
    return true;
  }
  if (chunks_ == table_.chunks.size()) return false;
  // New chunks may meet what roots anywhere before them need; what is not worth finding out again.
  auto& places = memory_.places;
  if (needs_known_)
    for (std::size_t i = next_; i < memory_.place_count; ++i) places[i] = place_at(places[i].at);
  needs_known_ = false;
  memory_.forget();
  for (; chunks_ < table_.chunks.size(); ++chunks_) {
    auto const& chunk = table_.chunks[chunks_];
    if (chunk.first < first_ || chunk.first >= last_ || memory_.cells[chunk.first].row == Scratch::Impl::unread) continue;
    if (chunk.last > last_ || chunk.last <= chunk.first || chunk.kind >= program_.kind_marks.size()) continue;
    if (memory_.cells[chunk.last].row == Scratch::Impl::unread) {
      fill();
      return true;
    }
    add_marks(chunk.first, memory_.cells[chunk.first]);
    auto const end = places.begin() + static_cast<std::ptrdiff_t>(memory_.place_count);
    auto const found = std::lower_bound(places.begin() + static_cast<std::ptrdiff_t>(next_), end, chunk.first, [](Place const& place, std::uint32_t token) { return place.at < token; });
    if (found != end && found->at == chunk.first) {
      *found = place_at(chunk.first);
    } else if (chunk.first > places[next_].at) {
      places.insert(found, place_at(chunk.first));
      ++memory_.place_count;
    }
  }
  return true;
}

}  // namespace whosaid::grammar
