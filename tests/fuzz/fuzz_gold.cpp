// A file of gold annotation; what can be read is written, read again and must be the same.
#include "check.hpp"
#include "formats/read_gold.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const gold = whosaid::formats::read_gold(bytes, "gold.jsonl");
  if (!gold) {
    whosaid::fuzz::must(!gold.problems().empty(), "gold fails without a problem");
    return 0;
  }
  (void)whosaid::formats::check_gold(*gold, "gold.jsonl");
  std::string written;
  for (auto const& document : gold->documents) {
    whosaid::formats::write_gold(document, written);
    written += static_cast<char>(10);
  }
  auto const again = whosaid::formats::read_gold(written, "written.jsonl");
  whosaid::fuzz::must(static_cast<bool>(again), "written gold cannot be read");
  whosaid::fuzz::must(again->documents.size() == gold->documents.size(), "written gold lost a document");
  return 0;
}
