#include "graph/check_words.hpp"

#include <algorithm>

#include "graph/difference.hpp"

namespace whosaid::graph {
namespace {

struct SplitWords {
  std::string_view text;
  std::vector<std::uint32_t> words;
  std::vector<Span> spans;

  SplitWords(std::string_view from, WordNumbers& numbers) : text(from), spans(word_spans(from)) { numbers.append(from, words); }
  // The text of some words.
  [[nodiscard]] std::string_view slice(std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    return text.substr(spans[first].begin, spans[last - 1].end - spans[first].begin);
  }
};

// Word indexes where a stretch begins behind an ellipsis: "We go … now" -> 0, 2.
std::vector<std::size_t> stretches(SplitWords const& asked) {
  std::vector<std::size_t> out{0};
  for (std::size_t i = 1; i < asked.spans.size(); ++i) {
    auto const between = asked.text.substr(asked.spans[i - 1].end, asked.spans[i].begin - asked.spans[i - 1].end);
    for (auto const mark : {std::string_view("\u2026"), std::string_view("..."), std::string_view(". . .")})
      if (between.find(mark) != std::string_view::npos) {
        out.push_back(i);
        break;
      }
  }
  return out;
}

bool find_trimmed(SplitWords const& asked, SplitWords const& said, WordCheck& out) {
  auto const starts = stretches(asked);
  std::size_t at = 0, first = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    auto const from = asked.words.begin() + static_cast<std::ptrdiff_t>(starts[i]);
    auto const to = i + 1 < starts.size() ? asked.words.begin() + static_cast<std::ptrdiff_t>(starts[i + 1]) : asked.words.end();
    auto const found = std::search(said.words.begin() + static_cast<std::ptrdiff_t>(at), said.words.end(), from, to);
    if (found == said.words.end()) return false;
    auto const place = static_cast<std::size_t>(found - said.words.begin());
    if (i == 0) first = place;
    else if (place > at) out.left_inside.push_back(said.slice(at, place));
    at = place + static_cast<std::size_t>(to - from);
  }
  out.left_before = said.slice(0, first);
  out.left_after = said.slice(at, said.words.size());
  out.match = first == 0 && at == said.words.size() && out.left_inside.empty() ? WordMatch::exact : WordMatch::trimmed;
  return true;
}

}  // namespace

WordCheck check_words(std::string_view asked_text, std::string_view said_text, WordNumbers& numbers) {
  WordCheck out;
  SplitWords const asked(asked_text, numbers), said(said_text, numbers);
  if (asked.words.empty() || said.words.empty()) return out;
  if (find_trimmed(asked, said, out)) return out;
  out = {};
  auto const n = asked.words.size();
  if (n < 3) return out;
  auto const limit = std::max<std::size_t>(1, n / 4);
  // More asked for than was said cannot be a cut of it, and far more is something else.
  if (n > said.words.size() + limit) return out;
  auto const alignment = align(asked.words, said.words, Ends::cut);
  if (alignment.edits > limit) return out;
  out.match = WordMatch::altered;
  out.edits = alignment.edits;
  std::size_t asked_at = 0, said_first = 0, said_last = 0;
  for (std::size_t i = 0; i < alignment.hunks.size(); ++i) {
    auto const& hunk = alignment.hunks[i];
    if (i == 0) said_first = hunk.b_first - hunk.a_first;
    asked_at = hunk.a_last;
    said_last = hunk.b_last;
    out.changes.push_back({asked.slice(hunk.a_first, hunk.a_last), said.slice(hunk.b_first, hunk.b_last)});
  }
  said_last += n - asked_at;
  out.left_before = said.slice(0, said_first);
  out.left_after = said.slice(said_last, said.words.size());
  return out;
}

}  // namespace whosaid::graph
