// Where a quotation ends, or begins, whose mark is missing.
#pragma once
#include <cstdint>
#include <optional>

#include "tokens/lexicon.hpp"
#include "tokens/tokens.hpp"

namespace whosaid {

// Looks for the nearest sensible border by the lexicon `speech_verb`; without that list only stops and ends remain.
// Every call is linear in the tokens it is given.
class Borders {
 public:
  Borders(TokenTable const& table, Vocabulary const& vocabulary);

  // The token behind the quoted words that begin at `first`: behind a comma or stop in front of a cue ("…, said Lena Holt"),
  // else `limit` when the opening mark is one to trust and a stop stands before it, or nothing at all: where the text itself
  // breaks off at `limit` ("said: “The council is going to ma"). Nothing when the mark is a stray one.
  [[nodiscard]] std::optional<std::uint32_t> end_of(std::uint32_t first, std::uint32_t limit) const;
  // The first quoted token of a quotation that ends with the closing mark at `mark`: the start of its sentence, when a
  // cue follows. Looks back to `from` at most.
  [[nodiscard]] std::optional<std::uint32_t> start_of(std::uint32_t mark, std::uint32_t from) const;
  // A mark to trust as the beginning of speech: at a sentence's start, or behind a comma, a colon, a stop or a cue.
  [[nodiscard]] bool introduced(std::uint32_t mark) const;

 private:
  [[nodiscard]] bool is_cue(std::uint32_t token) const;
  [[nodiscard]] bool cue_follows(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool breaks_off(std::uint32_t first, std::uint32_t limit) const;
  [[nodiscard]] bool closed_by_slip(std::uint32_t token, std::uint32_t limit) const;

  TokenTable const& table_;
  Vocabulary const& vocabulary_;
  int speech_verb_;
};

}  // namespace whosaid
