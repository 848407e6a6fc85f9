#include "formats/read_text.hpp"

namespace whosaid::formats {
namespace {

class TextReader final : public RecordReader {
 public:
  void read(Record const& record, DocumentSink& sink) override {
    notes_.clear();
    document_.id = record.place();
    document_.path.reset();
    if (!record.standard_input) document_.path = record.name;
    document_.text = record.bytes;
    mend_utf8(document_.text, document_.id, notes_);
    sink.take(document_, notes_);
  }

 private:
  Document document_;
  Problems notes_;
};

}  // namespace

std::unique_ptr<RecordReader> make_text_reader() { return std::make_unique<TextReader>(); }

}  // namespace whosaid::formats
