// Gold annotation from wherever it lies: files, folders, standard input.
#pragma once
#include <string>
#include <vector>

#include "formats/read_gold.hpp"
#include "model/result.hpp"

namespace whosaid::formats {

struct NamedGold {
  std::string path;
  GoldFile gold;
};

// Reads every path: "-" is standard input as JSON Lines; NAME.ann (or NAME.txt) is a brat document, with NAME.txt and, when there
// is one, NAME.json beside it; a folder is all .ann, .jsonl and .ndjson files below it, sorted by path; anything else is a JSON
// Lines file. All problems of all files come back together.
[[nodiscard]] Result<std::vector<NamedGold>> read_gold_files(std::vector<std::string> const& paths);

// All bytes of a file, "-" = standard input.
[[nodiscard]] Result<std::string> read_bytes(std::string const& path);

}  // namespace whosaid::formats
