// The graph as a directory of CSV files for `neo4j-admin database import`, one for each kind of node and of edge; lists are
// joined by ";", which is the importer's own default. docs/graph.md has the command.
#include <array>

#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"

namespace whosaid::formats {
namespace {

using Text = std::string_view;

class CsvLine {
 public:
  explicit CsvLine(std::string& out) : out_(out) {}
  ~CsvLine() { out_ += '\n'; }
  CsvLine(CsvLine const&) = delete;
  CsvLine& operator=(CsvLine const&) = delete;
  CsvLine& field(Text text) {
    if (!first_) out_ += ',';
    first_ = false;
    if (text.find_first_of(",\"\n\r") == Text::npos) {
      out_ += text;
      return *this;
    }
    out_ += '"';
    for (char const c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
    return *this;
  }
  CsvLine& number(std::uint64_t value) { return field(std::to_string(value)); }
  // The delimiter inside a text would part it: it becomes a comma.
  CsvLine& list(std::vector<Text> const& texts) {
    std::string joined;
    for (auto const text : texts) {
      if (!joined.empty()) joined += ';';
      for (char const c : text) joined += c == ';' ? ',' : c;
    }
    return field(joined);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

// Neo4j's date type takes days only; months and intervals stay in the plain text column.
Text day(Text iso) { return iso.size() == 10 ? iso : Text{}; }

void write_nodes(graph::Graph const& graph, GraphSink& sink) {
  auto& out = sink.text;
  auto const begin = [&](Text file, Text header) {
    sink.flush();
    sink.file(file);
    (out += header) += '\n';
  };
  begin("documents.csv", "id:ID,document,title,url,publisher,author,published,published_on:date,language,:LABEL");
  for (auto const& node : graph.documents) {
    CsvLine(out).field(node.id).field(node.own_id).field(node.title).field(node.url).field(node.publisher).field(node.author)
        .field(node.published).field(days_of(graph, graph::NodeKind::document, static_cast<std::uint32_t>(&node - graph.documents.data())).first)
        .field(node.language).field("Document");
    sink.offer();
  }
  begin("quotes.csv", "id:ID,quote,text,kind,start:int,end:int,said,said_on:date,said_basis,status,section,basis,confidence:double,"
                      "first_appearance,:LABEL");
  for (auto const& node : graph.quotes) {
    CsvLine(out).field(node.id).field(node.own_id).field(node.text).field(node.kind).number(node.start).number(node.end)
        .field(node.said).field(day(node.said)).field(node.said_basis).field(node.status).field(node.section).field(node.basis)
        .field(std::to_string(node.confidence)).field(node.first == graph::none ? Text{} : graph.quotes[node.first].id).field("Quote");
    sink.offer();
  }
  begin("speakers.csv", "id:ID,name,type,aliases:string[],roles:string[],affiliations:string[],documents:int,quotes:int,"
                        "why_merged:string[],:LABEL");
  for (auto const& node : graph.speakers) {
    std::vector<Text> why;
    for (auto const& merge : node.merges) why.push_back(merge.why);
    CsvLine(out).field(node.id).field(node.name).field(node.type).list(node.aliases).list(node.roles).list(node.affiliations)
        .number(node.documents).number(node.quotes).list(why).field("Speaker");
    sink.offer();
  }
  begin("organisations.csv", "id:ID,name,aliases:string[],:LABEL");
  for (auto const& node : graph.organisations) {
    CsvLine(out).field(node.id).field(node.name).list(node.aliases).field("Organisation");
    sink.offer();
  }
  begin("dates.csv", "id:ID,date,first:date,last:date,:LABEL");
  for (auto const& node : graph.dates) {
    CsvLine(out).field(node.id).field(node.iso).field(node.first).field(node.last).field("Date");
    sink.offer();
  }
}

struct EdgeFile {
  graph::EdgeKind kind;
  Text name, columns, type;
};
constexpr std::array edge_files{
    EdgeFile{graph::EdgeKind::said, "said.csv", ",cue", "SAID"},
    EdgeFile{graph::EdgeKind::said_on, "said_on.csv", "", "SAID_ON"},
    EdgeFile{graph::EdgeKind::appears_in, "appears_in.csv", "", "APPEARS_IN"},
    EdgeFile{graph::EdgeKind::published_on, "published_on.csv", "", "PUBLISHED_ON"},
    EdgeFile{graph::EdgeKind::member_of, "member_of.csv", ",role,documents:int", "MEMBER_OF"},
    EdgeFile{graph::EdgeKind::addressed_to, "addressed_to.csv", "", "ADDRESSED_TO"},
    EdgeFile{graph::EdgeKind::repeats, "repeats.csv", ",likeness,cut,changes,conflict:boolean", "REPEATS"},
    EdgeFile{graph::EdgeKind::same_as, "same_as.csv", "", "SAME_AS"},
};

}  // namespace

void write_graph_neo4j(graph::Graph const& graph, GraphSink& sink) {
  auto& out = sink.text;
  write_nodes(graph, sink);
  for (auto const& file : edge_files) {
    sink.flush();
    sink.file(file.name);
    ((out += ":START_ID,:END_ID") += file.columns) += ",:TYPE\n";
    for (auto const& edge : graph.edges) {
      if (edge.kind != file.kind) continue;
      CsvLine row(out);
      row.field(source_of(graph, edge)).field(target_of(graph, edge));
      if (edge.kind == graph::EdgeKind::said) row.field(edge.text);
      if (edge.kind == graph::EdgeKind::member_of) row.field(edge.text).number(edge.detail);
      if (edge.kind == graph::EdgeKind::repeats) {
        auto const& repeat = graph.repeats[edge.detail];
        row.field(to_string(repeat.likeness));
        row.field(repeat.later_is_shorter ? "source" : repeat.earlier_is_shorter ? "target" : "");
        row.field(changes_line(repeat)).field(repeat.conflict ? "true" : "false");
      }
      row.field(file.type);
      sink.offer();
    }
  }
  sink.flush();
}

}  // namespace whosaid::formats
