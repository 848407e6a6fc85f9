#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "eval/words.hpp"
#include "formats/annotations.hpp"
#include "formats/brat.hpp"
#include "formats/brat_notes.hpp"
#include "formats/brat_people.hpp"
#include "formats/read_gold.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

using Ranges = std::vector<gold::Range>;

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find(by, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool same_words(std::string_view a, std::string_view b) {
  auto const blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  std::size_t i = 0, j = 0;
  while (true) {
    while (i < a.size() && blank(a[i])) ++i;
    while (j < b.size() && blank(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view file) : text_(text, {}), file_(file) {}

  // Spans first: relations may stand before what they join.
  void read(std::string_view annotations) {
    for (bool const spans : {true, false}) {
      line_ = 0;
      for (auto line : split(annotations, '\n')) {
        ++line_;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        if ((line[0] == 'T') == spans) read_line(line);
      }
    }
  }

  void fill(gold::Document& document) {
    people_.settle(text_, [&](std::string_view id) {
      auto const span = others_.find(id);
      return span == others_.end() ? nullptr : &span->second.ranges;
    });
    for (auto& [name, span] : quotes_) {
      finish(span);
      if (!span.speaker_noted) span.quote.speaker = people_.only_name(span.sources);
    }
    std::vector<Span*> ordered;
    for (auto& [name, span] : quotes_) ordered.push_back(&span);
    std::sort(ordered.begin(), ordered.end(), [](Span const* a, Span const* b) { return a->line < b->line; });
    std::stable_sort(ordered.begin(), ordered.end(), [](Span const* a, Span const* b) { return a->ranges.front() < b->ranges.front(); });
    for (auto* span : ordered) document.quotes.push_back(std::move(span->quote));
    std::sort(discard_.begin(), discard_.end());
    document.discard = discard_;
    std::move(people_).fill(document);
  }

  [[nodiscard]] Problems const& problems() const { return problems_; }

 private:
  struct Span {
    std::string_view label;
    Ranges ranges;
    std::uint32_t line = 0;
    gold::Quote quote;          // of a Quote
    Ranges content;
    std::vector<std::string_view> sources;  // the ends of its Said
    bool has_marks = true;
    bool speaker_noted = false;
  };

  void wrong(std::string message) { problems_.push_back({std::string(file_), line_, 0, std::move(message)}); }

  void read_line(std::string_view line) {
    auto const columns = split(line, '\t');
    switch (line[0]) {
      case 'T': return read_span(columns);
      case 'R': return read_relation(columns);
      case 'A':
      case 'M': return read_attribute(columns);
      case '#': return read_notes(line, columns);
      case '*': return read_same(columns);
      default: return;  // events and normalisations are not ours
    }
  }

  void read_span(std::vector<std::string_view> const& columns) {
    if (columns.size() < 3) return wrong("a span needs an id, a place and its words, parted by tabs");
    auto const blank = columns[1].find(' ');
    auto const name = columns[1].substr(0, blank);
    Span span;
    span.label = name;
    span.line = line_;
    if (blank == std::string_view::npos) return wrong("no place");
    for (auto piece : split(columns[1].substr(blank + 1), ';')) {
      auto const ends = split(piece, ' ');
      auto const start = number(ends[0]), end = ends.size() == 2 ? number(ends[1]) : std::nullopt;
      if (!start || !end || *start > *end) return wrong("'" + std::string(piece) + "' is no place");
      if (*end > text_.size()) return wrong("'" + std::string(piece) + "' stands outside the text");
      span.ranges.push_back({*start, *end});
    }
    if (!same_words(columns[2], brat::words_of(text_, span.ranges)))
      return wrong("the text has '" + brat::words_of(text_, span.ranges) + "' there, not '" + std::string(columns[2]) + "'");
    if (name == label::no_speech) {
      discard_.insert(discard_.end(), span.ranges.begin(), span.ranges.end());
    } else if (name == label::quote) {
      span.quote.id = columns[0];
      span.quote.kind = "direct";
      if (!quotes_.emplace(columns[0], std::move(span)).second) wrong("the id " + std::string(columns[0]) + " stands twice");
    } else if (!others_.emplace(columns[0], std::move(span)).second) {
      wrong("the id " + std::string(columns[0]) + " stands twice");
    }
  }

  // "Said Arg1:T1 Arg2:T2"
  void read_relation(std::vector<std::string_view> const& columns) {
    if (columns.size() < 2) return wrong("a relation needs an id and its ends");
    auto const words = split(columns[1], ' ');
    auto const type = words[0];
    static constexpr std::array ours = {label::said, label::cued_by, label::said_on, label::addressed_to, label::content_of};
    if (std::find(ours.begin(), ours.end(), type) == ours.end()) return;
    if (words.size() != 3 || !words[1].starts_with("Arg1:") || !words[2].starts_with("Arg2:")) return wrong("a relation has Arg1 and Arg2");
    auto first = words[1].substr(5), second = words[2].substr(5);
    if (type == label::content_of) std::swap(first, second);
    auto const quote = quotes_.find(first);
    auto const other = others_.find(second);
    if (quote == quotes_.end()) return wrong("there is no quote " + std::string(first));
    if (other == others_.end()) return wrong("there is no span " + std::string(second));
    auto& to = type == label::said           ? quote->second.quote.source
               : type == label::cued_by      ? quote->second.quote.cue
               : type == label::said_on      ? quote->second.quote.date_expression
               : type == label::addressed_to ? quote->second.quote.addressee
                                             : quote->second.content;
    if (type == label::said) quote->second.sources.push_back(second);
    // Two relations of one type are two parts of one mention.
    to.insert(to.end(), other->second.ranges.begin(), other->second.ranges.end());
    std::sort(to.begin(), to.end());
  }

  void read_attribute(std::vector<std::string_view> const& columns) {
    if (columns.size() < 2) return wrong("an attribute needs an id, a name and a span");
    auto const words = split(columns[1], ' ');
    if (words.size() < 3) return;  // a flag; ours have values
    auto const quote = quotes_.find(words[1]);
    for (auto const& attribute : brat::attributes)
      if (words[0] == attribute.name) {
        if (quote == quotes_.end()) return wrong("there is no quote " + std::string(words[1]));
        quote->second.quote.*attribute.field = words[2];
      }
  }

  // "#1 <tab> AnnotatorNotes T1 <tab> key=value; …"
  void read_notes(std::string_view line, std::vector<std::string_view> const& columns) {
    if (columns.size() < 3) return;
    auto const words = split(columns[1], ' ');
    if (words.size() != 2 || words[0] != "AnnotatorNotes") return;
    auto const note = line.substr(columns[0].size() + columns[1].size() + 2);  // with the tabs that a hand may have put in
    if (auto const quote = quotes_.find(words[1]); quote != quotes_.end()) return read_quote_note(note, quote->second);
    if (auto const other = others_.find(words[1]); other != others_.end()) read_mention_note(note, words[1]);
  }

  static void judge(gold::Judged& to, brat::Value const& value) {
    to.judged = true;
    if (!value.absent) to.value = value.text;
  }

  static void read_quote_note(std::string_view note, Span& span) {
    auto& quote = span.quote;
    for (auto const& [key, value] : brat::read_note(note)) {
      if (key == "id") quote.id = value.text;
      else if (key == "speaker") {
        quote.speaker = value.absent ? std::nullopt : std::optional(value.text);
        span.speaker_noted = true;
      }
      else if (key == "together") quote.speakers.push_back(value.text);
      else if (key == "date_said") judge(quote.said_date, value);
      else if (key == "role") judge(quote.role, value);
      else if (key == "affiliation") judge(quote.affiliation, value);
      else if (key == "type") quote.type = value.text;
      else if (key == "marks") span.has_marks = value.text != "none";
      else if (key == "extra") quote.extra = value.text;
    }
  }

  void read_mention_note(std::string_view note, std::string_view id) {
    std::string name;
    for (auto const& [key, value] : brat::read_note(note)) {
      if (key == "name") people_.name(id, name = value.text);
      else if (key == "alias" && !name.empty()) people_.add_alias(name, value.text);
    }
  }

  // "* <tab> Coref T2 T6"
  void read_same(std::vector<std::string_view> const& columns) {
    if (columns.size() < 2) return;
    auto const words = split(columns[1], ' ');
    if (words[0] == "Coref") people_.tie({words.begin() + 1, words.end()});
  }

  static void finish(Span& span) {
    auto& quote = span.quote;
    if (quote.kind == "indirect") {
      quote.spans = span.ranges;
      quote.quoted = span.content;
    } else if (span.has_marks) {
      quote.quoted = span.ranges;
      quote.spans = span.content.empty() ? span.ranges : span.content;
    } else {
      quote.spans = span.ranges;
    }
  }

  eval::Text text_;
  std::string_view file_;
  std::uint32_t line_ = 0;
  Problems problems_;
  std::unordered_map<std::string_view, Span> quotes_, others_;
  Ranges discard_;
  brat::People people_;
};

}  // namespace

Result<gold::Document> read_brat(std::string_view text, std::string_view annotations, std::string_view document,
                                 std::string_view id, std::string_view file) {
  gold::Document out;
  out.id = id;
  if (!document.empty()) {
    auto known = read_gold(document, file);
    if (!known) return known.problems();
    if (!known->documents.empty()) out = std::move(known->documents.front());
  }
  for (auto const& [bytes, name] : {std::pair{text, "the text"}, std::pair{annotations, "the annotation"}})
    if (first_invalid_utf8(bytes) != bytes.size()) return Problem{std::string(file), 0, 0, std::string(name) + " is not UTF-8"};
  out.text = text;
  Reader reader(text, file);
  reader.read(annotations);
  if (!reader.problems().empty()) return reader.problems();
  reader.fill(out);
  return out;
}

}  // namespace whosaid::formats
