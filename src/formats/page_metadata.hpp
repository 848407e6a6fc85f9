// What a page says about its article: JSON-LD first, then OpenGraph, then other <meta>, then the markup itself.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "formats/page.hpp"
#include "formats/page_days.hpp"

namespace whosaid::formats {

struct PageField {
  std::string value;         // "" = the page does not say
  std::string_view origin;   // json-ld, opengraph, meta, markup, and of `published` address, text
  void set(std::string_view new_value, std::string_view new_origin);  // the first one stays
};

struct PageMetadata {
  PageField title, publisher, published, modified, language, url, description;
  std::vector<std::string> authors;
  std::string_view authors_origin;
  std::string article_body;  // as the JSON-LD has it, "" = not there
};

// Never fails: what cannot be read is not there. Linear in the page.
[[nodiscard]] PageMetadata read_metadata(Page const& page, PageDays const& days);

}  // namespace whosaid::formats
