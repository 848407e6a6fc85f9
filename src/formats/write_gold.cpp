#include "formats/json_write.hpp"
#include "formats/read_gold.hpp"

namespace whosaid::formats {
namespace {

void gold_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ',';
  append_json_string(out, key);
  out += ':';
}

void string_field(std::string& out, std::string_view key, std::string const& value) {
  if (value.empty()) return;
  gold_key(out, key);
  append_json_string(out, std::string_view(value));
}

void judged_field(std::string& out, std::string_view key, gold::Judged const& value) {
  if (!value.judged) return;
  gold_key(out, key);
  append_json_string(out, value.value);
}

void ranges_field(std::string& out, std::string_view key, std::vector<gold::Range> const& ranges) {
  gold_key(out, key);
  out += '[';
  for (auto range : ranges) {
    if (out.back() != '[') out += ',';
    out += '[';
    append_json_number(out, range.start);
    out += ',';
    append_json_number(out, range.end);
    out += ']';
  }
  out += ']';
}

void strings_field(std::string& out, std::string_view key, std::vector<std::string> const& values) {
  if (values.empty()) return;
  gold_key(out, key);
  out += '[';
  for (auto const& value : values) {
    if (out.back() != '[') out += ',';
    append_json_string(out, std::string_view(value));
  }
  out += ']';
}

// `extra` is an object's text; its members join the object being written.
void close_with(std::string& out, std::string const& extra) {
  if (extra.size() > 2) {
    if (out.back() != '{') out += ',';
    out.append(extra, 1, extra.size() - 1);
  } else {
    out += '}';
  }
}

void write_quote(gold::Quote const& quote, std::string& out) {
  out += '{';
  gold_key(out, "id");
  append_json_string(out, std::string_view(quote.id));
  gold_key(out, "kind");
  append_json_string(out, std::string_view(quote.kind));
  ranges_field(out, "quoted", quote.quoted);
  ranges_field(out, "spans", quote.spans);
  ranges_field(out, "cue", quote.cue);
  ranges_field(out, "source", quote.source);
  if (!quote.addressee.empty()) ranges_field(out, "addressee", quote.addressee);
  if (!quote.date_expression.empty()) ranges_field(out, "date", quote.date_expression);
  gold_key(out, "speaker");
  append_json_string(out, quote.speaker);
  strings_field(out, "speakers", quote.speakers);
  judged_field(out, "role", quote.role);
  judged_field(out, "affiliation", quote.affiliation);
  judged_field(out, "said_date", quote.said_date);
  string_field(out, "type", quote.type);
  string_field(out, "form", quote.form);
  string_field(out, "basis", quote.basis);
  string_field(out, "section", quote.section);
  string_field(out, "status", quote.status);
  close_with(out, quote.extra);
}

}  // namespace

void write_gold(gold::Document const& document, std::string& out) {
  out += '{';
  gold_key(out, "id");
  append_json_string(out, std::string_view(document.id));
  string_field(out, "language", document.language);
  string_field(out, "published", document.published);
  string_field(out, "title", document.title);
  gold_key(out, "text");
  append_json_string(out, std::string_view(document.text));
  gold_key(out, "quotes");
  out += '[';
  for (auto const& quote : document.quotes) {
    if (out.back() != '[') out += ',';
    write_quote(quote, out);
  }
  out += ']';
  ranges_field(out, "discard", document.discard);
  if (!document.characters.empty()) {
    gold_key(out, "characters");
    out += '[';
    for (auto const& character : document.characters) {
      if (out.back() != '[') out += ',';
      out += '{';
      gold_key(out, "name");
      append_json_string(out, std::string_view(character.name));
      strings_field(out, "aliases", character.aliases);
      if (!character.mentions.empty()) ranges_field(out, "mentions", character.mentions);
      close_with(out, character.extra);
    }
    out += ']';
  }
  close_with(out, document.extra);
}

}  // namespace whosaid::formats
