#include "formats/page_words.hpp"

#include <string>
#include <utility>

#include "grammar/embedded.hpp"
#include "grammar/library.hpp"

namespace whosaid::formats {
namespace {

std::shared_ptr<PageWords const> read_built_in() {
  auto out = std::make_shared<PageWords>();
  out->days = PageDays::built_in();
  for (auto const& file : grammar::embedded_files()) {
    if (file.path.ends_with("/page_lines.txt")) out->phrases.read(file.content);
    if (file.path == "bylines.txt" || file.path.ends_with("/bylines.txt")) out->bylines.read(file.content);
  }
  return out;
}

}  // namespace

std::shared_ptr<PageWords const> PageWords::built_in() {
  static auto const words = read_built_in();
  return words;
}

Result<std::shared_ptr<PageWords const>> PageWords::of(grammar::Library const& library) {
  auto out = std::make_shared<PageWords>();
  out->days = PageDays::built_in();
  Problems problems;
  for (auto const& code : library.languages()) {
    auto const& language = *library.language(code);
    out->phrases.read(language.file("page_lines.txt"), &problems, language.path_of("page_lines.txt"));
    out->bylines.read(language.file("bylines.txt"), &problems, language.path_of("bylines.txt"));
  }
  if (!problems.empty()) return problems;
  return std::shared_ptr<PageWords const>(std::move(out));
}

}  // namespace whosaid::formats
