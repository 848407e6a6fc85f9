// Reads a file or standard input, packed by gzip or zstd or not, in blocks of whole lines or records, as they arrive: one
// long line is one block, a slow pipe gives what it has. Memory: the longest line, at most twice.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "formats/unpack.hpp"

namespace whosaid::formats {

// Owns its bytes, which are followed by `record_padding` zeros. Movable to another thread.
struct Block {
  std::unique_ptr<char[]> bytes;
  std::size_t capacity = 0;  // without the padding
  std::size_t size = 0;
  std::uint32_t first_line = 1;  // number of the block's first line, from 1
  bool too_long = false;         // the block stands for one line beyond the limit; its bytes are gone
  bool no_memory = false;        // with `too_long`: what there is of memory was the limit

  [[nodiscard]] std::string_view text() const { return {bytes.get(), size}; }
};

// Calls on_line(text, number) for every line of the block, without its line break (\n or \r\n).
template <class OnLine>
void for_each_line(Block const& block, OnLine on_line) {
  std::string_view rest = block.text();
  std::uint32_t number = block.first_line;
  while (!rest.empty()) {
    auto const end = rest.find('\n');
    auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    on_line(line, number++);
  }
}

class BlockReader {
 public:
  // `limit`: the longest line (or whole file) that is accepted, in bytes. Offsets inside a document have 32 bits.
  static constexpr std::size_t default_limit = std::size_t{1} << 30;
  // `stop`: a read that a signal interrupted ends the input when this is true.
  explicit BlockReader(std::size_t limit = default_limit, std::atomic<bool> const* stop = nullptr)
      : limit_(limit), stop_(stop) {}
  ~BlockReader();
  BlockReader(BlockReader const&) = delete;
  BlockReader& operator=(BlockReader const&) = delete;

  // "-" is standard input. False: error() says why.
  [[nodiscard]] bool open(std::string const& path);
  // Bytes at the input's start without consuming them; waits for the first to arrive. Empty at the end or on an error.
  [[nodiscard]] std::string_view peek();
  // The next whole lines, into `block`, whose memory is reused. False at the end, or when error() is not empty.
  [[nodiscard]] bool next_lines(Block& block);
  // The next whole records of a web archive; `first_line` counts records. What is no record, and a record that damage or
  // the file's end cut short, comes as bytes that do not begin with "WARC/", alone in their block. A record beyond `most_record`
  // bytes is passed over and comes as `too_long`. False as for lines.
  static constexpr std::size_t most_record = std::size_t{64} << 20;
  [[nodiscard]] bool next_records(Block& block);
  // All the rest as one block. False on an error.
  [[nodiscard]] bool read_all(Block& block);
  // What went wrong, in words of the system; empty when nothing did.
  [[nodiscard]] std::string const& error() const { return error_; }

 private:
  void reserve(Block& block, std::size_t capacity);
  bool make_room(Block& block, std::size_t capacity);  // false when there is not enough memory
  std::size_t read_some(char* into, std::size_t size);  // 0 at the end or on an error
  std::size_t read_raw(char* into, std::size_t size);
  bool fill(Block& block, std::size_t size);            // at least `size` bytes; false when there are not so many
  void give(Block& block, std::size_t whole, std::uint32_t records);
  bool skip_record(Block& block, std::size_t total);
  bool skip_damage(Block& block, std::size_t from);
  bool skip_line(Block& block, bool no_memory);

  int file_ = -1;
  bool ended_ = false;
  std::size_t limit_;
  std::atomic<bool> const* stop_;
  std::uint32_t line_ = 1;
  std::unique_ptr<Unpacker> unpacker_;
  std::string carry_;  // read, but not handed out yet
  std::string error_;
};

}  // namespace whosaid::formats
