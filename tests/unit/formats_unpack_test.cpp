#include "formats/unpack.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "formats/decode.hpp"
#include "formats/warc_record.hpp"
#include "formats/web_dates.hpp"

namespace whosaid::formats_unpack_test {
namespace {

// "hello " and "world", each a gzip member.
std::string const two_members(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\x48\xcd\xc9\xc9\x57\x00\x00\xf6\xf9\x81\xed\x06\x00\x00\x00"
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x2b\xcf\x2f\xca\x49\x01\x00\x43\x11\x77\x3a\x05\x00\x00\x00",
    51);

struct Result {
  std::string text, error;
};

// `piece`: how many bytes the source gives at a time.
Result unpack(std::string bytes, std::size_t piece, bool resume = false) {
  formats::Unpacker unpacker([&](char* into, std::size_t size) {
    auto const count = std::min({size, piece, bytes.size()});
    std::copy_n(bytes.data(), count, into);
    bytes.erase(0, count);
    return count;
  });
  Result out;
  char buffer[7];
  for (;;) {
    while (auto const count = unpacker.read(buffer, sizeof buffer)) out.text.append(buffer, count);
    if (unpacker.error().empty() || !resume) break;
    out.text += '|';
    if (!unpacker.resume()) return out;
  }
  out.error = unpacker.error();
  return out;
}

}  // namespace

TEST_CASE("members of a gzip stream are one text, however the bytes arrive") {
  for (std::size_t const piece : {1u, 2u, 3u, 26u, 1000u}) {
    CHECK(unpack(two_members, piece).text == "hello world");
    CHECK(unpack(two_members, piece).error.empty());
    CHECK(unpack("plain", piece).text == "plain");
    CHECK(unpack("\x1f\x8b", piece).text == "\x1f\x8b");
    CHECK(unpack("", piece).text.empty());
  }
}

TEST_CASE("damage is said, and the next member can be read") {
  CHECK(unpack(two_members.substr(0, 40), 1000).error == "the gzip stream ends early");
  CHECK(unpack(two_members.substr(0, 40), 1000).text.starts_with("hello "));
  auto damaged = two_members;
  damaged[14] = '\xff';
  CHECK_FALSE(unpack(damaged, 1000).error.empty());
  CHECK(unpack(damaged, 1000, true).text.ends_with("|world"));
  CHECK(unpack(two_members.substr(0, 12) + two_members.substr(26), 1000, true).text.ends_with("|world"));
}

TEST_CASE("a packed body has a limit") {
  CHECK(formats::unpack_all(two_members, "gzip", 100) == "hello world");
  CHECK_FALSE(formats::unpack_all(two_members, "gzip", 5));
  CHECK_FALSE(formats::unpack_all("\x78\x9cxx", "deflate", 100));
}

TEST_CASE("a record's header states its length") {
  CHECK(formats::warc_content_length("WARC/1.0\r\ncontent-length: 12\r\n") == 12);
  CHECK_FALSE(formats::warc_content_length("WARC/1.0\r\nContent-Length: -1\r\n"));
  CHECK_FALSE(formats::warc_content_length("WARC/1.0\r\nContent-Length: 12x\r\n"));
  CHECK_FALSE(formats::warc_content_length("WARC/1.0\r\n"));
  CHECK_FALSE(formats::warc_content_length("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n"));
  // Cut off, and the next record follows.
  CHECK_FALSE(formats::warc_content_length("WARC/1.0\r\nWARC-Type: response\r\nWARC-RecWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 12\r\n"));
  CHECK(formats::media_charset("text/html; a=b; Charset=\"utf-8\"") == "utf-8");
  CHECK(formats::media_type("text/html ; charset=x") == "text/html");
}

TEST_CASE("an HTTP response gives its body") {
  std::string buffer;
  auto const read = [&](std::string_view response) { return formats::read_http(response, buffer, 1000); };
  CHECK(read("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nabc").body == "abc");
  CHECK(read("HTTP/1.1 404 Not Found\r\n\r\n").status == 404);
  CHECK(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n").body == "abcde");
  CHECK(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>joined already").body == "<p>joined already");
  CHECK(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nab").body == "ab");
  CHECK(read("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + two_members).body == "hello world");
  CHECK_FALSE(read("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + two_members.substr(0, 9)).wrong.empty());
  CHECK_FALSE(read("GET / HTTP/1.1\r\n\r\n").wrong.empty());
}

TEST_CASE("dates of the web become ISO days") {
  CHECK(formats::web_date_to_iso("Wed, 12 Mar 2025 08:00:00 GMT") == "2025-03-12T08:00:00Z");
  CHECK(formats::web_date_to_iso("2 Mar 2025 08:00 -0130") == "2025-03-02T08:00:00-01:30");
  CHECK(formats::web_date_to_iso(" 2025-03-12 08:00:00 ") == "2025-03-12T08:00:00");
  CHECK(formats::web_date_to_iso("2025/03/12") == "2025-03-12");
  CHECK(formats::web_date_to_iso("20250312") == "2025-03-12");
  for (auto const* none : {"", "yesterday", "Wed, 32 Mar 2025", "12 Foo 2025", "99999999", "2025-13-01", "Mar 12"}) CHECK_MESSAGE(formats::web_date_to_iso(none).empty(), none);
}

TEST_CASE("an old encoding is told from a slip") {
  CHECK(formats::is_other_encoding("caf\xE9 \x93 \x94"));
  CHECK_FALSE(formats::is_other_encoding("caf\xE9"));
  CHECK_FALSE(formats::is_other_encoding("caf\xC3\xA9 \xC3\xA9 \xC3\xA9 \xE9"));
  Problems notes;
  std::string buffer;
  CHECK(formats::as_utf8("\xEF\xBB\xBF" "a\xC3\xA9", "iso-8859-1", "x", buffer, notes) == "a\xC3\xA9");
  CHECK(notes.empty());
  CHECK(formats::as_utf8("a\xE9", "iso-8859-1", "x", buffer, notes) == "a\xC3\xA9");
  CHECK(notes.size() == 1);
  CHECK(formats::as_utf8("a\xE9", "utf-8", "x", buffer, notes) == "a\xEF\xBF\xBD");
}

}  // namespace whosaid::formats_unpack_test
