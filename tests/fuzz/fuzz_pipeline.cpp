// A document with metadata, through the engine and all writers. The first line is its date, the second its title.
#include "check.hpp"
#include "formats/documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  whosaid::Document document;
  std::string text(bytes);
  whosaid::Problems notes;
  whosaid::formats::mend_utf8(text, "input", notes);
  auto const line = [&] {
    std::string taken = text.substr(0, text.find(static_cast<char>(10)));
    text.erase(0, taken.size() + 1);
    return taken;
  };
  document.id = "fuzz";
  if (std::string const date = line(); whosaid::formats::begins_with_iso_day(date)) document.published = date;
  if (std::string const title = line(); !title.empty()) document.title = title;
  document.text = std::move(text);
  whosaid::fuzz::read(document, notes);
  return 0;
}
