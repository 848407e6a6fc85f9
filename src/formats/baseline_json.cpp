#include "formats/baseline_json.hpp"

#include <nlohmann/json.hpp>

#include <optional>

#include "formats/json_fields.hpp"

namespace whosaid::formats {

void write_baseline(eval::Baseline const& baseline, std::string& out) {
  out += '{';
  json::field(out, "schema", "whosaid.baseline/1");
  json::name(out, "figures");
  out += '{';
  for (auto const& [figure, value] : baseline.figures) json::score_field(out, figure, value);
  out += '}';
  json::strings(out, "documents", baseline.documents);
  out += "}\n";
  for (auto const& verdict : baseline.verdicts) {
    out += '{';
    json::field(out, "document", verdict.document);
    json::field(out, "start", verdict.span.start);
    json::field(out, "end", verdict.span.end);
    json::field(out, "item", verdict.indirect ? (verdict.extra ? "indirect extra" : "indirect") : (verdict.extra ? "extra" : "quote"));
    json::name(out, "judged");
    out += '{';
    for (std::size_t m = 0; m < eval::metric_count; ++m)
      if (verdict.outcomes[m] != eval::Outcome::not_asked) {
        json::name(out, eval::metric_names[m]);
        out += verdict.outcomes[m] == eval::Outcome::right ? "true" : "false";
      }
    out += '}';
    json::field(out, "rule", verdict.rule);
    json::field(out, "speaker", verdict.speaker);
    json::field(out, "text", verdict.words);
    out += "}\n";
  }
}

Result<eval::Baseline> read_baseline(std::string_view content, std::string_view file) {
  using Json = nlohmann::ordered_json;
  eval::Baseline baseline;
  std::uint32_t number = 0;
  auto const problem = [&](std::string message) { return Problem{std::string(file), number, 0, std::move(message)}; };
  while (!content.empty()) {
    auto const end = content.find('\n');
    auto const line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    ++number;
    if (line.empty()) continue;
    auto const object = Json::parse(line, nullptr, false);
    if (!object.is_object()) return problem("not a JSON object");
    auto const text = [&](char const* key) {
      auto const at = object.find(key);
      return at != object.end() && at->is_string() ? at->get<std::string>() : std::string{};
    };
    if (number == 1) {
      if (text("schema") != "whosaid.baseline/1") return problem("not a baseline that `whosaid eval --save-baseline` wrote");
      if (object.contains("figures") && object["figures"].is_object())
        for (auto const& [key, value] : object["figures"].items())
          if (value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1)
            baseline.figures.emplace_back(key, value.get<double>());
      if (object.contains("documents") && object["documents"].is_array())
        for (auto const& id : object["documents"])
          if (id.is_string()) baseline.documents.push_back(id.get<std::string>());
      continue;
    }
    eval::Verdict verdict;
    auto const offset = [&](char const* key) -> std::optional<std::uint32_t> {
      auto const at = object.find(key);
      if (at == object.end() || !at->is_number_unsigned() || at->get<std::uint64_t>() > eval::no_quote) return std::nullopt;
      return static_cast<std::uint32_t>(at->get<std::uint64_t>());
    };
    auto const start = offset("start"), stop = offset("end");
    auto const item = text("item");
    if (!start || !stop || item.empty()) return problem("'start', 'end' or 'item' is missing");
    verdict.span = {*start, *stop};
    verdict.document = text("document");
    verdict.indirect = item.starts_with("indirect");
    verdict.extra = item.ends_with("extra");
    verdict.outcomes.fill(eval::Outcome::not_asked);
    if (auto const judged = object.find("judged"); judged != object.end() && judged->is_object())
      for (std::size_t m = 0; m < eval::metric_count; ++m)
        if (auto const at = judged->find(std::string(eval::metric_names[m])); at != judged->end() && at->is_boolean())
          verdict.outcomes[m] = at->get<bool>() ? eval::Outcome::right : eval::Outcome::wrong;
    verdict.rule = text("rule");
    verdict.speaker = text("speaker");
    verdict.words = text("text");
    baseline.verdicts.push_back(std::move(verdict));
  }
  if (number == 0) return problem("the baseline is empty");
  return baseline;
}

}  // namespace whosaid::formats
