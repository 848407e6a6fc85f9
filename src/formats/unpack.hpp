// gzip and zstd streams as plain bytes, whatever they are called: the first bytes tell.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::formats {

// Reads from `source` and hands on the bytes it stands for; plain bytes are handed on as they are. Members or frames one
// after the other count as one stream. Memory: two windows of the packing. Not thread-safe.
class Unpacker {
 public:
  // Fills what it can and says how much; 0 at the end.
  using Source = std::function<std::size_t(char*, std::size_t)>;
  explicit Unpacker(Source source);
  ~Unpacker();
  Unpacker(Unpacker const&) = delete;
  Unpacker& operator=(Unpacker const&) = delete;

  // 0 at the end, or when error() is not empty.
  [[nodiscard]] std::size_t read(char* into, std::size_t size);
  [[nodiscard]] std::string const& error() const { return error_; }
  // Behind damage in a gzip stream: goes to the next member and forgets the error. False when there is none.
  [[nodiscard]] bool resume();

 private:
  struct Gzip;
  struct Zstd;
  bool refill();
  std::size_t read_gzip(char* into, std::size_t size);
  std::size_t read_zstd(char* into, std::size_t size);

  Source source_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
  std::size_t member_ = 0;  // where in the buffer the gzip member begins, or what is left of it
  bool begun_ = false, ended_ = false;
  std::unique_ptr<Gzip> gzip_;
  std::unique_ptr<Zstd> zstd_;
  std::string error_;
};

// Unpacks bytes that are all there, at most `limit` of them; nothing when they are damaged. `name` is an HTTP content
// coding: gzip, x-gzip, deflate, zstd.
[[nodiscard]] std::optional<std::string> unpack_all(std::string_view bytes, std::string_view name, std::size_t limit);

}  // namespace whosaid::formats
