// Names of features, and looking around in a token table. Tested by tests/unit/tokens_tokens_test.cpp.
#include "tokens/tokens.hpp"

#include <algorithm>

namespace whosaid {

std::vector<FeatureName> const& feature_names() {
  using namespace feature;
  static std::vector<FeatureName> const names = {
      {"word", word},
      {"number", number},
      {"punct", punct},
      {"capital", capital},
      {"upper", upper},
      {"lower", lower},
      {"initial", initial},
      {"abbreviation", abbreviation},
      {"possessive", possessive},
      {"handle", handle},
      {"hashtag", hashtag},
      {"url", url},
      {"hyphenated", hyphenated},
      {"ends_ly", ends_ly},
      {"ends_ed", ends_ed},
      {"ends_ing", ends_ing},
      {"ends_s", ends_s},
      {"sentence_start", sentence_start},
      {"paragraph_start", paragraph_start},
      {"line_start", line_start},
      {"stop", stop},
      {"comma", comma},
      {"colon", colon},
      {"dash", dash},
      {"bracket", bracket},
      {"mark", mark},
      {"spaced", spaced},
      {"quote", quote},
      {"ends_comma", ends_comma},
      {"ends_stop", ends_stop},
      {"ends_exclaim", ends_exclaim},
      {"begins_upper", begins_upper},
      {"several_paragraphs", several_paragraphs},
      {"year", year},
      {"ordinal", ordinal},
      {"semicolon", semicolon},
      {"currency", currency},
      {"bullet", bullet},
  };
  return names;
}

void TokenTable::clear() {
  text = {};
  tokens.clear();
  chunks.clear();
  phrases.clear();
  paragraphs.clear();
  lines.clear();
  sentences.clear();
  folded.clear();
  breaks.clear();
  stops.clear();
}

void TokenTable::add_chunk(Chunk chunk) {
  Token& token = tokens[chunk.first];
  chunk.next = token.chunk;
  chunks.push_back(chunk);
  token.chunk = static_cast<std::uint32_t>(chunks.size());
}

void TokenTable::begin_sentences(std::vector<std::uint32_t> const& places) {
  auto const known = static_cast<std::ptrdiff_t>(sentences.size());
  for (std::uint32_t const at : places) {
    if (!tokens[at].is(feature::sentence_start)) sentences.push_back(at);
    tokens[at].features |= feature::sentence_start;
  }
  std::inplace_merge(sentences.begin(), sentences.begin() + known, sentences.end());
}

void TokenTable::keep_narration() {
  std::uint32_t end = 0;  // of the quotes passed
  auto quote = folded.begin();
  std::erase_if(sentences, [&](std::uint32_t at) {
    for (; quote != folded.end() && *quote < at; ++quote) end = std::max(end, *quote + tokens[*quote].width);
    return at < end;
  });
}

Range TokenTable::sentence_at(std::uint32_t token) const {
  auto const after = std::upper_bound(sentences.begin(), sentences.end(), token);
  return {after == sentences.begin() ? 0 : *(after - 1), after == sentences.end() ? static_cast<std::uint32_t>(tokens.size()) : *after};
}

std::uint32_t TokenTable::paragraph_end(std::uint32_t at, std::uint32_t last) const {
  auto border = std::upper_bound(paragraphs.begin(), paragraphs.end(), at);
  auto const end = [&] { return border == paragraphs.end() ? last : std::min(*border, last); };
  for (auto quote = std::lower_bound(folded.begin(), folded.end(), at); quote != folded.end() && *quote < end(); ++quote)
    while (*quote + tokens[*quote].width > end() && end() < last) ++border;
  return end();
}

std::uint32_t TokenTable::at_or_after(std::uint32_t offset) const {
  auto it = std::lower_bound(tokens.begin(), tokens.end(), offset,
                             [](Token const& token, std::uint32_t byte) { return token.begin < byte; });
  return static_cast<std::uint32_t>(it - tokens.begin());
}

std::uint32_t TokenTable::paragraph_of(std::uint32_t index) const {
  auto it = std::upper_bound(paragraphs.begin(), paragraphs.end(), index);
  return it == paragraphs.begin() ? 0u : static_cast<std::uint32_t>(it - paragraphs.begin()) - 1;
}

}  // namespace whosaid
