#include "formats/warc_record.hpp"

#include <algorithm>
#include <charconv>

#include "formats/unpack.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {


std::string_view without_quotes(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t\r\n\"");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n\"") + 1 - begin);
}

// Joins the chunks of "Transfer-Encoding: chunked". What follows a broken chunk is lost.
std::string join_chunks(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  while (!body.empty()) {
    auto const end = body.find("\r\n");
    if (end == std::string_view::npos) break;
    std::size_t size = 0;
    auto const [stop, error] = std::from_chars(body.data(), body.data() + end, size, 16);
    if (error != std::errc() || stop == body.data() || size == 0) break;
    body.remove_prefix(end + 2);
    size = std::min(size, body.size());
    out += body.substr(0, size);
    body.remove_prefix(std::min(size + 2, body.size()));
  }
  return out;
}

}  // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view header_field(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    auto const end = std::min(header.find('\n'), header.size());
    auto const line = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    auto const colon = line.find(':');
    if (colon != std::string_view::npos && same_ignoring_case(line.substr(0, colon), name)) return without_quotes(line.substr(colon + 1));
  }
  return {};
}

std::optional<std::size_t> warc_content_length(std::string_view header) {
  if (!header.starts_with("WARC/")) return std::nullopt;
  // A header that was cut off runs into the next record's.
  if (auto const type = header.find("WARC-Type:"); type != std::string_view::npos && header.find("\nWARC-Type:", type + 1) != std::string_view::npos) return std::nullopt;
  auto const field = header_field(header, "Content-Length");
  std::size_t length = 0;
  auto const [stop, error] = std::from_chars(field.data(), field.data() + field.size(), length);
  if (field.empty() || error != std::errc() || stop != field.data() + field.size() || length > (std::size_t{1} << 48)) return std::nullopt;
  return length;
}

std::string_view media_type(std::string_view content_type) { return without_quotes(content_type.substr(0, content_type.find(';'))); }

std::string_view media_charset(std::string_view content_type) {
  auto at = content_type.find(';');
  while (at != std::string_view::npos) {
    content_type.remove_prefix(at + 1);
    at = content_type.find(';');
    auto const parameter = without_quotes(content_type.substr(0, at));
    if (parameter.size() > 8 && same_ignoring_case(parameter.substr(0, 8), "charset=")) return without_quotes(parameter.substr(8));
  }
  return {};
}

HttpResponse read_http(std::string_view response, std::string& buffer, std::size_t limit) {
  HttpResponse out;
  if (!response.starts_with("HTTP/")) {
    out.wrong = "no HTTP response";
    return out;
  }
  auto end = response.find("\r\n\r\n");
  std::size_t gap = 4;
  if (end == std::string_view::npos) {
    end = response.find("\n\n");
    gap = 2;
  }
  auto const header = response.substr(0, end);
  out.body = end == std::string_view::npos ? std::string_view() : response.substr(end + gap);
  if (auto const space = header.find(' '); space != std::string_view::npos)
    std::from_chars(header.data() + space + 1, header.data() + header.size(), out.status);
  auto const type = header_field(header, "Content-Type");
  out.type = media_type(type);
  out.charset = media_charset(type);
  if (same_ignoring_case(header_field(header, "Transfer-Encoding"), "chunked")) {
    // Archives often keep the header of a body whose chunks they have joined.
    auto joined = join_chunks(out.body);
    if (!joined.empty()) {
      buffer = std::move(joined);
      out.body = buffer;
    }
  }
  auto const coding = header_field(header, "Content-Encoding");
  bool const packed = same_ignoring_case(coding, "gzip") || same_ignoring_case(coding, "x-gzip") || same_ignoring_case(coding, "zstd") ||
                      same_ignoring_case(coding, "deflate");
  if (packed) {
    auto const as_text = out.body.find_first_not_of(" \t\r\n");
    bool const plain = as_text != std::string_view::npos && out.body[as_text] == '<';  // unpacked already
    if (!plain) {
      auto unpacked = unpack_all(out.body, same_ignoring_case(coding, "deflate") ? "deflate" : "gzip", limit);
      if (!unpacked) {
        out.wrong = "the packed body is damaged or too large";
        return out;
      }
      buffer = std::move(*unpacked);
      out.body = buffer;
    }
  } else if (same_ignoring_case(coding, "br")) {
    out.wrong = "packed by brotli, which cannot be read";
  }
  return out;
}

}  // namespace whosaid::formats
