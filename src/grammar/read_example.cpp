#include <algorithm>

#include "grammar/example.hpp"

namespace whosaid::grammar {
namespace {

bool is_name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "published 2024-03-15, tense future" as pairs.
void read_attributes(std::string_view text, Example& out) {
  while (!text.empty()) {
    auto const comma = std::min(text.find(','), text.size());
    auto const part = trimmed(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
    if (part.empty()) continue;
    auto const space = std::min(part.find(' '), part.size());
    out.attributes.emplace_back(std::string(part.substr(0, space)), std::string(trimmed(part.substr(space))));
  }
}

}  // namespace

std::string_view Example::attribute(std::string_view key) const {
  for (auto const& [name, value] : attributes)
    if (name == key) return value;
  return {};
}

Example read_example(Rule const& rule, ExampleLine const& line, Problems& problems) {
  Example out;
  out.rule = rule.name;
  out.kind = line.kind;
  auto const place = rule.problem(line.at, {});
  out.file = place.file;
  out.line = place.line;
  out.column = place.column;
  out.written = line.text;

  std::string_view text = line.text;
  auto const complain = [&](std::size_t at, std::string message) {
    problems.push_back(rule.problem(line.at + static_cast<std::uint32_t>(at), std::move(message)));
  };
  std::size_t at = 0;
  if (text.starts_with('{')) {
    auto const end = text.find('}');
    if (end == std::string_view::npos) complain(0, "expected '}'");
    read_attributes(text.substr(1, std::min(end, text.size()) - 1), out);
    at = end == std::string_view::npos ? text.size() : end + 1;
    while (at < text.size() && text[at] == ' ') ++at;
  }
  if (auto const arrow = text.rfind(" => "); arrow != std::string_view::npos && arrow >= at) {
    out.expected = trimmed(text.substr(arrow + 4));
    text = text.substr(0, arrow);
    while (text.size() > at && text.back() == ' ') text.remove_suffix(1);
  }
  std::vector<std::size_t> open;  // captures that are not closed yet
  for (; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && std::string_view("[]{\\").find(text[at + 1]) != std::string_view::npos) {
      out.sentence += text[++at];
    } else if (text[at] == '[') {
      auto end = at + 1;
      while (end < text.size() && is_name_char(text[end])) ++end;
      if (end == at + 1 || end >= text.size() || text[end] != ' ') {
        complain(at, "a bracket begins with a capture name and a space: [speaker Jane Doe]; a bracket of the text is written \\[");
        continue;
      }
      auto const begin = static_cast<std::uint32_t>(out.sentence.size());
      open.push_back(out.captures.size());
      out.captures.push_back({std::string(text.substr(at + 1, end - at - 1)), {begin, begin}});
      at = end;
    } else if (text[at] == ']') {
      if (open.empty()) {
        complain(at, "']' without '['; a bracket of the text is written \\]");
        continue;
      }
      out.captures[open.back()].span.end = static_cast<std::uint32_t>(out.sentence.size());
      open.pop_back();
    } else {
      out.sentence += text[at];
    }
  }
  if (!open.empty()) complain(text.size(), "expected ']'");
  if (out.sentence.empty() && problems.empty()) complain(0, "an example needs a sentence");
  return out;
}

}  // namespace whosaid::grammar
