// A line of JSON Lines: broken JSON, fields of wrong types, documents of all shapes.
#include "check.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  whosaid::fuzz::read_record("jsonl", bytes.substr(0, bytes.find(static_cast<char>(10))), 1);
  return 0;
}
