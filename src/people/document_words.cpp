#include "people/document_words.hpp"

#include <algorithm>
#include <cstring>

#include "tokens/lexicon.hpp"

namespace whosaid {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 14;
constexpr std::uint64_t word_kind = 0x9E3779B97F4A7C15ull, phrase_kind = 0xC2B2AE3D27D4EB4Full;

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = seed ^ text.size();
  for (; text.size() > 8; text.remove_prefix(8)) {
    std::uint64_t part;
    std::memcpy(&part, text.data(), 8);
    hash = (hash ^ part) * word_kind;
    hash ^= hash >> 32;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  hash = (hash ^ rest) * phrase_kind;
  return hash ^ hash >> 29;
}

// False when a byte is not ASCII; then `out` is to be folded another way.
bool fold_ascii(std::string_view text, char* out) {
  unsigned char all = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const c = static_cast<unsigned char>(text[i]);
    all |= c;
    out[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return all < 0x80;
}

}  // namespace

void Arena::clear() { block_ = used_ = 0; }

char* Arena::bytes(std::size_t size) {
  while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) ++block_, used_ = 0;
  if (block_ == blocks_.size()) {
    std::size_t const room = std::max(size, block_size);
    blocks_.push_back({std::unique_ptr<char[]>(new char[room]), room});
  }
  char* const out = blocks_[block_].memory.get() + used_;
  used_ += size;
  return out;
}

std::span<WordId> Arena::words(std::size_t count) {
  used_ = (used_ + alignof(WordId) - 1) / alignof(WordId) * alignof(WordId);
  return {reinterpret_cast<WordId*>(bytes(count * sizeof(WordId))), count};
}

void DocumentWords::begin(TokenTable const& table, Vocabulary const& vocabulary) {
  table_ = &table;
  vocabulary_ = &vocabulary;
  first_own_ = vocabulary.word_count() + 1;
  for (Entry const& entry : own_) slots_[entry.slot] = 0;
  own_.clear();
  arena_.clear();
  if (slots_.empty()) slots_.resize(256);
}

WordId DocumentWords::of_token(std::uint32_t token) {
  Token const& one = table_->tokens[token];
  if (one.word != 0) return vocabulary_->folded_word(one.word);
  std::string_view const text = one.span().in(table_->text);
  scratch_.resize(text.size());
  if (fold_ascii(text, scratch_.data())) return find_or_add(scratch_, word_kind);
  return add(fold(text));
}

WordId DocumentWords::add(std::string_view folded) {
  if (WordId const known = vocabulary_->find(folded)) return known;
  return find_or_add(folded, word_kind);
}

WordId DocumentWords::add_phrase(std::string_view folded) { return find_or_add(folded, phrase_kind); }

WordId DocumentWords::phrase_of(std::string_view text) {
  scratch_.resize(text.size());
  if (fold_ascii(text, scratch_.data())) return find_or_add(scratch_, phrase_kind);
  return add_phrase(fold(text));
}

std::string_view DocumentWords::text(WordId word) const {
  return word < first_own_ ? vocabulary_->word(word) : own_[word - first_own_].text;
}

bool DocumentWords::in(WordId word, int lexicon) const {
  return lexicon >= 0 && word < first_own_ && vocabulary_->classes(word).has(static_cast<std::uint16_t>(lexicon));
}

std::string_view DocumentWords::lemma(WordId word, int lexicon) const {
  return in(word, lexicon) ? vocabulary_->lemma(word, static_cast<std::uint16_t>(lexicon)) : std::string_view();
}

std::string_view DocumentWords::keep(std::string_view text) {
  if (text.empty()) return {};
  char* const out = arena_.bytes(text.size());
  std::memcpy(out, text.data(), text.size());
  return {out, text.size()};
}

std::string_view DocumentWords::folded(std::string_view text) {
  if (text.empty()) return {};
  char* const out = arena_.bytes(text.size());
  return fold_ascii(text, out) ? std::string_view{out, text.size()} : keep(fold(text));
}

WordId DocumentWords::find_or_add(std::string_view folded, std::uint64_t kind) {
  std::uint64_t const hash = hash_of(folded, kind);
  std::size_t const mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    Entry const& entry = own_[slots_[at] - 1];
    if (entry.hash == hash && entry.text == folded) return first_own_ + slots_[at] - 1;
  }
  own_.push_back({hash, keep(folded), static_cast<std::uint32_t>(at)});
  slots_[at] = static_cast<std::uint32_t>(own_.size());
  if (own_.size() * 2 > slots_.size()) grow();
  return first_own_ + static_cast<WordId>(own_.size()) - 1;
}

void DocumentWords::grow() {
  std::size_t const size = slots_.size() * 2, mask = size - 1;
  slots_.assign(size, 0);
  for (std::size_t i = 0; i < own_.size(); ++i) {
    std::size_t at = own_[i].hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i) + 1;
    own_[i].slot = static_cast<std::uint32_t>(at);
  }
}

}  // namespace whosaid
