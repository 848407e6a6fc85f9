#include "formats/script_json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

namespace whosaid::formats {
namespace {

using PageJson = nlohmann::json;

constexpr std::size_t shortest_value = 200;  // bytes; less holds no article
constexpr auto npos = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Behind the bracket that closes the one at `begin`; npos when it stays open.
std::size_t behind_value(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  bool in_string = false;
  for (auto at = begin; at < text.size(); ++at) {
    char const c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      else if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return npos;
}

// The string literal at `begin`, decoded; "" when it is none.
std::string literal(std::string_view text, std::size_t begin) {
  for (auto at = begin + 1; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '"') {
      auto const value = PageJson::parse(text.substr(begin, at + 1 - begin), nullptr, false);
      return value.is_string() ? value.get<std::string>() : std::string();
    }
  }
  return {};
}

void offer(std::string_view text, ScriptJson const& found) {
  if (text.size() >= shortest_value) found.value(text);
}

// name = {…}; name = […]; JSON.parse("…"). What was read or passed over once is not looked at again, so code of any
// shape takes linear time.
void read_assignments(std::string_view text, ScriptJson const& found) {
  constexpr std::string_view parse = "JSON.parse(";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == 'J' && text.substr(at, parse.size()) == parse) {
      at += parse.size();
      if (at < text.size() && text[at] == '"') offer(literal(text, at), found);
      continue;
    }
    if (text[at] != '=') continue;
    auto begin = at + 1;
    while (begin < text.size() && is_space(text[begin])) ++begin;
    if (begin == text.size() || (text[begin] != '{' && text[begin] != '[')) continue;
    auto const end = behind_value(text, begin);
    if (end == npos) return;
    offer(text.substr(begin, end - begin), found);
    at = end - 1;
  }
}

// Pages that are streamed push pieces of one long text, whose lines are rows: "1a:[…]", "1b:T4f0,…" with a length in bytes.
void gather_stream(std::string_view script, std::string& stream) {
  constexpr std::string_view push = "__next_f.push(";
  for (auto at = script.find(push); at != npos; at = script.find(push, at + 1)) {
    auto const begin = at + push.size();
    if (begin >= script.size() || script[begin] != '[') continue;
    auto const end = behind_value(script, begin);
    if (end == npos) return;
    auto const piece = PageJson::parse(script.substr(begin, end - begin), nullptr, false);
    if (piece.is_array() && piece.size() == 2 && piece[1].is_string()) stream += piece[1].get_ref<std::string const&>();
    at = end - 1;
  }
}

void read_stream(std::string_view stream, ScriptJson const& found) {
  while (!stream.empty()) {
    auto const colon = stream.find(':');
    if (colon == npos) return;
    auto rest = stream.substr(colon + 1);
    if (!rest.empty() && rest[0] == 'T') {
      std::size_t size = 0;
      auto const comma = rest.find(',');
      if (comma == npos) return;
      std::from_chars(rest.data() + 1, rest.data() + comma, size, 16);
      found.streamed_text(rest.substr(comma + 1, size));
      stream = rest.substr(std::min(rest.size(), comma + 1 + size));
      continue;
    }
    auto const end = rest.find('\n');
    auto const row = rest.substr(0, end);
    if (row.size() >= shortest_value) found.streamed(row);
    stream = end == npos ? std::string_view() : rest.substr(end + 1);
  }
}

}  // namespace

void read_script_json(Page const& page, ScriptJson const& found) {
  auto const& nodes = page.nodes();
  std::string stream;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != Tag::script) continue;
    auto const type = page.attribute(i, "type");
    if (type == "application/ld+json" || page.has_attribute(i, "src")) continue;
    bool const data = type.find("json") != npos;
    if (!data && !type.empty() && type.find("javascript") == npos && type != "module") continue;
    std::string text;
    for (auto child = i + 1; child < nodes[i].end; ++child) text += nodes[child].text;
    if (text.find("__next_f") != npos) {
      gather_stream(text, stream);
    } else if (data) {
      auto const begin = text.find_first_of("{["), end = text.find_last_of("}]");
      if (begin != npos && end != npos && begin < end) offer(std::string_view(text).substr(begin, end + 1 - begin), found);
    } else {
      read_assignments(text, found);
    }
  }
  read_stream(stream, found);
}

}  // namespace whosaid::formats
