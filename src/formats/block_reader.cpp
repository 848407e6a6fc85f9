#include "formats/block_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

#include "formats/documents.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t first_size = std::size_t{1} << 18;
constexpr std::size_t peek_size = std::size_t{1} << 16;

// A parser looks at what follows: it must be the same every time.
void end_with_zeros(Block& block) { std::memset(block.bytes.get() + block.size, 0, record_padding); }

}  // namespace

BlockReader::~BlockReader() {
  if (file_ > STDERR_FILENO) ::close(file_);
}

bool BlockReader::open(std::string const& path) {
  if (path == "-") {
    file_ = STDIN_FILENO;
    return true;
  }
  file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0) {
    error_ = std::strerror(errno);
    return false;
  }
  struct stat status{};
  if (::fstat(file_, &status) == 0 && S_ISDIR(status.st_mode)) {
    error_ = std::strerror(EISDIR);
    return false;
  }
  return true;
}

std::size_t BlockReader::read_raw(char* into, std::size_t size) {
  while (!ended_) {
    auto const count = ::read(file_, into, size);
    if (count > 0) return static_cast<std::size_t>(count);
    if (count == 0) {
      ended_ = true;
    } else if (errno == EINTR) {
      ended_ = stop_ && *stop_;
    } else {
      error_ = std::strerror(errno);
      ended_ = true;
    }
  }
  return 0;
}

std::size_t BlockReader::read_some(char* into, std::size_t size) {
  if (!unpacker_) unpacker_ = std::make_unique<Unpacker>([this](char* to, std::size_t most) { return read_raw(to, most); });
  auto const count = unpacker_->read(into, size);
  if (count == 0 && error_.empty()) error_ = unpacker_->error();
  return count;
}

std::string_view BlockReader::peek() {
  if (carry_.empty()) {
    carry_.resize(peek_size);
    carry_.resize(read_some(carry_.data(), carry_.size()));
  }
  return carry_;
}

void BlockReader::reserve(Block& block, std::size_t capacity) {
  if (block.bytes && block.capacity >= capacity) return;
  std::unique_ptr<char[]> grown(new char[capacity + record_padding]);
  if (block.size) std::memcpy(grown.get(), block.bytes.get(), block.size);
  block.bytes = std::move(grown);
  block.capacity = capacity;
}

bool BlockReader::make_room(Block& block, std::size_t capacity) try {
  reserve(block, capacity);
  return true;
} catch (std::bad_alloc const&) {
  return false;
}

bool BlockReader::next_lines(Block& block) {
  block.size = 0;
  block.too_long = block.no_memory = false;
  block.first_line = line_;
  reserve(block, std::max(first_size, carry_.size() * 2));
  std::memcpy(block.bytes.get(), carry_.data(), carry_.size());
  block.size = carry_.size();
  carry_.clear();

  std::size_t searched = 0;
  for (;;) {
    auto const fresh = block.text().substr(searched);
    if (auto const last = fresh.rfind('\n'); last != std::string_view::npos) {
      auto const whole = searched + last + 1;
      carry_.assign(block.bytes.get() + whole, block.size - whole);
      block.size = whole;
      break;
    }
    searched = block.size;
    if (block.size > limit_) return skip_line(block, false);
    if (block.size == block.capacity && !make_room(block, block.capacity * 2)) return skip_line(block, true);
    auto const count = read_some(block.bytes.get() + block.size, block.capacity - block.size);
    if (count == 0) {
      bool const cut_off = stop_ && *stop_;  // then this is no whole line
      if (!error_.empty() || block.size == 0 || cut_off) return false;
      break;  // the last line has no line break
    }
    block.size += count;
  }
  end_with_zeros(block);
  auto const text = block.text();  // mostly few long lines: from break to break is faster than byte by byte
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++line_;
  return true;
}

bool BlockReader::skip_line(Block& block, bool no_memory) {
  block = Block{};
  block.too_long = true;
  block.no_memory = no_memory;
  block.first_line = line_++;
  std::string buffer(first_size, '\0');
  while (auto const count = read_some(buffer.data(), buffer.size())) {
    if (auto const end = std::string_view(buffer.data(), count).find('\n'); end != std::string_view::npos) {
      carry_.assign(buffer, end + 1, count - end - 1);
      break;
    }
  }
  return error_.empty();
}

bool BlockReader::read_all(Block& block) {
  block.size = 0;
  block.too_long = block.no_memory = false;
  block.first_line = 0;
  struct stat status{};
  auto expected = carry_.size() + first_size;
  if (::fstat(file_, &status) == 0 && S_ISREG(status.st_mode)) expected += static_cast<std::size_t>(status.st_size);
  auto const give_up = [&](bool no_memory) {
    block = Block{};
    block.too_long = true;
    block.no_memory = no_memory;
    return true;
  };
  if (!make_room(block, std::min(expected, limit_ + first_size))) return give_up(true);
  std::memcpy(block.bytes.get(), carry_.data(), carry_.size());
  block.size = carry_.size();
  carry_.clear();
  for (;;) {
    if (block.size > limit_) return give_up(false);
    if (block.size == block.capacity && !make_room(block, block.capacity * 2)) return give_up(true);
    auto const count = read_some(block.bytes.get() + block.size, block.capacity - block.size);
    if (count == 0) break;
    block.size += count;
  }
  end_with_zeros(block);
  return error_.empty();
}

}  // namespace whosaid::formats
