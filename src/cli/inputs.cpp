#include "cli/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <new>
#include <system_error>

#include "text/utf8.hpp"

namespace whosaid::cli {
namespace {

namespace fs = std::filesystem;

bool hidden(fs::path const& path) {
  auto const name = path.filename().string();
  return !name.empty() && name[0] == '.';
}

// A path may be any bytes; tables and messages are UTF-8.
std::string shown(std::string const& path) { return first_invalid_utf8(path) == path.size() ? path : repair_utf8(path).text; }

}  // namespace

Inputs::Inputs(std::vector<std::string> paths, formats::InputFormat const* format, std::atomic<bool> const& stop)
    : waiting_(std::move(paths)), wanted_(format), stop_(stop) {
  std::reverse(waiting_.begin(), waiting_.end());
}

// Puts a directory's entries in its place. Links to directories are not followed, so that a loop cannot arise; a link to
// nowhere stays, and opening it says what is wrong. Returns why the directory cannot be read, "" when it can.
std::string Inputs::expand(std::string const& path) {
  std::vector<std::string> entries;
  std::error_code error;
  for (auto it = fs::directory_iterator(path, error); !error && it != fs::directory_iterator(); it.increment(error)) {
    if (hidden(it->path())) continue;
    std::error_code ignored;
    auto const type = it->status(ignored).type();
    bool const directory = type == fs::file_type::directory && !it->is_symlink(ignored);
    bool const nowhere = type == fs::file_type::not_found || type == fs::file_type::none;
    if (!directory && !nowhere && type != fs::file_type::regular) continue;
    auto name = it->path().string();
    if (directory || wanted_ || formats::known_extension(name)) entries.push_back(std::move(name));
    else ++skipped_;
  }
  std::sort(entries.begin(), entries.end(), std::greater<>());
  waiting_.insert(waiting_.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
  return error ? error.message() : std::string();
}

// Opens the next file. True: `reader_` is open, or `batch` says why a file cannot be read.
bool Inputs::open_next(Batch& batch) {
  while (!waiting_.empty()) {
    path_ = std::move(waiting_.back());
    waiting_.pop_back();
    std::error_code error;
    if (path_ != "-" && fs::is_directory(path_, error)) {
      batch.unreadable = expand(path_);
      if (batch.unreadable.empty()) continue;
      batch.error_code = "unreadable";
      name_ = shown(path_);
      return true;
    }
    name_ = path_ == "-" ? "stdin" : shown(path_);
    reader_ = std::make_unique<formats::BlockReader>(formats::BlockReader::default_limit, &stop_);
    if (!reader_->open(path_)) {
      batch.unreadable = reader_->error();
      batch.error_code = fs::exists(path_, error) ? "unreadable" : "not_found";
      reader_.reset();
      return true;
    }
    format_ = wanted_ ? wanted_ : formats::guess_input_format(path_ == "-" ? std::string_view() : path_, reader_->peek());
    return true;
  }
  return false;
}

bool Inputs::next(Batch& batch) try {
  return next_of_file(batch);
} catch (std::bad_alloc const&) {
  reader_.reset();
  batch.block = {};
  batch.name = name_;
  batch.unreadable = "not enough memory";
  batch.error_code = "out_of_memory";
  return true;
}

bool Inputs::next_of_file(Batch& batch) {
  batch.unreadable.clear();
  while (!stop_) {
    if (!reader_ && !open_next(batch)) return false;
    batch.name = name_;
    batch.standard_input = path_ == "-";
    batch.format = format_;
    if (!reader_) return true;  // could not be opened
    if (format_->by_line) {
      if (reader_->next_lines(batch.block)) return true;
    } else if (format_->by_record) {
      if (reader_->next_records(batch.block)) return true;
    } else if (reader_->read_all(batch.block)) {
      reader_.reset();
      return true;
    }
    batch.unreadable = reader_->error();
    batch.error_code = "unreadable";
    reader_.reset();
    if (stop_) return false;
    if (!batch.unreadable.empty()) return true;
  }
  return false;
}

}  // namespace whosaid::cli
