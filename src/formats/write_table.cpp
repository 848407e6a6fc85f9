#include "formats/write_table.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "formats/printable.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

enum class Style : unsigned char { plain, bold, dim, name, cue, date, note, error };

std::string_view ansi(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::bold: return "\x1b[1m";
    case Style::dim: return "\x1b[2m";
    case Style::name: return "\x1b[1;36m";
    case Style::cue: return "\x1b[33m";
    case Style::date: return "\x1b[32m";
    case Style::note: return "\x1b[35m";
    case Style::error: return "\x1b[31m";
  }
  return "";
}

std::size_t width_of(std::string_view text) { return static_cast<std::size_t>(std::max(0, display_width(text))); }

struct Line {
  std::string text;
  std::size_t width = 0;
  Style style = Style::plain;
};
using Cell = std::vector<Line>;

// Adds `text` to a cell, broken between words, and inside a word only where it is longer than the column.
void add_wrapped(Cell& cell, std::string_view text, std::size_t width, Style style) {
  Line line{"", 0, style};
  auto const flush = [&] {
    if (!line.text.empty()) cell.push_back(std::move(line));
    line = Line{"", 0, style};
  };
  auto const safe = printable(text);
  std::string_view rest = safe;
  constexpr std::string_view spaces = " \t\n";
  while (!rest.empty()) {
    auto const start = std::min(rest.find_first_not_of(spaces), rest.size());
    rest.remove_prefix(start);
    auto const word = rest.substr(0, rest.find_first_of(spaces));
    rest.remove_prefix(word.size());
    auto const size = width_of(word);
    if (line.width + 1 + size > width) flush();
    if (size <= width) {
      if (!line.text.empty()) line.text += ' ', ++line.width;
      line.text += word;
      line.width += size;
      continue;
    }
    for (std::size_t at = 0; at < word.size();) {
      auto const begin = at;
      (void)next_code_point(word, at);
      auto const one = word.substr(begin, at - begin);
      auto const columns = width_of(one);
      if (line.width + columns > width) flush();
      line.text += one;
      line.width += columns;
    }
  }
  flush();
}

struct TableRow {
  Cell number, speaker, cue, quote, said, note;
};

// Widths of the columns; 0 = the column is left out.
struct Columns {
  std::size_t number = 1, speaker = 0, cue = 0, quote = 0, said = 0, note = 0;
};
constexpr std::size_t gap = 2, least_quote = 24;

std::string note_of(table::Quote const& quote) {
  std::string out;
  auto const add = [&](std::string_view word) {
    if (!out.empty()) out += ", ";
    out += word;
  };
  if (quote.kind != "direct") add(quote.kind);
  if (quote.status != "asserted") add(quote.status);
  if (quote.section != "body") add(quote.section);
  if (quote.duplicates) add("×" + std::to_string(quote.duplicates + 1));
  return out;
}

std::string said_of(table::Quote const& quote) { return quote.said.date ? *quote.said.date : std::string(); }

std::string cue_of(table::Quote const& quote) { return quote.cue ? quote.cue->span.text : std::string(); }

class TableWriter {
 public:
  TableWriter(table::Table const& table, WriteOptions const& options, std::string& out)
      : table_(table), options_(options), out_(out) {
    for (auto const& speaker : table.speakers) speakers_.emplace(speaker.id, &speaker);
  }

  void write() {
    heading();
    if (table_.quotes.empty()) return;
    choose_widths();
    out_ += '\n';
    TableRow head;
    head.number = {{"#", 1, Style::dim}};
    head.speaker = {{"speaker", 7, Style::dim}};
    head.cue = {{"cue", 3, Style::dim}};
    head.quote = {{"quote", 5, Style::dim}};
    head.said = {{"said", 4, Style::dim}};
    head.note = {{"note", 4, Style::dim}};
    put(head);
    for (std::size_t i = 0; i < table_.quotes.size(); ++i) put(row(i));
  }

 private:
  void styled(std::string_view text, Style style) {
    auto const begin = options_.colour ? ansi(style) : std::string_view();
    out_ += begin;
    out_ += text;
    if (!begin.empty()) out_ += "\x1b[0m";
  }

  void heading() {
    auto const& document = table_.document;
    auto const title = printable(document.title && !document.title->empty() ? *document.title : document.id);
    styled(title, Style::bold);
    constexpr std::string_view separator = "  ·  ";
    std::string rest;
    auto const add = [&](std::string_view text) { rest.append(separator) += printable(text); };
    if (document.title && !document.title->empty()) add(document.id);
    if (document.publisher) add(*document.publisher);
    if (document.published) add(*document.published);
    auto const count = [](std::size_t number, std::string_view one, std::string_view several) {
      return std::to_string(number) + ' ' + std::string(number == 1 ? one : several);
    };
    add(table_.quotes.empty() ? "no quotes" : count(table_.quotes.size(), "quote", "quotes"));
    if (!table_.quotes.empty()) add(count(table_.speakers.size(), "speaker", "speakers"));
    if (width_of(title) + width_of(rest) <= static_cast<std::size_t>(options_.width)) {
      styled(rest, Style::dim);
    } else {
      out_ += '\n';
      styled(std::string_view(rest).substr(separator.size()), Style::dim);
    }
    out_ += '\n';
  }

  // Narrow columns take what they need up to a limit; the quote takes the rest. On a narrow terminal the note goes first,
  // then the date.
  void choose_widths() {
    auto const width = static_cast<std::size_t>(std::max(options_.width, 40));
    columns_.number = std::to_string(table_.quotes.size()).size();
    std::size_t speaker = 7, cue = 3, said = 0, note = 0;
    for (auto const& quote : table_.quotes) {
      speaker = std::max(speaker, std::min<std::size_t>(width_of(speaker_name(quote)), 40));
      cue = std::max(cue, width_of(cue_of(quote)));
      said = std::max(said, said_of(quote).size());
      note = std::max(note, width_of(note_of(quote)));
    }
    columns_.speaker = std::clamp<std::size_t>(speaker, 7, std::max<std::size_t>(10, width / 5));
    columns_.cue = std::min<std::size_t>(cue, 12);
    columns_.said = said ? std::clamp<std::size_t>(said, 4, 12) : 0;
    columns_.note = note ? std::clamp<std::size_t>(note, 4, 12) : 0;
    for (auto* optional : {&columns_.note, &columns_.said, &columns_.cue}) {
      if (used() + least_quote > width) *optional = 0;
    }
    columns_.quote = width - used();
  }

  [[nodiscard]] std::size_t used() const {
    std::size_t out = columns_.number + gap;
    for (auto const column : {columns_.speaker, columns_.cue, columns_.said, columns_.note}) out += column ? column + gap : 0;
    return out;
  }

  [[nodiscard]] std::string speaker_name(table::Quote const& quote) const {
    if (quote.speakers.size() > 1) {
      std::string out;
      for (auto const& id : quote.speakers) {
        auto const found = speakers_.find(id);
        if (found != speakers_.end()) out += (out.empty() ? "" : ", ") + found->second->name;
      }
      return out;
    }
    return quote.speaker_name ? *quote.speaker_name : std::string();
  }

  [[nodiscard]] TableRow row(std::size_t index) {
    auto const& quote = table_.quotes[index];
    TableRow out;
    auto number = std::to_string(index + 1);
    number.insert(0, columns_.number - number.size(), ' ');
    out.number = {{number, number.size(), Style::dim}};
    add_speaker(out.speaker, quote);
    if (columns_.cue) add_wrapped(out.cue, cue_of(quote), columns_.cue, Style::cue);
    add_wrapped(out.quote, quote.kind == "indirect" ? quote.text : "“" + quote.text + "”", columns_.quote, Style::plain);
    if (columns_.said) add_wrapped(out.said, said_of(quote), columns_.said, Style::date);
    if (columns_.note) add_wrapped(out.note, note_of(quote), columns_.note, Style::note);
    return out;
  }

  // The name, and below it what is known of the speaker, the first time only.
  void add_speaker(Cell& cell, table::Quote const& quote) {
    auto const name = speaker_name(quote);
    if (name.empty()) {
      std::string open = "—";
      for (std::size_t i = 0; i < quote.candidates.size() && i < 3; ++i) open += (i ? " or " : " ") + quote.candidates[i].name;
      add_wrapped(cell, quote.candidates.empty() ? open : open + "?", columns_.speaker, Style::dim);
      return;
    }
    add_wrapped(cell, name, columns_.speaker, Style::name);
    auto const found = quote.speaker ? speakers_.find(*quote.speaker) : speakers_.end();
    if (found == speakers_.end() || !found->second || !introduced_.insert(found->first).second) return;
    std::string facts;
    for (auto const* list : {&found->second->roles, &found->second->affiliations}) {
      for (auto const& fact : *list)
        if (name.find(fact) == std::string::npos) facts += (facts.empty() ? "" : ", ") + fact;  // an unnamed speaker's name is their role
    }
    add_wrapped(cell, facts, columns_.speaker, Style::dim);
  }

  void put(TableRow const& row) {
    struct Part {
      Cell const* cell;
      std::size_t width;
    };
    Part const parts[] = {{&row.number, columns_.number}, {&row.speaker, columns_.speaker}, {&row.cue, columns_.cue},
                          {&row.quote, columns_.quote},   {&row.said, columns_.said},       {&row.note, columns_.note}};
    std::size_t height = 1;
    for (auto const& part : parts) {
      if (part.width) height = std::max(height, part.cell->size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::size_t pending = 0;  // spaces owed before the next text, so that no line ends in them
      for (auto const& part : parts) {
        if (!part.width) continue;
        std::size_t width = 0;
        if (line < part.cell->size()) {
          auto const& piece = (*part.cell)[line];
          out_.append(pending, ' ');
          pending = 0;
          styled(piece.text, piece.style);
          width = piece.width;
        }
        pending += part.width - std::min(width, part.width) + gap;
      }
      out_ += '\n';
    }
  }

  table::Table const& table_;
  WriteOptions const& options_;
  std::string& out_;
  Columns columns_;
  std::unordered_map<std::string_view, table::Speaker const*> speakers_;
  std::unordered_set<std::string_view> introduced_;
};

}  // namespace

void write_table(table::Table const& table, WriteOptions const& options, std::string& out) { TableWriter(table, options, out).write(); }

void write_table_error(FailedDocument const& failed, WriteOptions const& options, std::string& out) {
  if (options.colour) out += ansi(Style::error);
  out += printable(failed.id) + "  ·  not read: " + printable(failed.message);
  if (options.colour) out += "\x1b[0m";
  out += '\n';
}

}  // namespace whosaid::formats
