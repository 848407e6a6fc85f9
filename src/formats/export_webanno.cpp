// W3C Web Annotation: where a quote stands, by words and by position, and who said it. One annotation a quote; a quote of
// several segments has as many targets.
#include <algorithm>

#include "formats/exports.hpp"
#include "formats/json_writer.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t context = 32;  // code points of prefix and suffix

std::string_view last_points(std::string_view text) {
  std::size_t at = text.size();
  for (std::uint32_t count = 0; at > 0 && count < context; ++count)
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
  return text.substr(at);
}

std::string_view first_points(std::string_view text) {
  std::size_t at = 0;
  for (std::uint32_t count = 0; at < text.size() && count < context; ++count)
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
  return text.substr(0, at);
}

class WebAnnotation final : public TableExport {
 public:
  Problems add(table::Table const& table, std::string& out) override {
    Problems problems;
    std::string_view const text = table.document.text ? std::string_view(*table.document.text) : std::string_view{};
    OffsetMap const places(text, OffsetUnit::code_point);
    auto const source = address_of(table.document);
    for (auto const& quote : table.quotes) {
      if (!text.empty() && !std::all_of(quote.segments.begin(), quote.segments.end(), [&](auto const& segment) {
            auto const from = places.to_byte(segment.start);
            return text.substr(from, segment.text.size()) == segment.text;
          })) {
        problems.push_back({table.document.id, 0, 0, "quote " + quote.id + ": its offsets are not code points of the text"});
        continue;
      }
      out += begun_ ? ",\n" : "[\n";
      begun_ = true;
      JsonWriter json(out);
      json.open_object();
      json.member("@context", std::string_view("http://www.w3.org/ns/anno.jsonld"));
      json.member("id", std::string_view(table_urn(table.document.id, quote.id)));
      json.member("type", std::string_view("Annotation"));
      json.member("motivation", std::string_view("identifying"));
      json.list("body");
      for (auto const* speaker : speakers_of(quote, table)) {
        json.open_object();
        json.member("type", std::string_view("SpecificResource"));
        json.member("purpose", std::string_view("identifying"));
        json.member("source", std::string_view(table_urn(table.document.id, speaker->id)));
        json.close();
        body(json, "describing", "said by " + speaker->name);
      }
      body(json, "tagging", "quote:" + quote.kind);
      if (quote.said.date) body(json, "tagging", "said:" + *quote.said.date);
      json.close();
      json.list("target");
      for (std::size_t i = 0; i < quote.segments.size(); ++i) {
        auto const& segment = quote.segments[i];
        std::string_view before, after;
        if (!text.empty()) {
          auto const from = places.to_byte(segment.start), to = static_cast<std::uint32_t>(from + segment.text.size());
          before = text.substr(0, from);
          after = text.substr(to);
        } else {  // the table's own context stands at the quote's ends
          if (i == 0) before = quote.before;
          if (i + 1 == quote.segments.size()) after = quote.after;
        }
        target(json, source, segment, last_points(before), first_points(after));
      }
      json.close();
      json.close();
    }
    return problems;
  }
  void finish(std::string& out) override { out += begun_ ? "\n]\n" : "[]\n"; }

 private:
  static void body(JsonWriter& json, std::string_view purpose, std::string_view value) {
    json.open_object();
    json.member("type", std::string_view("TextualBody"));
    json.member("purpose", purpose);
    json.member("value", value);
    json.close();
  }
  static void target(JsonWriter& json, std::string_view source, table::TextSpan const& segment, std::string_view prefix,
                     std::string_view suffix) {
    json.open_object();
    json.member("source", source);
    json.list("selector");
    json.open_object();
    json.member("type", std::string_view("TextPositionSelector"));
    json.member("start", std::uint64_t{segment.start});
    json.member("end", std::uint64_t{segment.end});
    json.close();
    json.open_object();
    json.member("type", std::string_view("TextQuoteSelector"));
    json.member("exact", std::string_view(segment.text));
    if (!prefix.empty()) json.member("prefix", prefix);
    if (!suffix.empty()) json.member("suffix", suffix);
    json.close();
    json.close();
    json.close();
  }

  bool begun_ = false;
};

}  // namespace

std::unique_ptr<TableExport> make_webanno_export(ExportOptions const&) { return std::make_unique<WebAnnotation>(); }

}  // namespace whosaid::formats
