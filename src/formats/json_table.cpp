#include "formats/json_table.hpp"

#include <cstring>

#include "formats/json_write.hpp"

namespace whosaid::formats {
namespace {

// `,"name":` in one piece: a quote has thirty of them.
template <std::size_t size>
void key(std::string& out, char const (&name)[size]) {
  char piece[size + 3] = {',', '"'};
  std::memcpy(piece + 2, name, size - 1);
  piece[size + 1] = '"';
  piece[size + 2] = ':';
  out.append(piece, sizeof piece);
}

void span_fields(std::string& out, table::TextSpan const& span) {
  out += "\"start\":";
  append_json_number(out, span.start);
  out += ",\"end\":";
  append_json_number(out, span.end);
  out += ",\"text\":";
  append_json_string(out, std::string_view(span.text));
}

void value(std::string& out, table::TextSpan const& span) {
  out += '{';
  span_fields(out, span);
  out += '}';
}

void value(std::string& out, std::optional<table::TextSpan> const& span) {
  if (span) value(out, *span);
  else out += "null";
}

void value(std::string& out, std::string const& text) { append_json_string(out, std::string_view(text)); }
void value(std::string& out, std::optional<std::string> const& text) { append_json_string(out, text); }

void value(std::string& out, table::Fact const& fact) {
  out += "{\"value\":";
  value(out, fact.value);
  out += ',';
  span_fields(out, fact.where);
  out += '}';
}

void value(std::string& out, table::Candidate const& candidate) {
  out += "{\"name\":";
  value(out, candidate.name);
  key(out, "score");
  append_json_score(out, candidate.score);
  out += '}';
}

template <class T>
void list(std::string& out, std::vector<T> const& items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i) out += ',';
    value(out, items[i]);
  }
  out += ']';
}

// Fields beyond the contract's fixed set appear only when they say something.
template <std::size_t size, class T>
void optional_list(std::string& out, char const (&name)[size], std::vector<T> const& items) {
  if (items.empty()) return;
  key(out, name);
  list(out, items);
}

template <std::size_t size, class T>
void optional_field(std::string& out, char const (&name)[size], std::optional<T> const& field) {
  if (!field) return;
  key(out, name);
  value(out, *field);
}

template <std::size_t size>
void optional_flag(std::string& out, char const (&name)[size], bool set) {
  if (!set) return;
  key(out, name);
  out += "true";
}

void document(std::string& out, table::DocumentInfo const& info) {
  out += "{\"id\":";
  value(out, info.id);
  key(out, "path"), value(out, info.path);
  key(out, "url"), value(out, info.url);
  key(out, "title"), value(out, info.title);
  key(out, "publisher"), value(out, info.publisher);
  key(out, "author"), value(out, info.author);
  key(out, "published"), value(out, info.published);
  key(out, "language"), value(out, info.language);
  if (!info.extra.empty()) key(out, "extra"), out += info.extra;
  optional_field(out, "text", info.text);
  out += '}';
}

void speaker(std::string& out, table::Speaker const& speaker) {
  out += "{\"id\":";
  value(out, speaker.id);
  key(out, "name"), value(out, speaker.name);
  key(out, "type"), value(out, speaker.type);
  key(out, "aliases"), list(out, speaker.aliases);
  key(out, "roles"), list(out, speaker.roles);
  key(out, "affiliations"), list(out, speaker.affiliations);
  key(out, "mentions"), list(out, speaker.mentions);
  optional_list(out, "role_evidence", speaker.role_evidence);
  optional_list(out, "affiliation_evidence", speaker.affiliation_evidence);
  out += '}';
}

// A source or a cue: its place and one word more about it, or null.
template <std::size_t size, std::size_t detail_size, class Mention>
void mention(std::string& out, char const (&name)[size], std::optional<Mention> const& mention, char const (&detail)[detail_size], std::string Mention::*field) {
  key(out, name);
  if (!mention) {
    out += "null";
    return;
  }
  out += '{';
  span_fields(out, mention->span);
  key(out, detail), value(out, (*mention).*field);
  out += '}';
}

void said(std::string& out, table::Said const& said) {
  key(out, "said");
  out += "{\"date\":";
  value(out, said.date);
  key(out, "basis"), value(out, said.basis);
  key(out, "expression"), value(out, said.expression);
  optional_list(out, "ambiguous", said.ambiguous);
  out += '}';
}

void quote(std::string& out, table::Quote const& quote) {
  out += "{\"id\":";
  value(out, quote.id);
  key(out, "kind"), value(out, quote.kind);
  key(out, "text"), value(out, quote.text);
  key(out, "segments"), list(out, quote.segments);
  key(out, "speaker"), value(out, quote.speaker);
  key(out, "speaker_name"), value(out, quote.speaker_name);
  optional_list(out, "speakers", quote.speakers);
  mention(out, "source", quote.source, "form", &table::Source::form);
  mention(out, "cue", quote.cue, "lemma", &table::Cue::lemma);
  key(out, "addressee"), value(out, quote.addressee);
  optional_field(out, "channel", quote.channel);
  optional_field(out, "venue", quote.venue);
  optional_field(out, "via", quote.via);
  optional_field(out, "reported_by", quote.reported_by);
  said(out, quote.said);
  key(out, "status"), value(out, quote.status);
  key(out, "section"), value(out, quote.section);
  optional_field(out, "element", quote.element);
  key(out, "context");
  out += "{\"before\":";
  value(out, quote.before);
  key(out, "after"), value(out, quote.after);
  out += '}';
  key(out, "basis"), value(out, quote.basis);
  key(out, "confidence"), append_json_score(out, quote.confidence);
  key(out, "candidates"), list(out, quote.candidates);
  key(out, "rule"), value(out, quote.rule);
  optional_field(out, "parent", quote.parent);
  if (quote.duplicates) key(out, "duplicates"), append_json_number(out, quote.duplicates);
  optional_flag(out, "edited", quote.edited);
  optional_flag(out, "unclosed", quote.unclosed);
  out += '}';
}

}  // namespace

void write_json(table::Table const& table, std::string& out) {
  out += "{\"schema\":\"";
  out += table_schema;
  out += '"';
  key(out, "document");
  document(out, table.document);
  key(out, "speakers");
  out += '[';
  for (std::size_t i = 0; i < table.speakers.size(); ++i) {
    if (i) out += ',';
    speaker(out, table.speakers[i]);
  }
  out += ']';
  key(out, "quotes");
  out += '[';
  for (std::size_t i = 0; i < table.quotes.size(); ++i) {
    if (i) out += ',';
    quote(out, table.quotes[i]);
  }
  out += ']';
  optional_list(out, "problems", table.problems);
  out += '}';
}

void write_json_error(FailedDocument const& failed, std::string& out) {
  out += "{\"document\":{\"id\":";
  value(out, failed.id);
  out += "},\"error\":{\"code\":";
  value(out, failed.code);
  key(out, "message"), value(out, failed.message);
  out += "}}";
}

}  // namespace whosaid::formats
