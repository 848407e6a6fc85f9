#include "formats/read_gold.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "formats/json_depth.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

using Json = nlohmann::ordered_json;

// Values that are kept as they are get copied and written by recursion.
constexpr std::size_t deepest = 500;

// Reads the fields of one object and remembers which keys it knew. Problems are collected, never thrown.
class GoldFields {
 public:
  GoldFields(Json const& object, std::string where, std::vector<std::string>& problems)
      : object_(object), where_(std::move(where)), problems_(problems) {}

  void string(char const* name, std::string& to) {
    if (auto const* value = known(name); value && !value->is_null()) {
      if (value->is_string()) to = value->get<std::string>();
      else wrong(name, "a string");
    }
  }
  // An id may be written as a number.
  void id(std::string& to) {
    auto const at = object_.find("id");
    if (at == object_.end() || !at->is_number_integer()) return string("id", to);
    known_.emplace_back("id");
    to = at->dump();
  }
  void string(char const* name, std::optional<std::string>& to) {
    if (auto const* value = known(name); value && !value->is_null()) {
      if (value->is_string()) to = value->get<std::string>();
      else wrong(name, "a string or null");
    }
  }
  void judged(char const* name, gold::Judged& to) {
    to.judged = object_.contains(name);
    string(name, to.value);
  }
  void strings(char const* name, std::vector<std::string>& to) {
    auto const* value = known(name);
    if (!value || value->is_null()) return;
    if (!value->is_array()) return wrong(name, "a list of strings");
    for (auto const& element : *value) {
      if (!element.is_string()) return wrong(name, "a list of strings");
      to.push_back(element.get<std::string>());
    }
  }
  void ranges(char const* name, std::vector<gold::Range>& to) {
    auto const* value = known(name);
    if (!value || value->is_null()) return;
    if (!value->is_array()) return wrong(name, "a list of [start,end]");
    for (auto const& element : *value) {
      auto const range = read_range(element);
      if (!range) return wrong(name, "a list of [start,end]");
      to.push_back(*range);
    }
  }
  Json const* list(char const* name) {
    auto const* value = known(name);
    if (!value || value->is_null()) return nullptr;
    if (value->is_array()) return value;
    wrong(name, "a list");
    return nullptr;
  }
  [[nodiscard]] std::string rest() const {
    Json left = Json::object();
    for (auto const& [name, value] : object_.items())
      if (std::find(known_.begin(), known_.end(), name) == known_.end()) left[name] = value;
    return left.empty() ? std::string{} : left.dump();
  }
  void require(char const* name) {
    if (!object_.contains(name)) problems_.push_back(where_ + "'" + name + "' is missing");
  }

 private:
  static std::optional<gold::Range> read_range(Json const& value) {
    if (!value.is_array() || value.size() < 2) return std::nullopt;
    std::array<std::uint32_t, 2> ends{};
    for (std::size_t i = 0; i < 2; ++i) {
      if (!value[i].is_number_unsigned()) return std::nullopt;
      auto const number = value[i].get<std::uint64_t>();
      if (number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
      ends[i] = static_cast<std::uint32_t>(number);
    }
    return gold::Range{ends[0], ends[1]};
  }
  Json const* known(char const* name) {
    known_.emplace_back(name);
    auto const at = object_.find(name);
    return at == object_.end() ? nullptr : &*at;
  }
  void wrong(char const* name, char const* expected) {
    problems_.push_back(where_ + "'" + name + "' must be " + expected);
  }

  Json const& object_;
  std::string where_;
  std::vector<std::string>& problems_;
  std::vector<std::string> known_;
};

gold::Quote read_quote(Json const& object, std::size_t number, std::vector<std::string>& problems) {
  gold::Quote quote;
  std::string where = "quote ";
  where += std::to_string(number + 1);
  where += ": ";
  if (!object.is_object()) {
    problems.push_back(where + "not an object");
    return quote;
  }
  GoldFields fields(object, where, problems);
  fields.require("id");
  fields.require("kind");
  fields.id(quote.id);
  fields.string("kind", quote.kind);
  fields.string("type", quote.type);
  fields.ranges("spans", quote.spans);
  fields.ranges("quoted", quote.quoted);
  fields.ranges("cue", quote.cue);
  fields.ranges("source", quote.source);
  fields.ranges("addressee", quote.addressee);
  fields.ranges("date", quote.date_expression);
  fields.string("speaker", quote.speaker);
  fields.strings("speakers", quote.speakers);
  fields.string("form", quote.form);
  fields.string("basis", quote.basis);
  fields.string("section", quote.section);
  fields.string("status", quote.status);
  fields.judged("said_date", quote.said_date);
  fields.judged("role", quote.role);
  fields.judged("affiliation", quote.affiliation);
  quote.extra = fields.rest();
  return quote;
}

gold::Character read_character(Json const& object, std::size_t number, std::vector<std::string>& problems) {
  gold::Character character;
  std::string where = "character ";
  where += std::to_string(number + 1);
  where += ": ";
  if (!object.is_object()) {
    problems.push_back(where + "not an object");
    return character;
  }
  GoldFields fields(object, where, problems);
  fields.require("name");
  fields.string("name", character.name);
  fields.strings("aliases", character.aliases);
  fields.ranges("mentions", character.mentions);
  character.extra = fields.rest();
  return character;
}

gold::Document read_document(Json const& object, std::vector<std::string>& problems) {
  gold::Document document;
  GoldFields fields(object, {}, problems);
  fields.require("id");
  fields.require("text");
  fields.id(document.id);
  fields.string("language", document.language);
  fields.string("published", document.published);
  fields.string("title", document.title);
  fields.string("text", document.text);
  fields.ranges("discard", document.discard);
  if (auto const* quotes = fields.list("quotes"))
    for (auto const& quote : *quotes) document.quotes.push_back(read_quote(quote, document.quotes.size(), problems));
  if (auto const* characters = fields.list("characters"))
    for (auto const& character : *characters)
      document.characters.push_back(read_character(character, document.characters.size(), problems));
  document.extra = fields.rest();
  return document;
}

}  // namespace

Result<GoldFile> read_gold(std::string_view content, std::string_view file) {
  GoldFile gold;
  Problems problems;
  std::uint32_t number = 0;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  while (!content.empty()) {
    auto const end = content.find('\n');
    auto const line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (auto const bad = first_invalid_utf8(line); bad != line.size()) {
      problems.push_back({std::string(file), number, static_cast<std::uint32_t>(bad + 1), "not UTF-8"});
      continue;
    }
    if (json_deeper_than(line, deepest)) {
      problems.push_back({std::string(file), number, 1, "nested more than " + std::to_string(deepest) + " deep"});
      continue;
    }
    Json object;
    try {
      object = Json::parse(line);
    } catch (Json::parse_error const& error) {
      problems.push_back({std::string(file), number, static_cast<std::uint32_t>(error.byte), "not JSON"});
      continue;
    } catch (Json::out_of_range const&) {
      problems.push_back({std::string(file), number, 1, "a number is too large to be read"});
      continue;
    }
    if (!object.is_object()) {
      problems.push_back({std::string(file), number, 1, "not a JSON object"});
      continue;
    }
    std::vector<std::string> wrong;
    auto document = read_document(object, wrong);
    for (auto& message : wrong) problems.push_back({std::string(file), number, 0, std::move(message)});
    gold.documents.push_back(std::move(document));
    gold.lines.push_back(number);
  }
  if (!problems.empty()) return problems;
  return gold;
}

}  // namespace whosaid::formats
