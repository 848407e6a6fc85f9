// A file of plain text: broken UTF-8, any characters, any marks.
#include "check.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  whosaid::fuzz::read_record("text", bytes, 0);
  return 0;
}
