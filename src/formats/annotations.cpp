#include "formats/annotations.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "formats/json_write.hpp"

namespace whosaid::formats {
namespace {

using Ranges = std::vector<gold::Range>;

class Builder {
 public:
  explicit Builder(gold::Document const& document) : document_(document) {}

  Annotations run() {
    for (auto const& quote : document_.quotes)
      out_.spans.push_back({label::quote, quote.quoted.empty() || quote.kind == "indirect" ? quote.spans : quote.quoted, &quote, {}});
    for (std::size_t i = 0; i < document_.quotes.size(); ++i) {
      auto const& quote = document_.quotes[i];
      relate(label::said, i, label::speaker, quote.source);
      relate(label::cued_by, i, label::cue, quote.cue);
      relate(label::addressed_to, i, label::addressee, quote.addressee);
      relate(label::said_on, i, label::date, quote.date_expression);
      // The other one of `quoted` and `spans`; brat.cpp takes it apart again.
      auto const& other = quote.kind == "indirect" ? quote.quoted : quote.quoted.empty() ? quote.quoted : quote.spans;
      if (!other.empty() && other != out_.spans[i].ranges) out_.relations.push_back({label::content_of, span(label::content, other), i});
    }
    for (auto const& character : document_.characters) {
      std::vector<std::size_t> mentions;
      for (auto range : character.mentions) {
        auto const mention = span(label::speaker, {range});
        out_.spans[mention].characters.push_back(&character);
        mentions.push_back(mention);
      }
      if (mentions.size() > 1) out_.same_person.push_back(std::move(mentions));
    }
    for (auto range : document_.discard) span(label::no_speech, {range});
    return std::move(out_);
  }

 private:
  std::size_t span(std::string_view name, Ranges const& ranges) {
    auto const [known, added] = known_.try_emplace({name, ranges}, out_.spans.size());
    if (added) out_.spans.push_back({name, ranges, nullptr, {}});
    return known->second;
  }
  void relate(std::string_view type, std::size_t quote, std::string_view name, Ranges const& ranges) {
    if (!ranges.empty()) out_.relations.push_back({type, quote, span(name, ranges)});
  }

  gold::Document const& document_;
  Annotations out_;
  std::map<std::pair<std::string_view, Ranges>, std::size_t> known_;
};

gold::Range range_of(table::TextSpan const& span) { return {span.start, span.end}; }
Ranges ranges_of(std::optional<table::TextSpan> const& span) { return span ? Ranges{range_of(*span)} : Ranges{}; }

gold::Judged joined_values(std::vector<std::string> const& values) {
  gold::Judged out{true, std::nullopt};
  for (auto const& value : values) out.value = out.value ? *out.value + "; " + value : value;
  return out;
}

// Adds to the text of a JSON object, which is "" while it has no member.
void add_member(std::string& object, std::string_view key, std::string_view value) {
  if (object.empty()) object = "{";
  else object.back() = ',';
  append_json_string(object, key);
  object += ':';
  append_json_string(object, value);
  object += '}';
}

}  // namespace

Annotations annotations_of(gold::Document const& document) { return Builder(document).run(); }

gold::Document gold_of(table::Table const& table, std::string_view text) {
  gold::Document document;
  document.id = table.document.id;
  document.language = table.document.language;
  document.published = table.document.published.value_or("");
  document.title = table.document.title.value_or("");
  document.text = text;
  for (auto const& [key, value] : {std::pair("publisher", &table.document.publisher), std::pair("author", &table.document.author), std::pair("url", &table.document.url)})
    if (*value) add_member(document.extra, key, **value);
  std::unordered_map<std::string_view, table::Speaker const*> speakers;
  std::unordered_map<std::string_view, std::size_t> named;  // gold knows people by their name: two of one name are one there
  for (auto const& speaker : table.speakers) {
    speakers.try_emplace(speaker.id, &speaker);
    auto const [place, added] = named.try_emplace(speaker.name, document.characters.size());
    if (added) document.characters.push_back({speaker.name, {}, {}, {}});
    auto& character = document.characters[place->second];
    for (auto const& alias : speaker.aliases)
      if (std::find(character.aliases.begin(), character.aliases.end(), alias) == character.aliases.end()) character.aliases.push_back(alias);
    for (auto const& mention : speaker.mentions) character.mentions.push_back(range_of(mention));
    std::sort(character.mentions.begin(), character.mentions.end());
  }
  for (auto const& found : table.quotes) {
    gold::Quote quote;
    quote.id = found.id;
    quote.kind = found.kind;
    for (auto const& segment : found.segments) quote.spans.push_back(range_of(segment));
    if (found.kind != "indirect") quote.quoted = quote.spans;
    if (found.source) {
      quote.source = {range_of(found.source->span)};
      quote.form = found.source->form;
    }
    if (found.cue) quote.cue = {range_of(found.cue->span)};
    quote.addressee = ranges_of(found.addressee);
    quote.speaker = found.speaker_name;
    for (auto const& id : found.speakers)
      if (auto const speaker = speakers.find(id); speaker != speakers.end()) quote.speakers.push_back(speaker->second->name);
    if (!quote.speakers.empty() && (!quote.speaker || quote.speakers.front() != *quote.speaker)) quote.speakers.clear();
    if (auto const speaker = speakers.find(found.speaker.value_or("")); speaker != speakers.end()) {
      quote.role = joined_values(speaker->second->roles);
      quote.affiliation = joined_values(speaker->second->affiliations);
    }
    quote.said_date.judged = true;
    if (found.said.basis == "explicit" || found.said.basis == "event") {
      quote.said_date.value = found.said.date;
      quote.date_expression = ranges_of(found.said.expression);
    }
    quote.basis = found.basis;
    quote.section = found.section;
    quote.status = found.status;
    add_member(quote.extra, "said_basis", found.said.basis);
    add_member(quote.extra, "rule", found.rule);
    quote.extra.back() = ',';
    quote.extra += "\"confidence\":";
    append_json_score(quote.extra, found.confidence);
    quote.extra += '}';
    document.quotes.push_back(std::move(quote));
  }
  return document;
}

}  // namespace whosaid::formats
