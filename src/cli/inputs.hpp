// The files that a command names, one after the other, as batches of bytes: a file each, or some lines of one.
#pragma once
#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "formats/block_reader.hpp"
#include "formats/formats.hpp"

namespace whosaid::cli {

struct Batch {
  formats::Block block;
  formats::InputFormat const* format = nullptr;
  std::string name;             // as in messages and ids
  bool standard_input = false;
  std::string unreadable;       // not empty: the file cannot be read, and why
  std::string error_code;       // with `unreadable`: not_found, unreadable, out_of_memory
};

// Walks files, directories (recursively, sorted by name; only files whose ending a format knows, unless the format was
// given) and standard input. Nothing vanishes: a directory that cannot be read and a link to nowhere come as unreadable.
class Inputs {
 public:
  // `format` = nullptr: each file's own. `stop` ends the walk early when it becomes true.
  Inputs(std::vector<std::string> paths, formats::InputFormat const* format, std::atomic<bool> const& stop);
  // Fills `batch`, reusing its memory. False when there is nothing more. Does not throw when memory ends: the file is then
  // unreadable from there on.
  [[nodiscard]] bool next(Batch& batch);
  // Files in directories that were passed over.
  [[nodiscard]] std::size_t skipped() const { return skipped_; }

 private:
  bool next_of_file(Batch& batch);
  bool open_next(Batch& batch);
  [[nodiscard]] std::string expand(std::string const& path);

  std::vector<std::string> waiting_;  // the next one last
  formats::InputFormat const* wanted_;
  std::atomic<bool> const& stop_;
  std::unique_ptr<formats::BlockReader> reader_;
  formats::InputFormat const* format_ = nullptr;
  std::string name_, path_;
  std::size_t skipped_ = 0;
};

}  // namespace whosaid::cli
