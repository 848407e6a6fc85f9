#include "formats/unpack.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace whosaid::formats {
namespace {

constexpr std::size_t window = std::size_t{1} << 16;
constexpr std::string_view gzip_magic("\x1F\x8B\x08", 3);
constexpr std::string_view zstd_magic("\x28\xB5\x2F\xFD", 4);
constexpr int gzip_only = 16 + MAX_WBITS;
constexpr int gzip_or_zlib = 32 + MAX_WBITS;

unsigned clipped(std::size_t size) { return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max())); }

}  // namespace

struct Unpacker::Gzip {
  z_stream stream{};
  bool inside = true;  // a member has begun and not ended
  Gzip() { inflateInit2(&stream, gzip_only); }
  ~Gzip() { inflateEnd(&stream); }
  Gzip(Gzip const&) = delete;
  Gzip& operator=(Gzip const&) = delete;
};

struct Unpacker::Zstd {
  ZSTD_DStream* stream = ZSTD_createDStream();
  bool inside = false;
  Zstd() { ZSTD_initDStream(stream); }
  ~Zstd() { ZSTD_freeDStream(stream); }
  Zstd(Zstd const&) = delete;
  Zstd& operator=(Zstd const&) = delete;
};

Unpacker::Unpacker(Source source) : source_(std::move(source)) {}
Unpacker::~Unpacker() = default;

bool Unpacker::refill() {
  if (at_ < filled_) return true;
  if (ended_) return false;
  at_ = member_ = 0;
  filled_ = source_(buffer_.data(), buffer_.size());
  ended_ = filled_ == 0;
  return !ended_;
}

std::size_t Unpacker::read(char* into, std::size_t size) {
  if (!begun_) {
    begun_ = true;
    buffer_.resize(window);
    // A pipe may give a few bytes at a time; four tell the packing.
    while (filled_ < zstd_magic.size()) {
      auto const count = source_(buffer_.data() + filled_, buffer_.size() - filled_);
      if (count == 0) break;
      filled_ += count;
      if (buffer_[0] != gzip_magic[0] && buffer_[0] != zstd_magic[0]) break;
    }
    std::string_view const first(buffer_.data(), filled_);
    if (first.starts_with(gzip_magic)) gzip_ = std::make_unique<Gzip>();
    else if (first.starts_with(zstd_magic)) zstd_ = std::make_unique<Zstd>();
  }
  if (!error_.empty()) return 0;
  if (gzip_) return read_gzip(into, size);
  if (zstd_) return read_zstd(into, size);
  if (at_ == filled_) return ended_ ? 0 : source_(into, size);
  auto const count = std::min(size, filled_ - at_);
  std::memcpy(into, buffer_.data() + at_, count);
  at_ += count;
  return count;
}

std::size_t Unpacker::read_gzip(char* into, std::size_t size) {
  auto& stream = gzip_->stream;
  for (;;) {
    if (!refill()) {
      if (gzip_->inside) error_ = "the gzip stream ends early";
      return 0;
    }
    if (!gzip_->inside) {
      // Zeros pad the last block of a tape; anything else but a member is damage.
      if (buffer_[at_] == '\0') {
        ++at_;
        continue;
      }
      inflateReset(&stream);
      gzip_->inside = true;
      member_ = at_ + 1;
    }
    stream.next_in = reinterpret_cast<Bytef*>(buffer_.data() + at_);
    stream.avail_in = clipped(filled_ - at_);
    stream.next_out = reinterpret_cast<Bytef*>(into);
    stream.avail_out = clipped(size);
    int const state = inflate(&stream, Z_NO_FLUSH);
    at_ = filled_ - stream.avail_in;
    auto const made = clipped(size) - stream.avail_out;
    if (state == Z_STREAM_END) gzip_->inside = false;
    else if (state != Z_OK && state != Z_BUF_ERROR) error_ = "the gzip stream is damaged";
    if (made > 0 || !error_.empty()) return made;
  }
}

bool Unpacker::resume() {
  if (!gzip_ || error_.empty()) return false;
  error_.clear();
  // A member that was cut off has eaten of the next one.
  at_ = std::min(member_, filled_);
  // The header's three bytes may lie across two windows.
  std::size_t matched = 0;
  while (refill()) {
    char const c = buffer_[at_++];
    matched = c == gzip_magic[matched] ? matched + 1 : c == gzip_magic[0] ? 1 : 0;
    if (matched < gzip_magic.size()) continue;
    auto& stream = gzip_->stream;
    inflateReset(&stream);
    // The three bytes have been taken from the window; they are given again.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip_magic.data()));
    stream.avail_in = static_cast<unsigned>(gzip_magic.size());
    Bytef nothing[1];
    stream.next_out = nothing;
    stream.avail_out = 0;
    int const state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_BUF_ERROR) {
      matched = 0;
      continue;
    }
    gzip_->inside = true;
    member_ = at_;
    return true;
  }
  gzip_->inside = false;
  return false;
}

std::size_t Unpacker::read_zstd(char* into, std::size_t size) {
  for (;;) {
    if (!refill()) {
      if (zstd_->inside) error_ = "the zstd stream ends early";
      return 0;
    }
    ZSTD_inBuffer in{buffer_.data() + at_, filled_ - at_, 0};
    ZSTD_outBuffer out{into, size, 0};
    auto const state = ZSTD_decompressStream(zstd_->stream, &out, &in);
    at_ += in.pos;
    if (ZSTD_isError(state)) error_ = "the zstd stream is damaged";
    else zstd_->inside = state != 0;
    if (out.pos > 0 || !error_.empty()) return out.pos;
  }
}

std::optional<std::string> unpack_all(std::string_view bytes, std::string_view name, std::size_t limit) {
  std::string out;
  char piece[16384];
  if (name == "deflate") {
    z_stream stream{};
    // The standard means zlib's wrapping; some servers send none.
    bool const wrapped = !bytes.empty() && (bytes[0] & 0x0F) == 8;
    inflateInit2(&stream, wrapped ? gzip_or_zlib : -MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = clipped(bytes.size());
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
      stream.next_out = reinterpret_cast<Bytef*>(piece);
      stream.avail_out = sizeof piece;
      state = inflate(&stream, Z_NO_FLUSH);
      out.append(piece, sizeof piece - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || out.size() > limit) return std::nullopt;
    return out;
  }
  Unpacker unpacker([&](char* into, std::size_t size) {
    auto const count = std::min(size, bytes.size());
    std::memcpy(into, bytes.data(), count);
    bytes.remove_prefix(count);
    return count;
  });
  while (auto const count = unpacker.read(piece, sizeof piece)) {
    out.append(piece, count);
    if (out.size() > limit) return std::nullopt;
  }
  if (!unpacker.error().empty()) return std::nullopt;
  return out;
}

}  // namespace whosaid::formats
