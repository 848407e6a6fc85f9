#include "graph/words.hpp"

#include <array>

#include "text/ascii.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::graph {
namespace {

enum AsciiClass : unsigned char { other, letter, upper, apostrophe };

constexpr std::array<AsciiClass, 128> ascii_classes = [] {
  std::array<AsciiClass, 128> out{};
  for (int c = 0; c < 128; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out[c] = letter;
    else if (c >= 'A' && c <= 'Z') out[c] = upper;
    else if (c == '\'') out[c] = apostrophe;
    else out[c] = other;
  }
  return out;
}();

// Calls on_word(begin, end) for every word.
template <class OnWord>
void cut(std::string_view text, OnWord on_word) {
  std::size_t begin = 0;
  bool inside = false;
  std::size_t last = 0;  // behind the last letter: an apostrophe at the end is not of the word
  for (std::size_t at = 0; at < text.size();) {
    auto const c = static_cast<unsigned char>(text[at]);
    if (c < 128) {
      auto const kind = ascii_classes[c];
      if (kind == letter || kind == upper) {
        if (!inside) begin = at, inside = true;
        last = ++at;
        continue;
      }
      if (kind == apostrophe && inside) {
        ++at;
        continue;
      }
      if (inside) on_word(begin, last), inside = false;
      ++at;
      continue;
    }
    std::size_t next = at;
    char32_t const point = next_code_point(text, next);
    auto const kind = char_class(point);
    if (kind & char_ideograph) {
      if (inside) on_word(begin, last), inside = false;
      on_word(at, next);
    } else if (kind & (char_letter | char_digit)) {
      if (!inside) begin = at, inside = true;
      last = next;
    } else if (inside && (point == U'\u2019' || point == U'\u02BC' || kind & char_ignorable)) {
      // goes on
    } else if (inside) {
      on_word(begin, last), inside = false;
    }
    at = next;
  }
  if (inside) on_word(begin, last);
}

// Without case and apostrophes; the empty string stands for what had none else.
void fold_word(std::string_view raw, std::string& out) {
  bool plain = true;
  out.clear();
  for (char const c : raw) {
    plain &= static_cast<unsigned char>(c) < 128;
    if (c != '\'') out += ascii_lower(c);
  }
  if (plain) return;
  std::string const folded = fold_unicode(raw);  // turns ’ into '
  out.clear();
  for (char const c : folded)
    if (c != '\'') out += c;
}

std::size_t hash_bytes(std::string_view text) {
  std::uint64_t h = 0x9E3779B97F4A7C15ull ^ text.size();
  for (char const c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  h ^= h >> 29;
  return h * 0xBF58476D1CE4E5B9ull >> 16;
}

}  // namespace

WordNumbers::WordNumbers() : slots_(1u << 12) {}

void WordNumbers::clear() {
  slots_ = std::vector<Slot>(1u << 12);
  used_ = 0;
  folded_ = {};
  strings_ = {};
}

std::uint32_t WordNumbers::number_of(std::string_view raw) {
  std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_bytes(raw) & mask;
  while (!slots_[at].word.empty()) {
    if (slots_[at].word == raw) return slots_[at].number;
    at = (at + 1) & mask;
  }
  // A new spelling; the word may be known in another one.
  fold_word(raw, scratch_);
  auto const number = static_cast<std::uint32_t>(folded_.size());
  std::uint32_t result = number;
  if (auto const found = folded_.find(scratch_); found != folded_.end()) result = found->second;
  else folded_.emplace(strings_.keep(scratch_), number);
  slots_[at] = {strings_.keep(raw), result};
  if (++used_ * 2 > slots_.size()) {
    std::vector<Slot> larger(slots_.size() * 2);
    mask = larger.size() - 1;
    for (auto const& slot : slots_) {
      if (slot.word.empty()) continue;
      std::size_t to = hash_bytes(slot.word) & mask;
      while (!larger[to].word.empty()) to = (to + 1) & mask;
      larger[to] = slot;
    }
    slots_ = std::move(larger);
  }
  return result;
}

void WordNumbers::append(std::string_view text, std::vector<std::uint32_t>& out) {
  cut(text, [&](std::size_t begin, std::size_t end) { out.push_back(number_of(text.substr(begin, end - begin))); });
}

void append_word_pairs(std::string_view text, std::vector<std::uint16_t>& out) {
  std::string word;
  std::uint64_t before = 0;
  bool first = true;
  cut(text, [&](std::size_t begin, std::size_t end) {
    fold_word(text.substr(begin, end - begin), word);
    std::uint64_t own = 0xCBF29CE484222325ull;  // FNV-1a
    for (char const c : word) own = (own ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    if (!first) {
      auto const both = (before * 0x9E3779B97F4A7C15ull ^ own) * 0xBF58476D1CE4E5B9ull;
      out.push_back(static_cast<std::uint16_t>(both >> 48));
    }
    first = false;
    before = own;
  });
}

std::vector<Span> word_spans(std::string_view text) {
  std::vector<Span> out;
  cut(text, [&](std::size_t begin, std::size_t end) {
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  });
  return out;
}

}  // namespace whosaid::graph
