// Each kind needs a sign that it is no accident: a list of facts ("Location: the harbour") has labels too, but repeats
// none; a list of points begins with dashes too, but has no narrator behind a second one.
// Fails on: transcripts of two lines with full names. Tested by tests/unit/quotes_unmarked_test.cpp.
#include "quotes/unmarked.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "tokens/written.hpp"

namespace whosaid {
namespace {

constexpr std::uint32_t longest_label = 5;  // tokens in front of the colon
constexpr std::size_t fewest_lines = 3;     // of a transcript with names

// A paragraph with a label in front.
struct Labelled {
  std::size_t paragraph = 0;
  std::uint32_t speech = 0;  // first token behind the label
  std::uint32_t last = 0;    // of the paragraph
  bool letter = false;       // Q or A
  std::string_view label;
};

class Search {
 public:
  Search(TokenTable const& table, MarkRules const& rules, std::vector<MarkedQuote>& quotes)
      : table_(table), tokens_(table.tokens), rules_(rules), quotes_(quotes) {}

  bool run() {
    std::size_t before = quotes_.size();
    find_labels();
    add_interview();
    add_transcript();
    add_dialogue();
    return quotes_.size() > before;
  }

 private:
  [[nodiscard]] std::uint32_t end_of_paragraph(std::size_t p) const {
    return p + 1 < table_.paragraphs.size() ? table_.paragraphs[p + 1] : static_cast<std::uint32_t>(tokens_.size());
  }

  void add(std::uint32_t first, std::uint32_t inner_first, std::uint32_t inner_last, std::uint32_t last) {
    if (inner_first >= inner_last) return;
    MarkedQuote quote;
    quote.first = first;
    quote.inner_first = inner_first;
    quote.inner_last = inner_last;
    quote.last = last;
    quote.segments.push_back(table_.span(inner_first, inner_last));
    quote.block = true;
    quotes_.push_back(std::move(quote));
  }

  // ---- labels ----

  void find_labels() {
    for (std::size_t p = 0; p < table_.paragraphs.size(); ++p) {
      std::uint32_t first = table_.paragraphs[p];
      std::uint32_t last = end_of_paragraph(p);
      if (last - first < 3 || !tokens_[first].is(feature::capital)) continue;
      if (auto speech = behind_label(first, last)) {
        // Behind marks it is a quotation already.
        if (tokens_[speech].is(feature::mark) || !tokens_[speech].is(feature::spaced)) continue;
        Labelled line;
        line.paragraph = p;
        line.speech = speech;
        line.last = last;
        std::uint32_t end = tokens_[speech - 1].is(feature::colon) ? speech - 1 : speech;
        line.label = table_.span(first, end).in(table_.text);
        line.letter = end == first + 1 && (line.label.size() == 1 || line.label[1] == '.') && rules_.is_label(line.label[0]);
        if (line.letter || is_prose(line)) labelled_.push_back(line);
      }
    }
  }

  // First token behind "Q:", "Q." or a name of capitalised words with a colon; 0 when the paragraph has no label.
  [[nodiscard]] std::uint32_t behind_label(std::uint32_t first, std::uint32_t last) const {
    char letter = table_.text[tokens_[first].begin];
    if (tokens_[first].is(feature::initial) && tokens_[first].is(feature::abbreviation) && rules_.is_label(letter)) return first + 1;
    for (std::uint32_t i = first; i + 1 < last && i <= first + longest_label; ++i) {
      if (tokens_[i].is(feature::colon)) return i > first ? i + 1 : 0;
      if (!tokens_[i].is(feature::capital | feature::abbreviation)) return 0;
    }
    return 0;
  }

  // A sentence rather than an entry of a list: several small words, a stop at the end.
  [[nodiscard]] bool is_prose(Labelled const& line) const {
    std::uint32_t end = line.last;
    while (end > line.speech && tokens_[end - 1].is(feature::mark | feature::bracket)) --end;
    if (end <= line.speech || !tokens_[end - 1].is(feature::stop | feature::dash)) return false;
    int small = 0;
    for (std::uint32_t i = line.speech; i < end && small < 2; ++i) small += tokens_[i].is(feature::word) && tokens_[i].is(feature::lower);
    return small >= 2;
  }

  // Questions and answers, where two lines stand together.
  void add_interview() {
    for (std::size_t n = 0; n < labelled_.size(); ++n) {
      Labelled const& line = labelled_[n];
      if (!line.letter) continue;
      auto near = [&](std::size_t other) {
        Labelled const& at = labelled_[other];
        std::size_t apart = at.paragraph > line.paragraph ? at.paragraph - line.paragraph : line.paragraph - at.paragraph;
        return at.letter && at.label[0] != line.label[0] && apart <= 2;
      };
      if ((n > 0 && near(n - 1)) || (n + 1 < labelled_.size() && near(n + 1))) add(line.speech, line.speech, line.last, line.last);
    }
  }

  void add_transcript() {
    std::map<std::string_view, std::size_t> labels;
    std::size_t lines = 0;
    for (auto const& line : labelled_) {
      if (line.letter) continue;
      ++lines;
      ++labels[line.label];
    }
    bool repeated = std::any_of(labels.begin(), labels.end(), [](auto const& label) { return label.second > 1; });
    if (lines < fewest_lines || labels.size() < 2 || !repeated) return;
    for (auto const& line : labelled_)
      if (!line.letter) add(line.speech, line.speech, line.last, line.last);
  }

  // ---- dashes ----

  [[nodiscard]] bool is_dialogue_dash(std::uint32_t token) const {
    return tokens_[token].is(feature::dash) && rules_.is_dialogue_dash(written_mark(tokens_[token].span().in(table_.text)));
  }

  // A dash in front of what the narrator says: ` —dijo`, `, — сказал`.
  [[nodiscard]] bool narrates(std::uint32_t token, std::uint32_t last) const {
    if (!is_dialogue_dash(token) || token + 1 >= last || !tokens_[token + 1].is(feature::word) || tokens_[token + 1].is(feature::capital))
      return false;
    bool open = tokens_[token].is(feature::spaced) && !tokens_[token + 1].is(feature::spaced);
    return open || tokens_[token - 1].is(feature::comma | feature::stop);
  }

  void add_dialogue() {
    for (std::size_t p = 0; p < table_.paragraphs.size(); ++p) {
      std::uint32_t first = table_.paragraphs[p];
      std::uint32_t last = end_of_paragraph(p);
      if (last - first < 4 || !is_dialogue_dash(first)) continue;
      std::uint32_t narrator = first + 1;
      while (narrator < last && !narrates(narrator, last)) ++narrator;
      if (narrator >= last) continue;
      add(first, first + 1, narrator, narrator + 1);
      // Speech goes on behind the dash that ends the narrator's words.
      std::uint32_t back = narrator + 1;
      while (back < last && !is_dialogue_dash(back)) ++back;
      std::uint32_t speech = back + 1;
      while (speech < last && tokens_[speech].is(feature::stop | feature::comma) && !tokens_[speech].is(feature::spaced)) ++speech;
      if (back < last && speech < last) add(back, speech, last, last);
    }
  }

  TokenTable const& table_;
  std::vector<Token> const& tokens_;
  MarkRules const& rules_;
  std::vector<MarkedQuote>& quotes_;
  std::vector<Labelled> labelled_;
};

}  // namespace

bool add_unmarked(TokenTable const& table, MarkRules const& rules, std::vector<MarkedQuote>& quotes) {
  return Search(table, rules, quotes).run();
}

}  // namespace whosaid
