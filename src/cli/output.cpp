#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/terminal.hpp"

namespace whosaid::cli {
namespace {

std::string reached_through(int file) { return "/proc/self/fd/" + std::to_string(file); }

// A file that has no name yet, so that nothing is left of it when the program is killed. -1 where there is no such thing:
// not every file system has it, and the name is given through /proc.
int open_nameless(std::string const& path) {
  auto const slash = path.rfind('/');
  auto const folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  int const file = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (file >= 0 && ::access(reached_through(file).c_str(), F_OK) == 0) return file;
  if (file >= 0) ::close(file);
  return -1;
}

// Gives such a file a name beside its place; empty, and errno says why, when that fails.
std::string give_name(int file, std::string const& path) {
  for (unsigned i = 0;; ++i) {
    auto name = path + '.' + std::to_string(::getpid()) + '.' + std::to_string(i);
    if (::linkat(AT_FDCWD, reached_through(file).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) return name;
    if (errno != EEXIST) return {};
  }
}

}  // namespace

Output::~Output() {
  if (file_ > STDERR_FILENO) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool Output::open(std::string const& path) {
  if (path.empty() || path == "-") {
    file_ = STDOUT_FILENO;
    printable_ = is_terminal(file_);
    return true;
  }
  path_ = path;
  if (char* real = ::realpath(path.c_str(), nullptr)) {  // a link stays a link to what is written
    path_ = real;
    std::free(real);
  }
  struct stat status{};
  bool const exists = ::stat(path_.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) error_ = std::strerror(errno);
    printable_ = is_terminal(file_);
  } else {
    file_ = open_nameless(path_);
    nameless_ = file_ >= 0;
    if (file_ < 0) {
      auto name = path_ + ".XXXXXX";
      file_ = ::mkostemp(name.data(), O_CLOEXEC);
      if (file_ >= 0) temporary_ = name;
    }
    if (file_ >= 0) {
      auto const mask = ::umask(0);
      ::umask(mask);
      auto const mode = exists ? status.st_mode & 07777 : 0666 & ~mask;
      if (::fchmod(file_, mode) != 0) error_ = std::strerror(errno);
    }
  }
  if (file_ < 0 && error_.empty()) error_ = std::strerror(errno);
  return error_.empty();
}

bool Output::write(std::string_view bytes) { return printable_ ? write_all(printable(bytes)) : write_all(bytes); }

bool Output::write_all(std::string_view bytes) {
  while (!bytes.empty() && !closed_ && error_.empty()) {
    auto const count = ::write(file_, bytes.data(), bytes.size());
    if (count >= 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    else if (errno == EPIPE) closed_ = true;
    else if (errno != EINTR) error_ = std::strerror(errno);
  }
  return !closed_ && error_.empty();
}

bool Output::commit() {
  if (!error_.empty()) return false;
  if (temporary_.empty() && !nameless_) return true;
  int const file = file_;
  file_ = -1;
  // A full disk may show only here.
  if (::fsync(file) != 0 && errno != EINVAL && errno != EROFS) error_ = std::strerror(errno);
  if (nameless_ && error_.empty()) {
    temporary_ = give_name(file, path_);
    if (temporary_.empty()) error_ = std::strerror(errno);
  }
  if (::close(file) != 0 && error_.empty()) error_ = std::strerror(errno);
  if (error_.empty() && std::rename(temporary_.c_str(), path_.c_str()) != 0) error_ = std::strerror(errno);
  if (error_.empty()) temporary_.clear();
  return error_.empty();
}

bool save(std::string const& path, std::string_view bytes) {
  Output output;
  if (output.open(path) && output.write(bytes) && output.commit()) return true;
  if (output.closed()) return true;
  complain("cannot write " + (path.empty() || path == "-" ? "standard output" : path) + ": " + output.error());
  return false;
}

}  // namespace whosaid::cli
