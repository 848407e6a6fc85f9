// The table of formats: what can be read and what can be written. A format is one file in this folder and one row here;
// --input, --format and --help read the rows.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "formats/documents.hpp"
#include "formats/json_table.hpp"
#include "model/table.hpp"

namespace whosaid::formats {

struct InputFormat {
  std::string_view name;        // as given to --input
  std::string_view help;
  std::string_view extensions;  // ".jsonl .ndjson", lower case, by which `auto` knows a file
  bool by_line = false;         // a record is a line; otherwise the whole file
  std::unique_ptr<RecordReader> (*make)(ReaderOptions const&) = nullptr;
  bool by_record = false;       // a web archive: blocks of whole records
};
[[nodiscard]] std::span<InputFormat const> input_formats();
// nullptr when there is none of that name.
[[nodiscard]] InputFormat const* find_input_format(std::string_view name);
// The format of a file by its name (.gz and .zst aside), else by its first bytes, unpacked; never nullptr (text is what is left).
[[nodiscard]] InputFormat const* guess_input_format(std::string_view path, std::string_view first_bytes);
// Whether some input format claims the file's extension.
[[nodiscard]] bool known_extension(std::string_view path);

struct WriteOptions {
  bool colour = false;  // ANSI colours may be used
  int width = 100;      // columns of the terminal
};

// How tables become bytes. Functions append whole lines to `out` and are thread-safe; the caller joins their pieces:
// open, piece, between, piece, …, close. With `single`, one document alone is written without open and close.
struct OutputFormat {
  std::string_view name;       // as given to --format
  std::string_view help;
  std::string_view extension;  // ".jsonl", by which -o knows the format
  std::string_view open, between, close;
  bool single = false;
  bool raw = false;            // keeps control characters of the text; to be escaped before a terminal
  void (*write)(table::Table const&, WriteOptions const&, std::string& out) = nullptr;
  // nullptr: a document that could not be read has no place in this format and shows in the messages only.
  void (*write_error)(FailedDocument const&, WriteOptions const&, std::string& out) = nullptr;
};
[[nodiscard]] std::span<OutputFormat const> output_formats();
[[nodiscard]] OutputFormat const* find_output_format(std::string_view name);
// By a file's extension; nullptr when none has it.
[[nodiscard]] OutputFormat const* guess_output_format(std::string_view path);

}  // namespace whosaid::formats
