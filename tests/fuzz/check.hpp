// What must be true of every answer, whatever the text was. Breaking it ends the program, which is what fuzzing looks for.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/formats.hpp"
#include "formats/make_table.hpp"
#include "whosaid.hpp"

namespace whosaid::fuzz {

inline void must(bool holds, char const* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

inline bool begins_character(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

inline void check_span(std::string_view text, Span span) {
  must(span.begin <= span.end && span.end <= text.size(), "a span leaves the text");
  must(begins_character(text, span.begin) && begins_character(text, span.end), "a span cuts a character");
}

// Spans are inside the text and in order; speakers and parents exist.
inline void check(std::string_view text, Extraction const& found) {
  std::uint32_t place = 0;
  for (Quote const& quote : found.quotes) {
    must(!quote.segments.empty(), "a quote has no segment");
    must(quote.segments.front().begin >= place, "quotes are out of order");
    place = quote.segments.front().begin;
    std::uint32_t end = 0;
    for (Span const segment : quote.segments) {
      check_span(text, segment);
      must(segment.begin >= end, "segments are out of order");
      end = segment.end;
    }
    for (auto const& span : {quote.source, quote.cue, quote.addressee, quote.via, quote.said.expression}) {
      if (span) check_span(text, *span);
    }
    must(!quote.speaker.valid() || quote.speaker.value < found.speakers.size(), "a speaker does not exist");
    must(!quote.inside.valid() || quote.inside.value < found.quotes.size(), "a parent does not exist");
    must(quote.confidence >= 0 && quote.confidence <= 1, "a confidence is no share");
  }
  for (Speaker const& speaker : found.speakers) {
    for (Span const mention : speaker.mentions) check_span(text, mention);
  }
}

// The built-in grammars, opened once for a program; all kinds of quotes.
inline Extractor const& extractor() {
  static Extractor const opened = [] {
    Options options;
    options.indirect = true;
    auto result = Extractor::open(options);
    must(static_cast<bool>(result), "the built-in grammars do not open");
    return *result;
  }();
  return opened;
}

// The whole way from a document to written tables.
inline void read(Document const& document, Problems const& notes) {
  static Workspace workspace;
  Extraction const found = extractor().extract(document, workspace);
  check(document.text, found);
  formats::TableOptions options;
  options.with_text = true;
  auto const table = formats::make_table(document, found, options, notes);
  std::string out;
  for (auto const& format : formats::output_formats()) {
    out.clear();
    format.write(table, {}, out);
  }
}

// Reads one record and follows every document in it to the end.
class Follow final : public formats::DocumentSink {
 public:
  void take(Document& document, Problems const& notes) override {
    ++documents;
    read(document, notes);
  }
  void fail(formats::FailedDocument const& failed) override {
    ++documents;
    must(!failed.message.empty(), "a failure says nothing");
  }
  std::size_t documents = 0;
};

// One record through the reader of an input format. Readers may look at `record_padding` bytes behind it.
inline void read_record(std::string_view format, std::string_view bytes, std::uint32_t line) {
  std::string padded(bytes);
  padded.append(formats::record_padding, '\0');
  auto const reader = formats::find_input_format(format)->make({});
  Follow follow;
  reader->read({std::string_view(padded).substr(0, bytes.size()), "input", line, false}, follow);
  must(follow.documents > 0 || bytes.empty() || line == 0, "a line vanished");
}

}  // namespace whosaid::fuzz
