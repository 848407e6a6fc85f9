// A file of JSON is cut into its objects, which go to the reader of lines.
#include <simdjson.h>

#include <new>

#include "formats/read_jsonl.hpp"

namespace whosaid::formats {
namespace {

class JsonReader final : public RecordReader {
 public:
  explicit JsonReader(ReaderOptions const& options) : lines_(make_jsonl_reader(options)) {}
  void read(Record const& record, DocumentSink& sink) override {
    auto const start = record.bytes.find('[');
    if (start == std::string_view::npos || record.bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n") != start) return lines_->read(record, sink);
    simdjson::ondemand::document parsed;
    simdjson::ondemand::array items;
    auto const list = record.bytes.substr(start);
    auto error = parser_.iterate(list.data(), list.size(), list.size() + record_padding).get(parsed);
    if (!error) error = parsed.get_array().get(items);
    if (error) return fail(record, error, sink);
    std::uint32_t number = 0;
    for (auto item : items) {
      std::string_view raw;
      if (auto const broken = simdjson::to_json_string(item).get(raw)) return fail(record, broken, sink);
      object_ = raw;
      object_.append(record_padding, '\0');
      Record one = record;
      one.bytes = std::string_view(object_).substr(0, raw.size());
      one.line = ++number;
      lines_->read(one, sink);
    }
  }

 private:
  static void fail(Record const& record, simdjson::error_code error, DocumentSink& sink) {
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    sink.fail({record.place(), "broken_json", record.place() + ": " + simdjson::error_message(error)});
  }

  std::unique_ptr<RecordReader> lines_;
  simdjson::ondemand::parser parser_;
  std::string object_;
};

}  // namespace

std::unique_ptr<RecordReader> make_json_reader(ReaderOptions const& options) { return std::make_unique<JsonReader>(options); }

}  // namespace whosaid::formats
