// ClaimReview drafts. What a review says is a person's work: rating, review date and, unless given, reviewer and address are
// left out, and creativeWorkStatus says "Draft". The same words of the same speaker in several articles are one claim.
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "formats/exports.hpp"
#include "formats/json_writer.hpp"
#include "graph/names.hpp"
#include "graph/words.hpp"

namespace whosaid::formats {
namespace {

struct Appearance {
  std::string url, headline, published, publisher;
};

struct Claim {
  std::string words, language;
  std::string name, role, said;
  std::vector<std::string> affiliations;
  bool organisation = false;
  std::vector<Appearance> appearances;  // the first published first; those without a day last
};

class ClaimReview final : public TableExport {
 public:
  explicit ClaimReview(ExportOptions const& options) : options_(options) {}

  Problems add(table::Table const& table, std::string&) override {
    for (auto const& quote : table.quotes) {
      auto const speakers = speakers_of(quote, table);
      // Nobody's words are no claim of anybody; nor is what was not asserted.
      if (speakers.empty() || quote.status != "asserted") continue;
      auto& claim = claim_for(quote, *speakers[0]);
      if (claim.words.empty()) {
        claim.words = words_alone(quote.text);
        claim.language = table.document.language;
        claim.name = speakers[0]->name;
        claim.organisation = is_organisation(*speakers[0]);
      }
      if (claim.role.empty()) claim.role = job_title(*speakers[0]);
      if (claim.affiliations.empty()) claim.affiliations = speakers[0]->affiliations;
      // The earliest day that somebody gives is that of the utterance; later ones are of articles that took it up.
      if (auto const& said = quote.said.date; said && is_plain_date(*said) && (claim.said.empty() || *said < claim.said)) claim.said = *said;
      auto const& document = table.document;
      auto const address = address_of(document);
      if (std::none_of(claim.appearances.begin(), claim.appearances.end(), [&](auto const& known) { return known.url == address; }))
        claim.appearances.push_back({address, document.title.value_or(""), document.published.value_or(""), document.publisher.value_or("")});
    }
    return {};
  }

  void finish(std::string& out) override {
    JsonWriter json(out, JsonWriter::Layout::lines);
    if (claims_.size() != 1) json.open_list();
    for (auto& claim : claims_) {
      std::stable_sort(claim.appearances.begin(), claim.appearances.end(), [](Appearance const& a, Appearance const& b) {
        return a.published.empty() != b.published.empty() ? b.published.empty() : a.published.substr(0, 10) < b.published.substr(0, 10);
      });
      write(json, claim);
    }
    if (claims_.size() != 1) json.close();
    out += '\n';
  }

 private:
  Claim& claim_for(table::Quote const& quote, table::Speaker const& speaker) {
    std::vector<std::uint32_t> words;
    numbers_.append(quote.text, words);
    std::string key = graph::slug(speaker.name);
    for (auto const word : words) key += ' ' + std::to_string(word);
    auto const [known, added] = places_.try_emplace(std::move(key), claims_.size());
    if (added) claims_.emplace_back();
    return claims_[known->second];
  }

  static void appearance(JsonWriter& json, Appearance const& from) {
    json.open_object();
    json.member("@type", std::string_view("NewsArticle"));
    json.member(from.url.starts_with("urn:") ? "identifier" : "url", std::string_view(from.url));
    if (!from.headline.empty()) json.member("headline", std::string_view(from.headline));
    if (!from.published.empty()) json.member("datePublished", std::string_view(from.published));
    if (!from.publisher.empty()) {
      json.object("publisher");
      json.member("@type", std::string_view("Organization"));
      json.member("name", std::string_view(from.publisher));
      json.close();
    }
    json.close();
  }

  void write(JsonWriter& json, Claim const& claim) const {
    json.open_object();
    json.member("@context", std::string_view("https://schema.org"));
    json.member("@type", std::string_view("ClaimReview"));
    json.member("creativeWorkStatus", std::string_view("Draft"));
    if (!options_.review_url.empty()) json.member("url", std::string_view(options_.review_url));
    if (!options_.reviewer.empty()) {
      json.object("author");
      json.member("@type", std::string_view("Organization"));
      json.member("name", std::string_view(options_.reviewer));
      json.close();
    }
    json.member("claimReviewed", std::string_view(claim.words));
    json.member("inLanguage", std::string_view(claim.language));
    json.object("itemReviewed");
    json.member("@type", std::string_view("Claim"));
    json.object("author");
    json.member("@type", std::string_view(claim.organisation ? "Organization" : "Person"));
    json.member("name", std::string_view(claim.name));
    if (!claim.organisation) {
      if (!claim.role.empty()) json.member("jobTitle", std::string_view(claim.role));
      if (!claim.affiliations.empty()) {
        json.object("affiliation");
        json.member("@type", std::string_view("Organization"));
        json.member("name", std::string_view(claim.affiliations.front()));
        json.close();
      }
    }
    json.close();
    if (!claim.said.empty()) json.member("datePublished", std::string_view(claim.said));
    json.key("firstAppearance");
    appearance(json, claim.appearances.front());
    json.list("appearance");
    for (auto const& from : claim.appearances) appearance(json, from);
    json.close();
    json.close();
    json.close();
  }

  ExportOptions options_;
  graph::WordNumbers numbers_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<Claim> claims_;
};

}  // namespace

std::unique_ptr<TableExport> make_claimreview_export(ExportOptions const& options) { return std::make_unique<ClaimReview>(options); }

}  // namespace whosaid::formats
