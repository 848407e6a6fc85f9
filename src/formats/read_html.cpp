#include "formats/read_html.hpp"

namespace whosaid::formats {
namespace {

class HtmlReader final : public RecordReader {
 public:
  void read(Record const& record, DocumentSink& sink) override {
    Document document;
    document.id = record.place();
    if (!record.standard_input) document.path = record.name;
    Problems notes;
    if (auto const failed = read_html(record.bytes, document, notes)) sink.fail(*failed);
    else sink.take(document, notes);
  }
};

}  // namespace

std::optional<FailedDocument> read_html(std::string_view, Document& out, Problems&) {
  return FailedDocument{out.id, "unsupported_input", "HTML pages cannot be read yet; give the article's text"};
}

std::unique_ptr<RecordReader> make_html_reader() { return std::make_unique<HtmlReader>(); }

}  // namespace whosaid::formats
