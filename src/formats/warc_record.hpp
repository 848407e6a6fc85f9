// The parts of one record of a web archive: its header, and inside a response the HTTP header and body.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::formats {

// The length that a record's header ("WARC/1.0\r\n…\r\n") states; nothing when this is no such header.
[[nodiscard]] std::optional<std::size_t> warc_content_length(std::string_view header);
// A field of a WARC or HTTP header by its name in any case, without white space around; "" = not there.
[[nodiscard]] std::string_view header_field(std::string_view header, std::string_view name);

// Views into the record, or into `buffer` where chunks or packing had to be undone.
struct HttpResponse {
  int status = 0;
  std::string_view type;     // "text/html", lower or upper case as sent
  std::string_view charset;  // "" = not stated
  std::string_view body;
  std::string_view wrong;    // not empty: the body cannot be read, and why
};
[[nodiscard]] HttpResponse read_http(std::string_view response, std::string& buffer, std::size_t limit);

// "text/html; charset=utf-8" -> "text/html", "utf-8".
[[nodiscard]] std::string_view media_type(std::string_view content_type);
[[nodiscard]] std::string_view media_charset(std::string_view content_type);
[[nodiscard]] bool same_ignoring_case(std::string_view a, std::string_view b);

}  // namespace whosaid::formats
