// The idea: running text in JSON is strings with a full stop and some length. Those of one article hang below one list or
// object, under the same key; the group with the most letters is the article. Once it is found, its short lines belong to
// it as well, but not those of items that call themselves something else (a picture, a link).
// It fails on: text cut into strings of single words or sentences' pieces (rich-text trees are joined by their blocks).
// Tests: tests/html/ (pages with expected text).
#include "formats/script_text.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "formats/script_json.hpp"

namespace whosaid::formats {
namespace {

using PageJson = nlohmann::json;

constexpr std::size_t shortest_text = 60;   // bytes of a string that may be a paragraph
constexpr std::size_t shortest_group = 250; // bytes of all of them together
constexpr std::size_t least_share = 8;      // a type of item belongs to the text when it holds at least an eighth of it
constexpr int deepest_text = 64;

bool is_prose(std::string_view text) {
  if (text.size() < shortest_text || text.find(' ') == std::string_view::npos) return false;
  if (text.find('<') == std::string_view::npos && (text[0] == '{' || text[0] == '[' || text.starts_with("http"))) return false;
  auto const words = std::count(text.begin(), text.end(), ' ');
  if (static_cast<std::size_t>(words) * 16 < text.size()) return false;  // encoded data, style sheets
  return text.find_first_of(".!?") != std::string_view::npos && text.find('{') == std::string_view::npos && text.find("function") == std::string_view::npos;
}

bool has_inline_markup(std::string_view text) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    auto const next = at + 1 < text.size() ? text[at + 1] : ' ';
    if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/') return true;
  }
  return false;
}

struct Group {
  std::vector<std::string> texts;
  std::size_t size = 0;  // of running text
};

constexpr char const* parts_of_rich_text[] = {"children", "content", "inlines", "nodes", "spans", "runs", "c"};

// Strings below one node of a rich-text tree ("text" leaves) joined.
void gather_leaves(PageJson const& tree, int depth, std::string& out) {
  if (depth > deepest_text) return;
  if (tree.is_object()) {
    for (auto const* key : {"text", "value", "v"})
      if (auto const found = tree.find(key); found != tree.end() && found->is_string()) out += found->get_ref<std::string const&>();
    for (auto const* key : parts_of_rich_text)
      if (auto const found = tree.find(key); found != tree.end()) gather_leaves(*found, depth + 1, out);
  } else if (tree.is_array()) {
    for (auto const& item : tree) gather_leaves(item, depth + 1, out);
  }
}

// A block of rich text: {"type":"paragraph","children":[{"text":"…"},…]}.
bool rich_block(PageJson const& item, std::string& out) {
  for (auto const* key : parts_of_rich_text) {
    auto const found = item.find(key);
    if (found == item.end() || !found->is_array() || found->empty() || !(*found)[0].is_object()) continue;
    gather_leaves(*found, 0, out);
    return !out.empty();
  }
  return false;
}

std::string type_of(PageJson const& item) {
  for (auto const* key : {"type", "_type", "__typename", "kind", "component", "t"})
    if (auto const found = item.find(key); found != item.end() && found->is_string()) return found->get<std::string>();
  return {};
}

// One string of a list's item, with what the item calls it.
struct Piece {
  std::string name;  // type and key
  std::string text;
};

// Pieces of the kinds that carry the running text, in order.
Group text_of(std::vector<Piece>&& pieces) {
  std::map<std::string, std::size_t> prose;
  Group out;
  for (auto const& piece : pieces)
    if (is_prose(piece.text)) {
      out.size += piece.text.size();
      prose[piece.name] += piece.text.size();
    }
  for (auto& piece : pieces) {
    auto const of_its_kind = prose.find(piece.name);
    bool const heading = piece.name.starts_with("head");
    if (!heading && (of_its_kind == prose.end() || of_its_kind->second * least_share < out.size)) continue;
    if (piece.text.find(' ') != std::string::npos) out.texts.push_back(std::move(piece.text));
  }
  return out;
}

class Search {
 public:
  void walk(PageJson const& tree, int depth) {
    if (depth > deepest_text) return;
    if (tree.is_array()) {
      offer(text_of(pieces_of(tree)));
      for (auto const& item : tree) walk(item, depth + 1);
    } else if (tree.is_object()) {
      around_.push_back(&tree);
      for (auto const& [key, value] : tree.items()) walk(value, depth + 1);
      around_.pop_back();
    } else if (tree.is_string()) {
      auto const& text = tree.get_ref<std::string const&>();
      if (text.size() >= shortest_group && (text[0] == '{' || text[0] == '[') && (text.back() == '}' || text.back() == ']')) {
        // Each level of strings doubles its backslashes, so that JSON in JSON cannot make this more than linear.
        if (auto const inner = PageJson::parse(text, nullptr, false); !inner.is_discarded()) walk(inner, depth + 8);
      } else if (is_prose(text)) {
        offer({{text}, text.size()});
      }
    }
  }
  void offer(Group&& group) {
    if (group.size > best.size) best = std::move(group);
  }
  Group best;

 private:
  std::vector<PageJson const*> around_;  // objects that hold what is walked, the outermost first

  // What {"__ref":"Paragraph:9"} stands for: a cache keeps its items side by side under their names.
  [[nodiscard]] PageJson const& resolved(PageJson const& item) const {
    auto const reference = item.is_object() ? item.find("__ref") : item.end();
    if (!item.is_object() || reference == item.end() || !reference->is_string()) return item;
    for (auto const* object : around_)
      if (auto const found = object->find(reference->get_ref<std::string const&>()); found != object->end()) return *found;
    return item;
  }

  [[nodiscard]] std::vector<Piece> pieces_of(PageJson const& list) const {
    std::vector<Piece> out;
    for (auto const& one : list) {
      PageJson const& item = resolved(one);
      std::string rich;
      if (item.is_string()) {
        out.push_back({{}, item.get<std::string>()});
      } else if (item.is_object() && rich_block(item, rich)) {
        out.push_back({type_of(item), std::move(rich)});
      } else if (item.is_object()) {
        auto const type = type_of(item);
        for (auto const& [key, value] : item.items()) {
          if (value.is_string()) out.push_back({type + '/' + key, value.get<std::string>()});
          else if (value.is_object() && &item != &one) add_strings(value, type + '/' + key, out);
          else if (key == "items" && type.starts_with("list")) add_items(value, out);
        }
      }
    }
    return out;
  }
  // Of {"text":{"html":"…"}}, as caches have it.
  static void add_strings(PageJson const& object, std::string const& name, std::vector<Piece>& out) {
    for (auto const& [key, value] : object.items())
      if (value.is_string()) out.push_back({name + '/' + key, value.get<std::string>()});
  }
  // {"type":"list","items":[{"content":"…"}]}: as running text, whatever their length.
  static void add_items(PageJson const& items, std::vector<Piece>& out) {
    if (!items.is_array()) return;
    for (auto const& item : items)
      for (auto const* key : {"content", "text"})
        if (item.is_object() && item.contains(key) && item[key].is_string()) out.push_back({"head/item", item[key].get<std::string>()});
  }
};

void append_escaped(std::string& out, std::string_view text) {
  for (char const c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '&') out += "&amp;";
    else out += c;
  }
}

bool is_element_name(std::string_view name) {
  return !name.empty() && name.size() < 16 && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '1' && c <= '6'); });
}

// ["$","p",key,{"children":…}] becomes <p>…</p>, so that the text is read as any other page's.
void draw(PageJson const& tree, int depth, std::string& out) {
  if (depth > deepest_text * 4) return;
  if (tree.is_string()) {
    auto const& text = tree.get_ref<std::string const&>();
    if (!text.starts_with('$')) append_escaped(out, text);
  } else if (tree.is_number()) {
    out += tree.dump();
  } else if (tree.is_array() && tree.size() == 4 && tree[0] == "$" && tree[1].is_string()) {
    auto const& name = tree[1].get_ref<std::string const&>();
    auto const& properties = tree[3];
    if (name == "script" || name == "style" || !properties.is_object()) return;
    bool const element = is_element_name(name);
    if (element) {
      out += '<' + name;
      for (auto const& [key, attribute] : {std::pair("className", "class"), std::pair("id", "id"), std::pair("href", "href")}) {
        auto const found = properties.find(key);
        if (found == properties.end() || !found->is_string() || found->get_ref<std::string const&>().find('"') != std::string::npos) continue;
        (((out += ' ') += attribute) += "=\"") += found->get_ref<std::string const&>() + '"';
      }
      out += '>';
    }
    if (auto const children = properties.find("children"); children != properties.end()) draw(*children, depth + 1, out);
    if (auto const raw = properties.find("dangerouslySetInnerHTML"); raw != properties.end() && raw->is_object()) {
      if (auto const text = raw->find("__html"); text != raw->end() && text->is_string()) out += text->get_ref<std::string const&>();
    }
    if (element && name != "br" && name != "img" && name != "hr" && name != "input") out += "</" + name + '>';
  } else if (tree.is_array()) {
    for (auto const& item : tree) draw(item, depth + 1, out);
  }
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
  std::string drawn;
  read_script_json(page, {[&](std::string_view value) {
                            if (auto const tree = PageJson::parse(value, nullptr, false); !tree.is_discarded()) search.walk(tree, 0);
                          },
                          [&](std::string_view row) {
                            auto const tree = PageJson::parse(row, nullptr, false);
                            if (tree.is_discarded()) return;
                            search.walk(tree, 0);
                            draw(tree, 0, drawn);
                          },
                          [&](std::string_view text) {
                            if (is_prose(text)) search.offer({{std::string(text)}, text.size()});
                          }});
  ScriptText out;
  if (search.best.size * 2 < drawn.size() && drawn.size() >= shortest_group) {
    out.markup = std::move(drawn);
    return out;
  }
  if (search.best.size < shortest_group) return out;
  auto const& texts = search.best.texts;
  bool const markup = std::any_of(texts.begin(), texts.end(), has_inline_markup);
  for (auto const& text : texts) {
    if (markup) out.markup += looks_like_markup(text) ? "<div>" + text + "</div>\n" : "<p>" + text + "</p>\n";
    else
      for (auto& paragraph : paragraphs_of(text)) out.paragraphs.push_back(std::move(paragraph));
  }
  return out;
}

}  // namespace whosaid::formats
