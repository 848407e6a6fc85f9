#include "formats/label_studio.hpp"

#include <string_view>
#include <vector>

#include "eval/words.hpp"
#include "formats/annotations.hpp"
#include "formats/json_fields.hpp"

namespace whosaid::formats {
namespace {

constexpr std::string_view whole_part = "Part";

// A stretch in one piece, as both tools want them.
struct Piece {
  std::string_view label;
  gold::Range range;
  gold::Quote const* quote = nullptr;
};
struct Link {
  std::string_view type;
  std::size_t from, to;
};
struct Pieces {
  std::vector<Piece> pieces;
  std::vector<Link> links;
};

Pieces pieces_of(gold::Document const& document) {
  Pieces out;
  auto const found = annotations_of(document);
  std::vector<std::size_t> first;
  for (auto const& span : found.spans) {
    first.push_back(out.pieces.size());
    for (std::size_t i = 0; i < span.ranges.size(); ++i) {
      if (i != 0) out.links.push_back({whole_part, out.pieces.size() - 1, out.pieces.size()});
      out.pieces.push_back({span.label, span.ranges[i], span.quote});
    }
  }
  for (auto const& relation : found.relations) out.links.push_back({relation.type, first[relation.from], first[relation.to]});
  for (auto const& group : found.same_person)
    for (std::size_t i = 1; i < group.size(); ++i) out.links.push_back({"Coref", first[group[0]], first[group[i]]});
  return out;
}

}  // namespace

void write_label_studio(gold::Document const& document, std::string& out) {
  auto const found = pieces_of(document);
  eval::Text const text(document.text, {});
  out += "{\"data\":{";
  json::field(out, "text", document.text);
  json::field(out, "id", document.id);
  out += "},\"predictions\":[{\"model_version\":\"whosaid\",\"result\":[";
  auto const piece_id = [](std::size_t number) { return "r" + std::to_string(number); };
  // A fact about the quote that a piece belongs to: one of the choices, or free text.
  auto const fact = [&](std::size_t number, std::string_view name, std::string_view type, std::string_view key, std::string const& value) {
    if (value.empty()) return;
    json::comma(out);
    auto const& range = found.pieces[number].range;
    out += '{';
    json::field(out, "id", piece_id(number));
    out.append(",\"from_name\":\"").append(name).append("\",\"to_name\":\"text\",\"type\":\"").append(type).append("\",\"value\":{");
    json::field(out, "start", range.start);
    json::field(out, "end", range.end);
    out.append(",\"").append(key).append("\":[");
    append_json_string(out, std::string_view(value));
    out += "]}}";
  };
  gold::Quote const* last = nullptr;
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    auto const& piece = found.pieces[i];
    json::comma(out);
    out += '{';
    json::field(out, "id", piece_id(i));
    out += ",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\",\"value\":{";
    json::field(out, "start", piece.range.start);
    json::field(out, "end", piece.range.end);
    json::field(out, "text", text.slice(piece.range));
    out += ",\"labels\":[";
    append_json_string(out, piece.label);
    out += "]}}";
    if (!piece.quote || piece.quote == last) continue;  // facts stand at a quote's first piece
    last = piece.quote;
    fact(i, "kind", "choices", "choices", piece.quote->kind);
    fact(i, "status", "choices", "choices", piece.quote->status);
    fact(i, "speaker", "textarea", "text", piece.quote->speaker.value_or(""));
    fact(i, "said", "textarea", "text", piece.quote->said_date.value.value_or(""));
  }
  for (auto const& link : found.links) {
    json::comma(out);
    out += "{\"type\":\"relation\"";
    json::field(out, "from_id", piece_id(link.from));
    json::field(out, "to_id", piece_id(link.to));
    out += ",\"direction\":\"right\",\"labels\":[";
    append_json_string(out, link.type);
    out += "]}";
  }
  out += "]}]}";
}

void write_doccano(gold::Document const& document, std::string& out) {
  auto const found = pieces_of(document);
  out += '{';
  json::field(out, "text", document.text);
  json::field(out, "document", document.id);
  out += ",\"entities\":[";
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    json::comma(out);
    out += '{';
    json::field(out, "id", i);
    json::field(out, "start_offset", found.pieces[i].range.start);
    json::field(out, "end_offset", found.pieces[i].range.end);
    json::field(out, "label", found.pieces[i].label);
    out += '}';
  }
  out += "],\"relations\":[";
  for (std::size_t i = 0; i < found.links.size(); ++i) {
    json::comma(out);
    out += '{';
    json::field(out, "id", i);
    json::field(out, "from_id", found.links[i].from);
    json::field(out, "to_id", found.links[i].to);
    json::field(out, "type", found.links[i].type);
    out += '}';
  }
  out += "]}";
}

std::string_view label_studio_configuration() {
  return "<View>\n"
         "  <Labels name=\"label\" toName=\"text\">\n"
         "    <Label value=\"Quote\"/><Label value=\"Content\"/><Label value=\"Speaker\"/><Label value=\"Cue\"/>\n"
         "    <Label value=\"Addressee\"/><Label value=\"DateExpr\"/><Label value=\"Discard\"/>\n"
         "  </Labels>\n"
         "  <Relations>\n"
         "    <Relation value=\"Said\"/><Relation value=\"CuedBy\"/><Relation value=\"SaidOn\"/><Relation value=\"AddressedTo\"/>\n"
         "    <Relation value=\"ContentOf\"/><Relation value=\"Part\"/><Relation value=\"Coref\"/>\n"
         "  </Relations>\n"
         "  <Text name=\"text\" value=\"$text\"/>\n"
         "  <Choices name=\"kind\" toName=\"text\" perRegion=\"true\" whenTagName=\"label\" whenLabelValue=\"Quote\">\n"
         "    <Choice value=\"direct\"/><Choice value=\"mixed\"/><Choice value=\"indirect\"/>\n"
         "  </Choices>\n"
         "  <Choices name=\"status\" toName=\"text\" perRegion=\"true\" whenTagName=\"label\" whenLabelValue=\"Quote\">\n"
         "    <Choice value=\"asserted\"/><Choice value=\"denied\"/><Choice value=\"hypothetical\"/>\n"
         "    <Choice value=\"scheduled\"/><Choice value=\"retracted\"/><Choice value=\"thought\"/>\n"
         "  </Choices>\n"
         "  <TextArea name=\"speaker\" toName=\"text\" perRegion=\"true\" whenTagName=\"label\" whenLabelValue=\"Quote\"/>\n"
         "  <TextArea name=\"said\" toName=\"text\" perRegion=\"true\" whenTagName=\"label\" whenLabelValue=\"Quote\"/>\n"
         "</View>\n";
}

}  // namespace whosaid::formats
