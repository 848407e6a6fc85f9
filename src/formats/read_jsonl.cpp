// Documents from JSON, over simdjson's lazy interface: of a line, only the text is wanted decoded, and unknown keys must go
// through as they were written, which a document tree could not tell any more (1.50 is 1.5 there).
// The lazy interface does not look into what it skips; so what was passed over is checked once more on its own.
#include "formats/read_jsonl.hpp"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <new>

#include "formats/json_aliases.hpp"
#include "formats/json_surrogates.hpp"
#include "formats/json_write.hpp"
#include "formats/read_html.hpp"
#include "formats/text_markup.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

namespace ondemand = simdjson::ondemand;
static_assert(record_padding >= simdjson::SIMDJSON_PADDING);

enum class Key { text, html, id, path, title, published, url, publisher, author, language, other };

Key key_of(std::string_view name) {
  if (name == "text") return Key::text;
  if (name == "id") return Key::id;
  if (name == "title") return Key::title;
  if (name == "published") return Key::published;
  if (name == "url") return Key::url;
  if (name == "publisher") return Key::publisher;
  if (name == "language") return Key::language;
  if (name == "author" || name == "authors") return Key::author;
  if (name == "html") return Key::html;
  if (name == "path") return Key::path;
  return Key::other;
}

bool only_spaces(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_json(std::string_view text, simdjson::dom::parser& parser) {
  auto const error = parser.parse(text.data(), text.size()).error();
  if (error == simdjson::SUCCESS) return true;
  // Numbers beyond 64 bits and very deep nesting are JSON all the same.
  return nlohmann::json::accept(text);
}

class JsonlReader final : public RecordReader {
 public:
  explicit JsonlReader(ReaderOptions options) : options_(std::move(options)) {}
  void read(Record const& given, DocumentSink& sink) override {
    notes_.clear();
    document_known_ = false;
    auto record = given;
    // A byte order mark is no part of the first line.
    if (record.line <= 1 && record.bytes.substr(0, 3) == "\xEF\xBB\xBF") record.bytes.remove_prefix(3);
    record_ = &record;
    if (only_spaces(record.bytes)) return fail(sink, "empty_line", "the line is empty");
    auto error = parse(record.bytes, record.bytes.size() + record_padding);
    if (error == simdjson::UTF8_ERROR || error == simdjson::STRING_ERROR) error = parse_mended(record);
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error != simdjson::SUCCESS) return fail(sink, "broken_json", simdjson::error_message(error));
    if (!wrong_.empty()) return fail(sink, wrong_code_, wrong_);
    if (document_.id.empty()) document_.id = record.place();
    if (!has_text_) {
      if (!has_html_) return fail(sink, "no_text", "the object has neither \"text\" nor \"html\"");
      if (!pages_) pages_ = std::make_unique<HtmlPages>(options_);
      if (auto failed = pages_->read(html_, "utf-8", document_, notes_)) return sink.fail(*failed);
    } else {
      mark_block_quotes(document_);
    }
    sink.take(document_, notes_);
  }

 private:
  void fail(DocumentSink& sink, std::string_view code, std::string_view message) {
    auto const id = document_known_ && !document_.id.empty() ? document_.id : record_->place();
    sink.fail({id, std::string(code), record_->place() + ": " + std::string(message)});
  }

  simdjson::error_code parse_mended(Record const& record) {
    mended_ = record.bytes;
    mend_utf8(mended_, record.place(), notes_);
    if (auto const count = mend_surrogates(mended_)) {
      notes_.push_back({record.place(), 0, 0, std::to_string(count) + " lone surrogate escapes replaced by U+FFFD"});
    }
    auto const size = mended_.size();
    mended_.append(record_padding, '\0');
    return parse(std::string_view(mended_).substr(0, size), mended_.size());
  }

  void reset() {
    document_.id.clear();
    document_.text.clear();
    document_.language.clear();
    document_.extra.clear();
    document_.zones.clear();
    for (auto* field : {&document_.path, &document_.url, &document_.title, &document_.publisher, &document_.author,
                        &document_.published}) {
      field->reset();
    }
    has_text_ = has_html_ = false;
    document_known_ = false;
    wrong_.clear();
    aliases_.clear();
  }

  simdjson::error_code parse(std::string_view json, std::size_t capacity) {
    reset();
    ondemand::document parsed;
    if (auto const error = parser_.iterate(json.data(), json.size(), capacity).get(parsed)) return error;
    ondemand::object object;
    if (auto const error = parsed.get_object().get(object)) {
      if (error != simdjson::INCORRECT_TYPE) return error;
      return set_wrong("broken_json", "the line is JSON, but not an object");
    }
    for (auto field : object) {
      std::string_view name;
      ondemand::value value;
      if (auto const error = field.unescaped_key().get(name)) return error;
      name_ = name;  // the view dies with the next string
      if (auto const error = field.value().get(value)) return error;
      if (auto const error = take(value)) return error;
    }
    // Anything but white space behind the object.
    if (parsed.current_location().error() != simdjson::OUT_OF_BOUNDS) return simdjson::TRAILING_CONTENT;
    use_aliases();
    if (!document_.extra.empty()) {
      document_.extra += '}';
      if (!is_json(document_.extra, extra_parser_)) return simdjson::TAPE_ERROR;
    }
    document_known_ = true;
    return simdjson::SUCCESS;
  }

  // Fills what the object's own keys left open from those of other extractors.
  void use_aliases() {
    bool is_html = false;
    if (!has_text_ && !has_html_ && aliases_.take_body(document_.text, html_, is_html)) (is_html ? has_html_ : has_text_) = true;
    for (auto const& one : aliases_.held()) {
      name_ = one.name;
      keep_raw(one.raw);
    }
    aliases_.fill(document_);
  }

  simdjson::error_code set_wrong(std::string_view code, std::string_view message) {
    wrong_code_ = code;
    wrong_ = message;
    return simdjson::SUCCESS;
  }

  simdjson::error_code take(ondemand::value value) {
    auto const key = key_of(name_);
    if (key == Key::other) return keep(value);
    ondemand::json_type type;
    if (auto const error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return value.is_null().error();
    switch (key) {
      case Key::text: has_text_ = true; return required_string(value, type, document_.text);
      case Key::html: has_html_ = true; return required_string(value, type, html_);
      case Key::id: return label(value, type, document_.id);
      case Key::language: return language(value, type);
      case Key::author: return authors(value, type);
      case Key::published: return published(value, type);
      case Key::path: return string_or_keep(value, type, document_.path);
      case Key::title: return string_or_keep(value, type, document_.title);
      case Key::url: return string_or_keep(value, type, document_.url);
      case Key::publisher: return string_or_keep(value, type, document_.publisher);
      case Key::other: break;
    }
    return simdjson::SUCCESS;
  }

  // Adds a key and its value, as written, to the document's extra object.
  simdjson::error_code keep(ondemand::value value) {
    std::string_view raw;
    if (auto const error = simdjson::to_json_string(value).get(raw)) return error;
    if (JsonAliases::is_body(name_)) {
      aliases_.hold(name_, raw);
      return simdjson::SUCCESS;
    }
    aliases_.note(name_, raw);
    keep_raw(raw);
    return simdjson::SUCCESS;
  }
  void keep_raw(std::string_view raw) {
    document_.extra += document_.extra.empty() ? '{' : ',';
    append_json_string(document_.extra, std::string_view(name_));
    document_.extra += ':';
    append_json_verbatim(document_.extra, raw);
  }

  simdjson::error_code required_string(ondemand::value value, ondemand::json_type type, std::string& out) {
    if (type != ondemand::json_type::string) {
      set_wrong("no_text", "\"" + name_ + "\" is not a string");
      std::string_view raw;
      return simdjson::to_json_string(value).get(raw);
    }
    std::string_view text;
    if (auto const error = value.get_string().get(text)) return error;
    out = text;
    return simdjson::SUCCESS;
  }

  simdjson::error_code string_or_keep(ondemand::value value, ondemand::json_type type, std::optional<std::string>& out) {
    if (type != ondemand::json_type::string) return keep(value);
    std::string_view text;
    if (auto const error = value.get_string().get(text)) return error;
    out = text;
    return simdjson::SUCCESS;
  }

  // An id may be a number; it stays as written.
  simdjson::error_code label(ondemand::value value, ondemand::json_type type, std::string& out) {
    std::string_view text;
    if (type == ondemand::json_type::number) {
      if (auto const error = simdjson::to_json_string(value).get(text)) return error;
      out = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
      return simdjson::SUCCESS;
    }
    if (type != ondemand::json_type::string) return keep(value);
    if (auto const error = value.get_string().get(text)) return error;
    out = text;
    return simdjson::SUCCESS;
  }

  simdjson::error_code language(ondemand::value value, ondemand::json_type type) {
    if (type != ondemand::json_type::string) return keep(value);
    std::string_view text;
    if (auto const error = value.get_string().get(text)) return error;
    document_.language.clear();
    for (char const c : text) document_.language += language_code_char(c);
    return simdjson::SUCCESS;
  }

  // A day that cannot be counted from is no date of publication; it is kept as an unknown key instead of being lost.
  simdjson::error_code published(ondemand::value value, ondemand::json_type type) {
    if (type != ondemand::json_type::string) return keep(value);
    std::string_view text;
    if (auto const error = value.get_string().get(text)) return error;
    if (begins_with_iso_day(text)) {
      document_.published = text;
      return simdjson::SUCCESS;
    }
    if (text.empty()) return simdjson::SUCCESS;
    std::string quoted;
    append_json_string(quoted, text);
    keep_raw(quoted);
    notes_.push_back({record_->place(), 0, 0, "\"published\" is not an ISO 8601 date and was not used"});
    return simdjson::SUCCESS;
  }

  // "Ann Ode", ["Ann Ode", "Bo Lind"], {"name": "Ann Ode"} or a list of such objects.
  simdjson::error_code authors(ondemand::value value, ondemand::json_type type) {
    std::string_view raw;
    if (type == ondemand::json_type::string) {
      if (auto const error = value.get_string().get(raw)) return error;
      add_author(raw);
      return simdjson::SUCCESS;
    }
    if (auto const error = simdjson::to_json_string(value).get(raw)) return error;
    auto const tree = nlohmann::json::parse(raw, nullptr, false);
    if (tree.is_discarded()) return simdjson::TAPE_ERROR;
    auto const add = [&](nlohmann::json const& item) {
      if (item.is_string()) add_author(item.get_ref<std::string const&>());
      else if (item.is_object() && item.contains("name") && item["name"].is_string()) {
        add_author(item["name"].get_ref<std::string const&>());
      }
    };
    if (tree.is_array()) {
      for (auto const& item : tree) add(item);
    } else {
      add(tree);
    }
    return simdjson::SUCCESS;
  }
  void add_author(std::string_view name) {
    if (name.empty()) return;
    if (!document_.author) document_.author = name;
    else *document_.author += ", " + std::string(name);
  }

  JsonAliases aliases_;
  ReaderOptions options_;
  std::unique_ptr<HtmlPages> pages_;  // made when the first line holds one
  ondemand::parser parser_;
  simdjson::dom::parser extra_parser_;
  Record const* record_ = nullptr;
  Document document_;
  Problems notes_;
  std::string html_, mended_, name_, wrong_;
  std::string_view wrong_code_;
  bool has_text_ = false, has_html_ = false, document_known_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_jsonl_reader(ReaderOptions const& options) { return std::make_unique<JsonlReader>(options); }

}  // namespace whosaid::formats
