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

Output::~Output() {
  if (file_ > STDERR_FILENO) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool Output::open(std::string const& path) {
  if (path.empty() || path == "-") {
    file_ = STDOUT_FILENO;
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
  } else {
    auto name = path_ + ".XXXXXX";
    file_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (file_ >= 0) {
      temporary_ = name;
      auto const mask = ::umask(0);
      ::umask(mask);
      auto const mode = exists ? status.st_mode & 07777 : 0666 & ~mask;
      if (::fchmod(file_, mode) != 0) error_ = std::strerror(errno);
    }
  }
  if (file_ < 0) error_ = std::strerror(errno);
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
  if (temporary_.empty()) return true;
  int const file = file_;
  file_ = -1;
  // A full disk may show only here.
  if (::fsync(file) != 0 && errno != EINVAL && errno != EROFS) error_ = std::strerror(errno);
  if (::close(file) != 0 && error_.empty()) error_ = std::strerror(errno);
  if (error_.empty() && std::rename(temporary_.c_str(), path_.c_str()) != 0) error_ = std::strerror(errno);
  if (error_.empty()) temporary_.clear();
  return error_.empty();
}

bool save(std::string const& path, std::string_view bytes) {
  Output output;
  if (output.open(path) && output.write(bytes) && output.commit()) return true;
  if (output.closed()) return true;
  complain((path.empty() || path == "-" ? "standard output" : path) + ": " + output.error());
  return false;
}

}  // namespace whosaid::cli
