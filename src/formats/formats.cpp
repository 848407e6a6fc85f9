#include "formats/formats.hpp"

#include <algorithm>
#include <array>

#include "formats/read_feed.hpp"
#include "formats/read_html.hpp"
#include "formats/read_jsonl.hpp"
#include "formats/read_text.hpp"
#include "formats/read_warc.hpp"
#include "formats/write_csv.hpp"
#include "formats/write_json.hpp"
#include "formats/write_table.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

constexpr std::array inputs{
    InputFormat{"text", "plain text, one document per file", ".txt .text .md", false, make_text_reader},
    InputFormat{"html", "an HTML page per file", ".html .htm .xhtml", false, make_html_reader},
    InputFormat{"jsonl", "JSON Lines, one document per line", ".jsonl .ndjson", true, make_jsonl_reader},
    InputFormat{"json", "one JSON object or a list of them per file", ".json", false, make_json_reader},
    InputFormat{"warc", "a web archive: WARC with pages or WET with their text", ".warc .wet", false, make_warc_reader, true},
    InputFormat{"feed", "an RSS or Atom feed, one document per item", ".rss .atom .xml", false, make_feed_reader},
};

constexpr std::array outputs{
    OutputFormat{"table", "columns for reading on a terminal", "", "", "\n", "", false, false, write_table, write_table_error},
    OutputFormat{"jsonl", "JSON Lines, one object per document", ".jsonl", "", "", "", false, false, write_jsonl, write_jsonl_error},
    OutputFormat{"json", "one JSON object, or a list when there are several documents", ".json", "[\n", ",\n", "\n]\n", true, false,
                 write_pretty_json, write_pretty_json_error},
    OutputFormat{"csv", "one row per quote, comma-separated, with a header line", ".csv", csv_header, "", "", false, true, write_csv},
    OutputFormat{"tsv", "the same, separated by tabs", ".tsv", tsv_header, "", "", false, true, write_tsv},
};

// "news/A.JSONL.gz" -> ".jsonl"; "" when the name has none.
std::string extension_of(std::string_view path) {
  auto const slash = path.rfind('/');
  auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (auto const* packing : {".gz", ".zst"})
    if (name.ends_with(packing)) name.remove_suffix(std::string_view(packing).size());
  auto const dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string out(name.substr(dot));
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

bool lists(std::string_view extensions, std::string_view extension) {
  while (!extensions.empty()) {
    auto const space = extensions.find(' ');
    if (extensions.substr(0, space) == extension) return true;
    if (space == std::string_view::npos) return false;
    extensions.remove_prefix(space + 1);
  }
  return false;
}

bool begins_with_tag(std::string_view text, std::string_view tag) {
  return text.size() > tag.size() && std::equal(tag.begin(), tag.end(), text.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

// A piece of a page: an element of a page's body that is also closed. "<p" alone may be anybody's text.
bool is_fragment(std::string_view text) {
  for (auto const* name : {"p", "div", "article", "section", "main", "body", "head", "h1", "blockquote", "header"}) {
    std::string const tag = std::string("<") + name;
    if (!begins_with_tag(text, tag) || (text[tag.size()] != '>' && text[tag.size()] != ' ')) continue;
    return text.find(std::string("</") + name + '>') != std::string_view::npos;
  }
  return false;
}

}  // namespace

std::span<InputFormat const> input_formats() { return inputs; }
std::span<OutputFormat const> output_formats() { return outputs; }

InputFormat const* find_input_format(std::string_view name) {
  auto const found = std::find_if(inputs.begin(), inputs.end(), [&](auto const& format) { return format.name == name; });
  return found == inputs.end() ? nullptr : &*found;
}

OutputFormat const* find_output_format(std::string_view name) {
  auto const found = std::find_if(outputs.begin(), outputs.end(), [&](auto const& format) { return format.name == name; });
  return found == outputs.end() ? nullptr : &*found;
}

bool known_extension(std::string_view path) {
  auto const extension = extension_of(path);
  return !extension.empty() &&
         std::any_of(inputs.begin(), inputs.end(), [&](auto const& format) { return lists(format.extensions, extension); });
}

InputFormat const* guess_input_format(std::string_view path, std::string_view first_bytes) {
  if (auto const extension = extension_of(path); !extension.empty()) {
    for (auto const& format : inputs) {
      if (lists(format.extensions, extension)) return &format;
    }
  }
  if (first_bytes.substr(0, 3) == "\xEF\xBB\xBF") first_bytes.remove_prefix(3);
  auto const start = std::min(first_bytes.find_first_not_of(" \t\r\n"), first_bytes.size());
  auto const text = first_bytes.substr(start);
  if (text.starts_with("WARC/")) return find_input_format("warc");
  if (!text.empty() && text[0] == '<') {
    if (looks_like_feed(text)) return find_input_format("feed");
    if (begins_with_tag(text, "<!doctype") || begins_with_tag(text, "<html") || begins_with_tag(text, "<?xml") || is_fragment(text)) {
      return find_input_format("html");
    }
  }
  // An object that opens with a key. A line that is broken further on is for the reader to report.
  if (!text.empty() && text[0] == '{') {
    auto const key = text.find_first_not_of(" \t\r\n", 1);
    if (key != std::string_view::npos && (text[key] == '"' || text[key] == '}')) {
      return find_input_format(text.substr(0, key).find('\n') == std::string_view::npos ? "jsonl" : "json");
    }
  }
  return find_input_format("text");
}

OutputFormat const* guess_output_format(std::string_view path) {
  auto const extension = extension_of(path);
  for (auto const& format : outputs) {
    if (!extension.empty() && format.extension == extension) return &format;
  }
  return nullptr;
}

}  // namespace whosaid::formats
