// The words by which pages are read: lines that sites put between paragraphs, bylines, names of months.
#pragma once
#include <memory>

#include "formats/page_authors.hpp"
#include "formats/page_days.hpp"
#include "formats/page_phrases.hpp"
#include "model/result.hpp"

namespace whosaid::grammar { class Library; }

namespace whosaid::formats {

// Of all languages together, since a page is taken apart before its language is known. Immutable; shared by threads.
struct PageWords {
  PagePhrases phrases;
  Bylines bylines;
  PageDays days;

  // Made at the first call, in less than a millisecond.
  [[nodiscard]] static std::shared_ptr<PageWords const> built_in();
  // With the files of a library that has a directory laid over it; the names of months are the built-in ones.
  [[nodiscard]] static Result<std::shared_ptr<PageWords const>> of(grammar::Library const& library);
};

}  // namespace whosaid::formats
