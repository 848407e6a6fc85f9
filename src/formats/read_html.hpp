// HTML pages: the article's text and zones out of a page.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "formats/documents.hpp"

namespace whosaid::formats {

// Fills text, zones and what metadata the page states into `out`; fields that are already set stay. Returns what went
// wrong, if it did. Not written yet: always fails, with a message that says so.
[[nodiscard]] std::optional<FailedDocument> read_html(std::string_view page, Document& out, Problems& notes);

[[nodiscard]] std::unique_ptr<RecordReader> make_html_reader();

}  // namespace whosaid::formats
