// One page that draws the graph: pages/graph.html with the data in it. Nothing is fetched; all text of documents reaches the page
// as JSON in which "<" is escaped, and its script puts it into text nodes only.
#include <algorithm>
#include <numeric>

#include "formats/graph_formats.hpp"
#include "formats/graph_text.hpp"
#include "formats/json_write.hpp"
#include "formats/pages.hpp"

namespace whosaid::formats {

namespace {

using Text = std::string_view;

constexpr std::size_t most_quotes = 1000;  // what a picture can hold
constexpr Text placeholder = "@DATA@";

// Quotes for the page: those of the most quoted speakers, whole speakers at a time while they fit, then without a speaker.
struct Selection {
  std::vector<std::uint32_t> quotes;             // ascending
  std::vector<std::uint32_t> number_of_quote;    // in the page, none = not in it
  std::vector<std::uint32_t> number_of_speaker, number_of_document, number_of_organisation;
};

Selection select(graph::Graph const& graph) {
  std::vector<std::vector<std::uint32_t>> of_speaker(graph.speakers.size() + 1);
  for (std::uint32_t i = 0; i < graph.quotes.size(); ++i) {
    auto const speaker = graph.quotes[i].speaker;
    of_speaker[speaker == graph::none ? graph.speakers.size() : speaker].push_back(i);
  }
  std::vector<std::uint32_t> order(graph.speakers.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return of_speaker[a].size() > of_speaker[b].size(); });
  order.push_back(static_cast<std::uint32_t>(graph.speakers.size()));
  Selection out;
  for (auto const speaker : order) {
    auto const& list = of_speaker[speaker];
    auto const room = most_quotes - out.quotes.size();
    out.quotes.insert(out.quotes.end(), list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(room, list.size())));
  }
  std::sort(out.quotes.begin(), out.quotes.end());
  out.number_of_quote.assign(graph.quotes.size(), graph::none);
  out.number_of_speaker.assign(graph.speakers.size(), graph::none);
  out.number_of_document.assign(graph.documents.size(), graph::none);
  out.number_of_organisation.assign(graph.organisations.size(), graph::none);
  for (std::uint32_t i = 0; i < out.quotes.size(); ++i) out.number_of_quote[out.quotes[i]] = i;
  return out;
}

// Gives the next number to a node when it is met first, and remembers the order.
std::uint32_t take(std::vector<std::uint32_t>& numbers, std::vector<std::uint32_t>& order, std::uint32_t node) {
  if (numbers[node] == graph::none) {
    numbers[node] = static_cast<std::uint32_t>(order.size());
    order.push_back(node);
  }
  return numbers[node];
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  void begin(char bracket) {
    out_ += bracket;
    first_ = true;
  }
  void end(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void key(Text name) {
    item();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;  // no comma before the value
  }
  void item() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void text(Text value) {
    item();
    // A script element ends at "</" wherever it stands, and "<!--" opens a comment.
    auto const begin = out_.size();
    append_json_string(out_, value);
    for (auto at = out_.find('<', begin); at != std::string::npos; at = out_.find('<', at + 1)) out_.replace(at, 1, "\\u003c");
  }
  void number(std::uint64_t value) {
    item();
    append_json_number(out_, value);
  }
  void field(Text name, Text value) {
    if (value.empty()) return;
    key(name);
    text(value);
  }
  void field(Text name, std::uint64_t value) {
    key(name);
    number(value);
  }
  void field(Text name, std::vector<Text> const& list) {
    if (list.empty()) return;
    key(name);
    item();
    begin('[');
    for (auto const value : list) text(value);
    end(']');
  }
  // An object or list as an item of the enclosing list.
  template <class Fill>
  void nested(char open, char close, Fill fill) {
    item();
    begin(open);
    fill();
    end(close);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

void write_quote(graph::Graph const& graph, std::uint32_t index, std::uint32_t document, Writer& json) {
  auto const& node = graph.quotes[index];
  json.nested('{', '}', [&] {
    json.field("id", node.own_id);
    json.field("text", node.text);
    json.field("kind", node.kind);
    json.field("document", document);
    json.field("said", node.said);
    json.field("basis", node.said_basis);
    auto const days = days_of(graph, graph::NodeKind::quote, index);
    json.field("first", days.first);
    json.field("last", days.last);
    json.field("status", node.status);
    json.field("section", node.section);
    json.field("cue", node.cue);
    json.field("to", node.addressee);
  });
}

void write_speaker(graph::Graph const& graph, std::uint32_t index, Writer& json, Selection& selection,
                   std::vector<std::uint32_t>& organisations) {
  auto const& node = graph.speakers[index];
  json.nested('{', '}', [&] {
    json.field("id", node.id);
    json.field("name", node.name);
    json.field("type", node.type);
    json.field("aliases", node.aliases);
    json.field("roles", node.roles);
    json.field("affiliations", node.affiliations);
    json.field("documents", node.documents);
    if (node.organisation != graph::none) json.field("body", take(selection.number_of_organisation, organisations, node.organisation));
    if (!node.merges.empty()) {
      json.key("merged");
      json.nested('[', ']', [&] {
        for (auto const& merge : node.merges)
          json.nested('{', '}', [&] {
            json.field("name", merge.name);
            json.field("why", merge.why);
            json.field("documents", merge.documents);
          });
      });
    }
    if (!node.apart.empty()) {
      json.key("apart");
      json.nested('[', ']', [&] {
        for (auto const& apart : node.apart)
          json.nested('{', '}', [&] {
            json.field("name", graph.speakers[apart.speaker].name);
            json.field("why", apart.why);
            json.field("maybe", apart.may_be ? 1 : 0);
            if (auto const number = selection.number_of_speaker[apart.speaker]; number != graph::none) json.field("speaker", number);
          });
      });
    }
  });
}

void write_repeat(graph::Repeat const& repeat, std::uint32_t later, std::uint32_t earlier, Writer& json) {
  json.nested('{', '}', [&] {
    json.field("later", later);
    json.field("earlier", earlier);
    json.field("likeness", to_string(repeat.likeness));
    if (repeat.conflict) json.field("conflict", 1);
    if (repeat.later_is_shorter) json.field("cut", "later");
    if (repeat.earlier_is_shorter) json.field("cut", "earlier");
    if (repeat.changes.empty()) return;
    json.key("changes");
    json.nested('[', ']', [&] {
      for (auto const& change : repeat.changes)
        json.nested('[', ']', [&] {
          json.text(change.from);
          json.text(change.to);
        });
    });
  });
}

void write_data(graph::Graph const& graph, std::string& out) {
  Writer json(out);
  auto selection = select(graph);
  std::vector<std::uint32_t> documents, speakers, organisations;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> said, addressed;
  struct Member {
    std::uint32_t speaker, organisation;
    Text role;
  };
  std::vector<Member> members;
  using graph::EdgeKind;
  for (auto const& edge : graph.edges) {
    if (edge.kind != EdgeKind::said && edge.kind != EdgeKind::addressed_to) continue;
    auto const quote = selection.number_of_quote[edge.kind == EdgeKind::said ? edge.to : edge.from];
    if (quote == graph::none) continue;
    auto const speaker = take(selection.number_of_speaker, speakers, edge.kind == EdgeKind::said ? edge.from : edge.to);
    (edge.kind == EdgeKind::said ? said : addressed).emplace_back(speaker, quote);
  }
  for (auto const& edge : graph.edges)
    if (edge.kind == EdgeKind::member_of)
      if (auto const speaker = selection.number_of_speaker[edge.from]; speaker != graph::none)
        members.push_back({speaker, take(selection.number_of_organisation, organisations, edge.to), edge.text});

  json.begin('{');
  json.field("total", graph.quotes.size());
  json.key("quotes");
  json.nested('[', ']', [&] {
    for (auto const quote : selection.quotes)
      write_quote(graph, quote, take(selection.number_of_document, documents, graph.quotes[quote].document), json);
  });
  json.key("documents");
  json.nested('[', ']', [&] {
    for (auto const index : documents)
      json.nested('{', '}', [&] {
        auto const& node = graph.documents[index];
        json.field("id", node.own_id);
        json.field("title", node.title);
        json.field("url", node.url);
        json.field("publisher", node.publisher);
        json.field("published", node.published);
      });
  });
  json.key("speakers");
  json.nested('[', ']', [&] {
    for (auto const index : speakers) write_speaker(graph, index, json, selection, organisations);
  });
  json.key("organisations");
  json.nested('[', ']', [&] {
    for (auto const index : organisations) json.text(graph.organisations[index].name);
  });
  auto const pairs = [&](Text name, auto const& list) {
    json.key(name);
    json.nested('[', ']', [&] {
      for (auto const& [a, b] : list)
        json.nested('[', ']', [&, a = a, b = b] {
          json.number(a);
          json.number(b);
        });
    });
  };
  pairs("said", said);
  pairs("addressed", addressed);
  json.key("members");
  json.nested('[', ']', [&] {
    for (auto const& member : members)
      json.nested('[', ']', [&] {
        json.number(member.speaker);
        json.number(member.organisation);
        json.text(member.role);
      });
  });
  json.key("repeats");
  json.nested('[', ']', [&] {
    for (auto const& edge : graph.edges) {
      if (edge.kind != EdgeKind::repeats) continue;
      auto const later = selection.number_of_quote[edge.from], earlier = selection.number_of_quote[edge.to];
      if (later != graph::none && earlier != graph::none) write_repeat(graph.repeats[edge.detail], later, earlier, json);
    }
  });
  json.end('}');
}

}  // namespace

void write_graph_html(graph::Graph const& graph, GraphSink& sink) {
  auto const page = pages::file("graph.html");
  auto const at = page.find(placeholder);
  sink.text += page.substr(0, at);
  write_data(graph, sink.text);
  sink.text += page.substr(at + placeholder.size());
  sink.flush();
}

}  // namespace whosaid::formats
