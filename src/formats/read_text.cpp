#include "formats/read_text.hpp"

#include "formats/decode.hpp"
#include "formats/text_markup.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

class TextReader final : public RecordReader {
 public:
  void read(Record const& record, DocumentSink& sink) override {
    notes_.clear();
    document_.id = record.place();
    document_.path.reset();
    if (!record.standard_input) document_.path = record.name;
    if (is_utf16(record.bytes) || (first_invalid_utf8(record.bytes) != record.bytes.size() && is_other_encoding(record.bytes))) {
      document_.text = as_utf8(record.bytes, {}, document_.id, converted_, notes_);
    } else {
      document_.text = record.bytes;
      mend_utf8(document_.text, document_.id, notes_);
    }
    mark_block_quotes(document_);
    sink.take(document_, notes_);
  }

 private:
  Document document_;
  Problems notes_;
  std::string converted_;
};

}  // namespace

std::unique_ptr<RecordReader> make_text_reader(ReaderOptions const&) { return std::make_unique<TextReader>(); }

}  // namespace whosaid::formats
