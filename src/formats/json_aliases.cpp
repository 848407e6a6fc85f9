#include "formats/json_aliases.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "formats/web_dates.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

enum class Field { published, url, publisher, author, language };

struct Alias {
  std::string_view name;
  Field field;
  int rank;
};

// A site's name is worth more than its address.
constexpr std::array aliases = std::to_array<Alias>({
    {"date", Field::published, 1},
    {"date_publish", Field::published, 3},
    {"publish_date", Field::published, 3},
    {"publishedTime", Field::published, 3},
    {"date_published", Field::published, 2},
    {"source", Field::url, 1},
    {"siteName", Field::publisher, 3},
    {"sitename", Field::publisher, 3},
    {"source-hostname", Field::publisher, 3},
    {"source_hostname", Field::publisher, 3},
    {"hostname", Field::publisher, 1},
    {"source_domain", Field::publisher, 1},
    {"byline", Field::author, 1},
    {"lang", Field::language, 1},
});

constexpr std::array<std::string_view, 3> bodies{"maintext", "textContent", "content"};

// The words of a JSON string, "" for anything else.
std::string string_of(std::string_view raw) {
  if (raw.empty() || raw[0] != '"') return {};
  auto const value = nlohmann::json::parse(raw, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace

void JsonAliases::clear() {
  published_ = url_ = publisher_ = author_ = language_ = {};
  held_.clear();
}

bool JsonAliases::is_body(std::string_view name) { return std::find(bodies.begin(), bodies.end(), name) != bodies.end(); }

void JsonAliases::note(std::string_view name, std::string_view raw) {
  auto const alias = std::find_if(aliases.begin(), aliases.end(), [&](Alias const& one) { return one.name == name; });
  if (alias == aliases.end()) return;
  auto value = string_of(raw);
  if (alias->field == Field::published) value = web_date_to_iso(value);
  if (alias->field == Field::url && !value.starts_with("http://") && !value.starts_with("https://")) return;
  if (alias->field == Field::language)
    for (char& c : value) c = language_code_char(c);
  if (value.empty()) return;
  auto& found = alias->field == Field::published   ? published_
                : alias->field == Field::url       ? url_
                : alias->field == Field::publisher ? publisher_
                : alias->field == Field::author    ? author_
                                                   : language_;
  if (alias->rank > found.rank) found = {std::move(value), alias->rank};
}

bool JsonAliases::take_body(std::string& text, std::string& html, bool& is_html) {
  for (auto const body : bodies) {
    auto const one = std::find_if(held_.begin(), held_.end(), [&](Held const& h) { return h.name == body; });
    if (one == held_.end()) continue;
    auto value = string_of(one->raw);
    if (value.empty()) continue;
    // Readability's "content" is markup; elsewhere the name may mean plain text.
    is_html = body == "content" && value.find('<') != std::string::npos && value.find("</") != std::string::npos;
    (is_html ? html : text) = std::move(value);
    held_.erase(one);
    return true;
  }
  return false;
}

void JsonAliases::fill(Document& document) const {
  auto const fill_one = [](std::optional<std::string>& field, Found const& found) {
    if (!field && found.rank > 0) field = found.value;
  };
  fill_one(document.published, published_);
  fill_one(document.url, url_);
  fill_one(document.publisher, publisher_);
  fill_one(document.author, author_);
  if (document.language.empty() && language_.rank > 0) document.language = language_.value;
}

}  // namespace whosaid::formats
