#include "formats/read_feed.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <cstring>

#include "formats/decode.hpp"
#include "formats/entities.hpp"
#include "formats/page_metadata.hpp"
#include "formats/read_html.hpp"
#include "formats/script_text.hpp"
#include "formats/web_dates.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

// Without a prefix of a namespace, except those whose names mean something else: content:encoded, dc:creator.
std::string_view local_name(pugi::xml_node node) {
  std::string_view const name = node.name();
  for (auto const* prefix : {"atom:", "rss:", "a:"})
    if (name.starts_with(prefix)) return name.substr(std::strlen(prefix));
  return name;
}

bool is_item(pugi::xml_node node) {
  auto const name = local_name(node);
  return name == "item" || name == "entry";
}

// All text of an element, or its inner markup when it holds elements (Atom's xhtml).
std::string content_of(pugi::xml_node node) {
  bool const elements = std::any_of(node.begin(), node.end(), [](pugi::xml_node child) { return child.type() == pugi::node_element; });
  std::string out;
  if (!elements) {
    for (auto const child : node.children()) out += child.value();
    return out;
  }
  struct Writer final : pugi::xml_writer {
    std::string& text;
    explicit Writer(std::string& to) : text(to) {}
    void write(void const* data, std::size_t size) override { text.append(static_cast<char const*>(data), size); }
  } writer(out);
  for (auto const child : node.children()) child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out;
}

struct FeedItem {
  std::string id, title, url, published, updated, author, full, summary;
};

void read_field(pugi::xml_node node, FeedItem& out) {
  auto const name = local_name(node);
  auto const set = [](std::string& field, std::string_view value) {
    if (field.empty()) field = trim_ascii(value);
  };
  if (name == "guid" || name == "id") set(out.id, content_of(node));
  else if (name == "title") set(out.title, content_of(node));
  else if (name == "link") {
    std::string_view const rel = node.attribute("rel").value();
    if (node.attribute("href") && (rel.empty() || rel == "alternate")) set(out.url, node.attribute("href").value());
    else if (!node.attribute("href")) set(out.url, content_of(node));
  } else if (name == "pubDate" || name == "published" || name == "dc:date" || name == "issued") {
    set(out.published, web_date_to_iso(content_of(node)));
  } else if (name == "updated") {
    set(out.updated, web_date_to_iso(content_of(node)));
  } else if (name == "dc:creator") {
    set(out.author, content_of(node));
  } else if (name == "author") {
    auto const inner = node.child("name");
    set(out.author, content_of(inner ? inner : node));
  } else if (name == "content:encoded" || name == "content") {
    set(out.full, content_of(node));
  } else if (name == "description" || name == "summary") {
    set(out.summary, content_of(node));
  }
}

// "desk@example.org (Ann Ode)" is how RSS writes a name.
std::string author_name(std::string_view text) {
  auto const open = text.find('('), close = text.rfind(')');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) return std::string(trim_ascii(text.substr(open + 1, close - open - 1)));
  return text.find('@') == std::string_view::npos ? std::string(text) : std::string();
}

}  // namespace

struct Feeds::Impl {
  explicit Impl(ReaderOptions const& options) : pages(options) {}

  HtmlPages pages;
  std::string converted, path;
  Document document;
  Problems notes;

  void give(FeedItem const& item, std::string const& fallback, std::string const& publisher, std::string const& language, DocumentSink& sink) {
    document = {};
    notes.clear();
    document.id = item.id.empty() ? fallback : item.id;
    if (!path.empty()) document.path = path;
    if (!item.url.empty()) document.url = item.url;
    if (!item.title.empty()) document.title = decode_entities(item.title);
    if (!publisher.empty()) document.publisher = publisher;
    // Atom asks for no other day than the last change's.
    if (auto const& day = item.published.empty() ? item.updated : item.published; !day.empty()) document.published = day;
    if (auto author = author_name(item.author); !author.empty()) document.author = std::move(author);
    document.language = language;
    auto const& body = item.full.empty() ? item.summary : item.full;
    if (body.find('<') == std::string::npos) {
      document.text = decode_entities(body);
    } else if (auto const failed = pages.read(body, "utf-8", document, notes)) {
      return sink.fail(*failed);
    }
    if (document.text.empty()) return sink.fail({document.id, "no_text", fallback + ": the item holds no text"});
    sink.take(document, notes);
  }
};

Feeds::Feeds(ReaderOptions const& options) : impl_(std::make_unique<Impl>(options)) {}
Feeds::~Feeds() = default;
void Feeds::set_path(std::string_view path) { impl_->path = path; }

void Feeds::read(std::string_view bytes, std::string_view charset, std::string_view place, DocumentSink& sink) {
  Problems notes;
  auto const text = as_utf8(bytes, charset.empty() ? declared_charset(bytes) : charset, place, impl_->converted, notes);
  pugi::xml_document tree;
  auto const parsed = tree.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  pugi::xml_node root = tree.document_element();
  pugi::xml_node channel = root.child("channel");
  if (!channel) channel = root;
  std::string publisher, language;
  for (auto const node : channel.children()) {
    auto const name = local_name(node);
    if (name == "title") publisher = trim_ascii(content_of(node));
    if (name == "language" || name == "dc:language") language = trim_ascii(content_of(node));
  }
  if (language.empty()) language = root.attribute("xml:lang").value();
  std::transform(language.begin(), language.end(), language.begin(), language_code_char);
  std::size_t number = 0;
  for (auto const parent : {channel, root}) {
    for (auto const node : parent.children()) {
      if (!is_item(node)) continue;
      FeedItem item;
      for (auto const field : node.children()) read_field(field, item);
      ++number;
      impl_->give(item, std::string(place) + '#' + std::to_string(number), publisher, language, sink);
    }
    if (channel == root) break;
  }
  if (!parsed) {
    auto const line = 1 + std::count(text.begin(), text.begin() + std::min<std::ptrdiff_t>(parsed.offset, static_cast<std::ptrdiff_t>(text.size())), '\n');
    sink.fail({std::string(place), "broken_feed", std::string(place) + ':' + std::to_string(line) + ": " + parsed.description()});
  } else if (number == 0) {
    sink.fail({std::string(place), "no_text", std::string(place) + ": no items: not an RSS or Atom feed, or an empty one"});
  }
}

bool looks_like_feed(std::string_view first_bytes) {
  auto const head = first_bytes.substr(0, 4096);
  for (auto const* tag : {"<rss", "<feed", "<rdf:RDF", "<atom:feed"})
    if (head.find(tag) != std::string_view::npos) return true;
  return false;
}

namespace {

class FeedReader final : public RecordReader {
 public:
  explicit FeedReader(ReaderOptions const& options) : feeds_(options) {}
  void read(Record const& record, DocumentSink& sink) override {
    feeds_.set_path(record.standard_input ? std::string_view() : record.name);
    feeds_.read(record.bytes, {}, record.place(), sink);
  }

 private:
  Feeds feeds_;
};

}  // namespace

std::unique_ptr<RecordReader> make_feed_reader(ReaderOptions const& options) { return std::make_unique<FeedReader>(options); }

}  // namespace whosaid::formats
