// Quotebank and GDELT's Global Quotation Graph: JSON Lines for pipelines that read those archives.
#include <cstdio>
#include <map>

#include "formats/exports.hpp"
#include "formats/json_writer.hpp"
#include "graph/iso_time.hpp"
#include "text/unicode.hpp"

namespace whosaid::formats {
namespace {

// "2025-03-12T06:30:00Z", or with a blank and no zone; "" when the document has no date.
std::string utc_of(std::optional<std::string> const& iso, char between, std::string_view zone) {
  auto seconds = iso ? graph::instant_of(*iso) : graph::unknown_time;
  if (seconds == graph::unknown_time) return {};
  auto days = seconds / 86400;
  seconds %= 86400;
  if (seconds < 0) seconds += 86400, --days;
  // Civil date from days, after Howard Hinnant's derivation: years begin in March.
  days += 719468;
  auto const era = (days >= 0 ? days : days - 146096) / 146097;
  auto const of_era = days - era * 146097;
  auto const year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  auto const of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  auto const shifted = (5 * of_year + 2) / 153;
  auto const day = of_year - (153 * shifted + 2) / 5 + 1;
  auto const month = shifted < 10 ? shifted + 3 : shifted - 9;
  auto const year = year_of_era + era * 400 + (month <= 2);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d%c%02d:%02d:%02d", static_cast<int>(year), static_cast<int>(month), static_cast<int>(day),
                between, static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  return text + std::string(zone);
}

class Quotebank final : public TableExport {
 public:
  Problems add(table::Table const& table, std::string& out) override {
    auto const time = utc_of(table.document.published, ' ', "");
    auto const day = time.empty() ? std::string("0000-00-00") : time.substr(0, 10);
    for (auto const& quote : table.quotes) {
      JsonWriter json(out);
      json.open_object();
      char number[32];
      std::snprintf(number, sizeof number, "-%06llu", static_cast<unsigned long long>(counts_[day]++));
      json.member("quoteID", std::string_view(day + number));
      json.member("quotation", std::string_view(quote.text));
      auto const name = quote.speaker_name.value_or("None");
      json.member("speaker", std::string_view(name));
      json.list("qids");
      json.close();
      json.key("date");
      if (time.empty()) json.null();
      else json.text(time);
      json.member("numOccurrences", std::uint64_t{quote.duplicates} + 1);
      json.list("probas");
      probability(json, name, quote.speaker_name ? quote.confidence : 1 - quote.confidence);
      for (auto const& candidate : quote.candidates)
        if (candidate.name != name) probability(json, candidate.name, candidate.score);
      json.close();
      json.list("urls");
      if (table.document.url) json.text(*table.document.url);
      json.close();
      json.member("phase", std::string_view("E"));
      json.close();
      out += '\n';
    }
    return {};
  }
  void finish(std::string&) override {}

 private:
  static void probability(JsonWriter& json, std::string_view name, double value) {
    std::string text;
    append_json_score(text, value);
    json.open_list();
    json.text(name);
    json.text(text);
    json.close();
  }

  std::map<std::string, std::uint64_t> counts_;  // quotes of a day
};

class Gdelt final : public TableExport {
 public:
  Problems add(table::Table const& table, std::string& out) override {
    JsonWriter json(out);
    json.open_object();
    json.key("date");
    if (auto const time = utc_of(table.document.published, 'T', "Z"); time.empty()) json.null();
    else json.text(time);
    json.member("url", std::string_view(address_of(table.document)));
    json.member("title", std::string_view(table.document.title ? *table.document.title : std::string()));
    json.member("lang", std::string_view(language_name(table.document.language)));
    json.list("quotes");
    for (auto const& quote : table.quotes) {
      json.open_object();
      json.member("pre", std::string_view(quote.before));
      json.member("quote", std::string_view(quote.text));
      json.member("post", std::string_view(quote.after));
      json.close();
    }
    json.close();
    json.close();
    out += '\n';
    return {};
  }
  void finish(std::string&) override {}
};

}  // namespace

std::unique_ptr<TableExport> make_quotebank_export(ExportOptions const&) { return std::make_unique<Quotebank>(); }
std::unique_ptr<TableExport> make_gdelt_export(ExportOptions const&) { return std::make_unique<Gdelt>(); }

}  // namespace whosaid::formats
