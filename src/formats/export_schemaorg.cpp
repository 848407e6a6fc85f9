// schema.org: each table becomes a NewsArticle, its speakers and its quotations, in one graph. People of different tables are
// not joined here; `whosaid graph --format jsonld` does that.
#include "formats/exports.hpp"
#include "formats/json_writer.hpp"

namespace whosaid::formats {
namespace {

void reference(JsonWriter& json, std::string_view name, std::string const& id) {
  json.object(name);
  json.member("@id", std::string_view(id));
  json.close();
}

class SchemaOrg final : public TableExport {
 public:
  Problems add(table::Table const& table, std::string& out) override {
    auto const& document = table.document;
    auto const article = address_of(document);
    for_item(out, [&](JsonWriter& json) {
      json.member("@id", std::string_view(article));
      json.member("@type", std::string_view("NewsArticle"));
      json.member("identifier", std::string_view(document.id));
      json.member("url", document.url);
      json.member("headline", document.title);
      json.member("datePublished", document.published);
      json.member("inLanguage", std::string_view(document.language));
      named(json, "author", "Person", document.author);
      named(json, "publisher", "Organization", document.publisher);
    });
    for (auto const& speaker : table.speakers)
      for_item(out, [&](JsonWriter& json) {
        bool const organisation = is_organisation(speaker);
        json.member("@id", std::string_view(table_urn(document.id, speaker.id)));
        json.member("@type", std::string_view(organisation ? "Organization" : "Person"));
        json.member("name", std::string_view(speaker.name));
        texts(json, "alternateName", speaker.aliases);
        if (organisation) return;
        texts(json, "jobTitle", speaker.roles);
        if (speaker.affiliations.empty()) return;
        json.list("affiliation");
        for (auto const& name : speaker.affiliations) {
          json.open_object();
          json.member("@type", std::string_view("Organization"));
          json.member("name", std::string_view(name));
          json.close();
        }
        json.close();
      });
    std::uint64_t position = 0;
    for (auto const& quote : table.quotes)
      for_item(out, [&](JsonWriter& json) {
        json.member("@id", std::string_view(table_urn(document.id, quote.id)));
        json.member("@type", std::string_view("Quotation"));
        json.member("text", words_alone(quote.text));
        auto const speakers = speakers_of(quote, table);
        for (auto const name : {"creator", "spokenByCharacter"}) {
          if (speakers.size() == 1) reference(json, name, table_urn(document.id, speakers[0]->id));
          if (speakers.size() < 2) continue;
          json.list(name);
          for (auto const* speaker : speakers) {
            json.open_object();
            json.member("@id", std::string_view(table_urn(document.id, speaker->id)));
            json.close();
          }
          json.close();
        }
        if (quote.said.date) json.member(is_plain_date(*quote.said.date) ? "dateCreated" : "temporalCoverage", quote.said.date);
        json.member("datePublished", document.published);
        json.member("inLanguage", std::string_view(document.language));
        json.member("position", ++position);
        reference(json, "isPartOf", article);
      });
    return {};
  }
  void finish(std::string& out) override { out += begun_ ? "\n]}\n" : "{\"@context\":\"https://schema.org\",\"@graph\":[]}\n"; }

 private:
  template <class Fill>
  void for_item(std::string& out, Fill fill) {
    out += begun_ ? ",\n" : "{\"@context\":\"https://schema.org\",\"@graph\":[\n";
    begun_ = true;
    JsonWriter json(out);
    json.open_object();
    fill(json);
    json.close();
  }
  static void named(JsonWriter& json, std::string_view name, std::string_view type, std::optional<std::string> const& value) {
    if (!value || value->empty()) return;
    json.object(name);
    json.member("@type", type);
    json.member("name", value);
    json.close();
  }
  static void texts(JsonWriter& json, std::string_view name, std::vector<std::string> const& values) {
    if (values.empty()) return;
    if (values.size() == 1) return json.member(name, std::string_view(values[0]));
    json.list(name);
    for (auto const& value : values) json.text(value);
    json.close();
  }

  bool begun_ = false;
};

}  // namespace

std::unique_ptr<TableExport> make_schemaorg_export(ExportOptions const&) { return std::make_unique<SchemaOrg>(); }

}  // namespace whosaid::formats
