// TEI P5: the article with <said> around each segment of a quote. Segments of one quote are chained by @next and @prev. XML
// nests, text does not: a stretch that crosses another one or a paragraph is left unmarked, the quotes first to stay.
#include <algorithm>
#include <unordered_map>

#include "formats/exports.hpp"
#include "formats/pages.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

using pages::append_escaped;

struct Mark {
  std::uint32_t start = 0, end = 0;  // bytes
  std::uint32_t rank = 0;            // who stays when two cross: lower
  std::string open;
  std::string_view close;
};

void attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value);
  out += '"';
}

void element(std::string& out, std::string_view name, std::string_view value) {
  out.append("<").append(name).append(">");
  append_escaped(out, value);
  out.append("</").append(name).append(">");
}

class Tei final : public TableExport {
 public:
  Problems add(table::Table const& table, std::string& out) override {
    if (!table.document.text) return {{table.document.id, 0, 0, "the table holds no text; extract it with --with-text"}};
    std::string_view const text = *table.document.text;
    OffsetMap const places(text, OffsetUnit::code_point);
    Problems problems;
    prefix_ = "d" + std::to_string(++documents_) + ".";
    if (documents_ == 1) out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n" + corpus_header();
    out += "<TEI>\n";
    header(table, out);
    out += "<text";
    if (!table.document.language.empty()) attribute(out, "xml:lang", table.document.language);
    out += "><body>\n";
    body(text, marks_of(table, text, places, problems), out);
    out += "</body></text>\n</TEI>\n";
    return problems;
  }
  // A corpus of none would not be valid.
  void finish(std::string& out) override {
    if (documents_ != 0) out += "</teiCorpus>\n";
  }

 private:
  static std::string corpus_header() {
    return "<teiHeader><fileDesc><titleStmt><title>Quotations and who said them</title></titleStmt><publicationStmt><p>Unpublished: "
           "made from quote tables.</p></publicationStmt><sourceDesc><p>The articles below.</p></sourceDesc></fileDesc></teiHeader>\n";
  }

  void header(table::Table const& table, std::string& out) const {
    auto const& document = table.document;
    out += "<teiHeader><fileDesc><titleStmt>";
    element(out, "title", document.title.value_or(document.id));
    if (document.author) element(out, "author", *document.author);
    out += "</titleStmt><publicationStmt>";
    if (document.publisher || document.published) {
      element(out, "publisher", document.publisher.value_or("unknown"));
      if (document.published) {
        out += "<date";
        attribute(out, "when", document.published->substr(0, 10));
        out += "/>";
      }
    } else {
      out += "<p>unknown</p>";
    }
    out += "</publicationStmt><sourceDesc><bibl>";
    if (document.url) {
      out += "<ptr";
      attribute(out, "target", *document.url);
      out += "/>";
    } else {
      element(out, "idno", document.id);
    }
    out += "</bibl></sourceDesc></fileDesc>";
    if (!table.speakers.empty()) {
      out += "<profileDesc><particDesc>";
      for (bool const organisations : {false, true}) {
        bool open = false;
        for (auto const& speaker : table.speakers) {
          if (is_organisation(speaker) != organisations) continue;
          if (!open) out += organisations ? "<listOrg>" : "<listPerson>";
          open = true;
          out += organisations ? "<org" : "<person";
          attribute(out, "xml:id", prefix_ + speaker.id);
          out += '>';
          element(out, organisations ? "orgName" : "persName", speaker.name);
          if (!organisations) {
            for (auto const& role : speaker.roles) element(out, "occupation", role);
            for (auto const& name : speaker.affiliations) element(out, "affiliation", name);
          }
          out += organisations ? "</org>" : "</person>";
        }
        if (open) out += organisations ? "</listOrg>" : "</listPerson>";
      }
      out += "</particDesc></profileDesc>";
    }
    out += "</teiHeader>\n";
  }

  [[nodiscard]] std::vector<Mark> marks_of(table::Table const& table, std::string_view text, OffsetMap const& places,
                                           Problems& problems) const {
    std::vector<Mark> marks;
    auto const add = [&](table::TextSpan const& span, std::uint32_t rank, std::string open, std::string_view close) {
      auto const from = places.to_byte(span.start);
      if (span.text.empty() || text.substr(from, span.text.size()) != span.text) return false;
      auto const to = static_cast<std::uint32_t>(from + span.text.size());
      marks.push_back({from, to, rank, std::move(open), close});
      return true;
    };
    std::unordered_map<std::string_view, bool> organisations;
    for (auto const& speaker : table.speakers) organisations.emplace(speaker.id, is_organisation(speaker));
    for (std::size_t number = 0; number < table.quotes.size(); ++number) {
      auto const& quote = table.quotes[number];
      auto const id = prefix_ + "q" + std::to_string(number + 1);
      auto const part = [&](std::size_t i) { return quote.segments.size() == 1 ? id : id + "." + std::to_string(i + 1); };
      std::string who;
      for (auto const* speaker : speakers_of(quote, table)) who += (who.empty() ? "#" : " #") + prefix_ + speaker->id;
      for (std::size_t i = 0; i < quote.segments.size(); ++i) {
        std::string open = "<said";
        attribute(open, "xml:id", part(i));
        if (!who.empty()) attribute(open, "who", who);
        attribute(open, "direct", quote.kind == "indirect" ? "false" : "true");
        attribute(open, "aloud", quote.status == "thought" ? "false" : "true");
        if (i > 0) attribute(open, "prev", "#" + part(i - 1));
        if (i + 1 < quote.segments.size()) attribute(open, "next", "#" + part(i + 1));
        open += '>';
        if (!add(quote.segments[i], 0, std::move(open), "</said>"))
          problems.push_back({table.document.id, 0, 0, "quote " + quote.id + ": its offsets are not code points of the text"});
      }
      if (quote.said.expression && quote.said.date && is_plain_date(*quote.said.date)) {
        std::string open = "<date";
        attribute(open, "when", *quote.said.date);
        add(*quote.said.expression, 1, open + '>', "</date>");
      }
    }
    for (auto const& speaker : table.speakers)
      for (auto const& mention : speaker.mentions) {
        bool const organisation = organisations[speaker.id];
        std::string open = organisation ? "<orgName" : "<persName";
        attribute(open, "ref", "#" + prefix_ + speaker.id);
        add(mention, 2, open + '>', organisation ? "</orgName>" : "</persName>");
      }
    return marks;
  }

  // Paragraphs are parted by empty lines.
  static void body(std::string_view text, std::vector<Mark> marks, std::string& out) {
    std::sort(marks.begin(), marks.end(), [](Mark const& a, Mark const& b) {
      if (a.start != b.start) return a.start < b.start;
      if (a.end != b.end) return a.end > b.end;
      return a.rank < b.rank;
    });
    drop_crossing(marks);
    std::size_t next = 0;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
      auto end = text.find("\n\n", at);
      if (end == std::string_view::npos) end = text.size();
      if (text.substr(at, end - at).find_first_not_of(" \t\r\n") != std::string_view::npos) {
        out += "<p>";
        any = true;
        std::vector<Mark const*> open;
        std::size_t done = at;
        auto const advance = [&](std::size_t to) {
          while (!open.empty() && open.back()->end <= to) {
            append_escaped(out, text.substr(done, open.back()->end - done));
            done = open.back()->end;
            out += open.back()->close;
            open.pop_back();
          }
          append_escaped(out, text.substr(done, to - done));
          done = to;
        };
        while (next < marks.size() && marks[next].start < end) {
          auto const& mark = marks[next++];
          if (mark.end > end || mark.start < at) continue;  // it crosses a paragraph
          advance(mark.start);
          out += mark.open;
          open.push_back(&mark);
        }
        advance(end);
        out += "</p>\n";
      }
      at = end;
      while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) ++at;
    }
    if (!any) out += "<p/>\n";
  }

  // One pass over the sorted marks with the stack of those that are open. Of two that cross, the one of higher rank goes; of
  // equals, the later one. A stretch of the same kind and place stands once.
  static void drop_crossing(std::vector<Mark>& marks) {
    for (std::uint32_t rank = 0; rank < 3; ++rank) {
      // Marks of lower rank are settled; those of this rank go where they cross them or each other.
      std::vector<std::size_t> stack;
      std::vector<bool> drop(marks.size(), false);
      for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].rank > rank) continue;
        while (!stack.empty() && marks[stack.back()].end <= marks[i].start) stack.pop_back();
        // What is open nests, so only the innermost can end too early; several may, one inside the other.
        while (!stack.empty() && marks[stack.back()].end < marks[i].end) {
          if (marks[i].rank == rank) {
            drop[i] = true;
            break;
          }
          drop[stack.back()] = true;  // of this rank, since settled ones nest
          stack.pop_back();
        }
        if (drop[i]) continue;
        if (!stack.empty() && marks[stack.back()].start == marks[i].start && marks[stack.back()].end == marks[i].end &&
            marks[stack.back()].rank == marks[i].rank) {
          drop[i] = true;
          continue;
        }
        stack.push_back(i);
      }
      std::size_t kept = 0;
      for (std::size_t i = 0; i < marks.size(); ++i)
        if (!drop[i]) {
          if (kept != i) marks[kept] = std::move(marks[i]);
          ++kept;
        }
      marks.resize(kept);
    }
  }

  std::uint64_t documents_ = 0;
  std::string prefix_;
};

}  // namespace

std::unique_ptr<TableExport> make_tei_export(ExportOptions const&) { return std::make_unique<Tei>(); }

}  // namespace whosaid::formats
