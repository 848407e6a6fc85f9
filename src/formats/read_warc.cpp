#include "formats/read_warc.hpp"

#include "formats/block_reader.hpp"
#include "formats/decode.hpp"
#include "formats/json_write.hpp"
#include "formats/read_feed.hpp"
#include "formats/read_html.hpp"
#include "formats/warc_record.hpp"

namespace whosaid::formats {
namespace {

enum class Content { html, text, feed, other };

Content content_of(std::string_view type, std::string_view body) {
  if (type.empty() || same_ignoring_case(type, "application/octet-stream")) {
    auto const at = body.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || body[at] != '<') return Content::other;
    return looks_like_feed(body) ? Content::feed : Content::html;
  }
  if (same_ignoring_case(type, "text/html") || same_ignoring_case(type, "application/xhtml+xml")) return Content::html;
  if (same_ignoring_case(type, "text/plain")) return Content::text;
  if (type.find("xml") != std::string_view::npos && looks_like_feed(body)) return Content::feed;
  return Content::other;
}

class WarcReader final : public RecordReader {
 public:
  explicit WarcReader(ReaderOptions const& options) : pages_(options), feeds_(options) {}
  void read(Record const& record, DocumentSink& sink) override {
    auto rest = record.bytes;
    one_ = record;
    one_.line = record.line ? record.line : 1;
    for (;; ++one_.line) {
      auto const begin = rest.find_first_not_of("\r\n");
      if (begin == std::string_view::npos) return;
      rest.remove_prefix(begin);
      auto const header_end = rest.find("\r\n\r\n");
      auto const length = header_end == std::string_view::npos ? std::nullopt : warc_content_length(rest.substr(0, header_end + 2));
      if (!length || *length > rest.size() - header_end - 4) {
        sink.fail({one_.place(), "broken_warc", one_.place() + ": no whole record: damaged, cut off, or not a web archive"});
        return;
      }
      read_one(rest.substr(0, header_end + 2), rest.substr(header_end + 4, *length), sink);
      rest.remove_prefix(header_end + 4 + *length);
    }
  }

 private:
  void read_one(std::string_view header, std::string_view content, DocumentSink& sink) {
    auto const type = header_field(header, "WARC-Type");
    auto const content_type = header_field(header, "Content-Type");
    if (same_ignoring_case(type, "conversion")) return take(header, Content::text, content, media_charset(content_type), sink);
    if (same_ignoring_case(type, "resource")) {
      return take(header, content_of(media_type(content_type), content), content, media_charset(content_type), sink);
    }
    if (!same_ignoring_case(type, "response")) return;
    auto const response = read_http(content, buffer_, BlockReader::most_record);
    if (response.status != 200) return;
    auto const kind = content_of(response.type, response.body);
    if (kind == Content::other) return;
    if (!response.wrong.empty()) return sink.fail({id_of(header), "unreadable_page", one_.place() + ": " + std::string(response.wrong)});
    take(header, kind, response.body, response.charset, sink);
  }

  [[nodiscard]] std::string id_of(std::string_view header) const {
    auto id = header_field(header, "WARC-Record-ID");
    if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
    return id.empty() ? one_.place() : std::string(id);
  }

  void take(std::string_view header, Content kind, std::string_view body, std::string_view charset, DocumentSink& sink) {
    if (kind == Content::other) return;
    document_ = {};
    notes_.clear();
    document_.id = id_of(header);
    if (!one_.standard_input) document_.path = one_.name;
    auto url = header_field(header, "WARC-Target-URI");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    if (!url.empty()) document_.url = url;
    if (auto const crawled = header_field(header, "WARC-Date"); !crawled.empty()) {
      document_.extra = "{\"warc\":{\"date\":";
      append_json_string(document_.extra, crawled);
      document_.extra += "}}";
    }
    switch (kind) {
      case Content::html:
        if (auto failed = pages_.read(body, charset, document_, notes_)) return fail(std::move(*failed), sink);
        return sink.take(document_, notes_);
      case Content::text:
        document_.text = as_utf8(body, charset, document_.id, text_, notes_);
        while (!document_.text.empty() && (document_.text.back() == '\n' || document_.text.back() == '\r')) document_.text.pop_back();
        return sink.take(document_, notes_);
      case Content::feed: return feeds_.read(body, charset, document_.id, sink);
      case Content::other: return;
    }
  }
  void fail(FailedDocument failed, DocumentSink& sink) const {
    failed.message = one_.place() + ": " + failed.message;
    sink.fail(failed);
  }

  Record one_;
  HtmlPages pages_;
  Feeds feeds_;
  Document document_;
  Problems notes_;
  std::string buffer_, text_;
};

}  // namespace

std::unique_ptr<RecordReader> make_warc_reader(ReaderOptions const& options) { return std::make_unique<WarcReader>(options); }

}  // namespace whosaid::formats
