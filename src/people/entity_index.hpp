// Who is found under what: small lists by a number and a kind of question, in flat memory that is used again.
#pragma once
#include <cstdint>
#include <vector>

namespace whosaid {

using EntityId = std::uint32_t;

class EntityIndex {
 public:
  enum Key : std::uint32_t {
    word,      // first and last words of personal names
    inner,     // the words between them
    body,      // the whole name of a body
    begins,    // the first word of a body's name
    role,      // the head noun of a role
    document,  // the head noun of a document, or of a body that has no name
    phrase,    // the words of a noun phrase
    couple,    // by name chunk: several bear this surname
    namesake,  // by name chunk: a surname that several bear, and who acted under the whole name right before
    reading,   // by first token: a pronoun or noun phrase that was read; the list holds its number
  };
  struct Node {
    EntityId id = 0;
    std::uint32_t next = 0, before = 0;  // 1 + index of a node, 0 = none
  };
  struct List {
    std::uint64_t key = 0;
    std::uint32_t first = 0, last = 0;  // as in Node; first == 0: nobody
  };

  void clear() {
    for (std::uint32_t const slot : used_) slots_[slot] = {};
    used_.clear();
    nodes_.clear();
    if (slots_.empty()) slots_.resize(256);
  }
  // nullptr when there is nobody. Valid until something is added.
  [[nodiscard]] List const* find(Key kind, std::uint32_t number) const {
    List const& list = slots_[place(key_of(kind, number))];
    return list.first == 0 ? nullptr : &list;
  }
  [[nodiscard]] EntityId first(List const& list) const { return nodes_[list.first - 1].id; }
  [[nodiscard]] EntityId last(List const& list) const { return nodes_[list.last - 1].id; }

  void add(Key kind, std::uint32_t number, EntityId id) {
    std::uint64_t const key = key_of(kind, number);
    std::size_t at = place(key);
    if (slots_[at].first == 0) {
      if (used_.size() * 2 >= slots_.size()) {
        grow();
        at = place(key);
      }
      slots_[at].key = key;
      used_.push_back(static_cast<std::uint32_t>(at));
    }
    List& list = slots_[at];
    nodes_.push_back({id, 0, list.last});
    auto const node = static_cast<std::uint32_t>(nodes_.size());
    if (list.last != 0) nodes_[list.last - 1].next = node;
    else list.first = node;
    list.last = node;
  }
  void add_once(Key kind, std::uint32_t number, EntityId id) {
    if (List const* const list = find(kind, number)) {
      for (std::uint32_t at = list->last; at != 0; at = nodes_[at - 1].before)
        if (nodes_[at - 1].id == id) return;
    }
    add(kind, number, id);
  }
  // Calls visit(id) for at most `most` of a list, in order of entry or the latest first, until it returns false.
  template <class Visit>
  void visit(List const& list, std::size_t most, Visit visit) const {
    for (std::uint32_t at = list.first; at != 0 && most > 0; at = nodes_[at - 1].next, --most)
      if (!visit(nodes_[at - 1].id)) return;
  }
  template <class Visit>
  void visit_latest(List const& list, std::size_t most, Visit visit) const {
    for (std::uint32_t at = list.last; at != 0 && most > 0; at = nodes_[at - 1].before, --most)
      if (!visit(nodes_[at - 1].id)) return;
  }

 private:
  [[nodiscard]] static std::uint64_t key_of(Key kind, std::uint32_t number) { return std::uint64_t{kind} << 32 | number; }
  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    std::size_t const mask = slots_.size() - 1;
    std::uint64_t const hash = key * 0x9E3779B97F4A7C15ull;
    std::size_t at = (hash ^ hash >> 32) & mask;
    while (slots_[at].first != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<List> lists;
    for (std::uint32_t const slot : used_) lists.push_back(slots_[slot]);
    std::size_t const size = slots_.size() * 2;
    slots_.assign(size, {});
    used_.clear();
    for (List const& list : lists) {
      std::size_t const at = place(list.key);
      slots_[at] = list;
      used_.push_back(static_cast<std::uint32_t>(at));
    }
  }

  std::vector<List> slots_;            // open addressing; a power of two, at most half full
  std::vector<std::uint32_t> used_;    // slots that hold somebody
  std::vector<Node> nodes_;
};

}  // namespace whosaid
