// From a stretch of text to the number of its word.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "tokens/lexicon.hpp"
#include "tokens/word_map.hpp"

namespace whosaid {

// Serves one text; made for each, so that it may remember the marks it has looked up.
class WordFinder {
 public:
  WordFinder(std::string_view text, Vocabulary const& vocabulary)
      : text_(text), vocabulary_(vocabulary), tables_(vocabulary.tables()) {
    punct_words_.fill(not_looked_up);
  }

  // The word of a comma, however it is written.
  [[nodiscard]] std::uint32_t comma() const {
    constexpr std::string_view mark = ",";
    return look_up_key(WordKey::of_ascii(mark.data(), mark.size()), mark);
  }

  // Of ASCII without entities.
  [[nodiscard]] std::uint32_t look_up_ascii(std::size_t begin, std::size_t end) const {
    auto raw = text_.substr(begin, end - begin);
    if (raw.size() > WordKey::capacity) return vocabulary_.find_raw(raw);
    bool inside = begin + WordKey::capacity <= text_.size();
    return look_up_key(inside ? WordKey::of_ascii_inside(raw.data(), raw.size()) : WordKey::of_ascii(raw.data(), raw.size()), raw);
  }

  [[nodiscard]] std::uint32_t look_up_key(WordKey const& key, std::string_view raw) const {
    return look_up_fetched(key, key.hash(), raw);
  }

  // The same in two steps: what is prefetched is found without waiting, a few words later.
  void prefetch(std::uint64_t hash) const { tables_.map.prefetch(hash); }
  [[nodiscard]] std::uint32_t look_up_fetched(WordKey const& key, std::uint64_t hash, std::string_view raw) const {
    auto found = tables_.map.find(key, hash);
    return tables_.flags[found] & WordTables::has_written ? vocabulary_.as_written(found, raw) : found;
  }

  // Of anything; `plain` tells that it is ASCII without entities.
  [[nodiscard]] std::uint32_t look_up(std::size_t begin, std::size_t end, bool plain) const;
  // Number of a mark; the few that fill a text are looked up once.
  [[nodiscard]] std::uint32_t punct_word(std::size_t begin, std::size_t end);

 private:
  [[nodiscard]] std::uint32_t look_up_slowly(std::size_t begin, std::size_t end) const;
  static std::size_t put_utf8(char* out, char32_t c);

  static constexpr std::uint32_t not_looked_up = 0xFFFFFFFFu;

  std::string_view text_;
  Vocabulary const& vocabulary_;
  WordTables const& tables_;
  std::array<std::uint32_t, 192> punct_words_;  // by byte, and by the last byte of U+2000 to U+203F
};

}  // namespace whosaid
