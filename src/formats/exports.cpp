#include "formats/exports.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

constexpr std::array formats{
    ExportFormat{"claimreview", "drafts of ClaimReview records, one per quote, with every article it stands in", make_claimreview_export},
    ExportFormat{"gdelt", "JSON Lines as in GDELT's Global Quotation Graph, one per article", make_gdelt_export},
    ExportFormat{"quotebank", "JSON Lines as in Quotebank, one per quote", make_quotebank_export},
    ExportFormat{"schemaorg", "JSON-LD: schema.org NewsArticle, Quotation, Person", make_schemaorg_export},
    ExportFormat{"tei", "TEI P5 with <said>; needs tables with their text", make_tei_export},
    ExportFormat{"webanno", "W3C Web Annotations, one per quote", make_webanno_export},
};

table::Speaker const* find_speaker(table::Table const& table, std::string_view id) {
  auto const found = std::find_if(table.speakers.begin(), table.speakers.end(), [&](auto const& speaker) { return speaker.id == id; });
  return found == table.speakers.end() ? nullptr : &*found;
}

}  // namespace

std::span<ExportFormat const> export_formats() { return formats; }

ExportFormat const* find_export_format(std::string_view name) {
  auto const found = std::find_if(formats.begin(), formats.end(), [&](auto const& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

std::vector<table::Speaker const*> speakers_of(table::Quote const& quote, table::Table const& table) {
  std::vector<table::Speaker const*> out;
  auto const add = [&](std::string_view id) {
    auto const* speaker = find_speaker(table, id);
    if (speaker && std::find(out.begin(), out.end(), speaker) == out.end()) out.push_back(speaker);
  };
  if (quote.speaker) add(*quote.speaker);
  for (auto const& id : quote.speakers) add(id);
  return out;
}

std::string job_title(table::Speaker const& speaker) {
  std::string out;
  for (auto const& role : speaker.roles) out += (out.empty() ? "" : ", ") + role;
  return out;
}

std::string table_urn(std::string_view document, std::string_view part) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "urn:whosaid";
  for (auto const text : {document, part}) {
    if (text.empty()) continue;
    out += ':';
    for (char const c : text) {
      bool const plain = is_ascii_letter(c) || is_ascii_digit(c) ||
                         std::string_view("-._~").find(c) != std::string_view::npos;
      if (plain) {
        out += c;
        continue;
      }
      auto const byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

std::string_view words_alone(std::string_view quote) {
  auto const last = quote.find_last_not_of(",; ");
  return quote.substr(0, last == std::string_view::npos ? quote.size() : last + 1);
}

std::string address_of(table::DocumentInfo const& document) {
  return document.url && !document.url->empty() ? *document.url : table_urn(document.id);
}

bool is_plain_date(std::string_view date) {
  return !date.empty() && date.find('/') == std::string_view::npos && date.find('W') == std::string_view::npos;
}

bool is_organisation(table::Speaker const& speaker) { return speaker.type == "organisation" || speaker.type == "group"; }

}  // namespace whosaid::formats
