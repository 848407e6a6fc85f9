// The idea: running text in JSON is strings with a full stop and some length. Those of one article hang below one list or
// object, under the same key; the group with the most letters is the article.
// It fails on: text cut into strings of single words or sentences' pieces (rich-text trees are joined by their blocks).
#include "formats/script_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace whosaid::formats {
namespace {

using nlohmann::json;

constexpr std::size_t shortest_text = 60;   // bytes of a string that may be a paragraph
constexpr std::size_t shortest_group = 250; // bytes of all of them together
constexpr int deepest = 64;

bool is_prose(std::string_view text) {
  if (text.size() < shortest_text || text.find(' ') == std::string_view::npos) return false;
  if (text.find('<') == std::string_view::npos && (text[0] == '{' || text[0] == '[' || text.starts_with("http"))) return false;
  auto const words = std::count(text.begin(), text.end(), ' ');
  if (static_cast<std::size_t>(words) * 16 < text.size()) return false;  // encoded data, style sheets
  return text.find_first_of(".!?") != std::string_view::npos && text.find("{") == std::string_view::npos && text.find("function") == std::string_view::npos;
}

struct Group {
  std::vector<std::string> texts;
  std::size_t size = 0;
};

// Strings below one node of a rich-text tree ("text" leaves) joined.
void gather_leaves(json const& tree, int depth, std::string& out) {
  if (depth > deepest) return;
  if (tree.is_object()) {
    for (auto const* key : {"text", "value"})
      if (auto const found = tree.find(key); found != tree.end() && found->is_string()) out += found->get_ref<std::string const&>();
    for (auto const* key : {"children", "content", "inlines"})
      if (auto const found = tree.find(key); found != tree.end()) gather_leaves(*found, depth + 1, out);
  } else if (tree.is_array()) {
    for (auto const& item : tree) gather_leaves(item, depth + 1, out);
  }
}

// A block of rich text: {"type":"paragraph","children":[{"text":"…"},…]}.
bool rich_block(json const& item, std::string& out) {
  if (!item.is_object()) return false;
  for (auto const* key : {"children", "content", "inlines"}) {
    auto const found = item.find(key);
    if (found == item.end() || !found->is_array() || found->empty() || !(*found)[0].is_object()) continue;
    gather_leaves(*found, 0, out);
    return is_prose(out);
  }
  return false;
}

class Search {
 public:
  void walk(json const& tree, int depth) {
    if (depth > deepest) return;
    if (tree.is_array()) {
      Group group;
      for (auto const& item : tree) {
        std::string rich;
        if (item.is_string()) {
          add(group, item.get_ref<std::string const&>());
        } else if (rich_block(item, rich)) {
          add(group, rich);
        } else if (item.is_object()) {
          for (auto const& [key, value] : item.items())
            if (value.is_string()) add(group, value.get_ref<std::string const&>());
        }
      }
      offer(std::move(group));
      for (auto const& item : tree) walk(item, depth + 1);
    } else if (tree.is_object()) {
      for (auto const& [key, value] : tree.items()) {
        if (value.is_string()) {
          Group group;
          add(group, value.get_ref<std::string const&>());
          offer(std::move(group));
        } else {
          walk(value, depth + 1);
        }
      }
    }
  }
  Group best;

 private:
  static void add(Group& group, std::string const& text) {
    if (!is_prose(text)) return;
    group.size += text.size();
    group.texts.push_back(text);
  }
  void offer(Group&& group) {
    if (group.size > best.size) best = std::move(group);
  }
};

// The object or list in a script: the whole of it, or what is assigned to a variable.
json parse_script(std::string_view text, bool data) {
  auto const start = data ? text.find_first_of("{[") : text.find("= {") == std::string_view::npos ? text.find("={") : text.find("= {");
  if (start == std::string_view::npos) return json(json::value_t::discarded);
  auto const begin = text.find_first_of("{[", start), end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return json(json::value_t::discarded);
  // Behind an assignment other code may follow: what is whole up to the matching bracket counts.
  std::size_t depth = 0, stop = end;
  bool in_string = false;
  for (auto at = begin; at <= end; ++at) {
    char const c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      else if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      stop = at;
      break;
    }
  }
  return json::parse(text.substr(begin, stop + 1 - begin), nullptr, false);
}

}  // namespace

bool looks_like_markup(std::string_view text) {
  for (auto const* tag : {"<p>", "<p ", "<br", "<div", "</p>"})
    if (text.find(tag) != std::string_view::npos) return true;
  return false;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    auto const begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) continue;
    out.emplace_back(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
  }
  return out;
}

ScriptText text_in_scripts(Page const& page) {
  Search search;
  auto const& nodes = page.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != Tag::script) continue;
    auto const type = page.attribute(i, "type");
    bool const data = type.find("json") != std::string_view::npos;
    if (!data && !type.empty() && type.find("javascript") == std::string_view::npos) continue;
    if (type == "application/ld+json" || page.has_attribute(i, "src")) continue;
    std::string text;
    for (auto child = i + 1; child < nodes[i].end; ++child) text += nodes[child].text;
    if (text.size() < shortest_group) continue;
    if (auto const tree = parse_script(text, data); !tree.is_discarded()) search.walk(tree, 0);
  }
  ScriptText out;
  if (search.best.size < shortest_group) return out;
  std::string joined;
  bool const markup = std::any_of(search.best.texts.begin(), search.best.texts.end(), looks_like_markup);
  for (auto const& text : search.best.texts) {
    if (markup) out.markup += "<div>" + text + "</div>\n";
    else
      for (auto& paragraph : paragraphs_of(text)) out.paragraphs.push_back(std::move(paragraph));
  }
  return out;
}

}  // namespace whosaid::formats
