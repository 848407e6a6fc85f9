// The graph as JSON, schema "whosaid.graph/1": docs/graph.md describes it field by field. One node or edge on a line.
#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"
#include "formats/json_write.hpp"

namespace whosaid::formats {
namespace {

using Text = std::string_view;

class Object {
 public:
  Object(std::string& out, Text first_key, Text first_value) : out_(out) {
    out_ += '{';
    key(first_key, "");
    append_json_string(out_, first_value);
  }
  ~Object() { out_ += '}'; }
  Object(Object const&) = delete;
  Object& operator=(Object const&) = delete;

  // Texts that say nothing are left out.
  Object& text(Text name, Text value) {
    if (value.empty()) return *this;
    key(name);
    append_json_string(out_, value);
    return *this;
  }
  Object& texts(Text name, std::vector<Text> const& list) {
    if (list.empty()) return *this;
    key(name);
    out_ += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i) out_ += ',';
      append_json_string(out_, list[i]);
    }
    out_ += ']';
    return *this;
  }
  Object& number(Text name, std::uint64_t value) {
    key(name);
    append_json_number(out_, value);
    return *this;
  }
  Object& flag(Text name, bool value) {
    key(name);
    out_ += value ? "true" : "false";
    return *this;
  }
  void key(Text name, Text before = ",") {
    out_ += before;
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }
  std::string& raw() { return out_; }

 private:
  std::string& out_;
};

void speaker_fields(graph::Graph const& graph, graph::SpeakerNode const& node, Object& object) {
  object.text("name", node.name).text("type", node.type);
  object.texts("aliases", node.aliases).texts("roles", node.roles).texts("affiliations", node.affiliations);
  object.number("documents", node.documents).number("quotes", node.quotes);
  auto& out = object.raw();
  if (!node.merges.empty()) {
    object.key("merged");
    Text comma = "[";
    for (auto const& merge : node.merges) {
      out += comma;
      Object(out, "name", merge.name)
          .text("why", merge.why)
          .number("documents", merge.documents)
          .text("example", graph.documents[merge.example].id);
      comma = ",";
    }
    out += ']';
  }
  if (!node.apart.empty()) {
    object.key("apart");
    Text comma = "[";
    for (auto const& apart : node.apart) {
      out += comma;
      Object(out, "speaker", graph.speakers[apart.speaker].id).text("why", apart.why).flag("may_be", apart.may_be);
      comma = ",";
    }
    out += ']';
  }
}

void write_node(graph::Graph const& graph, graph::NodeKind kind, std::uint32_t index, std::string& out) {
  Object object(out, "id", graph.id_of(kind, index));
  object.text("kind", to_string(kind)).text("label", label_of(graph, kind, index));
  switch (kind) {
    case graph::NodeKind::document: {
      auto const& node = graph.documents[index];
      object.text("document", node.own_id).text("title", node.title).text("url", node.url).text("path", node.path);
      object.text("publisher", node.publisher).text("author", node.author).text("published", node.published);
      object.text("language", node.language);
      break;
    }
    case graph::NodeKind::quote: {
      auto const& node = graph.quotes[index];
      object.text("quote", node.own_id).text("document", graph.documents[node.document].own_id).text("text", node.text);
      object.text("quote_kind", node.kind).number("start", node.start).number("end", node.end);
      object.text("speaker", node.speaker == graph::none ? Text{} : graph.speakers[node.speaker].id);
      object.text("cue", node.cue).text("addressee", node.addressee).text("said", node.said).text("said_basis", node.said_basis);
      object.text("status", node.status).text("section", node.section).text("basis", node.basis);
      object.key("confidence");
      append_json_score(out, static_cast<double>(node.confidence));
      if (node.first != graph::none)
        object.text("first_appearance", graph.quotes[node.first].id).flag("is_first", node.first == index);
      break;
    }
    case graph::NodeKind::speaker: speaker_fields(graph, graph.speakers[index], object); break;
    case graph::NodeKind::organisation:
      object.text("name", graph.organisations[index].name).texts("aliases", graph.organisations[index].aliases);
      break;
    case graph::NodeKind::date: {
      auto const& node = graph.dates[index];
      object.text("date", node.iso).text("first", node.first).text("last", node.last);
      break;
    }
  }
}

void write_edge(graph::Graph const& graph, graph::Edge const& edge, std::string& out) {
  Object object(out, "kind", to_string(edge.kind));
  object.text("source", source_of(graph, edge)).text("target", target_of(graph, edge));
  if (edge.kind == graph::EdgeKind::said) object.text("cue", edge.text);
  if (edge.kind == graph::EdgeKind::said_on) object.text("basis", graph.quotes[edge.from].said_basis);
  if (edge.kind == graph::EdgeKind::member_of) object.text("role", edge.text).number("documents", edge.detail);
  if (edge.kind != graph::EdgeKind::repeats) return;
  auto const& repeat = graph.repeats[edge.detail];
  object.text("likeness", to_string(repeat.likeness));
  if (repeat.later_is_shorter) object.text("cut", "source");
  if (repeat.earlier_is_shorter) object.text("cut", "target");
  if (repeat.conflict) object.flag("conflict", true);
  if (repeat.changes.empty()) return;
  object.key("changes");
  Text comma = "[";
  for (auto const& change : repeat.changes) {
    out += comma;
    out += "{\"from\":";
    append_json_string(out, change.from);
    out += ",\"to\":";
    append_json_string(out, change.to);
    out += '}';
    comma = ",";
  }
  out += ']';
}

}  // namespace

void write_graph_json(graph::Graph const& graph, GraphSink& sink) {
  auto& out = sink.text;
  out += "{\"schema\":\"whosaid.graph/1\",\n\"nodes\":[";
  Text comma = "\n";
  for_each_node(graph, [&](graph::NodeKind kind, std::uint32_t index) {
    out += comma;
    write_node(graph, kind, index, out);
    comma = ",\n";
    sink.offer();
  });
  out += "\n],\n\"edges\":[";
  comma = "\n";
  for (auto const& edge : graph.edges) {
    out += comma;
    write_edge(graph, edge, out);
    comma = ",\n";
    sink.offer();
  }
  out += "\n],\n\"conflicts\":[";
  comma = "\n";
  for (auto const& conflict : graph.conflicts) {
    out += comma;
    Object object(out, "text", graph.quotes[conflict.quotes[0]].text);
    std::vector<Text> quotes, speakers;
    for (auto const quote : conflict.quotes) quotes.push_back(graph.quotes[quote].id);
    for (auto const speaker : conflict.speakers) speakers.push_back(graph.speakers[speaker].id);
    object.texts("quotes", quotes).texts("speakers", speakers);
    comma = ",\n";
    sink.offer();
  }
  out += "\n]}\n";
  sink.flush();
}

}  // namespace whosaid::formats
