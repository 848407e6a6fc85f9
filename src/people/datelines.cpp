// Places before the first sentence of a report, which are nobody: "HALDEN: The council", "PETALING UTAMA: The ministry".
//
// It fails where a report of one labelled answer begins with its speaker in capitals.
// Tests: tests/unit/people_letters_test.cpp, people_resolve_test.cpp.
#include "people/run.hpp"

namespace whosaid {

// "KOLMAR: The government said": where the report comes from is nobody in it.
bool People::Run::is_dateline(MentionChunk const& chunk) const {
  constexpr std::uint64_t where = feature::paragraph_start | feature::upper;
  if ((table.tokens[chunk.first].features & where) != where || chunk.last >= table.tokens.size()) return false;
  return table.tokens[chunk.last].is(feature::colon | feature::dash | feature::bracket | feature::comma);
}

// "PETALING UTAMA: The ministry will": a place that no list knows, where only one paragraph begins so; several are labels of speakers.
bool People::Run::is_unknown_dateline(MentionChunk const& chunk) {
  constexpr std::uint32_t first_paragraphs = 4, longest = 4;  // tokens of a place
  auto const end = static_cast<std::uint32_t>(table.tokens.size());
  if (chunk.last + 1 >= end || chunk.last - chunk.first > longest || !table.tokens[chunk.last].is(feature::colon) || !table.tokens[chunk.last + 1].is(feature::capital)) return false;
  for (std::uint32_t at = chunk.first; at < chunk.last; ++at)
    if (!table.tokens[at].is(feature::upper) || table.tokens[at].is(feature::initial)) return false;
  if (table.paragraph_of(chunk.first) >= first_paragraphs) return false;
  // A stamp with digits may stand before it.
  if (!table.tokens[chunk.first].is(feature::paragraph_start | feature::line_start) && !(chunk.first > 0 && table.tokens[chunk.first - 1].is(feature::number))) return false;
  if (several_labels_ < 0) {
    int labels = 0;
    for (std::size_t p = 0; p < table.paragraphs.size() && labels < 2; ++p) {
      std::uint32_t const begin = table.paragraphs[p];
      std::uint32_t at = begin;
      while (at < end && at < begin + longest && table.tokens[at].is(feature::upper)) ++at;
      labels += at > begin && at < end && table.tokens[at].is(feature::colon) ? 1 : 0;
    }
    several_labels_ = labels > 1 ? 1 : 0;
  }
  return several_labels_ == 0;
}

}  // namespace whosaid
