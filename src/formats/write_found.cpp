#include "formats/write_found.hpp"

#include <array>

#include "formats/csv_cell.hpp"

namespace whosaid::formats {
namespace {

void or_null(JsonWriter& json, std::string_view name, std::string const& value) {
  json.key(name);
  if (value.empty()) json.null();
  else json.text(value);
}

std::string day_of(StoredQuote const& quote) {
  if (quote.said_basis == "explicit" || quote.said_basis == "event") return "said " + quote.said;
  if (!quote.day.empty()) return "published " + quote.day;
  return "no date";
}

void line(std::string& out, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  out += "    ";
  out += label;
  out.append(label.size() < 10 ? 10 - label.size() : 1, ' ');
  out += text;
  out += '\n';
}

}  // namespace

void write_found_json(StoredQuote const& quote, JsonWriter& json) {
  json.open_object();
  json.member("id", std::string_view(quote.id));
  json.member("text", std::string_view(quote.text));
  json.member("kind", std::string_view(quote.kind));
  or_null(json, "speaker", quote.speaker);
  or_null(json, "role", quote.role);
  or_null(json, "affiliation", quote.affiliation);
  or_null(json, "cue", quote.cue);
  or_null(json, "said", quote.said);
  or_null(json, "said_basis", quote.said_basis);
  or_null(json, "day", quote.day);
  or_null(json, "status", quote.status);
  or_null(json, "section", quote.section);
  json.key("confidence");
  json.score(quote.confidence);
  json.object("context");
  json.member("before", std::string_view(quote.before));
  json.member("after", std::string_view(quote.after));
  json.close();
  json.object("document");
  json.member("id", std::string_view(quote.document));
  or_null(json, "title", quote.title);
  or_null(json, "publisher", quote.publisher);
  or_null(json, "published", quote.published);
  or_null(json, "url", quote.url);
  json.close();
  json.close();
}

void write_found_csv(StoredQuote const& quote, std::string& out) {
  std::string confidence;
  append_json_score(confidence, quote.confidence);
  bool first = true;
  for (auto const* field : {&quote.day, &quote.speaker, &quote.role, &quote.affiliation, &quote.text, &quote.kind, &quote.status,
                            &quote.said, &quote.said_basis, static_cast<std::string const*>(&confidence), &quote.document, &quote.title,
                            &quote.publisher, &quote.published, &quote.url}) {
    if (!first) out += ',';
    first = false;
    append_csv_cell(out, *field);
  }
  out += "\r\n";
}

void write_found_text(StoredQuote const& quote, std::string& out) {
  out += "  “" + quote.text + "”\n";
  auto who = quote.speaker.empty() ? std::string("nobody named") : quote.speaker;
  if (!quote.role.empty()) who += ", " + quote.role;
  if (!quote.affiliation.empty()) who += " (" + quote.affiliation + ")";
  line(out, "who", who);
  line(out, "when", day_of(quote));
  auto where = quote.title.empty() ? quote.document : quote.title;
  if (!quote.publisher.empty()) where += " · " + quote.publisher;
  if (!quote.published.empty()) where += " · " + quote.published.substr(0, 10);
  line(out, "where", where);
  line(out, "", quote.url);
  if (quote.status != "asserted") line(out, "status", quote.status);
}

std::string_view name_of(Verdict verdict) {
  static constexpr std::array<std::string_view, 5> names = {"exact", "trimmed", "altered", "other-speaker", "not-found"};
  return names[static_cast<std::size_t>(verdict)];
}

void write_findings_json(std::string_view words, std::string_view speaker, std::vector<Finding> const& findings, std::string& out) {
  JsonWriter json(out);
  json.open_object();
  json.member("verdict", name_of(findings.empty() ? Verdict::not_found : findings.front().verdict));
  json.member("words", words);
  json.key("speaker");
  if (speaker.empty()) json.null();
  else json.text(speaker);
  json.list("matches");
  for (auto const& finding : findings) {
    json.open_object();
    json.member("verdict", name_of(finding.verdict));
    json.member("words_match", name_of(static_cast<Verdict>(finding.words.match)));
    json.list("difference");
    for (auto const& change : finding.words.changes) {
      json.open_object();
      json.member("asked", change.asked);
      json.member("said", change.said);
      json.close();
    }
    json.close();
    json.object("left_out");
    json.member("before", finding.words.left_before);
    json.list("inside");
    for (auto const text : finding.words.left_inside) json.text(text);
    json.close();
    json.member("after", finding.words.left_after);
    json.close();
    json.key("quote");
    write_found_json(finding.quote, json);
    json.close();
  }
  json.close();
  json.close();
  out += '\n';
}

void write_findings_text(std::vector<Finding> const& findings, std::string& out) {
  if (findings.empty()) {
    out += "not-found\n";
    return;
  }
  for (auto const& finding : findings) {
    out += name_of(finding.verdict);
    out += '\n';
    write_found_text(finding.quote, out);
    for (auto const& change : finding.words.changes) {
      auto const said = change.said.empty() ? std::string("nothing") : "“" + std::string(change.said) + "”";
      auto const asked = change.asked.empty() ? std::string("nothing") : "“" + std::string(change.asked) + "”";
      line(out, "differs", said + " was said where " + asked + " is asked for");
    }
    for (auto const left : {finding.words.left_before, finding.words.left_after})
      if (!left.empty()) line(out, "left out", "“" + std::string(left) + "”");
    for (auto const left : finding.words.left_inside) line(out, "left out", "“" + std::string(left) + "”");
    if (!finding.quote.before.empty() || !finding.quote.after.empty())
      line(out, "context", "…" + finding.quote.before + "[…]" + finding.quote.after + "…");
  }
}

}  // namespace whosaid::formats
