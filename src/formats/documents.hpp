// What every reader of documents has in common: a record of bytes goes in, documents or failures come out.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "formats/json_table.hpp"
#include "model/document.hpp"
#include "model/result.hpp"

namespace whosaid::formats {

// At least this many bytes behind Record::bytes may be read (not: are meaningful). See BlockReader.
inline constexpr std::size_t record_padding = 64;

// One line of a line-wise input, or a whole file. Views only.
struct Record {
  std::string_view bytes;   // without the line break; `record_padding` readable bytes follow
  std::string_view name;    // file as given on the command line, "stdin" for standard input
  std::uint32_t line = 0;   // counted from 1; 0 = the record is the whole file
  bool standard_input = false;

  // "news.jsonl:3", or the file alone: the id of a document that brings none.
  [[nodiscard]] std::string place() const { return line ? std::string(name) + ':' + std::to_string(line) : std::string(name); }
};

// Receives what a record held, in order.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  // The document is the reader's own and is overwritten by the next one; `notes` are repairs, never fatal.
  virtual void take(Document& document, Problems const& notes) = 0;
  virtual void fail(FailedDocument const& failed) = 0;
};

struct PageWords;  // formats/page_words.hpp

struct ReaderOptions {
  std::shared_ptr<PageWords const> page_words;  // null: the built-in ones
};

// Reads records of one input format. Keeps its memory from record to record; one per thread. Never throws on bad input,
// never drops a record: each ends in at least one take() or fail().
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  virtual void read(Record const& record, DocumentSink& sink) = 0;
};

// Makes `text` valid UTF-8 in place and notes what was replaced. Linear, and free when all is well.
void mend_utf8(std::string& text, std::string_view place, Problems& notes);

// True when `text` begins with a possible ISO 8601 day, "2025-03-12…".
[[nodiscard]] bool begins_with_iso_day(std::string_view text);

}  // namespace whosaid::formats
