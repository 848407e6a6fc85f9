#include "formats/gold_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "formats/brat.hpp"
#include "text/utf8.hpp"

namespace whosaid::formats {
namespace {

namespace fs = std::filesystem;

bool is_gold_name(fs::path const& path) {
  auto const ending = path.extension();
  return ending == ".ann" || ending == ".jsonl" || ending == ".ndjson";
}

// The gold files below a folder, sorted; the path itself when it is none.
std::vector<std::string> files_at(std::string const& path, Problems& problems) {
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored) && is_gold_name(at->path())) files.push_back(at->path().string());
  }
  if (error) problems.push_back({path, 0, 0, error.message()});
  else if (files.empty()) problems.push_back({path, 0, 0, "no gold files in this folder"});
  std::sort(files.begin(), files.end());
  return files;
}

void append(Problems& to, Problems const& from) { to.insert(to.end(), from.begin(), from.end()); }

Result<GoldFile> read_brat_file(fs::path const& path) {
  auto const beside = [&](char const* ending) { return fs::path(path).replace_extension(ending).string(); };
  auto const text = read_bytes(beside(".txt")), annotations = read_bytes(beside(".ann"));
  Problems problems;
  if (!text) append(problems, text.problems());
  if (!annotations) append(problems, annotations.problems());
  if (!problems.empty()) return problems;
  std::string known;
  std::error_code error;
  if (fs::exists(beside(".json"), error)) {
    auto bytes = read_bytes(beside(".json"));
    if (!bytes) return bytes.problems();
    known = std::move(*bytes);
  }
  auto name = path.stem().string();  // any bytes; an id is UTF-8
  if (first_invalid_utf8(name) != name.size()) name = repair_utf8(name).text;
  auto document = read_brat(*text, *annotations, known, name, beside(".ann"));
  if (!document) return document.problems();
  GoldFile gold;
  gold.documents.push_back(std::move(*document));
  gold.lines.push_back(0);
  return gold;
}

Result<GoldFile> read_one(std::string const& path) {
  auto const ending = fs::path(path).extension();
  if (ending == ".ann" || ending == ".txt") return read_brat_file(path);
  auto bytes = read_bytes(path);
  if (!bytes) return bytes.problems();
  return read_gold(*bytes, path == "-" ? "stdin" : path);
}

}  // namespace

Result<std::string> read_bytes(std::string const& path) {
  auto const failed = [&] { return Problem{path == "-" ? "stdin" : path, 0, 0, std::strerror(errno)}; };
  auto const close = [](std::FILE* file) { if (file != stdin) std::fclose(file); };
  std::unique_ptr<std::FILE, decltype(close)> const file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"), close);
  if (!file) return failed();
  std::string bytes;
  std::size_t count = 0;
  do {
    constexpr std::size_t piece = std::size_t{1} << 16;
    auto const size = bytes.size();
    bytes.resize(size + piece);
    count = std::fread(bytes.data() + size, 1, piece, file.get());
    bytes.resize(size + count);
  } while (count != 0);
  if (std::ferror(file.get())) return failed();
  return bytes;
}

Result<std::vector<NamedGold>> read_gold_files(std::vector<std::string> const& paths) {
  std::vector<NamedGold> out;
  Problems problems;
  for (auto const& path : paths)
    for (auto const& file : files_at(path, problems)) {
      auto gold = read_one(file);
      if (gold) out.push_back({file, std::move(*gold)});
      else append(problems, gold.problems());
    }
  if (!problems.empty()) return problems;
  return out;
}

}  // namespace whosaid::formats
