// HTML pages: the article's text and zones out of a page.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "formats/documents.hpp"

namespace whosaid::formats {

// Turns pages into documents. Keeps its memory from page to page; one per thread.
class HtmlPages {
 public:
  explicit HtmlPages(ReaderOptions options = {});
  ~HtmlPages();
  HtmlPages(HtmlPages&&) noexcept;
  HtmlPages& operator=(HtmlPages&&) noexcept;

  // Fills text, zones and what metadata the page states into `out`; fields that are already set stay, and the key "page" of
  // `out.extra` tells where each came from. `charset` is what the transport declared, "" = nothing. Bytes that are not UTF-8
  // are converted and noted. Returns what went wrong, if it did: no_text, too_deep, too_large. Linear in the page.
  [[nodiscard]] std::optional<FailedDocument> read(std::string_view page, std::string_view charset, Document& out, Problems& notes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The same for a single page.
[[nodiscard]] std::optional<FailedDocument> read_html(std::string_view page, Document& out, Problems& notes);

[[nodiscard]] std::unique_ptr<RecordReader> make_html_reader(ReaderOptions const& options);

// The charset that a page declares in its first bytes, by <meta> or XML declaration; "" = none.
[[nodiscard]] std::string_view declared_charset(std::string_view page);

}  // namespace whosaid::formats
