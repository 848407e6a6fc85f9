// Web archives: WARC with pages, WET with their text. A record becomes a document; its URL is the document's.
#pragma once
#include <memory>

#include "formats/documents.hpp"

namespace whosaid::formats {

// Takes several records at once, as BlockReader::next_records() hands them on; Record::line is the first one's number.
// HTTP responses with status 200 that hold HTML, text or a feed, `resource` records of these types and `conversion`
// records become documents; other records are passed over in silence: a crawl holds pictures and redirections.
// Fails with broken_warc, unreadable_page, no_text.
[[nodiscard]] std::unique_ptr<RecordReader> make_warc_reader(ReaderOptions const& options);

}  // namespace whosaid::formats
