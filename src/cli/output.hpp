// Where results go: standard output as they come, or a file that appears whole or not at all.
#pragma once
#include <string>
#include <string_view>

namespace whosaid::cli {

class Output {
 public:
  Output() = default;
  ~Output();  // without commit() a half-written file is removed
  Output(Output const&) = delete;
  Output& operator=(Output const&) = delete;

  // "" or "-" is standard output. A regular file is written without a name, where the system can, else beside its place, and
  // moved there by commit(); devices and pipes are written directly. On a terminal control characters are escaped on the way.
  // False: error() says why.
  [[nodiscard]] bool open(std::string const& path);
  // False when nothing more can be written: the reader went away (closed()), or error() says why.
  bool write(std::string_view bytes);
  [[nodiscard]] bool commit();
  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] std::string const& error() const { return error_; }
  // What is written has been made safe for a terminal already, and is coloured.
  void trust() { printable_ = false; }

 private:
  bool write_all(std::string_view bytes);

  int file_ = -1;
  bool closed_ = false, printable_ = false, nameless_ = false;
  std::string path_, temporary_, error_;
};

// Writes a file whole or not at all; "" or "-" is standard output. False when that failed, which has then been reported.
[[nodiscard]] bool save(std::string const& path, std::string_view bytes);

}  // namespace whosaid::cli
