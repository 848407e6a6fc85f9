#include "formats/write_csv.hpp"

#include <unordered_map>

#include "formats/csv_cell.hpp"
#include "formats/json_write.hpp"

namespace whosaid::formats {
namespace {

struct CsvCells {
  static constexpr char separator = ',';
  static constexpr std::string_view row_end = "\r\n";

  static void text(std::string& out, std::string_view cell) { append_csv_cell(out, cell); }
};

struct TsvCells {
  static constexpr char separator = '\t';
  static constexpr std::string_view row_end = "\n";

  static void text(std::string& out, std::string_view cell) {
    if (runs_as_formula(cell)) out += '\'';
    for (char const c : cell) {
      switch (c) {
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\\': out += "\\\\"; break;
        default: out += c;
      }
    }
  }
};

std::string list_of(std::vector<std::string> const& items) {
  std::string out;
  for (auto const& item : items) {
    if (!out.empty()) out += "; ";
    out += item;
  }
  return out;
}

template <class Cells>
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  Row& text(std::string_view cell) {
    separate();
    Cells::text(out_, cell);
    return *this;
  }
  Row& text(std::string const& cell) { return text(std::string_view(cell)); }
  Row& text(std::optional<std::string> const& cell) { return text(cell ? std::string_view(*cell) : std::string_view()); }
  Row& span(std::optional<table::TextSpan> const& span) { return span ? this->span(*span) : skip(3); }
  Row& span(table::TextSpan const& span) { return text(span.text).number(span.start).number(span.end); }
  Row& span_text(std::optional<table::TextSpan> const& span) { return text(span ? std::string_view(span->text) : std::string_view()); }
  Row& number(std::uint64_t value) {
    separate();
    append_json_number(out_, value);
    return *this;
  }
  Row& score(double value) {
    separate();
    append_json_score(out_, value);
    return *this;
  }
  Row& skip(std::size_t cells) {
    for (std::size_t i = 0; i < cells; ++i) separate();
    return *this;
  }
  void end() { out_ += Cells::row_end; }

 private:
  void separate() {
    if (!first_) out_ += Cells::separator;
    first_ = false;
  }
  std::string& out_;
  bool first_ = true;
};

template <class Cells>
void write_rows(table::Table const& table, std::string& out) {
  auto const& document = table.document;
  std::unordered_map<std::string_view, table::Speaker const*> speakers;
  for (auto const& speaker : table.speakers) speakers.emplace(speaker.id, &speaker);
  for (auto const& quote : table.quotes) {
    auto const found = quote.speaker ? speakers.find(*quote.speaker) : speakers.end();
    auto const* speaker = found == speakers.end() ? nullptr : found->second;
    std::string segments;
    for (auto const& segment : quote.segments) {
      segments += (segments.empty() ? "" : " ") + std::to_string(segment.start) + ':' + std::to_string(segment.end);
    }
    std::string candidates;
    for (auto const& candidate : quote.candidates) candidates += (candidates.empty() ? "" : "; ") + candidate.name;
    Row<Cells> row(out);
    row.text(document.id).text(document.url).text(document.title).text(document.publisher).text(document.published);
    row.text(quote.id).text(quote.kind).text(quote.text).text(segments);
    row.text(quote.speaker_name).text(speaker ? std::string_view(speaker->type) : std::string_view());
    row.text(speaker ? list_of(speaker->roles) : std::string()).text(speaker ? list_of(speaker->affiliations) : std::string());
    if (quote.source) row.span(quote.source->span).text(quote.source->form);
    else row.skip(4);
    if (quote.cue) row.span(quote.cue->span).text(quote.cue->lemma);
    else row.skip(4);
    row.span_text(quote.addressee);
    row.text(quote.said.date).text(quote.said.basis).span_text(quote.said.expression);
    row.text(quote.status).text(quote.section).text(quote.before).text(quote.after);
    row.text(quote.basis).score(quote.confidence).text(candidates).text(quote.rule);
    row.end();
  }
}

}  // namespace

void write_csv(table::Table const& table, WriteOptions const&, std::string& out) { write_rows<CsvCells>(table, out); }
void write_tsv(table::Table const& table, WriteOptions const&, std::string& out) { write_rows<TsvCells>(table, out); }

}  // namespace whosaid::formats
