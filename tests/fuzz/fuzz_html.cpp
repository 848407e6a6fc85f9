// A page: whatever a scraper may have stored as HTML.
#include "check.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  whosaid::fuzz::read_record("html", bytes, 0);
  return 0;
}
