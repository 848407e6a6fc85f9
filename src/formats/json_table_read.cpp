// Tables from JSON, over simdjson's document tree: tables come back by the million (graph, diff), and every value of one
// is wanted, so its lazy interface would save nothing.
#include <simdjson.h>

#include <limits>

#include "formats/json_table.hpp"

namespace whosaid::formats {
namespace {

namespace dom = simdjson::dom;

// The first thing wrong ends the reading of a table; `path` says where it stands.
struct Wrong {
  std::string message;
};

// Reads fields of one object. Unset `ok` stops all further reading without exceptions.
class Fields {
 public:
  Fields(dom::element element, std::string_view path, Wrong& wrong) : path_(path), wrong_(wrong) {
    if (element.get_object().get(object_) != simdjson::SUCCESS) fail("", "is not an object");
  }

  [[nodiscard]] bool find(std::string_view name, dom::element& out) {
    if (!wrong_.message.empty()) return false;
    return object_.at_key(name).get(out) == simdjson::SUCCESS && !out.is_null();
  }
  void fail(std::string_view name, std::string_view what) {
    if (!wrong_.message.empty()) return;
    wrong_.message = std::string(path_);
    if (!name.empty()) wrong_.message += (wrong_.message.empty() ? "" : ".") + std::string(name);
    wrong_.message += ' ';
    wrong_.message += what;
  }
  void text(std::string_view name, std::string& out) {
    dom::element element;
    if (!find(name, element)) return;
    std::string_view view;
    if (element.get_string().get(view) != simdjson::SUCCESS) return fail(name, "is not a string");
    out = view;
  }
  void text(std::string_view name, std::optional<std::string>& out) {
    dom::element element;
    if (find(name, element)) text(name, out.emplace());
  }
  void required_text(std::string_view name, std::string& out) {
    dom::element element;
    if (!find(name, element)) return fail(name, "is missing");
    text(name, out);
  }
  void number(std::string_view name, double& out) {
    dom::element element;
    if (find(name, element) && element.get_double().get(out) != simdjson::SUCCESS) fail(name, "is not a number");
  }
  void count(std::string_view name, std::uint32_t& out) {
    dom::element element;
    std::uint64_t wide = 0;
    if (!find(name, element)) return;
    if (element.get_uint64().get(wide) != simdjson::SUCCESS || wide > std::numeric_limits<std::uint32_t>::max()) {
      return fail(name, "is not a whole number below 2^32");
    }
    out = static_cast<std::uint32_t>(wide);
  }
  void flag(std::string_view name, bool& out) {
    dom::element element;
    if (find(name, element) && element.get_bool().get(out) != simdjson::SUCCESS) fail(name, "is not true or false");
  }
  void texts(std::string_view name, std::vector<std::string>& out) {
    each(name, [&](dom::element item, std::string_view path) {
      std::string_view view;
      if (item.get_string().get(view) == simdjson::SUCCESS) out.emplace_back(view);
      else if (wrong_.message.empty()) wrong_.message = std::string(path) + " is not a string";
    });
  }
  // Calls read(element, path) for every item of a list.
  template <class Read>
  void each(std::string_view name, Read read) {
    dom::element element;
    if (!find(name, element)) return;
    dom::array items;
    if (element.get_array().get(items) != simdjson::SUCCESS) return fail(name, "is not a list");
    std::size_t index = 0;
    for (auto item : items) {
      if (!wrong_.message.empty()) return;
      read(item, child(name) + '[' + std::to_string(index++) + ']');
    }
  }
  // Calls read(element, path) when the field is there.
  template <class Read>
  void with(std::string_view name, Read read) {
    dom::element element;
    if (find(name, element)) read(element, child(name));
  }
  [[nodiscard]] Wrong& wrong() { return wrong_; }

 private:
  [[nodiscard]] std::string child(std::string_view name) const {
    std::string out(path_);
    if (!out.empty()) out += '.';
    return out += name;
  }

  dom::object object_;
  std::string_view path_;
  Wrong& wrong_;
};

void read_span(Fields& fields, table::TextSpan& out) {
  dom::element element;
  for (auto const name : {"start", "end"}) {
    if (!fields.find(name, element)) fields.fail(name, "is missing");
  }
  fields.count("start", out.start);
  fields.count("end", out.end);
  if (out.end < out.start) fields.fail("end", "stands before start");
  fields.text("text", out.text);
}

void read_span_field(Fields& fields, std::string_view name, std::optional<table::TextSpan>& out) {
  fields.with(name, [&](dom::element element, std::string_view path) {
    Fields span(element, path, fields.wrong());
    read_span(span, out.emplace());
  });
}

void read_spans(Fields& fields, std::string_view name, std::vector<table::TextSpan>& out) {
  fields.each(name, [&](dom::element element, std::string_view path) {
    Fields span(element, path, fields.wrong());
    read_span(span, out.emplace_back());
  });
}

void read_facts(Fields& fields, std::string_view name, std::vector<table::Fact>& out) {
  fields.each(name, [&](dom::element element, std::string_view path) {
    Fields fact(element, path, fields.wrong());
    fact.required_text("value", out.emplace_back().value);
    read_span(fact, out.back().where);
  });
}

void read_document(Fields& fields, table::DocumentInfo& out) {
  fields.required_text("id", out.id);
  fields.text("path", out.path);
  fields.text("url", out.url);
  fields.text("title", out.title);
  fields.text("publisher", out.publisher);
  fields.text("author", out.author);
  fields.text("published", out.published);
  fields.text("language", out.language);
  fields.text("text", out.text);
  fields.with("extra", [&](dom::element element, std::string_view) {
    if (!element.is_object()) return fields.fail("extra", "is not an object");
    out.extra = simdjson::minify(element);
  });
}

void read_speaker(Fields& fields, table::Speaker& out) {
  fields.required_text("id", out.id);
  fields.text("name", out.name);
  fields.text("type", out.type);
  fields.texts("aliases", out.aliases);
  fields.texts("roles", out.roles);
  fields.texts("affiliations", out.affiliations);
  read_spans(fields, "mentions", out.mentions);
  read_facts(fields, "role_evidence", out.role_evidence);
  read_facts(fields, "affiliation_evidence", out.affiliation_evidence);
}

void read_said(Fields& fields, table::Said& out) {
  fields.text("date", out.date);
  fields.text("basis", out.basis);
  read_span_field(fields, "expression", out.expression);
  fields.texts("ambiguous", out.ambiguous);
}

void read_quote(Fields& fields, table::Quote& out) {
  fields.text("id", out.id);
  fields.text("kind", out.kind);
  fields.required_text("text", out.text);
  read_spans(fields, "segments", out.segments);
  fields.text("speaker", out.speaker);
  fields.text("speaker_name", out.speaker_name);
  fields.texts("speakers", out.speakers);
  fields.with("source", [&](dom::element element, std::string_view path) {
    Fields source(element, path, fields.wrong());
    read_span(source, out.source.emplace().span);
    source.text("form", out.source->form);
  });
  fields.with("cue", [&](dom::element element, std::string_view path) {
    Fields cue(element, path, fields.wrong());
    read_span(cue, out.cue.emplace().span);
    cue.text("lemma", out.cue->lemma);
  });
  read_span_field(fields, "addressee", out.addressee);
  read_span_field(fields, "channel", out.channel);
  read_span_field(fields, "venue", out.venue);
  read_span_field(fields, "via", out.via);
  fields.text("reported_by", out.reported_by);
  fields.with("said", [&](dom::element element, std::string_view path) {
    Fields said(element, path, fields.wrong());
    read_said(said, out.said);
  });
  fields.text("status", out.status);
  fields.text("section", out.section);
  fields.text("element", out.element);
  fields.with("context", [&](dom::element element, std::string_view path) {
    Fields context(element, path, fields.wrong());
    context.text("before", out.before);
    context.text("after", out.after);
  });
  fields.text("basis", out.basis);
  fields.number("confidence", out.confidence);
  fields.each("candidates", [&](dom::element element, std::string_view path) {
    Fields candidate(element, path, fields.wrong());
    candidate.text("name", out.candidates.emplace_back().name);
    candidate.number("score", out.candidates.back().score);
  });
  fields.text("rule", out.rule);
  fields.text("parent", out.parent);
  fields.count("duplicates", out.duplicates);
  fields.flag("edited", out.edited);
  fields.flag("unclosed", out.unclosed);
}

void read_table(Fields& fields, table::Table& out) {
  std::string schema;
  fields.text("schema", schema);
  if (!schema.empty() && schema != table_schema) {
    fields.fail("schema", "is \"" + schema + "\", not \"" + std::string(table_schema) + '"');
  }
  dom::element element;
  if (!fields.find("document", element)) fields.fail("document", "is missing");
  fields.with("document", [&](dom::element info, std::string_view path) {
    Fields document(info, path, fields.wrong());
    read_document(document, out.document);
  });
  fields.with("error", [&](dom::element error, std::string_view path) {
    Fields failed(error, path, fields.wrong());
    std::string message;
    failed.text("message", message);
    failed.fail("", "was reported for this document: " + message);
  });
  if (!fields.find("quotes", element)) fields.fail("quotes", "is missing");
  fields.each("speakers", [&](dom::element speaker, std::string_view path) {
    Fields inner(speaker, path, fields.wrong());
    read_speaker(inner, out.speakers.emplace_back());
  });
  fields.each("quotes", [&](dom::element quote, std::string_view path) {
    Fields inner(quote, path, fields.wrong());
    read_quote(inner, out.quotes.emplace_back());
  });
  fields.texts("problems", out.problems);
}

}  // namespace

struct TableReader::Impl {
  dom::parser parser;
};

TableReader::TableReader() : impl_(std::make_unique<Impl>()) {}
TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;

Result<table::Table> TableReader::read(std::string_view json, std::string_view file, std::uint32_t line) {
  dom::element root;
  if (auto const error = impl_->parser.parse(json.data(), json.size()).get(root); error != simdjson::SUCCESS) {
    return Problem{std::string(file), line, 0, std::string("not JSON: ") + simdjson::error_message(error)};
  }
  Wrong wrong;
  table::Table table;
  Fields fields(root, "", wrong);
  read_table(fields, table);
  if (!wrong.message.empty()) return Problem{std::string(file), line, 0, "not a quote table: " + wrong.message};
  return table;
}

}  // namespace whosaid::formats
