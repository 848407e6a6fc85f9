// Records of a web archive (WARC, WET): a header that states a length, and so many bytes. Where that does not hold, the next
// "WARC/" at a line's start begins a record again. Tested by tests/unit/formats_block_reader_test.cpp.
#include <algorithm>
#include <cstring>
#include <optional>

#include "formats/block_reader.hpp"
#include "formats/documents.hpp"
#include "formats/warc_record.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t block_goal = std::size_t{1} << 18;  // a block is given out when it has as much
constexpr std::size_t longest_header = std::size_t{1} << 16;
constexpr std::size_t step = std::size_t{1} << 16;
constexpr std::size_t shown_damage = 64;  // bytes of what is no record that are handed on

}  // namespace

bool BlockReader::fill(Block& block, std::size_t size) {
  while (block.size < size) {
    if (block.size + step > block.capacity) reserve(block, std::max(block.capacity * 2, std::min(size, 2 * block.capacity + step) + step));
    auto const count = read_some(block.bytes.get() + block.size, block.capacity - block.size);
    if (count == 0) return false;
    block.size += count;
  }
  return true;
}

// Hands out the first `whole` bytes; the rest waits.
void BlockReader::give(Block& block, std::size_t whole, std::uint32_t records) {
  carry_.assign(block.bytes.get() + whole, block.size - whole);
  block.size = whole;
  line_ += records;
}

bool BlockReader::next_records(Block& block) {
  block.size = 0;
  block.too_long = block.no_memory = false;
  block.first_line = line_;
  reserve(block, std::max(block_goal, carry_.size() * 2));
  std::memcpy(block.bytes.get(), carry_.data(), carry_.size());
  block.size = carry_.size();
  carry_.clear();

  std::size_t at = 0;  // where the next record begins
  std::uint32_t records = 0;
  for (;;) {
    // Line breaks part records.
    for (;;) {
      if (at == block.size && (at >= block_goal || !fill(block, at + 1))) {
        if (!error_.empty() && at == 0) return skip_damage(block, at);
        if (at == 0) return false;
        give(block, at, records);
        return true;
      }
      if (block.bytes[at] != '\r' && block.bytes[at] != '\n') break;
      ++at;
    }
    std::size_t header_end = std::string_view::npos, searched = at;
    bool ended = false;
    while (header_end == std::string_view::npos && !ended && block.size - at < longest_header) {
      header_end = block.text().find("\r\n\r\n", searched);
      if (header_end != std::string_view::npos) break;
      searched = std::max(at, block.size > 3 ? block.size - 3 : 0);
      ended = !fill(block, block.size + 1);
    }
    if (header_end == std::string_view::npos) header_end = block.text().find("\r\n\r\n", at);
    auto const length = header_end == std::string_view::npos
                            ? std::nullopt
                            : warc_content_length(block.text().substr(at, header_end + 2 - at));
    if (!length) {
      if (at == 0 || records == 0) return skip_damage(block, at);
      give(block, at, records);
      return true;
    }
    std::size_t const total = header_end + 4 - at + *length;
    if (total > most_record) {
      if (records > 0) {
        give(block, at, records);
        return true;
      }
      block.size -= at;
      std::memmove(block.bytes.get(), block.bytes.get() + at, block.size);
      return skip_record(block, total);
    }
    if (!fill(block, at + total)) {
      if (records > 0) {
        give(block, at, records);
        return true;
      }
      return skip_damage(block, at);
    }
    at += total;
    ++records;
    if (at >= block_goal) {
      give(block, at, records);
      return true;
    }
  }
}

// Passes over one record that is too large to be kept.
bool BlockReader::skip_record(Block& block, std::size_t total) {
  auto const number = line_++;
  if (total < block.size) {
    carry_.assign(block.bytes.get() + total, block.size - total);
  } else {
    std::size_t left = total - block.size;
    while (left > 0) {
      auto const count = read_some(block.bytes.get(), std::min(left, block.capacity));
      if (count == 0) break;
      left -= count;
    }
  }
  block = Block{};
  block.too_long = true;
  block.first_line = number;
  return true;
}

// `from` begins something that is no whole record: hands on a little of it and goes to the next record.
bool BlockReader::skip_damage(Block& block, std::size_t from) {
  std::string const shown = "?" + std::string(block.text().substr(from, shown_damage));
  std::size_t searched = std::min(from + 1, block.size);
  for (;;) {
    auto const next = block.text().find("\nWARC/", searched);
    if (next != std::string_view::npos) {
      carry_.assign(block.bytes.get() + next + 1, block.size - next - 1);
      break;
    }
    // A cut header may stand at the window's end.
    auto const keep = std::min<std::size_t>(block.size, 6);
    std::memmove(block.bytes.get(), block.bytes.get() + block.size - keep, keep);
    block.size = keep;
    searched = 0;
    if (!error_.empty()) {
      if (!unpacker_ || !unpacker_->resume()) break;
      error_.clear();
      // A member begins a record; what was cut off before it does not count.
      block.bytes[0] = '\n';
      block.size = 1;
    }
    if (!fill(block, block.size + 1) && error_.empty()) break;
  }
  error_.clear();
  block.size = 0;
  reserve(block, shown.size());
  std::memcpy(block.bytes.get(), shown.data(), shown.size());
  block.size = shown.size();
  block.first_line = line_++;
  return true;
}

}  // namespace whosaid::formats
