#include "grammar/word_groups.hpp"

#include <algorithm>
#include <array>

namespace whosaid::grammar {
namespace {

// What the letters of a word say about every token that folds to it. Conservative: only what the tokenizer's definition
// of the feature makes certain.
Features features_of(std::string_view word) {
  if (word.empty()) return 0;
  bool letter = false, digit = false, other = false;
  for (char c : word) {
    auto const byte = static_cast<unsigned char>(c);
    if ((byte | 0x20u) >= 'a' && (byte | 0x20u) <= 'z') letter = true;
    else if (byte >= '0' && byte <= '9') digit = true;
    else if (byte >= 0x80) other = true;
  }
  if (digit || other) return 0;
  if (!letter) return feature::punct;
  return word.front() == '\'' ? Features{0} : Features{feature::word};  // "'s" may be cut in more than one way
}

}  // namespace

WordGroups::WordGroups(Vocabulary const& vocabulary, std::vector<std::string> const& literals)
    : vocabulary_(&vocabulary) {
  for (auto const& literal : literals)
    if (auto const word = vocabulary.find(fold(literal))) literals_.try_emplace(word);

  // Words share a group when lexicons, literal and implied features are the same.
  using Key = std::pair<std::array<std::uint64_t, max_lexicons / 64>, std::pair<std::uint32_t, Features>>;
  std::map<Key, std::uint32_t> groups;
  std::vector<ClassSet> classes_of_group;
  auto const words = vocabulary.word_count();
  group_of_.assign(words + 1, 0);
  groups.emplace(Key{}, 0u);
  classes_of_group.emplace_back();
  implied_.push_back(0);
  for (std::uint32_t id = 1; id <= words; ++id) {
    auto const found = literals_.find(vocabulary.folded_word(id));
    auto const literal = found == literals_.end() ? 0u : found->first;
    auto const& classes = vocabulary.classes(id);
    bool const plain = literal == 0 && std::all_of(classes.bits.begin(), classes.bits.end(), [](auto b) { return b == 0; });
    if (plain) {
      if (vocabulary.begins_phrase(id)) phrase_words_.push_back({0, features_of(vocabulary.word(id))});
      continue;
    }
    auto const [place, fresh] =
        groups.try_emplace(Key{classes.bits, {literal, features_of(vocabulary.word(id))}}, static_cast<std::uint32_t>(groups.size()));
    if (fresh) {
      classes_of_group.push_back(classes);
      implied_.push_back(place->first.second.second);
      if (literal) found->second.push_back(place->second);
    }
    group_of_[id] = place->second;
    if (vocabulary.begins_phrase(id)) phrase_words_.push_back({place->second, features_of(vocabulary.word(id))});
  }
  count_ = static_cast<std::uint32_t>(groups.size());
  lexicons_.assign(max_lexicons, GroupSet((count_ + 63) / 64));
  for (std::uint32_t group = 0; group < count_; ++group)
    for (std::size_t part = 0; part < classes_of_group[group].bits.size(); ++part)
      for (auto bits = classes_of_group[group].bits[part]; bits; bits &= bits - 1)
        lexicons_[part * 64 + static_cast<unsigned>(__builtin_ctzll(bits))][group / 64] |= 1ull << (group % 64);
  std::sort(phrase_words_.begin(), phrase_words_.end());
  phrase_words_.erase(std::unique(phrase_words_.begin(), phrase_words_.end()), phrase_words_.end());
}

GroupSet WordGroups::all() const { return complement(GroupSet((count_ + 63) / 64)); }

GroupSet WordGroups::literal(std::string_view word) const {
  GroupSet set((count_ + 63) / 64);
  if (auto const found = literals_.find(vocabulary_->find(fold(word))); found != literals_.end())
    for (auto group : found->second) set[group / 64] |= 1ull << (group % 64);
  return set;
}

GroupSet WordGroups::complement(GroupSet set) const {
  for (auto& part : set) part = ~part;
  if (count_ % 64) set.back() &= (1ull << (count_ % 64)) - 1;
  return set;
}

bool is_empty(GroupSet const& set) {
  return std::all_of(set.begin(), set.end(), [](std::uint64_t part) { return part == 0; });
}
bool has(GroupSet const& set, std::uint32_t group) { return set[group / 64] >> (group % 64) & 1u; }
bool is_subset(GroupSet const& part, GroupSet const& whole) {
  for (std::size_t i = 0; i < part.size(); ++i)
    if (part[i] & ~whole[i]) return false;
  return true;
}
void intersect(GroupSet& into, GroupSet const& other) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] &= other[i];
}
void unite(GroupSet& into, GroupSet const& other) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] |= other[i];
}

}  // namespace whosaid::grammar
