// Documents from lines of JSON: `text` or `html`, and optionally id, title, published, url, publisher, author or authors,
// language; what these leave open is filled from the keys of other extractors (json_aliases.hpp). Every other key goes into Document::extra as it was written.
#pragma once
#include <memory>

#include "formats/documents.hpp"

namespace whosaid::formats {

// Broken lines fail with a code of their own: empty_line, broken_json, no_text. Bytes that are not UTF-8 and lone surrogate
// escapes are replaced and noted.
[[nodiscard]] std::unique_ptr<RecordReader> make_jsonl_reader(ReaderOptions const& options);

// A whole file that is one such object or a list of them, however it is laid out.
[[nodiscard]] std::unique_ptr<RecordReader> make_json_reader(ReaderOptions const& options);

}  // namespace whosaid::formats
