// Tested by tests/unit/tokens_tokenize_test.cpp.
#include "tokens/phrases.hpp"

#include <algorithm>
#include <array>

#include "tokens/word_map.hpp"

namespace whosaid {
namespace {

// The words of an @exact entry against the text, word by word.
bool is_as_written(TokenTable const& table, std::size_t first, std::string_view written) {
  while (!written.empty()) {
    auto end = written.find(' ');
    if (table.tokens[first].span().in(table.text) != written.substr(0, end)) return false;
    if (end == std::string_view::npos) break;
    written.remove_prefix(end + 1);
    ++first;
  }
  return true;
}

}  // namespace

void find_phrases(Vocabulary const& vocabulary, TokenTable& table) {
  std::size_t longest = vocabulary.longest_phrase();
  if (longest < 2) return;
  // Kept between calls: a document needs no allocation. Working memory only.
  thread_local std::vector<Vocabulary::PhraseHit> hits;
  constexpr std::size_t most = 16;
  std::array<std::uint32_t, most> words{};
  auto& tokens = table.tokens;
  auto const& known = vocabulary.tables();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!(known.flags[tokens[i].word] & WordTables::opens_phrase)) continue;
    if (i + 1 == tokens.size() || !known.may_open(tokens[i].word, tokens[i + 1].word)) continue;
    std::size_t n = 0;
    while (n < std::min(longest, most) && i + n < tokens.size() && tokens[i + n].word != 0 &&
           (n == 0 || !tokens[i + n].is(feature::paragraph_start))) {
      words[n] = tokens[i + n].word;
      ++n;
    }
    if (n < 2) continue;
    hits.clear();
    vocabulary.find_phrases(words.data(), n, hits);
    for (auto const& hit : hits) {
      if (hit.entry && !is_as_written(table, i, vocabulary.phrase_written(hit.entry))) continue;
      table.phrases.push_back({hit.lexicon, hit.count, hit.lemma, tokens[i].phrase});
      tokens[i].phrase = static_cast<std::uint32_t>(table.phrases.size());
    }
  }
}

}  // namespace whosaid
